import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RoundView } from '../../db/round-reading.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { TestPerson } from '../support/organisation.ts'

const ENGINE = 60_000

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
}, ENGINE)
afterAll(() => stage?.close())

/** The stage's clock stands here: a Monday, a week after the default orientation. */
const TODAY = '2038-01-11'

interface Refused {
  code: string
  sentence: string
  unaccounted: number
}

/** A department of its own with one leader and two employees, and a started round. */
async function startedRound(): Promise<{ roundId: string; employees: TestPerson[] }> {
  const { organisation, top, carl } = stage.cast
  const unitId = await organisation.addUnit('Afdeling', top)
  const leader = await organisation.addPerson('Lone', { unitId, leader: carl })
  const employees = [
    await organisation.addPerson('Rita', { unitId, leader }),
    await organisation.addPerson('Sune', { unitId, leader }),
  ]
  const draft = await stage.dora.post<RoundView>('/rounds', {
    unitId,
    name: 'MUS 2038',
    year: 2038,
    talksFrom: '2038-02-01',
    talksTo: '2038-04-30',
  })
  const roundId = draft.body.id
  const started = await stage.dora.post<RoundView>(`/rounds/${roundId}/start`)
  expect([started.status, started.body.status]).toEqual([200, 'scheduled'])
  const late = [{ code: 'kickoff-is-over' }, { code: 'orientation-is-over' }]
  const { warnings } = draft.body as RoundView & { warnings: object[] }
  expect(warnings).toEqual(expect.arrayContaining(late.map((one) => expect.objectContaining(one))))
  await untilOpened(roundId, 3)
  return { roundId, employees }
}

async function untilOpened(roundId: string, count: number): Promise<void> {
  for (;;) {
    const { body } = await stage.dora.get<{ started: number }>(`/rounds/${roundId}/progress`)
    if (body.started >= count) return
  }
}

interface RosterAnswer {
  roster: { name: string; exemptReason: string | null; talk: { id: string; status: string } | null }[]
  warnings: object[]
}

const inviteDates = async (roundId: string) => {
  await stage.runMorning()
  const talks = await stage.db.talk.findMany({ where: { roundId } })
  return [...new Set(talks.map(({ inviteDueOn }) => inviteDueOn?.toISOString().slice(0, 10)))]
}

describe('Starting a round', () => {
  test(
    'answers at once, opens one talk for everybody, and does so once',
    async () => {
      const { roundId } = await startedRound()
      expect((await stage.dora.post(`/rounds/${roundId}/start`)).status).toBe(200)
      const progress = await stage.dora.get(`/rounds/${roundId}/progress`)
      expect(progress.body).toEqual({
        expected: 3,
        opened: 3,
        started: 3,
        unaccounted: 3,
        toHold: 3,
        held: 0,
        late: 0,
      })
    },
    ENGINE,
  )

  test(
    'leaves a roster of who has a talk and who is exempt; why stands with the one talk',
    async () => {
      const { roundId, employees } = await startedRound()
      const roster = async () => {
        const { body } = await stage.dora.get<RosterAnswer>(`/rounds/${roundId}/roster`)
        expect(body.warnings).toEqual([])
        return body.roster.map(({ name, exemptReason, talk }) => [name, talk?.status, exemptReason])
      }
      expect(await roster()).toEqual([
        ['Lone Test', 'awaiting', null],
        ['Rita Test', 'awaiting', null],
        ['Sune Test', 'awaiting', null],
      ])
      const talkId = await stage.talks.idOf(roundId, employees[1] as TestPerson)
      await stage.dora.post(`/talks/${talkId}/exemption`, { reason: 'talk-held-elsewhere' })
      expect((await roster())[2]).toEqual(['Sune Test', 'exempt', null])
    },
    ENGINE,
  )

  test(
    'is for drafts: a round that was never drafted is not there',
    async () => {
      expect((await stage.dora.post('/rounds/00000000-0000-4000-8000-000000000000/start')).status).toBe(404)
      const { roundId } = await startedRound()
      expect((await stage.ben.post(`/rounds/${roundId}/start`)).status).toBe(404)
    },
    ENGINE,
  )
})

describe('Pausing', () => {
  test(
    'stops the clock until it is resumed, once each',
    async () => {
      const { roundId } = await startedRound()
      const paused = await stage.dora.post<RoundView>(`/rounds/${roundId}/pause`)
      expect(paused.body.pausedOn).toBe(TODAY)
      const again = await stage.dora.post<Refused>(`/rounds/${roundId}/pause`)
      expect([again.status, again.body.code]).toEqual([409, 'round-already-paused'])
      expect(again.body.sentence).not.toBe('')
      const resumed = await stage.dora.delete<RoundView>(`/rounds/${roundId}/pause`)
      expect([resumed.status, resumed.body.pausedOn]).toEqual([200, null])
    },
    ENGINE,
  )

  test(
    'is answered in the same words when the request is sent twice with the same key',
    async () => {
      const { roundId } = await startedRound()
      const headers = { 'idempotency-key': 'pause-once' }
      const first = await stage.dora.post<RoundView>(`/rounds/${roundId}/pause`, {}, headers)
      const second = await stage.dora.post<RoundView>(`/rounds/${roundId}/pause`, {}, headers)
      expect([first.status, second.status]).toEqual([200, 200])
      expect(second.body.pausedOn).toBe(TODAY)
    },
    ENGINE,
  )
})

describe('A unit of a running round', () => {
  test(
    'is paused alone, resumed and stopped, while the rest of the round goes on',
    async () => {
      const { roundId, employees } = await startedRound()
      const [rita, sune] = employees as [TestPerson, TestPerson]
      const { unitId } = await stage.db.round.findUniqueOrThrow({ where: { id: roundId } })
      const part = await stage.cast.organisation.addUnit('Hold', unitId)
      const where = { employmentId: rita.employmentId }
      await stage.db.unitMembership.updateMany({ where, data: { unitId: part } })
      const path = `/rounds/${roundId}/units/${part}`
      const stateOf = async (person: TestPerson) => {
        await stage.runMorning()
        return stage.talks.state(await stage.talks.idOf(roundId, person))
      }
      const paused = await stage.dora.post<object>(`${path}/pause`)
      expect(paused.body).toEqual({ talks: 1, reacting: true })
      expect([(await stateOf(rita)).pausedOn, (await stateOf(sune)).pausedOn]).toEqual([TODAY, null])
      interface Listed {
        talks: { name: string; isPaused: boolean }[]
      }
      const listed = await stage.dora.get<Listed>(`/rounds/${roundId}/talks`)
      expect(listed.body.talks.filter(({ isPaused }) => isPaused).map(({ name }) => name)).toEqual([
        'Rita Test',
      ])
      const again = await stage.dora.post<Refused>(`${path}/pause`)
      expect([again.status, again.body.code]).toEqual([409, 'unit-already-paused'])
      const pauses = await stage.dora.get<object[]>(`/rounds/${roundId}/unit-pauses`)
      expect(pauses.body).toMatchObject([{ unitId: part, unitName: 'Hold', pausedOn: TODAY }])
      await stage.dora.delete(`${path}/pause`)
      expect((await stateOf(rita)).pausedOn).toBeNull()
      expect((await stage.dora.delete<Refused>(`${path}/pause`)).body.code).toBe('unit-not-paused')
      await stage.dora.post(`${path}/stop`, { reason: 'Holdet er nedlagt' })
      const stops = await stage.dora.get<object[]>(`/rounds/${roundId}/unit-stops`)
      expect(stops.body).toMatchObject([{ unitName: 'Hold', stoppedOn: TODAY, reason: 'Holdet er nedlagt' }])
      const twice = await stage.dora.post<Refused>(`${path}/stop`, { reason: 'Igen' })
      expect([twice.status, twice.body.code]).toEqual([409, 'unit-already-stopped'])
      expect([(await stateOf(rita)).outcome, (await stateOf(sune)).outcome]).toEqual(['stopped', null])
    },
    ENGINE,
  )

  test(
    'must be one of the round’s',
    async () => {
      const { roundId } = await startedRound()
      const elsewhere = `/rounds/${roundId}/units/${stage.cast.school}/pause`
      expect((await stage.dora.post(elsewhere)).status).toBe(404)
    },
    ENGINE,
  )
})

describe('Changing the rules of a running round', () => {
  test(
    'moves the dates of its talks as the preview said',
    async () => {
      const { roundId } = await startedRound()
      const edit = { overrides: { inviteBy: '2038-03-01' } }
      const preview = await stage.dora.post<{ talks: object[] }>(`/rounds/${roundId}/policy-previews`, edit)
      expect(preview.body.talks).toHaveLength(3)
      expect(await inviteDates(roundId)).toEqual(['2038-02-15'])
      const changed = await stage.dora.post<{ version: number }>(`/rounds/${roundId}/policies`, edit)
      expect([changed.status, changed.body.version]).toEqual([201, 2])
      expect(await inviteDates(roundId)).toEqual(['2038-03-01'])
      const round = await stage.dora.get<RoundView>(`/rounds/${roundId}`)
      expect(round.body.policy.inviteBy).toBe('2038-03-01')
    },
    ENGINE,
  )

  test(
    'that make no sense changes nothing',
    async () => {
      const { roundId } = await startedRound()
      const edit = { overrides: { talksTo: '2038-01-15' } }
      expect((await stage.dora.post(`/rounds/${roundId}/policies`, edit)).status).toBe(422)
      expect(await stage.db.roundPolicy.count({ where: { roundId } })).toBe(1)
    },
    ENGINE,
  )
})

describe('Ending a round', () => {
  test(
    'by stopping it keeps the reason, and everyone unfinished ends as "round stopped"',
    async () => {
      const { roundId } = await startedRound()
      const stopped = await stage.dora.post<RoundView>(`/rounds/${roundId}/stop`, {
        reason: 'Fusion af skoler',
      })
      expect(stopped.body).toMatchObject({ status: 'stopped', stopReason: 'Fusion af skoler' })
      await stage.runMorning()
      const talks = await stage.db.talk.findMany({ where: { roundId } })
      expect(new Set(talks.map(({ outcome }) => outcome))).toEqual(new Set(['stopped']))
      const late = await stage.dora.post<Refused>(`/rounds/${roundId}/pause`)
      expect([late.status, late.body.code]).toEqual([409, 'round-ended'])
      const edit = { overrides: { inviteBy: '2038-03-01' } }
      expect((await stage.dora.post<Refused>(`/rounds/${roundId}/policies`, edit)).body.code).toBe(
        'round-ended',
      )
    },
    ENGINE,
  )

  test(
    'by closing it is refused while it still runs, and tells how many have no outcome once it closes',
    async () => {
      const { roundId } = await startedRound()
      const early = await stage.dora.post<Refused>(`/rounds/${roundId}/closing`)
      expect([early.status, early.body.code]).toEqual([409, 'round-not-closing'])
      await stage.db.round.update({ where: { id: roundId }, data: { status: 'closing' } })
      const open = await stage.dora.post<Refused>(`/rounds/${roundId}/closing`)
      expect([open.status, open.body.code, open.body.unaccounted]).toEqual([
        409,
        'someone-unaccounted-for',
        3,
      ])
      expect(open.body.sentence).toBe(
        '3 personer mangler stadig et udfald. Runden kan først lukkes, når alle har et.',
      )
    },
    ENGINE,
  )
})

describe('The evaluation’s discussion', () => {
  test(
    'is recorded with its day, which cannot be to come',
    async () => {
      const { roundId } = await startedRound()
      const path = `/rounds/${roundId}/evaluation-discussion`
      const future = await stage.dora.post<Refused>(path, { on: '2038-01-12' })
      expect([future.status, future.body.code]).toEqual([409, 'discussed-in-the-future'])
      const recorded = await stage.dora.post<RoundView>(path, { on: TODAY })
      expect(recorded.body.evaluationDiscussedOn).toBe(TODAY)
    },
    ENGINE,
  )
})

describe('The evaluation’s discussion after the close', () => {
  test(
    'is recorded all the same, and is not to come',
    async () => {
      const { roundId } = await startedRound()
      await stage.db.round.update({ where: { id: roundId }, data: { status: 'closed' } })
      const path = `/rounds/${roundId}/evaluation-discussion`
      const future = await stage.dora.post<Refused>(path, { on: '2038-01-12' })
      expect([future.status, future.body.code]).toEqual([409, 'discussed-in-the-future'])
      const recorded = await stage.dora.post<RoundView>(path, { on: TODAY })
      expect([recorded.status, recorded.body.evaluationDiscussedOn]).toEqual([200, TODAY])
    },
    ENGINE,
  )
})

describe('What HR enters about people', () => {
  test(
    'reaches the running talks at once: a leave within the window moves the invitation',
    async () => {
      const { roundId, employees } = await startedRound()
      const [rita] = employees
      const leave = { from: TODAY, to: '2038-02-26' }
      const { status } = await stage.dora.post(`/employments/${rita?.employmentId}/leaves`, leave)
      expect(status).toBe(201)
      const talkId = await stage.talks.idOf(roundId, rita as TestPerson)
      await stage.runMorning()
      const { leaves } = await stage.talks.state(talkId)
      expect(leaves).toMatchObject([leave])
    },
    ENGINE,
  )

  test(
    'reaches them too when a unit gets closing days',
    async () => {
      const { roundId, employees } = await startedRound()
      const { unitId } = await stage.db.round.findUniqueOrThrow({ where: { id: roundId } })
      const closing = { from: '2038-02-01', to: '2038-02-19' }
      expect((await stage.dora.post(`/units/${unitId}/closings`, closing)).status).toBe(201)
      await stage.runMorning()
      const state = await stage.talks.state(await stage.talks.idOf(roundId, employees[0] as TestPerson))
      expect(state.calendar.closings).toEqual([closing])
    },
    ENGINE,
  )
})
