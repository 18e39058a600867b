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
  const talk = await db.talk.findUniqueOrThrow({
    where: { id: talkId },
    include: {
      round: { select: { id: true, name: true, year: true, kind: true, sector: true, status: true } },
      employment: { include: { person: true } },
      appointments: { where: { status: 'current' } },
      planVersions: { where: { number: { not: null } }, select: { id: true, number: true, journal: true } },
      statusTalks: true,
      offers: { orderBy: { kind: 'asc' } },
      evaluationMark: true,
    },
  })
  const unit = unitId === null ? null : await db.unit.findUnique({ where: { id: unitId } })
  const { person } = talk.employment
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
    versionNumbers: new Map(talk.planVersions.map(({ id, number }) => [id, number ?? 0])),
    filings: new Map(
      talk.planVersions.flatMap(({ id, journal }) => (journal ? [[id, filingOf(journal)] as const] : [])),
    ),
    statusTalkNotes: new Map(
      talk.statusTalks.map(({ id, note, heldOn }) => [id, { note, heldOn: heldOn && toDay(heldOn) }]),
    ),
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

function filingOf(journal: {
  gateway: string
  status: string
  receipt: string
  caseReference: string
  filedAt: Date | null
}): FilingDetails {
  const { gateway, status, receipt, caseReference, filedAt } = journal
  return { gateway, status, receipt, caseReference, filedAt: filedAt?.getTime() ?? null }
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
