import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow'

/** At once and cheap: two attempts within five seconds, without an event of their own in the history. */
export const atOnce = {
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '5s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
} as const

/** When the database is away: the server retries, up to five minutes apart, and adds no events. */
export const patiently = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' } as const

/** Bulk work beats while it runs; a worker that died is noticed within the heartbeat's time. */
export const inBulk = {
  startToCloseTimeout: '6h',
  heartbeatTimeout: '10s',
  retry: patiently,
} as const

/** Bulk work over whole tables, such as a night's: one statement of it may take longer than ten seconds. */
export const inLongPieces = { ...inBulk, heartbeatTimeout: '2m' } as const

/**
 * Writes a decision; however long the database is away, it is written once. Throws where trying again would only fail
 * again: the decision names what is not there.
 */
export async function untilDone<Input, Output>(
  input: Input,
  local: (input: Input) => Promise<Output>,
  patient: (input: Input) => Promise<Output>,
): Promise<Output> {
  try {
    return await local(input)
  } catch (error) {
    if (isPermanent(error)) throw error
    return patient(input)
  }
}

function isPermanent(error: unknown): boolean {
  const { cause } = error instanceof ActivityFailure ? error : {}
  return cause instanceof ApplicationFailure && cause.nonRetryable === true
}
