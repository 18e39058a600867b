/**
 * Prints how fast the service is, beside the simplest programs for the same effect; nothing is asserted.
 * `npm run bench -- --only import --only outbox` measures some, `--full` the sizes of a large municipality,
 * `--markdown FILE` keeps the table as docs/benchmarks.md has it.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { given, refuse } from '../scripts/infrastructure/given.ts'
import { apiLoad } from './api-load.ts'
import { coldWake } from './cold-wake.ts'
import { deadlines } from './deadlines.ts'
import { events } from './events.ts'
import { importPeople } from './import-people.ts'
import { memory } from './memory.ts'
import { outbox } from './outbox.ts'
import { pages } from './pages.ts'
import { recovery } from './recovery.ts'
import { roundStart } from './round-start.ts'
import { rulesCore } from './rules-core.ts'
import { type BenchServers, startBenchServers } from './servers.ts'
import type { Bench, Subject } from './subject.ts'
import { asMarkdown, asText, type Row } from './table.ts'

const subjects: readonly Subject[] = [
  roundStart,
  importPeople,
  outbox,
  events,
  deadlines,
  apiLoad,
  recovery,
  memory,
  coldWake,
  rulesCore,
  pages,
]

const { values: wanted } = given('npm run bench [-- --only NAME] [--full] [--markdown FILE]', {
  options: {
    only: { type: 'string', multiple: true },
    full: { type: 'boolean', default: false },
    markdown: { type: 'string' },
  },
})
const names = subjects.map(({ name }) => name)
const unknown = wanted.only?.find((name) => !names.includes(name))
if (unknown !== undefined) refuse(`--only is '${unknown}': expected one of ${names.join(', ')}`)

Runtime.install({ logger: new DefaultLogger('ERROR') })
// Whoever stops it means the servers too (see servers.ts).
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const started: { servers?: Promise<BenchServers> } = {}
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`)
const bench: Bench = {
  isFull: wanted.full,
  servers: () => {
    started.servers ??= startBenchServers(say)
    return started.servers
  },
  say,
}

const rows: Row[] = []
try {
  for (const { name, measure } of subjects) {
    if (wanted.only !== undefined && !wanted.only.includes(name)) continue
    say(`${name} …`)
    try {
      rows.push(...(await measure(bench)))
    } catch (error) {
      // What else there is to measure is measured.
      console.error(`${name} broke off:`, error)
      process.exitCode = 1
    }
    // What has been measured stays, should a later subject break off.
    if (wanted.markdown !== undefined)
      writeFileSync(wanted.markdown, `${await whereItRan()}\n\n${asMarkdown(rows)}\n`)
  }
  console.log(`\n${await whereItRan()}\n\n${asText(rows)}`)
} finally {
  await (await started.servers)?.stop()
}

async function whereItRan(): Promise<string> {
  const [cpu] = cpus()
  const machine = `${cpu?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores`
  const engine = started.servers === undefined ? '' : `, ${(await started.servers).engine}`
  const on = new Date().toISOString().slice(0, 10)
  return `${on}, Node ${process.version}, ${machine}${engine}, ${bench.isFull ? 'full' : 'small'} sizes.`
}
