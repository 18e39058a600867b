import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

interface Sheets {
  ready: { employee: boolean; leader: boolean }
  mine: { version: number; content: object; isShared: boolean } | null
  shared: { author: string; content: object }[]
}

const own = { tasks: 'For mange møder', wellbeing: 4 }

describe('A preparation sheet', () => {
  test('is saved over the version its author saw; a save in between is answered with both', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/sheets/mine`
    expect((await caller.put(path, { version: 0, content: own })).body).toEqual({ version: 1 })
    const late = await caller.put(path, { version: 0, content: { tasks: 'Fra telefonen' } })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      code: 'changed-meanwhile',
      yours: { content: { tasks: 'Fra telefonen' } },
      stored: { version: 1, content: own },
    })
  })

  test('keeps its questions when its author comes into another job group after beginning it', async () => {
    const { db, roundId, addEmployee } = stage
    const questions = (text: string) => ({
      title: text,
      intro: '',
      sections: [
        { heading: 'Nu', phase: 'now', text: '', questions: [{ id: 'own', form: 'text', text, help: '' }] },
      ],
      files: [],
    })
    const groups = ['Lærere', 'Pædagoger']
    await db.material.createMany({
      data: groups.map((jobGroup) => ({
        roundId,
        material: 'preparation-sheet',
        jobGroup,
        language: 'da',
        version: 1,
        content: questions(jobGroup),
        createdAt: new Date('2038-01-10T09:00:00Z'),
      })),
    })
    const asked = async ({ caller, talkId }: Awaited<ReturnType<typeof addEmployee>>) => {
      const { body } = await caller.get<{ material: string; content: { title: string } }[]>(
        `/talks/${talkId}/materials`,
      )
      return body.find(({ material }) => material === 'preparation-sheet')?.content.title
    }
    const [begun, unbegun] = [await addEmployee('Bodil'), await addEmployee('Birk')]
    const ids = [begun, unbegun].map(({ person }) => person.employmentId)
    const into = (jobGroup: string) =>
      db.employment.updateMany({ where: { id: { in: ids } }, data: { jobGroup } })
    await into('Lærere')
    await begun.caller.put(`/talks/${begun.talkId}/sheets/mine`, {
      version: 0,
      content: { own: 'Mit svar' },
    })
    await into('Pædagoger')
    expect([await asked(begun), await asked(unbegun)]).toEqual(groups)
  })

  test('that was called ready while empty can be written all the same', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    const saved = await caller.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: own })
    expect(saved.body).toEqual({ version: 1 })
  })

  test('is private until its author shares it', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await caller.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: own })
    const before = await stage.ben.get<Sheets>(`/talks/${talkId}/sheets`)
    expect(before.body).toMatchObject({ ready: { employee: false, leader: false }, mine: null, shared: [] })
    await caller.post(`/talks/${talkId}/sheets/mine/sharing`)
    const after = await stage.ben.get<Sheets>(`/talks/${talkId}/sheets`)
    expect(after.body.shared).toMatchObject([{ author: 'employee', content: own }])
  })

  test('with words about health is held back until its author has seen the warning', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await caller.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: { tasks: 'Min sygdom' } })
    const readiness = await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    const sharing = await caller.post(`/talks/${talkId}/sheets/mine/sharing`)
    for (const answer of [readiness, sharing])
      expect([answer.status, answer.body]).toMatchObject([409, { code: 'look-again' }])
    const seen = await stage.ben.get<Sheets>(`/talks/${talkId}/sheets`)
    expect(seen.body).toMatchObject({ ready: { employee: false }, shared: [] })
    const despite = { despiteWarnings: true }
    expect((await caller.put(`/talks/${talkId}/readiness`, { ready: true, ...despite })).status).toBe(200)
    expect((await caller.post(`/talks/${talkId}/sheets/mine/sharing`, despite)).status).toBe(200)
  })

  test('that is shared is saved with new words about health only once its author has seen the warning', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/sheets/mine`
    await caller.put(path, { version: 0, content: own })
    await caller.post(`/talks/${talkId}/sheets/mine/sharing`)
    const ill = { ...own, tasks: 'Min sygdom' }
    const held = await caller.put(path, { version: 1, content: ill })
    expect([held.status, held.body]).toMatchObject([409, { code: 'look-again' }])
    const seen = async () => (await stage.ben.get<Sheets>(`/talks/${talkId}/sheets`)).body.shared
    expect(await seen()).toMatchObject([{ content: own }])
    expect((await caller.put(path, { version: 1, content: ill, despiteWarnings: true })).status).toBe(200)
    expect(await seen()).toMatchObject([{ content: ill }])
    // Nobody is asked twice about what the other reads already.
    const more = await caller.put(path, { version: 2, content: { ...ill, wellbeing: 5 } })
    expect(more.status).toBe(200)
  })

  test('that is ready and waits for the other side takes new words about health only from an author who has seen the warning', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/sheets/mine`
    await caller.put(path, { version: 0, content: own })
    await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    const ill = { ...own, tasks: 'Min sygdom' }
    const held = await caller.put(path, { version: 1, content: ill })
    expect([held.status, held.body]).toMatchObject([409, { code: 'look-again' }])
    expect((await caller.put(path, { version: 1, content: ill, despiteWarnings: true })).status).toBe(200)
  })

  test('shows the other side only that it is ready, until both are; then both read both', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await caller.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: own })
    await stage.ben.put(`/talks/${talkId}/sheets/mine`, {
      version: 0,
      content: { feedback: 'Stærk i engelsk' },
    })
    await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    const waiting = await stage.ben.get<Sheets>(`/talks/${talkId}/sheets`)
    expect(waiting.body).toMatchObject({ ready: { employee: true, leader: false }, shared: [] })
    await stage.ben.put(`/talks/${talkId}/readiness`, { ready: true })
    const [leaders, employees] = await Promise.all([
      stage.ben.get<Sheets>(`/talks/${talkId}/sheets`),
      caller.get<Sheets>(`/talks/${talkId}/sheets`),
    ])
    expect(leaders.body.shared).toMatchObject([{ author: 'employee', content: own }])
    expect(employees.body.shared).toMatchObject([
      { author: 'leader', content: { feedback: 'Stærk i engelsk' } },
    ])
  })

  test('that was shown stays shown when its author is no longer ready', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await caller.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: own })
    await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    await stage.ben.put(`/talks/${talkId}/readiness`, { ready: true })
    await caller.put(`/talks/${talkId}/readiness`, { ready: false })
    const seen = await stage.ben.get<Sheets>(`/talks/${talkId}/sheets`)
    expect(seen.body).toMatchObject({ ready: { employee: false }, shared: [{ content: own }] })
  })

  test('marked as ready ends the reminders to prepare', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-18T09:00:00Z' })
    const owed = async () =>
      (await caller.get<TalkView>(`/talks/${talkId}`)).body.owed.map(({ obligation }) => obligation)
    expect(await owed()).toContain('prepare')
    await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    expect(await owed()).not.toContain('prepare')
  })
})

describe('When another leader takes over', () => {
  test('the old leader’s unshared notes are shown to nobody else; their author may read and delete them', async () => {
    const { cast, db, ben, addEmployee, signIn } = stage
    const { person, caller, talkId } = await addEmployee('Bodil')
    const newLeader = await cast.organisation.addPerson('Nora', { unitId: cast.school, leader: cast.carl })
    await ben.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: { feedback: 'Kun til mig selv' } })
    await db.reportingLine.updateMany({
      where: { employmentId: person.employmentId },
      data: { toOn: toDate(day('2038-01-10')) },
    })
    await db.reportingLine.create({
      data: {
        employmentId: person.employmentId,
        leaderId: newLeader.employmentId,
        fromOn: toDate(day('2038-01-11')),
      },
    })
    const nora = await signIn(newLeader)
    await nora.put(`/talks/${talkId}/readiness`, { ready: true })
    await caller.put(`/talks/${talkId}/readiness`, { ready: true })
    for (const reader of [nora, caller]) {
      const seen = await reader.get(`/talks/${talkId}/sheets`)
      expect(JSON.stringify(seen.body)).not.toContain('Kun til mig selv')
    }
    expect((await ben.get(`/talks/${talkId}/sheets`)).status).toBe(404)
    const kept = await ben.get<{ id: string; talkId: string; content: object }[]>('/me/kept-sheets')
    expect(kept.body).toMatchObject([{ talkId, content: { feedback: 'Kun til mig selv' } }])
    expect((await nora.delete(`/me/kept-sheets/${kept.body[0]?.id}`)).status).toBe(404)
    const path = `/me/kept-sheets/${kept.body[0]?.id}`
    await db.legalHold.create({
      data: { personId: person.personId, reason: 'Sag 12', placedAt: new Date(0) },
    })
    const held = await ben.delete<{ code: string }>(path)
    expect([held.status, held.body.code]).toEqual([409, 'legal-hold'])
    await db.legalHold.updateMany({ data: { liftedAt: new Date(1) } })
    expect((await ben.delete(path)).status).toBe(204)
    expect((await ben.get('/me/kept-sheets')).body).toEqual([])
  })
})

describe('Own topics', () => {
  test('and "this form does not fit me" are seen by the leader, and taken back by the employee alone', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/topics`
    const topic = await caller.post<{ id: string }>(path, { text: 'Skemaet til næste år' })
    await caller.post(path, { kind: 'form-does-not-fit', text: 'Jeg er kun her om natten' })
    const seen = await stage.ben.get<{ kind: string; text: string }[]>(path)
    expect(seen.body.map(({ kind, text }) => [kind, text])).toEqual([
      ['topic', 'Skemaet til næste år'],
      ['form-does-not-fit', 'Jeg er kun her om natten'],
    ])
    expect((await stage.ben.delete(`${path}/${topic.body.id}`)).status).toBe(404)
    expect((await caller.delete(`${path}/${topic.body.id}`)).status).toBe(204)
    expect((await stage.ben.get<object[]>(path)).body).toHaveLength(1)
  })

  test('tell the leader in the next digest only where the form does not fit, and not once it is taken back', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/topics`
    const told = () =>
      stage.db.notice.findMany({
        where: { talkId, obligation: { in: ['topic', 'form-does-not-fit'] } },
        select: { obligation: true, audience: true, status: true, reason: true },
      })
    await caller.post(path, { text: 'Skemaet til næste år' })
    expect(await told()).toEqual([])
    const wrong = await caller.post<{ id: string }>(path, { kind: 'form-does-not-fit', text: 'Nattevagt' })
    const notice = { obligation: 'form-does-not-fit', audience: 'leader' }
    expect(await told()).toEqual([{ ...notice, status: 'queued', reason: null }])
    await caller.delete(`${path}/${wrong.body.id}`)
    expect(await told()).toEqual([{ ...notice, status: 'dropped', reason: 'done' }])
  })

  test('warn before they are shared with a word about health, and are shared all the same by who has seen it', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/topics`
    for (const kind of ['topic', 'form-does-not-fit']) {
      const warned = await caller.post<{ code: string }>(path, { kind, text: 'Min sygdom' })
      expect([warned.status, warned.body.code]).toEqual([409, 'look-again'])
    }
    expect((await stage.ben.get(path)).body).toEqual([])
    const shared = await caller.post(path, { text: 'Min sygdom', despiteWarnings: true })
    expect(shared.status).toBe(201)
  })

  test('say against the leader that the talk was held: the leader is told, and can correct it', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const held = { outcome: 'held', on: '2038-01-11' }
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    await caller.post(`/talks/${talkId}/outcome/contradiction`)
    const missed = await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'not-held' })
    const said = await caller.post(`/talks/${talkId}/topics`, { kind: 'was-held', text: 'I går' })
    expect([missed.status, said.status]).toEqual([200, 201])
    expect(
      await stage.db.notice.findMany({
        where: { talkId, obligation: 'was-held' },
        select: { audience: true, status: true },
      }),
    ).toEqual([{ audience: 'leader', status: 'queued' }])
    const corrected = await stage.ben.post<TalkView>(`/talks/${talkId}/outcome`, held)
    expect(corrected.body.status).toBe('held')
  })

  test('are added once, however often the same request is sent', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const send = () =>
      caller.post(`/talks/${talkId}/topics`, { text: 'Én gang' }, { 'idempotency-key': 't-1' })
    const [first, second] = [await send(), await send()]
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect((await caller.get<object[]>(`/talks/${talkId}/topics`)).body).toHaveLength(1)
  })
})
