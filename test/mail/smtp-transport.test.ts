import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { MailTransport, OutgoingMail } from '../../mail/outgoing.ts'
import { createSmtpTransport } from '../../mail/smtp-transport.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

const anna = 'anna@solbakke.example'
const mail: OutgoingMail = {
  messageId: '<7d1f@solbakke.example>',
  from: { name: 'Årshjulet', address: 'mus@solbakke.example' },
  bounceAddress: 'bounce@solbakke.example',
  to: { name: 'Anna Ågård', address: anna },
  replyTo: { name: 'Ben Krogh', address: 'ben@solbakke.example' },
  language: 'da',
  subject: 'Indkaldelse til MUS 12.03.2027 (uge 10) kl. 9.30',
  html: '<p>Blåbærgrød</p>',
  text: 'Blåbærgrød\n.\nslut',
  sentAt: Date.UTC(2027, 1, 16, 6, 12),
  calendar: null,
}

describe('handing a mail to a mail server', () => {
  let smtp: TestSmtp
  let transport: MailTransport

  beforeAll(async () => {
    smtp = await startSmtp()
    transport = transportTo(smtp.port)
  })
  afterEach(() => {
    smtp.play('everybody', null)
    smtp.play(anna, null)
    smtp.received.length = 0
  })
  afterAll(async () => {
    await transport.close()
    await smtp.stop()
  })

  test('a mail that is taken is sent, marked as automatic and with the bounce address on the envelope', async () => {
    expect(await transport.send(mail)).toEqual({ outcome: 'sent', answer: '250', server: 'up' })
    const [received] = smtp.received
    expect(received).toMatchObject({ from: 'bounce@solbakke.example', to: anna })
    expect(received?.email).toMatchObject({
      subject: mail.subject,
      messageId: mail.messageId,
      from: mail.from,
      to: [mail.to],
      replyTo: [mail.replyTo],
    })
    expect(received?.email.text?.trim()).toBe('Blåbærgrød\n.\nslut')
    expect(received?.email.html?.trim()).toBe(mail.html)
    const headers = Object.fromEntries(received?.email.headers.map(({ key, value }) => [key, value]) ?? [])
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      date: 'Tue, 16 Feb 2027 06:12:00 +0000',
    })
  })

  test.each([
    ['rcpt', 550, { outcome: 'refused', answer: '550 rcpt', server: 'up' }],
    ['rcpt', 450, { outcome: 'deferred', answer: '450 rcpt', server: 'up' }],
    ['end-of-data', 554, { outcome: 'refused', answer: '554 data', server: 'up' }],
    ['end-of-data', 451, { outcome: 'deferred', answer: '451 data', server: 'up' }],
    ['data', 554, { outcome: 'refused', answer: '554 data', server: 'up' }],
    ['data', 451, { outcome: 'deferred', answer: '451 data', server: 'up' }],
    ['mail', 451, { outcome: 'deferred', answer: '451 mail', server: 'down' }],
    // Our own sender address is refused: that would hit every mail, so none is given up for it.
    ['mail', 550, { outcome: 'deferred', answer: '550 mail', server: 'down' }],
  ] as const)('an answer at %s with %i is told apart', async (at, code, expected) => {
    smtp.play('everybody', { at, code })
    expect(await transport.send(mail)).toEqual(expected)
    expect(smtp.received).toHaveLength(0)
  })

  test.each([
    ['connect', 421],
    ['connect', 554],
    ['ehlo', 421],
    ['ehlo', 451],
    ['ehlo', 550],
  ] as const)(
    'a server that answers at %s with %i takes no mail, and none is given up for it',
    async (at, code) => {
      const refused = transportTo(smtp.port)
      smtp.play('everybody', { at, code })
      expect(await refused.send(mail)).toMatchObject({ outcome: 'deferred', server: 'down' })
      smtp.play('everybody', null)
      expect(await refused.send(mail)).toMatchObject({ outcome: 'sent' })
      await refused.close()
    },
  )

  test('a server that says it is closing is down, whatever it was asked', async () => {
    smtp.play('everybody', { at: 'rcpt', code: 421 })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'deferred', server: 'down' })
  })

  test('a connection cut before the data is put off: the mail has surely not arrived', async () => {
    smtp.play('everybody', { cut: 'before-data' })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'deferred', server: 'down' })
  })

  test('a connection cut while a long mail is under way is put off', async () => {
    smtp.play('everybody', { cut: 'in-data' })
    const long = { ...mail, text: 'lang tekst\n'.repeat(3_000_000) }
    expect(await transport.send(long)).toMatchObject({ outcome: 'deferred', server: 'down' })
  })

  test('a connection cut after the end of the data leaves the fate unknown', async () => {
    smtp.play('everybody', { cut: 'after-data' })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'unknown', server: 'down' })
    expect(smtp.received).toHaveLength(1)
  })

  test('the next mail after a cut goes over a new connection', async () => {
    smtp.play('everybody', { cut: 'after-data' })
    await transport.send(mail)
    smtp.play('everybody', null)
    expect(await transport.send(mail)).toMatchObject({ outcome: 'sent' })
  })

  test('an address that is none is refused without asking the server', async () => {
    const asked = smtp.connections()
    const wrong = transportTo(smtp.port)
    const result = await wrong.send({ ...mail, to: { name: 'Anna', address: 'anna@@\nsolbakke' } })
    expect(result).toMatchObject({ outcome: 'refused', server: 'up' })
    expect(smtp.connections() - asked).toBeLessThanOrEqual(1)
    await wrong.close()
  })

  test('a server that is not there is down, and the mail is put off', async () => {
    const gone = await startSmtp()
    await gone.stop()
    const nowhere = transportTo(gone.port)
    expect(await nowhere.send(mail)).toEqual({
      outcome: 'deferred',
      answer: 'connection failed',
      server: 'down',
    })
    await nowhere.close()
  })

  test('a server without encryption gets nothing where encryption is required', async () => {
    const strict = createSmtpTransport({ ...plain(smtp.port), secure: 'starttls' })
    expect(await strict.send(mail)).toMatchObject({ outcome: 'deferred', server: 'down' })
    expect(smtp.received).toHaveLength(0)
    await strict.close()
  })
})

function transportTo(port: number): MailTransport {
  return createSmtpTransport(plain(port))
}

function plain(port: number) {
  return { host: '127.0.0.1', port, secure: 'none', user: null, password: null, maxConnections: 2 } as const
}
