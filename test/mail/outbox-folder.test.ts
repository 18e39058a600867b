import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { calendarPart } from '../../mail/calendar-event.ts'
import { createOutboxTransport, listOutbox } from '../../mail/outbox-folder.ts'
import type { OutgoingMail } from '../../mail/outgoing.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const mail: OutgoingMail = {
  messageId: '<11111111-2222@solbakke.example>',
  from: { name: 'Årshjulet', address: 'mus@solbakke.example' },
  bounceAddress: 'mus@solbakke.example',
  to: { name: 'Anna Ågård', address: 'anna@solbakke.example' },
  replyTo: null,
  language: 'da',
  subject: 'Indkaldelse til MUS 12.03.2027 (uge 10) kl. 9.30',
  html: '<p>Hej Anna – blåbærgrød</p>',
  text: 'Hej Anna – blåbærgrød',
  sentAt: Date.UTC(2027, 1, 16, 6, 12),
  calendar: calendarPart({
    method: 'request',
    subject: 't1',
    sequence: 0,
    summary: 'MUS: Anna Ågård og Ben "Bo" Krogh',
    description: 'Svar her: https://mus.solbakke.example/talks/t1',
    place: 'Mødelokale 2',
    url: 'https://mus.solbakke.example/talks/t1',
    startsAt: Date.UTC(2027, 2, 12, 8, 30),
    minutes: 60,
    organizer: { name: 'Årshjulet', address: 'mus@solbakke.example' },
    attendees: [{ name: 'Ben "Bo" Krogh', address: 'ben@solbakke.example' }],
    at: Date.UTC(2027, 1, 16),
  }),
}

describe('the outbox folder', () => {
  test('keeps each mail as the message a server would have got', async () => {
    const transport = createOutboxTransport(join(folder, 'new', 'outbox'))
    expect(await transport.send(mail)).toEqual({ outcome: 'sent', answer: 'written', server: 'up' })
    await transport.close()
    const names = await readdir(join(folder, 'new', 'outbox'))
    expect(names.sort()).toEqual([
      '2027-02-16T061200-11111111-2222.eml',
      '2027-02-16T061200-11111111-2222.json',
    ])
    const email = await PostalMime.parse(await readFile(join(folder, 'new', 'outbox', names[0] ?? '')))
    expect(email).toMatchObject({ subject: mail.subject, messageId: mail.messageId, to: [mail.to] })
    expect(email.text?.trim()).toBe(mail.text)
    expect(email.attachments.map(({ mimeType }) => mimeType)).toEqual(['text/calendar', 'application/ics'])
  })

  test('lists mails newest first, with all their parts', async () => {
    const transport = createOutboxTransport(folder)
    await transport.send(mail)
    await transport.send({ ...mail, messageId: '<2@x>', calendar: null, sentAt: mail.sentAt + 60_000 })
    const [newest, oldest] = await listOutbox(folder)
    expect(newest).toMatchObject({ name: '2027-02-16T061300-2', calendar: null })
    expect(oldest).toMatchObject({
      to: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      sentAt: mail.sentAt,
      calendar: mail.calendar?.content,
    })
  })

  test('a repeated attempt replaces its own mail', async () => {
    const transport = createOutboxTransport(folder)
    await transport.send(mail)
    await transport.send(mail)
    expect(await listOutbox(folder)).toHaveLength(1)
  })

  test('a half-written mail is not listed', async () => {
    await writeFile(join(folder, '.2027-02-16T061200-1.json'), '{"name":')
    expect(await listOutbox(folder)).toEqual([])
  })

  test('a folder that does not exist yet is an empty outbox', async () => {
    expect(await listOutbox(join(folder, 'none'))).toEqual([])
  })

  test('a folder that cannot be written is a server that is down', async () => {
    await writeFile(join(folder, 'file'), '')
    const transport = createOutboxTransport(join(folder, 'file', 'outbox'))
    expect(await transport.send(mail)).toMatchObject({ outcome: 'deferred', server: 'down' })
  })
})

describe('a calendar event', () => {
  test('quotes in a name break neither the line nor the event', () => {
    expect(mail.calendar?.content).toContain(`CN="Ben 'Bo' Krogh"`)
    expect(mail.calendar?.content).toContain('SUMMARY:MUS: Anna Ågård og Ben "Bo" Krogh')
    expect(mail.calendar?.content).toContain('X-MICROSOFT-DISALLOW-COUNTER:TRUE')
  })

  test('no line is longer than 75 bytes, whatever people are called', () => {
    for (const line of (mail.calendar?.content ?? '').split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })
})
