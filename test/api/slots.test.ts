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

  test('is published on a closing day of the leader’s unit too, with a word about it', async () => {
    const roundId = await organisation.addRound({ status: 'running' })
    const school = await organisation.addUnit('Skolen', organisation.top)
    const leader = await organisation.addPerson('Ben', { unitId: school })
    const employee = await organisation.addPerson('Anna', { leader })
    await organisation.addTalk(roundId, FEBRUARY, { employee })
    const fromOn = new Date('2027-03-02')
    await api.db.unitClosing.create({ data: { unitId: school, fromOn, toOn: fromOn } })
    const ben = await api.signIn(leader.personId)
    const { body } = await ben.post<{ warnings: { code: string; sentence: string }[] }[]>(
      `/rounds/${roundId}/slots`,
      {
        slots: [
          { startsAt: '2027-03-01T08:00:00Z', place: '' },
          { startsAt: '2027-03-02T08:00:00Z', place: '' },
        ],
      },
    )
    expect(body.map(({ warnings }) => warnings)).toEqual([
      [],
      [
        {
          code: 'on-closed-day',
          sentence: 'Tidspunktet ligger på en lukkedag eller i en stille periode: 02.03.2027 (uge 9).',
        },
      ],
    ])
    expect(Object.keys(body[0] ?? {}).sort()).toEqual(
      ['id', 'leaderId', 'minutes', 'onlineUrl', 'place', 'startsAt', 'takenBy', 'warnings'].sort(),
    )
  })

  test('is told to each of the team who can still be invited, once for each publishing', async () => {
    const roundId = await organisation.addRound({ status: 'running' })
    const leader = await organisation.addPerson('Ben')
    const waits = await organisation.addTalk(roundId, FEBRUARY, { leader })
    const arranged = await organisation.addTalk(roundId, FEBRUARY, { leader })
    await api.db.talk.update({ where: { id: arranged }, data: { status: 'arranged' } })
    await organisation.addTalk(roundId, FEBRUARY)
    const ben = await api.signIn(leader.personId)
    const publish = (startsAt: string) =>
      ben.post(`/rounds/${roundId}/slots`, { slots: [{ startsAt, place: '' }] })
    const told = () =>
      api.db.notice.findMany({
        where: { roundId, obligation: 'slots-published' },
        orderBy: { occurrence: 'asc' },
      })

    await publish('2027-03-01T08:00:00Z')
    await publish('2027-03-01T08:00:00Z')
    await publish('2027-03-02T08:00:00Z')
    expect(await told()).toMatchObject([
      { talkId: waits, subject: waits, audience: 'employee', occurrence: 1 },
    ])
    await api.db.notice.updateMany({ where: { roundId }, data: { status: 'sent' } })
    await publish('2027-03-03T08:00:00Z')
    expect(await told()).toMatchObject([
      { occurrence: 1 },
      { talkId: waits, occurrence: 2, status: 'queued' },
    ])
  })
})
