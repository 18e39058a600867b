import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import { asNodemailer, type Mailbox, type MailTransport, type OutgoingMail } from './outgoing.ts'

/** A mail in the outbox folder, as the page /dev/mails shows it. */
export interface OutboxMail {
  /** Its file name without the ending; `<name>.eml` is the message as it would have been sent. */
  name: string
  sentAt: Instant
  to: Mailbox
  language: Language
  subject: string
  html: string
  text: string
  /** iCalendar text of a calendar mail. */
  calendar: string | null
}

/**
 * Writes mails to a folder instead of sending them (embedded mode), for its owner alone: `<name>.eml`, and `<name>.json`
 * with its parts. A repeated attempt overwrites its own files. Never throws; a folder that cannot be written is a server
 * that is down.
 */
export function createOutboxTransport(folder: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    connections: 1,
    async send(mail) {
      try {
        const { message } = await composer.sendMail(asNodemailer(mail))
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const listed = listedFrom(mail)
        await write(folder, `${listed.name}.eml`, message as Buffer)
        // Last, because the listing reads these: a listed mail is complete.
        await write(folder, `${listed.name}.json`, JSON.stringify(listed, null, 2))
        return { outcome: 'sent', answer: 'written', server: 'up' }
      } catch {
        return { outcome: 'deferred', answer: 'folder not writable', server: 'down' }
      }
    },
    async close() {
      composer.close()
    },
  }
}

/** The mails of an outbox folder, newest first; none where the folder does not exist yet. */
export async function listOutbox(folder: string): Promise<OutboxMail[]> {
  const files = (await entriesOf(folder)).filter((name) => name.endsWith('.json'))
  const mails = await Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as OutboxMail),
  )
  return mails.sort((a, b) => b.sentAt - a.sentAt || (a.name < b.name ? 1 : -1))
}

/** Which mails have files in a folder, by their ids. */
export async function mailsInOutbox(folder: string): Promise<string[]> {
  return [...new Set((await entriesOf(folder)).map(mailIdOf))]
}

/**
 * Removes the files of these mails; answers of how many mails there were any.
 * @param mailIds their ids, or those of their messages
 */
export async function forgetOutboxMails(folder: string, mailIds: readonly string[]): Promise<number> {
  const ids = new Set(mailIds.map(idIn))
  const files = (await entriesOf(folder)).filter((name) => ids.has(mailIdOf(name)))
  for (const name of files) await rm(join(folder, name), { force: true })
  return new Set(files.map(mailIdOf)).size
}

/** '2027-02-10T080000-' before the id. */
const STAMP_LENGTH = 18

function mailIdOf(fileName: string): string {
  return fileName.slice(STAMP_LENGTH).replace(/\.(?:eml|json)$/, '')
}

function idIn(messageId: string): string {
  return messageId.replace(/^<|@.*$/g, '').replace(/[^\w-]/g, '')
}

function listedFrom(mail: OutgoingMail): OutboxMail {
  const stamp = new Date(mail.sentAt).toISOString().slice(0, 19).replaceAll(':', '')
  return {
    name: `${stamp}-${idIn(mail.messageId)}`,
    sentAt: mail.sentAt,
    to: mail.to,
    language: mail.language,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    calendar: mail.calendar?.content ?? null,
  }
}

async function write(folder: string, name: string, content: string | Buffer): Promise<void> {
  const unfinished = join(folder, `.${name}`)
  await writeFile(unfinished, content, { mode: 0o600 })
  await rename(unfinished, join(folder, name))
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
