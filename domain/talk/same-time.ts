import type { Instant } from '../calendar/day.ts'
import type { TalkAct } from './events.ts'
import { settle } from './settle.ts'
import type { AppointmentState, TalkState } from './talk.ts'
import { beginTurn } from './turn.ts'

/** Acts that set the time of a talk, of a status talk or of an offer. */
export type TimeAct = Extract<
  TalkAct,
  { type: 'set-appointment' | 'set-status-appointment' | 'set-extra-appointment' }
>

/**
 * The time to come that an act would set once more, from the same minute to the same minute; null where it sets
 * another. Sent again it is no change, and nobody is told (R11.5): only whoever asked for another time is answered
 * by it, and whoever picks a time accepts it. Where it is held is for those to compare who know the place.
 */
export function sameTime(state: TalkState, act: TimeAct, at: Instant): AppointmentState | null {
  if (state.closed) return null
  const turn = beginTurn(state, at)
  settle(turn)
  const before = timeBefore(turn.talk, act)
  if (before === null || before.startsAt <= at) return null
  const isSame = before.startsAt === act.startsAt && before.endsAt === act.endsAt
  const isAnswer = before.otherTimeAsked || (act.type === 'set-appointment' && act.picked && !before.accepted)
  return isSame && !isAnswer ? before : null
}

function timeBefore(talk: TalkState, act: TimeAct): AppointmentState | null {
  switch (act.type) {
    case 'set-appointment':
      return talk.appointment
    case 'set-status-appointment':
      return talk.statusTalks.find(({ id }) => id === act.statusTalkId)?.appointment ?? null
    case 'set-extra-appointment':
      return talk.extras.find(({ id }) => id === act.offerId)?.appointment ?? null
  }
}
