import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb, openWorkerDb } from '../../db/client.ts'
import {
  queueAddressChangeMails,
  queueFurtherNumberMails,
  queueCalendarMail,
  queueGroupTalkMails,
  queueLeaderChangeMails,
  queuePlanOpeningMails,
} from '../../db/outbox.ts'
import { DAY } from '../../domain/calendar/day.ts'
import { obligationKinds } from '../../domain/policy/ladder.ts'
import { informationKinds, type NoticeAudience } from '../../domain/talk/effects.ts'
import type { MailTransport, OutgoingMail } from '../../mail/outgoing.ts'
import { createSender } from '../../mail/sender.ts'
import { at, settings } from '../mail/office.ts'
import { toDate } from '../../db/days.ts'
import { mailTemplates } from '../../domain/notices/mail-outcome.ts'
import { createDatabase } from '../support/postgres.ts'
import { mayMeet, textsIn } from './finds.ts'
import type { TextName } from './texts.ts'
import { NOW, type Persona, TODAY, type World, writeWorld } from './world.ts'

let db: Db
let world: World
const sent: OutgoingMail[] = []
/** Those that could not be composed. */
let failed = 0
let close: () => Promise<void>

beforeAll(async () => {
  const database = await createDatabase()
  db = openDb(database.url)
  const workerDb = openWorkerDb(database.url)
  close = async () => {
    await db.$disconnect()
    await workerDb.$disconnect()
    await database.drop()
  }
  world = await writeWorld(db)
  // Of the world's own mails only those who may read them are of interest.
  await db.mail.deleteMany()
  await db.notice.deleteMany()
  await queueEverything()
  await decideEverything()
  const transport: MailTransport = {
    connections: 1,
    send: async (mail) => {
      sent.push(mail)
      return { outcome: 'sent', answer: '', server: 'up' }
    },
    close: async () => {},
  }
  let now = NOW
  const sender = createSender({ db: workerDb, clock: { now: () => now }, transport, config: settings })
  // At once; and the next morning's mails, planned before their hours and sent within them.
  for (const time of [NOW, at('2027-02-16 06:00'), at('2027-02-16 07:45'), at('2027-02-16 09:00')]) {
    now = time
    failed += (await sender.drain()).failed
  }
}, 240_000)
afterAll(() => close?.())

/** One of every mail about Anna's talk and her team's, as the service queues them. */
async function queueEverything(): Promise<void> {
  const { talkId = '', groupTalkId = '', employmentId = '', leaderId = '' } = world.ids
  const opening = await db.planOpening.findFirstOrThrow({
    where: { talkId, byPersonId: world.people.breakGlass.personId },
  })
  const appointment = await db.appointment.findFirstOrThrow({ where: { talkId } })
  const startsAt = new Date(NOW + 10 * DAY)
  await db.appointment.update({ where: { id: appointment.id }, data: { startsAt } })
  await db.$transaction(async (tx) => {
    await queuePlanOpeningMails(tx, { openingId: opening.id, at: NOW })
    const { personId } = world.people.employee
    await queueAddressChangeMails(tx, [{ personId, recipient: 'ny@by.example', news: 'now-yours' }], NOW)
    await queueFurtherNumberMails(tx, [employmentId], NOW)
    await queueLeaderChangeMails(tx, [{ employmentId, leaderId, on: TODAY }], NOW)
    const event = { method: 'request', subject: talkId, appointmentId: appointment.id, sequence: 0 } as const
    await queueCalendarMail(tx, { talkId, ...event, to: ['employee', 'leader'], at: NOW })
    const to = [talkId, null].map((one) => ({ talkId: one, method: 'request' as const }))
    await queueGroupTalkMails(tx, { groupTalkId, sequence: 0, to, at: NOW })
  })
}

/** Every notice that there can be about Anna's talk, to every role, as the rules decide them. */
async function decideEverything(): Promise<void> {
  const { talkId = '', roundId = '' } = world.ids
  const dueOn = toDate(TODAY)
  const open = { talkId, subject: talkId, occurrence: 1, owedBy: 'leader', dueOn }
  await db.obligation.createMany({
    data: obligationKinds.map((obligation) => ({ ...open, obligation })),
    skipDuplicates: true,
  })
  const audiences: readonly NoticeAudience[] = ['employee', 'leader', 'leaders-leader', 'hr']
  const kinds = [
    ...informationKinds.map((obligation) => ({ obligation, step: 'told', whileOpen: false, dueOn: null })),
    ...obligationKinds.map((obligation) => ({ obligation, step: 'overdue', whileOpen: true, dueOn })),
  ]
  await db.notice.createMany({
    data: kinds.flatMap((kind) =>
      audiences.map((audience) => ({
        subject: talkId,
        talkId,
        roundId,
        occurrence: 1,
        decidedAt: new Date(NOW),
        ...kind,
        audience,
      })),
    ),
  })
}

/** Who the people of the world are, by address. */
async function personas(): Promise<Map<string, Persona>> {
  const people = await db.person.findMany({ select: { id: true, email: true } })
  const known = Object.entries(world.people) as [Persona, { personId: string }][]
  return new Map(
    known.map(([persona, { personId }]) => [people.find(({ id }) => id === personId)?.email ?? '', persona]),
  )
}

const textsOf = ({ subject, html, text, calendar }: OutgoingMail): TextName[] =>
  textsIn({
    headers: { subject },
    // A calendar's long lines go on in the next.
    bytes: Buffer.from(html + text + (calendar?.content ?? '').replaceAll(/\r\n[ \t]/g, '')),
  })

describe('Mails', () => {
  test('carry nothing that people wrote but where the two meet, and the team, to those who come, and what HR tells a whole round', async () => {
    const whose = await personas()
    const met = sent.flatMap((mail) =>
      textsOf(mail).map((name) => ({ name, persona: whose.get(mail.to.address) ?? ('nobody' as const) })),
    )
    expect(met.filter(({ name, persona }) => !mayMeet(persona, name))).toEqual([])
    expect([...new Set(met.map(({ name }) => name))].toSorted()).toEqual([
      'group-place',
      'place',
      'representative',
      'round-text',
    ])
  })

  test('were of every kind but links to sign in, and nothing of it stays in the outbox or among the notices', async () => {
    const rows = await db.mail.findMany()
    expect(failed).toBe(0)
    const gone = rows.filter(({ status }) => status === 'sent').map(({ template }) => template)
    const kinds = mailTemplates.filter((template) => template !== 'sign-in')
    expect([...new Set(gone)].toSorted()).toEqual(kinds.toSorted())
    const notices = await db.notice.findMany()
    const told = new Set(notices.filter(({ status }) => status === 'sent').map((one) => one.obligation))
    expect(told.size).toBeGreaterThan(20)
    expect(JSON.stringify([rows, notices, await db.mailAttempt.findMany()])).not.toContain('kanarie')
  })
})
