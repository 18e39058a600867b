import { type Instant, MINUTE } from '../calendar/day.ts'
import { mayAct, mayOffer, mayReportAction, mayWriteTopic, type Standing } from '../permissions.ts'
import type { TalkAct } from './events.ts'
import { refuse, type RefusalCode } from './refusals.ts'
import type { Party, TalkState } from './talk.ts'
import { compiled } from './turn.ts'
import { refuseWriting, type Writing, writingTypes } from './writings.ts'

/** One act that is a person's to do, and why it cannot be done now; null = it can. */
export interface PossibleAct {
  readonly act: TalkAct['type'] | Writing
  /** The talk, or the status talk or action the act is about. */
  readonly subject: string
  readonly refused: RefusalCode | null
}

/** Every act that is the person's to do on a talk: what shows, hides and explains the buttons of its page. */
export function possibleActs(state: TalkState, standing: Standing, at: Instant): PossibleAct[] {
  const acts = probes(state, standing.party, at)
    .filter(({ act }) => mayAct(standing, act.type) && isOwners(state, standing, act))
    .map(({ act, subject }) => ({ act: act.type, subject, refused: refusedNow(state, act, at) }))
  const writings = writingTypes
    .filter((writing) => mayWrite[writing](standing))
    .map((act) => ({ act, subject: state.talkId, refused: refuseWriting(state, act, at)?.code ?? null }))
  return [...acts, ...writings]
}

const mayWrite: Record<Writing, (standing: Standing) => boolean> = {
  'write-topic': mayWriteTopic,
  'make-offer': mayOffer,
}

function refusedNow(state: TalkState, act: TalkAct, at: Instant): RefusalCode | null {
  const code = refuse(state, act, at)?.code ?? null
  return code !== null && aboutWhatIsEntered.has(code) ? null : code
}

/** Refusals of what a person has yet to enter: no reason to hide the button. */
const aboutWhatIsEntered: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'time-in-the-past',
  'time-ends-before-it-begins',
  'time-too-long',
  'time-too-soon-to-answer',
  'time-within-leave',
  'time-after-last-day',
  'held-in-the-future',
  'held-before-start',
  'date-in-the-past',
  'date-missing',
  'date-after-last-day',
  'no-leave-to-return-from',
])

function isOwners(state: TalkState, standing: Standing, act: TalkAct): boolean {
  if (act.type !== 'report-action') return true
  const action = state.actions.find(({ id }) => id === act.actionId)
  return action !== undefined && mayReportAction(standing, action.owner)
}

interface Probe {
  act: TalkAct
  subject: string
}

/** One example of each act, with values that are right as far as anybody can know before they are entered. */
function probes(state: TalkState, party: Party | null, at: Instant): Probe[] {
  const time = { appointmentId: '', startsAt: at + MINUTE, endsAt: at + 2 * MINUTE }
  const today = compiled(state.calendar).dayOf(at)
  const plain: TalkAct[] = [
    { type: 'set-appointment', ...time, picked: false },
    { type: 'accept-appointment' },
    { type: 'ask-other-time' },
    { type: 'cancel-appointment' },
    { type: 'report-not-invited' },
    { type: 'report-held', on: today },
    { type: 'report-not-held' },
    { type: 'confirm-held' },
    { type: 'contradict-held' },
    { type: 'postpone', until: null },
    { type: 'set-not-held', reason: 'other' },
    { type: 'withdraw-not-held' },
    { type: 'exempt', reason: 'employee-declined' },
    { type: 'withdraw-exemption' },
    ...(party === null ? [] : partyActs(state, party)),
  ]
  return [
    ...plain.map((act) => ({ act, subject: state.talkId })),
    ...state.filings
      .filter(({ by }) => by === 'leader')
      .map(({ versionId }): Probe => ({ act: { type: 'journal-by-hand', versionId }, subject: versionId })),
    ...state.filings
      .filter(({ by, status }) => by === 'gateway' && status === 'failed')
      .map(({ versionId }): Probe => ({ act: { type: 'retry-filing', versionId }, subject: versionId })),
    ...state.statusTalks.flatMap(({ id: statusTalkId }) => [
      { act: { type: 'set-status-appointment' as const, statusTalkId, ...time }, subject: statusTalkId },
      { act: { type: 'accept-appointment' as const, statusTalkId }, subject: statusTalkId },
      { act: { type: 'ask-other-time' as const, statusTalkId }, subject: statusTalkId },
      { act: { type: 'cancel-status-appointment' as const, statusTalkId }, subject: statusTalkId },
      { act: { type: 'report-status-talk-held' as const, statusTalkId, on: today }, subject: statusTalkId },
      {
        act: { type: 'agree-status-talk-away' as const, statusTalkId, party: party ?? 'leader' },
        subject: statusTalkId,
      },
    ]),
    ...state.extras.flatMap(({ id: offerId, kind, accepted }): Probe[] => [
      { act: { type: 'answer-offer', offerId, kind, accepted: !accepted }, subject: offerId },
      { act: { type: 'set-extra-appointment', offerId, ...time }, subject: offerId },
      { act: { type: 'cancel-extra-appointment', offerId }, subject: offerId },
      { act: { type: 'report-extra-held', offerId, on: today }, subject: offerId },
    ]),
    ...state.actions.map(
      ({ id }): Probe => ({
        act: { type: 'report-action', actionId: id, report: 'done', dueOn: null },
        subject: id,
      }),
    ),
  ]
}

/** Acts on sheets and plan, which say which party does them. */
function partyActs(state: TalkState, party: Party): TalkAct[] {
  const current = state.plan?.current
  const named = { party, versionId: current?.id ?? '', hash: current?.hash ?? '' }
  return [
    { type: 'mark-ready', party, ready: !state.ready[party] },
    { type: 'propose-plan', ...named, actions: [] },
    { type: 'approve-plan', ...named },
    { type: 'return-plan', party, versionId: named.versionId },
    { type: 'end-plan-not-agreed', party },
    { type: 'write-statement', party },
  ]
}
