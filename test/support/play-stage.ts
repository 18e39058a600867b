import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startStack, type Stack } from '../../demo/stack.ts'
import { askFor } from './ask.ts'
import { createDatabase } from './postgres.ts'
import { connectTemporal, type TestTemporal } from './temporal.ts'
import { TEST_KEYS } from './temporal-keys.ts'

/** The demo's whole service on the servers of the test run; `close` stops it and removes its data. */
export async function openPlayStage(): Promise<{
  stack: Stack
  temporal: TestTemporal
  close: () => Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-play-'))
  const database = await createDatabase()
  const temporal = await connectTemporal()
  const { file } = await askFor('bundle', fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)))
  const stack = await startStack({
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    temporalKeys: TEST_KEYS,
    workflows: file,
    taskQueue: temporal.taskQueue,
    folder,
  })
  return {
    stack,
    temporal,
    close: async () => {
      await stack.stop()
      await temporal.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
