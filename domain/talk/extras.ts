import type { Day } from '../calendar/day.ts'
import type { TalkAct } from './events.ts'
import type { ExtraState, Party } from './talk.ts'
import { type OfferedTime, setTime, takeTime } from './times.ts'
import { tell, type Turn } from './turn.ts'

/** Yes or no, and no again later: it is never forced, and a time that was set for it goes (R4.5). */
export function answerOffer(turn: Turn, act: Extract<TalkAct, { type: 'answer-offer' }>): void {
  const { talk } = turn
  const { offerId: id, kind, accepted } = act
  const known = talk.extras.find((extra) => extra.id === id)
  const extra = known ?? { id, kind, accepted, appointment: null, calendarSequence: -1, heldOn: null }
  if (known === undefined) talk.extras.push(extra)
  extra.accepted = accepted
  if (!accepted) takeTime(turn, extra, id, [...both])
  turn.effects.push({ type: 'offer-answered', offerId: id, accepted })
  tell(turn, 'offer-answered', 'leader', id)
}

/** Set or moved by the leader; it stands as it is set, because the employee may call it off as well. */
export function setExtraTime(turn: Turn, extra: ExtraState, offered: OfferedTime): void {
  setTime(turn, extra, extra.id, offered, true)
}

export function cancelExtra(turn: Turn, extra: ExtraState): void {
  takeTime(turn, extra, extra.id, [...both])
}

/** Held: a time that is still ahead is cancelled, one that is over stays to be seen. */
export function endExtra(turn: Turn, extra: ExtraState, on: Day): void {
  if (extra.appointment !== null && extra.appointment.startsAt > turn.at)
    takeTime(turn, extra, extra.id, [...both])
  extra.heldOn = on
}

/** Takes the times to come away on the days that `hits` names, as a leave or a last day does (R13.2). */
export function dropExtraTimes(turn: Turn, hits: (on: Day) => boolean, to: Party[]): void {
  for (const extra of turn.talk.extras) {
    const { appointment } = extra
    if (appointment !== null && appointment.startsAt > turn.at && hits(appointment.on))
      takeTime(turn, extra, extra.id, to)
  }
}

/** Once the round is closed a time that is over keeps nothing open. */
export function forgetPastExtras(turn: Turn): void {
  if (!turn.talk.roundClosed) return
  for (const extra of turn.talk.extras) {
    if (extra.appointment !== null && extra.appointment.endsAt <= turn.at) takeTime(turn, extra, extra.id, [])
  }
}

const both = ['employee', 'leader'] as const
