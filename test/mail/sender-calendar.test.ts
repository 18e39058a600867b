import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { toDate } from '../../db/days.ts'
import { queueCalendarMail, queueSignInMail } from '../../db/outbox.ts'
import { day } from '../../domain/calendar/day.ts'
import type { Party } from '../../domain/talk/talk.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { ReceivedMail } from '../support/smtp.ts'
import { createSender } from '../../mail/sender.ts'
import { signInToken } from '../../db/sign-in-token.ts'
import { testKeys } from '../support/temporal-keys.ts'
import { at, buildHouse, connect, type Office, type OfficeHouse, settings } from './office.ts'

let house: OfficeHouse
let office: Office

beforeAll(async () => {
  house = await buildHouse()
})
beforeEach(async () => {
  office = await house.open()
})
afterAll(async () => {
  await house.close()
})

interface Set {
  starts: string
  sequence: number
  now?: string
  noticeKept?: boolean
  subject?: string
  to?: Party[]
}

/** Ben sets a time; what stood before is replaced. */
async function setTime({ starts, sequence, now = '2027-02-16 22:15', noticeKept = true, subject, to }: Set) {
  const { db, talkId } = office
  await db.appointment.updateMany({ where: { status: 'current' }, data: { status: 'replaced' } })
  const appointment = await db.appointment.create({
    data: {
      talkId,
      subject: subject ?? talkId,
      startsAt: new Date(at(starts)),
      minutes: subject === undefined ? 60 : 15,
      place: 'Mødelokale 2; 1. sal, til venstre',
      status: 'current',
      sequence,
      createdAt: new Date(at(now)),
    },
  })
  const state = { id: appointment.id, startsAt: at(starts), noticeKept, accepted: false }
  const [path, part] =
    subject === undefined
      ? ['{appointment}', state]
      : ['{statusTalks}', [{ id: subject, appointment: state }]]
  await db.$executeRaw`UPDATE talk SET snapshot = jsonb_set(snapshot, ${path}::text[], ${JSON.stringify(part)}::jsonb)
    WHERE id = ${talkId}::uuid`
  await queue('request', appointment.id, sequence, now, subject, to)
  return appointment.id
}

async function cancelTime(appointmentId: string, sequence: number, now = '2027-02-18 10:00') {
  await office.db.appointment.update({ where: { id: appointmentId }, data: { status: 'replaced' } })
  await queue('cancel', appointmentId, sequence, now)
}

function queue(
  method: 'request' | 'cancel',
  appointmentId: string,
  sequence: number,
  now: string,
  subject = office.talkId,
  to: Party[] = ['employee', 'leader'],
) {
  const order = { talkId: office.talkId, method, subject, appointmentId, sequence, to, at: at(now) }
  return office.db.$transaction((tx) => queueCalendarMail(tx, order))
}

function eventIn(mail: ReceivedMail | undefined) {
  const part = mail?.email.attachments.find((attachment) => attachment.mimeType === 'text/calendar')
  const content = typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content)
  const calendar = new ICAL.Component(ICAL.parse(content))
  const event = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => event?.getFirstPropertyValue(name)?.toString()
  return {
    method: calendar.getFirstPropertyValue('method'),
    mimeMethod: part?.method,
    uid: value('uid'),
    sequence: value('sequence'),
    start: value('dtstart'),
    end: value('dtend'),
    summary: value('summary'),
    location: value('location'),
    class: value('class'),
    status: value('status'),
    organizer: value('organizer'),
    attendees: event?.getAllProperties('attendee').map((attendee) => attendee.getFirstValue()),
    rsvp: event?.getAllProperties('attendee').map((attendee) => attendee.getFirstParameter('rsvp')),
  }
}

const subjectsTo = async (person: TestPerson) =>
  (await office.mailsTo(person)).map((mail) => mail.email.subject)

describe('calendar mails (R4.2, R11.4)', () => {
  test('go to both at once, at any hour of any day', async () => {
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 2 })
    expect(await subjectsTo(office.anna)).toEqual(['Indkaldelse til MUS 12.03.2027 (uge 10) kl. 9.30'])
    expect(await subjectsTo(office.ben)).toEqual(['MUS med Anna Test 12.03.2027 (uge 10) kl. 9.30'])

    await setTime({ starts: '2028-01-12 09:30', sequence: 1, now: '2027-12-25 03:00' })
    expect(await office.drainAt('2027-12-25 03:00')).toMatchObject({ sent: 2 })
  })

  test('carry a meeting in UTC that Outlook and others take: both invited, the leader named, private', async () => {
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const [annas] = await office.mailsTo(office.anna)
    expect(eventIn(annas)).toEqual({
      method: 'REQUEST',
      mimeMethod: 'REQUEST',
      uid: `${office.talkId}@aarshjul`,
      sequence: '0',
      start: '2027-03-12T08:30:00Z',
      end: '2027-03-12T09:30:00Z',
      summary: 'MUS: Anna Test og Ben Test',
      location: 'Mødelokale 2; 1. sal, til venstre',
      class: 'PRIVATE',
      status: 'CONFIRMED',
      organizer: 'mailto:mus@solbakke.example',
      attendees: [
        `MAILTO:${await office.addressOf(office.anna)}`,
        `MAILTO:${await office.addressOf(office.ben)}`,
      ],
      rsvp: ['FALSE', 'FALSE'],
    })
    expect(annas?.email.replyTo?.[0]).toMatchObject({ address: await office.addressOf(office.ben) })
    expect(annas?.email.text).toContain('60 minutter, heraf 15 til planen')
    expect(annas?.email.text).toContain(`${settings.publicUrl}/talks/${office.talkId}/preparation`)
    expect(eventIn((await office.mailsTo(office.ben))[0])).toMatchObject({ uid: eventIn(annas).uid })
  })

  test('of a move and a cancellation change the same event', async () => {
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const moved = await setTime({ starts: '2027-03-19 13:00', sequence: 1, now: '2027-02-17 09:00' })
    await office.drainAt('2027-02-17 09:00')
    await cancelTime(moved, 2)
    await office.drainAt('2027-02-18 10:00')

    expect(await subjectsTo(office.anna)).toEqual([
      'Indkaldelse til MUS 12.03.2027 (uge 10) kl. 9.30',
      'Ny tid til MUS: 19.03.2027 (uge 11) kl. 13.00',
      'Aflyst: MUS 19.03.2027 (uge 11) kl. 13.00',
    ])
    const events = (await office.mailsTo(office.anna)).map(eventIn)
    expect(new Set(events.map((event) => event.uid)).size).toBe(1)
    expect(events.map(({ method, sequence, status }) => [method, sequence, status])).toEqual([
      ['REQUEST', '0', 'CONFIRMED'],
      ['REQUEST', '1', 'CONFIRMED'],
      ['CANCEL', '2', 'CANCELLED'],
    ])
  })

  test('after a cancellation a new time is an invitation again', async () => {
    const first = await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    await cancelTime(first, 1)
    await office.drainAt('2027-02-18 10:00')
    await setTime({ starts: '2027-03-22 10:00', sequence: 2, now: '2027-02-19 10:00' })
    await office.drainAt('2027-02-19 10:00')
    expect((await subjectsTo(office.anna)).at(-1)).toBe('Indkaldelse til MUS 22.03.2027 (uge 12) kl. 10.00')
  })

  test('at short notice say until when the employee must accept', async () => {
    await setTime({ starts: '2027-02-22 10:00', sequence: 0, noticeKept: false })
    await office.drainAt('2027-02-16 22:15')
    const [annas] = await office.mailsTo(office.anna)
    expect(annas?.email.text).toContain('Svar senest 19.02.2027 (uge 7) kl. 12.00.')
    expect((await office.mailsTo(office.ben))[0]?.email.text).not.toContain('Svar senest')
  })

  test('at short notice give who comes back from leave until noon of the first day back', async () => {
    await setTime({ starts: '2027-02-22 14:00', sequence: 0, noticeKept: false })
    const leaves = [
      { id: 'leave-1', from: '2027-02-10', to: '2027-02-21', left: {}, moved: {}, reopened: false },
    ]
    await office.db.$executeRaw`UPDATE talk SET snapshot = snapshot || ${JSON.stringify({ leaves })}::jsonb`
    await office.drainAt('2027-02-22 00:00')
    const [annas] = await office.mailsTo(office.anna)
    expect(annas?.email.text).toContain('Svar senest 22.02.2027 (uge 8) kl. 12.00.')
  })

  test('a time withdrawn for want of an answer is told as that', async () => {
    const id = await setTime({ starts: '2027-02-22 10:00', sequence: 0, noticeKept: false })
    await office.drainAt('2027-02-16 22:15')
    const now = '2027-02-19 12:00'
    await office.decide({ kind: 'time-withdrawn', step: 'told', whileOpen: false, due: null, decided: now })
    await cancelTime(id, 1, now)
    await office.drainAt(now)
    expect((await subjectsTo(office.anna)).at(-1)).toBe('Trukket tilbage: MUS 22.02.2027 (uge 8) kl. 10.00')
    expect((await subjectsTo(office.ben)).at(-1)).toBe(
      'Trukket tilbage: MUS med Anna Test 22.02.2027 (uge 8) kl. 10.00',
    )
  })

  test('a status talk is invited as one, with a calendar event of its own', async () => {
    const statusTalk = await office.db.statusTalk.create({
      data: { talkId: office.talkId, number: 1, dueOn: toDate(day('2027-08-30')) },
    })
    await setTime({ starts: '2027-08-25 09:00', sequence: 0, subject: statusTalk.id })
    await office.drainAt('2027-02-16 22:15')
    const [annas] = await office.mailsTo(office.anna)
    expect(annas?.email.subject).toBe('Indkaldelse til statussamtale 25.08.2027 (uge 34) kl. 9.00')
    expect(annas?.email.text).toContain('Varighed: 15 minutter\n')
    expect(eventIn(annas)).toMatchObject({
      uid: `${statusTalk.id}@aarshjul`,
      summary: 'Statussamtale: Anna Test og Ben Test',
    })
    expect(annas?.email.text).not.toContain('Svar senest')
  })

  test('a status talk at short notice says until when the employee must accept', async () => {
    const statusTalk = await office.db.statusTalk.create({
      data: { talkId: office.talkId, number: 1, dueOn: toDate(day('2027-02-25')) },
    })
    const subject = statusTalk.id
    await setTime({ starts: '2027-02-22 10:00', sequence: 0, noticeKept: false, subject })
    await office.drainAt('2027-02-16 22:15')
    const [annas] = await office.mailsTo(office.anna)
    expect(annas?.email.text).toContain('Svar senest 19.02.2027 (uge 7) kl. 12.00.')
    expect((await office.mailsTo(office.ben))[0]?.email.text).not.toContain('Svar senest')
  })

  test('go on while the round is paused', async () => {
    await office.db.round.updateMany({ data: { pausedOn: toDate(day('2027-02-15')) } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 2 })
  })

  test('after an outage only the newest state of an event is told', async () => {
    await office.smtp.goAway()
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    await setTime({ starts: '2027-03-19 13:00', sequence: 1, now: '2027-02-17 09:00' })
    await office.smtp.comeBack()
    await office.drainAt('2027-02-17 09:00')
    expect(await subjectsTo(office.anna)).toEqual(['Indkaldelse til MUS 19.03.2027 (uge 11) kl. 13.00'])
    expect(await office.db.mail.count({ where: { status: 'dropped', reason: 'overtaken' } })).toBe(2)
  })

  test('a time that was set and cancelled during an outage is never told at all', async () => {
    await office.smtp.goAway()
    const id = await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    await cancelTime(id, 1, '2027-02-17 09:00')
    await office.smtp.comeBack()
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 0, dropped: 4 })
  })

  test('an appointment that is over is not told any more', async () => {
    await setTime({ starts: '2027-02-17 09:00', sequence: 0 })
    expect(await office.drainAt('2027-02-17 10:00')).toMatchObject({ sent: 0, dropped: 2 })
    expect(await office.mails()).toEqual(['dropped past-due-day', 'dropped past-due-day'])
  })

  test('a move by a new leader takes the time out of the old leader’s calendar', async () => {
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const nils = await office.org.addPerson('Nils', { leader: office.carl })
    await office.db.reportingLine.updateMany({
      where: { employmentId: office.anna.employmentId },
      data: { leaderId: nils.employmentId },
    })
    await setTime({ starts: '2027-03-19 13:00', sequence: 1, now: '2027-02-17 09:00' })
    await office.drainAt('2027-02-17 09:00')
    expect(await subjectsTo(nils)).toEqual(['MUS med Anna Test 19.03.2027 (uge 11) kl. 13.00'])
    const toBen = (await office.mailsTo(office.ben)).at(-1)
    expect(toBen?.email.subject).toBe('En anden holder MUS med Anna Test 19.03.2027 (uge 11) kl. 13.00')
    expect(eventIn(toBen)).toMatchObject({ method: 'CANCEL', uid: `${office.talkId}@aarshjul` })
  })

  test('a cancellation goes to the leader who has the time in the calendar', async () => {
    const id = await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const nils = await office.org.addPerson('Nils', { leader: office.carl })
    await office.db.reportingLine.updateMany({
      where: { employmentId: office.anna.employmentId },
      data: { leaderId: nils.employmentId },
    })
    await cancelTime(id, 1)
    await office.drainAt('2027-02-18 10:00')
    expect(await subjectsTo(nils)).toEqual([])
    expect((await subjectsTo(office.ben)).at(-1)).toBe(
      'Aflyst: MUS med Anna Test 12.03.2027 (uge 10) kl. 9.30',
    )
  })

  test('a time that the next above sets while the leader is on leave goes to the one who set it', async () => {
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const { employmentId } = office.ben
    await office.db.leave.create({ data: { employmentId, fromOn: toDate(day('2027-02-17')) } })
    await setTime({ starts: '2027-03-19 13:00', sequence: 1, now: '2027-02-17 09:00' })
    await office.drainAt('2027-02-17 09:00')
    expect(await subjectsTo(office.carl)).toEqual(['MUS med Anna Test 19.03.2027 (uge 11) kl. 13.00'])
    expect((await office.mailsTo(office.ben)).map(eventIn).at(-1)).toMatchObject({ method: 'CANCEL' })
    const toAnna = (await office.mailsTo(office.anna)).at(-1)
    expect(eventIn(toAnna).summary).toBe('MUS: Anna Test og Carl Test')
  })

  test('go to the leader of the day of the talk, who gets them on the first day back from a leave before it', async () => {
    const { employmentId } = office.ben
    const away = { fromOn: toDate(day('2027-02-10')), toOn: toDate(day('2027-02-26')) }
    await office.db.leave.create({ data: { employmentId, ...away } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const toAnna = (await office.mailsTo(office.anna)).at(-1)
    expect(eventIn(toAnna).summary).toBe('MUS: Anna Test og Ben Test')
    expect([await subjectsTo(office.ben), await subjectsTo(office.carl)]).toEqual([[], []])
    await office.drainAt('2027-02-27 09:00')
    expect(await subjectsTo(office.ben)).toEqual(['MUS med Anna Test 12.03.2027 (uge 10) kl. 9.30'])
    expect(await subjectsTo(office.carl)).toEqual([])
  })

  test('go to whoever acts for the leader on the day of the talk', async () => {
    const stine = await office.org.addPerson('Stine', { leader: office.carl })
    const { employmentId } = office.ben
    const away = { fromOn: toDate(day('2027-03-08')), toOn: toDate(day('2027-03-19')) }
    await office.db.leave.create({ data: { employmentId, ...away } })
    await office.db.deputy.create({
      data: { leaderId: employmentId, deputyId: stine.employmentId, ...away },
    })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    expect(await subjectsTo(stine)).toEqual(['MUS med Anna Test 12.03.2027 (uge 10) kl. 9.30'])
    expect(await subjectsTo(office.ben)).toEqual([])
  })

  test('of an extra talk name it by its kind and bring its own guide', async () => {
    const { db, talkId } = office
    const offer = await db.offer.create({ data: { talkId, kind: 'senior', offeredAt: new Date(0) } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0, subject: offer.id })
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 2 })
    const [mail] = await office.mailsTo(office.anna)
    expect(mail?.email.subject).toBe('Indkaldelse til seniorsamtale 12.03.2027 (uge 10) kl. 9.30')
    expect(mail?.email.text).toContain('Samtalen er frivillig.')
    expect(mail?.email.text).toContain(`/talks/${talkId}/materials/senior-guide`)
    expect(eventIn(mail)).toMatchObject({
      uid: `${offer.id}@aarshjul`,
      summary: 'Seniorsamtale: Anna Test og Ben Test',
    })
  })

  test('an employee on leave is not written to', async () => {
    await office.db.leave.create({
      data: { employmentId: office.anna.employmentId, fromOn: toDate(day('2027-02-10')), toOn: null },
    })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 1, dropped: 0 })
    expect(await office.mails()).toEqual(expect.arrayContaining(['queued on-leave', 'sent']))
    const waits = await office.db.mail.findFirstOrThrow({ where: { reason: 'on-leave' } })
    expect(waits.personId).toBe(office.anna.personId)
    expect(await office.drainAt('2027-03-12 10:00')).toMatchObject({ sent: 0, dropped: 1 })
    expect(await subjectsTo(office.anna)).toEqual([])
  })

  test('a time set while the employee is on leave is told on the first day back', async () => {
    const { employmentId } = office.anna
    const away = { fromOn: toDate(day('2027-02-10')), toOn: toDate(day('2027-02-26')) }
    await office.db.leave.create({ data: { employmentId, ...away } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    expect(await office.drainAt('2027-02-26 23:59')).toMatchObject({ sent: 0, dropped: 0 })
    expect(await office.drainAt('2027-02-27 00:00')).toMatchObject({ sent: 1 })
    expect(await subjectsTo(office.anna)).toEqual(['Indkaldelse til MUS 12.03.2027 (uge 10) kl. 9.30'])
  })

  test('a time set and moved during a leave is told once, as it stands', async () => {
    const { employmentId } = office.anna
    const away = { fromOn: toDate(day('2027-02-10')), toOn: toDate(day('2027-02-26')) }
    await office.db.leave.create({ data: { employmentId, ...away } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    await setTime({ starts: '2027-03-19 13:00', sequence: 1, now: '2027-02-17 09:00' })
    await office.drainAt('2027-02-17 09:00')
    await office.drainAt('2027-03-01 08:00')
    expect(await subjectsTo(office.anna)).toEqual(['Indkaldelse til MUS 19.03.2027 (uge 11) kl. 13.00'])
  })

  test('an employee without an address has it printed; the leader’s meeting names the leader alone', async () => {
    await office.db.person.update({ where: { id: office.anna.personId }, data: { email: null } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 1, printed: 1 })
    expect(eventIn((await office.mailsTo(office.ben))[0]).attendees).toHaveLength(1)
  })

  test('what was printed is moved and cancelled on paper too', async () => {
    await office.db.person.update({ where: { id: office.anna.personId }, data: { email: null } })
    await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await office.drainAt('2027-02-16 22:15')
    const moved = await setTime({ starts: '2027-03-19 13:00', sequence: 1, now: '2027-02-17 09:00' })
    await office.drainAt('2027-02-17 09:00')
    await cancelTime(moved, 2)
    expect(await office.drainAt('2027-02-18 10:00')).toMatchObject({ printed: 1 })
    const prints = await office.db.mail.findMany({
      where: { status: 'printed' },
      orderBy: { createdAt: 'asc' },
    })
    expect(prints.map((print) => print.subjectLine)).toEqual([
      'Indkaldelse til MUS 12.03.2027 (uge 10) kl. 9.30',
      'Ny tid til MUS: 19.03.2027 (uge 11) kl. 13.00',
      'Aflyst: MUS 19.03.2027 (uge 11) kl. 13.00',
    ])
  })

  test('queued twice in one decision they go once', async () => {
    const id = await setTime({ starts: '2027-03-12 09:30', sequence: 0 })
    await queue('request', id, 0, '2027-02-16 22:15')
    expect(await office.drainAt('2027-02-16 22:15')).toMatchObject({ sent: 2 })
  })
})

describe('sign-in mails', () => {
  const linkId = '5f1c2a70-0000-4000-8000-0000000000d1'
  const token = signInToken(testKeys[0]?.bytes ?? new Uint8Array(), linkId)
  const tokenHash = createHash('sha256').update(token).digest('hex')

  async function signIn(expiresAt: Date, usedAt: Date | null = null) {
    const { personId } = office.anna
    const email = await office.addressOf(office.anna)
    await office.db.$transaction(async (tx) => {
      await tx.signInLink.create({ data: { tokenHash, personId, expiresAt, usedAt } })
      await queueSignInMail(tx, { personId, email, linkId, tokenHash, at: at('2027-02-20 23:00') })
    })
  }

  test('go at once, with a link that a person must press, and the token never stands in the outbox', async () => {
    await signIn(new Date('2099-01-01T00:00:00Z'))
    expect(JSON.stringify(await office.db.mail.findMany())).not.toContain(token)
    expect(await office.drainAt('2027-02-20 23:00')).toMatchObject({ sent: 1 })
    const [mail] = await office.mailsTo(office.anna)
    expect(mail?.email.text).toContain(`${settings.publicUrl}/sign-in/${token}`)
    expect(await office.db.mail.findFirstOrThrow()).toMatchObject({ data: { tokenHash, linkId } })
    expect(JSON.stringify(await office.db.mail.findMany())).not.toContain(token)
  })

  test('are made by the key of this installation alone, and by those that it had before', async () => {
    const { db, smtp } = office
    const other = { id: 'other', bytes: Buffer.alloc(32, 8) }
    const [clock, transport] = [{ now: () => at('2027-02-20 23:00') }, connect(smtp)]
    for (const [temporalKeys, done] of [
      [[other], { sent: 0, dropped: 1 }],
      [[other, ...testKeys], { sent: 1, dropped: 0 }],
    ] as const) {
      await db.$executeRaw`TRUNCATE mail, sign_in_link CASCADE`
      await signIn(new Date('2099-01-01T00:00:00Z'))
      const sender = createSender({ db, clock, transport, config: { ...settings, temporalKeys } })
      expect(await sender.drain()).toMatchObject(done)
    }
    await transport.close()
  })

  test('that the server puts off go to the address that was asked for, whatever Anna’s is by then', async () => {
    const address = await office.addressOf(office.anna)
    office.smtp.play(address, { at: 'rcpt', code: 450 })
    await signIn(new Date('2099-01-01T00:00:00Z'))
    expect(await office.drainAt('2027-02-20 23:00')).toMatchObject({ deferred: 1 })
    office.smtp.play(address, null)
    const data = { email: 'anna.ny@by.example' }
    await office.db.person.update({ where: { id: office.anna.personId }, data })
    expect(await office.drainAt('2027-02-20 23:10')).toMatchObject({ sent: 1 })
    expect(office.smtp.received.map(({ to }) => to)).toEqual([address])
  })

  test('with a link that is over or used are not sent, and keep no token either', async () => {
    await signIn(new Date('2001-01-01T00:00:00Z'))
    expect(await office.drainAt('2027-02-20 23:00')).toMatchObject({ sent: 0, dropped: 1 })
    expect(JSON.stringify(await office.db.mail.findMany())).not.toContain(token)
  })
})
