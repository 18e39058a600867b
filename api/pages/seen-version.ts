import type { PageRequest } from './page.ts'

/**
 * The version that a save goes on from. What was wrong was not saved, over the version that was seen; all else was
 * saved before it was refused, or is shown beside what is stored.
 * @param isWarnedBefore whether the guard warns before it is saved
 */
export function seenVersion(
  { problem, frame }: Pick<PageRequest, 'problem' | 'frame'>,
  stored: number,
  isWarnedBefore = false,
): number {
  const isUnsaved = problem?.code === 'wrong-input' || (problem?.code === 'look-again' && isWarnedBefore)
  return isUnsaved ? Number(frame.sent?.entered.version ?? 0) : stored
}

/** What was stored by somebody else meanwhile; null where nothing was. */
export function otherVersion<T>({ problem }: Pick<PageRequest, 'problem'>, stored: T): T | null {
  return problem?.code === 'changed-meanwhile' ? stored : null
}
