import { join } from 'node:path'
import { pause, type Service, startService } from './process.ts'

export type ProgramOptions = {
  readonly name: string
  /** The JavaScript file to run. */
  readonly file: string
  /** What the program is told beyond our own environment. */
  readonly env: Readonly<Record<string, string>>
  readonly logFolder: string
  /** How long to wait before the first new start, in milliseconds; before the second twice as long. */
  readonly restartAfterMs?: number
  readonly spawned: (service: Service) => void
  readonly say: (line: string) => void
}

/** One of our own programs, started again when it ends by itself. */
export type Program = {
  /** Rejects when the program ended so often in a row that starting it again is no use. */
  readonly failed: Promise<never>
  readonly lastWords: () => string
  readonly stop: () => Promise<void>
}

/** Starts the program; it hears `disconnect` when we are gone, however that came. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  let isStopping = false
  let current = await launch(options)
  const failed = keepRunning()
  // Whoever waits for it hears of it; before that it must not end the process by itself.
  failed.catch(() => {})
  return {
    failed,
    lastWords: () => current.lastWords(),
    stop: async () => {
      isStopping = true
      await current.stop('SIGTERM', GRACE_MS)
    },
  }

  async function keepRunning(): Promise<never> {
    for (let endings = 1; ; endings++) {
      const startedAt = performance.now()
      const how = await current.ended
      if (isStopping) return new Promise(() => {})
      if (performance.now() - startedAt > SOUND_MS) endings = 1
      const words = current.lastWords()
      if (endings === MAX_ENDINGS) {
        throw new Error(
          `The ${options.name} ended ${endings} times in a row (${how}). Its last words:\n${words}`,
        )
      }
      options.say(`The ${options.name} ended (${how}) and is started again. Its last words:\n${words}`)
      await pause(endings * (options.restartAfterMs ?? 1_000))
      if (isStopping) return new Promise(() => {})
      current = await launch(options)
    }
  }
}

/** Listening for `disconnect` would otherwise keep a program alive that has nothing else left to do. */
const DO_NOT_WAIT_FOR_US = 'data:text/javascript,process.channel?.unref()'
/** An api finishes its requests, a worker its activities; longer than the worker takes at most. */
const GRACE_MS = 20_000
/** A program that ran this long did not fail at its start. */
const SOUND_MS = 60_000
const MAX_ENDINGS = 3

async function launch({ name, file, env, logFolder, spawned }: ProgramOptions): Promise<Service> {
  const service = await startService({
    name: `the ${name}`,
    command: process.execPath,
    args: ['--enable-source-maps', '--import', DO_NOT_WAIT_FOR_US, file],
    env,
    logFile: join(logFolder, `${name}.log`),
    channel: true,
  })
  spawned(service)
  return service
}
