import type { Day } from '../domain/calendar/day.ts'
import type { EvaluationAnswers } from '../domain/evaluation/questions.ts'
import type { Tx } from './client.ts'

/** An anonymous evaluation: a random id and the unit, nothing about the person (R6.2). */
export interface StoredEvaluation {
  id: string
  unitId: string
  answers: EvaluationAnswers
}

/** The evaluations of a round, in no order that tells who came first. */
export async function evaluationsOf(db: Tx, roundId: string): Promise<StoredEvaluation[]> {
  const rows = await db.talkEvaluation.findMany({
    where: { roundId },
    select: { id: true, unitId: true, answers: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ answers, ...row }) => ({ ...row, answers: answers as unknown as EvaluationAnswers }))
}

/** Of a round's actions whose date has come: how many their owners have answered for, by talk. */
export async function actionsOf(
  db: Tx,
  roundId: string,
  on: Day,
): Promise<Map<string, { due: number; answered: number }>> {
  const rows = await db.$queryRaw<{ talkId: string; due: number; answered: number }[]>`
    SELECT v.talk_id::text AS "talkId", count(*)::int AS due,
      (count(*) FILTER (WHERE a.status <> 'open'))::int AS answered
    FROM course.action a JOIN course.plan_version v ON v.id = a.plan_version_id JOIN talk t ON t.id = v.talk_id
    WHERE t.round_id = ${roundId}::uuid AND a.due_on < ${on}::date GROUP BY v.talk_id`
  return new Map(rows.map(({ talkId, due, answered }) => [talkId, { due, answered }]))
}
