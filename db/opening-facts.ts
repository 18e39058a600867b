import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Decision } from '../domain/talk/decide.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'
import type { RosterEntry } from './roster.ts'
import type { OpeningRound } from './rounds.ts'
import { unitHoldsOf } from './unit-holds.ts'

export interface OpenedTalk {
  entry: RosterEntry
  decision: Decision
}

interface Now {
  at: Instant
  today: Day
  /** The newest fact that the talks were opened from. */
  newest: bigint
}

/** What talks that open now hear as facts, and last year's hear of them. */
export async function tellOfOpening(
  tx: Tx,
  round: OpeningRound,
  opened: OpenedTalk[],
  now: Now,
): Promise<void> {
  for (const { entry, decision } of opened) await takeOverActions(tx, entry, decision.state.talkId, now)
  await tellOfHolds(tx, round, opened, now)
  await tellOfAnnounced(tx, opened, now)
}

/** Last year's talk learns as a fact that this one reminds about its open actions now, and that it has begun. */
async function takeOverActions(
  tx: Tx,
  entry: RosterEntry,
  talkId: string,
  { at, today }: Now,
): Promise<void> {
  const told = new Map<string, string[]>()
  if (entry.previousTalkId !== null) told.set(entry.previousTalkId, [])
  for (const action of entry.openActions)
    told.set(action.talkId, [...(told.get(action.talkId) ?? []), action.id])
  if (told.size === 0) return
  await tx.action.updateMany({
    where: { id: { in: entry.openActions.map((action) => action.id) } },
    data: { talkId },
  })
  await tx.fact.createMany({
    data: [...told].map(([oldTalkId, actionIds]) => ({
      employmentId: entry.employmentId,
      talkId: oldTalkId,
      cause: `opened/${talkId}`,
      kind: 'next-talk-opened',
      effectiveOn: toDate(today),
      knownAt: new Date(at),
      data: { sameKind: oldTalkId === entry.previousTalkId, actionIds },
    })),
    skipDuplicates: true,
  })
}

/** Whoever joins a paused round or unit is paused too, from the day they join; a stopped unit stops them too (R14.3). */
async function tellOfHolds(
  tx: Tx,
  round: OpeningRound,
  opened: OpenedTalk[],
  { at, today }: Now,
): Promise<void> {
  const ofUnits = await unitHoldsOf(tx, round.roundId)
  const ofRound = round.isPaused ? [{ kind: 'paused', cause: 'opened-in-a-pause' }] : []
  await tx.fact.createMany({
    data: opened.flatMap(({ entry, decision }) =>
      [...ofRound, ...(ofUnits.get(entry.unitId) ?? [])].map((hold) => ({
        employmentId: entry.employmentId,
        talkId: decision.state.talkId,
        ...hold,
        effectiveOn: toDate(today),
        knownAt: new Date(at),
      })),
    ),
    skipDuplicates: true,
  })
}

/** Of a new leader or unit that was announced before, for a day still to come; all else is in what they opened from. */
async function tellOfAnnounced(tx: Tx, opened: OpenedTalk[], { at, today, newest }: Now): Promise<void> {
  const talkIds = opened.map(({ decision }) => decision.state.talkId)
  await tx.$executeRaw`
    INSERT INTO fact (id, employment_id, talk_id, kind, effective_on, data, known_at, cause)
    SELECT gen_random_uuid(), f.employment_id, t.id, f.kind, f.effective_on, f.data, ${new Date(at)},
      'announced/' || f.id::text
    FROM talk t JOIN fact f ON f.employment_id = t.employment_id AND f.talk_id IS NULL AND f.seq <= ${newest}
      AND f.kind IN ('leader-changed', 'unit-changed') AND f.effective_on > ${today}::date
    WHERE t.id = ANY(${talkIds}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM fact w WHERE w.employment_id = f.employment_id AND w.seq > f.seq
        AND w.kind = replace(f.kind, '-changed', '-change-withdrawn')
        AND (w.data->>'on')::date = f.effective_on)
    ORDER BY f.seq
    ON CONFLICT (talk_id, cause) DO NOTHING`
}
