import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { ExtraKind } from '../domain/talk/talk.ts'
import { notePrefixes } from './audit.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

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
  readonly personId: string | null
  readonly onBehalfOf: string | null
}

/** @param unitId the employee's unit today */
export async function talkDetails(db: Tx, talkId: string, unitId: string | null): Promise<TalkDetails> {
  const talk = await db.talk.findFirstOrThrow({
    where: { id: talkId },
    include: {
      round: { select: { id: true, name: true, year: true, kind: true, sector: true, status: true } },
      employment: { include: { person: true } },
      appointments: { where: { status: 'current' } },
      offers: { orderBy: { kind: 'asc' } },
      evaluationMark: true,
    },
  })
  const unit = unitId === null ? null : await db.unit.findUnique({ where: { id: unitId } })
  const { person } = talk.employment
  const versions = await versionsOf(db, talkId)
  return {
    round: { ...talk.round, kind: talk.round.kind as RoundKind },
    employee: {
      name: `${person.givenName} ${person.familyName}`,
      title: talk.employment.title,
      unit: unit?.name ?? '',
      birthDate: person.birthDate && toDay(person.birthDate),
    },
    appointments: new Map(
      talk.appointments.map(({ id, minutes, place, onlineUrl, wish }) => [
        id,
        { minutes, place, onlineUrl, wish },
      ]),
    ),
    versionNumbers: new Map(versions.map(({ id, number }) => [id, number])),
    filings: new Map(versions.flatMap(({ id, filing }) => (filing ? [[id, filing] as const] : []))),
    statusTalkNotes: await statusTalkNotes(db, talkId),
    actions: await actionTexts(db, talkId),
    offers: talk.offers.map(({ id, kind, offeredAt, answer, answeredAt }) => ({
      id,
      kind: kind as ExtraKind,
      offeredAt: offeredAt.getTime(),
      answer,
      answeredAt: answeredAt?.getTime() ?? null,
    })),
    hasEvaluated: talk.evaluationMark !== null,
    history: await historyOf(db, talkId),
  }
}

/** The versions that were ever made current, and where each is filed: not what they say. */
async function versionsOf(
  db: Tx,
  talkId: string,
): Promise<{ id: string; number: number; filing: FilingDetails | null }[]> {
  const rows = await db.$queryRaw<VersionRow[]>`
    SELECT v.id::text, v.number, j.gateway, j.status, j.receipt, j.case_reference AS "caseReference",
      j.filed_at AS "filedAt"
    FROM course.plan_version v LEFT JOIN journal_entry j ON j.plan_version_id = v.id
    WHERE v.talk_id = ${talkId}::uuid AND v.number IS NOT NULL`
  return rows.map(({ id, number, filedAt, ...filing }) => ({
    id,
    number,
    filing: filing.gateway === null ? null : { ...filing, filedAt: filedAt?.getTime() ?? null },
  }))
}

type VersionRow = { id: string; number: number; filedAt: Date | null } & (
  | { gateway: null }
  | Omit<FilingDetails, 'filedAt'>
)

/** With the note where it is the reader's to see. */
async function statusTalkNotes(
  db: Tx,
  talkId: string,
): Promise<Map<string, { note: string; heldOn: Day | null }>> {
  const rows = await db.$queryRaw<{ id: string; note: string; heldOn: Date | null }[]>`
    SELECT c.id::text, coalesce(s.note, '') AS note, c.held_on AS "heldOn"
    FROM course.status_talk c LEFT JOIN status_talk s ON s.id = c.id WHERE c.talk_id = ${talkId}::uuid`
  return new Map(rows.map(({ id, note, heldOn }) => [id, { note, heldOn: heldOn && toDay(heldOn) }]))
}

/** What each action says that the talk reminds about, also those it took over from the last one (R9.3). */
async function actionTexts(db: Tx, talkId: string): Promise<Map<string, string>> {
  const rows = await db.action.findMany({ where: { talkId }, select: { id: true, what: true } })
  return new Map(rows.map(({ id, what }) => [id, what]))
}

async function historyOf(db: Tx, talkId: string): Promise<HistoryEntry[]> {
  const rows = await db.auditEntry.findMany({
    where: { subject: talkId, NOT: notePrefixes.map((startsWith) => ({ event: { startsWith } })) },
    select: { event: true, at: true, byPersonId: true, onBehalfOf: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ event, at, byPersonId, onBehalfOf }) => ({
    event,
    at: at.getTime(),
    personId: byPersonId,
    onBehalfOf,
  }))
}
