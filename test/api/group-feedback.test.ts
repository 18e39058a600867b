import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { teamId } from '../../db/group-feedback.ts'
import { day } from '../../domain/calendar/day.ts'
import type { TalkState } from '../../domain/talk/talk.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const OPENED = Date.UTC(2026, 10, 2, 9)
const MARCH = Date.UTC(2027, 2, 1, 9)
const MAY = Date.UTC(2027, 4, 3, 9)

let now = MAY
let api: TestApi
let organisation: Organisation
let north: string
let south: string
let council: Caller

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now } })
  organisation = await addOrganisation(api.db)
  north = await organisation.addUnit('Nordskolen', organisation.top)
  south = await organisation.addUnit('Sydskolen', organisation.top)
  const mads = await organisation.addPerson('Mads')
  await organisation.grant(mads, 'works-council')
  council = await api.signIn(mads.personId)
})
afterAll(() => api.close())

const held: Partial<TalkState> = {
  status: 'held',
  outcome: 'held',
  heldOn: day('2027-02-10'),
  obligations: [],
}

interface Team {
  leader: TestPerson
  employees: TestPerson[]
  talks: string[]
}

async function newRound(): Promise<string> {
  now = MAY
  return organisation.addRound({ status: 'running', kind: 'feedback-mus' })
}

/** A leader with held talks, one for each list of themes. */
async function team(
  roundId: string,
  unitId: string,
  themes: string[][],
  status: 'owed' | 'optional' = 'owed',
) {
  const leader = await organisation.addPerson('Ben', { unitId })
  const made: Team = { leader, employees: [], talks: [] }
  for (const tags of themes) {
    const employee = await organisation.addPerson('Anna', { unitId, leader })
    const talkId = await organisation.addTalk(roundId, OPENED, { employee, to: held })
    await api.db.themeTag.createMany({ data: tags.map((theme) => ({ roundId, talkId, theme })) })
    made.employees.push(employee)
    made.talks.push(talkId)
  }
  const id = teamId(roundId, leader.employmentId)
  await api.db.groupFeedback.create({ data: { id, roundId, leaderId: leader.employmentId, status } })
  return made
}

const five = [['trivsel'], ['trivsel', 'opgaver'], ['trivsel'], ['trivsel'], ['trivsel', 'opgaver']]

interface Feedback {
  status: string
  text: string
  themes: { theme: string; talks: number }[] | null
  code: string
}

describe('The leader’s common feedback', () => {
  test('shows the themes that five held talks or more share, the most frequent first', async () => {
    const roundId = await newRound()
    const six = [...five.map((themes) => [...new Set([...themes, 'opgaver'])]), ['opgaver', 'annas stress']]
    const { leader } = await team(roundId, north, six)
    const caller = await api.signIn(leader.personId)
    const { body } = await caller.get<Feedback>(`/rounds/${roundId}/group-feedback`)
    expect(body).toMatchObject({
      status: 'owed',
      themes: [
        { theme: 'opgaver', talks: 6 },
        { theme: 'trivsel', talks: 5 },
      ],
    })
    expect(JSON.stringify(body)).not.toContain('stress')
  })

  test('shows no themes of a team of four, and none while the talks are still being held', async () => {
    const roundId = await newRound()
    const small = await team(roundId, north, five.slice(0, 4), 'optional')
    const large = await team(roundId, north, five)
    const themesOf = async ({ leader }: Team) => {
      const caller = await api.signIn(leader.personId)
      return (await caller.get<Feedback>(`/rounds/${roundId}/group-feedback`)).body.themes
    }
    expect(await themesOf(small)).toBeNull()
    now = MARCH
    expect(await themesOf(large)).toBeNull()
    now = MAY
    expect(await themesOf(large)).not.toBeNull()
  })

  test('is written in peace, sent once, and then told to each of the team and read by them', async () => {
    const roundId = await newRound()
    const { leader, employees, talks } = await team(roundId, north, five)
    const outsider = await team(roundId, south, [[]], 'optional')
    const path = `/rounds/${roundId}/group-feedback`
    const caller = await api.signIn(leader.personId)
    expect((await caller.post<Feedback>(`${path}/sending`)).body.code).toBe('group-feedback-empty')
    await caller.put(path, { version: 0, text: 'Vi vil arbejde videre med trivslen.' })
    const anna = await api.signIn(employees[0]?.personId ?? '')
    expect((await anna.get(`/talks/${talks[0]}/group-feedback`)).status).toBe(404)
    expect((await caller.post(`${path}/sending`)).status).toBe(204)
    expect((await caller.get<Feedback>(path)).body.status).toBe('sent')
    const read = await anna.get<{ text: string; leaderName: string }>(`/talks/${talks[0]}/group-feedback`)
    expect(read.body).toMatchObject({ text: 'Vi vil arbejde videre med trivslen.', leaderName: 'Ben Test' })
    const notices = await api.db.notice.findMany({ where: { roundId } })
    expect(new Set(notices.map(({ talkId }) => talkId))).toEqual(new Set(talks))
    expect(notices[0]).toMatchObject({
      obligation: 'group-feedback-sent',
      audience: 'employee',
      whileOpen: false,
    })
    for (const answer of [
      await caller.put<Feedback>(path, { version: 0, text: 'x' }),
      await caller.post<Feedback>(`${path}/sending`),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'group-feedback-sent'])
    const other = await api.signIn(outsider.employees[0]?.personId ?? '')
    expect((await other.get(`/talks/${outsider.talks[0]}/group-feedback`)).status).toBe(404)
  })

  test('is no longer the work of a leader who has left, but of the deputy who is present', async () => {
    const roundId = await newRound()
    const { leader } = await team(roundId, north, five)
    const carl = await organisation.addPerson('Carl', { unitId: north })
    const box = { fromOn: new Date('2027-05-01'), toOn: new Date('2027-05-31') }
    await api.db.deputy.create({
      data: { leaderId: leader.employmentId, deputyId: carl.employmentId, ...box },
    })
    const path = `/rounds/${roundId}/group-feedback`
    const caller = await api.signIn(leader.personId)
    const deputy = await api.signIn(carl.personId)
    const owed = async () =>
      (await deputy.get<{ owed: { onBehalfOf: string }[] }>('/me')).body.owed.map(
        ({ onBehalfOf }) => onBehalfOf,
      )
    expect((await caller.get(path)).status).toBe(200)
    expect([(await deputy.get(path)).status, await owed()]).toEqual([200, ['Ben Test']])
    await api.db.leave.create({ data: { employmentId: carl.employmentId, ...box } })
    expect([(await deputy.get(path)).status, await owed()]).toEqual([404, []])
    await api.db.employment.update({
      where: { id: leader.employmentId },
      data: { lastDay: new Date('2027-05-02') },
    })
    expect((await caller.get(path)).status).toBe(401)
    expect((await caller.put(path, { version: 0, text: 'Farvel' })).status).toBe(401)
    const slot = { startsAt: '2027-06-01T08:00:00Z', minutes: 60, place: '' }
    expect((await caller.post(`/rounds/${roundId}/slots`, { slots: [slot] })).status).toBe(401)
  })

  test('with words about health is held back until the leader has seen the warning', async () => {
    const roundId = await newRound()
    const { leader } = await team(roundId, north, five)
    const caller = await api.signIn(leader.personId)
    const path = `/rounds/${roundId}/group-feedback`
    await caller.put(path, { version: 0, text: 'Én af jer har haft en depression.' })
    const warned = await caller.post<Feedback>(`${path}/sending`)
    expect([warned.status, warned.body.code]).toEqual([409, 'look-again'])
    expect((await caller.post(`${path}/sending`, { despiteWarnings: true })).status).toBe(204)
  })

  test('may be written to a small team as well, without an obligation', async () => {
    const roundId = await newRound()
    const { leader } = await team(roundId, south, [[], []], 'optional')
    const caller = await api.signIn(leader.personId)
    await caller.put(`/rounds/${roundId}/group-feedback`, { version: 0, text: 'Tak for gode samtaler.' })
    expect((await caller.post(`/rounds/${roundId}/group-feedback/sending`)).status).toBe(204)
  })
})

interface Pack {
  units: {
    unit: { name: string }
    figures: { held: number } | null
    evaluations: { answers: number; questions: { id: string; average: number | null }[] } | null
    themes: { theme: string; talks: number }[] | null
  }[]
}

describe('The evaluation pack', () => {
  const evaluate = (roundId: string, unitId: string, count: number, place: number) =>
    api.db.talkEvaluation.createMany({
      data: Array.from({ length: count }, () => ({
        roundId,
        unitId,
        month: '2027-03',
        answers: { prepared: place, listened: place, future: place, worthwhile: place },
      })),
    })

  test('gives the works council figures, evaluations and themes about groups that are large enough', async () => {
    const roundId = await newRound()
    await team(roundId, north, five)
    await team(roundId, south, [['løn', 'trivsel'], ['løn']], 'optional')
    await evaluate(roundId, north, 5, 4)
    await evaluate(roundId, south, 5, 2)
    const { body } = await council.get<Pack>(`/rounds/${roundId}/evaluation-pack`)
    const rows = new Map(body.units.map((row) => [row.unit.name, row]))
    expect(rows.get('Børn og Unge')).toMatchObject({ figures: { held: 7 }, evaluations: { answers: 10 } })
    expect(rows.get('Nordskolen')?.evaluations?.questions).toContainEqual(
      expect.objectContaining({ id: 'listened', average: 4 }),
    )
    expect(rows.get('Børn og Unge')?.themes).toEqual([{ theme: 'trivsel', talks: 6 }])
    expect([rows.get('Nordskolen')?.themes, rows.get('Sydskolen')?.themes]).toEqual([null, null])
  })

  test('tells nothing of evaluations and themes while talks are still being held', async () => {
    const roundId = await newRound()
    await team(roundId, north, five)
    await evaluate(roundId, north, 5, 4)
    now = MARCH
    const { body } = await council.get<Pack>(`/rounds/${roundId}/evaluation-pack`)
    expect(body.units[0]).toMatchObject({ figures: { held: 5 }, evaluations: null, themes: null })
  })

  test('comes as a table and as PDF, and to nobody without a role', async () => {
    const roundId = await newRound()
    const { leader } = await team(roundId, north, five)
    const { body } = await council.get<string>(`/rounds/${roundId}/evaluation-pack.csv`)
    expect(body).toContain('Var I begge godt forberedt?')
    expect(body).toContain('trivsel (5)')
    const caller = await api.signIn(leader.personId)
    const pdf = await council.get<string>(`/rounds/${roundId}/evaluation-pack.pdf`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(pdf.body).toMatch(/^%PDF-/)
    for (const form of ['csv', 'pdf'])
      expect((await caller.get(`/rounds/${roundId}/evaluation-pack.${form}`)).status).toBe(404)
    expect((await caller.post(`/rounds/${roundId}/evaluation-discussion`, { on: '2027-05-03' })).status).toBe(
      404,
    )
  })
})
