import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { closeToOthers, holdFolder } from '../../scripts/infrastructure/running.ts'
import { createOutboxTransport } from '../../mail/outbox-folder.ts'
import { keptSecret } from '../../scripts/infrastructure/secrets.ts'

let outer: string
let folder: string
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'aarshjul-secrets-'))
  folder = join(outer, 'data')
})
afterEach(() => rmSync(outer, { recursive: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('A secret that the first start makes', () => {
  test('is the same at every later one', () => {
    let made = 0
    const make = () => `secret ${++made}`
    expect(keptSecret(folder, 'keys', null)).toBeNull()
    expect(keptSecret(folder, 'keys', make)).toBe('secret 1')
    expect(keptSecret(folder, 'keys', make)).toBe('secret 1')
    expect(keptSecret(folder, 'keys', null)).toBe('secret 1')
  })

  test('can be read by its owner alone, and leaves no copy beside it', () => {
    keptSecret(folder, 'keys', () => 'secret')
    expect(modeOf(join(folder, 'secrets'))).toBe('700')
    expect(modeOf(join(folder, 'secrets', 'keys'))).toBe('600')
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['keys'])
  })
})

test("an installation's folder, with the outbox and the plans in it, is its owner's alone", async () => {
  const hold = await holdFolder(folder, () => {})
  expect(modeOf(folder)).toBe('700')
  expect(modeOf(join(folder, 'running.json'))).toBe('600')
  hold.release()
})

describe('Where the folder must let another account pass, as under root', () => {
  test('what lies in it from an earlier start is closed, the server’s own folder too', () => {
    mkdirSync(folder)
    chmodSync(folder, 0o711)
    for (const name of ['postgres', 'personnel-file', 'outbox'])
      mkdirSync(join(folder, name), { mode: 0o755 })
    writeFileSync(join(folder, 'temporal.db'), '', { mode: 0o644 })
    closeToOthers(folder)
    expect(
      readdirSync(folder)
        .map((name) => `${name} ${modeOf(join(folder, name))}`)
        .toSorted(),
    ).toEqual(['outbox 700', 'personnel-file 700', 'postgres 700', 'temporal.db 600'])
  })

  test('mails are written for their owner alone', async () => {
    const outbox = join(folder, 'outbox')
    const transport = createOutboxTransport(outbox)
    const somebody = { name: 'Anna', address: 'anna@skolen.example' }
    const { outcome } = await transport.send({
      messageId: '<one@skolen.example>',
      sentAt: Date.parse('2027-03-30T07:30:00Z'),
      from: somebody,
      bounceAddress: somebody.address,
      replyTo: null,
      to: somebody,
      language: 'da',
      subject: 'Din MUS',
      html: '<p>Hej</p>',
      text: 'Hej',
      calendar: null,
    })
    await transport.close()
    expect(outcome).toBe('sent')
    expect(modeOf(outbox)).toBe('700')
    expect(readdirSync(outbox).map((name) => modeOf(join(outbox, name)))).toEqual(['600', '600'])
  })
})
