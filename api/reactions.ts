import { Problem } from './problem.ts'
import type { SignedInRequest } from './request.ts'

/**
 * Lets running rounds react to changed people at once: facts are delivered and joiners' talks opened. False while the
 * engine is away; the facts are stored, and the next morning delivers them.
 */
export async function tellRunningRounds({ mornings, log }: SignedInRequest, cause: string): Promise<boolean> {
  try {
    await mornings.run(cause)
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.warn({ code: error.code, cause }, 'running rounds react in the morning')
    return false
  }
}
