import { createCalendar, defaultCalendarSettings } from '../../../domain/calendar/calendar.ts'
import { type Day, day, type Instant } from '../../../domain/calendar/day.ts'
import { zoneOffsets } from '../../../domain/calendar/zone-offsets.ts'
import { defaultPolicy } from '../../../domain/policy/policy.ts'
import { type Outage, simulateTalk, type Simulation } from '../../../domain/simulation/simulate-talk.ts'
import type { NoticeEffect, TalkEffect } from '../../../domain/talk/effects.ts'
import type { TalkEvent } from '../../../domain/talk/events.ts'
import type { TalkOpening } from '../../../domain/talk/talk.ts'

const { zoneName, ...settings } = defaultCalendarSettings

export const calendarFacts = { ...settings, zone: zoneOffsets(zoneName, 2025, 2032) }
export const calendar = createCalendar(calendarFacts)
/** The worked example's round: talks from 1 February to 30 April 2027, everything else by default. */
export const policy = defaultPolicy(day('2027-02-01'), day('2027-04-30'), calendar)

/** '2027-02-08' is 10 o'clock that day; '2027-02-08 07:30' a local time. */
export function at(text: string): Instant {
  const [on = '', time = '10:00'] = text.split(' ')
  const [hours = '', minutes = ''] = time.split(':')
  return calendar.instantOf(day(on), Number(hours) * 60 + Number(minutes))
}

export const talkId = '11111111-1111-4111-8111-111111111111'

/** Anna's talk: employed for years, Ben leads her, the round was started on 24 November 2026. */
export function annasTalk(changed: Partial<TalkOpening> = {}): TalkOpening {
  return {
    talkId,
    roundId: '22222222-2222-4222-8222-222222222222',
    policy,
    calendar: calendarFacts,
    journaling: 'off',
    openedAt: at('2026-11-24'),
    employedFrom: day('2010-01-01'),
    lastDay: null,
    eligibleFrom: day('2010-04-01'),
    exemptReason: null,
    hasLeader: true,
    leaves: [],
    actions: [],
    actionObligations: [],
    ...changed,
  }
}

/** What happens, by the local time at which it does; a fact may name the later day on which it takes effect. */
export type Happening = [when: string, event: TalkEvent, effectiveOn?: string]

export interface StoryWish {
  opening?: Partial<TalkOpening>
  happens?: Happening[]
  until: string
  outages?: [from: string, until: string][]
  /** The personnel file refuses until then. */
  filesFrom?: string
}

/** What one talk's story came to, in lines a person reads. */
export interface Story extends Simulation {
  /** Steps of ladders: '2027-02-08 invite: reminder to leader'. */
  steps: string[]
  /** What was told once: '2027-02-08 orientation to employee'. */
  informed: string[]
  /** Calendar mails: '2027-02-08 request #0 to employee, leader'. */
  calendarMails: string[]
}

/** Plays Anna's talk until a local time, or the end of a day. */
export function story({ opening = {}, happens = [], until, outages = [], filesFrom }: StoryWish): Story {
  const script = happens.map(([when, event, effectiveOn]) => ({
    at: at(when),
    event,
    ...(effectiveOn !== undefined && { effectiveOn: day(effectiveOn) }),
  }))
  const spans: Outage[] = outages.map(([from, to]) => ({ from: at(from), until: at(to) }))
  const gatewayFails = (when: Instant) => filesFrom !== undefined && when < at(filesFrom)
  const circumstances = { outages: spans, gatewayFails }
  return told(
    simulateTalk(
      annasTalk(opening),
      script,
      at(until.includes(' ') ? until : `${until} 23:59`),
      circumstances,
    ),
  )
}

function told(play: Simulation): Story {
  const notices = lines(play, (effect) => (effect.type === 'notice' ? effect : null))
  return {
    ...play,
    steps: notices
      .filter(([, notice]) => notice.whileOpen)
      .map(([on, { obligation, step, audience }]) => `${on} ${obligation}: ${step} to ${audience}`),
    informed: notices
      .filter(([, notice]) => !notice.whileOpen)
      .map(([on, { obligation, audience }]) => `${on} ${obligation} to ${audience}`),
    calendarMails: lines(play, (effect) => (effect.type === 'calendar' ? effect : null)).map(
      ([on, { method, sequence, to }]) => `${on} ${method} #${sequence} to ${to.join(', ')}`,
    ),
  }
}

/** Only the steps of one obligation. */
export function stepsOf({ steps }: Story, obligation: NoticeEffect['obligation']): string[] {
  return steps
    .filter((line) => line.includes(` ${obligation}: `))
    .map((line) => line.replace(` ${obligation}:`, ''))
}

/** What is owed, as a person reads it: 'invite by leader on 2027-02-15'. */
export function owed({ state }: Pick<Simulation, 'state'>): string[] {
  return state.obligations.map(({ obligation, owedBy, dueOn }) => `${obligation} by ${owedBy} on ${dueOn}`)
}

function lines<T>(play: Simulation, pick: (effect: TalkEffect) => T | null): [Day, T][] {
  return play.effects.flatMap(({ at: when, effect }): [Day, T][] => {
    const picked = pick(effect)
    return picked === null ? [] : [[calendar.dayOf(when), picked]]
  })
}

/** Ben invites Anna: an hour's talk from a local time on. */
export function invitation(time: string, changed: { picked?: boolean; id?: string } = {}): TalkEvent {
  const startsAt = at(time)
  return {
    type: 'set-appointment',
    appointmentId: changed.id ?? `appointment at ${time}`,
    startsAt,
    endsAt: startsAt + 60 * 60_000,
    picked: changed.picked ?? false,
  }
}

/** A plan's version by one of the two, with the actions it agrees on. */
export function proposal(
  party: 'employee' | 'leader',
  version = 'version-1',
  actions: { id: string; owner: 'employee' | 'leader'; dueOn: Day }[] = [],
): TalkEvent {
  return { type: 'propose-plan', party, versionId: version, hash: `hash of ${version}`, actions }
}

export function approval(party: 'employee' | 'leader', version = 'version-1'): TalkEvent {
  return { type: 'approve-plan', party, versionId: version, hash: `hash of ${version}` }
}
