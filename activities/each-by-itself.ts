import { ApplicationFailure, activityInfo, cancellationSignal, log } from '@temporalio/activity'
import { beat } from './beat.ts'

/** From this attempt on a part that fails is given up; attempts that were cut short count too. */
const TRIES = 3

/**
 * Does every part, whatever became of those before it. Where one failed the activity fails in the end and is tried again,
 * which finds nothing left of those that succeeded; after the last try it fails for good, so that what comes after it is done.
 */
export async function eachByItself(
  parts: readonly [name: string, work: () => Promise<void>][],
): Promise<void> {
  const failed: string[] = []
  for (const [part, work] of parts) {
    beat()
    try {
      await work()
    } catch (error) {
      // Told to leave off, as the others would be.
      cancellationSignal().throwIfAborted()
      log.warn('a part failed, the others are done', { part, error })
      failed.push(part)
    }
  }
  if (failed.length === 0) return
  throw ApplicationFailure.create({
    message: `failed: ${failed.join(', ')}`,
    type: 'parts-failed',
    nonRetryable: activityInfo().attempt >= TRIES,
  })
}
