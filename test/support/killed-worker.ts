import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { askFor } from './ask.ts'
import type { Stage } from './stage.ts'

/**
 * Runs a worker in a process of its own that kills itself at the point named (see worker-process.ts). Answers the
 * signal that ended it, which is SIGKILL where it got there.
 */
export async function runKilledWorker(
  { database, temporal }: Stage,
  point: { DIES_AFTER_STARTS: string } | { DIES_AFTER_RECORDING: string },
): Promise<string | null> {
  const workflows = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url))
  const { file } = await askFor('bundle', workflows)
  const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      TASK_QUEUE: temporal.taskQueue,
      BUNDLE: file,
      ...point,
    },
    stdio: 'inherit',
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return signal
}
