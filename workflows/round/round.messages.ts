import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { RoundAct, RoundState, RoundStatus } from '../../domain/round/round.ts'

export function roundWorkflowId(roundId: string): string {
  return `round/${roundId}`
}

/** A yearly Schedule starts one of these for each recurring round. */
export function openRoundWorkflowId(roundId: string): string {
  return `open-round/${roundId}`
}

export interface RoundInput {
  state: RoundState
  version: number
  /** Whether the talks of everyone on the roster have been opened. */
  talksOpened: boolean
}

export interface OpenRoundInput {
  /** The recurring round whose next year is to be drafted. */
  roundId: string
}

export interface RoundCommand<T extends RoundAct['type'] = RoundAct['type']> {
  decisionId: string
  requestHash: string
  byPersonId: string
  act: Extract<RoundAct, { type: T }>
}

export interface RoundAnswer {
  roundId: string
  version: number
  status: RoundStatus
}

// Updates, because HR waits for the answer and may be refused.
export const pauseRoundUpdate = defineUpdate<RoundAnswer, [RoundCommand<'pause'>]>('pauseRound')
export const resumeRoundUpdate = defineUpdate<RoundAnswer, [RoundCommand<'resume'>]>('resumeRound')
export const stopRoundUpdate = defineUpdate<RoundAnswer, [RoundCommand<'stop'>]>('stopRound')
export const changePolicyUpdate = defineUpdate<RoundAnswer, [RoundCommand<'change-policy'>]>('changePolicy')
export const discussEvaluationUpdate = defineUpdate<RoundAnswer, [RoundCommand<'discuss-evaluation'>]>(
  'discussEvaluation',
)
export const closeRoundUpdate = defineUpdate<RoundAnswer, [RoundCommand<'close'>]>('closeRound')

/** Every act's update, by the act's name in the rules. */
export const roundUpdates = {
  pause: pauseRoundUpdate,
  resume: resumeRoundUpdate,
  stop: stopRoundUpdate,
  'change-policy': changePolicyUpdate,
  'discuss-evaluation': discussEvaluationUpdate,
  close: closeRoundUpdate,
} as const satisfies { [T in RoundAct['type']]: unknown }

/** Any act's update, seen from the workflow that handles them all alike. */
export type RoundUpdate = ReturnType<typeof defineUpdate<RoundAnswer, [RoundCommand]>>

/** The morning sweep wakes a round whose due time has passed. */
export const wakeRoundSignal = defineSignal('wakeRound')

/** For tests and operators; pages read the table. */
export const roundViewQuery = defineQuery<RoundInput>('roundView')
