import { createHash, randomUUID } from 'node:crypto'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { PeopleChanges, UnitChanges } from '../domain/people/changes.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { ImportRefusal } from '../domain/people/import.ts'
import type { Db, Tx } from './client.ts'
import { toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'
import { writePeopleChanges, writeUnitChanges } from './people-changes.ts'
import { directoryOn } from './people-directory.ts'

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
export async function previewImport<Preview>(
  db: Db,
  order: ImportOrder,
  decide: DecideImport<Preview>,
): Promise<{ id: string; preview: Preview }> {
  const { file, validFrom, byPersonId } = order
  const directory = await directoryOn(db, order.today)
  const decided = decide({ file, validFrom }, directory)
  const id = randomUUID()
  const hash = createHash('sha256').update(order.bytes).digest('hex')
  const options = JSON.stringify({ shown: hashOf(decided.preview) })
  await db.$transaction([
    db.importRun.deleteMany({ where: { status: 'previewed', byPersonId } }),
    // As text: the client takes seconds to walk through the rows of a large file.
    db.$executeRaw`
      INSERT INTO import_run (id, status, file_name, file_hash, valid_from, by_person_id, created_at, options,
        preview, rows)
      VALUES (${id}::uuid, 'previewed', ${order.fileName}, ${hash}, ${validFrom}::date, ${byPersonId}::uuid,
        ${new Date(order.at)}, ${options}::jsonb, ${JSON.stringify(decided.preview)}::jsonb,
        ${JSON.stringify(file)}::jsonb)`,
  ])
  return { id, preview: decided.preview }
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
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('aarshjul people import'))`
  const run = await tx.importRun.findUnique({ where: { id } })
  if (run?.status === 'committed') return { refused: 'import-committed' }
  if (run === null || run.rows === null) return { refused: 'import-unknown' }
  const validFrom = toDay(run.validFrom)
  if (validFrom < today) return { refused: 'import-outdated' }
  const decided = decide({ file: run.rows, validFrom }, await directoryOn(tx, today))
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
