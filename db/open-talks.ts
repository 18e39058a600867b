import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import { openTalk } from '../domain/talk/open-talk.ts'
import type { TalkOpening, TalkState } from '../domain/talk/talk.ts'
import { compiled } from '../domain/talk/turn.ts'
import { closingsOf } from './closings.ts'
import type { Db, Tx } from './client.ts'
import { newestFact } from './facts.ts'
import { insertNotices } from './notices.ts'
import { writeObligations } from './obligations.ts'
import { type OpenedTalk, tellOfOpening } from './opening-facts.ts'
import { holdPeopleStill } from './people-lock.ts'
import { type RosterEntry, rosterPage } from './roster.ts'
import { talkColumns } from './record-talk.ts'
import { type OpeningRound, openingRound } from './rounds.ts'

export interface OpenedPage {
  /** The cursor of the next page; null when everybody has been looked at. */
  after: string | null
  opened: number
}

const PAGE = 100

/**
 * Opens one page of talks in one transaction: rows, obligations, notices, and the open actions of last year's talks,
 * which this year's talks remind about from now on (R9.3). Ids follow from round and employment, so a second
 * run opens nobody twice. The workflows are started from the rows afterwards.
 */
export async function openTalksPage(
  db: Db,
  roundId: string,
  installation: { journaling: OpeningRound['journaling'] },
  at: Instant,
  after: string | null,
): Promise<OpenedPage> {
  return db.$transaction(
    async (tx) => {
      await holdPeopleStill(tx)
      const round = await openingRound(tx, roundId, installation)
      if (round === null) return { after: null, opened: 0 }
      // Two rounds that open at one moment see each other's talks: nobody owes two of a kind (R1.1).
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`talks of ${round.kind}`}))`
      const plain = {
        closed: round.policy.closed,
        quietPeriods: round.policy.quietPeriods,
        zone: round.zone,
        closings: [],
      }
      const today = compiled(plain).dayOf(at)
      const entries = await rosterPage(tx, round, today, after, PAGE)
      const closings = await closingsOf(tx, [...new Set(entries.map((entry) => entry.unitId))])
      const decisions = entries.map((entry) => {
        const calendar = { ...plain, closings: closings.get(entry.unitId) ?? [] }
        return { entry, decision: openTalk(openingOf(round, entry, calendar, at)) }
      })
      await writeOpened(tx, round, decisions, { at, today, newest: await newestFact(tx) })
      const last = entries.at(-1)
      return { after: entries.length < PAGE || !last ? null : last.employmentId, opened: entries.length }
    },
    { timeout: 60_000 },
  )
}

/** Talks whose row is written and whose workflow was not started yet. */
export async function unstartedTalks(
  db: Db,
  roundId: string,
  limit: number,
): Promise<{ state: TalkState; version: number }[]> {
  const rows = await db.talk.findMany({
    where: { roundId, started: false, closedAt: null },
    select: { snapshot: true, version: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.map((row) => ({ state: row.snapshot as unknown as TalkState, version: row.version }))
}

export async function markStarted(db: Db, talkIds: string[]): Promise<void> {
  await db.talk.updateMany({ where: { id: { in: talkIds } }, data: { started: true } })
}

function openingOf(
  round: OpeningRound,
  entry: RosterEntry,
  calendar: TalkOpening['calendar'],
  at: Instant,
): TalkOpening {
  return {
    ...personOf(round.roundId, entry),
    roundId: round.roundId,
    policy: round.policy,
    calendar,
    journaling: round.journaling,
    openedAt: at,
  }
}

/** What opening somebody's talk in a round needs to know of them; the talk's id follows from the two. */
export function personOf(roundId: string, entry: RosterEntry) {
  return {
    talkId: derivedId('talk', roundId, entry.employmentId),
    employedFrom: entry.employment.employedFrom,
    lastDay: entry.employment.employedTo,
    eligibleFrom: entry.eligibleFrom,
    exemptReason: entry.exemptReason,
    hasLeader: entry.employment.hasLeader,
    leaves: entry.leaves,
    actions: entry.openActions.map(({ talkId: _talkId, ...action }) => action),
    actionObligations: entry.actionObligations,
  }
}

async function writeOpened(
  tx: Tx,
  round: OpeningRound,
  opened: OpenedTalk[],
  now: { at: Instant; today: Day; newest: bigint },
): Promise<void> {
  const { at } = now
  await insertTalks(tx, round, opened, now)
  await writeObligations(
    tx,
    opened.map(({ decision: { state } }) => state),
  )
  const notices = opened.flatMap(({ decision: { state, effects } }) =>
    effects.filter((effect) => effect.type === 'notice').map((notice) => ({ state, notice })),
  )
  await insertNotices(tx, notices, at)
  await tx.auditEntry.createMany({
    data: opened.map(({ decision: { state } }) => ({
      subject: state.talkId,
      talkId: state.talkId,
      decisionId: 'opened',
      version: 1,
      event: 'opened',
      at: new Date(at),
    })),
  })
  await tellOfOpening(tx, round, opened, now)
}

/** As text: the client would walk through every snapshot value by value. */
async function insertTalks(
  tx: Tx,
  { roundId, kind }: OpeningRound,
  opened: readonly OpenedTalk[],
  { at, newest }: { at: Instant; newest: bigint },
): Promise<void> {
  const rows = opened.map(({ entry: { employmentId, previousTalkId }, decision: { state } }) => ({
    id: state.talkId,
    employmentId,
    previousTalkId,
    ...talkColumns(state),
  }))
  await tx.$executeRaw`
    INSERT INTO talk (id, round_id, kind, version, opened_at, newest_fact, employment_id, previous_talk_id, status, outcome,
      outcome_reason, snapshot, next_due_at, invite_due_on, hold_due_on, plan_due_on, held_on, agreed_on)
    SELECT id, ${roundId}::uuid, ${kind}, 1, ${new Date(at)}, ${newest}::bigint, "employmentId", "previousTalkId", status, outcome,
      "outcomeReason", snapshot, "nextDueAt", "inviteDueOn", "holdDueOn", "planDueOn", "heldOn", "agreedOn"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS t(id uuid, "employmentId" uuid, "previousTalkId" uuid,
      status text, outcome text, "outcomeReason" text, snapshot jsonb, "nextDueAt" timestamptz, "inviteDueOn" date,
      "holdDueOn" date, "planDueOn" date, "heldOn" date, "agreedOn" date)`
}
