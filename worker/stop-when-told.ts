import type { EventEmitter } from 'node:events'
import type { Worker } from '@temporalio/worker'
import type { Logger } from 'pino'
import type { Sender } from '../mail/sender.ts'

/** By a signal, or because the supervisor is gone, however that came. */
const endings = ['SIGTERM', 'SIGINT', 'disconnect'] as const

/** At the first ending both stop at once: the sender takes up no more mail while the worker ends what it has begun. */
export function stopWhenTold(
  { worker, sender, log }: { worker: Worker; sender: Sender; log: Logger },
  told: Pick<EventEmitter, 'once'> = process,
): void {
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping')
    void sender.stop()
    if (worker.getState() === 'RUNNING') worker.shutdown()
  }
  for (const ending of endings) told.once(ending, () => stop(ending))
}
