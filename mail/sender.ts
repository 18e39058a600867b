import { setTimeout as pause } from 'node:timers/promises'
import { createDrain, type DrainParts, type DrainReport } from './drain.ts'

export type { DrainReport } from './drain.ts'

export interface SenderParts extends DrainParts {
  /** Milliseconds of real time between one drain and the next while running. */
  pollEvery?: number
  /** Asked before every drain: while it says so nothing is handed over. */
  isHeld?: () => Promise<boolean>
}

/** Makes mails of notices and hands them over; any number of senders may run beside each other. */
export interface Sender {
  /** Hands over everything that may go at the clock's instant, and returns. */
  drain(): Promise<DrainReport>
  /** Drains again and again until stopped. */
  start(): void
  /** Ends after the mails under way. */
  stop(): Promise<void>
}

const POLL_EVERY = 5_000

export function createSender({ pollEvery = POLL_EVERY, isHeld, ...parts }: SenderParts): Sender {
  const drainAll = createDrain(parts)
  let running: { until: AbortController; ended: Promise<void> } | null = null

  async function drain(isStopped: () => boolean): Promise<DrainReport> {
    const held = (await isHeld?.()) ?? false
    return drainAll(() => held || isStopped())
  }

  async function run({ signal }: AbortController): Promise<void> {
    while (!signal.aborted) {
      await drain(() => signal.aborted).catch((error: unknown) => parts.onError?.(error))
      await pause(pollEvery, undefined, { signal }).catch(() => undefined)
    }
  }

  return {
    drain: () => drain(() => false),
    start() {
      if (running !== null) return
      const until = new AbortController()
      running = { until, ended: run(until) }
    },
    async stop() {
      running?.until.abort()
      await running?.ended
      running = null
    },
  }
}
