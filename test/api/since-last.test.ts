import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'

let api: TestApi
let cast: Cast
let talkId: string

/** Anna agreed a plan last year; one of its two actions is still open. */
beforeAll(async () => {
  api = await startApi({ clock: { now: () => Date.parse('2027-01-11T09:00:00Z') } })
  const { db } = api
  cast = await addCast(db)
  const { addRound, addTalk } = cast.organisation
  const lastRound = await addRound({ unitId: cast.school, status: 'closed', year: 2026, name: 'MUS 2026' })
  const lastTalk = await addTalk(lastRound, Date.parse('2025-11-24T09:00:00Z'), { employee: cast.anna })
  // This year Anna leads somebody: her talk is another kind.
  const round = await addRound({ unitId: cast.school, status: 'running', kind: 'lus' })
  talkId = await addTalk(round, Date.parse('2026-11-24T09:00:00Z'), { employee: cast.anna })
  const action = { owner: 'employee', dueOn: '2027-03-01', support: '', effect: '' }
  const ids = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
  const actions = [
    { ...action, id: ids[0], what: 'Øve engelsk' },
    { ...action, id: ids[1], what: 'Læse bogen' },
  ]
  const content = {
    goals: [{ goal: 'Engelsk', workplaceGoal: '' }],
    actions,
    notDoing: [],
    plannedTraining: [],
    completedTraining: [],
  }
  const version = await db.planVersion.create({
    data: {
      talkId: lastTalk,
      number: 1,
      status: 'agreed',
      content,
      hash: 'a'.repeat(64),
      createdAt: new Date('2026-03-01T09:00:00Z'),
    },
  })
  for (const [position, { id = '', what }] of actions.entries()) {
    await db.action.create({
      data: {
        id,
        employmentId: cast.anna.employmentId,
        talkId,
        planVersionId: version.id,
        position,
        owner: 'employee',
        what,
        dueOn: toDate(day('2027-03-01')),
        status: position === 0 ? 'open' : 'done',
      },
    })
  }
})
afterAll(() => api?.close())

interface SinceLast {
  plan: { goals: { goal: string }[]; actions: { what: string }[] } | null
  openActions: { what: string; dueOn: string }[]
}

test('"Since last" shows both last year’s agreed plan and the actions that are still open', async () => {
  for (const person of [cast.anna, cast.ben]) {
    const caller = await api.signIn(person.personId)
    const { body } = await caller.get<SinceLast>(`/talks/${talkId}/since-last`)
    expect(body.plan?.actions.map(({ what }) => what)).toEqual(['Øve engelsk', 'Læse bogen'])
    expect(body.openActions).toMatchObject([{ what: 'Øve engelsk', dueOn: '2027-03-01' }])
  }
})

test('"Since last" is nobody else’s, and that it was read can be seen by the employee', async () => {
  for (const person of [cast.carl, cast.dora]) {
    const caller = await api.signIn(person.personId)
    expect((await caller.get(`/talks/${talkId}/since-last`)).status).toBe(404)
  }
  const ben = await api.signIn(cast.ben.personId)
  await ben.get(`/talks/${talkId}/since-last`)
  await ben.get(`/talks/${talkId}/since-last`)
  const anna = await api.signIn(cast.anna.personId)
  const accesses = await anna.get<{ name: string; what: string }[]>(`/talks/${talkId}/accesses`)
  const readings = accesses.body.filter(({ name, what }) => name === 'Ben Test' && what === 'previous-plan')
  expect(readings).toHaveLength(1)
  expect(accesses.body.filter(({ what }) => what === 'actions')).toMatchObject([{ name: 'Ben Test' }])
})
