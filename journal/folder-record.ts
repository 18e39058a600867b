import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import type { JournalEntry, JournalKey } from './gateway.ts'

/**
 * One record in a drop folder is a PDF and, beside it, a JSON file of the same name that describes it. The
 * JSON file comes last: a PDF without one is no record. An importer reads both and, when it has taken them,
 * leaves them or moves them to `taken/`; it deletes neither, because the folder is where a plan is looked up.
 */
export interface Sidecar {
  readonly key: string
  readonly title: string
  /** The day of agreement, 'YYYY-MM-DD'. */
  readonly date: string
  readonly caseReference: string
  readonly classification: string
  readonly accessGroup: string
  readonly contentHash: string
  readonly document: {
    readonly file: string
    readonly format: 'PDF/A-2a'
    readonly bytes: number
    readonly sha256: string
  }
}

export interface FolderRecord {
  readonly sidecar: Sidecar
  readonly pdf: Uint8Array
  /** The folders its two files are in. */
  readonly places: readonly string[]
}

export const pdfName = (key: JournalKey): string => `${key}.pdf`
export const sidecarName = (key: JournalKey): string => `${key}.json`

/** The same entry gives the same bytes, so that a second filer changes nothing. */
export function sidecarOf({ metadata, pdf }: JournalEntry): Sidecar {
  return {
    key: metadata.key,
    title: metadata.title,
    date: metadata.on,
    caseReference: metadata.caseReference,
    classification: metadata.classification,
    accessGroup: metadata.accessGroup,
    contentHash: metadata.contentHash,
    document: { file: pdfName(metadata.key), format: 'PDF/A-2a', bytes: pdf.length, sha256: sha256(pdf) },
  }
}

export function sidecarBytes(sidecar: Sidecar): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(sidecar, null, 2)}\n`)
}

/**
 * The whole record of a key, or null where there is none: no JSON file, or no PDF with the bytes it names.
 * Throws where the folder cannot be read or holds a JSON file that is not ours.
 */
export async function readRecord(disk: Disk, folder: string, key: JournalKey): Promise<FolderRecord | null> {
  const described = await readFromEither(disk, folder, sidecarName(key))
  if (described === null) return null
  const sidecar = parseSidecar(described.bytes, key)
  const found = await readFromEither(disk, folder, pdfName(key))
  if (found === null || sha256(found.bytes) !== sidecar.document.sha256) return null
  return { sidecar, pdf: found.bytes, places: [...new Set([found.place, described.place])] }
}

/** The importer moves files one way only, so this order misses none that is on its way. */
async function readFromEither(
  disk: Disk,
  folder: string,
  name: string,
): Promise<{ bytes: Uint8Array; place: string } | null> {
  for (const place of [folder, join(folder, 'taken')]) {
    const bytes = await disk.read(join(place, name))
    if (bytes !== null) return { bytes, place }
  }
  return null
}

function parseSidecar(bytes: Uint8Array, key: JournalKey): Sidecar {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!isSidecar(value, key)) throw new Error(`${sidecarName(key)} is not ours: expected key and document`)
  return value
}

function isSidecar(value: unknown, key: JournalKey): value is Sidecar {
  const has = (thing: unknown, name: string): thing is Readonly<Record<string, unknown>> =>
    typeof thing === 'object' && thing !== null && name in thing
  return (
    has(value, 'key') &&
    value.key === key &&
    typeof value.contentHash === 'string' &&
    typeof value.caseReference === 'string' &&
    has(value.document, 'sha256') &&
    typeof value.document.sha256 === 'string'
  )
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
