import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { bundleWorkflows } from '../../scripts/bundle-workflows.ts'
import { type FaultServers, startFaultServers } from './servers.ts'

/** Servers of a run's own, for a command outside the tests; they and their data are gone afterwards. */
export async function onFaultServers<Answer>(
  say: (line: string) => void,
  run: (servers: FaultServers) => Promise<Answer>,
): Promise<Answer> {
  // Ctrl-C is ours to answer: an engine's client of ours would take it for its own.
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] })
  say('Starting PostgreSQL and Temporal of their own …')
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-faults-'))
  try {
    const workflows = join(folder, 'workflows.cjs')
    writeFileSync(workflows, (await bundleWorkflows()).code)
    const servers = await startFaultServers(workflows)
    onceToldToStop(() => servers.stop().finally(() => rmSync(folder, { recursive: true, force: true })))
    try {
      return await run(servers)
    } finally {
      await servers.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ends the process at Ctrl-C, after this; the service's own processes end with it. npm passes on a second one. */
function onceToldToStop(stop: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void stop().finally(() => process.exit(1))
    })
}
