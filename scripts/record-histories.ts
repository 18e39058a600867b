/**
 * `npm run record-histories`: plays what workflows may live through on real servers and keeps their histories, which
 * the tests replay with today's code, in a folder for the version of package.json. To be run when a play is added, and
 * before each release; those of released versions stay as they are for as long as talks like them run anywhere. A change
 * that breaks one needs `patched` (docs/operations.md).
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { INFRASTRUCTURE_URL } from '../test/support/ask.ts'
import { runsOf } from '../test/support/histories.ts'
import { openInfrastructure } from '../test/support/infrastructure.ts'
import { createPlayGateway, plays, setScene } from '../test/support/plays.ts'
import { createStage } from '../test/support/stage.ts'
import { given } from './infrastructure/given.ts'
import { projectFolder } from './infrastructure/project.ts'

given('npm run record-histories', {})
const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
const folder = join(projectFolder, 'test', 'replay', 'histories', version)

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
      console.log(`${version}/${file}: ${history.events?.length} events`)
    }
  }
} finally {
  await stage.close()
  await infrastructure.stop()
}
