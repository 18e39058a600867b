import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readSheet } from 'read-excel-file/node'
import { day } from '../../domain/calendar/day.ts'
import type { OverviewFigures } from '../../domain/round/overview.ts'
import type { TalkState } from '../../domain/talk/talk.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import {
  addOrganisation,
  type Organisation,
  type TalkWish,
  type TestPerson,
} from '../support/organisation.ts'

const OPENED = Date.UTC(2026, 10, 2, 9)
const NOW = Date.UTC(2027, 2, 1, 9)

let api: TestApi
let organisation: Organisation
let north: string
let south: string
let hr: Caller
let council: Caller
let leader: TestPerson

beforeAll(async () => {
  api = await startApi({ clock: { now: () => NOW } })
  organisation = await addOrganisation(api.db)
  north = await organisation.addUnit('Nordskolen', organisation.top)
  south = await organisation.addUnit('Sydskolen', organisation.top)
  leader = await organisation.addPerson('Ben', { unitId: north })
  const dora = await organisation.addPerson('Dora')
  const mads = await organisation.addPerson('Mads')
  await organisation.grant(dora, 'hr')
  await organisation.grant(mads, 'works-council')
  hr = await api.signIn(dora.personId)
  council = await api.signIn(mads.personId)
})
afterAll(() => api.close())

const held: Partial<TalkState> = {
  status: 'held',
  outcome: 'held',
  heldOn: day('2027-02-10'),
  obligations: [],
}
const atNorth = (wish: TalkWish = {}): TalkWish => ({ unitId: north, leader, ...wish })
const atSouth = (wish: TalkWish = {}): TalkWish => ({ unitId: south, leader, ...wish })
const exempt = (exemptReason: 'employee-declined' | 'too-few-hours') => ({ opening: { exemptReason } })

async function addTalks(roundId: string, count: number, wish: TalkWish): Promise<void> {
  for (let i = 0; i < count; i++) await organisation.addTalk(roundId, OPENED, wish)
}

/** North: 6 held, 2 open. South: 1 held, 1 exempt. */
async function smallRound(name = 'MUS 2027'): Promise<string> {
  const roundId = await organisation.addRound({ status: 'running', name, kind: 'feedback-mus' })
  await addTalks(roundId, 6, atNorth({ to: held }))
  await addTalks(roundId, 2, atNorth())
  await addTalks(roundId, 1, atSouth({ to: held }))
  await addTalks(roundId, 1, atSouth(exempt('employee-declined')))
  return roundId
}

interface Listed {
  total: number
  pages: number
  talks: { talkId: string }[]
}

interface Overview {
  units: { unit: { name: string }; depth: number; figures: OverviewFigures | null; reasons: object | null }[]
}

async function overview(roundId: string, caller: Caller) {
  const { body } = await caller.get<Overview>(`/rounds/${roundId}/overview`)
  return new Map(body.units.map((row) => [row.unit.name, row]))
}

describe('The overview', () => {
  test('counts every unit with all below it, and what is past its day', async () => {
    const rows = await overview(await smallRound(), hr)
    expect([...rows].map(([name, { depth }]) => [name, depth])).toEqual([
      ['Børn og Unge', 0],
      ['Nordskolen', 1],
      ['Sydskolen', 1],
    ])
    expect(rows.get('Børn og Unge')?.figures).toMatchObject({ roster: 10, expected: 9, held: 7, exempt: 1 })
    expect(rows.get('Nordskolen')?.figures).toMatchObject({
      roster: 8,
      held: 6,
      coverage: 0.75,
      unaccounted: 2,
    })
    expect(rows.get('Sydskolen')?.figures).toMatchObject({ roster: 2, held: 1, coverage: 1 })
    expect(rows.get('Nordskolen')?.figures?.late).toEqual({ invite: 2 })
  })

  test('gives a reason once five people have it, and none before, not even to HR', async () => {
    const roundId = await smallRound()
    expect([...(await overview(roundId, hr)).values()].map(({ reasons }) => reasons)).toEqual([
      null,
      null,
      null,
    ])
    await addTalks(roundId, 4, atSouth(exempt('too-few-hours')))
    const rows = await overview(roundId, hr)
    expect(rows.get('Børn og Unge')?.reasons).toEqual({})
    await addTalks(roundId, 1, atSouth(exempt('too-few-hours')))
    const [first] = [...(await overview(roundId, hr)).values()]
    expect(first?.reasons).toEqual({ 'too-few-hours': 5 })
    expect(rows.get('Nordskolen')?.reasons).toBeNull()
    // What is held back as a figure cannot be counted in the list beside it.
    const list = await hr.get(`/rounds/${roundId}/talks`)
    expect(list.status).toBe(200)
    expect(JSON.stringify(list.body)).not.toMatch(/employee-declined|too-few-hours/)
  })

  test('shows the works council no unit whose figures would give away a small one beside it', async () => {
    const rows = await overview(await smallRound(), council)
    expect([...rows].map(([name, { figures }]) => [name, figures?.expected ?? null])).toEqual([
      ['Børn og Unge', 9],
      ['Nordskolen', null],
      ['Sydskolen', null],
    ])
  })

  test('shows the works council a unit as it was while a single newcomer could be worked out', async () => {
    const roundId = await smallRound()
    await overview(roundId, council)
    await addTalks(roundId, 1, atSouth())
    expect((await overview(roundId, council)).get('Børn og Unge')?.figures?.expected).toBe(9)
    expect((await overview(roundId, hr)).get('Børn og Unge')?.figures?.expected).toBe(10)
  })

  test('shows the works council no count of few in a large unit, nor what a day later would tell of few', async () => {
    const roundId = await smallRound()
    const councilSees = async () => {
      const { body } = await council.get<Overview & { weeks: { held: number }[] }>(
        `/rounds/${roundId}/overview`,
      )
      return { figures: body.units[0]?.figures, held: body.weeks.map((week) => week.held) }
    }
    const first = await councilSees()
    // Who is not expected are the one who is exempt: the roster would tell.
    expect(first.figures).toMatchObject({ expected: 9, held: 7, exempt: null, left: null, roster: null })
    expect(first.figures?.late).toMatchObject({ invite: null })
    expect(new Set(first.held)).toEqual(new Set([7]))
    await api.db.talk.updateMany({
      where: { roundId, status: 'awaiting', employment: { memberships: { some: { unitId: north } } } },
      data: { status: 'held', outcome: 'held', heldOn: new Date('2027-02-28') },
    })
    expect((await overview(roundId, hr)).get('Børn og Unge')?.figures?.held).toBe(9)
    expect(await councilSees()).toEqual(first)
    await addTalks(roundId, 5, atNorth({ to: held }))
    const later = await councilSees()
    expect(later.figures).toMatchObject({ expected: 14, held: 14 })
    expect(later.held.at(-1)).toBe(14)
  })

  test('remembers what it has shown, once, however often and by whomever it is read', async () => {
    const roundId = await smallRound()
    const remembered = () => api.db.publishedCell.count({ where: { roundId } })
    await overview(roundId, hr)
    expect(await remembered()).toBe(0)
    await overview(roundId, council)
    const once = await remembered()
    expect(once).toBeGreaterThan(0)
    await overview(roundId, council)
    expect(await remembered()).toBe(once)
  })

  test('is not there for anybody else', async () => {
    const roundId = await smallRound()
    const ben = await api.signIn(leader.personId)
    for (const path of ['overview', 'overview.csv', 'overview.xlsx', 'talks'])
      expect((await ben.get(`/rounds/${roundId}/${path}`)).status).toBe(404)
    expect((await council.get(`/rounds/${roundId}/talks`)).status).toBe(404)
  })
})

describe('The overview as a file', () => {
  test('opens in a Danish spreadsheet and runs no formula', async () => {
    const roundId = await smallRound()
    const { id } = await api.db.unit.create({
      data: { number: '=1+1', name: '=HYPERLINK("x")', parentId: organisation.top },
    })
    const { body, headers } = await hr.get<string>(`/rounds/${roundId}/overview.csv`)
    await api.db.unit.delete({ where: { id } })
    expect(headers.get('content-disposition')).toContain('attachment')
    const [head, first] = body.replace('\uFEFF', '').split('\r\n')
    expect(head).toMatch(/^Enhedsnr\.;Enhed;På deltagerlisten;/)
    expect(first).toContain(';Børn og Unge;10;9;7;77,8;')
    expect(body).toContain(`'=1+1;"'=HYPERLINK(""x"")";0`)
  })

  test('is also a workbook', async () => {
    const answer = await fetch(`${api.url}/api/v1/rounds/${await smallRound()}/overview.xlsx`, {
      headers: { cookie: hr.cookie },
    })
    const [head, , second] = await readSheet(Buffer.from(await answer.arrayBuffer()))
    expect(head?.slice(0, 3)).toEqual(['Enhedsnr.', 'Enhed', 'På deltagerlisten'])
    expect(second?.slice(1, 6)).toEqual(['Nordskolen', 8, 8, 6, 75])
  })
})

describe('The drill-down', () => {
  test('lists who is late with what, and nothing they have written', async () => {
    const late = `/rounds/${await smallRound()}/talks?unitId=${north}&late=true`
    const { talks } = (await hr.get<Listed>(late)).body
    expect(talks).toHaveLength(2)
    expect(talks[0]).toMatchObject({
      name: 'Anna Test',
      leaderName: 'Ben Test',
      status: 'awaiting',
      late: ['invite'],
    })
    expect(Object.keys(talks[0] ?? {})).not.toContain('snapshot')
  })

  test('finds those without an outcome, and those of one status', async () => {
    const roundId = await smallRound()
    const open = await hr.get<Listed>(`/rounds/${roundId}/talks?unaccounted=true`)
    const declined = await hr.get<Listed>(`/rounds/${roundId}/talks?status=exempt`)
    expect([open.body.total, declined.body.total]).toEqual([2, 1])
  })

  test('turns the pages of more talks than fit on one, each of them once', async () => {
    const path = `/rounds/${await smallRound()}/talks?pageSize=4`
    const pages = await Promise.all([1, 2, 3, 4].map((page) => hr.get<Listed>(`${path}&page=${page}`)))
    expect(pages.map(({ body }) => body.talks.length)).toEqual([4, 4, 2, 0])
    expect(pages.every(({ body }) => body.total === 10 && body.pages === 3)).toBe(true)
    expect(new Set(pages.flatMap(({ body }) => body.talks.map(({ talkId }) => talkId))).size).toBe(10)
  })

  test('tells HR which leaders are late, the most late first', async () => {
    const roundId = await smallRound()
    const bo = await organisation.addPerson('Bo', { unitId: south })
    await addTalks(roundId, 3, { unitId: south, leader: bo })
    const { body } = await hr.get<object[]>(`/rounds/${roundId}/leaders`)
    expect(body).toMatchObject([
      { name: 'Bo Test', all: 3, late: 3 },
      { name: 'Ben Test', all: 9, late: 2 },
    ])
  })
})

describe('The trend', () => {
  test('has a line for each year the unit was in a round, as far as its reader may see', async () => {
    for (const [year, count] of [
      [2026, 1],
      [2027, 6],
    ] as const) {
      const roundId = await organisation.addRound({
        name: `LUS ${year}`,
        year,
        status: 'closed',
        kind: 'lus',
      })
      await addTalks(roundId, count, atNorth({ to: held }))
    }
    const seenBy = async (caller: Caller) => {
      const path = `/units/${north}/trend?kind=lus`
      const { body } = await caller.get<{ year: number; figures: OverviewFigures | null }[]>(path)
      return body.map(({ year, figures }) => [year, figures?.held ?? null])
    }
    expect(await seenBy(hr)).toEqual([
      [2026, 1],
      [2027, 6],
    ])
    expect(await seenBy(council)).toEqual([
      [2026, null],
      [2027, 6],
    ])
  })
})

describe('Units', () => {
  test('are listed to those who hold a role for them, each below the one above it', async () => {
    const { body } = await hr.get<{ name: string; depth: number }[]>('/units')
    expect(body.map(({ name, depth }) => [name, depth])).toEqual([
      ['Børn og Unge', 0],
      ['Nordskolen', 1],
      ['Sydskolen', 1],
    ])
    const ben = await api.signIn(leader.personId)
    expect((await ben.get('/units')).body).toEqual([])
  })

  test('have a union representative whom HR names', async () => {
    const { body } = await hr.patch<{ trName: string }>(`/units/${south}`, { trName: 'Åse Ågård' })
    expect(body.trName).toBe('Åse Ågård')
    expect((await council.patch(`/units/${south}`, { trName: 'x' })).status).toBe(404)
  })

  test('have closing days that end no earlier than they begin', async () => {
    const { status, body } = await hr.post<{ fields: { place: string; sentence: string }[] }>(
      `/units/${south}/closings`,
      { from: '2027-07-31', to: '2027-07-01' },
    )
    expect([status, body.fields[0]]).toMatchObject([
      422,
      { place: 'body.to', sentence: 'Den sidste dag ligger før den første.' },
    ])
  })
})
