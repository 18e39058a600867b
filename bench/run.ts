/** Prints how fast the parts are that must be fast; nothing is asserted. `npm run bench -- 10` measures longer. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { startPostgres } from '../scripts/infrastructure/postgres.ts'
import { migrationsFolder } from '../scripts/infrastructure/project.ts'
import { benchPages, type PageLine } from './pages.ts'
import { benchRulesCore } from './rules-core.ts'

const seconds = Number(process.argv[2] ?? 3)
if (!(seconds > 0)) throw new Error(`seconds is '${process.argv[2]}': expected a number above 0`)

const [cpu] = cpus()
console.log(`Node ${process.version}, ${cpu?.model.trim() ?? 'unknown CPU'}, ${seconds} s each, one core`)
for (const { what, perSecond, unit } of benchRulesCore(seconds)) {
  console.log(`${what.padEnd(30)} ${Math.round(perSecond).toLocaleString('en').padStart(8)} ${unit}`)
}
await printPages()

/** Against a PostgreSQL of its own; the ratio counts, the milliseconds are this machine's. */
async function printPages(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-bench-'))
  const postgres = await startPostgres({ folder, forTests: true })
  try {
    const urlOf = async (name: string) => {
      await postgres.ensureDatabase(name)
      await migrate(postgres.urlOf(name), migrationsFolder)
      return postgres.urlOf(name)
    }
    console.log('\npage                      talks  statements      ours      bare  ratio  bytes compressed')
    const lines = await benchPages(urlOf, (line) => console.log(rowOf(line)))
    console.log('')
    for (const page of new Set(lines.map((line) => line.page))) {
      const own = lines.filter((line) => line.page === page)
      const [least, most] = [own[0], own.at(-1)]
      if (!least || !most) continue
      const decades = Math.log10(most.talks / least.talks)
      const growth = (most.ours / least.ours) ** (1 / decades) - 1
      console.log(
        `${page.padEnd(24)} ${(growth * 100).toFixed(0).padStart(5)} % slower per ten times the talks`,
      )
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowOf({ page, talks, statements, ours, bare, bytes }: PageLine): string {
  const cells = [
    page.padEnd(24),
    String(talks).padStart(6),
    String(statements).padStart(11),
    `${ours.toFixed(1)} ms`.padStart(9),
    `${bare.toFixed(1)} ms`.padStart(9),
    (ours / bare).toFixed(2).padStart(6),
    String(bytes).padStart(17),
  ]
  return cells.join(' ')
}
