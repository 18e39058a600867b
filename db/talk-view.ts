import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { ExtraKind } from '../domain/talk/talk.ts'
import { notePrefixes } from './audit.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** The row of a talk beside its state: names, the round, place and comments of times, and what was done. */
export interface TalkDetails {
  readonly round: {
    id: string
    name: string
    year: number
    kind: RoundKind
    sector: string
    status: string
  }
  readonly employee: { name: string; title: string; unit: string; birthDate: Day | null }
  /** Place and wish of every current time, by appointment id. */
  readonly appointments: ReadonlyMap<string, AppointmentDetails>
  readonly versionNumbers: ReadonlyMap<string, number>
  readonly filings: ReadonlyMap<string, FilingDetails>
  readonly statusTalkNotes: ReadonlyMap<string, { note: string; heldOn: Day | null }>
  /** What each action says. */
  readonly actions: ReadonlyMap<string, string>
  readonly offers: readonly OfferDetails[]
  readonly hasEvaluated: boolean
  readonly history: readonly HistoryEntry[]
  /** Of the people who were asked for, by their ids. */
  readonly names: ReadonlyMap<string, string>
}

export interface AppointmentDetails {
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  readonly wish: string
}

export interface FilingDetails {
  readonly gateway: string
  readonly status: string
  readonly receipt: string
  readonly caseReference: string
  readonly filedAt: Instant | null
}

export interface OfferDetails {
  readonly id: string
  readonly kind: ExtraKind
  readonly offeredAt: Instant
  readonly answer: string | null
  readonly answeredAt: Instant | null
}

export interface HistoryEntry {
  readonly event: string
  readonly at: Instant
  /** Names; null where nobody did it, or they are gone. */
  readonly by: string | null
  readonly onBehalfOf: string | null
}

/**
 * All of it in one statement: a talk is the page that everybody opens.
 * @param unitId the employee's unit today
 * @param alsoNamed people whose names are wanted too
 */
export async function talkDetails(
  db: Tx,
  talkId: string,
  unitId: string | null,
  alsoNamed: readonly string[],
): Promise<TalkDetails> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT json_build_object('id', r.id, 'name', r.name, 'year', r.year, 'kind', r.kind, 'sector', r.sector,
        'status', r.status) AS round,
      json_build_object('name', p.given_name || ' ' || p.family_name, 'title', e.title,
        'unit', coalesce((SELECT name FROM unit WHERE id = ${unitId}::uuid), ''), 'birthDate', p.birth_date) AS employee,
      ${each(APPOINTMENTS)} AS appointments, ${each(VERSIONS)} AS versions, ${each(STATUS_TALKS)} AS "statusTalks",
      ${each(ACTIONS)} AS actions, ${each(OFFERS)} AS offers, ${each(HISTORY)} AS history,
      EXISTS (SELECT FROM evaluation_mark m WHERE m.talk_id = t.id) AS "hasEvaluated",
      (SELECT coalesce(json_object_agg(named.id, ${nameOf('named')}), '{}') FROM person named
        WHERE named.id = ANY(${alsoNamed}::uuid[])) AS names
    FROM talk t JOIN round r ON r.id = t.round_id
    JOIN employment e ON e.id = t.employment_id JOIN person p ON p.id = e.person_id
    WHERE t.id = ${talkId}::uuid`
  if (row === undefined)
    throw new Error(`talk ${talkId} is not in the table: expected one that was found before`)
  const { appointments, versions, statusTalks, actions, names, ...rest } = row
  return {
    ...rest,
    appointments: byId(appointments),
    versionNumbers: new Map(versions.map(({ id, number }) => [id, number])),
    filings: new Map(versions.flatMap(({ id, filing }) => (filing ? [[id, filing] as const] : []))),
    statusTalkNotes: byId(statusTalks),
    actions: new Map(actions.map(({ id, what }) => [id, what])),
    names: new Map(Object.entries(names)),
  }
}

type Row = Pick<TalkDetails, 'round' | 'employee' | 'offers' | 'history' | 'hasEvaluated'> & {
  appointments: (AppointmentDetails & { id: string })[]
  versions: { id: string; number: number; filing: FilingDetails | null }[]
  statusTalks: { id: string; note: string; heldOn: Day | null }[]
  actions: { id: string; what: string }[]
  names: Record<string, string>
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** The rows of a query as a list, in its order. */
function each(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(one), '[]') FROM (${rows}) one)`
}

/** As an `Instant`. */
function instantOf(column: string): Prisma.Sql {
  return Prisma.sql`(extract(epoch FROM ${Prisma.raw(column)}) * 1000)::bigint`
}

function nameOf(person: string): Prisma.Sql {
  const row = Prisma.raw(person)
  return Prisma.sql`${row}.given_name || ' ' || ${row}.family_name`
}

const APPOINTMENTS = Prisma.sql`SELECT a.id, a.minutes, a.place, a.online_url AS "onlineUrl", a.wish FROM appointment a
  WHERE a.talk_id = t.id AND a.status = 'current'`

/** The versions that were ever made current, and where each is filed: not what they say. */
const VERSIONS = Prisma.sql`SELECT v.id, v.number, CASE WHEN j.gateway IS NOT NULL THEN json_build_object('gateway', j.gateway,
    'status', j.status, 'receipt', j.receipt, 'caseReference', j.case_reference, 'filedAt', ${instantOf('j.filed_at')}) END
    AS filing
  FROM course.plan_version v LEFT JOIN journal_entry j ON j.plan_version_id = v.id
  WHERE v.talk_id = t.id AND v.number IS NOT NULL`

/** With the note where it is the reader's to see. */
const STATUS_TALKS = Prisma.sql`SELECT c.id, coalesce(s.note, '') AS note, c.held_on AS "heldOn"
  FROM course.status_talk c LEFT JOIN status_talk s ON s.id = c.id WHERE c.talk_id = t.id`

/** What each action says that the talk reminds about, also those it took over from the last one (R9.3). */
const ACTIONS = Prisma.sql`SELECT a.id, a.what FROM action a WHERE a.talk_id = t.id`

const OFFERS = Prisma.sql`SELECT o.id, o.kind, ${instantOf('o.offered_at')} AS "offeredAt", o.answer,
    ${instantOf('o.answered_at')} AS "answeredAt"
  FROM offer o WHERE o.talk_id = t.id ORDER BY o.kind`

const UNTOLD = notePrefixes.map((prefix) => `${prefix}%`)
const HISTORY = Prisma.sql`SELECT h.event, ${instantOf('h.at')} AS at, ${nameOf('doer')} AS by,
    ${nameOf('leader')} AS "onBehalfOf"
  FROM audit_entry h LEFT JOIN person doer ON doer.id = h.by_person_id LEFT JOIN person leader ON leader.id = h.on_behalf_of
  WHERE h.subject = t.id AND h.event NOT LIKE ALL (${UNTOLD}::text[]) ORDER BY h.id`
