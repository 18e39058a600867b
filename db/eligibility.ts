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

/** Talks that a rule had exempted and no rule exempts any more: looked for until talksTo (R13.2). */
export async function noLongerExempt(db: Db, today: Day): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM talk t
    WHERE t.closed_at IS NULL AND (t.snapshot->'policy'->>'talksTo')::date >= ${today}::date
      AND t.outcome = 'exempt' AND t.outcome_reason IN ('too-few-hours', 'too-short-employment', 'no-leader', 'lus')
      AND NOT coalesce((t.snapshot->>'exemptByHr')::boolean, false)`
  const eligible: string[] = []
  for (const { id } of rows) if ((await exemptReasonOf(db, id, today)) === null) eligible.push(id)
  return eligible
}
