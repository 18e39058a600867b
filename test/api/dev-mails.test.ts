import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createOutboxTransport } from '../../mail/outbox-folder.ts'
import { mailSamples } from '../../mail/templates/samples.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aarshjul-dev-mails-'))
  api = await startApi({ env: { DATA_FOLDER: folder, MODE: 'embedded' } })
})
afterAll(async () => {
  await api?.close()
  await rm(folder, { recursive: true, force: true })
})

const page = async (path: string) => {
  const answer = await fetch(api.url + path)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

describe('/dev/mails', () => {
  test('lists a sample of every mail, and shows each in both languages', async () => {
    const { text } = await page('/dev/mails')
    for (const { name } of mailSamples) {
      for (const language of ['da', 'en']) expect(text).toContain(`/dev/mails/samples/${name}/${language}`)
    }
    const sample = await page('/dev/mails/samples/sign-in/da')
    expect(sample.text).toContain('Log ind på Årshjulet')
    expect(sample.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('lists the mails that were sent, with their text', async () => {
    const transport = createOutboxTransport(join(folder, 'outbox'))
    await transport.send({
      messageId: '<one@skolen.example>',
      sentAt: Date.parse('2027-03-30T07:30:00Z'),
      from: { name: 'Årshjulet', address: 'mus@skolen.example' },
      bounceAddress: 'mus@skolen.example',
      replyTo: null,
      to: { name: 'Anna Ågård', address: 'anna@skolen.example' },
      language: 'da',
      subject: 'Din MUS er rykket',
      html: '<p>Hej Anna</p>',
      text: 'Hej Anna',
      calendar: null,
    })
    await transport.close()
    const list = await page('/dev/mails')
    expect(list.text).toContain('Din MUS er rykket')
    expect(list.text).toContain('30.03.2027 (uge 13) kl. 9.30 · Anna Ågård')
    const [, path = ''] = /href="(\/dev\/mails\/sent\/[^"/]+)"/.exec(list.text) ?? []
    expect((await page(path)).text).toBe('<p>Hej Anna</p>')
    expect((await page(`${path}/text`)).text).toBe('Hej Anna')
    expect((await page('/dev/mails/sent/..%2F..%2Fetc%2Fpasswd')).status).toBe(404)
  })

  test('is not there where mails go to a mail server', async () => {
    const real = await startApi({ env: { MAIL_SINK: 'smtp', SMTP_HOST: '127.0.0.1' } })
    try {
      expect((await fetch(`${real.url}/dev/mails`)).status).toBe(404)
    } finally {
      await real.close()
    }
  })
})
