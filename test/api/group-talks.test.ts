import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { toDate } from '../../db/days.ts'
import { writePeopleChanges } from '../../db/people-changes.ts'
import { leaveSet } from '../../db/hand-entries.ts'
import { recordRound } from '../../db/record-round.ts'
import { recordTalk } from '../../db/record-talk.ts'
import { recordedTalk } from '../../db/rounds.ts'
import { day, type Instant } from '../../domain/calendar/day.ts'
import { decideRound, openRound } from '../../domain/round/decide.ts'
import { decideFact } from '../../domain/talk/decide.ts'
import type { TalkFact } from '../../domain/talk/events.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import {
  addOrganisation,
  calendarFacts,
  type Organisation,
  policyOf2027,
  type TestPerson,
} from '../support/organisation.ts'

const FEBRUARY = Date.UTC(2027, 1, 1, 9)
const STARTS = '2027-03-12T08:30:00.000Z'

let api: TestApi
let organisation: Organisation
let now: Instant
let roundId: string
let leader: TestPerson
let people: Record<'anna' | 'bo' | 'cleo', TestPerson>
let talks: Record<'anna' | 'bo' | 'cleo', string>
let ben: Caller

interface Team {
  members: { talkId: string; employee: string }[]
  groupTalks: {
    id: string
    startsAt: string
    status: string
    heldOn: string | null
    parts: { talkId: string; tookPart: boolean | null }[]
    warnings: { code: string }[]
  }[]
}

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now } })
  organisation = await addOrganisation(api.db)
})

beforeEach(async () => {
  now = FEBRUARY
  roundId = await organisation.addRound({ status: 'running' })
  leader = await organisation.addPerson('Ben')
  people = {
    anna: await organisation.addPerson('Anna', { leader }),
    bo: await organisation.addPerson('Bo', { leader }),
    cleo: await organisation.addPerson('Cleo', { leader }),
  }
  const talkOf = (employee: TestPerson) => organisation.addTalk(roundId, FEBRUARY, { employee })
  talks = { anna: await talkOf(people.anna), bo: await talkOf(people.bo), cleo: await talkOf(people.cleo) }
  ben = await api.signIn(leader.personId)
})

afterAll(() => api.close())

describe('A team talk (GRUS)', () => {
  test('lists several talks of the team, and is seen on each of them', async () => {
    expect((await plan([talks.anna, talks.bo])).status).toBe(201)
    const body = await listed()
    expect(body.members.map(({ employee }) => employee)).toEqual(['Anna Test', 'Bo Test', 'Cleo Test'])
    expect(body.groupTalks).toMatchObject([
      {
        startsAt: STARTS,
        minutes: 60,
        place: 'Personalerummet',
        status: 'planned',
        parts: [{}, {}],
        warnings: [],
      },
    ])
    const anna = await api.signIn(people.anna.personId)
    const { body: seen } = await anna.get<object[]>(`/talks/${talks.anna}/group-talks`)
    expect(seen).toMatchObject([
      { leader: 'Ben Test', startsAt: STARTS, place: 'Personalerummet', status: 'planned', tookPart: null },
    ])
    const cleo = await api.signIn(people.cleo.personId)
    expect((await cleo.get<object[]>(`/talks/${talks.cleo}/group-talks`)).body).toEqual([])
    expect((await cleo.get(`/talks/${talks.anna}/group-talks`)).status).toBe(404)
  })

  test('once held, marks each talk with whether its employee took part, and closes none', async () => {
    const before = await statesOf()
    const { id } = await planned([talks.anna, talks.bo])
    now = Date.parse('2027-03-12T12:00:00Z')
    const answer = await ben.post<Team>(`/group-talks/${id}/outcome`, {
      heldOn: '2027-03-12',
      tookPart: [talks.anna],
    })
    expect(answer.body.groupTalks).toMatchObject([{ status: 'held', heldOn: '2027-03-12' }])
    expect(partsOf(answer.body)).toEqual({ [talks.anna]: true, [talks.bo]: false })
    expect(await statesOf()).toEqual(before)

    const corrected = await ben.post<Team>(`/group-talks/${id}/outcome`, {
      heldOn: '2027-03-12',
      tookPart: [talks.anna, talks.bo],
    })
    expect(partsOf(corrected.body)).toEqual({ [talks.anna]: true, [talks.bo]: true })
  })

  test('shows its status alone to HR', async () => {
    const dora = await organisation.addPerson('Dora')
    await organisation.grant(dora, 'hr')
    await planned([talks.anna, talks.bo])
    const { body } = await (await api.signIn(dora.personId)).get<object[]>(`/talks/${talks.anna}/group-talks`)
    expect(body).toMatchObject([{ status: 'planned', place: null, onlineUrl: null }])
  })

  test('moves for everybody; who is taken off the list is told so, who is new is called in', async () => {
    const { id } = await planned([talks.anna, talks.bo])
    const later = '2027-03-13T08:30:00.000Z'
    const { body } = await ben.put<Team>(`/group-talks/${id}`, {
      startsAt: later,
      talkIds: [talks.bo, talks.cleo],
    })
    expect(body.groupTalks).toMatchObject([{ startsAt: later, warnings: [{ code: 'on-saturday' }] }])
    expect(partsOf(body)).toEqual({ [talks.bo]: null, [talks.cleo]: null })
    expect(await mailsOf(id, 1)).toEqual(['cancel Anna', 'request Bo', 'request Cleo', 'request leader'])
  })

  test('called off is forgotten on the talks, and cannot be held', async () => {
    const { id } = await planned([talks.anna, talks.bo])
    const { body } = await ben.delete<Team>(`/group-talks/${id}`)
    expect(body.groupTalks).toMatchObject([{ status: 'cancelled' }])
    expect((await ben.get<object[]>(`/talks/${talks.anna}/group-talks`)).body).toEqual([])
    now = Date.parse('2027-03-12T12:00:00Z')
    const held = { heldOn: '2027-03-12', tookPart: [] }
    expect(await ben.post(`/group-talks/${id}/outcome`, held)).toMatchObject({
      status: 409,
      body: { code: 'group-talk-over' },
    })
  })

  test('asked for twice under one key calls in once', async () => {
    const key = { 'Idempotency-Key': 'grus-1' }
    await plan([talks.anna, talks.bo], key)
    await plan([talks.anna, talks.bo], key)
    expect((await listed()).groupTalks).toHaveLength(1)
  })

  test('is for those of the team: others, a single one, and somebody on leave are refused', async () => {
    const stranger = await organisation.addTalk(roundId, FEBRUARY)
    expect((await plan([talks.anna, stranger])).status).toBe(404)
    expect((await plan([talks.anna])).status).toBe(422)
    const away = [{ id: 'leave', from: day('2027-03-01'), to: null, left: null, moved: {}, reopened: false }]
    const employee = await organisation.addPerson('Ella', { leader })
    const ella = await organisation.addTalk(roundId, FEBRUARY, { employee, to: { leaves: away } })
    const refused = await plan([talks.anna, ella])
    expect(refused.body).toMatchObject({ code: 'members-away' })
    expect(JSON.stringify(refused.body)).toContain('Ella Test')
  })

  test('does not exist for a leader of another team', async () => {
    const { id } = await planned([talks.anna, talks.bo])
    const other = await organisation.addPerson('Carl')
    const employee = await organisation.addPerson('Dina', { leader: other })
    await organisation.addTalk(roundId, FEBRUARY, { employee })
    const carl = await api.signIn(other.personId)
    expect((await carl.delete(`/group-talks/${id}`)).status).toBe(404)
    expect((await carl.get<Team>(`/rounds/${roundId}/group-talks`)).body.groupTalks).toEqual([])
  })

  test('is planned by a deputy on behalf of the leader, and the audit says so', async () => {
    const deputy = await organisation.addPerson('Stine')
    await api.db.deputy.create({
      data: {
        leaderId: leader.employmentId,
        deputyId: deputy.employmentId,
        fromOn: toDate(day('2027-01-01')),
        toOn: toDate(day('2027-12-31')),
      },
    })
    const stine = await api.signIn(deputy.personId)
    const planning = time([talks.anna, talks.bo])
    const { body } = await stine.post<{ id: string }>(`/rounds/${roundId}/group-talks`, planning)
    const audit = await api.db.auditEntry.findMany({ where: { subject: body.id } })
    expect(audit).toMatchObject([
      { event: 'plan-group-talk', byPersonId: deputy.personId, onBehalfOf: leader.personId },
    ])
  })

  test('lists nobody who has come to be away that day', async () => {
    const { id } = await planned([talks.anna, talks.bo])
    const leave = { id: people.anna.employmentId, employmentId: people.anna.employmentId }
    const changes = leaveSet({ ...leave, from: day('2027-03-10'), to: day('2027-03-12') })
    await api.db.$transaction((tx) => writePeopleChanges(tx, changes, now))
    expect(partsOf(await listed())).toEqual({ [talks.bo]: null })
    expect(await mailsOf(id, 1)).toEqual(['cancel Anna', 'request leader'])
  })

  test('lists nobody whose talk is stopped with its unit', async () => {
    const { id } = await planned([talks.anna, talks.bo])
    await tellTalk(talks.anna, { type: 'stopped' })
    expect(partsOf(await listed())).toEqual({ [talks.bo]: null })
    expect(await mailsOf(id, 1)).toEqual(['cancel Anna', 'request leader'])
  })

  test('is the new leader’s once they lead those it lists', async () => {
    const { id } = await planned([talks.anna, talks.bo])
    const next = await organisation.addPerson('Nina')
    const ids = [people.anna.employmentId, people.bo.employmentId]
    await api.db.reportingLine.updateMany({
      where: { employmentId: { in: ids } },
      data: { leaderId: next.employmentId },
    })
    await tellTalk(talks.anna, { type: 'leader-changed', hasLeader: true })
    expect(await mailsOf(id, 1)).toEqual(['request leader'])
    const nina = await api.signIn(next.personId)
    expect((await nina.get<Team>(`/rounds/${roundId}/group-talks`)).body.groupTalks).toMatchObject([{ id }])
    expect((await nina.delete(`/group-talks/${id}`)).status).toBe(200)
  })

  test('is seen by HR in its round, with how many were called in and took part', async () => {
    const dora = await organisation.addPerson('Dora')
    await organisation.grant(dora, 'hr')
    const { id } = await planned([talks.anna, talks.bo])
    const hr = await api.signIn(dora.personId)
    const path = `/rounds/${roundId}/group-talks/overview`
    const line = { id, leader: 'Ben Test', startsAt: STARTS, calledIn: 2 }
    expect((await hr.get(path)).body).toEqual([{ ...line, status: 'planned', tookPart: 0 }])
    now = Date.parse('2027-03-12T12:00:00Z')
    await ben.post(`/group-talks/${id}/outcome`, { heldOn: '2027-03-12', tookPart: [talks.anna] })
    expect((await hr.get(path)).body).toEqual([{ ...line, status: 'held', tookPart: 1 }])
    expect((await ben.get(path)).status).toBe(404)
    const page = await fetch(`${api.url}/rounds/${roundId}`, { headers: { cookie: hr.cookie } })
    expect(await page.text()).toContain('1 af 2 deltog')
  })

  test('is called off for everybody when its round is stopped; one that is over stays', async () => {
    const over = await planned([talks.bo, talks.cleo])
    const early = new Date('2027-01-20T09:00:00Z')
    await api.db.groupTalk.update({ where: { id: over.id }, data: { startsAt: early } })
    const { id } = await planned([talks.anna, talks.bo])
    await stopRound()
    expect(await api.db.groupTalk.findUnique({ where: { id } })).toMatchObject({ status: 'cancelled' })
    expect(await mailsOf(id, 1)).toEqual(['cancel Anna', 'cancel Bo', 'cancel leader'])
    expect(await api.db.groupTalk.findUnique({ where: { id: over.id } })).toMatchObject({ status: 'planned' })
  })
})

const cause = { decisionId: 'stop', event: 'stop', byPersonId: null, requestHash: null, answer: null }

async function tellTalk(talkId: string, event: TalkFact): Promise<void> {
  const { state, version: expectedVersion } = await recordedTalk(api.db, talkId)
  const decided = decideFact(state, { id: 'fact', effectiveOn: day('2027-02-01'), event }, now)
  const about = { talkId, expectedVersion, at: now, onBehalfOf: null }
  await recordTalk(api.db, { ...cause, ...about, ...decided })
}

async function stopRound(): Promise<void> {
  const opening = { roundId, policy: policyOf2027, calendar: calendarFacts, startedAt: now }
  const decided = decideRound(openRound(opening).state, { type: 'stop' }, now)
  if ('refused' in decided) throw new Error(`stop was refused: ${decided.refused}`)
  await api.db.round.update({ where: { id: roundId }, data: { version: 1 } })
  await recordRound(api.db, { ...cause, roundId, expectedVersion: 1, at: now, ...decided })
}

function time(talkIds: string[]) {
  return { startsAt: STARTS, place: 'Personalerummet', talkIds }
}

function plan(talkIds: string[], headers: Record<string, string> = {}) {
  return ben.post<{ id: string }>(`/rounds/${roundId}/group-talks`, time(talkIds), headers)
}

async function listed(): Promise<Team> {
  return (await ben.get<Team>(`/rounds/${roundId}/group-talks`)).body
}

async function planned(talkIds: string[]): Promise<{ id: string }> {
  return (await plan(talkIds)).body
}

function partsOf({ groupTalks: [first] }: Team): Record<string, boolean | null> {
  return Object.fromEntries((first?.parts ?? []).map(({ talkId, tookPart }) => [talkId, tookPart]))
}

/** The talks as the rules know them. */
async function statesOf() {
  const rows = await api.db.talk.findMany({ where: { roundId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, status, version, snapshot }) => ({ id, status, version, snapshot }))
}

/** 'request Anna', in alphabetical order. */
async function mailsOf(groupTalkId: string, sequence: number): Promise<string[]> {
  const rows = await api.db.mail.findMany({ where: { template: 'group-talk' } })
  const data = rows.map(
    (row) => row.data as { groupTalkId: string; sequence: number; talkId: string | null; method: string },
  )
  const names = new Map([
    [talks.anna, 'Anna'],
    [talks.bo, 'Bo'],
    [talks.cleo, 'Cleo'],
  ])
  return data
    .filter((mail) => mail.groupTalkId === groupTalkId && mail.sequence === sequence)
    .map(({ method, talkId }) => `${method} ${talkId === null ? 'leader' : names.get(talkId)}`)
    .toSorted()
}
