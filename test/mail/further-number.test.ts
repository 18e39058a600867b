import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { queueFurtherNumberMails } from '../../db/outbox.ts'
import { at, buildHouse, type Office, type OfficeHouse } from './office.ts'

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

/** One more number became Anna's in the evening of Tuesday 16 February. */
async function tell(): Promise<void> {
  await queueFurtherNumberMails(office.db, [office.anna.employmentId], at('2027-02-16 21:40'))
  await office.drainAt('2027-02-16 21:41')
}

describe('The mail about one more employee number', () => {
  test('goes at once, names the number, and says from when it could let somebody in', async () => {
    await tell()
    const [mail] = await office.mailsTo(office.anna)
    const text = mail?.email.text?.replaceAll(/\s+/g, ' ')
    expect(text).toContain(`medarbejdernummer ${office.anna.number} `)
    expect(text).toContain('fra 19.02.2027 (uge 7) kl. 21.40')
    expect(text).toContain('HR med det samme')
  })

  test('is a letter for the leader to print where Anna has no address', async () => {
    await office.db.person.update({ where: { id: office.anna.personId }, data: { email: null } })
    await tell()
    expect(await office.mails()).toEqual(['printed no-address'])
  })
})
