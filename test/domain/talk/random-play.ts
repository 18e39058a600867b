import type { Instant } from '../../../domain/calendar/day.ts'
import {
  type Decision,
  decideAct,
  decideFact,
  decideTick,
  dueFiling,
  nextDue,
  nextTurnDue,
} from '../../../domain/talk/decide.ts'
import { type TalkAct, talkActTypes, type TalkEvent } from '../../../domain/talk/events.ts'
import { openTalk } from '../../../domain/talk/open-talk.ts'
import { refuse } from '../../../domain/talk/refusals.ts'
import type { TalkOpening, TalkState } from '../../../domain/talk/talk.ts'
import { eventOf, type Move } from './random-year.ts'

/** One decision of a random year. */
export interface TurnSeen {
  at: Instant
  event: TalkEvent | { type: 'opened' }
  before: TalkState
  after: TalkState
  effects: Decision['effects']
  /** What the clock was waiting for; null where nothing was due. */
  due: Instant | null
}

/** Plays a random year; every state is frozen before it is decided on, so a rule that writes to its input throws. */
export function playYear(opening: TalkOpening, moves: readonly Move[]): TurnSeen[] {
  const opened = openTalk(deepFreeze(structuredClone(opening)))
  let state = deepFreeze(opened.state)
  let now = opening.openedAt
  const turns: TurnSeen[] = [
    { at: now, event: { type: 'opened' }, before: state, after: state, effects: opened.effects, due: null },
  ]
  let facts = 0

  const take = (event: TalkEvent, decision: Decision) => {
    turns.push({
      at: now,
      event,
      before: state,
      after: decision.state,
      effects: decision.effects,
      due: nextTurnDue(state),
    })
    state = deepFreeze(decision.state)
  }
  const listenToClock = (until: Instant) => {
    for (let n = 0; ; n++) {
      const due = nextDue(state)
      if (due === null || due > until) return
      if (n > 2000)
        throw new Error(`the clock of the talk never comes to rest before ${new Date(until).toISOString()}`)
      now = Math.max(now, due)
      const turnDue = nextTurnDue(state)
      const versionId = dueFiling(state, now)
      if (turnDue !== null && turnDue <= now)
        take({ type: 'time-passed' }, decideTick(state, { type: 'time-passed' }, now))
      else if (versionId !== null) {
        const answered = { type: 'plan-filed', versionId } as const
        take(answered, decideTick(state, answered, now))
      }
    }
  }

  for (const move of moves) {
    const then = now + move.wait * 60_000
    if (!move.isOutage) listenToClock(then)
    now = then
    const scripted = eventOf(move, state, now)
    if (scripted === null) continue
    const { event } = scripted
    if (isAct(event)) {
      const decided = decideAct(state, event, now)
      const refused = 'refused' in decided ? decided.refused.code : null
      const asked = refuse(state, event, now)?.code ?? null
      if (asked !== refused) throw new Error(`the button says ${asked}, the decision ${refused}`)
      if (!('refused' in decided)) take(event, decided)
    } else if (event.type === 'time-passed' || event.type === 'filing-failed' || event.type === 'plan-filed')
      take(event, decideTick(state, event, now))
    else {
      const fact = { id: `fact-${++facts}`, effectiveOn: scripted.effectiveOn ?? '', event }
      take(event, decideFact(state, fact, now))
    }
  }
  listenToClock(now + 400 * 24 * 60 * 60_000)
  return turns
}

function isAct(event: TalkEvent): event is TalkAct {
  return (talkActTypes as readonly string[]).includes(event.type)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
