import type { Day, Instant } from '../calendar/day.ts'
import { type Decision, decideAct, decideFact, decideTick, dueFiling, nextDue } from '../talk/decide.ts'
import type { TalkEffect } from '../talk/effects.ts'
import { type TalkAct, talkActTypes, type TalkEvent, type TalkTick, talkTickTypes } from '../talk/events.ts'
import { openTalk } from '../talk/open-talk.ts'
import type { RefusalCode } from '../talk/refusals.ts'
import type { TalkOpening, TalkState } from '../talk/talk.ts'

/** Something that happens at an instant; a fact may be known before the day it takes effect. */
export interface ScriptedEvent {
  at: Instant
  event: TalkEvent
  effectiveOn?: Day
}

/** What people do next by themselves, seen from how the talk stands; null = nothing more. */
export type Behaviour = (state: TalkState, at: Instant) => ScriptedEvent | null

export interface Simulation {
  state: TalkState
  /** Every effect, in order, with the instant it was decided at. */
  effects: { at: Instant; effect: TalkEffect }[]
  refused: { at: Instant; event: TalkEvent; code: RefusalCode }[]
  /** Decisions taken, the opening included. */
  turns: number
}

/** A span in which the engine stands still: nothing is decided before it is up again. */
export interface Outage {
  from: Instant
  until: Instant
}

/** What else is so while a talk is played. */
export interface Circumstances {
  outages?: readonly Outage[]
  /** Whether the personnel file refuses at an instant; it files at once unless this says so. */
  gatewayFails?: (at: Instant) => boolean
}

/**
 * Plays one talk from its opening until an instant: the clock as the workflow keeps it, and between its ticks what
 * the script or the people's behaviour brings. No mail is sent.
 * Throws `BusyClockError` when a tick leaves the clock due at the same instant again.
 */
export function simulateTalk(
  opening: TalkOpening,
  script: readonly ScriptedEvent[] | Behaviour,
  until: Instant,
  { outages = [], gatewayFails = () => false }: Circumstances = {},
): Simulation {
  const scripted = typeof script === 'function' ? null : [...script].sort((a, b) => a.at - b.at)
  const opened = openTalk(opening)
  const play: Simulation = { state: opened.state, effects: [], refused: [], turns: 0 }
  keep(play, opened, opening.openedAt)
  let happened = 0
  let refusedIn: TalkState | null = null
  let ticked: Instant | null = null
  for (let now = opening.openedAt; ; ) {
    const due = nextDue(play.state)
    if (ticked !== null && due !== null && due <= ticked) throw new BusyClockError(play.state.talkId, due)
    // Whoever was refused tries nothing more before something else has changed.
    const asked = typeof script === 'function' && refusedIn !== play.state ? script(play.state, now) : null
    const next: ScriptedEvent | null = scripted === null ? asked : (scripted[happened] ?? null)
    const isPeoples = next !== null && (due === null || next.at < due)
    const wanted = isPeoples ? next.at : due
    if (wanted === null) return play
    now = afterOutage(Math.max(now, wanted), outages)
    if (now > until) return play
    if (isPeoples) {
      happened++
      const before = play.refused.length
      happen(play, next, now)
      refusedIn = play.refused.length > before ? play.state : null
    }
    ticked = !isPeoples && tick(play, now, gatewayFails) === 'time-passed' ? due : null
  }
}

/** A tick has left the clock due at the same instant again, which would keep a workflow busy for ever. */
class BusyClockError extends Error {
  readonly code = 'busy-clock'
  constructor(talkId: string, due: Instant) {
    super(`talk ${talkId} is due at ${due} again after its turn: expected a later time`)
    this.name = 'BusyClockError'
  }
}

/** One event of a talk, decided at an instant. */
function happen(play: Simulation, { event, effectiveOn }: ScriptedEvent, at: Instant): void {
  if (isAct(event)) {
    const decided = decideAct(play.state, event, at)
    if ('refused' in decided) play.refused.push({ at, event, code: decided.refused.code })
    else keep(play, decided, at)
  } else if (isTick(event)) keep(play, decideTick(play.state, event, at), at)
  else {
    // Its own id: what is known once is known.
    const fact = { id: `${event.type}-${play.turns}`, effectiveOn: effectiveOn ?? '', event }
    keep(play, decideFact(play.state, fact, at), at)
  }
}

/** What the workflow does when its timer ends: the filing that is to be tried, else the turn that is due. */
function tick(play: Simulation, at: Instant, gatewayFails: (at: Instant) => boolean): TalkTick['type'] {
  const versionId = dueFiling(play.state, at)
  const filed = gatewayFails(at) ? 'filing-failed' : 'plan-filed'
  const event: TalkTick = versionId === null ? { type: 'time-passed' } : { type: filed, versionId }
  keep(play, decideTick(play.state, event, at), at)
  return event.type
}

function keep(play: Simulation, { state, effects }: Decision, at: Instant): void {
  play.state = state
  play.turns++
  for (const effect of effects) play.effects.push({ at, effect })
}

function afterOutage(at: Instant, outages: readonly Outage[]): Instant {
  return outages.reduce((later, { from, until }) => (from <= later && later < until ? until : later), at)
}

function isAct(event: TalkEvent): event is TalkAct {
  return (talkActTypes as readonly string[]).includes(event.type)
}

function isTick(event: TalkEvent): event is TalkTick {
  return (talkTickTypes as readonly string[]).includes(event.type)
}
