import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { codeOf, realDisk } from './disk.ts'
import type { FolderRecord } from './folder-record.ts'
import { pdfName, readRecord, sidecarBytes, sidecarName, sidecarOf } from './folder-record.ts'
import type {
  FilingOutcome,
  JournalEntry,
  JournalGateway,
  JournalKey,
  LookUpOutcome,
  NotFiledReason,
} from './gateway.ts'

/** Half-written files are kept apart, so that an importer never sees one. */
const incoming = '.incoming'

/**
 * Makes a drop folder ready, once, at set-up. The gateway itself makes no folder: on a share that is not
 * mounted it would file plans where nobody finds them.
 */
export async function prepareDropFolder(folder: string, disk: Disk = realDisk): Promise<void> {
  await disk.makeFolder(join(folder, incoming))
  await disk.syncFolder(folder)
}

/**
 * Files each plan version as a PDF and a JSON file in a drop folder (R8.2). The order makes it safe: both are
 * written and on the medium before either has its name; the PDF gets its name, and last the JSON file, which
 * is what makes it a record. A crash anywhere leaves no record or the whole one, and another try ends with
 * the same bytes.
 */
export function createFolderGateway(deps: { folder: string; disk?: Disk }): JournalGateway {
  const { folder, disk = realDisk } = deps
  return {
    name: 'folder',
    filedBy: 'service',
    file: (entry) => file(disk, folder, entry),
    lookUp: (key) => lookUp(disk, folder, key),
  }
}

async function file(disk: Disk, folder: string, entry: JournalEntry): Promise<FilingOutcome> {
  const { key, contentHash } = entry.metadata
  const sidecar = sidecarOf(entry)
  const temporary = join(folder, incoming, `${key}.${randomUUID()}`)
  let mayBeFiled = false
  try {
    const there = await readRecord(disk, folder, key)
    if (there !== null) return outcomeOf(await kept(disk, there), contentHash)
    await writeSafely(disk, `${temporary}.pdf`, entry.pdf)
    await writeSafely(disk, `${temporary}.json`, sidecarBytes(sidecar))
    await disk.rename(`${temporary}.pdf`, join(folder, pdfName(key)))
    await disk.syncFolder(folder)
    mayBeFiled = true
    await disk.rename(`${temporary}.json`, join(folder, sidecarName(key)))
    await disk.syncFolder(folder)
  } catch (error) {
    return afterFailure(disk, folder, entry, mayBeFiled, error)
  }
  await clearLeftovers(disk, folder, key)
  return outcomeOf({ sidecar }, contentHash)
}

async function lookUp(disk: Disk, folder: string, key: JournalKey): Promise<LookUpOutcome> {
  try {
    const record = await readRecord(disk, folder, key)
    if (record === null) {
      // An empty mount point looks like a folder without records; only the prepared one counts.
      await disk.list(join(folder, incoming))
      return { kind: 'absent' }
    }
    const { sidecar } = await kept(disk, record)
    return {
      kind: 'found',
      receipt: receiptOf(sidecar),
      caseReference: sidecar.caseReference,
      contentHash: sidecar.contentHash,
    }
  } catch {
    return { kind: 'unavailable' }
  }
}

async function writeSafely(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await disk.writeNew(path, bytes)
  await disk.syncFile(path)
}

/** A record that is seen may have been named just before a crash: its names go to the medium before it counts. */
async function kept(disk: Disk, record: FolderRecord): Promise<FolderRecord> {
  for (const place of record.places) await disk.syncFolder(place)
  return record
}

/** Another filer of the same plan version may have finished, and cleared this one's half-written files away. */
async function afterFailure(
  disk: Disk,
  folder: string,
  entry: JournalEntry,
  mayBeFiled: boolean,
  error: unknown,
): Promise<FilingOutcome> {
  const { key, contentHash } = entry.metadata
  const there = await lookUp(disk, folder, key)
  if (there.kind === 'found' && there.contentHash === contentHash) {
    return { kind: 'done', receipt: there.receipt, caseReference: there.caseReference }
  }
  if (mayBeFiled) return { kind: 'unknown', reason: 'broke-off' }
  return { kind: 'not-done', reason: reasonOf(error) }
}

/** What crashed tries left holds what people wrote, so it goes; the record stands even if this fails. */
async function clearLeftovers(disk: Disk, folder: string, key: JournalKey): Promise<void> {
  try {
    const names = await disk.list(join(folder, incoming))
    for (const name of names.filter((each) => each.startsWith(`${key}.`))) {
      await disk.remove(join(folder, incoming, name))
    }
  } catch {
    return
  }
}

function outcomeOf({ sidecar }: Pick<FolderRecord, 'sidecar'>, contentHash: string): FilingOutcome {
  if (sidecar.contentHash !== contentHash) return { kind: 'not-done', reason: 'other-content' }
  return { kind: 'done', receipt: receiptOf(sidecar), caseReference: sidecar.caseReference }
}

function receiptOf({ document }: FolderRecord['sidecar']): string {
  return `${document.file} (SHA-256 ${document.sha256.slice(0, 16)})`
}

function reasonOf(error: unknown): NotFiledReason {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no-room'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no-access'
  return 'unreachable'
}
