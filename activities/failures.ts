import { ApplicationFailure } from '@temporalio/activity'
import { MissingTalkError } from '../db/record-talk.ts'

/**
 * Passing failures (a database away, a lock held too long) are thrown as they are and tried again by the engine.
 * Permanent ones are named here: trying again would only fail again.
 */
export function asFailure(error: unknown): unknown {
  if (error instanceof MissingTalkError) return ApplicationFailure.nonRetryable(error.message, error.code)
  return error
}
