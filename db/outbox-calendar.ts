import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { ExtraKind, LeaveState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { type CalendarMailData, queueAtOnce } from './outbox.ts'

/** An appointment and its talk, as a calendar mail tells them. */
export interface CalendarFacts {
  /** The talk's own appointment, a status talk's, or the extra one of an offer. */
  about: 'talk' | 'status-talk' | 'extra'
  startsAt: Instant
  /** Minutes. */
  minutes: number
  place: string
  onlineUrl: string
  isCurrent: boolean
  roundId: string
  /** Of the round; of the offer where it is about one. */
  kind: RoundKind | ExtraKind
  employmentId: string
  employeeId: string
  employeeOnLeave: boolean
  employeeLeft: boolean
  /** The employee's leaves, as the talk's rules know them. */
  leaves: LeaveState[]
  /** The time stands only once accepted, and is not (R4.2). */
  answerNeeded: boolean
  /** It was taken back at the same instant because nobody answered. */
  withdrawn: boolean
}

/** What calendar mails are about as of a day, by mail; one whose appointment or talk is gone is left out. */
export async function readCalendarFacts(
  tx: Tx,
  mailIds: readonly string[],
  on: Day,
): Promise<Map<string, CalendarFacts>> {
  const rows = await tx.$queryRaw<(Omit<CalendarFacts, 'startsAt'> & { mailId: string; startsAt: Date })[]>`
    SELECT m.id::text AS "mailId",
      CASE WHEN a.subject = t.id THEN 'talk' WHEN o.id IS NOT NULL THEN 'extra' ELSE 'status-talk' END AS about,
      a.starts_at AS "startsAt", a.minutes, a.place, a.online_url AS "onlineUrl", a.status = 'current' AS "isCurrent",
      r.id::text AS "roundId", coalesce(o.kind, r.kind) AS kind,
      e.id::text AS "employmentId", e.person_id::text AS "employeeId",
      coalesce(e.last_day < ${on}::date, false) AS "employeeLeft",
      coalesce(t.snapshot->'leaves', '[]') AS leaves,
      EXISTS (SELECT 1 FROM leave v WHERE v.employment_id = e.id AND v.from_on <= ${on}::date
        AND (v.to_on IS NULL OR v.to_on >= ${on}::date)) AS "employeeOnLeave",
      EXISTS (SELECT 1 FROM (
          SELECT t.snapshot->'appointment' AS offered
          UNION ALL SELECT s->'appointment' FROM jsonb_array_elements(t.snapshot->'statusTalks') s) timed
        WHERE offered->>'id' = a.id::text AND offered->>'noticeKept' = 'false' AND offered->>'accepted' = 'false')
        AS "answerNeeded",
      EXISTS (SELECT 1 FROM notice n WHERE n.talk_id = t.id AND n.obligation = 'time-withdrawn'
        AND n.decided_at = m.created_at) AS withdrawn
    FROM mail m JOIN appointment a ON a.id = (m.data->>'appointmentId')::uuid
    JOIN talk t ON t.id = a.talk_id AND t.id = (m.data->>'talkId')::uuid JOIN round r ON r.id = t.round_id
    JOIN employment e ON e.id = t.employment_id LEFT JOIN offer o ON o.id = a.subject
    WHERE m.id = ANY(${[...mailIds]}::uuid[])`
  return new Map(rows.map(({ mailId, ...row }) => [mailId, { ...row, startsAt: row.startsAt.getTime() }]))
}

/** Those of these mails after which a newer one about the same event to the same party is in the outbox or went already. */
export async function overtakenEvents(tx: Tx, mailIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text FROM mail m WHERE m.id = ANY(${[...mailIds]}::uuid[]) AND EXISTS (
      SELECT 1 FROM mail newer WHERE newer.template = 'calendar' AND newer.data->>'subject' = m.data->>'subject'
        AND newer.data->>'party' = m.data->>'party' AND (newer.data->>'sequence')::int > (m.data->>'sequence')::int
        AND newer.data->>'formerPersonId' IS NULL)`
  return new Set(rows.map(({ id }) => id))
}

/** What one party's people were told of an event, or may have been: the last that each was given. */
export type EventsTold = Map<string, 'request' | 'cancel'>

/** What other mails, or prints of them, told the party of each mail's event; by mail. */
export async function lastEvents(tx: Tx, mailIds: readonly string[]): Promise<Map<string, EventsTold>> {
  const rows = await tx.$queryRaw<{ of: string; person_id: string; method: 'request' | 'cancel' }[]>`
    SELECT DISTINCT ON (m.id, other.person_id) m.id::text AS "of", other.person_id::text, other.data->>'method' AS method
    FROM mail m JOIN mail other ON other.template = 'calendar' AND other.data->>'subject' = m.data->>'subject'
      AND other.data->>'party' = m.data->>'party' AND other.id <> m.id
    WHERE m.id = ANY(${[...mailIds]}::uuid[]) AND other.status IN ('sent', 'unknown', 'leased', 'printed')
      AND other.person_id IS NOT NULL
    ORDER BY m.id, other.person_id, (other.data->>'sequence')::int DESC, other.created_at DESC`
  const told = new Map<string, EventsTold>()
  for (const { of, person_id, method } of rows) {
    const events: EventsTold = told.get(of) ?? new Map()
    told.set(of, events.set(person_id, method))
  }
  return told
}

/** Takes an event out of the calendar of somebody who no longer is the party: the leader has changed. */
export async function queueFormerCancel(
  tx: Tx,
  data: CalendarMailData,
  formerPersonId: string,
  at: Instant,
): Promise<void> {
  const cancel: CalendarMailData = { ...data, method: 'cancel', formerPersonId }
  const key = `calendar:${data.appointmentId}:${data.sequence}:former:${formerPersonId}`
  await queueAtOnce(tx, [{ key, template: 'calendar', data: cancel }], at)
}
