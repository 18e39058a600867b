import { nextDue } from '../domain/talk/decide.ts'
import type { Instant } from '../domain/calendar/day.ts'
import type { TalkEffect } from '../domain/talk/effects.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import { compiled } from '../domain/talk/turn.ts'
import { auditedAnswer } from './audit.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'
import { handOverGroupTalks, takeAwayFromGroupTalks } from './group-talk-acts.ts'
import { writeObligations } from './obligations.ts'
import { comparison, type Recorded } from './recorded.ts'
import { writeTalkEffects } from './talk-effects.ts'

/** One decision of a talk, to be written once and never half. */
export interface RecordTalkInput {
  talkId: string
  /** The version the decision was made on; the row must still be there (compare and set). */
  expectedVersion: number
  /** The cause's id: never random, so that a repeated cause is known. */
  decisionId: string
  event: string
  at: Instant
  byPersonId: string | null
  onBehalfOf: string | null
  requestHash: string | null
  /** What the person who asked is answered; kept for a repeated request. */
  answer: object | null
  state: TalkState
  effects: TalkEffect[]
}

/** Writes one decision in one transaction that locks the talk's row: snapshot, notices, mails, audit (design §4). */
export async function recordTalk(db: Db, input: RecordTalkInput): Promise<Recorded<TalkState>> {
  return db.$transaction(async (tx) => {
    const row = await lockTalk(tx, input.talkId)
    if (row === null) return { outcome: 'behind', version: 0 }
    const known = await auditedAnswer(tx, input.talkId, input.decisionId)
    const differs = comparison(row, input.expectedVersion, known)
    if (differs === null) {
      const version = row.version + 1
      await writeDecision(tx, input, version)
      return { outcome: 'recorded', version }
    }
    if (differs.outcome === 'behind')
      await tx.talk.update({ where: { id: input.talkId }, data: { disagrees: true } })
    return differs
  })
}

/** The row of a talk that is written with its workflow's first state, without compare and set. */
export function talkColumns(state: TalkState) {
  const due = nextDue(state)
  return {
    status: state.status,
    outcome: state.outcome,
    outcomeReason: state.outcomeReason,
    snapshot: state as object,
    nextDueAt: due === null ? null : new Date(due),
    inviteDueOn: toDate(state.inviteDueOn),
    holdDueOn: toDate(state.holdOn),
    planDueOn: state.plan === null ? null : toDate(state.plan.dueOn),
    heldOn: state.heldOn === null ? null : toDate(state.heldOn),
    agreedOn: state.plan?.agreedOn ? toDate(state.plan.agreedOn) : null,
  }
}

/** Others may refer to the row meanwhile, as a new appointment does, but not change it. */
export async function lockTalk(
  tx: Tx,
  talkId: string,
): Promise<{ version: number; snapshot: TalkState } | null> {
  const rows = await tx.$queryRaw<{ version: number; snapshot: TalkState }[]>`
    SELECT version, snapshot FROM talk WHERE id = ${talkId}::uuid FOR NO KEY UPDATE`
  return rows[0] ?? null
}

/** As text: the client would walk through the snapshot value by value, and read the row back. */
async function updateTalk(tx: Tx, state: TalkState, version: number, at: Instant): Promise<void> {
  const { snapshot, ...row } = talkColumns(state)
  await tx.$executeRaw`
    UPDATE talk SET version = ${version}, disagrees = false, snapshot = ${JSON.stringify(snapshot)}::jsonb,
      status = ${row.status}, outcome = ${row.outcome}, outcome_reason = ${row.outcomeReason}, next_due_at = ${row.nextDueAt},
      invite_due_on = ${row.inviteDueOn}::date, hold_due_on = ${row.holdDueOn}::date, plan_due_on = ${row.planDueOn}::date,
      held_on = ${row.heldOn}::date, agreed_on = ${row.agreedOn}::date,
      closed_at = CASE WHEN ${state.closed} THEN ${new Date(at)} ELSE closed_at END
    WHERE id = ${state.talkId}::uuid`
}

async function writeDecision(tx: Tx, input: RecordTalkInput, version: number): Promise<void> {
  const { state, at } = input
  await updateTalk(tx, state, version, at)
  await writeObligations(tx, [state])
  await writeTalkEffects(tx, state, input.effects, { at, byPersonId: input.byPersonId })
  if (state.status === 'stopped') await takeAwayFromGroupTalks(tx, at)
  const today = compiled(state.calendar).dayOf(at)
  if (state.leaderSince === today) await handOverGroupTalks(tx, state.talkId, today, at)
  await tx.auditEntry.create({
    data: {
      subject: input.talkId,
      talkId: input.talkId,
      decisionId: input.decisionId,
      version,
      event: input.event,
      at: new Date(at),
      byPersonId: input.byPersonId,
      onBehalfOf: input.onBehalfOf,
      requestHash: input.requestHash,
      ...(input.answer && { answer: { ...input.answer, version } }),
    },
  })
}
