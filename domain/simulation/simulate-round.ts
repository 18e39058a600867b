import type { Day, Instant } from '../calendar/day.ts'
import type { TalkEffect } from '../talk/effects.ts'
import type { TalkOpening } from '../talk/talk.ts'
import { compiled } from '../talk/turn.ts'
import { type BehaviourName, behaviours } from './behaviours.ts'
import { type DryRunLine, linesTo, type RoundPerson, type RoundToRun } from './dry-run-line.ts'
import { roundMails } from './round-mails.ts'
import { simulateTalk, type Simulation } from './simulate-talk.ts'

/**
 * The dry run before a round starts (R14.1): every mail, recipient role and date from the start through closesOn, and
 * nothing is sent. It is the simulation that the rules' own tests use.
 */
export function dryRun(round: RoundToRun, behaviour: BehaviourName = 'nobody-acts'): DryRunLine[] {
  return simulateRound(round, behaviour).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Plays everybody's talk and the round itself; in the order of the people, each in the order of time. */
export function simulateRound(round: RoundToRun, behaviour: BehaviourName): DryRunLine[] {
  const calendar = compiled(round.calendar)
  const until = calendar.instantOf(round.policy.closesOn, 24 * 60)
  const plays = new Map<string, Simulation>()
  const lines: DryRunLine[] = []
  const simulations = round.people.map((person) => {
    const opening = openingOf(round, person)
    const key = playKey(opening, behaviour)
    const play = plays.get(key) ?? simulateTalk(opening, behaviours[behaviour], until)
    plays.set(key, play)
    for (const { at, effect } of play.effects) lines.push(...linesOf(round, person, at, effect))
    return { person, play }
  })
  lines.push(...roundMails(round, simulations, behaviour, until))
  return lines
}

function openingOf(round: RoundToRun, person: RoundPerson): TalkOpening {
  const { roundId, policy, calendar, journaling, startedAt: openedAt } = round
  const { leader: _leader, leadersLeader: _above, hr: _hr, ...opening } = person
  return { calendar, ...opening, roundId, policy, journaling, openedAt }
}

/** People who were there before the round and about whom nothing is special have one and the same worst case. */
function playKey(opening: TalkOpening, behaviour: BehaviourName): string {
  if (behaviour !== 'nobody-acts') return opening.talkId
  const { policy, calendar, openedAt } = opening
  const today = compiled(calendar).dayOf(openedAt)
  const before = (on: Day | null) => (on !== null && on <= today && on <= policy.orientationOn ? '' : on)
  const { lastDay, exemptReason, hasLeader, leaves, actions, actionObligations } = opening
  const special = [lastDay, exemptReason, hasLeader, leaves, actions, actionObligations, calendar.closings]
  return JSON.stringify([before(opening.employedFrom), before(opening.eligibleFrom), ...special])
}

function linesOf(round: RoundToRun, person: RoundPerson, at: Instant, effect: TalkEffect): DryRunLine[] {
  const { talkId } = person
  if (effect.type === 'notice') {
    const { audience, obligation: kind, step } = effect
    return linesTo(round, person, at, { audience, kind, step, talkId })
  }
  if (effect.type !== 'calendar') return []
  const kind = effect.method === 'request' ? 'invitation' : 'cancellation'
  return effect.to.flatMap((audience) =>
    linesTo(round, person, at, { audience, kind, step: effect.method, talkId }, 'at-once'),
  )
}
