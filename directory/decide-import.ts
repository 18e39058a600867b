import { randomUUID } from 'node:crypto'
import type { Day } from '../domain/calendar/day.ts'
import type { PeopleChanges, UnitChanges } from '../domain/people/changes.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { NamingLeaders } from '../domain/permissions.ts'
import { decidePeople } from './diff-people.ts'
import type { UnitsPreview } from './diff-units.ts'
import { decideUnitsFile } from './diff-units.ts'
import type { PeopleFile } from './people-file.ts'
import type { PeoplePreview } from './preview.ts'
import type { UnitsFile } from './units-file.ts'

/** A read file and what HR said about it: all that is kept between the preview and the commit. */
export type ImportFile =
  | { kind: 'units'; file: UnitsFile }
  | {
      kind: 'people'
      file: PeopleFile
      /** The unit the file is complete for, and the absent employees HR has confirmed as leavers (R13.1). */
      completeFor: { unit: string; leavers: readonly string[] } | null
    }

export type ImportPreview = ({ kind: 'units' } & UnitsPreview) | ({ kind: 'people' } & PeoplePreview)

/** What is kept of a preview once the import is committed. */
export type ImportSummary = {
  kind: ImportPreview['kind']
  /** How many entries each list of the preview had, and how many rows changed nothing. */
  counts: Readonly<Record<string, number>>
  /** Lines of the file that were left out. */
  leftOut: readonly number[]
}

/** Decides a file, for whoever imports it, as `previewImport` and `commitImport` (db/imports.ts) ask for it. */
export function decideImport(
  today: Day,
  by: NamingLeaders | null,
): (
  input: { file: unknown; validFrom: Day },
  directory: Directory,
) => {
  preview: ImportPreview
  summary: ImportSummary
  badRows: number
  changes: { people: PeopleChanges } | { units: UnitChanges }
} {
  return (input, directory) => {
    const stored = importFile(input.file)
    if (stored.kind === 'units') {
      const { preview, changes } = decideUnitsFile(stored.file, [...directory.units.values()], randomUUID)
      return { ...told({ kind: 'units', ...preview }), changes: { units: changes } }
    }
    const { preview, changes } = decidePeople(stored.file, directory, {
      today,
      validFrom: input.validFrom,
      by,
      newId: randomUUID,
      ...(stored.completeFor === null ? {} : { completeFor: stored.completeFor }),
    })
    return { ...told({ kind: 'people', ...preview }), changes: { people: changes } }
  }
}

/** The stored people file with the unit it is complete for and the leavers HR confirms; for `reviseImport`. */
export function completedFor(
  stored: unknown,
  completeFor: { unit: string; leavers: readonly string[] } | null,
): ImportFile {
  const file = importFile(stored)
  return file.kind === 'people' ? { ...file, completeFor } : file
}

function told(preview: ImportPreview): { preview: ImportPreview; summary: ImportSummary; badRows: number } {
  const lists = Object.entries(preview).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  )
  const counts = Object.fromEntries(lists.map(([name, list]) => [name, list.length]))
  const leftOut = preview.bad.map(({ line }) => line)
  return {
    preview,
    summary: { kind: preview.kind, counts: { ...counts, unchanged: preview.unchanged }, leftOut },
    badRows: preview.bad.length,
  }
}

/** The stored file as its type; it was written by this program and read back unchanged. */
function importFile(stored: unknown): ImportFile {
  if (typeof stored === 'object' && stored !== null && 'kind' in stored) {
    if (stored.kind === 'people' || stored.kind === 'units') return stored as ImportFile
  }
  throw new Error('the stored import has no kind: expected people or units')
}
