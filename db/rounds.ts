import { type Calendar, createCalendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import { type Day, dayOfUtc, type Instant } from '../domain/calendar/day.ts'
import { zoneOffsets } from '../domain/calendar/zone-offsets.ts'
import type { ZoneFacts } from '../domain/calendar/zone.ts'
import { openRound } from '../domain/round/decide.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RoundState } from '../domain/round/round.ts'
import type { TalkOpening, TalkState } from '../domain/talk/talk.ts'
import { closingsOf } from './closings.ts'
import type { Db, Tx } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { roundColumns } from './record-round.ts'
import type { RosterRound } from './roster.ts'

/** A round's zone changes as data, for as long as its follow-up may last. */
export function zoneFactsOf(zone: string, at: Instant): ZoneFacts {
  const year = Number(dayOfUtc(at).slice(0, 4))
  return zoneOffsets(zone, year - 1, year + 4)
}

/** The policy in force: the newest version. */
export async function policyOf(tx: Tx, roundId: string): Promise<Policy> {
  const newest = await tx.roundPolicy.findFirstOrThrow({ where: { roundId }, orderBy: { version: 'desc' } })
  return newest.policy as unknown as Policy
}

/**
 * HR starts a draft: from now on it is scheduled, and its workflow may be started from what comes back. Asked again it
 * answers the same. Null when the round is not a draft that could be started, nor one that was.
 */
export async function startRound(
  db: Db,
  roundId: string,
  at: Instant,
  zone: string,
  expectedTalks: number,
): Promise<{ state: RoundState; version: number; talksOpened: boolean } | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM round WHERE id = ${roundId}::uuid FOR UPDATE`
    const round = await tx.round.findUnique({ where: { id: roundId } })
    if (round === null) return null
    if (round.status !== 'draft') {
      if (round.snapshot === null) return null
      return { state: round.snapshot as unknown as RoundState, version: round.version, talksOpened: false }
    }
    const policy = await policyOf(tx, roundId)
    const closings = await closingsOf(tx, [round.unitId])
    const calendar = {
      zone: zoneFactsOf(zone, at),
      closed: policy.closed,
      quietPeriods: policy.quietPeriods,
      closings: closings.get(round.unitId) ?? [],
    }
    const { state } = openRound({ roundId, policy, calendar, startedAt: at })
    await tx.round.update({
      where: { id: roundId },
      data: { ...roundColumns(state), version: 1, startedAt: new Date(at), expectedTalks },
    })
    return { state, version: 1, talksOpened: false }
  })
}

/** What opening a round's talks needs. */
export interface OpeningRound extends RosterRound {
  journaling: TalkOpening['journaling']
  zone: ZoneFacts
  isPaused: boolean
}

/**
 * What opening a round's talks needs, with the round's row held still: whatever the round decides later it tells the
 * talks that are there by then. Null when it takes nobody in any more.
 */
export async function openingRound(
  tx: Tx,
  roundId: string,
  installation: { journaling: OpeningRound['journaling'] },
): Promise<OpeningRound | null> {
  const [round] = await tx.$queryRaw<
    { unit_id: string; kind: string; status: string; snapshot: RoundState }[]
  >`
    SELECT unit_id::text, kind, status, snapshot FROM round WHERE id = ${roundId}::uuid FOR SHARE`
  if (round === undefined || !takingIn.includes(round.status)) return null
  const { policy, calendar, pausedOn } = round.snapshot
  return {
    roundId,
    unitId: round.unit_id,
    kind: round.kind,
    policy,
    zone: calendar.zone,
    isPaused: pausedOn !== null,
    journaling: installation.journaling,
  }
}

const takingIn = ['scheduled', 'running']

/** How many on the roster have no outcome yet (R1.5). */
export async function unaccountedFor(db: Db, roundId: string): Promise<number> {
  return db.talk.count({ where: { roundId, outcome: null } })
}

/** Rounds whose roster still takes joiners in. */
export async function openRounds(db: Db): Promise<string[]> {
  const rows = await db.round.findMany({ where: { status: { in: takingIn } }, select: { id: true } })
  return rows.map((row) => row.id)
}

/** Rounds whose workflow should be running, and whether it should have moved by that instant. */
export async function runningRounds(
  db: Db,
  before: Instant = 0,
): Promise<{ roundId: string; isOverdue: boolean }[]> {
  const rows = await db.round.findMany({
    where: { status: { in: ['scheduled', 'running', 'closing'] }, disagrees: false },
    select: { id: true, nextDueAt: true },
  })
  return rows.map(({ id, nextDueAt }) => ({
    roundId: id,
    isOverdue: nextDueAt !== null && nextDueAt.getTime() < before,
  }))
}

export async function recordedTalk(db: Db, talkId: string): Promise<{ state: TalkState; version: number }> {
  const row = await db.talk.findUniqueOrThrow({
    where: { id: talkId },
    select: { snapshot: true, version: true },
  })
  return { state: row.snapshot as unknown as TalkState, version: row.version }
}

export async function recordedRound(db: Db, roundId: string) {
  const row = await db.round.findUniqueOrThrow({ where: { id: roundId } })
  // Opening the talks again is harmless: nobody is opened twice.
  return { state: row.snapshot as unknown as RoundState, version: row.version, talksOpened: false }
}

/** Open talks that should have moved by that instant, page by page. */
export function overdueTalks(db: Db, before: Instant): AsyncGenerator<string> {
  return openTalkIds(db, { nextDueAt: { lt: new Date(before) } })
}

/** Talks whose workflow should be running, page by page. */
export async function* openTalkIds(db: Db, which: Prisma.TalkWhereInput = {}): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.talk.findMany({
      where: { ...which, closedAt: null, disagrees: false, id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: 500,
    })
    for (const row of rows) yield row.id
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** The installation's local day at an instant, and whether it is a working day by default settings. */
export function dayAt(at: Instant, zone: string): { on: Day; isWorkingDay: boolean; calendar: Calendar } {
  const { zoneName: _name, ...settings } = defaultCalendarSettings
  const calendar = createCalendar({ ...settings, zone: zoneFactsOf(zone, at) })
  const on = calendar.dayOf(at)
  return { on, isWorkingDay: calendar.isWorkingDay(on), calendar }
}
