import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { toDate } from '../../db/days.ts'
import { toJson } from '../../db/json.ts'
import { listMails } from '../../db/mail-list.ts'
import { readNoticeLog, readPrintedMails } from '../../db/outbox-log.ts'
import { day } from '../../domain/calendar/day.ts'
import type { PrintedMail } from '../../mail/templates/content.ts'
import { createSender } from '../../mail/sender.ts'
import { layOut } from '../../mail/templates/layout.ts'
import { policyOf2027 } from '../support/organisation.ts'
import { at, buildHouse, connect, type Office, type OfficeHouse, planWaits, settings } from './office.ts'

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

describe('single mails to employees', () => {
  test('a step decided before dawn goes the same morning between 7:00 and 7:45, and only then', async () => {
    await office.decide(planWaits)
    expect(await office.drainAt('2027-02-16 06:59')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 1 })
    const [mail] = await office.mailsTo(office.anna)
    expect(mail?.email.subject).toBe('Udviklingsplanen venter på dig – fristen var 15.02.2027 (uge 7)')
    expect(mail?.email.text).toContain(`${settings.publicUrl}/talks/${office.talkId}/plan`)
    expect(await office.notices()).toEqual({ 'overdue employee': 'sent' })
  })

  test('a step decided during the day waits for the next working morning', async () => {
    await office.decide({ ...planWaits, decided: '2027-02-19 10:00' })
    for (const early of ['2027-02-19 10:00', '2027-02-20 07:45', '2027-02-21 07:45']) {
      expect(await office.drainAt(early)).toMatchObject({ sent: 0 })
    }
    expect(await office.drainAt('2027-02-22 07:45')).toMatchObject({ sent: 1 })
  })

  test('nothing goes on a closing day of the employee’s own unit, though other units work', async () => {
    const fromOn = toDate(day('2027-02-16'))
    await office.db.unitClosing.create({
      data: { unitId: office.org.top, fromOn, toOn: toDate(day('2027-02-17')) },
    })
    await office.decide(planWaits)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-18 07:45')).toMatchObject({ sent: 1 })
  })

  test('nothing goes in the quiet summer weeks', async () => {
    await office.decide({ ...planWaits, decided: '2027-07-12 05:10' })
    for (const quiet of ['2027-07-12', '2027-07-19', '2027-07-30']) {
      expect(await office.drainAt(`${quiet} 07:45`)).toMatchObject({ sent: 0 })
    }
    expect(await office.drainAt('2027-08-02 07:45')).toMatchObject({ sent: 1 })
  })

  test('nothing more is sent once the employee has done it', async () => {
    await office.decide(planWaits)
    await office.drainAt('2027-02-16 05:15')
    await office.end('agree-plan')
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 0, dropped: 1 })
    expect(await office.notices()).toEqual({ 'overdue employee': 'dropped done' })
    expect(await office.mails()).toEqual(['dropped done'])
  })

  test('a step of an earlier occurrence is never told when the obligation opened again', async () => {
    await office.decide(planWaits)
    await office.db.obligation.updateMany({ data: { occurrence: 2 } })
    await office.drainAt('2027-02-16 07:45')
    expect(await office.notices()).toEqual({ 'overdue employee': 'dropped done' })
  })

  test('nobody is written to while on leave, or after the last day; what waits is told on the first day back', async () => {
    const away = { fromOn: toDate(day('2027-02-16')), toOn: toDate(day('2027-02-26')) }
    await office.db.leave.create({ data: { employmentId: office.anna.employmentId, ...away } })
    await office.decide(planWaits)
    await office.decide({
      kind: 'plan-agreed',
      step: 'told',
      audience: 'employee',
      whileOpen: false,
      due: null,
      decided: '2027-02-16 05:10',
    })
    await office.drainAt('2027-02-16 07:45')
    expect(await office.notices()).toEqual({
      'overdue employee': 'queued',
      'told employee': 'queued',
    })
    expect(await office.drainAt('2027-02-26 07:45')).toMatchObject({ sent: 0, dropped: 0 })
    expect(await office.mailsTo(office.anna)).toEqual([])
    expect(await office.drainAt('2027-03-01 07:45')).toMatchObject({ sent: 2 })
    expect(await office.notices()).toEqual({ 'overdue employee': 'sent', 'told employee': 'sent' })

    const bo = await office.org.addPerson('Bo', { leader: office.ben, lastDay: '2027-02-15' })
    const talkId = await office.org.addTalk(office.roundId, at('2026-12-10'), { employee: bo })
    await office.decide({ ...planWaits, talkId, step: 'reminder', due: '2027-02-26' })
    await office.drainAt('2027-02-17 07:45')
    expect((await office.notices())['reminder employee']).toBe('dropped left')
    expect(await office.mailsTo(bo)).toEqual([])
  })

  test('published times are told of only while one of them can still be picked', async () => {
    const slot = { roundId: office.roundId, minutes: 60, place: '', onlineUrl: '' }
    const free = { ...slot, leaderId: office.ben.employmentId }
    const another = { ...slot, leaderId: office.carl.employmentId }
    const [first, second] = [new Date(at('2027-02-16 07:00')), new Date(at('2027-03-01 10:00'))]
    await office.db.slot.createMany({
      data: [
        { ...free, startsAt: first },
        { ...free, startsAt: second, takenBy: await office.org.addTalk(office.roundId, at('2026-12-10')) },
        { ...another, startsAt: second },
      ],
    })
    const published = {
      kind: 'slots-published',
      step: 'told',
      audience: 'employee',
      whileOpen: false,
      due: null,
      decided: '2027-02-15 12:00',
    } as const
    await office.decide(published)
    // The last one free has begun, and what another leader offers is not for Anna.
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 0, dropped: 1 })
    expect(await office.notices()).toEqual({ 'told employee': 'dropped done' })

    await office.db.slot.updateMany({ data: { takenBy: null } })
    await office.decide({ ...published, occurrence: 2, decided: '2027-02-16 12:00' })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1 })
  })

  test('an action that another talk reminds about now is not told by the old one (R9.3)', async () => {
    const plan = await office.db.planVersion.create({
      data: { talkId: office.talkId, content: {}, hash: 'h', status: 'agreed', createdAt: new Date(0) },
    })
    const nextRound = await office.org.addRound({ status: 'running', name: 'MUS 2028' })
    const nextTalk = await office.org.addTalk(nextRound, at('2027-02-01'), { employee: office.anna })
    const action = await office.db.action.create({
      data: {
        employmentId: office.anna.employmentId,
        talkId: nextTalk,
        planVersionId: plan.id,
        position: 0,
        owner: 'employee',
        what: 'Kursus i forhandling',
        dueOn: toDate(day('2027-02-16')),
      },
    })
    await office.decide({ ...planWaits, kind: 'action', step: 'asked', subject: action.id })
    await office.drainAt('2027-02-16 07:45')
    expect(await office.notices()).toEqual({ 'asked employee': 'dropped replaced' })
  })

  test('a reminder that missed its due day is dropped, a later step is not', async () => {
    await office.decide({ ...planWaits, step: 'reminder', reminder: true, due: '2027-02-15' })
    await office.decide({ ...planWaits, kind: 'action', step: 'asked', due: '2027-02-15' })
    await office.drainAt('2027-02-16 07:45')
    expect(await office.notices()).toEqual({
      'reminder employee': 'dropped past-due-day',
      'asked employee': 'sent',
    })
  })

  test('who has no address gets the mail printed by the leader', async () => {
    await office.db.person.update({ where: { id: office.anna.personId }, data: { email: null } })
    await office.decide(planWaits)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ printed: 1, sent: 0 })
    expect(await office.mails()).toEqual(['printed no-address'])
    expect(await office.notices()).toEqual({ 'overdue employee': 'dropped no-address' })
    const [printed] = await readPrintedMails(office.db, { led: [office.anna.personId], others: [] })
    if (printed === undefined) throw new Error('nothing is printed: expected one mail')
    expect(printed.subject).toBe('Udviklingsplanen venter på dig – fristen var 15.02.2027 (uge 7)')
    const { content, language } = printed.print as PrintedMail
    const { text } = await layOut(content, language, settings)
    expect(text).toContain('Hej Anna')
    expect(text).toContain(`${settings.publicUrl}/talks/${office.talkId}/plan`)
  })

  test('the log tells of each mail what became of it, try by try', async () => {
    const { personId } = office.anna
    const annasLog = () =>
      office.db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT set_config('aarshjul.viewer', ${`${personId} 2027-02-16 0`}, true)`
        return listMails(tx, { viewerId: personId, personId, unitIds: null }, day('2027-02-16'), 10)
      })
    office.smtp.play(await office.addressOf(office.anna), { at: 'rcpt', code: 451 })
    await office.decide(planWaits)
    await office.drainAt('2027-02-16 05:15')
    expect(await annasLog()).toMatchObject([
      { template: 'notice', state: 'queued', subject: null, attempts: [] },
    ])
    await office.drainAt('2027-02-16 07:45')
    office.smtp.play(await office.addressOf(office.anna), null)
    await office.drainAt('2027-02-17 07:45')
    expect(await annasLog()).toMatchObject([
      {
        state: 'sent',
        reason: null,
        subject: 'Udviklingsplanen venter på dig – fristen var 15.02.2027 (uge 7)',
        endedAt: at('2027-02-17 07:45'),
        attempts: [
          { at: at('2027-02-16 07:45'), outcome: 'deferred', answer: '451 rcpt' },
          { at: at('2027-02-17 07:45'), outcome: 'sent', answer: '250' },
        ],
      },
    ])
    expect(await readNoticeLog(office.db, office.talkId)).toMatchObject([
      { kind: 'agree-plan', step: 'overdue', status: 'sent', personId: office.anna.personId },
    ])
  })

  test('each gets the mail in their own language', async () => {
    await office.db.person.update({ where: { id: office.anna.personId }, data: { language: 'en' } })
    await office.decide(planWaits)
    await office.drainAt('2027-02-16 07:45')
    const [mail] = await office.mailsTo(office.anna)
    expect(mail?.email.subject).toBe(
      'The development plan waits for you – it was due 15 February 2027 (week 7)',
    )
  })

  test('two senders working at once send one mail', async () => {
    await office.decide(planWaits)
    office.setClock('2027-02-16 07:45')
    const others = [office.sender, office.anotherSender(), office.anotherSender(), office.anotherSender()]
    const reports = await Promise.all(others.map((sender) => sender.drain()))
    expect(reports.reduce((sum, report) => sum + report.sent, 0)).toBe(1)
    expect(office.smtp.received).toHaveLength(1)
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 0 })
  })

  test('while one sender has a mail on its way another leaves it alone', async () => {
    await office.decide(planWaits)
    let letGo = () => {}
    office.smtp.holdAnswers(
      new Promise((resolve) => {
        letGo = () => resolve('answer')
      }),
    )
    office.setClock('2027-02-16 07:45')
    const first = office.sender.drain()
    while (office.smtp.received.length === 0) await new Promise(setImmediate)
    expect(await office.anotherSender().drain()).toMatchObject({ sent: 0, unknown: 0 })
    letGo()
    expect(await first).toMatchObject({ sent: 1 })
    expect(office.smtp.received).toHaveLength(1)
  })

  test('a mail that cannot be composed is put aside and holds up nobody else', async () => {
    const id = await office.decide(planWaits)
    await office.decide({ ...planWaits, kind: 'action', step: 'asked' })
    await office.db.notice.update({ where: { id }, data: { step: 'no-such-step' } })
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ failed: 1, sent: 1 })
    expect(await office.sender.drain()).toMatchObject({ failed: 0, sent: 0 })
    await office.db.notice.update({ where: { id }, data: { step: 'overdue' } })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ failed: 0, sent: 1 })
  })

  test('a mail that cannot be laid out has surely not gone: it is put aside and sent later', async () => {
    await office.decide(planWaits)
    const { db, smtp } = office
    const [clock, transport] = [{ now: () => at('2027-02-16 07:45') }, connect(smtp)]
    const config = { ...settings, employerName: null as unknown as string }
    const sender = createSender({ db, clock, transport, config })
    expect(await sender.drain()).toMatchObject({ failed: 1, sent: 0 })
    await transport.close()
    expect(await office.notices()).toEqual({ 'overdue employee': 'queued' })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1, unknown: 0 })
    expect(await db.mailAttempt.count({ where: { outcome: 'unknown' } })).toBe(0)
  })

  test('mails go by the rules that the round goes by, not by rules it has yet to take on (R14.2)', async () => {
    const { db, roundId } = office
    const { policy } = await db.roundPolicy.findFirstOrThrow({ where: { roundId } })
    await db.round.update({ where: { id: roundId }, data: { snapshot: { policy: policy ?? {} } } })
    const changed = {
      ...policyOf2027,
      sendWindow: { ...policyOf2027.sendWindow, singleFrom: 600, singleTo: 645 },
    }
    await db.roundPolicy.create({
      data: { roundId, version: 99, policy: toJson(changed), createdAt: new Date(0) },
    })
    await office.decide(planWaits)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 1 })
  })

  test('a running sender drains by itself until it is stopped', async () => {
    const { db, smtp } = office
    const clock = { now: () => at('2027-02-16 07:45') }
    const transport = connect(smtp)
    await office.decide(planWaits)
    const sender = createSender({ db, clock, transport, config: settings, pollEvery: 1 })
    sender.start()
    while (smtp.received.length === 0) await new Promise(setImmediate)
    await sender.stop()
    expect(await office.notices()).toEqual({ 'overdue employee': 'sent' })
    await transport.close()
  })
})
