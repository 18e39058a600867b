import { createEngine } from '../../activities/engine.ts'
import { createErasureList } from '../../activities/erasure-list.ts'
import { currentKeyId } from '../../codec/data-converter.ts'
import { notErased } from '../../db/erasure.ts'
import { erase } from '../../worker/erasures.ts'
import { rebuild } from '../../worker/rebuild.ts'
import { ensureSchedules } from '../../worker/schedules.ts'
import { connectToInstallation } from './installation.ts'

/** How many run, and who had come back. */
interface Resumed {
  readonly rounds: number
  readonly talks: number
  readonly erased: number
}

/**
 * Goes on where the tables stand when the engine of the running installation knows nothing: after a restore, or when its
 * store was lost. Whoever was erased after the copy was made is erased again.
 */
export async function resume(): Promise<Resumed> {
  const { config, db, client, close } = await connectToInstallation()
  try {
    const { taskQueue, zone, temporalKeys } = config
    const schedules = { client, db, zone, taskQueue, keyId: currentKeyId(temporalKeys) }
    const engine = createEngine(client, taskQueue)
    const back = await notErased(db, await createErasureList(config.erasuresFolder).all())
    for (const personId of back) await erase({ client, taskQueue }, personId, true)
    const counts = await rebuild({ db, engine, ensureSchedules: () => ensureSchedules(schedules) })
    return { ...counts, erased: back.length }
  } finally {
    await close()
  }
}

export function resumedSentence({ rounds, talks, erased }: Resumed): string {
  const again = erased === 0 ? '' : ` Erased again: ${counted(erased, 'person', 'people')}.`
  return `${counted(rounds, 'round')} and ${counted(talks, 'talk')} run, and the Schedules are there.${again}`
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}
