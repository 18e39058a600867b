import { existsSync, readFileSync } from 'node:fs'
import { chown, copyFile, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createErasureList } from '../../activities/erasure-list.ts'
import { CommandError } from './command-error.ts'
import { copyFolder, copyRunningPostgres } from './postgres-copy.ts'
import { type Account, postgresAccount } from './postgres-account.ts'
import { holdFolder, readRunning } from './running.ts'

/** What a backup's folder says about itself. */
interface BackupNote {
  /** The first kind of backup there is. */
  readonly form: 1
  readonly madeAt: string
}

/**
 * Copies everything an embedded installation cannot make again into a new folder below `into`, while it runs or not:
 * the database, the secrets, and what lies beside them. Not the engine's store, which is made from the database
 * (`rebuild`). Answers where it lies and its size in bytes; throws where nothing is half-done.
 */
export async function backUp(
  folder: string,
  into: string,
  now: Date,
): Promise<{ where: string; bytes: number }> {
  const data = join(folder, 'postgres')
  if (!existsSync(join(data, 'PG_VERSION')))
    throw new CommandError(
      `${folder} has no database: expected the folder of an installation that has been started`,
    )
  const where = join(into, `aarshjul-${stamp(now)}`)
  const unfinished = `${where}.unfinished`
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  try {
    let bytes = await copyDatabase(folder, join(unfinished, 'postgres'))
    await copyFile(join(folder, PASSWORD), join(unfinished, PASSWORD))
    for (const name of [...KEPT_AS_IT_IS, ...ADDED_TO])
      if (existsSync(join(folder, name)))
        bytes += await copyFolder(join(folder, name), join(unfinished, name))
    const note: BackupNote = { form: 1, madeAt: now.toISOString() }
    await writeFile(join(unfinished, NOTE), JSON.stringify(note, null, 2))
    await rename(unfinished, where)
    return { where, bytes }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/**
 * Puts a backup in place of what an installation has; that is kept beside it, and answered. Erasures, filed plans and
 * the outbox's mails of today stay, and what the backup has of them is added: a person once erased, or a plan once
 * filed, is so whatever the tables say; of the audit's newest seal that of the backup is known again. The engine's store
 * is left out, so that the next start makes it anew. No mail goes before somebody has looked (`reconcile`).
 */
export async function restore(
  folder: string,
  from: string,
  now: Date,
  erasuresFolder = join(folder, 'erasures'),
): Promise<{ madeAt: Date; setAside: string | null }> {
  const note = noteIn(from)
  const hold = await holdFolder(folder, () => {})
  try {
    const incoming = join(folder, 'restoring')
    await rm(incoming, { recursive: true, force: true })
    await copyFolder(join(from, 'postgres'), join(incoming, 'postgres'))
    await copyFile(join(from, PASSWORD), join(incoming, PASSWORD))
    const account = await postgresAccount(join(folder, 'postgres'))
    if (account) await give(join(incoming, 'postgres'), account)

    const erasures = createErasureList(erasuresFolder)
    await erasures.holdMail()
    const setAside = await putAside(folder, join(folder, `before-restore-${stamp(now)}`))
    for (const name of ['postgres', PASSWORD]) await rename(join(incoming, name), join(folder, name))
    await rm(incoming, { recursive: true })
    // The audit of the copy ends where the copy ends.
    await erasures.noteSeal(null)
    for (const name of [...KEPT_AS_IT_IS, ...ADDED_TO])
      if (existsSync(join(from, name)))
        await cp(join(from, name), join(folder, name), { recursive: true, force: false })
    return { madeAt: new Date(note.madeAt), setAside }
  } finally {
    hold.release()
  }
}

const NOTE = 'backup.json'
const PASSWORD = 'postgres.password'
/** Where there are some already, those of the installation stay. */
const KEPT_AS_IT_IS = ['secrets']
const ADDED_TO = ['erasures', 'personnel-file', 'outbox']
const ENGINE = ['temporal.db', 'temporal.db-wal', 'temporal.db-shm']

async function copyDatabase(folder: string, to: string): Promise<number> {
  const data = join(folder, 'postgres')
  const url = readRunning(folder)?.databaseUrl
  if (url) return copyRunningPostgres({ url, data }, to)
  // Nobody may start it meanwhile.
  const hold = await holdFolder(folder, () => {})
  try {
    return await copyFolder(data, to, (path) => path.startsWith('postmaster.'))
  } finally {
    hold.release()
  }
}

function noteIn(from: string): BackupNote {
  const file = join(from, NOTE)
  if (!existsSync(file))
    throw new CommandError(`${from} is no backup: expected a folder that npm run backup made`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

async function putAside(folder: string, to: string): Promise<string | null> {
  const present = ['postgres', PASSWORD, ...ENGINE].filter((name) => existsSync(join(folder, name)))
  if (present.length === 0) return null
  await mkdir(to, { mode: 0o711 })
  for (const name of present) await rename(join(folder, name), join(to, name))
  return to
}

/** PostgreSQL starts only on what belongs to its own account. */
async function give(path: string, { uid, gid }: Account): Promise<void> {
  await chown(path, uid, gid)
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid)
}

function stamp(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')
}
