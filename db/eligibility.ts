import { type Day, laterOf } from '../domain/calendar/day.ts'
import type { RuleReason } from '../domain/eligibility.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
import { toDay } from './days.ts'
import { testEligibility } from './roster.ts'

/** What the eligibility rules of the talk's round say of the employment now (R13.2). */
export async function exemptReasonOf(db: Tx, talkId: string, on: Day): Promise<RuleReason | null> {
  const talk = await db.talk.findUniqueOrThrow({ where: { id: talkId }, include: { employment: true } })
  const { employment } = talk
  const { policy } = talk.snapshot as unknown as TalkState
  const seen = laterOf(on, toDay(employment.employedFrom))
  const active = { fromOn: { lte: new Date(seen) }, OR: [{ toOn: null }, { toOn: { gte: new Date(seen) } }] }
  const hasLeader = (await db.reportingLine.count({ where: { employmentId: employment.id, ...active } })) > 0
  const isLeader = (await db.reportingLine.count({ where: { leaderId: employment.id, ...active } })) > 0
  const facts = {
    employedFrom: toDay(employment.employedFrom),
    employedTo: employment.lastDay && toDay(employment.lastDay),
    weeklyHours: employment.hoursPerWeek === null ? null : Number(employment.hoursPerWeek),
    isLeader,
    hasLeader,
  }
  return testEligibility(facts, policy).exemptReason
}

/** Talks whose exemption by rule no longer fits, or that a rule exempts now: tested until talksTo (R13.2). */
export async function changedEligibility(
  db: Db,
  today: Day,
): Promise<{ talkId: string; exemptReason: RuleReason | null }[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM talk t JOIN round r ON r.id = t.round_id JOIN employment e ON e.id = t.employment_id
    WHERE t.closed_at IS NULL AND (t.snapshot->'policy'->>'talksTo')::date >= ${today}::date
      AND t.outcome = 'exempt' AND t.outcome_reason IN ('too-few-hours', 'too-short-employment', 'no-leader', 'lus')
      AND NOT coalesce((t.snapshot->>'exemptByHr')::boolean, false)`
  const changed: { talkId: string; exemptReason: RuleReason | null }[] = []
  for (const { id } of rows) {
    const reason = await exemptReasonOf(db, id, today)
    if (reason === null) changed.push({ talkId: id, exemptReason: null })
  }
  return changed
}
