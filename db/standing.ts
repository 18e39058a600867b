import type { Day } from '../domain/calendar/day.ts'
import { holdersOf } from '../domain/notices/roles.ts'
import { maySeeTalk, type Standing, stranger, type Who } from '../domain/permissions.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { linesAbove } from './people.ts'

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
  readonly previousTalkId: string | null
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
      talk.previous_talk_id::text, employment.person_id::text AS employee_person_id,
      leader.id::text AS leader_id, leader.person_id::text AS leader_person_id,
      upper_leader.person_id::text AS upper_person_id, membership.unit_id::text,
      EXISTS (SELECT 1 FROM deputy JOIN employment acting ON acting.id = deputy.deputy_id
        WHERE deputy.leader_id = line.leader_id AND acting.person_id = ${who.personId}::uuid
          AND ${isOn('deputy', today)} AND ${isEmployed('acting', today)}) AS is_deputy,
      EXISTS (SELECT 1 FROM deputy JOIN employment acting ON acting.id = deputy.deputy_id
        WHERE deputy.leader_id = upper_line.leader_id AND acting.person_id = ${who.personId}::uuid
          AND ${isOn('deputy', today)} AND ${isEmployed('acting', today)}) AS is_upper_deputy
    FROM talk
    JOIN employment ON employment.id = talk.employment_id
    -- Of somebody who left, or has not begun, the last or first day employed counts.
    CROSS JOIN LATERAL (SELECT greatest(least(${today}::date, employment.last_day), employment.employed_from) AS on_day) seen
    LEFT JOIN reporting_line line ON line.employment_id = employment.id
      AND line.from_on <= seen.on_day AND (line.to_on IS NULL OR line.to_on >= seen.on_day)
    -- A leader who has left, or has not begun, leaves a vacancy.
    LEFT JOIN employment leader ON leader.id = line.leader_id AND ${isEmployed('leader', today)}
    LEFT JOIN reporting_line upper_line ON upper_line.employment_id = line.leader_id AND ${isOn('upper_line', today)}
    LEFT JOIN employment upper_leader ON upper_leader.id = upper_line.leader_id AND ${isEmployed('upper_leader', today)}
    LEFT JOIN unit_membership membership ON membership.employment_id = employment.id
      AND membership.from_on <= seen.on_day AND (membership.to_on IS NULL OR membership.to_on >= seen.on_day)
    WHERE talk.id = ${talkId}::uuid`
  if (row === undefined) return null
  const standing = standingOf(row, who)
  if (maySeeTalk(standing)) return { talk: talkOf(row), standing }
  const isLeadersLeader = await isNextAbove(db, row.employment_id, who.personId, today)
  return { talk: talkOf(row), standing: { ...standing, isLeadersLeader } }
}

/** Over vacancies and leave a step goes to the next one above who is present: they see what they are told of (R11.2). */
async function isNextAbove(db: Tx, employmentId: string, personId: string, today: Day): Promise<boolean> {
  const line = (await linesAbove(db, [employmentId], today)).get(employmentId)
  return line !== undefined && holdersOf('leaders-leader', { ...line, hr: [] }).includes(personId)
}

/** A row with its first and last day, as it stands on a day. */
function isOn(table: 'deputy' | 'upper_line', on: Day): Prisma.Sql {
  const name = Prisma.raw(table)
  return Prisma.sql`${name}.from_on <= ${on}::date AND (${name}.to_on IS NULL OR ${name}.to_on >= ${on}::date)`
}

function isEmployed(employment: 'acting' | 'leader' | 'upper_leader', on: Day): Prisma.Sql {
  const name = Prisma.raw(employment)
  return Prisma.sql`${name}.employed_from <= ${on}::date AND (${name}.last_day IS NULL OR ${name}.last_day >= ${on}::date)`
}

interface Row {
  id: string
  round_id: string
  employment_id: string
  snapshot: TalkState
  version: number
  previous_talk_id: string | null
  employee_person_id: string
  leader_id: string | null
  leader_person_id: string | null
  upper_person_id: string | null
  unit_id: string | null
  is_deputy: boolean
  is_upper_deputy: boolean
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
    previousTalkId: row.previous_talk_id,
  }
}

/** Nobody is HR or a leader of their own talk. */
function standingOf(row: Row, who: Who): Standing {
  if (row.employee_person_id === who.personId) return { ...stranger, party: 'employee' }
  const isLeader = row.leader_person_id === who.personId
  return {
    party: isLeader || row.is_deputy ? 'leader' : null,
    onBehalfOf: !isLeader && row.is_deputy ? row.leader_person_id : null,
    isLeadersLeader: row.upper_person_id === who.personId || row.is_upper_deputy,
    isHr: row.unit_id !== null && who.units.hr.has(row.unit_id),
  }
}
