import { ConfigError } from '../../config/config-error.ts'
import { isDatabaseAway } from '../../db/away.ts'
import { MigrationError } from '../../db/migrate.ts'
import { CommandError } from './command-error.ts'

/**
 * Does a command's work; where that fails the command ends with the exit code 1 and a sentence. What no sentence is written
 * for is shown with where it was thrown.
 */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(wordsOf(error))
    process.exitCode = 1
  }
}

function wordsOf(error: unknown): string {
  if (isDatabaseAway(error)) return `The database that DATABASE_URL names does not answer: ${reasonOf(error)}`
  if (isSentence(error)) return error.message
  const trace = error instanceof Error ? error.stack : undefined
  return `The command failed: ${reasonOf(error)}\n${trace ?? ''}`.trimEnd()
}

function isSentence(error: unknown): error is Error {
  return error instanceof CommandError || error instanceof ConfigError || error instanceof MigrationError
}

function reasonOf(error: unknown): string {
  // Where a name has several addresses and none answers, Node says so of each and has no message for them all.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  if (!(error instanceof Error)) return String(error)
  // Before the last line Prisma shows where in the program it was asked; where it was told no words it has a code.
  return error.message.split('\n').at(-1) || ((error as NodeJS.ErrnoException).code ?? error.name)
}
