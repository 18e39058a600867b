import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import { openTalk } from '../domain/talk/open-talk.ts'
import type { TalkOpening, TalkState } from '../domain/talk/talk.ts'
import { compiled } from '../domain/talk/turn.ts'
import { closingsOf } from './closings.ts'
import type { Db, Tx } from './client.ts'
import { newestFact } from './facts.ts'
import { obligationRows } from './obligations.ts'
import { type OpenedTalk, tellOfOpening } from './opening-facts.ts'
import { holdPeopleStill } from './people-lock.ts'
import { type RosterEntry, rosterPage } from './roster.ts'
import { talkColumns } from './record-talk.ts'
import { type OpeningRound, openingRound } from './rounds.ts'
import { noticeRow } from './talk-effects.ts'

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
  const { at, newest } = now
  const openedAt = new Date(at)
  await tx.talk.createMany({
    data: opened.map(({ entry, decision: { state } }) => ({
      id: state.talkId,
      roundId: round.roundId,
      employmentId: entry.employmentId,
      kind: round.kind,
      version: 1,
      openedAt,
      newestFact: newest,
      previousTalkId: entry.previousTalkId,
      ...talkColumns(state),
    })),
  })
  await tx.obligation.createMany({
    data: opened.flatMap(({ decision: { state } }) => obligationRows(state)),
  })
  const notices = opened.flatMap(({ decision: { state, effects } }) =>
    effects.filter((effect) => effect.type === 'notice').map((notice) => noticeRow(state, notice, at)),
  )
  await tx.notice.createMany({ data: notices, skipDuplicates: true })
  await tx.auditEntry.createMany({
    data: opened.map(({ decision: { state } }) => ({
      subject: state.talkId,
      talkId: state.talkId,
      decisionId: 'opened',
      version: 1,
      event: 'opened',
      at: openedAt,
    })),
  })
  await tellOfOpening(tx, round, opened, now)
}
