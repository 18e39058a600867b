import type { Instant } from '../calendar/day.ts'
import { decideRound, isCountDue, nextRoundDue, openRound } from '../round/decide.ts'
import type { RoundDecision, RoundNotice } from '../round/round.ts'
import type { NoticeAudience } from '../talk/effects.ts'
import { compiled } from '../talk/turn.ts'
import type { BehaviourName } from './behaviours.ts'
import { type DryRunLine, linesTo, type RoundPerson, type RoundToRun } from './dry-run-line.ts'
import type { Simulation } from './simulate-talk.ts'

/** One person's talk, played through the year. */
export interface PlayedTalk {
  person: RoundPerson
  play: Simulation
}

/** What the round itself tells: kick-off, orientation, common feedback, evaluation (R4.1, R10). */
export function roundMails(
  round: RoundToRun,
  talks: readonly PlayedTalk[],
  behaviour: BehaviourName,
  until: Instant,
): DryRunLine[] {
  const isOnTime = behaviour === 'everyone-on-time'
  const lines = isOnTime ? feedbackMails(round, talks) : []
  let { state, effects }: RoundDecision = openRound(round)
  const calendar = compiled(round.calendar)
  // Whoever is on time discusses the evaluation as soon as the talks are over.
  const discussedAt = calendar.instantOf(calendar.addWorkingDays(round.policy.talksTo, 10), 10 * 60)
  let isDiscussed = !isOnTime
  for (;;) {
    const due = nextRoundDue(state)
    const isDiscussion = !isDiscussed && (due === null || discussedAt < due)
    const at = isDiscussion ? discussedAt : due
    if (at === null || at > until) return lines
    if (isDiscussion) {
      isDiscussed = true
      const act = { type: 'discuss-evaluation', on: calendar.dayOf(at) } as const
      ;({ state, effects } = decideRound(state, act, at))
    } else {
      const isCount = isCountDue(state, at)
      const tick = isCount
        ? ({ type: 'counted', unaccounted: 1 } as const)
        : ({ type: 'time-passed' } as const)
      ;({ state, effects } = decideRound(state, tick, at))
    }
    for (const effect of effects) {
      if (effect.type !== 'round-notice') continue
      for (const { person, audience, isTalks } of addressees(round, effect, talks, isOnTime)) {
        const told = { audience, kind: effect.obligation, step: effect.step }
        lines.push(...linesTo(round, person, at, { ...told, talkId: isTalks ? person.talkId : null }))
      }
    }
  }
}

/** Common feedback that leaders send on the day it is due: everybody in the team is told (R10.1). */
function feedbackMails(round: RoundToRun, talks: readonly PlayedTalk[]): DryRunLine[] {
  const sentAt = compiled(round.calendar).instantOf(round.policy.groupFeedbackBy, 10 * 60)
  const leaders = new Set(teamsOwingFeedback(round, talks).map(({ leader }) => leader))
  return talks.flatMap(({ person, play }) => {
    if (!leaders.has(person.leader) || play.state.status === 'left') return []
    const told = {
      audience: 'employee',
      kind: 'group-feedback-sent',
      step: 'told',
      talkId: person.talkId,
    } as const
    return linesTo(round, person, sentAt, told)
  })
}

interface Addressee {
  /** Somebody around whom the role is found. */
  person: RoundPerson
  audience: NoticeAudience
  /** Whether it is about their own talk, or about their team or round. */
  isTalks: boolean
}

function addressees(
  round: RoundToRun,
  notice: RoundNotice,
  talks: readonly PlayedTalk[],
  isOnTime: boolean,
): Addressee[] {
  const people = talks.map(({ person }) => person)
  const about = (audience: NoticeAudience) => (person: RoundPerson) => ({ person, audience, isTalks: false })
  switch (notice.to) {
    case 'leaders':
      return onePerLeader(people.filter((person) => person.exemptReason === null)).map(about('leader'))
    case 'employees':
      return talks
        .filter(({ play }) => !play.state.orientationOwed && isOrientedByRound(round, play))
        .map(({ person }) => ({ person, audience: 'employee', isTalks: true }))
    case 'hr':
      return people.slice(0, 1).map(about('hr'))
    default: {
      if (isOnTime) return []
      const audience = notice.to === 'teams' ? 'leader' : notice.to === 'teams-hr' ? 'hr' : 'leaders-leader'
      return teamsOwingFeedback(round, talks).map(about(audience))
    }
  }
}

/** Those whose clock starts on orientation day; the others are oriented by their own talk (R13.3). */
function isOrientedByRound(round: RoundToRun, { state }: Simulation): boolean {
  return state.startsOn === round.policy.orientationOn
}

/** A member of each team in which at least the minimum number of talks were held in the window (R10.1). */
function teamsOwingFeedback(round: RoundToRun, talks: readonly PlayedTalk[]): RoundPerson[] {
  const { talksTo, minimumGroup } = round.policy
  const held = talks.filter(({ play }) => play.state.heldOn !== null && play.state.heldOn <= talksTo)
  const people = held.map(({ person }) => person)
  return onePerLeader(people).filter(
    ({ leader }) => people.filter((person) => person.leader === leader).length >= minimumGroup,
  )
}

function onePerLeader(people: readonly RoundPerson[]): RoundPerson[] {
  const first = new Map<string, RoundPerson>()
  for (const person of people) {
    if (person.leader !== null && !first.has(person.leader)) first.set(person.leader, person)
  }
  return [...first.values()]
}
