import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { TestPerson } from '../support/organisation.ts'

let stage: ApiStage
/** The colleague things are shared with. */
let gerd: { person: TestPerson; caller: Caller }
beforeAll(async () => {
  stage = await createApiStage()
  gerd = await stage.addEmployee('Gerd')
})
afterAll(() => stage?.close())

interface Shared {
  what: string
  employee: string
  form: object | null
  sheet: object | null
  actions: { id: string; what: string; status: string }[]
}

const own = { tasks: 'For mange møder' }
const sheetFor = (to: TestPerson) => ({ what: 'sheet', withEmploymentId: to.employmentId })

const linesOf = async (caller: Caller) =>
  (await caller.get<{ sharedWithMe: { id: string; what: string; employee: string }[] }>('/me')).body
    .sharedWithMe

/** Somebody with a sheet of their own. */
async function prepared(name: string) {
  const employee = await stage.addEmployee(name)
  await employee.caller.put(`/talks/${employee.talkId}/sheets/mine`, { version: 0, content: own })
  return employee
}

async function shareSheet(name = 'Bodil') {
  const { caller, talkId, person } = await prepared(name)
  const made = await caller.post<{ id: string }>(`/talks/${talkId}/shares`, sheetFor(gerd.person))
  expect(made.status).toBe(201)
  return { caller, talkId, person, path: `/shares/${made.body.id}` }
}

/** Somebody with an agreed plan of three actions, the last one the leader's. */
async function agreed(name: string) {
  const { caller, talkId } = await stage.addEmployee(name)
  await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
  const actions = ['Følge Bodil', 'Læse en bog'].map((what) => ({
    what,
    owner: 'employee',
    dueOn: '2038-06-01',
  }))
  const content = {
    goals: [],
    actions: [...actions, { what: 'Skaffe tid', owner: 'leader', dueOn: '2038-06-01' }],
  }
  const proposed = await caller.post<TalkView>(`/talks/${talkId}/plan-versions`, { content })
  const current = proposed.body.plan?.current
  const path = `/talks/${talkId}/plan-versions/${current?.versionId}/approval`
  const approved = await stage.ben.post<TalkView>(path, { hash: current?.hash })
  return { caller, talkId, actions: approved.body.content?.actions ?? [] }
}

describe('A preparation sheet shared with a colleague', () => {
  test('is read by the colleague as it is now, with its questions, and stands on their home page', async () => {
    const { caller, talkId, path } = await shareSheet('Bodil')
    const form = { title: 'Dit forberedelsesark', intro: '', sections: [], files: [] }
    await stage.db.material.create({
      data: {
        roundId: stage.roundId,
        material: 'preparation-sheet',
        language: 'da',
        version: 1,
        content: form,
        createdAt: new Date('2037-10-01T08:00:00Z'),
      },
    })
    expect(await linesOf(gerd.caller)).toContainEqual(
      expect.objectContaining({ what: 'sheet', employee: 'Bodil Test' }),
    )
    await caller.put(`/talks/${talkId}/sheets/mine`, { version: 1, content: { tasks: 'Færre møder' } })
    const read = await gerd.caller.get<Shared>(path)
    expect([read.status, read.body]).toMatchObject([
      200,
      {
        what: 'sheet',
        employee: 'Bodil Test',
        form: { title: form.title },
        sheet: { tasks: 'Færre møder' },
        actions: [],
      },
    ])
  })

  test('opens nothing else of the talk', async () => {
    const { talkId } = await shareSheet('Bodil')
    for (const part of ['', '/sheets', '/plan', '/topics', '/accesses'])
      expect([part, (await gerd.caller.get(`/talks/${talkId}${part}`)).status]).toEqual([part, 404])
  })

  test('is not there for anybody else, the leader included', async () => {
    const { path } = await shareSheet('Bodil')
    for (const other of [stage.anna, stage.ben, stage.carl, stage.dora])
      expect((await other.get(path)).status).toBe(404)
    expect(await linesOf(stage.ben)).toEqual([])
  })

  test('leaves a trace of each reading, which the employee reads and the leader does not', async () => {
    const { caller, talkId, path } = await shareSheet('Bodil')
    await caller.get(path)
    await gerd.caller.get(path)
    const read = async (who: Caller) =>
      (await who.get<{ name: string; what: string }[]>(`/talks/${talkId}/accesses`)).body
    expect(await read(caller)).toMatchObject([{ name: 'Gerd Test', what: 'shared-sheet' }])
    expect(await read(stage.ben)).toEqual([])
  })

  test('is taken back by the employee alone; then it is gone', async () => {
    const { caller, path } = await shareSheet('Ditte')
    expect((await gerd.caller.delete(path)).status).toBe(404)
    const given = await caller.get<{ colleague: string }[]>('/me/shares')
    expect(given.body).toMatchObject([{ colleague: 'Gerd Test', what: 'sheet' }])
    expect((await caller.delete(path)).status).toBe(204)
    expect((await gerd.caller.get(path)).status).toBe(404)
    expect((await linesOf(gerd.caller)).map(({ employee }) => employee)).not.toContain('Ditte Test')
    expect((await caller.get('/me/shares')).body).toEqual([])
  })

  test('is shared once, however often it is asked for', async () => {
    const { caller, talkId, path } = await shareSheet('Eva')
    const again = await caller.post<{ id: string }>(`/talks/${talkId}/shares`, sheetFor(gerd.person))
    expect([again.status, `/shares/${again.body.id}`]).toEqual([201, path])
    expect((await caller.get<object[]>('/me/shares')).body).toHaveLength(1)
  })

  test('that holds a CPR number is held back until its author has seen the warning', async () => {
    const { caller, talkId } = await stage.addEmployee('Frida')
    const content = { tasks: 'Mit nummer er 010190-1234' }
    await caller.put(`/talks/${talkId}/sheets/mine`, { version: 0, content })
    const path = `/talks/${talkId}/shares`
    const held = await caller.post<{ code: string }>(path, sheetFor(gerd.person))
    expect([held.status, held.body.code]).toEqual([409, 'look-again'])
    expect((await caller.post(path, { ...sheetFor(gerd.person), despiteWarnings: true })).status).toBe(201)
  })

  test('takes a CPR number afterwards only from an author who has seen the warning', async () => {
    const { caller, talkId, path } = await shareSheet('Frida')
    const content = { tasks: 'Mit nummer er 010190-1234' }
    const mine = `/talks/${talkId}/sheets/mine`
    const held = await caller.put<{ code: string }>(mine, { version: 1, content })
    expect([held.status, held.body.code]).toEqual([409, 'look-again'])
    expect((await gerd.caller.get<Shared>(path)).body).toMatchObject({ sheet: own })
    expect((await caller.put(mine, { version: 1, content, despiteWarnings: true })).status).toBe(200)
  })

  test('goes when either of the two has left', async () => {
    const { person, path } = await shareSheet('Hanne')
    const leave = (lastDay: Date | null) =>
      stage.db.employment.update({ where: { id: person.employmentId }, data: { lastDay } })
    await leave(toDate(day('2038-01-10')))
    expect((await gerd.caller.get(path)).status).toBe(404)
    await leave(null)
    expect((await gerd.caller.get(path)).status).toBe(200)
  })
})

describe('Actions shared with a colleague', () => {
  test('are those that were chosen, as they stand now, and no others', async () => {
    const { caller, talkId, actions } = await agreed('Karla')
    const [first] = actions
    const made = await caller.post<{ id: string }>(`/talks/${talkId}/shares`, {
      what: 'actions',
      withEmploymentId: gerd.person.employmentId,
      actionIds: [first?.id],
    })
    await caller.post(`/actions/${first?.id}/report`, { report: 'done' })
    const read = await gerd.caller.get<Shared>(`/shares/${made.body.id}`)
    expect(read.body).toMatchObject({ what: 'actions', sheet: null })
    expect(read.body.actions).toEqual([
      { id: first?.id, what: 'Følge Bodil', dueOn: '2038-06-01', status: 'done' },
    ])
    expect((await gerd.caller.post(`/actions/${first?.id}/report`, { report: 'cannot' })).status).toBe(404)
  })

  test('are chosen anew when they are shared again', async () => {
    const { caller, talkId, actions } = await agreed('Lone')
    const send = (actionIds: (string | undefined)[]) =>
      caller.post<{ id: string }>(`/talks/${talkId}/shares`, {
        what: 'actions',
        withEmploymentId: gerd.person.employmentId,
        actionIds,
      })
    await send([actions[0]?.id])
    const { body } = await send([actions[1]?.id])
    const read = await gerd.caller.get<Shared>(`/shares/${body.id}`)
    expect(read.body.actions.map(({ what }) => what)).toEqual(['Læse en bog'])
  })

  test('carry the day on which the two follow up together, which both see and which can be another', async () => {
    const { caller, talkId, actions } = await agreed('Oda')
    const send = (followUpOn?: string | null) =>
      caller.post<{ id: string; fields: { place: string; expected: string }[] }>(`/talks/${talkId}/shares`, {
        what: 'actions',
        withEmploymentId: gerd.person.employmentId,
        actionIds: [actions[0]?.id],
        ...(followUpOn !== undefined && { followUpOn }),
      })
    const past = await send('2038-01-10')
    expect([past.status, past.body.fields]).toMatchObject([
      422,
      [{ place: 'body.followUpOn', expected: 'in-the-past' }],
    ])
    const { body } = await send('2038-03-01')
    const daySeenBy = async (reader: Caller) =>
      (await reader.get<{ followUpOn: string | null }>(`/shares/${body.id}`)).body.followUpOn
    expect(await daySeenBy(gerd.caller)).toBe('2038-03-01')
    await send('2038-04-01')
    expect([await daySeenBy(gerd.caller), await daySeenBy(caller)]).toEqual(['2038-04-01', '2038-04-01'])
    expect(await linesOf(gerd.caller)).toContainEqual(
      expect.objectContaining({ employee: 'Oda Test', followUpOn: '2038-04-01' }),
    )
    await send()
    expect(await daySeenBy(caller)).toBeNull()
  })

  test('are the employee’s own: neither the leader’s nor another’s', async () => {
    const { caller, talkId, actions } = await agreed('Mona')
    const other = await agreed('Nina')
    for (const actionId of [actions[2]?.id, other.actions[0]?.id]) {
      const wish = { what: 'actions', withEmploymentId: gerd.person.employmentId, actionIds: [actionId] }
      expect((await caller.post(`/talks/${talkId}/shares`, wish)).status).toBe(404)
    }
  })
})

describe('Sharing', () => {
  test('is the employee’s; the leader shares nothing with others', async () => {
    const { talkId } = await prepared('Bodil')
    expect((await stage.ben.post(`/talks/${talkId}/shares`, sheetFor(gerd.person))).status).toBe(404)
  })

  test('is with a colleague who is employed, not with oneself', async () => {
    const { caller, talkId, person } = await prepared('Bodil')
    const { cast } = stage
    const gone = await cast.organisation.addPerson('Gonzo', { unitId: cast.school, lastDay: '2038-01-10' })
    for (const nobody of [person, gone]) {
      const answer = await caller.post<{ fields: { place: string }[] }>(
        `/talks/${talkId}/shares`,
        sheetFor(nobody),
      )
      expect([answer.status, answer.body.fields]).toMatchObject([422, [{ place: 'body.withEmploymentId' }]])
    }
  })

  test('begins with finding the colleague by name', async () => {
    const found = await gerd.caller.get<{ name: string; unit: string }[]>('/colleagues?search=nna%20te')
    expect(found.body).toContainEqual(expect.objectContaining({ name: 'Anna Test', unit: 'Ådalskolen' }))
    expect((await gerd.caller.get('/colleagues?search=Gerd')).body).toEqual([])
    expect((await gerd.caller.get('/colleagues?search=%25%25')).body).toEqual([])
    expect((await gerd.caller.get('/colleagues?search=a')).status).toBe(422)
  })
})
