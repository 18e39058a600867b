import { ApplicationFailure } from '@temporalio/workflow'

/** The failure type with which an update is refused; its first detail is the refusal's code. */
const REFUSED = 'refused'

/** A refusal is told as a failure that is never retried. */
export function refused(code: string): ApplicationFailure {
  return ApplicationFailure.create({ message: code, type: REFUSED, nonRetryable: true, details: [code] })
}
