import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

/**
 * Copies the data of a running PostgreSQL so that a server started on the copy has everything that was committed when
 * the copying began, and what else was until it ended (the "low-level API" of PostgreSQL's guide to continuous
 * archiving; npm brings the server without its own program for this). Answers the copy's size in bytes.
 */
export async function copyRunningPostgres(of: { url: string; data: string }, to: string): Promise<number> {
  const client = new Client({ connectionString: of.url })
  await client.connect()
  try {
    // Gone with this session; until then the log that the copy needs is kept.
    await client.query("SELECT pg_create_physical_replication_slot('aarshjul_copy', true, true)")
    await client.query("SELECT pg_backup_start('aarshjul', true)")
    const bytes = await copyFolder(of.data, to, isLeftOut)
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)')
    await writeFile(join(to, 'backup_label'), rows[0].labelfile, { mode: 0o600 })
    return bytes + (await copyFolder(join(of.data, 'pg_wal'), join(to, 'pg_wal'), () => false))
  } finally {
    await client.end()
  }
}

/** Copies a folder of anything; what goes while it is copied is left out. Answers how many bytes it holds. */
export async function copyFolder(
  from: string,
  to: string,
  leavesOut: (path: string) => boolean = () => false,
  below = '',
): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  let bytes = 0
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (leavesOut(path)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) bytes += await copyFolder(source, target, leavesOut, path)
    else if (entry.isFile()) bytes += await copyOne(source, target)
  }
  return bytes
}

async function copyOne(from: string, to: string): Promise<number> {
  try {
    await copyFile(from, to)
    return (await stat(to)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

/** What belongs to the running server alone, or comes after the rest (the log). Folders stay, empty. */
function isLeftOut(path: string): boolean {
  return (
    /^postmaster\.(pid|opts)$/.test(path) ||
    /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//.test(
      path,
    ) ||
    /(^|\/)pgsql_tmp/.test(path)
  )
}
