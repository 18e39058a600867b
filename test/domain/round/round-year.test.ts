import { describe, expect, test } from '@jest/globals'
import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { addDays, type Day, day, type Instant } from '../../../domain/calendar/day.ts'
import { zoneOffsets } from '../../../domain/calendar/zone-offsets.ts'
import { defaultPolicy, type Policy } from '../../../domain/policy/policy.ts'
import {
  decideRound,
  isCountDue,
  nextRoundDue,
  openRound,
  refuseRoundAct,
} from '../../../domain/round/decide.ts'
import type { RoundAct, RoundEffect, RoundState } from '../../../domain/round/round.ts'
import { decideFact } from '../../../domain/talk/decide.ts'
import type { TalkFact } from '../../../domain/talk/events.ts'
import { openTalk } from '../../../domain/talk/open-talk.ts'
import { annasTalk } from '../talk/story.ts'

const { zoneName, ...settings } = defaultCalendarSettings
const facts = { ...settings, zone: zoneOffsets(zoneName, 2026, 2029) }
const calendar = createCalendar(facts)
const policy: Policy = defaultPolicy(day('2027-02-01'), undefined, calendar)

describe('a round’s year by the worked example', () => {
  test('kicks off with the leaders, orients everybody, and opens common feedback after the window', () => {
    const year = play(day('2026-11-24'), day('2027-05-03'))
    expect(year.seen.map(shown)).toEqual([
      '2026-12-10 kick-off told leaders',
      '2027-01-04 orientation told employees',
      '2027-05-03 open-group-feedback',
    ])
    expect(year.state.status).toBe('running')
  })

  test('reminds teams’ leaders of the common feedback due 25 May and climbs to HR', () => {
    const year = play(day('2026-11-24'), day('2027-06-30'))
    expect(year.seen.map(shown).filter((line) => line.includes('group-feedback'))).toEqual([
      '2027-05-03 open-group-feedback',
      '2027-05-18 group-feedback reminder teams',
      '2027-05-26 group-feedback overdue teams',
      '2027-05-31 group-feedback leaders-leader teams-leaders-leaders',
      '2027-06-04 group-feedback hr teams-hr',
      '2027-06-18 group-feedback hr-2 teams-hr',
    ])
  })

  test('asks HR for the works council’s discussion due 17 August, again every ten working days', () => {
    const year = play(day('2026-11-24'), day('2027-09-02'))
    expect(year.seen.map(shown).filter((line) => line.includes('evaluation'))).toEqual([
      '2027-08-10 evaluation reminder hr',
      '2027-08-18 evaluation overdue hr',
      '2027-09-01 evaluation overdue-2 hr',
    ])
  })

  test('stops asking HR once the works council has discussed it', () => {
    const year = play(day('2026-11-24'), day('2027-08-19'))
    const discussed = decideRound(
      year.state,
      { type: 'discuss-evaluation', on: day('2027-08-19') },
      noon(day('2027-08-20')),
    )
    expect(
      playOn(discussed.state, day('2027-12-20'))
        .map(shown)
        .filter((line) => line.includes('evaluation')),
    ).toEqual([])
  })
})

describe('closing', () => {
  test('waits for the day when everyone is accounted for, and looks every working day', () => {
    const closing = play(day('2026-11-24'), day('2028-02-01')).state
    expect(closing.status).toBe('closing')
    expect(isCountDue(closing, noon(day('2028-02-01')))).toBe(true)
    const one = decideRound(closing, { type: 'counted', unaccounted: 1 }, noon(day('2028-02-01'))).state
    expect(one.status).toBe('closing')
    expect(isCountDue(one, noon(day('2028-02-01')))).toBe(false)
    expect(isCountDue(one, noon(day('2028-02-02')))).toBe(true)
    const none = decideRound(one, { type: 'counted', unaccounted: 0 }, noon(day('2028-02-02')))
    expect(none.state).toMatchObject({ status: 'closed', closed: true })
    expect(none.effects).toContainEqual({ type: 'tell-talks', fact: 'round-closed' })
  })

  test('is refused to HR while someone is unaccounted for, and before the day', () => {
    const running = play(day('2026-11-24'), day('2027-03-01')).state
    expect(refuseRoundAct(running, { type: 'close', unaccounted: 0 }, noon(day('2027-03-01')))).toBe(
      'round-not-closing',
    )
    const closing = play(day('2026-11-24'), day('2028-02-01')).state
    expect(refuseRoundAct(closing, { type: 'close', unaccounted: 2 }, noon(day('2028-02-02')))).toBe(
      'someone-unaccounted-for',
    )
  })
})

describe('pausing', () => {
  const paused = () =>
    act(play(day('2026-11-24'), day('2026-12-01')).state, { type: 'pause' }, day('2026-12-07'))

  test('nothing happens while a round is paused', () => {
    expect(nextRoundDue(paused())).toBeNull()
    expect(decideRound(paused(), { type: 'time-passed' }, noon(day('2027-01-04'))).effects).toEqual([])
  })

  test('dates still to come move by the working days paused; the closing day does not', () => {
    const resumed = act(paused(), { type: 'resume' }, day('2026-12-14'))
    expect(resumed.policy.leaderKickoffOn).toBe('2026-12-17')
    expect(resumed.policy.orientationOn).toBe('2027-01-11')
    expect(resumed.policy.talksTo).toBe('2027-05-10')
    expect(resumed.policy.closesOn).toBe(policy.closesOn)
    expect(playOn(resumed, day('2027-01-11')).map(shown)).toEqual([
      '2026-12-17 kick-off told leaders',
      '2027-01-11 orientation told employees',
    ])
  })

  test('talksTo moves as that of its talks does, on a closed day too', () => {
    const ends = [...Array(14).keys()].map((days) => addDays(day('2027-04-26'), days))
    const moved = ends.map((talksTo) => resumedWith({ ...policy, talksTo }, day('2026-12-14')))
    expect(moved.map(({ round }) => round)).toEqual(moved.map(({ talk }) => talk))
    const saturday = resumedWith({ ...policy, talksTo: day('2027-05-01') }, day('2026-12-14'))
    expect(saturday).toEqual({ round: '2027-05-11', talk: '2027-05-11' })
    const sameDay = resumedWith({ ...policy, talksTo: day('2027-05-01') }, day('2026-12-07'))
    expect(sameDay).toEqual({ round: '2027-05-01', talk: '2027-05-01' })
  })

  test('a talksTo that HR sets meanwhile is meant as written, in the round as in its talks', () => {
    const later = { ...policy, talksTo: day('2027-05-14') }
    const moved = resumedWith(policy, day('2026-12-14'), later)
    expect(moved).toEqual({ round: '2027-05-14', talk: '2027-05-14' })
    const again = act(
      act(paused(), { type: 'change-policy', policy: later }, day('2026-12-08')),
      { type: 'resume' },
      day('2026-12-14'),
    )
    expect(again.policy.orientationOn).toBe('2027-01-11')
    const second = act(
      act(again, { type: 'pause' }, day('2026-12-14')),
      { type: 'resume' },
      day('2026-12-21'),
    )
    expect(second.policy.talksTo).toBe(calendar.addWorkingDays(later.talksTo, 5))
  })

  test('a round cannot be paused twice nor resumed when it runs', () => {
    expect(refuseRoundAct(paused(), { type: 'pause' }, noon(day('2026-12-08')))).toBe('round-already-paused')
    const running = play(day('2026-11-24'), day('2026-12-01')).state
    expect(refuseRoundAct(running, { type: 'resume' }, noon(day('2026-12-08')))).toBe('round-not-paused')
  })
})

test('common feedback and evaluation that HR moves earlier are due five working days from that day at the earliest', () => {
  const { state } = play(day('2026-11-24'), day('2027-05-12'))
  const moved = { ...policy, groupFeedbackBy: day('2027-05-13'), evaluationBy: day('2027-05-10') }
  const after = act(state, { type: 'change-policy', policy: moved }, day('2027-05-12'))
  // Whit Monday, 17 May, is no working day.
  expect(after.policy).toMatchObject({ groupFeedbackBy: '2027-05-20', evaluationBy: '2027-05-20' })
  expect(after.obligations.map(({ dueOn }) => dueOn)).toEqual(['2027-05-20', '2027-05-20'])
  const again = { ...after.policy, groupFeedbackBy: day('2027-05-18') }
  const later = act(after, { type: 'change-policy', policy: again }, day('2027-05-19'))
  expect(later.policy.groupFeedbackBy).toBe('2027-05-20')
  const free = { ...policy, groupFeedbackBy: day('2027-05-24') }
  expect(act(state, { type: 'change-policy', policy: free }, day('2027-05-12')).policy.groupFeedbackBy).toBe(
    '2027-05-24',
  )
})

test('a round started after the orientation day leaves the orientation to each talk', () => {
  const year = play(day('2027-01-15'), day('2027-02-10'))
  expect(year.seen.map(shown)).toEqual(['2027-01-15 kick-off told leaders'])
})

test('a stopped round tells its talks and has nothing left to do', () => {
  const running = play(day('2026-11-24'), day('2027-03-01')).state
  const stopped = decideRound(running, { type: 'stop' }, noon(day('2027-03-01')))
  expect(stopped.effects).toEqual([
    { type: 'tell-talks', fact: 'stopped' },
    { type: 'tell-talks', fact: 'round-closed' },
  ])
  expect(nextRoundDue(stopped.state)).toBeNull()
  expect(refuseRoundAct(stopped.state, { type: 'pause' }, noon(day('2027-03-02')))).toBe('round-ended')
})

/** Where talksTo is after a pause from 7 December, in the round and in a talk, whose rules HR may change meanwhile. */
function resumedWith(given: Policy, resumedOn: Day, meanwhile?: Policy): { round: Day; talk: Day } {
  const startedAt = noon(day('2026-11-24'))
  const [pausedOn, changedOn] = [day('2026-12-07'), day('2026-12-08')]
  const acts: [RoundAct, Day][] = [[{ type: 'pause' }, pausedOn]]
  if (meanwhile !== undefined) acts.push([{ type: 'change-policy', policy: meanwhile }, changedOn])
  acts.push([{ type: 'resume' }, resumedOn])
  let round = openRound({ roundId: 'f2a1', policy: given, calendar: facts, startedAt }).state
  let talk = openTalk(annasTalk({ policy: given, openedAt: startedAt })).state
  for (const [wanted, on] of acts) {
    round = act(round, wanted, on)
    const event = toldTalks(wanted, round)
    talk = decideFact(talk, { id: `${wanted.type} on ${on}`, effectiveOn: on, event }, noon(on)).state
  }
  expect(talk.talksToMoved).toBeNull()
  return { round: round.policy.talksTo, talk: talk.policy.talksTo }
}

/** What a talk hears of an act, as db/facts.ts reads it from the round. */
function toldTalks(wanted: RoundAct, { policy: inForce }: RoundState): TalkFact {
  if (wanted.type === 'pause') return { type: 'paused' }
  if (wanted.type === 'resume') return { type: 'resumed', roundTalksTo: inForce.talksTo }
  return { type: 'policy-changed', policy: inForce }
}

interface Seen {
  on: Day
  effect: RoundEffect
}

function play(startedOn: Day, through: Day): { state: RoundState; seen: Seen[] } {
  const opened = openRound({
    roundId: 'f2a1',
    policy,
    calendar: facts,
    startedAt: calendar.instantOf(startedOn, 0),
  })
  const states = { state: opened.state }
  const seen = playOn(opened.state, through, states)
  return { ...states, seen }
}

/** Lets the clock run to the end of a day, taking every turn that is due when it is due. */
function playOn(from: RoundState, through: Day, states: { state: RoundState } = { state: from }): Seen[] {
  const seen: Seen[] = []
  for (
    let due = nextRoundDue(states.state);
    due !== null && due <= endOf(through);
    due = nextRoundDue(states.state)
  ) {
    if (isCountDue(states.state, due)) break
    const { state, effects } = decideRound(states.state, { type: 'time-passed' }, due)
    expect(nextRoundDue(state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(due - 1)
    states.state = state
    const on = calendar.dayOf(due)
    seen.push(...effects.map((effect) => ({ on, effect })))
  }
  return seen
}

function act(state: RoundState, event: RoundAct, on: Day): RoundState {
  expect(refuseRoundAct(state, event, noon(on))).toBeNull()
  return decideRound(state, event, noon(on)).state
}

function shown({ on, effect }: Seen): string {
  if (effect.type === 'round-notice') return `${on} ${effect.obligation} ${effect.step} ${effect.to}`
  return `${on} ${effect.type}${effect.type === 'tell-talks' ? ` ${effect.fact}` : ''}`
}

function noon(on: Day): Instant {
  return calendar.instantOf(on, 12 * 60)
}

function endOf(on: Day): Instant {
  return calendar.instantOf(on, 24 * 60 - 1)
}
