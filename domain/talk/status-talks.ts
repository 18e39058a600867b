import { addMonths, type Day, laterOf } from '../calendar/day.ts'
import { derivedId } from '../derived-id.ts'
import { isStanding } from './standing.ts'
import type { Party, StatusTalkState } from './talk.ts'
import { setTime, takeTime, type OfferedTime } from './times.ts'
import { tell, type Turn } from './turn.ts'

/** Sets the follow-up talks a number of months after the talk was held (§2); those that exist already stay. */
export function planStatusTalks(turn: Turn, heldOn: Day): void {
  const { talk, calendar } = turn
  for (const [index, months] of talk.policy.statusTalks.entries()) {
    const number = index + 1
    if (talk.statusTalks.some((statusTalk) => statusTalk.number === number)) continue
    const id = derivedId(talk.talkId, 'status-talk', number)
    const statusTalk: StatusTalkState = {
      id,
      number,
      dueOn: calendar.onOrAfter(addMonths(heldOn, months)),
      status: 'open',
      appointment: null,
      calendarSequence: talk.withdrawnSequences?.[id] ?? -1,
      agreedAwayBy: [],
    }
    talk.statusTalks.push(statusTalk)
    turn.effects.push({ type: 'status-talk-changed', statusTalk })
  }
}

/**
 * The talk turned out not to be held: there is nothing to follow up. Held after all, the same ones are set anew, and
 * a mail client that has seen their calendar events takes only a higher SEQUENCE (RFC 5546).
 */
export function withdrawStatusTalks(turn: Turn): void {
  const { talk } = turn
  for (const statusTalk of talk.statusTalks) takeTime(turn, statusTalk, statusTalk.id, ['employee', 'leader'])
  talk.withdrawnSequences = {
    ...talk.withdrawnSequences,
    ...Object.fromEntries(talk.statusTalks.map(({ id, calendarSequence }) => [id, calendarSequence])),
  }
  talk.statusTalks = []
  turn.effects.push({ type: 'status-talks-withdrawn' })
}

/** Invited like a talk: a time at short notice stands only once it is accepted (R9.1, R4.2). */
export function setStatusTime(turn: Turn, statusTalk: StatusTalkState, offered: OfferedTime): void {
  const stood = isStanding(statusTalk.appointment)
  setTime(turn, statusTalk, statusTalk.id, offered, false)
  if (stood && !isStanding(statusTalk.appointment)) owedAgain(turn, statusTalk)
}

/** Takes a status talk's time away; if it stood, a new one is owed five working days later. */
export function dropStatusTime(turn: Turn, statusTalk: StatusTalkState, to: Party[]): void {
  if (takeTime(turn, statusTalk, statusTalk.id, to)) owedAgain(turn, statusTalk)
}

/** While a time stands nothing more is owed, until it is over. */
export function isStatusTalkOwed(statusTalk: StatusTalkState, at: number): boolean {
  const { appointment } = statusTalk
  if (statusTalk.status !== 'open') return false
  return appointment === null || !isStanding(appointment) || appointment.endsAt <= at
}

/** A status talk whose time is over is to be registered as held by the first working day after it. */
export function askWhetherHeld(turn: Turn): void {
  const { talk, calendar, at } = turn
  for (const statusTalk of talk.statusTalks) {
    const { appointment } = statusTalk
    if (statusTalk.status !== 'open' || appointment === null || appointment.endsAt > at) continue
    moveTo(turn, statusTalk, calendar.addWorkingDays(appointment.on, talk.policy.confirmHeldWithin))
  }
}

export function endStatusTalk(
  turn: Turn,
  statusTalk: StatusTalkState,
  status: Exclude<StatusTalkState['status'], 'open'>,
): void {
  const { appointment } = statusTalk
  if (appointment !== null && appointment.startsAt > turn.at)
    takeTime(turn, statusTalk, statusTalk.id, ['employee', 'leader'])
  statusTalk.status = status
  turn.effects.push({ type: 'status-talk-changed', statusTalk })
}

/** Agreed away by both: the first to say so only offers it, and the other is asked (R9.1). */
export function agreeStatusTalkAway(turn: Turn, statusTalk: StatusTalkState, party: Party): void {
  if (statusTalk.agreedAwayBy.includes(party)) return
  statusTalk.agreedAwayBy = [...statusTalk.agreedAwayBy, party]
  if (statusTalk.agreedAwayBy.length === 2) endStatusTalk(turn, statusTalk, 'agreed-away')
  else tell(turn, 'agree-away-asked', party === 'employee' ? 'leader' : 'employee', statusTalk.id)
}

/** A time stands in the next round's talk: what is open here is followed up there (R9.1). */
export function replaceStatusTalks(turn: Turn): void {
  for (const statusTalk of turn.talk.statusTalks) {
    if (statusTalk.status === 'open') endStatusTalk(turn, statusTalk, 'replaced')
  }
}

function owedAgain(turn: Turn, statusTalk: StatusTalkState): void {
  moveTo(turn, statusTalk, turn.calendar.addWorkingDays(turn.today, turn.talk.policy.reinviteWithin))
}

/** Never to an earlier day than the one it is due. */
function moveTo(turn: Turn, statusTalk: StatusTalkState, on: Day): void {
  if (laterOf(statusTalk.dueOn, on) === statusTalk.dueOn) return
  statusTalk.dueOn = on
  turn.effects.push({ type: 'status-talk-changed', statusTalk })
}
