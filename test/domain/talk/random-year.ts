import fc from 'fast-check'
import { addDays, day, type Day, HOUR, type Instant, MINUTE } from '../../../domain/calendar/day.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import type { ScriptedEvent } from '../../../domain/simulation/simulate-talk.ts'
import type { TalkEvent, TalkFact } from '../../../domain/talk/events.ts'
import type { Party, TalkOpening, TalkState } from '../../../domain/talk/talk.ts'
import { annasTalk, at, calendar, calendarFacts, policy } from './story.ts'

/** One thing that happens in a random year: what, how long after the last, and numbers to fill it with. */
export interface Move {
  kind: MoveKind
  /** Minutes after the last move. */
  wait: number
  /** Whether the engine stood still in between, so that the clock is heard only when this happens. */
  isOutage: boolean
  a: number
  b: number
}

type Maker = (state: TalkState, today: Day, now: Instant, move: Move) => TalkEvent | null

const party = (n: number): Party => (n % 2 === 0 ? 'employee' : 'leader')
const time = (today: Day, { a, b }: Move, farthest: number) => {
  const startsAt = calendar.instantOf(addDays(today, a % farthest), 8 * 60 + (b % 9) * 60)
  return { appointmentId: `appointment-${a}-${b}-${today}`, startsAt, endsAt: startsAt + 45 * MINUTE }
}
const picked = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const versionOf = (state: TalkState) => {
  const current = state.plan?.current
  return { versionId: current?.id ?? 'none', hash: current?.hash ?? 'none' }
}

/** Everything that can happen, made to fit how the talk stands; null = there is nothing it could be about. */
const makers = {
  invite: (_state, today, _now, move) => ({
    type: 'set-appointment',
    ...time(today, move, 60),
    picked: false,
  }),
  pick: (_state, today, _now, move) => ({ type: 'set-appointment', ...time(today, move, 20), picked: true }),
  accept: () => ({ type: 'accept-appointment' }),
  'other-time': () => ({ type: 'ask-other-time' }),
  cancel: () => ({ type: 'cancel-appointment' }),
  'not-invited': () => ({ type: 'report-not-invited' }),
  ready: (_state, _today, _now, { a, b }) => ({ type: 'mark-ready', party: party(a), ready: b % 3 > 0 }),
  held: (_state, today, _now, { a }) => ({ type: 'report-held', on: addDays(today, -(a % 4)) }),
  'not-held': () => ({ type: 'report-not-held' }),
  confirm: () => ({ type: 'confirm-held' }),
  contradict: () => ({ type: 'contradict-held' }),
  postpone: (_state, today, _now, { a, b }) => ({
    type: 'postpone',
    until: b % 3 === 0 ? null : addDays(today, a % 200),
  }),
  'set-not-held': () => ({ type: 'set-not-held', reason: 'other' }),
  'withdraw-not-held': () => ({ type: 'withdraw-not-held' }),
  exempt: () => ({ type: 'exempt', reason: 'employee-declined' }),
  'withdraw-exemption': () => ({ type: 'withdraw-exemption' }),
  propose: (_state, today, _now, { a, b }) => ({
    type: 'propose-plan',
    party: party(a),
    versionId: `version-${a}`,
    hash: `hash-${a}`,
    actions: [
      { id: `action-${b % 3}`, owner: party(b), dueOn: addDays(today, 20 + (a % 100)) },
      { id: `action-${(b % 3) + 1}`, owner: party(b + 1), dueOn: addDays(today, 5 + (b % 10)) },
    ],
  }),
  approve: (state, _today, _now, { a }) => ({ type: 'approve-plan', party: party(a), ...versionOf(state) }),
  return: (state, _today, _now, { a }) => ({
    type: 'return-plan',
    party: party(a),
    versionId: versionOf(state).versionId,
  }),
  'not-agreed': (_state, _today, _now, { a, b }) => ({
    type: 'end-plan-not-agreed',
    party: party(a),
    stated: b % 2 === 0,
  }),
  statement: (_state, _today, _now, { a }) => ({ type: 'write-statement', party: party(a) }),
  'file-by-hand': (state, _today, _now, { a }) => ({
    type: 'journal-by-hand',
    versionId: picked(state.filings, a)?.versionId ?? 'none',
  }),
  'filing-retried': (state, _today, _now, { a }) => ({
    type: 'retry-filing',
    versionId: picked(state.filings, a)?.versionId ?? 'none',
  }),
  'filing-fails': (state, _today, now, { a }) => {
    const filing = picked(state.filings, a)
    if (filing === undefined || filing.tryAt === null || filing.tryAt > now) return null
    return { type: 'filing-failed', versionId: filing.versionId }
  },
  'status-time': (state, today, _now, move) => {
    const statusTalkId = picked(state.statusTalks, move.b)?.id
    return statusTalkId === undefined
      ? null
      : { type: 'set-status-appointment', statusTalkId, ...time(today, move, 40) }
  },
  'status-answer': (state, _today, _now, { a, b }) => {
    const statusTalkId = picked(state.statusTalks, b)?.id ?? 'none'
    return { type: a % 3 === 0 ? 'ask-other-time' : 'accept-appointment', statusTalkId }
  },
  'status-cancel': (state, _today, _now, { b }) => ({
    type: 'cancel-status-appointment',
    statusTalkId: picked(state.statusTalks, b)?.id ?? 'none',
  }),
  'status-held': (state, today, _now, { b }) => ({
    type: 'report-status-talk-held',
    statusTalkId: picked(state.statusTalks, b)?.id ?? 'none',
    on: today,
  }),
  'status-away': (state, _today, _now, { a, b }) => ({
    type: 'agree-status-talk-away',
    statusTalkId: picked(state.statusTalks, b)?.id ?? 'none',
    party: party(a),
  }),
  'answer-offer': (_state, _today, _now, { a, b }) => ({
    type: 'answer-offer',
    offerId: `offer-${b % 2}`,
    kind: b % 2 === 0 ? 'senior' : 'leader-talent',
    accepted: a % 4 > 0,
  }),
  'extra-time': (state, today, _now, move) => ({
    type: 'set-extra-appointment',
    offerId: picked(state.extras, move.b)?.id ?? 'none',
    ...time(today, move, 40),
  }),
  'extra-cancelled': (state, _today, _now, { b }) => ({
    type: 'cancel-extra-appointment',
    offerId: picked(state.extras, b)?.id ?? 'none',
  }),
  'extra-held': (state, today, _now, { b }) => ({
    type: 'report-extra-held',
    offerId: picked(state.extras, b)?.id ?? 'none',
    on: today,
  }),
  action: (state, today, _now, { a, b }) => ({
    type: 'report-action',
    actionId: picked(state.actions, b)?.id ?? 'none',
    report: (['done', 'new-date', 'cannot', 'no-effect'] as const)[a % 4] ?? 'done',
    dueOn: addDays(today, 1 + (a % 60)),
  }),
  leave: (_state, today, _now, { a, b }) => ({
    type: 'leave-set',
    leaveId: `leave-${b % 3}`,
    from: addDays(today, (a % 50) - 10),
    to: b % 4 === 0 ? null : addDays(today, (a % 50) - 10 + (b % 90)),
  }),
  'leave-removed': (state, _today, _now, { b }) => ({
    type: 'leave-removed',
    leaveId: picked(state.leaves, b)?.id ?? 'none',
  }),
  'leader-gone': () => ({ type: 'leader-changed', hasLeader: false }),
  'leader-new': () => ({ type: 'leader-changed', hasLeader: true }),
  unit: (_state, _today, _now, { a }) => ({
    type: 'unit-changed',
    calendar: {
      ...calendarFacts,
      closings: a % 2 === 0 ? [] : [{ from: day('2027-06-28'), to: day('2027-08-06') }],
    },
  }),
  leaves: (_state, today, _now, { a }) => ({ type: 'leaves', lastDay: addDays(today, (a % 60) - 5) }),
  'leaving-withdrawn': () => ({ type: 'leaving-withdrawn' }),
  eligibility: (_state, today, _now, { a, b }) => ({
    type: 'eligibility-changed',
    exemptReason: a % 2 === 0 ? null : 'too-few-hours',
    ...(b % 3 === 0 && { employedFrom: addDays(today, (b % 240) - 120) }),
  }),
  policy: (state, _today, _now, move) => ({
    type: 'policy-changed',
    policy: otherPolicy(state.policy, move),
  }),
  pause: () => ({ type: 'paused' }),
  resume: () => ({ type: 'resumed' }),
  stop: () => ({ type: 'stopped' }),
  'round-closed': () => ({ type: 'round-closed' }),
  'next-talk': (state, _today, _now, { a }) => ({
    type: 'next-talk-opened',
    sameKind: a % 3 > 0,
    actionIds: state.actions.slice(0, a % 3).map((action) => action.id),
  }),
  'next-arranged': () => ({ type: 'next-talk-arranged' }),
  revised: (state, today, _now, { a, b }) => ({
    type: 'actions-revised',
    actions: state.actions
      .slice(0, a % 3)
      .map(({ id }) => ({ id, owner: b % 2 === 0 ? 'employee' : 'leader', dueOn: addDays(today, a % 60) })),
    dropped: state.actions.slice(a % 3, a % 5).map(({ id }) => id),
  }),
  nothing: () => ({ type: 'time-passed' }),
  /** What would come next if everybody did their part. */
  forward: (state, today, now, move) => forward(state, today, now, move),
} as const satisfies Record<string, Maker>

export type MoveKind = keyof typeof makers

function forward(state: TalkState, today: Day, now: Instant, move: Move): TalkEvent | null {
  const { status, appointment, plan } = state
  switch (status) {
    case 'awaiting':
    case 'postponed':
      return { type: 'set-appointment', ...time(today, move, 40), picked: move.b % 2 === 0 }
    case 'invited':
      return { type: 'accept-appointment' }
    case 'arranged':
    case 'to-confirm':
      if (appointment !== null && appointment.startsAt > now) return { type: 'accept-appointment' }
      return { type: 'report-held', on: today }
    case 'held':
      if (!plan?.current || plan.current.approvedBy.length === 0)
        return makers.propose(state, today, now, move)
      return { type: 'approve-plan', party: plan.missing, ...versionOf(state) }
    case 'agreed':
    case 'not-agreed': {
      const open = state.statusTalks.find((statusTalk) => statusTalk.status === 'open')
      if (open === undefined) return makers.action(state, today, now, move)
      if (open.appointment === null || open.appointment.startsAt > now)
        return { type: 'set-status-appointment', statusTalkId: open.id, ...time(today, move, 40) }
      return { type: 'report-status-talk-held', statusTalkId: open.id, on: today }
    }
    default:
      return null
  }
}

/** What happens now, as an event the talk understands; a fact may be known some days before its own. */
export function eventOf(move: Move, state: TalkState, now: Instant): ScriptedEvent | null {
  const today = calendar.dayOf(now)
  const maker: Maker = makers[move.kind]
  const event = maker(state, today, now, move)
  if (event === null) return null
  const mayComeEarly: TalkFact['type'][] = ['leader-changed', 'unit-changed', 'leave-set', 'leaves']
  const isEarly = (mayComeEarly as string[]).includes(event.type) && move.b % 2 === 0
  return { at: now, event, ...(isEarly && { effectiveOn: addDays(today, move.a % 20) }) }
}

/** The round's dates moved, a ladder with another step, another number of status talks. */
function otherPolicy(now: Policy, { a, b }: Move): Policy {
  const shift = (on: Day) => calendar.onOrAfter(addDays(on, (a % 41) - 20))
  const { invite } = now.ladders
  const quicker = invite.steps.map((step) => (step.offset > 1 ? { ...step, offset: step.offset + 1 } : step))
  switch (b % 4) {
    case 0:
      return { ...now, inviteBy: shift(now.inviteBy) }
    case 1:
      return { ...now, talksTo: shift(now.talksTo) }
    case 2:
      return { ...now, ladders: { ...now.ladders, invite: { ...invite, steps: quicker } } }
    default:
      return { ...now, planAgreedWithin: 5 + (a % 15), statusTalks: a % 2 === 0 ? [3, 6, 9] : [4, 8] }
  }
}

const usual: MoveKind[] = [
  'invite',
  'invite',
  'pick',
  'accept',
  'accept',
  'other-time',
  'cancel',
  'not-invited',
  'not-invited',
  'not-invited',
  'ready',
  'held',
  'held',
  'not-held',
  'confirm',
  'contradict',
  'propose',
  'propose',
  'approve',
  'approve',
  'return',
  'return',
  'not-agreed',
  'statement',
  'statement',
  'file-by-hand',
  'filing-fails',
  'filing-retried',
  'filing-fails',
  'status-time',
  'status-answer',
  'status-cancel',
  'status-held',
  'status-away',
  'answer-offer',
  'extra-time',
  'extra-time',
  'extra-cancelled',
  'extra-held',
  'action',
  'leave',
  'leave',
  'leave-removed',
  'leader-new',
  'pause',
  'resume',
  'resume',
  'policy',
  'unit',
  'nothing',
  'nothing',
]

const rare: MoveKind[] = [
  'postpone',
  'set-not-held',
  'withdraw-not-held',
  'exempt',
  'withdraw-exemption',
  'leader-gone',
  'leaves',
  'leaving-withdrawn',
  'eligibility',
  'stop',
  'round-closed',
  'next-talk',
  'next-arranged',
  'revised',
]

const minutes = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2 * 24 * 60 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 90 * 24 * 60 }) },
)

export const anyMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant<MoveKind>('forward') },
    { weight: 8, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  ),
  wait: minutes,
  isOutage: fc.boolean(),
  a: fc.nat(1000),
  b: fc.nat(1000),
})

/** How a random talk begins, in days from 24 November 2026 or from the day it opens. */
export interface Beginning {
  talkId: string
  opened: number
  journaling: TalkOpening['journaling']
  employed: number | null
  eligible: number | null
  isExempt: boolean
  leave: [from: number, length: number | null] | null
  action: number | null
  fileNotAgreed: boolean
}

/** One in six has it; the others are as most people are. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

/** People who were there long ago, come late, are on leave, or carry last year's actions. */
export const anyBeginning: fc.Arbitrary<Beginning> = fc.record({
  talkId: fc.uuid(),
  opened: fc.integer({ min: 0, max: 150 }),
  journaling: fc.constantFrom('gateway' as const, 'manual' as const, 'off' as const),
  employed: seldom(fc.integer({ min: -60, max: 150 })),
  eligible: seldom(fc.integer({ min: 0, max: 120 })),
  isExempt: seldom(fc.constant(true)).map((exempt) => exempt ?? false),
  leave: seldom(
    fc.tuple(fc.integer({ min: -20, max: 60 }), fc.option(fc.integer({ min: 0, max: 200 }), { freq: 3 })),
  ),
  action: seldom(fc.integer({ min: -40, max: 120 })),
  fileNotAgreed: fc.boolean(),
})

export function openingOf(wish: Beginning): TalkOpening {
  const openedAt = at('2026-11-24') + wish.opened * 24 * HOUR
  const today = calendar.dayOf(openedAt)
  const inDays = (count: number | null, otherwise: string) =>
    count === null ? day(otherwise) : addDays(today, count)
  const [from, length] = wish.leave ?? [0, 0]
  const leave = {
    id: 'leave-0',
    from: addDays(today, from),
    to: length === null ? null : addDays(today, from + length),
  }
  const dueOn = inDays(wish.action, '2027-01-01')
  return annasTalk({
    talkId: wish.talkId,
    openedAt,
    journaling: wish.journaling,
    policy: { ...policy, fileNotAgreed: wish.fileNotAgreed },
    employedFrom: inDays(wish.employed, '2010-01-01'),
    eligibleFrom: inDays(wish.eligible, '2010-04-01'),
    exemptReason: wish.isExempt ? 'too-short-employment' : null,
    leaves: wish.leave === null ? [] : [leave],
    actions:
      wish.action === null
        ? []
        : [{ id: 'last-year', owner: 'employee', dueOn, agreedOn: day('2026-05-04'), status: 'open' }],
  })
}
