import type { Day } from '../domain/calendar/day.ts'
import { type Relation, type Standing, standingTo, type Who } from '../domain/permissions.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { leadsOn } from './leads-on.ts'
import { employed, holds } from './people.ts'

/** One talk's row as the routes need it. */
export interface TalkRow {
  readonly id: string
  readonly roundId: string
  readonly employmentId: string
  /** The workflow's state as last recorded. */
  readonly state: TalkState
  readonly version: number
  readonly employeePersonId: string
  /** Today's leader: their employment and who they are; null while there is none. */
  readonly leader: { readonly employmentId: string; readonly personId: string } | null
  readonly unitId: string | null
}

/** A talk and how a person stands to it on a day; null where there is no such talk. */
export async function talkAndStanding(
  db: Tx,
  talkId: string,
  who: Who,
  today: Day,
): Promise<{ talk: TalkRow; standing: Standing } | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT talk.id::text, talk.round_id::text, talk.employment_id::text, talk.snapshot, talk.version,
      employment.person_id::text AS employee_person_id,
      leader.id::text AS leader_id, leader.person_id::text AS leader_person_id, membership.unit_id::text,
      coalesce(${leads}, false) AS leads, coalesce(${leadsLeader}, false) AS leads_leader
    FROM (SELECT ${who.personId}::uuid AS by_person_id, ${today}::date AS on_day) asked
    JOIN talk ON talk.id = ${talkId}::uuid
    JOIN employment ON employment.id = talk.employment_id
    -- Of somebody who left, or has not begun, the last or first day employed counts.
    CROSS JOIN LATERAL (SELECT greatest(least(asked.on_day, employment.last_day), employment.employed_from) AS on_day) seen
    LEFT JOIN reporting_line line ON line.employment_id = employment.id AND ${holds('line', onSeenDay)}
    -- A leader who has left, or has not begun, leaves a vacancy.
    LEFT JOIN employment leader ON leader.id = line.leader_id AND ${employed('leader', onDay)}
    LEFT JOIN reporting_line upper_line ON upper_line.employment_id = line.leader_id AND ${holds('upper_line', onDay)}
    LEFT JOIN unit_membership membership ON membership.employment_id = employment.id
      AND ${holds('membership', onSeenDay)}`
  if (row === undefined) return null
  return { talk: talkOf(row), standing: standingTo(who, relationOf(row)) }
}

/** Nobody acts for the leader in their own talk, nor for the leader's leader about themselves (R11.2). */
const employee = Prisma.sql`ARRAY[employment.person_id]`
const both = Prisma.sql`array_remove(ARRAY[employment.person_id, leader.person_id], NULL)`

const byPerson = Prisma.sql`asked.by_person_id`
const onDay = Prisma.sql`asked.on_day`
const onSeenDay = Prisma.sql`seen.on_day`
const leads = leadsOn(Prisma.sql`line.leader_id`, byPerson, onDay, employee)
const leadsLeader = leadsOn(Prisma.sql`upper_line.leader_id`, byPerson, onDay, both)

interface Row {
  id: string
  round_id: string
  employment_id: string
  snapshot: TalkState
  version: number
  employee_person_id: string
  leader_id: string | null
  leader_person_id: string | null
  unit_id: string | null
  leads: boolean
  leads_leader: boolean
}

function talkOf(row: Row): TalkRow {
  const { leader_id: leaderId, leader_person_id: personId } = row
  return {
    id: row.id,
    roundId: row.round_id,
    employmentId: row.employment_id,
    state: row.snapshot,
    version: row.version,
    employeePersonId: row.employee_person_id,
    leader: leaderId !== null && personId !== null ? { employmentId: leaderId, personId } : null,
    unitId: row.unit_id,
  }
}

function relationOf(row: Row): Relation {
  return {
    employeePersonId: row.employee_person_id,
    leaderPersonId: row.leader_person_id,
    leads: row.leads,
    leadsLeader: row.leads_leader,
    unitId: row.unit_id,
  }
}
