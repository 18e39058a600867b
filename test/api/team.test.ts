import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const FEBRUARY = Date.UTC(2027, 1, 1, 9)
const hours = { from: '2027-03-01', to: '2027-03-05', begin: 540, end: 720, pause: 0 }

interface Team {
  round: { id: string }
  leaderId: string
  onBehalfOf: string | null
  talks: { id: string; employee: string; canBeInvited: boolean; earliestOn: string; owed: object[] }[]
}
interface Proposed {
  times: { talkId: string; startsAt: string | null; reason: { code: string; sentence: string } | null }[]
}

let api: TestApi
let organisation: Organisation
let roundId: string
beforeAll(async () => {
  api = await startApi({ clock: { now: () => FEBRUARY } })
  organisation = await addOrganisation(api.db)
  roundId = await organisation.addRound({ status: 'running' })
})
afterAll(() => api.close())

/** A leader with somebody who has a talk in the round. */
async function team(): Promise<{ ben: Caller; leader: TestPerson; talkId: string }> {
  const leader = await organisation.addPerson('Ben')
  const employee = await organisation.addPerson('Anna', { leader })
  const talkId = await organisation.addTalk(roundId, FEBRUARY, { employee })
  return { ben: await api.signIn(leader.personId), leader, talkId }
}

async function setTime(talkId: string, startsAt: string): Promise<void> {
  await api.db.appointment.create({
    data: {
      talkId,
      subject: talkId,
      startsAt: new Date(startsAt),
      minutes: 60,
      place: '',
      status: 'current',
      createdAt: new Date(FEBRUARY),
    },
  })
}

describe('A team', () => {
  test('is shown to its leader, with what each talk waits for; to others nothing is', async () => {
    const { ben, leader, talkId } = await team()
    const { body } = await ben.get<{ teams: Team[] }>('/team')
    expect(body.teams).toMatchObject([
      {
        leaderId: leader.employmentId,
        onBehalfOf: null,
        talks: [
          {
            id: talkId,
            employee: 'Anna Test',
            canBeInvited: true,
            earliestOn: '2027-02-15',
            owed: [{ obligation: 'invite', owedBy: 'leader', dueOn: '2027-02-15' }],
          },
        ],
      },
    ])
    const stranger = await api.signIn((await organisation.addPerson('Eva')).personId)
    expect((await stranger.get('/team')).body).toEqual({ teams: [] })
  })
})

describe('Proposed times', () => {
  test('go around what the leader has with others, and tell who got none and why', async () => {
    const { ben, leader, talkId } = await team()
    const other = await organisation.addPerson('Bo', { leader })
    await setTime(await organisation.addTalk(roundId, FEBRUARY, { employee: other }), '2027-03-01T08:00:00Z')
    const asked = { ...hours, talkIds: [talkId] }
    const proposed = await ben.post<Proposed>('/team/proposed-times', asked)
    expect(proposed.body.times).toEqual([{ talkId, startsAt: '2027-03-01T09:00:00.000Z', reason: null }])
    const soon = { ...asked, from: '2027-02-02', to: '2027-02-05' }
    const { body } = await ben.post<Proposed>('/team/proposed-times', soon)
    expect(body.times).toMatchObject([{ startsAt: null, reason: { code: 'notice-too-short' } }])
  })

  test('are laid out for nobody but one’s own employees, and only in hours that make sense', async () => {
    const [{ talkId }, { ben, talkId: own }] = [await team(), await team()]
    expect((await ben.post('/team/proposed-times', { ...hours, talkIds: [talkId] })).status).toBe(404)
    const wrong = async (change: object) => {
      const asked = { ...hours, ...change, talkIds: [own] }
      const { status, body } = await ben.post<{ fields: { place: string }[] }>('/team/proposed-times', asked)
      return [status, body.fields[0]?.place]
    }
    expect(await wrong({ to: '2027-02-28' })).toEqual([422, 'body.to'])
    expect(await wrong({ from: '2027-01-01', to: '2027-01-05' })).toEqual([422, 'body.to'])
    expect(await wrong({ to: '2028-03-01' })).toEqual([422, 'body.to'])
    expect(await wrong({ end: 570 })).toEqual([422, 'body.end'])
  })
})

test('Free times to publish leave out those that are taken, and those that are offered already', async () => {
  const { ben, leader, talkId } = await team()
  await setTime(talkId, '2027-03-01T09:00:00Z')
  await ben.post(`/rounds/${roundId}/slots`, { slots: [{ startsAt: '2027-03-01T10:00:00Z', place: '' }] })
  const oneDay = { ...hours, to: hours.from, roundId, leaderId: leader.employmentId }
  const { body } = await ben.post<{ minutes: number; times: string[] }>('/team/free-times', oneDay)
  expect(body).toEqual({ minutes: 60, times: ['2027-03-01T08:00:00.000Z'] })
  const { ben: other } = await team()
  expect((await other.post('/team/free-times', oneDay)).status).toBe(404)
})
