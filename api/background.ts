import type { Logger } from 'pino'
import { nameOfError } from './errors.ts'

/** Work that nobody waits for, so that how long it takes tells nothing to whoever asked. */
export interface Background {
  start(name: string, work: () => Promise<void>): void
  /** Resolves when everything that was started is done. */
  settled(): Promise<void>
}

export function createBackground(log: Logger): Background {
  const running = new Set<Promise<void>>()
  return {
    start: (name, work) => {
      const done = work()
        .catch((error: unknown) => log.error({ work: name, ...nameOfError(error) }, 'background work failed'))
        .finally(() => running.delete(done))
      running.add(done)
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
