import { addMonths, DAY } from '../../domain/calendar/day.ts'
import { defaultPolicy, type Policy } from '../../domain/policy/policy.ts'
import type { JournalGateway } from '../../journal/gateway.ts'
import { morningWorkflowId } from '../../workflows/morning/morning.messages.ts'
import { openRoundWorkflowId, roundWorkflowId } from '../../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { findDisagreements, settleDisagreement } from '../../worker/reconcile.ts'
import type { Stage } from './stage.ts'

/** A talk of a round of its own, in a unit of its own, whose talks begin tomorrow. */
interface Scene {
  stage: Stage & { gateway: PlayGateway }
  roundId: string
  talkId: string
  employee: Parameters<Stage['tell']>[0]
  /** Another round of the same unit, with its talk of the same employee. */
  nextYear(): Promise<string>
  days(count: number): Promise<void>
}

/** What a workflow may live through, one play for each phase and outcome; answers the id of the workflow to keep. */
export const plays: Record<string, (scene: Scene) => Promise<string>> = {
  'talk-agreed': async ({ stage, talkId, days }) => {
    const { talks, today } = stage
    await talks.arrange(talkId, `${await today(3)}T10:00:00Z`)
    await days(4)
    await talks.hold(talkId, await today(-1))
    await days(9)
    const plan = await talks.propose(talkId, 'employee', [{ owner: 'leader', dueOn: await today(12) }])
    const { versionId, hash } = plan
    await talks.act(talkId, { type: 'approve-plan', party: 'leader', versionId, hash })
    await days(8)
    await finish(stage, talkId)
    return talkWorkflowId(talkId)
  },
  'talk-filed': async ({ stage, talkId, days }) => {
    const { gateway, talks, today } = stage
    gateway.isAway = true
    await talks.hold(talkId, await today())
    await talks.agree(talkId)
    await stage.temporal.client.forwardPast(talkWorkflowId(talkId), await stage.clock.now())
    gateway.isAway = false
    await days(4)
    await finish(stage, talkId)
    return talkWorkflowId(talkId)
  },
  'talk-not-agreed': async ({ stage, talkId }) => {
    const { talks, today } = stage
    await talks.hold(talkId, await today())
    await talks.propose(talkId, 'leader')
    await talks.act(talkId, { type: 'end-plan-not-agreed', party: 'employee' })
    await finish(stage, talkId)
    return talkWorkflowId(talkId)
  },
  'talk-exempt': async ({ stage, roundId, talkId }) => {
    await stage.talks.act(talkId, { type: 'exempt', reason: 'leaving-soon' })
    await stage.rounds.act(roundId, { type: 'stop' })
    return talkWorkflowId(talkId)
  },
  'talk-postponed': async ({ stage, talkId, days }) => {
    await stage.talks.act(talkId, { type: 'postpone', until: await stage.today(10) })
    await days(20)
    return talkWorkflowId(talkId)
  },
  'talk-taken-over': async ({ stage, roundId, talkId, nextYear }) => {
    await stage.talks.act(talkId, { type: 'postpone', until: await stage.today(100) })
    await nextYear()
    await stage.rounds.act(roundId, { type: 'stop' })
    return talkWorkflowId(talkId)
  },
  'talk-left': async ({ stage, roundId, talkId, employee, days }) => {
    await stage.talks.invite(talkId, `${await stage.today(9)}T10:00:00Z`)
    const lastDay = await stage.today(5)
    await stage.tell(employee, 'leaves', lastDay, { lastDay })
    await days(7)
    await stage.rounds.act(roundId, { type: 'stop' })
    return talkWorkflowId(talkId)
  },
  'talk-not-held': async ({ stage, roundId, talkId, days }) => {
    const { talks, today } = stage
    await talks.arrange(talkId, `${await today(2)}T10:00:00Z`)
    await days(3)
    await talks.act(talkId, { type: 'report-not-held' })
    await talks.act(talkId, { type: 'report-not-invited' })
    await days(10)
    await talks.act(talkId, { type: 'set-not-held', reason: 'employee-declined' })
    await stage.rounds.act(roundId, { type: 'stop' })
    return talkWorkflowId(talkId)
  },
  'talk-stopped': async ({ stage, roundId, talkId, employee, days }) => {
    const { cast, rounds, tell, today } = stage
    await tell(employee, 'leader-changed', await today(3), { leaderId: cast.carl.employmentId })
    await days(5)
    await rounds.act(roundId, { type: 'pause' })
    await days(5)
    await rounds.act(roundId, { type: 'resume' })
    await rounds.act(roundId, { type: 'stop' })
    return talkWorkflowId(talkId)
  },
  'talk-in-an-outage': async ({ stage, talkId }) => {
    let tries = 0
    stage.mischief.before = (input) => {
      if (input.event === 'mark-ready' && tries++ < 3) throw new Error('the database is away')
    }
    await stage.talks.act(talkId, { type: 'mark-ready', party: 'leader', ready: true })
    stage.mischief.before = undefined
    return talkWorkflowId(talkId)
  },
  'talk-reconciled': async ({ stage, talkId }) => {
    const { clock, db, talks, temporal } = stage
    const { client, taskQueue } = temporal
    await talks.act(talkId, { type: 'mark-ready', party: 'leader', ready: true })
    await db.talk.update({ where: { id: talkId }, data: { version: 1 } })
    const waiting = talks.act(talkId, { type: 'mark-ready', party: 'employee', ready: true })
    while (!(await db.talk.findUniqueOrThrow({ where: { id: talkId } })).disagrees);
    const parts = { client: { workflow: client }, db, clock, taskQueue }
    for (const found of await findDisagreements(parts)) await settleDisagreement(parts, found, 'engine')
    await waiting
    return talkWorkflowId(talkId)
  },
  round: async ({ stage, roundId, talkId, days }) => {
    const { rounds, talks, today } = stage
    await rounds.act(roundId, { type: 'pause' })
    await rounds.act(roundId, { type: 'resume' })
    const { policy } = await talks.state(talkId)
    await rounds.act(roundId, { type: 'change-policy', policy: { ...policy, closesOn: await today(14) } })
    await days(16)
    await talks.act(talkId, { type: 'set-not-held', reason: 'other' })
    await days(5)
    return roundWorkflowId(roundId)
  },
  morning: async ({ stage }) => {
    const { client, taskQueue } = stage.temporal
    const workflowId = morningWorkflowId('recorded')
    await client.execute('morningWorkflow', { workflowId, taskQueue, args: [{ sweep: true }] })
    return workflowId
  },
  audit: async ({ stage }) => {
    const { client, taskQueue } = stage.temporal
    const workflowId = 'audit/recorded'
    await client.execute('auditWorkflow', { workflowId, taskQueue })
    return workflowId
  },
  'open-round': async ({ stage, roundId }) => {
    const { client, taskQueue } = stage.temporal
    const workflowId = openRoundWorkflowId(roundId)
    await client.execute('openRoundWorkflow', { workflowId, taskQueue, args: [{ roundId }] })
    return workflowId
  },
}

/** A personnel file that keeps nothing, and is away when told to be. */
export interface PlayGateway extends JournalGateway {
  isAway: boolean
}

export function createPlayGateway(): PlayGateway {
  const filed = new Map<string, string>()
  return {
    name: 'play',
    filedBy: 'service',
    isAway: false,
    async file({ metadata }) {
      if (this.isAway) return { kind: 'not-done', reason: 'unreachable' }
      filed.set(metadata.key, metadata.contentHash)
      return { kind: 'done', receipt: 'receipt', caseReference: '' }
    },
    async lookUp(key) {
      const contentHash = filed.get(key)
      if (this.isAway) return { kind: 'unavailable' }
      if (contentHash === undefined) return { kind: 'absent' }
      return { kind: 'found', receipt: 'receipt', caseReference: '', contentHash }
    },
  }
}

/** Sets the scene for a play. */
export async function setScene(stage: Scene['stage']): Promise<Scene> {
  const { cast, player, rounds, talks, today } = stage
  const { addPerson, addRound, addUnit } = cast.organisation
  const { calendar } = player
  const on = calendar.addWorkingDays(await today(), 1)
  await player.skipTo(calendar.instantOf(on, 9 * 60))
  const unitId = await addUnit('Børnehuset', cast.top)
  const employee = await addPerson('Anna', { unitId, leader: cast.ben })
  const start = async (year: number, policy: Policy) => {
    const roundId = await addRound({ unitId, policy, year, name: `MUS ${year}` })
    await rounds.start(roundId)
    return roundId
  }
  const year = defaultPolicy(await today(1), undefined, calendar)
  const roundId = await start(2038, year)
  return {
    stage,
    roundId,
    employee,
    talkId: await talks.idOf(roundId, employee),
    nextYear: async () => {
      const next = await start(2039, defaultPolicy(addMonths(await today(), 4), undefined, calendar))
      await player.settle()
      return talks.idOf(next, employee)
    },
    days: async (count) => player.skipTo((await player.now()) + count * DAY),
  }
}

/** Ends everything that would keep the talk alive after its round. */
async function finish({ rounds, talks, today }: Stage, talkId: string): Promise<void> {
  const { actions, roundId, statusTalks } = await talks.state(talkId)
  for (const { id, status } of statusTalks) {
    if (status !== 'open') continue
    for (const party of ['employee', 'leader'] as const)
      await talks.act(talkId, { type: 'agree-status-talk-away', statusTalkId: id, party })
  }
  for (const { id } of actions)
    await talks.act(talkId, {
      type: 'report-action',
      actionId: id,
      report: 'new-date',
      dueOn: await today(30),
    })
  for (const { id } of actions)
    await talks.act(talkId, { type: 'report-action', actionId: id, report: 'done', dueOn: null })
  await rounds.act(roundId, { type: 'stop' })
}
