import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { enterByHand } from '../../db/hand-entries.ts'
import { enteredFile } from '../../directory/by-hand.ts'
import { decidePeople } from '../../directory/diff-people.ts'
import { day } from '../../domain/calendar/day.ts'
import { at, buildHouse, type Office, type OfficeHouse } from './office.ts'
import type { TestPerson } from '../support/organisation.ts'

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

/** HR enters in one go, at a time, who leads Anna, or these, from a day on. */
async function leads(leader: TestPerson, time: string, from: string, ...whom: TestPerson[]): Promise<void> {
  const { db, anna } = office
  const numbers = await db.employment.findMany({ select: { id: true, number: true } })
  const numberOf = ({ employmentId }: TestPerson) =>
    numbers.find(({ id }) => id === employmentId)?.number ?? ''
  const today = day(time.slice(0, 10))
  const options = { today, validFrom: day(from), by: null, newId: () => '' }
  await enterByHand(db, { today, at: at(time) }, (directory) => {
    const files = (whom.length === 0 ? [anna] : whom).map((one) =>
      enteredFile(directory, numberOf(one), { leader: numberOf(leader) }),
    )
    const [file] = files
    if (file === undefined) throw new Error('nobody is led: expected one at least')
    return decidePeople({ ...file, rows: files.flatMap(({ rows }) => rows) }, directory, options)
  })
}

const told = async () => (await office.mailsTo(office.anna)).map(({ email }) => email.text ?? '')

describe('A new leader', () => {
  test('is told to the employee at once, by name, with what the leader may read', async () => {
    await leads(office.carl, '2027-02-16 21:40', '2027-02-16')
    await office.drainAt('2027-02-16 21:41')
    const [text = '', ...more] = await told()
    expect(more).toEqual([])
    expect(text).toContain('Carl')
    expect(text).toContain('16.02.2027')
    expect(text).toMatch(/kan læse jeres\s+udviklingsplaner/)
  })

  test('is told although the change is taken back the same minute', async () => {
    await leads(office.carl, '2027-02-16 10:00', '2027-02-16')
    await leads(office.ben, '2027-02-16 10:01', '2027-02-16')
    await office.drainAt('2027-02-16 10:02')
    expect((await told()).map((text) => /registreret (\w+)/.exec(text)?.[1])).toEqual(['Carl'])
  })

  test('of a day to come is told on the morning of that day, and not at all where the plan was withdrawn', async () => {
    await leads(office.carl, '2027-02-16 10:00', '2027-03-01')
    await office.drainAt('2027-02-28 23:00')
    expect(await told()).toEqual([])
    await office.drainAt('2027-03-01 07:45')
    expect(await told()).toHaveLength(1)
    await leads(office.dora, '2027-03-02 10:00', '2027-03-10')
    await leads(office.carl, '2027-03-03 10:00', '2027-03-10')
    for (const on of ['2027-03-10', '2027-03-11']) await office.drainAt(`${on} 07:45`)
    expect(await told()).toHaveLength(1)
  })

  test('of a day off is told on the next working day (R3.2)', async () => {
    await leads(office.carl, '2027-02-26 10:00', '2027-02-27')
    await office.drainAt('2027-02-28 12:00')
    expect(await told()).toEqual([])
    await office.drainAt('2027-03-01 07:45')
    expect(await told()).toHaveLength(1)
  })

  test('is told to who led Anna before, in one mail for all of a change, and not to one who has left', async () => {
    const { db, org, anna, ben, carl, roundId } = office
    const bo = await org.addPerson('Bo', { leader: ben })
    await org.addTalk(roundId, at('2026-12-10 05:10'), { employee: bo })
    const toBen = async () => (await office.mailsTo(ben)).map(({ email }) => email.text ?? '')
    await leads(carl, '2027-02-16 10:00', '2027-02-16', anna, bo)
    await office.drainAt('2027-02-16 10:01')
    const [text = '', ...more] = await toBen()
    expect(more).toEqual([])
    for (const { name } of [anna, bo, carl]) expect(text).toContain(name)
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Det kan du ikke længere')
    await db.employment.update({
      where: { id: carl.employmentId },
      data: { lastDay: new Date('2027-02-16') },
    })
    await leads(office.dora, '2027-02-17 10:00', '2027-02-17')
    await office.drainAt('2027-02-17 10:01')
    expect(await office.mailsTo(carl)).toEqual([])
    expect(await toBen()).toHaveLength(1)
  })

  test('is not told to who led Anna before where they have left by the day it is so', async () => {
    const { db, ben, carl } = office
    await leads(carl, '2027-02-16 10:00', '2027-03-01')
    await db.employment.update({
      where: { id: ben.employmentId },
      data: { lastDay: new Date('2027-02-28') },
    })
    await office.drainAt('2027-03-01 07:45')
    expect(await told()).toHaveLength(1)
    expect(await office.mailsTo(ben)).toEqual([])
  })

  test('is no news to whoever has no talk: there is nothing to read', async () => {
    await office.db.$executeRaw`DELETE FROM talk`
    await leads(office.carl, '2027-02-16 10:00', '2027-02-16')
    expect(await office.db.mail.count()).toBe(0)
  })
})
