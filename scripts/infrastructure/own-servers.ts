import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { bundleWorkflows } from '../bundle-workflows.ts'
import { atCtrlC } from './ctrl-c.ts'
import { holdFolder } from './running.ts'
import { newTemporalKey } from './secrets.ts'
import { startOwnServers } from './servers.ts'
import { type Stack, startStack } from '../../demo/stack.ts'

/** Plays on servers that are started for it, in a folder that is removed afterwards. */
export async function onOwnServers(
  say: (line: string) => void,
  play: (stack: Stack) => Promise<void>,
): Promise<void> {
  // Ctrl-C is ours to answer: a worker in this process would take it for its own.
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] })
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-demo-'))
  const hold = await holdFolder(folder, say)
  atCtrlC(() => {
    say('Stopping …')
    hold.killAll()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  })
  say('Starting PostgreSQL, Temporal, a mail server, the api and a worker of their own …')
  const servers = await startOwnServers({ folder, spawned: hold.add, say })
  try {
    const workflows = join(folder, 'workflows.cjs')
    writeFileSync(workflows, (await bundleWorkflows()).code)
    const stack = await startStack({
      ...servers,
      temporalKeys: newTemporalKey('demo'),
      workflows,
      taskQueue: 'demo',
      folder,
    })
    try {
      await play(stack)
    } finally {
      await stack.stop()
    }
  } finally {
    await servers.stop()
    hold.release()
    rmSync(folder, { recursive: true, force: true })
  }
}
