import type { CalendarFacts } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { TalkFact } from '../domain/talk/events.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RoundState } from '../domain/round/round.ts'
import type { PlannedAction, TalkState } from '../domain/talk/talk.ts'
import { closingsOf } from './closings.ts'
import type { Db, Tx } from './client.ts'
import { toDay } from './days.ts'
import { exemptReasonOf } from './eligibility.ts'
import { Prisma } from './generated/client.ts'
import { isHeldByUnit } from './unit-holds.ts'

/** A fact on its way to one talk. */
export interface FactForTalk {
  talkId: string
  fact: { id: string; effectiveOn: Day; event: TalkFact }
}

/**
 * The facts that some talk's record does not hold yet, in the order they became known. A fact counts as delivered
 * to a talk when that talk's audit has `fact:` and its id (design §6); until then every morning signals it again.
 * A page never ends between two talks of one fact.
 */
export async function undeliveredFacts(
  db: Db,
  after: bigint,
  limit: number,
): Promise<{ facts: FactForTalk[]; last: bigint | null }> {
  const rows = await db.$queryRaw<UndeliveredRow[]>`
    SELECT f.id, f.seq, f.kind, f.effective_on, f.data, t.id AS talk_id, t.round_id
    FROM fact f JOIN talk t ON ${concerns}
    WHERE NOT f.delivered AND f.seq > ${after} AND NOT t.disagrees AND NOT ${isRecorded}
    ORDER BY f.seq FETCH FIRST ${limit} ROWS WITH TIES`
  const facts: FactForTalk[] = []
  for (const row of rows) {
    const fact = { id: row.id, effectiveOn: toDay(row.effective_on), event: await eventOf(db, row) }
    facts.push({ talkId: row.talk_id, fact })
  }
  return { facts, last: rows.at(-1)?.seq ?? null }
}

/**
 * The newest fact by its place in their order, 0 where there is none. It tells what comes later from what was there
 * as long as people are held still.
 * @param before only of those that became known before
 */
export async function newestFact(tx: Tx, before?: Instant): Promise<bigint> {
  const where = before === undefined ? {} : { knownAt: { lt: new Date(before) } }
  const newest = await tx.fact.aggregate({ where, _max: { seq: true } })
  return newest._max.seq ?? 0n
}

/** Closes the facts that every talk they concern has recorded, or that concern none. */
export async function closeDeliveredFacts(db: Db): Promise<void> {
  await db.$executeRaw`
    UPDATE fact f SET delivered = true
    WHERE NOT f.delivered AND NOT EXISTS (SELECT 1 FROM talk t WHERE ${concerns} AND NOT ${isRecorded})`
}

/** SQL: an open talk `t` is to hear of a fact `f`: it alone, or all of the employment that were opened before it. */
const concerns = Prisma.sql`(t.employment_id = f.employment_id AND t.closed_at IS NULL
  AND (f.talk_id = t.id OR (f.talk_id IS NULL AND f.seq > t.newest_fact)))`

const isRecorded = Prisma.sql`EXISTS (
  SELECT 1 FROM audit_entry a WHERE a.subject = t.id AND a.decision_id = 'fact:' || f.id::text)`

/**
 * One fact for every open talk of a round, such as that it is paused; told once for each cause. A round that is resumed
 * leaves alone those whose unit is still paused (R14.3).
 */
export async function writeRoundFacts(
  tx: Tx,
  roundId: string,
  kind: TalkFact['type'],
  cause: string,
  on: Day,
  at: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), t.employment_id, t.id, ${kind}, ${on}::date, '{}'::jsonb, ${new Date(at)}, ${`${kind}/${cause}`}
    FROM talk t WHERE t.round_id = ${roundId}::uuid AND t.closed_at IS NULL
      AND (${kind} <> 'resumed' OR NOT ${isHeldByUnit(ofTalk)})
    ON CONFLICT (talk_id, cause) DO NOTHING`
}

const ofTalk = { id: Prisma.sql`t.id`, roundId: Prisma.sql`t.round_id` }

/** Every field a fact's data may have; which ones follows from its kind (domain/people/changes.ts). */
interface FactData {
  leaveId: string
  from: Day
  to: Day | null
  leaderId: string | null
  unitId: string
  on: Day
  lastDay: Day
  employedFrom: Day
  sameKind: boolean
  actionIds: string[]
  actions: PlannedAction[]
  dropped: string[]
}

interface UndeliveredRow {
  id: string
  seq: bigint
  kind: string
  effective_on: Date
  data: FactData
  talk_id: string
  round_id: string
}

/** The fact as the rules know it. */
async function eventOf(db: Db, row: UndeliveredRow): Promise<TalkFact> {
  const { data } = row
  const on = toDay(row.effective_on)
  switch (row.kind) {
    case 'leave-set':
      return { type: 'leave-set', leaveId: data.leaveId, from: data.from, to: data.to }
    case 'leave-removed':
      return { type: 'leave-removed', leaveId: data.leaveId }
    case 'leader-changed':
      return { type: 'leader-changed', hasLeader: data.leaderId !== null }
    case 'unit-changed':
      return { type: 'unit-changed', calendar: await calendarIn(db, row.talk_id, data.unitId) }
    case 'leader-change-withdrawn':
      return { type: 'change-withdrawn', of: 'leader-changed', on: data.on }
    case 'unit-change-withdrawn':
      return { type: 'change-withdrawn', of: 'unit-changed', on: data.on }
    case 'leaves':
      return { type: 'leaves', lastDay: data.lastDay }
    case 'policy-changed':
      return { type: 'policy-changed', policy: await policyInForce(db, row.round_id) }
    case 'resumed':
      return { type: 'resumed', roundTalksTo: (await policyInForce(db, row.round_id)).talksTo }
    case 'next-talk-opened':
      return { type: 'next-talk-opened', sameKind: data.sameKind, actionIds: data.actionIds }
    case 'actions-revised':
      return { type: 'actions-revised', actions: data.actions, dropped: data.dropped }
    case 'leaving-withdrawn':
    case 'paused':
    case 'stopped':
    case 'round-closed':
    case 'next-talk-arranged':
      return { type: row.kind }
    case 'joined':
    case 'employment-changed': {
      const exemptReason = await exemptReasonOf(db, row.talk_id, on)
      return { type: 'eligibility-changed', exemptReason, employedFrom: data.employedFrom }
    }
    default:
      throw new Error(`fact ${row.id} has kind '${row.kind}': expected one that the rules know`)
  }
}

/** As the round has recorded it: a version that was written but refused does not count. */
async function policyInForce(db: Db, roundId: string): Promise<Policy> {
  const round = await db.round.findUniqueOrThrow({ where: { id: roundId }, select: { snapshot: true } })
  return (round.snapshot as unknown as RoundState).policy
}

/** The talk's calendar with the closing days of another unit. */
async function calendarIn(db: Db, talkId: string, unitId: string): Promise<CalendarFacts> {
  const talk = await db.talk.findUniqueOrThrow({ where: { id: talkId }, select: { snapshot: true } })
  const { calendar } = talk.snapshot as unknown as TalkState
  const closings = await closingsOf(db, [unitId])
  return { ...calendar, closings: closings.get(unitId) ?? [] }
}
