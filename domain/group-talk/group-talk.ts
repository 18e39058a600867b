import type { Day, Instant } from '../calendar/day.ts'
import { leaveOn } from '../talk/standing.ts'
import type { LeaveState } from '../talk/talk.ts'

/**
 * GRUS: one appointment of a leader's team that lists several talks. Held, it marks each as "took part" and closes none:
 * the individual duty remains, so no talk's rules know of it (§12).
 */
export const groupTalkStatuses = ['planned', 'held', 'cancelled'] as const
export type GroupTalkStatus = (typeof groupTalkStatuses)[number]

/** What the rules need of it: times, never what it is about. */
export interface GroupTalkState {
  readonly status: GroupTalkStatus
  readonly startsAt: Instant
  /** Its local day. */
  readonly on: Day
}

/** Somebody whose talk it may list. */
export interface GroupTalkMember {
  readonly talkId: string
  readonly leaves: readonly LeaveState[]
  readonly lastDay: Day | null
}

/** One person is no group. */
export const LEAST_MEMBERS = 2

export type GroupTalkRefusal =
  | {
      readonly code:
        | 'group-talk-over'
        | 'time-in-the-past'
        | 'not-begun'
        | 'held-in-the-future'
        | 'held-before-planned'
    }
  | { readonly code: 'members-away'; readonly talkIds: readonly string[] }

/** Why a time is refused: nobody is called in on a day of leave, or after the last day employed (R13.2). */
export function refuseGroupTime(
  { startsAt, on }: Pick<GroupTalkState, 'startsAt' | 'on'>,
  members: readonly GroupTalkMember[],
  now: Instant,
): GroupTalkRefusal | null {
  if (startsAt <= now) return { code: 'time-in-the-past' }
  const away = members.filter((member) => isAway(member, on)).map(({ talkId }) => talkId)
  return away.length > 0 ? { code: 'members-away', talkIds: away } : null
}

/** Moved or called off only while it is still ahead. */
export function refuseChange({ status, startsAt }: GroupTalkState, now: Instant): GroupTalkRefusal | null {
  return status !== 'planned' || startsAt <= now ? { code: 'group-talk-over' } : null
}

/** Who took part can be said from its beginning on, and corrected later. */
export function refuseHeld(
  { status, startsAt, on }: GroupTalkState,
  held: Day,
  { now, today }: { now: Instant; today: Day },
): GroupTalkRefusal | null {
  if (status === 'cancelled') return { code: 'group-talk-over' }
  if (held > today) return { code: 'held-in-the-future' }
  if (startsAt > now) return { code: 'not-begun' }
  return held < on ? { code: 'held-before-planned' } : null
}

function isAway({ leaves, lastDay }: GroupTalkMember, on: Day): boolean {
  return leaveOn({ leaves: [...leaves] }, on) !== null || (lastDay !== null && on > lastDay)
}
