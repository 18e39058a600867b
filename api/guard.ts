import { z } from 'zod'
import { guardWarnings } from '../domain/plan/guard.ts'
import { refused } from './problem.ts'

/** Said by the person who has seen the warnings and shares all the same (R7.3). */
export const despiteWarnings = z.boolean().default(false)

/** One finding, where a draft is saved all the same. */
export const guardWarning = z.object({
  kind: z.enum(['cpr-number', 'health', 'union']),
  place: z.string(),
  found: z.string(),
})

/**
 * Warns before something is shared or filed: a CPR number, health or union words do not belong in it (R7.3).
 * @param before what is shared already: nobody is asked twice about the same words
 */
export function warnBeforeSharing(document: unknown, despite: boolean, before: unknown = null): void {
  const known = new Set(guardWarnings(before).map(({ kind, found }) => `${kind} ${found}`))
  const found = guardWarnings(document).filter((one) => !known.has(`${one.kind} ${one.found}`))
  if (despite || found.length === 0) return
  throw refused(
    'look-again',
    {
      da: 'Se det igennem en gang til: noget ligner et CPR-nummer, helbred eller fagforening. Det hører ikke hjemme her.',
      en: 'Look at it once more: something resembles a CPR number, health or a union. That does not belong here.',
    },
    { warnings: found },
  )
}
