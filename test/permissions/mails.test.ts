import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb, openWorkerDb } from '../../db/client.ts'
import {
  queueCalendarMail,
  queueGroupTalkMails,
  queueLeaderChangeMails,
  queuePlanOpeningMails,
} from '../../db/outbox.ts'
import { DAY } from '../../domain/calendar/day.ts'
import type { MailTransport, OutgoingMail } from '../../mail/outgoing.ts'
import { createSender } from '../../mail/sender.ts'
import { settings } from '../mail/office.ts'
import { createDatabase } from '../support/postgres.ts'
import { mayMeet, textsIn } from './finds.ts'
import type { TextName } from './texts.ts'
import { NOW, type Persona, TODAY, type World, writeWorld } from './world.ts'

/** Why HR opened the plan: for the page alone. */
const REASON = 'Tilsynssag'

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
  await queueEverything()
  const transport: MailTransport = {
    connections: 1,
    send: async (mail) => {
      sent.push(mail)
      return { outcome: 'sent', answer: '', server: 'up' }
    },
    close: async () => {},
  }
  const sender = createSender({ db: workerDb, clock: { now: () => NOW }, transport, config: settings })
  failed = (await sender.drain()).failed
}, 240_000)
afterAll(() => close?.())

/** One of every mail about Anna's talk and her team's, as the service queues them. */
async function queueEverything(): Promise<void> {
  const { talkId = '', groupTalkId = '', employmentId = '', leaderId = '' } = world.ids
  const opened = { talkId, byPersonId: world.people.breakGlass.personId, reason: REASON }
  const opening = await db.planOpening.create({
    data: { ...opened, openedAt: new Date(NOW), untilAt: new Date(NOW + DAY) },
  })
  const appointment = await db.appointment.findFirstOrThrow({ where: { talkId } })
  const startsAt = new Date(NOW + 10 * DAY)
  await db.appointment.update({ where: { id: appointment.id }, data: { startsAt } })
  await db.$transaction(async (tx) => {
    await queuePlanOpeningMails(tx, { openingId: opening.id, at: NOW })
    await queueLeaderChangeMails(tx, [{ employmentId, leaderId, on: TODAY }], NOW)
    const event = { method: 'request', subject: talkId, appointmentId: appointment.id, sequence: 0 } as const
    await queueCalendarMail(tx, { talkId, ...event, to: ['employee', 'leader'], at: NOW })
    const to = [talkId, null].map((one) => ({ talkId: one, method: 'request' as const }))
    await queueGroupTalkMails(tx, { groupTalkId, sequence: 0, to, at: NOW })
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
    status: 200,
    headers: { subject },
    // A calendar's long lines go on in the next.
    bytes: Buffer.from(html + text + (calendar?.content ?? '').replaceAll(/\r\n[ \t]/g, '')),
  })

describe('Mails', () => {
  test('carry nothing that people wrote but where the two meet, and the team, to those who come', async () => {
    const whose = await personas()
    const met = sent.flatMap((mail) =>
      textsOf(mail).map((name) => ({ name, persona: whose.get(mail.to.address) ?? ('nobody' as const) })),
    )
    expect(met.filter(({ name, persona }) => !mayMeet(persona, name))).toEqual([])
    expect(sent.filter((mail) => JSON.stringify(mail).includes(REASON))).toEqual([])
    expect([...new Set(met.map(({ name }) => name))].toSorted()).toEqual(['group-place', 'place'])
  })

  test('were of every kind that goes at once, and nothing of it stays in the outbox', async () => {
    const rows = await db.mail.findMany()
    expect(failed).toBe(0)
    const gone = rows.filter(({ status }) => status === 'sent').map(({ template }) => template)
    expect([...new Set(gone)].toSorted()).toEqual(['calendar', 'group-talk', 'leader-change', 'plan-opening'])
    expect(JSON.stringify(rows)).not.toContain('kanarie')
  })
})
