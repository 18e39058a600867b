import { DefaultFailureConverter } from '@temporalio/common'

/** Messages and stack traces of failures are encrypted like everything else, not only the payloads beside them. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
