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
    JOIN employment e ON e.id = l.leader_id AND NOT ${isPresent('e', onDay)}
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

/** Its tables have names that no query around has: what is handed in may speak of that query's. */
function ledBy(personId: string | Prisma.Sql, on: OnDay, concerned: Prisma.Sql): Prisma.Sql {
  const actsFor = Prisma.sql`SELECT stand_in.leader_id FROM employment acting_post
    JOIN deputy stand_in ON stand_in.deputy_id = acting_post.id
    WHERE acting_post.person_id = ${personId}::uuid AND ${holds('stand_in', on)} AND ${employed('acting_post', on)}
      AND NOT ${onLeave('acting_post', on)} AND acting_post.person_id <> ALL(${concerned})`
  return Prisma.sql`
    WITH RECURSIVE led (id, climbs_over) AS (
      SELECT post.id, ${isPresent('post', on)} FROM employment post
      WHERE post.person_id = ${personId}::uuid AND ${employed('post', on)}
      UNION
      SELECT acted.leader_id, true FROM (${actsFor}) acted
      UNION
      -- OFFSET 0 keeps each lookup as it is written: the planner would look for those who are away among everybody.
      SELECT below.id, true FROM led
      CROSS JOIN LATERAL (SELECT post_line.employment_id FROM reporting_line post_line
        WHERE post_line.leader_id = led.id AND ${holds('post_line', on)} OFFSET 0) led_line
      CROSS JOIN LATERAL (SELECT post.id FROM employment post
        WHERE post.id = led_line.employment_id AND NOT ${isPresent('post', on)}
          AND NOT ${hasDeputy('post', on, concerned)} OFFSET 0) below
      WHERE led.climbs_over)
    SELECT id FROM led`
}

/** Of the employment of this name in the query. */
function isPresent(employment: string, on: OnDay): Prisma.Sql {
  return Prisma.sql`(${employed(employment, on)} AND NOT ${onLeave(employment, on)})`
}

/** Somebody acts for the employment of this name in the query, and is there. */
function hasDeputy(employment: string, on: OnDay, concerned: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM deputy stand_in
    JOIN employment acting_post ON acting_post.id = stand_in.deputy_id
    WHERE stand_in.leader_id = ${Prisma.raw(employment)}.id AND ${holds('stand_in', on)}
      AND ${employed('acting_post', on)} AND NOT ${onLeave('acting_post', on)}
      AND acting_post.person_id <> ALL(${concerned}))`
}
