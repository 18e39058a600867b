import { isDatabaseAway } from '../../db/away.ts'

/** Does a command's work; where that fails the command ends with a sentence and the exit code 1. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 1
  }
}

function sentenceOf(error: unknown): string {
  // Where a name has several addresses and none answers, Node says so of each and has no message for them all.
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join('\n')
  const text = error instanceof Error ? error.message : String(error)
  // Before the last line Prisma shows where in the program it was asked.
  const [last] = text.split('\n').slice(-1)
  return isDatabaseAway(error) ? `The database that DATABASE_URL names does not answer: ${last}` : text
}
