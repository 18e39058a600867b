import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { bundleWorkflows } from '../../scripts/bundle-workflows.ts'
import { atCtrlC } from '../../scripts/infrastructure/ctrl-c.ts'
import { type FaultServers, startFaultServers } from './servers.ts'

/** Servers of a run's own, for a command outside the tests; they and their data are gone afterwards. */
export async function onFaultServers<Answer>(
  say: (line: string) => void,
  run: (servers: FaultServers) => Promise<Answer>,
): Promise<Answer> {
  // Ctrl-C is ours to answer: a worker in this process would take it for its own.
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] })
  say('Starting PostgreSQL and Temporal of their own …')
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-faults-'))
  try {
    const workflows = join(folder, 'workflows.cjs')
    writeFileSync(workflows, (await bundleWorkflows()).code)
    const servers = await startFaultServers(workflows)
    atCtrlC(() => {
      say('Stopping …')
      return servers.stop().finally(() => rmSync(folder, { recursive: true, force: true }))
    })
    try {
      return await run(servers)
    } finally {
      await servers.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
