import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { toDate } from '../../db/days.ts'
import type { RoundView } from '../../db/round-reading.ts'
import { addDays, day } from '../../domain/calendar/day.ts'
import type { OverviewFigures } from '../../domain/round/overview.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const OPENED = Date.UTC(2026, 10, 2, 9)
const TODAY = day('2027-03-01')

let api: TestApi
let organisation: Organisation
let north: string
let south: string
/** HR of the municipality, and HR and works council of the northern school alone. */
let dora: Caller
let hanne: Caller
let mads: Caller
/** Leads everybody; Carl leads him. */
let ben: TestPerson
let carl: TestPerson

beforeAll(async () => {
  api = await startApi({ clock: { now: () => Date.UTC(2027, 2, 1, 9) } })
  organisation = await addOrganisation(api.db)
  const { addPerson, addUnit, grant, top } = organisation
  north = await addUnit('Nordskolen', top)
  south = await addUnit('Sydskolen', top)
  carl = await addPerson('Carl')
  ben = await addPerson('Ben', { leader: carl })
  const signedIn = async (name: string, role: 'hr' | 'works-council', unitId?: string) => {
    const person = await addPerson(name)
    await grant(person, role, unitId)
    return api.signIn(person.personId)
  }
  dora = await signedIn('Dora', 'hr')
  hanne = await signedIn('Hanne', 'hr', north)
  mads = await signedIn('Mads', 'works-council', north)
})
afterAll(() => api.close())

let roundId: string
let anna: TestPerson
let svend: TestPerson

/** Anna and two more in the north, Svend and four more in the south, all late. */
beforeEach(async () => {
  await api.db.round.deleteMany()
  roundId = await organisation.addRound({ status: 'running' })
  const talkOf = async (name: string, unitId: string) => {
    const employee = await organisation.addPerson(name, { unitId, leader: ben })
    await organisation.addTalk(roundId, OPENED, { employee })
    return employee
  }
  anna = await talkOf('Anna', north)
  svend = await talkOf('Svend', south)
  for (const name of ['Nina', 'Niels']) await talkOf(name, north)
  for (const name of ['Sara', 'Sofus', 'Sigrid', 'Steen']) await talkOf(name, south)
  const talks = await api.db.talk.findMany({ where: { roundId } })
  await api.db.notice.createMany({
    data: talks.map((talk) => ({
      subject: talk.id,
      obligation: 'invite',
      occurrence: 1,
      step: '+8',
      audience: 'hr',
      talkId: talk.id,
      roundId,
      dueOn: toDate(day('2027-02-15')),
      decidedAt: new Date(OPENED),
    })),
  })
})

async function move(person: TestPerson, unitId: string): Promise<void> {
  const { employmentId } = person
  await api.db.unitMembership.updateMany({
    where: { employmentId },
    data: { toOn: toDate(addDays(TODAY, -1)) },
  })
  await api.db.unitMembership.create({ data: { employmentId, unitId, fromOn: toDate(TODAY) } })
}

const namesIn = async (caller: Caller, query = '') => {
  const { body } = await caller.get<{ talks: { name: string }[] }>(`/rounds/${roundId}/talks${query}`)
  return body.talks.map(({ name }) => name)
}
const escalatedTo = async (caller: Caller) => {
  const { body } = await caller.get<{ employeeName: string }[]>(`/rounds/${roundId}/escalations`)
  return body.map(({ employeeName }) => employeeName).sort()
}
const figuresFor = async (caller: Caller) => {
  type Answer = { units: { unit: { name: string }; figures: OverviewFigures | null }[] }
  const { body } = await caller.get<Answer>(`/rounds/${roundId}/overview`)
  return body.units.map(({ unit, figures }) => [unit.name, figures?.expected ?? null])
}

describe('HR of one school in the municipality’s round', () => {
  test('finds the round, its figures, talks and escalations, cut to the school', async () => {
    const listed = await hanne.get<RoundView[]>('/rounds')
    expect(listed.body.map(({ id }) => id)).toEqual([roundId])
    expect((await hanne.get<RoundView>(`/rounds/${roundId}`)).body).toMatchObject({
      unitName: 'Børn og Unge',
      expectedTalks: null,
    })
    expect(await figuresFor(hanne)).toEqual([['Nordskolen', 3]])
    expect(await namesIn(hanne)).toEqual(['Anna Test', 'Niels Test', 'Nina Test'])
    expect(await namesIn(hanne, `?unitId=${south}`)).toEqual([])
    expect(await escalatedTo(hanne)).toEqual(['Anna Test', 'Niels Test', 'Nina Test'])
    expect(await namesIn(dora)).toHaveLength(8)
    expect(await escalatedTo(dora)).toHaveLength(8)
  })

  test('follows those who come to the school, and nobody who has moved away', async () => {
    await move(anna, south)
    await move(svend, north)
    expect(await namesIn(hanne)).toEqual(['Niels Test', 'Nina Test', 'Svend Test'])
    expect(await escalatedTo(hanne)).toEqual(['Niels Test', 'Nina Test', 'Svend Test'])
  })

  test('follows somebody who brought a talk from a round elsewhere', async () => {
    const elsewhere = await organisation.addRound({ status: 'running', unitId: south, kind: 'lus' })
    await organisation.addTalk(elsewhere, OPENED, { employee: svend })
    expect((await hanne.get(`/rounds/${elsewhere}`)).status).toBe(404)
    await move(svend, north)
    const { body } = await hanne.get<{ talks: { name: string }[] }>(`/rounds/${elsewhere}/talks`)
    expect(body.talks.map(({ name }) => name)).toEqual(['Svend Test'])
    expect((await hanne.get(`/rounds/${elsewhere}/overview`)).status).toBe(404)
  })

  test('does not act on the round, and sees no draft of it', async () => {
    const acts = { pause: {}, nudges: { text: 'x' }, 'evaluation-discussion': { on: TODAY } }
    for (const [path, body] of Object.entries(acts))
      expect((await hanne.post(`/rounds/${roundId}/${path}`, body)).status).toBe(404)
    expect((await hanne.get(`/rounds/${roundId}/progress`)).status).toBe(404)
    expect((await hanne.patch(`/rounds/${roundId}`, { name: 'x' })).status).toBe(404)
    const draft = await organisation.addRound({ year: 2028 })
    expect((await hanne.get(`/rounds/${draft}`)).status).toBe(404)
  })
})

describe('The works council of one school', () => {
  test('sees no figures about a school that is too small, nor how many are in the round', async () => {
    expect(await figuresFor(mads)).toEqual([['Nordskolen', null]])
    expect((await mads.get(`/rounds/${roundId}/progress`)).status).toBe(404)
    expect((await mads.get<RoundView>(`/rounds/${roundId}`)).body.expectedTalks).toBeNull()
  })

  test('sees figures about the school alone, and no names', async () => {
    for (let i = 0; i < 2; i++) await organisation.addTalk(roundId, OPENED, { unitId: north, leader: ben })
    expect(await figuresFor(mads)).toEqual([['Nordskolen', 5]])
    const pack = await mads.get<{ units: { unit: { name: string } }[] }>(`/rounds/${roundId}/evaluation-pack`)
    expect(pack.body.units.map(({ unit }) => unit.name)).toEqual(['Nordskolen'])
    for (const path of ['talks', 'escalations'])
      expect((await mads.get(`/rounds/${roundId}/${path}`)).status).toBe(404)
  })
})

describe('A round', () => {
  test('shows everybody in it, and those above them, its dates and texts, and no figures or rules', async () => {
    for (const { personId } of [anna, ben, carl]) {
      const caller = await api.signIn(personId)
      const { status, body } = await caller.get<RoundView & { dates: object[] }>(`/rounds/${roundId}`)
      expect([status, body.name, body.dates.length > 5]).toEqual([200, 'MUS 2027', true])
      expect(Object.keys(body)).not.toContain('expectedTalks')
      expect(Object.keys(body)).not.toContain('policy')
      expect((await caller.get(`/rounds/${roundId}/overview`)).status).toBe(404)
      expect((await caller.get<RoundView[]>('/rounds')).body).toEqual([])
    }
    const stranger = await api.signIn((await organisation.addPerson('Ole')).personId)
    expect((await stranger.get(`/rounds/${roundId}`)).status).toBe(404)
  })
})
