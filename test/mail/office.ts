import { type Db, openDb, openWorkerDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { type Day, day, type Instant } from '../../domain/calendar/day.ts'
import { createCalendar } from '../../domain/calendar/calendar.ts'
import type { NoticeAudience, NoticeKind } from '../../domain/talk/effects.ts'
import type { MailTransport } from '../../mail/outgoing.ts'
import { createSender, type DrainReport, type Sender } from '../../mail/sender.ts'
import { createSmtpTransport } from '../../mail/smtp-transport.ts'
import {
  addOrganisation,
  calendarFacts,
  type Organisation,
  type TestPerson,
} from '../support/organisation.ts'
import { createDatabase } from '../support/postgres.ts'
import { testKeys } from '../support/temporal-keys.ts'
import { type ReceivedMail, startSmtp, type TestSmtp } from '../support/smtp.ts'

const calendar = createCalendar(calendarFacts)

/** '2027-02-16 08:59', local time. */
export function at(text: string): Instant {
  const [on = '', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return calendar.instantOf(day(on), hours * 60 + minutes)
}

export const settings = {
  publicUrl: 'https://mus.solbakke.example',
  employerName: 'Solbakke Kommune',
  talkName: 'MUS',
  zone: 'Europe/Copenhagen',
  mail: {
    from: { name: 'Årshjulet', address: 'mus@solbakke.example' },
    bounceAddress: 'bounce@solbakke.example',
  },
  temporalKeys: testKeys,
}

/** A notice as the rules decide it; what is left out is as in the middle of a ladder to the leader. */
export interface Decision {
  kind?: NoticeKind
  step?: string
  audience?: NoticeAudience
  decided: string
  due?: string | null
  position?: number
  distance?: number
  reminder?: boolean
  whileOpen?: boolean
  occurrence?: number
  talkId?: string
  subject?: string
  owedBy?: 'employee' | 'leader'
}

/** The plan waits for Anna, decided before dawn on Tuesday 16 February. */
export const planWaits = {
  kind: 'agree-plan',
  step: 'overdue',
  audience: 'employee',
  owedBy: 'employee',
  decided: '2027-02-16 05:10',
} as const satisfies Decision

/** Anna, her leader Ben, his leader Carl, Dora of HR, a running round, Anna's talk, a mail server and a sender. */
export interface Office {
  db: Db
  smtp: TestSmtp
  org: Organisation
  anna: TestPerson
  ben: TestPerson
  carl: TestPerson
  dora: TestPerson
  roundId: string
  talkId: string
  sender: Sender
  /** Sets the clock and lets the sender do what may be done then. */
  drainAt(time: string): Promise<DrainReport>
  setClock(time: string): void
  anotherSender(transport?: MailTransport, isHeld?: () => Promise<boolean>): Sender
  /** A notice row, and the obligation it is about while that is open. */
  decide(decision: Decision): Promise<string>
  /** The obligation is met. */
  end(kind: NoticeKind, subject?: string): Promise<void>
  addressOf(person: TestPerson): Promise<string>
  mailsTo(person: TestPerson): Promise<ReceivedMail[]>
  /** How each notice ended, by step and role. */
  notices(): Promise<Record<string, string>>
  /** Mails in the order they were made: 'status reason'. */
  mails(): Promise<string[]>
}

export interface OfficeHouse {
  open(): Promise<Office>
  close(): Promise<void>
}

/** One database and one mail server for a test file; each test opens an office of its own in them. */
export async function buildHouse(): Promise<OfficeHouse> {
  const database = await createDatabase()
  const db = openDb(database.url)
  const workerDb = openWorkerDb(database.url)
  const smtp = await startSmtp()
  const transports: MailTransport[] = []
  return {
    async open() {
      smtp.received.length = 0
      smtp.play('everybody', null)
      await db.$executeRaw`TRUNCATE person, unit, round, mail RESTART IDENTITY CASCADE`
      const transport = connect(smtp)
      transports.push(transport)
      return openOffice({ db, workerDb }, smtp, transport)
    },
    async close() {
      await Promise.all(transports.map((transport) => transport.close()))
      await smtp.stop()
      await db.$disconnect()
      await workerDb.$disconnect()
      await database.drop()
    },
  }
}

export function connect(smtp: TestSmtp): MailTransport {
  return createSmtpTransport({
    host: '127.0.0.1',
    port: smtp.port,
    secure: 'none',
    user: null,
    password: null,
    maxConnections: 2,
  })
}

async function openOffice(
  { db, workerDb }: { db: Db; workerDb: Db },
  smtp: TestSmtp,
  transport: MailTransport,
): Promise<Office> {
  const org = await addOrganisation(db)
  const carl = await org.addPerson('Carl')
  const ben = await org.addPerson('Ben', { leader: carl })
  const anna = await org.addPerson('Anna', { leader: ben })
  const dora = await org.addPerson('Dora', { leader: carl })
  await org.grant(dora, 'hr')
  const roundId = await org.addRound({ status: 'running' })
  const talkId = await org.addTalk(roundId, at('2026-12-10 05:10'), { employee: anna })
  let now = at('2027-02-01 12:00')
  const clock = { now: () => now }
  const sender = createSender({ db: workerDb, clock, transport, config: settings })
  const addressOf = async (person: TestPerson) =>
    (await db.person.findUniqueOrThrow({ where: { id: person.personId } })).email ?? ''
  return {
    db,
    smtp,
    org,
    anna,
    ben,
    carl,
    dora,
    roundId,
    talkId,
    sender,
    setClock: (time) => {
      now = at(time)
    },
    drainAt: (time) => {
      now = at(time)
      return sender.drain()
    },
    anotherSender: (other, isHeld) =>
      createSender({
        db: workerDb,
        clock,
        transport: other ?? transport,
        config: settings,
        ...(isHeld && { isHeld }),
      }),
    decide: (decision) => decide(db, { roundId, talkId }, decision),
    end: async (kind, subject = talkId) => {
      await db.obligation.deleteMany({ where: { obligation: kind, subject } })
    },
    addressOf,
    mailsTo: async (person) => {
      const address = await addressOf(person)
      return smtp.received.filter((mail) => mail.to === address)
    },
    notices: async () => {
      const rows = await db.notice.findMany()
      return Object.fromEntries(
        rows.map(({ step, audience, status, reason }) => [
          `${step} ${audience}`,
          reason === null ? status : `${status} ${reason}`,
        ]),
      )
    },
    mails: async () => {
      const rows = await db.mail.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
      return rows.map(({ status, reason }) => (reason === null ? status : `${status} ${reason}`))
    },
  }
}

async function decide(
  db: Db,
  about: { roundId: string; talkId: string },
  decision: Decision,
): Promise<string> {
  const {
    kind = 'invite',
    step = 'overdue',
    audience = 'leader',
    decided,
    due = '2027-02-15',
    position = 0,
    distance = 0,
    reminder = false,
    whileOpen = true,
    occurrence = 1,
    talkId = about.talkId,
    subject = talkId,
    owedBy = 'leader',
  } = decision
  const dueOn = due === null ? null : toDate(due as Day)
  if (whileOpen) {
    const open = { occurrence, owedBy, dueOn: dueOn ?? toDate('2027-02-15' as Day) }
    await db.obligation.upsert({
      where: { talkId_obligation_subject: { talkId, obligation: kind, subject } },
      create: { talkId, obligation: kind, subject, ...open },
      update: open,
    })
  }
  const row = await db.notice.create({
    data: {
      subject,
      obligation: kind,
      occurrence,
      step,
      audience,
      talkId,
      roundId: about.roundId,
      dueOn,
      distance,
      reminder,
      whileOpen,
      position,
      decidedAt: new Date(at(decided)),
    },
  })
  return row.id
}
