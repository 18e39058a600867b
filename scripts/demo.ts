/** `npm run demo`: a year of a school of twelve in minutes, on the real engine with its clock moved. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { playYear } from '../demo/play.ts'
import { printEnding } from '../demo/ending.ts'
import { startStack } from '../demo/stack.ts'
import { bundleWorkflows } from './bundle-workflows.ts'
import { holdFolder } from './infrastructure/running.ts'
import { startServers } from './infrastructure/servers.ts'

const say = (line: string) => console.log(line)

await main()

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const startedAt = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-demo-'))
  const hold = await holdFolder(folder, say)
  say('Starting PostgreSQL, Temporal, a mail server, the api and a worker of their own …')
  const servers = await startServers({
    folder,
    databaseUrl: null,
    temporalAddress: null,
    temporalCli: process.env.TEMPORAL_CLI ?? null,
    temporalNamespace: 'default',
    temporalMetricsPort: null,
    forDemo: true,
    spawned: hold.add,
    say,
  })
  try {
    const workflows = join(folder, 'workflows.cjs')
    writeFileSync(workflows, (await bundleWorkflows()).code)
    const stack = await startStack({ ...servers, workflows, taskQueue: 'demo', folder })
    try {
      const played = await playYear(stack, showProgress)
      showProgress('')
      played.timeline.print(say, stack.player.calendar)
      const isSound = await printEnding(stack, played, say)
      say(`\nA year in ${Math.round((performance.now() - startedAt) / 1000)} seconds.`)
      if (!isSound) process.exitCode = 1
    } finally {
      await stack.stop()
    }
  } finally {
    await servers.stop()
    hold.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line that is written over, and only where somebody watches. */
function showProgress(line: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r\u001b[K${line && `  ${line}`.slice(0, process.stdout.columns - 1)}`)
}
