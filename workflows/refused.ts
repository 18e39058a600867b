import { ApplicationFailure } from '@temporalio/workflow'

/** The failure type with which an update is refused; its first detail is the refusal's code. */
const REFUSED = 'refused'

/** A refusal is told as a failure that is never retried. */
export function refused(code: string): ApplicationFailure {
  return ApplicationFailure.create({ message: code, type: REFUSED, nonRetryable: true, details: [code] })
}

/** An act whose decision throws fails by itself: were the error let through, the talk would try it for ever. */
export function orFailAct<T>(decide: () => T): T {
  try {
    return decide()
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error
    throw ApplicationFailure.create({
      message: error instanceof Error ? error.message : 'the act could not be decided',
      type: UNDECIDABLE,
      nonRetryable: true,
    })
  }
}

/** The failure type of an act that the rules could not count with. */
const UNDECIDABLE = 'undecidable'
