import type { Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { RoundState } from '../domain/round/round.ts'
import type { AppointmentState, Party, TalkState } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'
import { newestFact } from './facts.ts'
import { writeObligations } from './obligations.ts'
import { roundColumns } from './record-round.ts'
import { talkColumns } from './record-talk.ts'

/** Rows that an engine should agree with, page by page. */
export async function* rowsToCompare(
  db: Db,
): AsyncGenerator<{ kind: 'round' | 'talk'; id: string; version: number; status: string }> {
  const rounds = await db.round.findMany({
    where: { status: { in: ['scheduled', 'running', 'closing'] } },
    select: { id: true, version: true, status: true },
  })
  for (const row of rounds) yield { kind: 'round', ...row }
  for (let after = ''; ; ) {
    const talks = await db.talk.findMany({
      where: { closedAt: null, ...(after !== '' && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      select: { id: true, version: true, status: true },
      take: 500,
    })
    for (const row of talks) yield { kind: 'talk', ...row }
    const last = talks.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** How many mails wait whose time has come, and how many were on their way in the copy, which would go once more. */
export function mailsToGo(db: Db, at: Instant): Promise<number> {
  return db.mail.count({
    where: {
      endedAt: null,
      OR: [
        { status: 'queued', notBeforeAt: { lte: new Date(at) } },
        { status: { in: ['leased', 'unknown'] } },
      ],
    },
  })
}

/** What a state names and the table does not have: without it the talk could not be shown or acted on. */
export async function missingDocuments(db: Tx, state: TalkState): Promise<string[]> {
  const named = {
    appointment: timesOf(state).map(({ id }) => id),
    'plan version': [
      ...(state.plan?.current ? [state.plan.current.id] : []),
      ...state.filings.map((filing) => filing.versionId),
    ],
    action: state.actions.map((action) => action.id),
  }
  const found = {
    appointment: await db.appointment.findMany({ where: { id: { in: named.appointment } } }),
    'plan version': await db.planVersion.findMany({ where: { id: { in: named['plan version'] } } }),
    action: await db.action.findMany({ where: { id: { in: named.action } } }),
  }
  return (Object.keys(named) as (keyof typeof named)[]).flatMap((document) => {
    const ids = new Set(found[document].map((row) => row.id))
    return [...new Set(named[document])].filter((id) => !ids.has(id)).map((id) => `${document} ${id}`)
  })
}

/**
 * The engine is right: the row takes its state and version, and what the state says of documents that are there. The
 * causes it remembers count as recorded, so that none of them acts again.
 */
export async function takeEnginesTalk(
  db: Db,
  { state, version }: { state: TalkState; version: number },
  at: Instant,
): Promise<void> {
  const { talkId } = state
  await db.$transaction(async (tx) => {
    const row = { ...talkColumns(state), version, started: true, disagrees: false }
    const closedAt = state.closed ? new Date(at) : null
    const { count } = await tx.talk.updateMany({ where: { id: talkId }, data: { ...row, closedAt } })
    if (count === 0)
      await tx.talk.create({ data: { id: talkId, ...row, closedAt, ...(await originOf(tx, state)) } })
    await writeObligations(tx, [state])
    await alignDocuments(tx, state, at)
    await tx.auditEntry.createMany({
      data: [...state.processed, `engine@${version}`].map((decisionId) => ({
        subject: talkId,
        talkId,
        decisionId,
        version,
        event: 'reconciled',
        at: new Date(at),
      })),
      skipDuplicates: true,
    })
  })
}

/** The table is right: its version is put above the engine's, which takes the row over when it next looks. */
export async function takeTablesTalk(
  db: Db,
  talkId: string,
  engineVersion: number,
  at: Instant,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const version = engineVersion + 1
    await tx.talk.update({ where: { id: talkId }, data: { version, disagrees: false } })
    await auditReconciled(tx, talkId, `table@${version}`, version, at)
  })
}

export async function takeEnginesRound(
  db: Db,
  { state, version }: { state: RoundState; version: number },
  at: Instant,
): Promise<void> {
  const { roundId } = state
  await db.$transaction(async (tx) => {
    await tx.round.update({
      where: { id: roundId },
      data: { ...roundColumns(state), version, disagrees: false },
    })
    await auditReconciled(tx, roundId, `engine@${version}`, version, at)
  })
}

export async function takeTablesRound(
  db: Db,
  roundId: string,
  engineVersion: number,
  at: Instant,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const version = engineVersion + 1
    await tx.round.update({ where: { id: roundId }, data: { version, disagrees: false } })
    await auditReconciled(tx, roundId, `table@${version}`, version, at)
  })
}

/** Whose talk it is, found again from its id, which follows from round and employment; null where nobody's. */
export async function employmentOf(db: Tx, state: TalkState): Promise<string | null> {
  const round = await db.round.count({ where: { id: state.roundId } })
  if (round === 0) return null
  const employments = await db.employment.findMany({ select: { id: true } })
  return employments.find(({ id }) => derivedId('talk', state.roundId, id) === state.talkId)?.id ?? null
}

async function originOf(tx: Tx, state: TalkState) {
  const { roundId, openedAt } = state
  const { kind } = await tx.round.findUniqueOrThrow({ where: { id: roundId }, select: { kind: true } })
  const employmentId = (await employmentOf(tx, state)) ?? ''
  // Only the clock can say what it was opened from: that stood in the row.
  const newest = await newestFact(tx, openedAt)
  return { roundId, employmentId, kind, openedAt: new Date(openedAt), newestFact: newest }
}

/** The times that stand in a state: the talk's, its status talks' and those of offers. */
function timesOf({ appointment, statusTalks, extras }: TalkState): AppointmentState[] {
  return [appointment, ...[...statusTalks, ...extras].map((talk) => talk.appointment)].flatMap((a) => a ?? [])
}

async function alignDocuments(tx: Tx, state: TalkState, at: Instant): Promise<void> {
  const { talkId, actions, filings, statusTalks } = state
  const current = timesOf(state)
  const currentIds = current.map(({ id }) => id)
  await tx.appointment.updateMany({
    where: { talkId, status: 'current', id: { notIn: currentIds } },
    data: { status: 'replaced' },
  })
  for (const { id, sequence } of current)
    await tx.appointment.updateMany({ where: { id }, data: { status: 'current', sequence } })
  for (const { id, number, dueOn, status } of statusTalks) {
    const values = { dueOn: toDate(dueOn), status }
    await tx.statusTalk.upsert({ where: { id }, create: { id, talkId, number, ...values }, update: values })
  }
  // Whether the personnel file has it is looked up before the next try (R8.2).
  await tx.journalEntry.createMany({
    data: filings.map((filing) => ({
      planVersionId: filing.versionId,
      gateway: state.journaling,
      key: `plan-${filing.versionId}`,
      ...(filing.status === 'filed'
        ? { status: 'filed' }
        : { status: 'unknown', lastOutcome: { kind: 'unknown', reason: 'interrupted' } }),
    })),
    skipDuplicates: true,
  })
  for (const { id, dueOn, status } of actions)
    await tx.action.updateMany({ where: { id }, data: { talkId, dueOn: toDate(dueOn), status } })
  await alignPlan(tx, state, at)
}

/** Only the version that the state names is still to be decided; its approvals are those the state counts (R7.2). */
async function alignPlan(tx: Tx, state: TalkState, at: Instant): Promise<void> {
  const { talkId, plan } = state
  const current = plan?.current ?? null
  const others = { talkId, status: 'current', ...(current !== null && { id: { not: current.id } }) }
  const voidedAt = new Date(at)
  await tx.planApproval.updateMany({ where: { planVersion: others, voidedAt: null }, data: { voidedAt } })
  await tx.planVersion.updateMany({ where: others, data: { status: 'replaced' } })
  if (current === null) return
  const { id, hash, approvedBy } = current
  await tx.planVersion.updateMany({ where: { id }, data: { status: versionStatus(state, approvedBy) } })
  const { _max } = await tx.planVersion.aggregate({ where: { talkId }, _max: { number: true } })
  await tx.planVersion.updateMany({ where: { id, number: null }, data: { number: (_max.number ?? 0) + 1 } })
  await tx.planApproval.updateMany({
    where: { planVersionId: id, party: { notIn: approvedBy }, voidedAt: null },
    data: { voidedAt },
  })
  for (const party of approvedBy) {
    await tx.planApproval.upsert({
      where: { planVersionId_party: { planVersionId: id, party } },
      create: { planVersionId: id, party, hash, at: new Date(at) },
      update: { hash, voidedAt: null },
    })
  }
}

/** A later version may be in the making, or have ended as not agreed, while an earlier one stays agreed (R7.4). */
function versionStatus(state: TalkState, approvedBy: Party[]): 'current' | 'agreed' | 'not-agreed' {
  const status = state.status === 'left' ? state.statusBeforeLeaving : state.status
  if (status === 'agreed') return approvedBy.length === 2 ? 'agreed' : 'not-agreed'
  return status === 'not-agreed' ? 'not-agreed' : 'current'
}

async function auditReconciled(
  tx: Tx,
  subject: string,
  decisionId: string,
  version: number,
  at: Instant,
): Promise<void> {
  const talkId = (await tx.talk.count({ where: { id: subject } })) > 0 ? subject : null
  const entry = { subject, talkId, decisionId, version, event: 'reconciled', at: new Date(at) }
  await tx.auditEntry.createMany({ data: [entry], skipDuplicates: true })
}
