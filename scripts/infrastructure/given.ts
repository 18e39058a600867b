import { parseArgs, type ParseArgsConfig } from 'node:util'

/**
 * What was given behind a command. `--help`, and what the command does not know, end it with how it is asked.
 * @param usage such as 'npm run copy -- --number 41003 --to copy.zip'
 */
export function given<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.includes('--help')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs(config)
  } catch (error) {
    // Node goes on with advice on what else could have been meant.
    const [what] = (error instanceof Error ? error.message : String(error)).split('. ')
    return refuse(`${what}: expected ${usage}`)
  }
}

/** Ends a command that was given something it cannot use. */
export function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
