import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { queueAddressChangeMails } from '../../db/outbox.ts'
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

type News = Parameters<typeof queueAddressChangeMails>[1][number]['news']

/** Anna's address was changed in the evening of Tuesday 16 February. */
async function tell(...mails: readonly { recipient: string | null; news: News }[]): Promise<void> {
  const { personId } = office.anna
  await queueAddressChangeMails(
    office.db,
    mails.map((mail) => ({ personId, ...mail })),
    at('2027-02-16 21:40'),
  )
  await office.drainAt('2027-02-16 21:41')
}

describe('The mail about another mail address', () => {
  test('goes at once to the old and the new address, whatever Anna’s is by then, and says from when it lets in', async () => {
    await tell(
      { recipient: 'gammel@by.example', news: 'replaced' },
      { recipient: 'ny@by.example', news: 'now-yours' },
    )
    const { received } = office.smtp
    expect(received.map(({ to }) => to).toSorted()).toEqual(['gammel@by.example', 'ny@by.example'])
    for (const { email } of received) {
      expect(email.text?.replaceAll(/\s+/g, ' ')).toContain('fra 19.02.2027 (uge 7) kl. 21.40')
      expect(email.text).toContain('HR med det samme')
      // One of the two may be a stranger's.
      expect(email.text).not.toContain('@by.example')
    }
  })

  test('is a letter for the leader to print where Anna had no address', async () => {
    await tell({ recipient: null, news: 'first' }, { recipient: 'ny@by.example', news: 'now-yours' })
    expect(office.smtp.received.map(({ to }) => to)).toEqual(['ny@by.example'])
    expect((await office.mails()).toSorted()).toEqual(['printed no-address', 'sent'])
  })

  test('is in English for those who read English', async () => {
    await office.db.person.update({ where: { id: office.anna.personId }, data: { language: 'en' } })
    await tell({ recipient: 'gammel@by.example', news: 'removed' })
    expect(office.smtp.received[0]?.email.subject).toBe(
      'Your mail address in Årshjulet was removed on 16 February 2027 (week 7) at 21:40',
    )
  })

  test('is tried again at the address it is for where the server puts it off, whatever Anna’s is by then', async () => {
    office.smtp.play('gammel@by.example', { at: 'rcpt', code: 450 })
    await tell({ recipient: 'gammel@by.example', news: 'replaced' })
    expect(office.smtp.received).toEqual([])
    office.smtp.play('gammel@by.example', null)
    await office.drainAt('2027-02-16 22:30')
    expect(office.smtp.received.map(({ to }) => to)).toEqual(['gammel@by.example'])
  })
})
