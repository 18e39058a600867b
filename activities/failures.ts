import { ApplicationFailure } from '@temporalio/activity'
import { MissingDocumentError } from '../db/recorded.ts'

/**
 * Passing failures (a database away, a lock held too long) are thrown as they are and tried again by the engine.
 * Permanent ones are named here: trying again would only fail again, so whoever asked is told.
 */
export function asFailure(error: unknown): unknown {
  if (error instanceof MissingDocumentError) return ApplicationFailure.nonRetryable(error.message, error.code)
  return error
}
