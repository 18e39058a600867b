import type { Day } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { employed, holds, type OnDay, onLeave } from './people.ts'

/**
 * A person answers for an employment's team on a day: as its leader, as the deputy who is present, or as the next one
 * above who is, where the leader's post is vacant (R11.2, R13.2). Whoever `holdersOf` finds for the leader's mail is
 * among them; who has left leads nobody.
 * @param leaderId the leader's employment id in the query
 * @param personId themselves, or in the query
 * @param concerned the people it is about, as an array in the query: they act for nobody in their own matter
 */
export function leadsOn(
  leaderId: Prisma.Sql,
  personId: string | Prisma.Sql,
  on: OnDay,
  concerned: Prisma.Sql = NOBODY,
): Prisma.Sql {
  return Prisma.sql`${leaderId} IN (${ledBy(personId, on, concerned)})`
}

/** Whom a person answers for on a day, by their leaders' employments. */
export interface AnsweredTeams {
  readonly teams: readonly string[]
  /** Where a leader's deputy is their employee, that one's talks alone are the next above's (R11.2). */
  readonly ofOne: readonly { readonly leaderId: string; readonly personId: string }[]
}

/** The teams that `leadsOn` finds the person to answer for, as one list for many questions. */
export async function teamsAnsweredFor(db: Tx, personId: string, on: Day): Promise<AnsweredTeams> {
  const byPerson = Prisma.sql`asked.person_id`
  const onDay = Prisma.sql`asked.on_day`
  const rows = await db.$queryRaw<{ leaderId: string; personId: string | null }[]>`
    WITH asked AS NOT MATERIALIZED (SELECT ${personId}::uuid AS person_id, ${on}::date AS on_day)
    SELECT led.id::text AS "leaderId", NULL AS "personId"
    FROM asked CROSS JOIN LATERAL (${ledBy(byPerson, onDay, NOBODY)}) led
    UNION ALL
    SELECT DISTINCT l.leader_id::text, own.person_id::text FROM asked JOIN deputy d ON ${holds('d', onDay)}
    JOIN employment acting ON acting.id = d.deputy_id AND ${employed('acting', onDay)}
      AND NOT ${onLeave('acting', onDay)}
    JOIN employment own ON own.person_id = acting.person_id AND own.person_id <> asked.person_id
    JOIN reporting_line l ON l.employment_id = own.id AND ${holds('l', onDay)}
    JOIN employment e ON e.id = l.leader_id AND NOT ${isPresent(onDay)}
    WHERE ${leadsOn(Prisma.sql`l.leader_id`, byPerson, onDay, Prisma.sql`ARRAY[own.person_id]`)}`
  return {
    teams: rows.filter((row) => row.personId === null).map(({ leaderId }) => leaderId),
    ofOne: rows.flatMap(({ leaderId, personId: one }) => (one === null ? [] : [{ leaderId, personId: one }])),
  }
}

/** The pairs of leader and employee, as a query. */
export function pairsOf({ ofOne }: AnsweredTeams): Prisma.Sql {
  return Prisma.sql`SELECT * FROM unnest(${ofOne.map(({ leaderId }) => leaderId)}::uuid[],
    ${ofOne.map(({ personId }) => personId)}::uuid[]) AS pair(leader_id, person_id)`
}

const NOBODY = Prisma.sql`ARRAY[]::uuid[]`

function ledBy(personId: string | Prisma.Sql, on: OnDay, concerned: Prisma.Sql): Prisma.Sql {
  const actsFor = Prisma.sql`SELECT d.leader_id FROM employment acting JOIN deputy d ON d.deputy_id = acting.id
    WHERE acting.person_id = ${personId}::uuid AND ${holds('d', on)} AND ${employed('acting', on)}
      AND NOT ${onLeave('acting', on)} AND acting.person_id <> ALL(${concerned})`
  return Prisma.sql`
    WITH RECURSIVE led (id, climbs_over) AS (
      SELECT e.id, ${isPresent(on)} FROM employment e WHERE e.person_id = ${personId}::uuid AND ${employed('e', on)}
      UNION
      SELECT acted.leader_id, true FROM (${actsFor}) acted
      UNION
      -- OFFSET 0 keeps each lookup as it is written: the planner would look for those who are away among everybody.
      SELECT below.id, true FROM led
      CROSS JOIN LATERAL (SELECT l.employment_id FROM reporting_line l
        WHERE l.leader_id = led.id AND ${holds('l', on)} OFFSET 0) line
      CROSS JOIN LATERAL (SELECT e.id FROM employment e
        WHERE e.id = line.employment_id AND NOT ${isPresent(on)} AND NOT ${hasDeputy(on, concerned)} OFFSET 0) below
      WHERE led.climbs_over)
    SELECT id FROM led`
}

/** Of the employment `e`. */
function isPresent(on: OnDay): Prisma.Sql {
  return Prisma.sql`(${employed('e', on)} AND NOT ${onLeave('e', on)})`
}

/** Somebody acts for the employment `e` and is there. */
function hasDeputy(on: OnDay, concerned: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM deputy d JOIN employment acting ON acting.id = d.deputy_id
    WHERE d.leader_id = e.id AND ${holds('d', on)} AND ${employed('acting', on)} AND NOT ${onLeave('acting', on)}
      AND acting.person_id <> ALL(${concerned}))`
}
