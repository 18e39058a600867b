import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'

const FEBRUARY = Date.UTC(2027, 1, 1, 9)

let api: TestApi
let organisation: Organisation

beforeAll(async () => {
  api = await startApi({ clock: { now: () => FEBRUARY } })
  organisation = await addOrganisation(api.db)
})
afterAll(() => api.close())

describe('A published time', () => {
  test('is as long as the talks of the round, unless the leader says otherwise', async () => {
    const roundId = await organisation.addRound({ status: 'running', policy: { talkMinutes: 90 } })
    const leader = await organisation.addPerson('Ben')
    const employee = await organisation.addPerson('Anna', { leader })
    await organisation.addTalk(roundId, FEBRUARY, { employee })
    const ben = await api.signIn(leader.personId)
    const { body } = await ben.post<{ minutes: number }[]>(`/rounds/${roundId}/slots`, {
      slots: [
        { startsAt: '2027-03-01T08:00:00Z', place: '' },
        { startsAt: '2027-03-01T10:00:00Z', place: '', minutes: 45 },
      ],
    })
    expect(body.map(({ minutes }) => minutes)).toEqual([90, 45])
  })
})
