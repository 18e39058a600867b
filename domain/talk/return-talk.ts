import type { Calendar } from '../calendar/calendar.ts'
import { addDays, daysBetween, type Instant } from '../calendar/day.ts'
import { derivedId } from '../derived-id.ts'
import { presentFrom } from './standing.ts'
import type { LeaveState, TalkState } from './talk.ts'
import { stepInstant, tell, type Turn } from './turn.ts'

/**
 * On the first working day after a long leave the leader is told that they may hold a return talk (R13.2): an extra
 * talk that has no kind of duty. One after a later leave is the same one again.
 */
export function offerReturnTalk(turn: Turn): void {
  const { talk, calendar, at } = turn
  for (const leave of talk.leaves) {
    const due = returnAt(talk, leave, calendar)
    if (due === null || due > at) continue
    leave.returned = true
    const id = derivedId(talk.talkId, 'return-talk')
    const known = talk.extras.find((extra) => extra.id === id)
    if (known !== undefined) Object.assign(known, { accepted: true, heldOn: null })
    else {
      const none = { appointment: null, calendarSequence: -1, heldOn: null }
      talk.extras.push({ id, kind: 'return', accepted: true, ...none })
    }
    turn.effects.push({ type: 'return-talk-offered', offerId: id })
    tell(turn, 'return-talk', 'leader', id)
  }
}

/** When the leader is next told so. */
export function returnTalksAt(talk: TalkState, calendar: Calendar): (Instant | null)[] {
  return talk.leaves.map((leave) => returnAt(talk, leave, calendar))
}

function returnAt(talk: TalkState, leave: LeaveState, calendar: Calendar): Instant | null {
  const { returnTalkAfter } = talk.policy
  if (leave.to === null || leave.returned || talk.status === 'stopped' || talk.roundClosed) return null
  const isLong = returnTalkAfter > 0 && daysBetween(leave.from, leave.to) + 1 >= returnTalkAfter
  const back = isLong ? presentFrom(talk, addDays(leave.to, 1)) : null
  if (back === null || leave.to < calendar.dayOf(talk.openedAt)) return null
  return stepInstant(talk, calendar, calendar.onOrAfter(back))
}
