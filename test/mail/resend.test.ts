import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { failedMailFor, requeueMail } from '../../db/outbox-resend.ts'
import { type Resending, resendingOf } from '../../domain/notices/resend.ts'
import { at, buildHouse, type Office, type OfficeHouse, planWaits } from './office.ts'

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

/** HR has the first mail that was made sent again. */
async function resend(time: string): Promise<Resending> {
  const { db, dora } = office
  const mail = await db.mail.findFirstOrThrow({ orderBy: { createdAt: 'asc' } })
  return db.$transaction(async (tx) => {
    const failed = await failedMailFor(tx, mail.id)
    if (failed === null) throw new Error(`mail ${mail.id} is to nobody`)
    const resending = resendingOf(failed)
    if ('way' in resending)
      await requeueMail(tx, mail.id, resending.way, { personId: dora.personId, at: at(time) })
    return resending
  })
}

async function mendAddress(email: string): Promise<void> {
  await office.db.person.update({ where: { id: office.anna.personId }, data: { email } })
}

async function refuseAnna(decision: Parameters<Office['decide']>[0] = planWaits): Promise<void> {
  office.smtp.play(await office.addressOf(office.anna), { at: 'rcpt', code: 550 })
  await office.decide(decision)
  expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ refused: 1 })
}

describe('A mail that was refused', () => {
  test('goes to the mended address at the next hour for mails, once, from the same row', async () => {
    await refuseAnna()
    await mendAddress('anna.rigtig@by.example')
    expect(await resend('2027-02-16 10:00')).toEqual({ way: 'again' })
    expect(await office.drainAt('2027-02-16 10:00')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1 })
    expect(await office.drainAt('2027-02-18 07:45')).toMatchObject({ sent: 0 })
    expect(office.smtp.received.map(({ to }) => to)).toEqual(['anna.rigtig@by.example'])
    const [mail, ...more] = await office.db.mail.findMany()
    expect(more).toEqual([])
    expect(office.smtp.received[0]?.email.messageId).toBe(mail?.messageId)
    expect(mail).toMatchObject({ status: 'sent', resentByPersonId: office.dora.personId })
    expect(await office.notices()).toEqual({ 'overdue employee': 'sent' })
  })

  test('tells nobody who is done: it is dropped, and says so', async () => {
    await refuseAnna()
    await mendAddress('anna.rigtig@by.example')
    await resend('2027-02-16 10:00')
    await office.end('agree-plan')
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 0, dropped: 1 })
    expect(await office.mails()).toEqual(['dropped done'])
    expect(office.smtp.received).toEqual([])
  })

  test('stays as it is where the person has had a newer mail about the same', async () => {
    await refuseAnna({ ...planWaits, step: 'reminder' })
    await mendAddress('anna.rigtig@by.example')
    await office.decide({ ...planWaits, position: 1, distance: 1, decided: '2027-02-17 05:10' })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1 })
    expect(await resend('2027-02-17 10:00')).toEqual({ refusal: 'told-since' })
  })

  test('may be put off by the server for days again, counted from when it was sent again', async () => {
    await refuseAnna()
    await resend('2027-03-01 10:00')
    office.smtp.play(await office.addressOf(office.anna), { at: 'rcpt', code: 451 })
    expect(await office.drainAt('2027-03-02 07:45')).toMatchObject({ deferred: 1 })
    office.smtp.play(await office.addressOf(office.anna), null)
    expect(await office.drainAt('2027-03-03 07:45')).toMatchObject({ sent: 1 })
  })
})

describe('A mail of unknown fate', () => {
  test('goes once more with the same Message-ID, and ends at once if that is unknown too', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(planWaits)
    for (const on of ['16', '17']) await office.drainAt(`2027-02-${on} 07:45`)
    expect(await resend('2027-02-18 10:00')).toEqual({ way: 'again' })
    await office.drainAt('2027-02-19 07:45')
    expect(await office.mails()).toEqual(['unknown unknown'])
    expect(await office.notices()).toEqual({ 'overdue employee': 'sent unknown' })
    office.smtp.play('everybody', null)
    await resend('2027-02-19 10:00')
    expect(await office.drainAt('2027-02-22 07:45')).toMatchObject({ sent: 1 })
    expect(office.smtp.received).toHaveLength(4)
    expect(new Set(office.smtp.received.map(({ email }) => email.messageId)).size).toBe(1)
  })

  test('keeps that end where the reason has gone meanwhile', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(planWaits)
    for (const on of ['16', '17']) await office.drainAt(`2027-02-${on} 07:45`)
    office.smtp.play('everybody', null)
    await resend('2027-02-18 10:00')
    await office.end('agree-plan')
    await office.drainAt('2027-02-19 07:45')
    expect(office.smtp.received).toHaveLength(2)
    expect(await office.mails()).toEqual(['unknown done'])
  })
})

describe('A digest that was refused', () => {
  test('gives what nobody was told to the next day’s digest, and only that', async () => {
    const address = await office.addressOf(office.ben)
    office.smtp.play(address, { at: 'rcpt', code: 550 })
    await office.decide({ decided: '2027-02-16 05:10' })
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ refused: 1 })
    office.smtp.play(address, null)
    expect(await resend('2027-02-16 10:00')).toEqual({ way: 'next-digest' })
    expect(await resend('2027-02-16 10:01')).toEqual({ refusal: 'nothing-left' })
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 1 })
    expect(await office.drainAt('2027-02-18 09:00')).toMatchObject({ sent: 0 })
    expect(await office.mails()).toEqual(['refused', 'sent'])
    expect(await office.notices()).toEqual({ 'overdue leader': 'sent' })
  })
})
