import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { Day } from '../../domain/calendar/day.ts'
import type { TalkAct, TalkFact } from '../../domain/talk/events.ts'
import type { TalkState, TalkStatus } from '../../domain/talk/talk.ts'

/** One durable clock per employee: the workflow of one talk. */
export function talkWorkflowId(talkId: string): string {
  return `talk/${talkId}`
}

/** A talk's workflow goes on from the state as last recorded in the table. */
export interface TalkInput {
  state: TalkState
  version: number
}

/** An act with its cause: the decision id is also the update's id, so a repeated request has one effect. */
export interface TalkCommand<T extends TalkAct['type'] = TalkAct['type']> {
  /** `update:` + hash of person, route and Idempotency-Key. */
  decisionId: string
  /** Hash of the request's body: another body under the same key is refused by the api. */
  requestHash: string
  byPersonId: string
  /** The leader whose deputy acts (R13.2). */
  onBehalfOf: string | null
  act: Extract<TalkAct, { type: T }>
}

/** What an act is answered with once it is recorded; lists and pages read the table. */
export interface TalkAnswer {
  talkId: string
  version: number
  status: TalkStatus
}

/** A fact with its id and the day it takes effect. */
export interface FactMessage {
  id: string
  effectiveOn: Day
  event: TalkFact
}

export interface TalkView extends TalkInput {
  nextDueAt: number | null
}

// Updates, because the person who acts waits for the rules' answer and may be refused.
export const setAppointmentUpdate = defineUpdate<TalkAnswer, [TalkCommand<'set-appointment'>]>(
  'setAppointment',
)
export const acceptAppointmentUpdate = defineUpdate<TalkAnswer, [TalkCommand<'accept-appointment'>]>(
  'acceptAppointment',
)
export const askOtherTimeUpdate = defineUpdate<TalkAnswer, [TalkCommand<'ask-other-time'>]>('askOtherTime')
export const cancelAppointmentUpdate = defineUpdate<TalkAnswer, [TalkCommand<'cancel-appointment'>]>(
  'cancelAppointment',
)
export const reportNotInvitedUpdate = defineUpdate<TalkAnswer, [TalkCommand<'report-not-invited'>]>(
  'reportNotInvited',
)
export const markReadyUpdate = defineUpdate<TalkAnswer, [TalkCommand<'mark-ready'>]>('markReady')
export const reportHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'report-held'>]>('reportHeld')
export const reportNotHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'report-not-held'>]>('reportNotHeld')
export const confirmHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'confirm-held'>]>('confirmHeld')
export const contradictHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'contradict-held'>]>(
  'contradictHeld',
)
export const postponeUpdate = defineUpdate<TalkAnswer, [TalkCommand<'postpone'>]>('postpone')
export const setNotHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'set-not-held'>]>('setNotHeld')
export const withdrawNotHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'withdraw-not-held'>]>(
  'withdrawNotHeld',
)
export const exemptUpdate = defineUpdate<TalkAnswer, [TalkCommand<'exempt'>]>('exempt')
export const withdrawExemptionUpdate = defineUpdate<TalkAnswer, [TalkCommand<'withdraw-exemption'>]>(
  'withdrawExemption',
)
export const proposePlanUpdate = defineUpdate<TalkAnswer, [TalkCommand<'propose-plan'>]>('proposePlan')
export const approvePlanUpdate = defineUpdate<TalkAnswer, [TalkCommand<'approve-plan'>]>('approvePlan')
export const returnPlanUpdate = defineUpdate<TalkAnswer, [TalkCommand<'return-plan'>]>('returnPlan')
export const endPlanNotAgreedUpdate = defineUpdate<TalkAnswer, [TalkCommand<'end-plan-not-agreed'>]>(
  'endPlanNotAgreed',
)
export const writeStatementUpdate = defineUpdate<TalkAnswer, [TalkCommand<'write-statement'>]>(
  'writeStatement',
)
export const journalByHandUpdate = defineUpdate<TalkAnswer, [TalkCommand<'journal-by-hand'>]>('journalByHand')
export const retryFilingUpdate = defineUpdate<TalkAnswer, [TalkCommand<'retry-filing'>]>('retryFiling')
export const setStatusAppointmentUpdate = defineUpdate<TalkAnswer, [TalkCommand<'set-status-appointment'>]>(
  'setStatusAppointment',
)
export const cancelStatusAppointmentUpdate = defineUpdate<
  TalkAnswer,
  [TalkCommand<'cancel-status-appointment'>]
>('cancelStatusAppointment')
export const reportStatusTalkHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'report-status-talk-held'>]>(
  'reportStatusTalkHeld',
)
export const agreeStatusTalkAwayUpdate = defineUpdate<TalkAnswer, [TalkCommand<'agree-status-talk-away'>]>(
  'agreeStatusTalkAway',
)
export const reportActionUpdate = defineUpdate<TalkAnswer, [TalkCommand<'report-action'>]>('reportAction')
export const answerOfferUpdate = defineUpdate<TalkAnswer, [TalkCommand<'answer-offer'>]>('answerOffer')
export const setExtraAppointmentUpdate = defineUpdate<TalkAnswer, [TalkCommand<'set-extra-appointment'>]>(
  'setExtraAppointment',
)
export const cancelExtraAppointmentUpdate = defineUpdate<
  TalkAnswer,
  [TalkCommand<'cancel-extra-appointment'>]
>('cancelExtraAppointment')
export const reportExtraHeldUpdate = defineUpdate<TalkAnswer, [TalkCommand<'report-extra-held'>]>(
  'reportExtraHeld',
)

/** Every act's update, by the act's name in the rules. */
export const talkUpdates = {
  'set-appointment': setAppointmentUpdate,
  'accept-appointment': acceptAppointmentUpdate,
  'ask-other-time': askOtherTimeUpdate,
  'cancel-appointment': cancelAppointmentUpdate,
  'report-not-invited': reportNotInvitedUpdate,
  'mark-ready': markReadyUpdate,
  'report-held': reportHeldUpdate,
  'report-not-held': reportNotHeldUpdate,
  'confirm-held': confirmHeldUpdate,
  'contradict-held': contradictHeldUpdate,
  postpone: postponeUpdate,
  'set-not-held': setNotHeldUpdate,
  'withdraw-not-held': withdrawNotHeldUpdate,
  exempt: exemptUpdate,
  'withdraw-exemption': withdrawExemptionUpdate,
  'propose-plan': proposePlanUpdate,
  'approve-plan': approvePlanUpdate,
  'return-plan': returnPlanUpdate,
  'end-plan-not-agreed': endPlanNotAgreedUpdate,
  'write-statement': writeStatementUpdate,
  'journal-by-hand': journalByHandUpdate,
  'retry-filing': retryFilingUpdate,
  'set-status-appointment': setStatusAppointmentUpdate,
  'cancel-status-appointment': cancelStatusAppointmentUpdate,
  'report-status-talk-held': reportStatusTalkHeldUpdate,
  'agree-status-talk-away': agreeStatusTalkAwayUpdate,
  'report-action': reportActionUpdate,
  'answer-offer': answerOfferUpdate,
  'set-extra-appointment': setExtraAppointmentUpdate,
  'cancel-extra-appointment': cancelExtraAppointmentUpdate,
  'report-extra-held': reportExtraHeldUpdate,
} as const satisfies { [T in TalkAct['type']]: unknown }

/** Any act's update, seen from the workflow that handles them all alike. */
export type TalkUpdate = ReturnType<typeof defineUpdate<TalkAnswer, [TalkCommand]>>

/** A signal, because what happened to people is never refused and must be accepted with no worker up. */
export const factSignal = defineSignal<[FactMessage]>('fact')
/** The morning sweep wakes a talk whose due time has passed. */
export const wakeSignal = defineSignal('wake')
/** After `npm run reconcile` decided which side is right, the talk looks at its row again. */
export const reconciledSignal = defineSignal('reconciled')

/** For tests and operators; people's pages read the table. */
export const talkViewQuery = defineQuery<TalkView>('talkView')
