import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { PeopleChanges, UnitChanges } from '../domain/people/changes.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { ImportRefusal } from '../domain/people/import.ts'
import type { Db, Tx } from './client.ts'
import { toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'
import { writePeopleChanges, writeUnitChanges } from './people-changes.ts'
import { directoryOn } from './people-directory.ts'
import { lockPeople } from './people-lock.ts'

/** What the rules make of a file (directory/decide-import.ts); the shapes inside are theirs. */
export type DecidedImport<Preview> = {
  preview: Preview
  /** What is kept once the import is committed: counts and lines, no names and no values. */
  summary: unknown
  badRows: number
  changes: { people: PeopleChanges } | { units: UnitChanges }
}

/** Decides one file; asked again at the commit, with the file as it was stored. */
export type DecideImport<Preview> = (
  input: { file: unknown; validFrom: Day },
  directory: Directory,
) => DecidedImport<Preview>

export type ImportOrder = {
  fileName: string
  bytes: Uint8Array
  /** The read file, with all that the decision needs beside the directory; kept until committed or replaced. */
  file: unknown
  validFrom: Day
  today: Day
  at: Instant
  byPersonId: string | null
}

/** Long enough for a hundred thousand rows on a slow disk. */
const IMPORT_TIMEOUT = 10 * 60_000

/** Decides a file against the directory of today and stores it for the commit, in place of the same person's last. */
export function previewImport<Preview>(
  db: Db,
  order: ImportOrder,
  decide: DecideImport<Preview>,
): Promise<{ id: string; preview: Preview }> {
  const fileHash = createHash('sha256').update(order.bytes).digest('hex')
  return showImport(db, { ...order, fileHash }, decide)
}

export type ReviseOrder = Pick<ImportOrder, 'validFrom' | 'today' | 'at' | 'byPersonId'> & {
  id: string
  /** What HR now says of the stored file, such as the leavers that are confirmed. */
  edit: (file: unknown) => unknown
}

/** Shows a stored file again with other answers from HR, as a new import in place of the old; nothing is uploaded. */
export async function reviseImport<Preview>(
  db: Db,
  order: ReviseOrder,
  decide: DecideImport<Preview>,
): Promise<{ id: string; preview: Preview } | { refused: ImportRefusal }> {
  const run = await db.importRun.findUnique({ where: { id: order.id } })
  if (run?.status === 'committed') return { refused: 'import-committed' }
  if (run === null || run.rows === null) return { refused: 'import-unknown' }
  const { fileName, fileHash } = run
  return showImport(db, { ...order, fileName, fileHash, file: order.edit(unpacked(run.rows)) }, decide)
}

async function showImport<Preview>(
  db: Db,
  order: Omit<ImportOrder, 'bytes'> & { fileHash: string },
  decide: DecideImport<Preview>,
): Promise<{ id: string; preview: Preview }> {
  const { file, fileHash, validFrom, byPersonId } = order
  const decided = decide({ file, validFrom }, await directoryOn(db, order.today))
  const id = randomUUID()
  const options = JSON.stringify({ shown: hashOf(decided.preview) })
  await db.$transaction([
    db.importRun.deleteMany({ where: { status: 'previewed', byPersonId } }),
    // As text: the client takes seconds to walk through the rows of a large file.
    db.$executeRaw`
      INSERT INTO import_run (id, status, file_name, file_hash, valid_from, by_person_id, created_at, options,
        preview, rows)
      VALUES (${id}::uuid, 'previewed', ${order.fileName}, ${fileHash}, ${validFrom}::date, ${byPersonId}::uuid,
        ${new Date(order.at)}, ${options}::jsonb, ${JSON.stringify(decided.preview)}::jsonb,
        ${JSON.stringify(packed(file))}::jsonb)`,
  ])
  return { id, preview: decided.preview }
}

/** An import as lists and pages show it. */
export type ImportView = {
  id: string
  status: 'previewed' | 'committed'
  fileName: string
  validFrom: Day
  byPersonId: string | null
  createdAt: Instant
  committedAt: Instant | null
  /** The preview until committed, then the summary (directory/decide-import.ts). */
  content: unknown
}

/** One import; null when it is unknown or was replaced. */
export async function importById(tx: Tx, id: string): Promise<ImportView | null> {
  const run = await tx.importRun.findUnique({ where: { id }, omit: { rows: true } })
  return run === null ? null : viewOf(run)
}

/** What was imported, newest first; previews that were never committed are not in it. */
export async function committedImports(tx: Tx, limit: number): Promise<ImportView[]> {
  const runs = await tx.importRun.findMany({
    where: { status: 'committed' },
    omit: { rows: true },
    orderBy: { committedAt: 'desc' },
    take: limit,
  })
  return runs.map(viewOf)
}

export type CommitOrder = {
  id: string
  /** HR has ticked "leave these rows out". */
  leaveOut: boolean
  today: Day
  at: Instant
}

/**
 * Writes what HR was shown, everything or nothing. Imports go one at a time; one that would now do something
 * else than was shown is refused.
 */
export function commitImport<Preview>(
  db: Db,
  order: CommitOrder,
  decide: DecideImport<Preview>,
): Promise<{ committed: Preview } | { refused: ImportRefusal }> {
  return db.$transaction((tx) => commitInside(tx, order, decide), {
    timeout: IMPORT_TIMEOUT,
    maxWait: IMPORT_TIMEOUT,
  })
}

async function commitInside<Preview>(
  tx: Tx,
  { id, leaveOut, today, at }: CommitOrder,
  decide: DecideImport<Preview>,
): Promise<{ committed: Preview } | { refused: ImportRefusal }> {
  await lockPeople(tx)
  const run = await tx.importRun.findUnique({ where: { id } })
  if (run?.status === 'committed') return { refused: 'import-committed' }
  if (run === null || run.rows === null) return { refused: 'import-unknown' }
  const validFrom = toDay(run.validFrom)
  if (validFrom < today) return { refused: 'import-outdated' }
  const decided = decide({ file: unpacked(run.rows), validFrom }, await directoryOn(tx, today))
  if (hashOf(decided.preview) !== shownHash(run.options)) return { refused: 'import-changed' }
  if (decided.badRows > 0 && !leaveOut) return { refused: 'import-has-bad-rows' }
  if ('people' in decided.changes) await writePeopleChanges(tx, decided.changes.people, at)
  else await writeUnitChanges(tx, decided.changes.units)
  await tx.$executeRaw`
    UPDATE import_run SET status = 'committed', committed_at = ${new Date(at)}, rows = NULL,
      preview = ${JSON.stringify(decided.summary)}::jsonb
    WHERE id = ${id}::uuid`
  return { committed: decided.preview }
}

function viewOf(run: Prisma.ImportRunGetPayload<{ omit: { rows: true } }>): ImportView {
  return {
    id: run.id,
    status: run.status === 'committed' ? 'committed' : 'previewed',
    fileName: run.fileName,
    validFrom: toDay(run.validFrom),
    byPersonId: run.byPersonId,
    createdAt: run.createdAt.getTime(),
    committedAt: run.committedAt?.getTime() ?? null,
    content: run.preview,
  }
}

/** A large file as JSON would cost the database seconds to read and compress; this is a tenth of it. */
function packed(file: unknown): string {
  return gzipSync(JSON.stringify(file), { level: 1 }).toString('base64')
}

function unpacked(rows: Prisma.JsonValue): unknown {
  if (typeof rows !== 'string') throw new Error('import_run.rows is no text: expected a packed file')
  return JSON.parse(gunzipSync(Buffer.from(rows, 'base64')).toString('utf8'))
}

function hashOf(preview: unknown): string {
  return createHash('sha256').update(JSON.stringify(preview, sortedKeys)).digest('hex')
}

/** The database keeps an object's keys in an order of its own. */
function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function shownHash(options: Prisma.JsonValue): unknown {
  return options !== null && typeof options === 'object' && 'shown' in options ? options.shown : null
}
