import { day } from '../../../domain/calendar/day.ts'
import { decide } from '../../../domain/talk/decide.ts'
import type { TalkAct, TalkEvent, TalkFact, TalkTick } from '../../../domain/talk/events.ts'
import type { TalkState, TalkStatus } from '../../../domain/talk/talk.ts'
import { approval, at, calendarFacts, type Happening, invitation, policy, proposal, story } from './story.ts'

/** The moment at which every pair of status and event is tried. */
const NOW = '2027-02-08'

const held: Happening = ['2027-02-05', { type: 'report-held', on: day('2027-02-05') }]
const postponed: Happening = ['2027-02-02', { type: 'postpone', until: day('2027-09-01') }]

const offered: Happening = [
  '2026-12-01',
  { type: 'answer-offer', offerId: 'offer-1', kind: 'senior', accepted: true },
]

const waysThere: Record<TalkStatus, Happening[]> = {
  awaiting: [],
  invited: [['2027-02-05', invitation('2027-02-12 09:00')]],
  arranged: [['2027-02-01', invitation('2027-03-15 09:00')]],
  'to-confirm': [['2027-01-11', invitation('2027-02-05 09:00')]],
  held: [held],
  agreed: [held, ['2027-02-05 11:00', proposal('leader')], ['2027-02-05 12:00', approval('employee')]],
  'not-agreed': [held, ['2027-02-05 11:00', { type: 'end-plan-not-agreed', party: 'employee' }]],
  exempt: [['2027-02-02', { type: 'exempt', reason: 'employee-declined' }]],
  postponed: [postponed],
  left: [['2027-01-04', { type: 'leaves', lastDay: day('2027-01-31') }]],
  'not-held': [['2027-02-02', { type: 'set-not-held', reason: 'other' }]],
  stopped: [['2027-02-02', { type: 'stopped' }]],
  'taken-over': [postponed, ['2027-02-03', { type: 'next-talk-opened', sameKind: true, actionIds: [] }]],
}

/** Anna's talk in each status, with an open action of last year's plan and a yes to a senior talk. */
export function stateIn(status: TalkStatus): TalkState {
  const lastYears = {
    id: 'action-1',
    owner: 'employee',
    dueOn: day('2027-06-01'),
    agreedOn: day('2026-05-01'),
    status: 'open',
  } as const
  const { state } = story({
    opening: { journaling: 'manual', actions: [lastYears] },
    happens: [offered, ...waysThere[status]],
    until: '2027-02-07',
  })
  if (state.status !== status) throw new Error(`the way to '${status}' leads to '${state.status}'`)
  return state
}

/** One example of each event, with values as right as they can be in the state. */
function exampleOf(type: TalkEvent['type'], state: TalkState): TalkEvent {
  const versionId = state.plan?.current?.id ?? 'version-1'
  const statusTalkId = state.statusTalks[0]?.id ?? 'status-talk-1'
  const acts: { [T in TalkAct['type']]: Extract<TalkAct, { type: T }> } = {
    'set-appointment': invitation('2027-03-08 09:00') as Extract<TalkAct, { type: 'set-appointment' }>,
    'accept-appointment': { type: 'accept-appointment' },
    'ask-other-time': { type: 'ask-other-time' },
    'cancel-appointment': { type: 'cancel-appointment' },
    'report-not-invited': { type: 'report-not-invited' },
    'mark-ready': { type: 'mark-ready', party: 'employee', ready: true },
    'report-held': { type: 'report-held', on: day('2027-02-05') },
    'report-not-held': { type: 'report-not-held' },
    'confirm-held': { type: 'confirm-held' },
    'contradict-held': { type: 'contradict-held' },
    postpone: { type: 'postpone', until: day('2027-08-02') },
    'set-not-held': { type: 'set-not-held', reason: 'employee-declined' },
    'withdraw-not-held': { type: 'withdraw-not-held' },
    exempt: { type: 'exempt', reason: 'leaving-soon' },
    'withdraw-exemption': { type: 'withdraw-exemption' },
    'propose-plan': proposal('employee', 'version-2') as Extract<TalkAct, { type: 'propose-plan' }>,
    'approve-plan': { type: 'approve-plan', party: 'employee', versionId, hash: 'hash of version-1' },
    'return-plan': { type: 'return-plan', party: 'employee', versionId },
    'end-plan-not-agreed': { type: 'end-plan-not-agreed', party: 'leader' },
    'write-statement': { type: 'write-statement', party: 'leader' },
    'journal-by-hand': { type: 'journal-by-hand', versionId },
    'retry-filing': { type: 'retry-filing', versionId },
    'set-status-appointment': {
      type: 'set-status-appointment',
      statusTalkId,
      appointmentId: 'appointment-2',
      startsAt: at('2027-06-01 09:00'),
      endsAt: at('2027-06-01 09:15'),
    },
    'cancel-status-appointment': { type: 'cancel-status-appointment', statusTalkId },
    'report-status-talk-held': { type: 'report-status-talk-held', statusTalkId, on: day(NOW) },
    'agree-status-talk-away': { type: 'agree-status-talk-away', statusTalkId, party: 'leader' },
    'report-action': { type: 'report-action', actionId: 'action-1', report: 'done', dueOn: null },
    'answer-offer': { type: 'answer-offer', offerId: 'offer-1', kind: 'senior', accepted: false },
    'set-extra-appointment': {
      type: 'set-extra-appointment',
      offerId: 'offer-1',
      appointmentId: 'appointment-3',
      startsAt: at('2027-03-22 09:00'),
      endsAt: at('2027-03-22 10:00'),
    },
    'cancel-extra-appointment': { type: 'cancel-extra-appointment', offerId: 'offer-1' },
    'report-extra-held': { type: 'report-extra-held', offerId: 'offer-1', on: day('2027-02-05') },
  }
  const facts: { [T in TalkFact['type']]: Extract<TalkFact, { type: T }> } = {
    'leave-set': { type: 'leave-set', leaveId: 'leave-1', from: day('2027-03-01'), to: day('2027-04-02') },
    'leave-removed': { type: 'leave-removed', leaveId: 'leave-1' },
    'leader-changed': { type: 'leader-changed', hasLeader: true },
    'unit-changed': { type: 'unit-changed', calendar: calendarFacts },
    'change-withdrawn': { type: 'change-withdrawn', of: 'leader-changed', on: day('2027-03-01') },
    leaves: { type: 'leaves', lastDay: day('2027-02-07') },
    'leaving-withdrawn': { type: 'leaving-withdrawn' },
    'eligibility-changed': { type: 'eligibility-changed', exemptReason: 'too-few-hours' },
    'policy-changed': { type: 'policy-changed', policy: { ...policy, talksTo: day('2027-05-31') } },
    paused: { type: 'paused' },
    resumed: { type: 'resumed' },
    stopped: { type: 'stopped' },
    'round-closed': { type: 'round-closed' },
    'next-talk-opened': { type: 'next-talk-opened', sameKind: true, actionIds: ['action-1'] },
    'next-talk-arranged': { type: 'next-talk-arranged' },
    'actions-revised': {
      type: 'actions-revised',
      actions: [{ id: 'action-1', owner: 'leader', dueOn: day('2027-06-01') }],
      dropped: [],
    },
  }
  const ticks: { [T in TalkTick['type']]: Extract<TalkTick, { type: T }> } = {
    'time-passed': { type: 'time-passed' },
    'plan-filed': { type: 'plan-filed', versionId },
    'filing-failed': { type: 'filing-failed', versionId },
  }
  return { ...acts, ...facts, ...ticks }[type]
}

/** The status an event leads to, or the code with which it is refused. */
export function answer(status: TalkStatus, type: TalkEvent['type']): string {
  const state = stateIn(status)
  const decided = decide(state, exampleOf(type, state), at(NOW))
  return 'refused' in decided ? decided.refused.code : decided.state.status
}
