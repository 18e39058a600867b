/**
 * `npm run record-histories`: plays what workflows may live through on real servers and keeps their histories, which
 * the tests replay with today's code. To be run when a play is added, and after a change that is meant to be seen by
 * new workflows only; a change that breaks the old histories needs `patched` (docs/operations.md).
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { INFRASTRUCTURE_URL } from '../test/support/ask.ts'
import { runsOf } from '../test/support/histories.ts'
import { openInfrastructure } from '../test/support/infrastructure.ts'
import { createPlayGateway, plays, setScene } from '../test/support/plays.ts'
import { createStage } from '../test/support/stage.ts'
import { projectFolder } from './infrastructure/project.ts'

const folder = join(projectFolder, 'test', 'replay', 'histories')

const infrastructure = await openInfrastructure()
process.env[INFRASTRUCTURE_URL] = infrastructure.url
const gateway = createPlayGateway()
const stage = await createStage({
  at: '2027-01-12T09:00:00Z',
  journaling: 'gateway',
  gateway,
  identity: 'aarshjul',
  inTheClear: true,
})
try {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  for (const [name, play] of Object.entries(plays)) {
    const workflowId = await play(await setScene({ ...stage, gateway }))
    const { client } = stage.temporal
    for (const [index, runId] of (await runsOf(client, workflowId)).entries()) {
      const history = await client.getHandle(workflowId, runId).fetchHistory()
      const file = `${name}-${index + 1}.json`
      writeFileSync(join(folder, file), `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`)
      console.log(`${file}: ${history.events?.length} events`)
    }
  }
} finally {
  await stage.close()
  await infrastructure.stop()
}
