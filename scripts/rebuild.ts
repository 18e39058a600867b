/** `npm run rebuild`: for when the engine's store is gone. Starts every open round and talk again from PostgreSQL. */
import { currentKeyId } from '../codec/data-converter.ts'
import { createEngine } from '../activities/engine.ts'
import { rebuild } from '../worker/rebuild.ts'
import { ensureSchedules } from '../worker/schedules.ts'
import { connectToInstallation } from './infrastructure/installation.ts'

const { config, db, client, close } = await connectToInstallation()
try {
  const { taskQueue, zone, temporalKeys } = config
  const keyId = currentKeyId(temporalKeys)
  const { rounds, talks } = await rebuild({
    db,
    engine: createEngine(client, taskQueue),
    ensureSchedules: () => ensureSchedules({ client, db, zone, taskQueue, keyId }),
  })
  console.log(`${counted(rounds, 'round')} and ${counted(talks, 'talk')} run, and the Schedules are there.`)
} finally {
  await close()
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
