import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

interface Team {
  teams: { talks: { id: string; offersDue: string[] }[] }[]
}

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

const held = { outcome: 'held', on: '2038-01-11' }

describe('Whether the talk was held', () => {
  test('is said by the leader and confirmed by the employee', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const reported = await stage.ben.post<TalkView>(`/talks/${talkId}/outcome`, held)
    expect(reported.body).toMatchObject({ status: 'held', dates: { heldOn: '2038-01-11' } })
    const confirmed = await caller.post<TalkView>(`/talks/${talkId}/outcome/confirmation`)
    expect(confirmed.body.held).toEqual({ isConfirmed: true, contradictedOn: null })
  })

  test('is contradicted by the employee, and the leader is asked again', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    const contradicted = await caller.post<TalkView>(`/talks/${talkId}/outcome/contradiction`)
    expect(contradicted.body).toMatchObject({ status: 'to-confirm', held: { contradictedOn: '2038-01-11' } })
    expect(contradicted.body.owed).toMatchObject([{ obligation: 'confirm-held', owedBy: 'leader' }])
  })

  test('is not the employee’s to report, nor HR’s', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    expect((await caller.post(`/talks/${talkId}/outcome`, held)).status).toBe(404)
    expect((await stage.dora.post(`/talks/${talkId}/outcome`, held)).status).toBe(404)
  })
})

describe('HR', () => {
  test('postpones a talk to a date', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    const answer = await stage.dora.post<TalkView>(`/talks/${talkId}/postponement`, { until: '2038-08-02' })
    expect(answer.body).toMatchObject({ status: 'postponed', outcome: 'postponed' })
  })

  test('ends a talk as not held, with a reason from the list', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    const free = await stage.dora.post(`/talks/${talkId}/not-held`, { reason: 'syg' })
    expect(free.status).toBe(422)
    const answer = await stage.dora.post<TalkView>(`/talks/${talkId}/not-held`, {
      reason: 'employee-declined',
    })
    expect(answer.body).toMatchObject({ status: 'not-held', outcomeReason: 'employee-declined' })
  })

  test('takes back that a talk is not held, which opens it again, and is told where there is nothing to take back', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    const path = `/talks/${talkId}/not-held`
    const nothing = await stage.dora.delete<{ code: string; sentence: string }>(path)
    expect([nothing.status, nothing.body.code]).toEqual([409, 'not-ended-as-not-held'])
    await stage.dora.post(path, { reason: 'other' })
    expect((await stage.ben.delete(path)).status).toBe(404)
    const again = await stage.dora.delete<TalkView>(path)
    expect(again.body).toMatchObject({ status: 'awaiting', outcome: null, outcomeReason: null })
    expect(again.body.owed).toMatchObject([{ obligation: 'invite', owedBy: 'leader' }])
    expect(again.body.history.at(-1)).toMatchObject({ event: 'withdraw-not-held', by: 'Dora Test' })
  })

  test('exempts somebody, and withdraws it, which opens the talk again', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    const exempt = await stage.dora.post<TalkView>(`/talks/${talkId}/exemption`, { reason: 'leaving-soon' })
    expect(exempt.body).toMatchObject({ status: 'exempt', outcomeReason: 'leaving-soon' })
    const again = await stage.dora.delete<TalkView>(`/talks/${talkId}/exemption`)
    expect(again.body).toMatchObject({ status: 'awaiting', outcome: null })
  })

  test('decides none of it about their own talk, and leaders decide none of it at all', async () => {
    const { person, talkId } = await stage.addEmployee('Hilda')
    await stage.cast.organisation.grant(person, 'hr')
    const reason = { reason: 'employee-declined' }
    const caller = await stage.signIn(person)
    expect((await caller.post(`/talks/${talkId}/exemption`, reason)).status).toBe(404)
    expect((await stage.ben.post(`/talks/${talkId}/exemption`, reason)).status).toBe(404)
    expect((await stage.dora.post(`/talks/${talkId}/exemption`, reason)).status).toBe(200)
  })
})

describe('The page of a talk', () => {
  test('offers each person what is theirs to do, and says why the rest cannot be done yet', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const actsOf = async (reader: typeof caller) => {
      const { acts } = (await reader.get<TalkView>(`/talks/${talkId}`)).body
      return {
        possible: acts.filter(({ refused }) => refused === null).map(({ act }) => act),
        refused: Object.fromEntries(acts.map(({ act, refused }) => [act, refused?.code])),
      }
    }
    const employee = await actsOf(caller)
    expect(employee.possible).toEqual(['report-not-invited', 'mark-ready', 'write-topic'])
    expect(employee.refused['accept-appointment']).toBe('no-appointment')
    expect(employee.refused).not.toHaveProperty('set-appointment')
    const leader = await actsOf(stage.ben)
    expect(leader.possible).toEqual(['set-appointment', 'report-held', 'mark-ready', 'make-offer'])
    const hr = await actsOf(stage.dora)
    expect(hr.possible).toEqual(['postpone', 'set-not-held', 'exempt'])
    expect((await actsOf(stage.carl)).possible).toEqual([])
  })

  test('tells what has happened, by whom, and what comes', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-18T09:00:00Z' })
    await caller.post(`/talks/${talkId}/appointment/acceptance`)
    const { history, coming } = (await stage.dora.get<TalkView>(`/talks/${talkId}`)).body
    expect(history.map(({ event, by }) => [event, by])).toEqual([
      ['opened', null],
      ['set-appointment', 'Ben Test'],
      ['accept-appointment', 'Bodil Test'],
    ])
    expect(coming).toContainEqual({ what: 'talk', on: '2038-02-18', owedBy: null })
  })
})

describe('The employee’s evaluation of the talk', () => {
  const answers = { prepared: 4, listened: 5, future: 3, worthwhile: 4 }

  test('is stored with a random id and the month, and nothing that leads back', async () => {
    const { db, roundId, cast } = stage
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    await caller.post(`/talks/${talkId}/evaluation`, { answers }, { 'idempotency-key': 'e-1' })
    const [stored] = await db.talkEvaluation.findMany({ where: { roundId } })
    expect(stored).toEqual({
      id: expect.any(String),
      roundId,
      unitId: cast.school,
      month: '2038-01',
      answers,
    })
    expect(stored?.id).not.toBe(talkId)
    // Not even a hash of the answers is kept with the person: there are so few that it would tell them.
    expect(await db.answeredRequest.count({ where: { route: { contains: 'evaluation' } } })).toBe(0)
    expect(await db.auditEntry.count({ where: { event: { contains: 'evaluat' } } })).toBe(0)
  })

  test('is given once; that it was given is known to the employee alone', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    await caller.post(`/talks/${talkId}/evaluation`, { answers })
    const again = await caller.post<{ code: string }>(`/talks/${talkId}/evaluation`, { answers })
    expect([again.status, again.body.code]).toEqual([409, 'already-evaluated'])
    expect((await caller.get(`/talks/${talkId}/evaluation`)).body).toMatchObject({ hasAnswered: true })
    expect((await stage.ben.get(`/talks/${talkId}/evaluation`)).status).toBe(404)
    const seen = await stage.ben.get<TalkView>(`/talks/${talkId}`)
    expect(seen.body.content?.hasEvaluated).toBeNull()
  })

  test('waits until the talk was held, and answers every question', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const early = await caller.post<{ code: string }>(`/talks/${talkId}/evaluation`, { answers })
    expect([early.status, early.body.code]).toEqual([409, 'not-held-yet'])
    const half = await caller.post(`/talks/${talkId}/evaluation`, { answers: { prepared: 6 } })
    expect(half.status).toBe(422)
  })
})

describe('An offer', () => {
  test('of a senior talk is registered by the leader and answered by the employee', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
    const answered = await caller.put<TalkView>(`/talks/${talkId}/offers/senior/answer`, { answer: 'no' })
    expect(answered.body.content?.offers).toMatchObject([{ kind: 'senior', answer: 'no' }])
    expect((await caller.put(`/talks/${talkId}/offers/leader-talent/answer`, { answer: 'yes' })).status).toBe(
      404,
    )
    expect((await caller.post(`/talks/${talkId}/offers`, { kind: 'leader-talent' })).status).toBe(404)
  })

  test('of a senior talk is due in the state from the age of 60, without telling the age', async () => {
    const { db, roundId } = stage
    const { person, caller, talkId } = await stage.addEmployee('Bodil')
    await db.round.update({ where: { id: roundId }, data: { sector: 'state' } })
    const due = async (reader: typeof caller) =>
      (await reader.get<TalkView>(`/talks/${talkId}`)).body.content?.offersDue
    const inTeam = async () => {
      const { body } = await stage.ben.get<Team>('/team')
      return body.teams.flatMap(({ talks }) => talks).find(({ id }) => id === talkId)?.offersDue
    }
    const born = (on: string) =>
      db.person.update({ where: { id: person.personId }, data: { birthDate: new Date(on) } })
    await born('1978-05-01')
    expect(await due(stage.ben)).toEqual([])
    await born('1978-04-30')
    expect(await due(stage.ben)).toEqual(['senior'])
    expect(await inTeam()).toEqual(['senior'])
    expect(await due(caller)).toEqual([])
    await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
    expect(await due(stage.ben)).toEqual([])
    expect(await inTeam()).toEqual([])
  })
})

describe('Themes', () => {
  test('are tagged by the leader once the talk was held, and replaced by what they tag next', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const early = await stage.ben.put<{ code: string }>(`/talks/${talkId}/themes`, { themes: ['stress'] })
    expect([early.status, early.body.code]).toEqual([409, 'not-held-yet'])
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    await stage.ben.put(`/talks/${talkId}/themes`, { themes: ['Arbejdspres', 'faglighed'] })
    const now = await stage.ben.put(`/talks/${talkId}/themes`, {
      themes: ['faglighed', 'Ledelse', 'ledelse'],
    })
    expect(now.body).toEqual({ themes: ['faglighed', 'ledelse'] })
    expect((await caller.get(`/talks/${talkId}/themes`)).status).toBe(404)
  })

  test('are seen by who tagged them alone, not by who leads the employee after them', async () => {
    const { person, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    const path = `/talks/${talkId}/themes`
    await stage.ben.put(path, { themes: ['arbejdspres'] })
    await stage.db.reportingLine.updateMany({
      where: { employmentId: person.employmentId },
      data: { leaderId: stage.cast.carl.employmentId },
    })
    expect((await stage.carl.get(path)).body).toEqual({ themes: [] })
    expect((await stage.carl.put(path, { themes: ['ledelse'] })).body).toEqual({ themes: ['ledelse'] })
    const kept = await stage.db.themeTag.findMany({ where: { talkId }, orderBy: { theme: 'asc' } })
    expect(kept).toMatchObject([
      { theme: 'arbejdspres', byPersonId: stage.cast.ben.personId },
      { theme: 'ledelse', byPersonId: stage.cast.carl.personId },
    ])
  })

  test('that name health or a union are looked at once more', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, held)
    const path = `/talks/${talkId}/themes`
    const themes = ['ledelse', 'depression']
    const warned = await stage.ben.put<{ code: string; warnings: object[] }>(path, { themes })
    expect([warned.status, warned.body.code]).toEqual([409, 'look-again'])
    expect(warned.body.warnings).toEqual([{ kind: 'health', place: 'themes.1', found: 'depression' }])
    expect((await stage.ben.put(path, { themes, despiteWarnings: true })).status).toBe(200)
    expect((await stage.ben.put(path, { themes: [...themes, 'arbejdstid'] })).status).toBe(200)
  })
})
