import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { Prisma } from './generated/client.ts'
import { type AnsweredTeams, pairsOf } from './leads-on.ts'
import { isLeaderHeld } from './unit-holds.ts'

/** One talk as a list shows it. */
export interface TalkLine {
  readonly id: string
  readonly roundId: string
  readonly roundName: string
  readonly year: number
  readonly kind: RoundKind
  readonly status: TalkStatus
  readonly outcome: string | null
  readonly employee: string
  readonly title: string
  readonly unit: string
  readonly leader: string | null
  /** The leader's employment; also where the post is vacant. */
  readonly leaderId: string | null
  readonly inviteDueOn: Day | null
  readonly holdDueOn: Day | null
  readonly heldOn: Day | null
  readonly isPaused: boolean
  /** Nothing more will happen to it. */
  readonly isClosed: boolean
  readonly appointmentAt: Instant | null
  /** The leader whom the person acts for, where that is why the talk is in their list. */
  readonly onBehalfOf: string | null
}

/** Why nobody is asked for something they owe: the talk is paused, the employee on leave, or a time awaits an answer. */
export type Rest = 'pause' | 'leave' | 'answer'

/** Something the person owes now (R11.1). */
export interface OwedLine {
  readonly obligation: string
  readonly subject: string
  readonly talkId: string | null
  readonly roundId: string
  readonly roundName: string
  readonly kind: RoundKind
  readonly owedBy: 'employee' | 'leader' | 'hr'
  /** The employee the talk is about; null for what is about a round or a team. */
  readonly employee: string | null
  readonly dueOn: Day
  readonly rest: Rest | null
  readonly onBehalfOf: string | null
}

/** Somebody and whom they answer for (`teamsAnsweredFor`). */
export interface Leading extends AnsweredTeams {
  readonly personId: string
}

/** The person's own talks, newest round first; also those that are over. */
export async function ownTalks(db: Tx, personId: string, today: Day): Promise<TalkLine[]> {
  const own = Prisma.sql`SELECT own.id FROM talk own JOIN employment ON employment.id = own.employment_id
    WHERE employment.person_id = ${personId}::uuid`
  return talkLines(db, personId, today, own, Prisma.sql`TRUE`)
}

/** The talks the person leads today, themselves or for somebody: those that are not closed. */
export async function teamTalks(db: Tx, who: Leading, today: Day): Promise<TalkLine[]> {
  return talkLines(
    db,
    who.personId,
    today,
    Prisma.sql`SELECT led.id FROM talk led WHERE led.closed_at IS NULL AND led.employment_id IN (${everLed(who)})`,
    Prisma.sql`employment.person_id <> ${who.personId}::uuid AND ${leads(who)}`,
  )
}

/** As `web/team-next-step` tells it of a talk's state: what both say is what waits for the leader. */
export function restOn(today: Day): Prisma.Sql {
  return Prisma.sql`CASE WHEN (talk.snapshot->>'pausedOn') IS NOT NULL THEN 'pause'
    WHEN EXISTS (SELECT 1 FROM jsonb_array_elements(talk.snapshot->'leaves') leave
      WHERE leave->>'from' <= ${today} AND coalesce(leave->>'to', ${today}) >= ${today}) THEN 'leave'
    WHEN obligation.obligation IN ('invite', 'hold') AND EXISTS (SELECT 1 FROM course.appointment a
      WHERE a.subject = talk.id AND a.status = 'current') THEN 'answer' END`
}

/** What the person owes in talks, as employee, as leader or as deputy, most urgent first. */
export async function owedInTalks(db: Tx, who: Leading, today: Day): Promise<OwedLine[]> {
  const { personId } = who
  const rows = await db.$queryRaw<(Omit<OwedLine, 'dueOn'> & { dueOn: Date })[]>`
    WITH wanted AS MATERIALIZED (${openTalksOf(who)})
    SELECT obligation.obligation, obligation.subject::text, talk.id::text AS "talkId",
      round.id::text AS "roundId", round.name AS "roundName", round.kind, obligation.owed_by AS "owedBy",
      person.given_name || ' ' || person.family_name AS employee, obligation.due_on AS "dueOn",
      ${restOn(today)} AS rest,
      CASE WHEN obligation.owed_by = 'leader' AND leader.person_id <> ${personId}::uuid
        THEN leader_person.given_name || ' ' || leader_person.family_name END AS "onBehalfOf"
    ${fromTalks(today)}
    JOIN obligation ON obligation.talk_id = talk.id
    WHERE ((obligation.owed_by = 'employee' AND employment.person_id = ${personId}::uuid)
        OR (obligation.owed_by = 'leader' AND employment.person_id <> ${personId}::uuid AND ${leads(who)}))
    ORDER BY obligation.due_on, employee`
  return rows.map((row) => ({ ...row, dueOn: toDay(row.dueOn) }))
}

/** The common feedback that the person owes teams, as leader or as deputy (R10.1). */
export async function owedToTeams(db: Tx, { personId, teams }: Leading, today: Day): Promise<OwedLine[]> {
  const rows = await db.$queryRaw<
    {
      id: string
      roundId: string
      roundName: string
      kind: RoundKind
      dueOn: Date
      paused: boolean
      onBehalfOf: string | null
    }[]
  >`
    SELECT group_feedback.id::text, round.id::text AS "roundId", round.name AS "roundName", round.kind,
      (round.snapshot->'policy'->>'groupFeedbackBy')::date AS "dueOn",
      round.paused_on IS NOT NULL OR ${isLeaderHeld(ofTeam, today)} AS paused,
      CASE WHEN person.id <> ${personId}::uuid THEN person.given_name || ' ' || person.family_name END AS "onBehalfOf"
    FROM course.group_feedback JOIN round ON round.id = group_feedback.round_id
    JOIN employment ON employment.id = group_feedback.leader_id JOIN person ON person.id = employment.person_id
    WHERE group_feedback.status = 'owed' AND group_feedback.leader_id = ANY(${[...teams]}::uuid[])
      AND round.snapshot IS NOT NULL
    ORDER BY "dueOn"`
  return rows.map(({ id, roundId, roundName, kind, dueOn, paused, onBehalfOf }) => ({
    obligation: 'group-feedback',
    subject: id,
    talkId: null,
    roundId,
    roundName,
    kind,
    owedBy: 'leader',
    employee: null,
    dueOn: toDay(dueOn),
    rest: paused ? 'pause' : null,
    onBehalfOf,
  }))
}

const ofTeam = { id: Prisma.sql`employment.id`, roundId: Prisma.sql`round.id` }

/** What HR of these units owes in rounds: the works council's evaluation. */
export async function owedInRounds(db: Tx, unitIds: readonly string[]): Promise<OwedLine[]> {
  if (unitIds.length === 0) return []
  const rows = await db.$queryRaw<
    {
      obligation: string
      subject: string
      roundId: string
      roundName: string
      kind: RoundKind
      dueOn: Date
      paused: boolean
    }[]
  >`
    SELECT owed->>'obligation' AS obligation, owed->>'subject' AS subject, round.id::text AS "roundId",
      round.name AS "roundName", round.kind, (owed->>'dueOn')::date AS "dueOn", round.paused_on IS NOT NULL AS paused
    FROM round CROSS JOIN LATERAL jsonb_array_elements(round.snapshot->'obligations') owed
    WHERE round.unit_id = ANY(${[...unitIds]}::uuid[]) AND owed->>'owedBy' = 'hr'
    ORDER BY "dueOn"`
  return rows.map(({ paused, dueOn, ...row }) => ({
    ...row,
    talkId: null,
    owedBy: 'hr',
    employee: null,
    dueOn: toDay(dueOn),
    rest: paused ? 'pause' : null,
    onBehalfOf: null,
  }))
}

type Row = Omit<TalkLine, 'inviteDueOn' | 'holdDueOn' | 'heldOn' | 'appointmentAt'> & {
  inviteDueOn: Date | null
  holdDueOn: Date | null
  heldOn: Date | null
  appointmentAt: Date | null
}

/** @param wanted selects the ids of few talks, found by an index; `which` of them are listed is seen by the day */
async function talkLines(
  db: Tx,
  personId: string,
  today: Day,
  wanted: Prisma.Sql,
  which: Prisma.Sql,
): Promise<TalkLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH wanted AS MATERIALIZED (${wanted})
    SELECT talk.id::text, round.id::text AS "roundId", round.name AS "roundName", round.year, talk.kind, talk.status,
      talk.outcome, person.given_name || ' ' || person.family_name AS employee, employment.title,
      coalesce(unit.name, '') AS unit,
      leader_person.given_name || ' ' || leader_person.family_name AS leader, line.leader_id::text AS "leaderId",
      talk.invite_due_on AS "inviteDueOn", talk.hold_due_on AS "holdDueOn", talk.held_on AS "heldOn",
      (talk.snapshot->>'pausedOn') IS NOT NULL AS "isPaused", talk.closed_at IS NOT NULL AS "isClosed",
      appointment.starts_at AS "appointmentAt",
      CASE WHEN employment.person_id <> ${personId}::uuid AND leader.person_id <> ${personId}::uuid
        THEN leader_person.given_name || ' ' || leader_person.family_name END AS "onBehalfOf"
    ${fromTalks(today)}
    LEFT JOIN unit_membership membership ON membership.employment_id = employment.id
      AND membership.from_on <= seen.on_day AND (membership.to_on IS NULL OR membership.to_on >= seen.on_day)
    LEFT JOIN unit ON unit.id = membership.unit_id
    LEFT JOIN course.appointment ON appointment.subject = talk.id AND appointment.status = 'current'
    WHERE ${which}
    ORDER BY round.year DESC, round.id, employee, talk.id`
  return rows.map((row) => ({
    ...row,
    inviteDueOn: row.inviteDueOn && toDay(row.inviteDueOn),
    holdDueOn: row.holdDueOn && toDay(row.holdDueOn),
    heldOn: row.heldOn && toDay(row.heldOn),
    appointmentAt: row.appointmentAt?.getTime() ?? null,
  }))
}

/**
 * The wanted talks with their employee and today's leader, as `talkAndStanding` finds them. Above eight tables the planner
 * joins them as they stand here, so that the wanted ones come first: else every talk of every round would be read.
 */
export function fromTalks(today: Day): Prisma.Sql {
  return Prisma.sql`
    FROM wanted JOIN talk ON talk.id = wanted.id JOIN round ON round.id = talk.round_id
    JOIN employment ON employment.id = talk.employment_id
    JOIN person ON person.id = employment.person_id
    CROSS JOIN LATERAL (SELECT greatest(least(${today}::date, employment.last_day), employment.employed_from) AS on_day) seen
    LEFT JOIN reporting_line line ON line.employment_id = employment.id
      AND line.from_on <= seen.on_day AND (line.to_on IS NULL OR line.to_on >= seen.on_day)
    LEFT JOIN employment leader ON leader.id = line.leader_id
      AND leader.employed_from <= ${today}::date AND (leader.last_day IS NULL OR leader.last_day >= ${today}::date)
    LEFT JOIN person leader_person ON leader_person.id = leader.person_id`
}

/** The person's own open talks, and those of whoever was ever led in their teams. */
export function openTalksOf(who: Leading): Prisma.Sql {
  return Prisma.sql`SELECT open.id FROM talk open WHERE open.closed_at IS NULL AND open.employment_id IN (
    SELECT id FROM employment WHERE person_id = ${who.personId}::uuid UNION ${everLed(who)})`
}

/** The talk's leader of the day is one whose team the person answers for (R11.2, R13.2). */
export function leads(who: Leading): Prisma.Sql {
  return Prisma.sql`(line.leader_id = ANY(${[...who.teams]}::uuid[])
    OR (line.leader_id, employment.person_id) IN (${pairsOf(who)}))`
}

/** Everybody with a line to such a leader, on whatever day: few of all, so that the others' talks need not be read. */
function everLed(who: Leading): Prisma.Sql {
  return Prisma.sql`SELECT ever.employment_id FROM reporting_line ever WHERE ever.leader_id = ANY(${[...who.teams]}::uuid[])
    UNION SELECT one.id FROM employment one WHERE one.person_id IN (SELECT alone.person_id FROM (${pairsOf(who)}) alone)`
}
