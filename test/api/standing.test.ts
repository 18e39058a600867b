import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'

const MARCH = Date.UTC(2027, 2, 1, 9)

let api: TestApi
let organisation: Organisation
beforeAll(async () => {
  api = await startApi({ clock: { now: () => MARCH } })
  organisation = await addOrganisation(api.db)
})
afterAll(() => api.close())

describe('Whom a step of the ladder goes to because those below have left', () => {
  test('sees how far the talk has come, as long as they are the next one present, and never what is written', async () => {
    const { addPerson, addRound, addTalk } = organisation
    const roundId = await addRound({ status: 'running' })
    const top = await addPerson('Gerda')
    const erik = await addPerson('Erik', { leader: top })
    const carl = await addPerson('Carl', { leader: erik, lastDay: '2027-01-31' })
    const ben = await addPerson('Ben', { leader: carl, lastDay: '2027-01-31' })
    const employee = await addPerson('Anna', { leader: ben })
    const talkId = await addTalk(roundId, Date.UTC(2026, 10, 2, 9), { employee })
    const statusOf = async (personId: string, path = '') =>
      (await (await api.signIn(personId)).get(`/talks/${talkId}${path}`)).status
    expect(await statusOf(erik.personId)).toBe(200)
    expect(await statusOf(erik.personId, '/sheets')).toBe(404)
    expect(await statusOf(top.personId)).toBe(404)
    await api.db.employment.update({ where: { id: ben.employmentId }, data: { lastDay: null } })
    await api.db.employment.update({ where: { id: carl.employmentId }, data: { lastDay: null } })
    expect(await statusOf(erik.personId)).toBe(404)
  })
})
