import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import {
  cancelGroupTalk,
  handOverGroupTalks,
  moveGroupTalk,
  planGroupTalk,
  takeAwayFromGroupTalks,
} from '../../db/group-talk-acts.ts'
import { readGroupTalk } from '../../db/group-talks.ts'
import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { ReceivedMail } from '../support/smtp.ts'
import { at, buildHouse, type Office, type OfficeHouse } from './office.ts'

let house: OfficeHouse
let office: Office
let bo: TestPerson
let bosTalk: string
let groupTalkId: string

beforeAll(async () => {
  house = await buildHouse()
})
beforeEach(async () => {
  office = await house.open()
  bo = await office.org.addPerson('Bo', { leader: office.ben })
  bosTalk = await office.org.addTalk(office.roundId, at('2026-12-10'), { employee: bo })
  groupTalkId = randomUUID()
})
afterAll(async () => {
  await house.close()
})

describe('Mails about a team talk (GRUS)', () => {
  test('go at once to everybody it lists and to the leader, with one event that all are in', async () => {
    await plan()
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 3 })
    const [toAnna] = await office.mailsTo(office.anna)
    const [toBen] = await office.mailsTo(office.ben)
    expect(toAnna?.email.subject).toBe('Indkaldelse til gruppesamtale (GRUS) 12.03.2027 (uge 10) kl. 9.30')
    expect(toAnna?.email.text).toContain('Anna Test, Bo Test')
    expect(toAnna?.email.text).toContain('Din egen MUS holder du og din leder stadig for jer selv.')
    expect(toAnna?.email.text).toContain(`/talks/${office.talkId}`)
    expect(toBen?.email.subject).toBe('Gruppesamtale (GRUS) med dit team 12.03.2027 (uge 10) kl. 9.30')
    const addresses = await Promise.all([office.anna, bo, office.ben].map(office.addressOf))
    const event = {
      uid: `${groupTalkId}@aarshjul`,
      sequence: 0,
      method: 'REQUEST',
      attendees: addresses.toSorted(),
    }
    expect(eventIn(toAnna)).toEqual(event)
    expect(eventIn(toBen)).toEqual(event)
  })

  test('of a move change the same event; who is taken off the list has it cancelled', async () => {
    await plan()
    await office.drainAt('2027-02-16 22:15')
    await move([bosTalk], '2027-03-19 13:00')
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 3 })
    expect((await office.mailsTo(bo)).at(-1)?.email.subject).toBe(
      'Gruppesamtalen (GRUS) er ændret: 19.03.2027 (uge 11) kl. 13.00',
    )
    expect(eventIn((await office.mailsTo(bo)).at(-1))).toMatchObject({ sequence: 1, method: 'REQUEST' })
    expect(eventIn((await office.mailsTo(office.anna)).at(-1))).toMatchObject({
      sequence: 1,
      method: 'CANCEL',
    })
  })

  test('of one called off before anybody heard of it go to nobody', async () => {
    await plan()
    await cancel()
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 0, dropped: 6 })
  })

  test('of one called off take it out of every calendar', async () => {
    await plan()
    await office.drainAt('2027-02-16 22:15')
    await cancel()
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 3 })
    for (const person of [office.anna, bo, office.ben])
      expect(eventIn((await office.mailsTo(person)).at(-1))).toMatchObject({ sequence: 1, method: 'CANCEL' })
  })

  test('wait for the first day back of somebody on leave, and go to the deputy of a leader who is away', async () => {
    const { db, anna, ben, carl } = office
    const away = { fromOn: toDate(day('2027-02-10')), toOn: toDate(day('2027-02-19')) }
    await db.leave.create({ data: { employmentId: anna.employmentId, ...away } })
    const { fromOn, toOn } = away
    await db.deputy.create({
      data: { leaderId: ben.employmentId, deputyId: carl.employmentId, fromOn, toOn },
    })
    await plan()
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 2 })
    expect(await office.mailsTo(carl)).toHaveLength(1)
    expect(await office.mailsTo(anna)).toEqual([])
    expect(await office.drainAt('2027-02-20 00:00')).toMatchObject({ sent: 1 })
  })

  test('tell the leader who is left when somebody has fallen off the list', async () => {
    const { db, anna, ben } = office
    await plan()
    await office.drainAt('2027-02-16 22:15')
    const away = { fromOn: toDate(day('2027-03-10')), toOn: toDate(day('2027-03-19')) }
    await db.leave.create({ data: { employmentId: anna.employmentId, ...away } })
    await db.$transaction((tx) => takeAwayFromGroupTalks(tx, at('2027-02-17 09:00')))
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 2 })
    const toBen = (await office.mailsTo(ben)).at(-1)
    expect(toBen?.email.subject).toBe('Færre deltagere i gruppesamtalen (GRUS) 12.03.2027 (uge 10) kl. 9.30')
    expect(toBen?.email.text).toContain('Bo Test')
    expect(toBen?.email.text).not.toContain('Anna Test')
    expect(eventIn(toBen)).toMatchObject({ sequence: 1, method: 'REQUEST' })
  })

  test('of a team that has a new leader put it into their calendar, and take it out of the former leader’s', async () => {
    const { ben, carl } = office
    await plan()
    await office.drainAt('2027-02-16 22:15')
    await leadFrom('2027-02-17', carl, [office.anna, bo])
    await office.drainAt('2027-02-17 09:00')
    const toCarl = await office.mailsTo(carl)
    expect(toCarl.map(({ email }) => email.subject)).toEqual([
      'Gruppesamtale (GRUS) med dit team 12.03.2027 (uge 10) kl. 9.30',
    ])
    expect(eventIn(toCarl[0])).toMatchObject({ sequence: 1, method: 'REQUEST' })
    const toBen = (await office.mailsTo(ben)).at(-1)
    expect(toBen?.email.subject).toBe('Ikke længere din: gruppesamtale (GRUS) 12.03.2027 (uge 10) kl. 9.30')
    expect(toBen?.email.text).toContain('Carl Test står nu for gruppesamtalen')
    expect(eventIn(toBen)).toMatchObject({ sequence: 1, method: 'CANCEL' })
    expect(await office.mailsTo(office.anna)).toHaveLength(1)
  })

  test('say nothing to a leader who keeps some of those it lists', async () => {
    await plan()
    await office.drainAt('2027-02-16 22:15')
    await leadFrom('2027-02-17', office.carl, [office.anna])
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 0 })
  })

  test('are not sent about a time that has passed', async () => {
    await plan()
    expect(await office.drainAt('2027-03-12 09:30')).toMatchObject({ sent: 0, dropped: 3 })
  })
})

const time = (starts: string, talkIds: string[]) => ({
  startsAt: at(starts),
  on: day(starts.slice(0, 10)),
  minutes: 120,
  place: 'Personalerummet',
  onlineUrl: '',
  talkIds,
})

const cause = (now: string) => ({
  decisionId: randomUUID(),
  at: at(now),
  byPersonId: office.ben.personId,
  onBehalfOf: null,
})

async function plan(): Promise<void> {
  const about = { id: groupTalkId, roundId: office.roundId, leaderId: office.ben.employmentId }
  const planned = time('2027-03-12 09:30', [office.talkId, bosTalk])
  await planGroupTalk(office.db, about, planned, cause('2027-02-16 22:15'))
}

async function move(talkIds: string[], starts: string): Promise<void> {
  await moveGroupTalk(office.db, await found(), time(starts, talkIds), cause('2027-02-17 09:00'))
}

async function cancel(): Promise<void> {
  await cancelGroupTalk(office.db, await found(), cause('2027-02-16 22:15'))
}

/** These have another leader from a day on, as the record of one of their talks hears. */
async function leadFrom(on: string, leader: TestPerson, employees: TestPerson[]): Promise<void> {
  const ids = employees.map(({ employmentId }) => employmentId)
  await office.db.reportingLine.updateMany({
    where: { employmentId: { in: ids } },
    data: { leaderId: leader.employmentId },
  })
  await office.db.$transaction((tx) => handOverGroupTalks(tx, office.talkId, day(on), at(`${on} 08:00`)))
}

async function found() {
  const groupTalk = await readGroupTalk(office.db, groupTalkId)
  if (groupTalk === null) throw new Error('no team talk in the table: expected the one that was planned')
  return groupTalk
}

function eventIn(mail: ReceivedMail | undefined) {
  const part = mail?.email.attachments.find((attachment) => attachment.mimeType === 'text/calendar')
  const content = typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content)
  const calendar = new ICAL.Component(ICAL.parse(content))
  const event = calendar.getFirstSubcomponent('vevent')
  const attendees = event?.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue()))
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event?.getFirstPropertyValue('uid'),
    sequence: event?.getFirstPropertyValue('sequence'),
    attendees: attendees?.map((address) => address.replace(/^mailto:/i, '')).toSorted(),
  }
}
