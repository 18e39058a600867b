import { type Day, HOUR, type Instant, MINUTE } from '../domain/calendar/day.ts'
import type { Span } from '../domain/talk/free-times.ts'
import type { OfferFacts } from '../domain/talk/offers-due.ts'
import type { ExtraKind, TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import { type Leading, teamTalks, type TalkLine } from './home.ts'

/** One talk of a team with its state as last recorded. */
export interface TeamTalk extends TalkLine {
  readonly state: TalkState
  readonly employeePersonId: string
  readonly offerFacts: OfferFacts
}

/** The open talks that the person leads on a day, themselves or for somebody: newest round first, then by name. */
export async function teamTalksWithState(db: Tx, who: Leading, today: Day): Promise<TeamTalk[]> {
  const lines = await teamTalks(db, who, today)
  const rows = await db.$queryRaw<Row[]>`
    SELECT talk.id::text, talk.snapshot AS state, employment.person_id::text AS "employeePersonId", round.sector,
      person.birth_date AS "birthDate",
      ARRAY(SELECT offer.kind FROM offer WHERE offer.talk_id = talk.id) AS offered
    FROM talk JOIN employment ON employment.id = talk.employment_id JOIN person ON person.id = employment.person_id
    JOIN round ON round.id = talk.round_id
    WHERE talk.id = ANY(${lines.map(({ id }) => id)}::uuid[])`
  const found = new Map(rows.map((row) => [row.id, row]))
  return lines.flatMap((line) => {
    const row = found.get(line.id)
    if (row === undefined) return []
    const { state, employeePersonId, sector, birthDate, offered } = row
    const offerFacts = { sector, birthDate: birthDate && toDay(birthDate), offered }
    return [{ ...line, state, employeePersonId, offerFacts }]
  })
}

interface Row {
  readonly id: string
  readonly state: TalkState
  readonly employeePersonId: string
  readonly sector: string
  readonly birthDate: Date | null
  readonly offered: ExtraKind[]
}

/** A time somebody has from an instant on. */
export interface TakenTime extends Span {
  /** The talk and whose it is; null for a time that is offered to be picked. */
  readonly talkId: string | null
  readonly employeePersonId: string | null
}

/** No talk is longer. */
const LONGEST = 8 * HOUR

/**
 * Every time set from an instant on for the talks named, and for all others in which one of these people is the employee:
 * talks, status talks and extra talks alike; and what the leaders named have published and nobody has picked yet.
 */
export async function takenTimes(
  db: Tx,
  whose: {
    readonly talkIds: readonly string[]
    readonly personIds: readonly string[]
    readonly leaderIds: readonly string[]
  },
  at: Instant,
): Promise<TakenTime[]> {
  const since = new Date(at - LONGEST)
  const rows = await db.$queryRaw<
    { startsAt: Date; minutes: number; talkId: string | null; employeePersonId: string | null }[]
  >`
    SELECT a.starts_at AS "startsAt", a.minutes, t.id::text AS "talkId", e.person_id::text AS "employeePersonId"
    FROM course.appointment a JOIN talk t ON t.id = a.talk_id JOIN employment e ON e.id = t.employment_id
    WHERE a.status = 'current' AND a.starts_at > ${since}
      AND (t.id = ANY(${whose.talkIds}::uuid[]) OR e.person_id = ANY(${whose.personIds}::uuid[]))
    UNION ALL
    SELECT s.starts_at, s.minutes, NULL, NULL FROM slot s
    WHERE s.taken_by IS NULL AND s.starts_at > ${since} AND s.leader_id = ANY(${whose.leaderIds}::uuid[])`
  return rows.map(({ startsAt, minutes, ...whoseTime }) => ({
    ...whoseTime,
    startsAt: startsAt.getTime(),
    endsAt: startsAt.getTime() + minutes * MINUTE,
  }))
}
