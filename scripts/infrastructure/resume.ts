import { createEngine } from '../../activities/engine.ts'
import { currentKeyId } from '../../codec/data-converter.ts'
import { rebuild } from '../../worker/rebuild.ts'
import { ensureSchedules } from '../../worker/schedules.ts'
import { counted } from './counted.ts'
import { connectToInstallation } from './installation.ts'

/** How many run. */
interface Resumed {
  readonly rounds: number
  readonly talks: number
}

/**
 * Goes on where the tables stand when the engine of the running installation knows nothing: after a restore, or when its
 * store was lost.
 */
export async function resume(): Promise<Resumed> {
  const { config, db, client, close } = await connectToInstallation()
  try {
    const { taskQueue, zone, temporalKeys } = config
    const schedules = { client, db, zone, taskQueue, keyId: currentKeyId(temporalKeys) }
    const engine = createEngine(client, taskQueue)
    return await rebuild({ db, engine, ensureSchedules: () => ensureSchedules(schedules) })
  } finally {
    await close()
  }
}

export function resumedSentence({ rounds, talks }: Resumed): string {
  return `${counted(rounds, 'round')} and ${counted(talks, 'talk')} run, and the Schedules are there.`
}
