import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import { ladderOf } from '../domain/policy/ladder.ts'
import { nextRoundDue } from '../domain/round/decide.ts'
import type { RoundEffect, RoundNotice, RoundState } from '../domain/round/round.ts'
import { compiled } from '../domain/talk/turn.ts'
import { auditedAnswer } from './audit.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'
import { writeRoundFacts } from './facts.ts'
import { openGroupFeedback } from './group-feedback-teams.ts'
import { callOffGroupTalks } from './group-talk-acts.ts'
import { comparison, type Recorded } from './recorded.ts'
import { leadersOfRound } from './teams.ts'
import { endUnitPauses } from './unit-pauses.ts'

/** One decision of a round; written as a talk's is (design §4). */
export interface RecordRoundInput {
  roundId: string
  expectedVersion: number
  decisionId: string
  event: string
  at: Instant
  byPersonId: string | null
  requestHash: string | null
  answer: object | null
  state: RoundState
  effects: RoundEffect[]
}

/** Writes one decision of a round in one transaction that locks its row: snapshot, notices, facts for its talks, audit. */
export async function recordRound(db: Db, input: RecordRoundInput): Promise<Recorded<RoundState>> {
  return db.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ version: number; snapshot: RoundState }[]>`
        SELECT version, snapshot FROM round WHERE id = ${input.roundId}::uuid FOR NO KEY UPDATE`
      if (row === undefined) return { outcome: 'behind', version: 0 }
      const known = await auditedAnswer(tx, input.roundId, input.decisionId)
      const differs = comparison(row, input.expectedVersion, known)
      if (differs === null) {
        const version = row.version + 1
        await writeRound(tx, input, version)
        return { outcome: 'recorded', version }
      }
      if (differs.outcome === 'behind')
        await tx.round.update({ where: { id: input.roundId }, data: { disagrees: true } })
      return differs
    },
    { timeout: 60_000 },
  )
}

export function roundColumns(state: RoundState) {
  const due = nextRoundDue(state)
  return {
    status: state.status,
    snapshot: state as object,
    nextDueAt: due === null ? null : new Date(due),
    pausedOn: state.pausedOn === null ? null : toDate(state.pausedOn),
    evaluationDiscussedOn: state.evaluationDiscussedOn === null ? null : toDate(state.evaluationDiscussedOn),
    closesOn: toDate(state.policy.closesOn),
  }
}

async function writeRound(tx: Tx, input: RecordRoundInput, version: number): Promise<void> {
  const { state, at, roundId, decisionId } = input
  const today = compiled(state.calendar).dayOf(at)
  await tx.round.update({
    where: { id: roundId },
    data: { ...roundColumns(state), version, disagrees: false },
  })
  if (state.closed) await endUnitPauses(tx, roundId, today)
  if (state.status === 'stopped') await callOffGroupTalks(tx, roundId, at)
  for (const effect of input.effects) {
    if (effect.type === 'open-group-feedback')
      await openGroupFeedback(tx, roundId, state.policy.minimumGroup, today)
    else if (effect.type === 'tell-talks')
      await writeRoundFacts(tx, roundId, effect.fact, decisionId, today, at)
    else await writeRoundNotice(tx, state, effect, today, at)
  }
  await tx.auditEntry.create({
    data: {
      subject: roundId,
      decisionId,
      version,
      event: input.event,
      at: new Date(at),
      byPersonId: input.byPersonId,
      requestHash: input.requestHash,
      ...(input.answer && { answer: { ...input.answer, version } }),
    },
  })
}

/** One notice for many: a row for each leader, team or employee, or one for HR. */
async function writeRoundNotice(
  tx: Tx,
  state: RoundState,
  notice: RoundNotice,
  today: Day,
  at: Instant,
): Promise<void> {
  const { type: _type, to: _to, dueOn, ...step } = notice
  const shared = {
    ...step,
    roundId: state.roundId,
    dueOn: dueOn === null ? null : toDate(dueOn),
    decidedAt: new Date(at),
  }
  const rows = await addressees(tx, state, notice, today)
  const begun = notice.to.startsWith('teams') ? await subjectsBegun(tx, state.roundId, notice) : null
  const data = rows.flatMap((row) => {
    const isNewTeam = begun !== null && !begun.has(row.subject)
    const earlier = isNewTeam ? stepsBefore(state, notice) : []
    return [...earlier, {}].map((place) => ({ ...shared, ...row, ...place }))
  })
  await tx.notice.createMany({ data, skipDuplicates: true })
}

/** Those about whom a step of this occurrence was decided before. */
async function subjectsBegun(
  tx: Tx,
  roundId: string,
  { obligation, occurrence }: RoundNotice,
): Promise<Set<string>> {
  const begun = await tx.notice.findMany({
    where: { roundId, obligation, occurrence, reminder: false },
    select: { subject: true },
    distinct: ['subject'],
  })
  return new Set(begun.map(({ subject }) => subject))
}

/**
 * A team that came to owe it between two steps starts with its leader: what others heard before is written for it too, and
 * the sender keeps the order and the distances (R3.4). Reminders are not made up for.
 */
function stepsBefore({ policy }: RoundState, notice: RoundNotice) {
  const { steps } = ladderOf(policy, 'group-feedback')
  const told = steps.slice(0, notice.position).filter((step) => !step.reminder)
  return told.map(({ step, audience, offset }, place) => ({
    step,
    audience,
    position: steps.findIndex((each) => each.step === step),
    distance: place === 0 ? 0 : offset - (told[place - 1]?.offset ?? offset),
  }))
}

interface Addressee {
  subject: string
  audience: 'employee' | 'leader' | 'leaders-leader' | 'hr'
  talkId?: string
  leaderId?: string
}

async function addressees(tx: Tx, state: RoundState, notice: RoundNotice, today: Day): Promise<Addressee[]> {
  const { roundId } = state
  switch (notice.to) {
    case 'hr':
      return [{ subject: roundId, audience: 'hr' }]
    case 'leaders':
      return (await leadersOfRound(tx, roundId, today)).map((leaderId) => ({
        subject: derivedId('team', roundId, leaderId),
        audience: 'leader',
        leaderId,
      }))
    case 'employees': {
      const talks = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM talk WHERE round_id = ${roundId}::uuid AND (snapshot->>'orientationOwed') = 'false'
          AND status NOT IN ('exempt', 'left', 'stopped') AND snapshot->>'startsOn' IS NOT NULL`
      return talks.map(({ id }) => ({ subject: id, audience: 'employee', talkId: id }))
    }
    default: {
      await openGroupFeedback(tx, roundId, state.policy.minimumGroup, today)
      const audience = notice.to === 'teams' ? 'leader' : notice.to === 'teams-hr' ? 'hr' : 'leaders-leader'
      const teams = await tx.groupFeedback.findMany({ where: { roundId, status: 'owed' } })
      return teams.map((team) => ({ subject: team.id, audience, leaderId: team.leaderId }))
    }
  }
}
