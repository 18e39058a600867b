/**
 * The outbox: every employee's orientation waits as a notice, and the sender plans, judges, composes and hands over
 * each of them and writes down what came of it. Beside it nodemailer's own pool with as many connections, which sends the
 * same messages and knows of no database. In turn, over the loopback and with a mail server that is 20 ms away.
 */
import { createTransport } from 'nodemailer'
import { toConfig } from '../config/config.ts'
import { openDb, openWorkerDb } from '../db/client.ts'
import { asNodemailer, type MailTransport, type OutgoingMail } from '../mail/outgoing.ts'
import { createSender } from '../mail/sender.ts'
import { createTransport as createMailTransport } from '../worker/transport.ts'
import { writeInstallation } from './installation.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { TEMPORAL_KEYS } from './processes.ts'
import type { BenchServers } from './servers.ts'
import type { Bench, Subject } from './subject.ts'
import { perSecond, type Row, whole } from './table.ts'

const SIZES = { small: 240, full: 5_000 } as const
const FIRST = 60
const CONNECTIONS = 2
/** In the single mails' window of a working day, so that everything may go. */
const AT = Date.parse('2027-02-02T06:45:00Z')

export const outbox: Subject = { name: 'outbox', measure }

async function measure(bench: Bench): Promise<Row[]> {
  const servers = await bench.servers()
  const mails = bench.isFull ? SIZES.full : SIZES.small
  const rows: Row[] = []
  for (const roundTripMs of [0, 20]) {
    const server = await startMailServer(roundTripMs)
    try {
      // A few of each that do not count: what runs first would compile the functions for the others.
      await sendBare(
        server,
        (await sendOutbox(servers, `outbox_first_${roundTripMs}`, FIRST, server)).outgoing,
      )
      const ours = await sendOutbox(servers, `outbox_${roundTripMs}`, mails, server)
      const bare = await sendBare(server, ours.outgoing)
      const count = ours.outgoing.length
      const ratio = bare / ours.took
      bench.say(`outbox, ${roundTripMs} ms: ${perSecond(count, ours.took)}, bare ${perSecond(count, bare)}`)
      rows.push({
        what: `outbox to mail server, ${whole(count)} mails${roundTripMs > 0 ? `, ${roundTripMs} ms away` : ''}`,
        measured: perSecond(count, ours.took),
        baseline: perSecond(count, bare),
        ratio,
        reach: '≥ 0.9',
        isReached: ratio >= 0.9,
      })
    } finally {
      await server.stop()
    }
  }
  return rows
}

async function sendOutbox(
  servers: BenchServers,
  name: string,
  mails: number,
  server: MailServer,
): Promise<{ took: number; outgoing: OutgoingMail[] }> {
  const databaseUrl = await servers.createDatabase(name)
  const config = toConfig({
    MODE: 'test',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_KEYS,
    MAIL_SINK: 'smtp',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(server.port),
    SMTP_SECURE: 'none',
    SMTP_MAX_CONNECTIONS: String(CONNECTIONS),
  })
  const owner = openDb(databaseUrl, 2)
  const db = openWorkerDb(databaseUrl)
  const { transport, outgoing } = listening(createMailTransport(config.mail))
  let now = AT - 60 * 60_000
  const failures: unknown[] = []
  const onError = (error: unknown) => failures.push(error)
  const sender = createSender({ db, clock: { now: async () => now }, transport, config, onError })
  try {
    await writeInstallation(owner, mails)
    await owner.$executeRaw`
      INSERT INTO notice (id, subject, obligation, occurrence, step, audience, talk_id, round_id, while_open, decided_at)
      SELECT gen_random_uuid(), id, 'orientation', 1, 'told', 'employee', id, round_id, false, ${new Date(now)} FROM talk`
    await owner.$executeRaw`ANALYZE`
    const waiting = await owner.notice.count()
    // Early in the morning each notice becomes a mail for its own minute; at the end of the hour all of them may go.
    await sender.drain()
    now = AT
    const begun = performance.now()
    const { sent } = await sender.drain()
    const took = performance.now() - begun
    if (failures.length > 0) throw failures[0]
    if (sent !== waiting) throw new Error(`${sent} mails of ${waiting} were sent`)
    return { took, outgoing }
  } finally {
    await transport.close()
    await db.$disconnect()
    await owner.$disconnect()
    await server.taken()
  }
}

/** Keeps what was handed over, for the pool to send the same. */
function listening(real: MailTransport): { transport: MailTransport; outgoing: OutgoingMail[] } {
  const outgoing: OutgoingMail[] = []
  const transport: MailTransport = {
    ...real,
    send: (mail) => {
      outgoing.push(mail)
      return real.send(mail)
    },
  }
  return { transport, outgoing }
}

async function sendBare(server: MailServer, outgoing: readonly OutgoingMail[]): Promise<number> {
  const pool = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
    host: '127.0.0.1',
    port: server.port,
    ignoreTLS: true,
  })
  const begun = performance.now()
  await Promise.all(outgoing.map((mail) => pool.sendMail(asNodemailer(mail))))
  const took = performance.now() - begun
  pool.close()
  const taken = await server.taken()
  if (taken.length !== outgoing.length) throw new Error(`${taken.length} mails of ${outgoing.length} arrived`)
  return took
}
