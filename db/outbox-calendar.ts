import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { ExtraKind, LeaveState, Party } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import type { CalendarMailData } from './outbox.ts'

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

/** Null where the appointment or its talk is gone. */
export async function readCalendarFacts(
  tx: Tx,
  data: CalendarMailData,
  queuedAt: Instant,
  on: Day,
): Promise<CalendarFacts | null> {
  const rows = await tx.$queryRaw<(Omit<CalendarFacts, 'startsAt'> & { startsAt: Date })[]>`
    SELECT CASE WHEN a.subject = t.id THEN 'talk' WHEN o.id IS NOT NULL THEN 'extra' ELSE 'status-talk' END AS about,
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
        AND n.decided_at = ${new Date(queuedAt)}) AS withdrawn
    FROM appointment a JOIN talk t ON t.id = a.talk_id JOIN round r ON r.id = t.round_id
    JOIN employment e ON e.id = t.employment_id LEFT JOIN offer o ON o.id = a.subject
    WHERE a.id = ${data.appointmentId}::uuid AND t.id = ${data.talkId}::uuid`
  const [row] = rows
  return row === undefined ? null : { ...row, startsAt: row.startsAt.getTime() }
}

/** Whether a newer mail about the same event to the same party is in the outbox or went already. */
export async function hasNewerEvent(tx: Tx, data: CalendarMailData): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM mail WHERE template = 'calendar' AND data->>'subject' = ${data.subject}
      AND data->>'party' = ${data.party} AND (data->>'sequence')::int > ${data.sequence}
      AND data->>'formerPersonId' IS NULL LIMIT 1`
  return rows.length > 0
}

/** What other mails, or prints of them, told one party of an event: the last each person was, or may have been, given. */
export async function lastEvents(
  tx: Tx,
  mailId: string,
  { subject, party }: { subject: string; party: Party },
): Promise<Map<string, 'request' | 'cancel'>> {
  const rows = await tx.$queryRaw<{ person_id: string; method: 'request' | 'cancel' }[]>`
    SELECT DISTINCT ON (person_id) person_id::text, data->>'method' AS method FROM mail
    WHERE template = 'calendar' AND data->>'subject' = ${subject} AND data->>'party' = ${party}
      AND status IN ('sent', 'unknown', 'leased', 'printed') AND person_id IS NOT NULL AND id <> ${mailId}::uuid
    ORDER BY person_id, (data->>'sequence')::int DESC, created_at DESC`
  return new Map(rows.map((row) => [row.person_id, row.method]))
}

/** Takes an event out of the calendar of somebody who no longer is the party: the leader has changed. */
export async function queueFormerCancel(
  tx: Tx,
  data: CalendarMailData,
  formerPersonId: string,
  at: Instant,
): Promise<void> {
  const cancel: CalendarMailData = { ...data, method: 'cancel', formerPersonId }
  await tx.mail.createMany({
    data: [
      {
        key: `calendar:${data.appointmentId}:${data.sequence}:former:${formerPersonId}`,
        template: 'calendar',
        lane: 'at-once',
        data: { ...cancel },
        notBeforeAt: new Date(at),
        createdAt: new Date(at),
      },
    ],
    skipDuplicates: true,
  })
}
