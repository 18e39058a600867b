import { randomUUID } from 'node:crypto'
import { decidePeople } from '../../directory/diff-people.ts'
import type { Decided } from '../../directory/diff-people.ts'
import { readPeopleFile } from '../../directory/people-file.ts'
import { decideUnitsFile } from '../../directory/diff-units.ts'
import { readUnitsFile } from '../../directory/units-file.ts'
import { addDays, day } from '../../domain/calendar/day.ts'
import type { PeopleChanges, SpanChange } from '../../domain/people/changes.ts'
import type { Directory, DirectoryEmployment, DirectoryUnit, Span } from '../../domain/people/directory.ts'
import { emptyDirectory } from '../../domain/people/directory.ts'
import type { NamingLeaders } from '../../domain/permissions.ts'
import { sampleFile } from './people-files.ts'

export type ImportOn = {
  /** ISO text. */
  today: string
  /** ISO text; the next day unless given. */
  validFrom?: string
  by?: NamingLeaders
  completeFor?: { unit: string; leavers: readonly string[] }
}

/** Reads a file and decides it, as the import does before it writes. */
export async function decide(bytes: Uint8Array, directory: Directory, on: ImportOn): Promise<Decided> {
  const today = day(on.today)
  return decidePeople(await readPeopleFile(bytes), directory, {
    today,
    validFrom: on.validFrom === undefined ? addDays(today, 1) : day(on.validFrom),
    by: on.by ?? null,
    newId: randomUUID,
    ...(on.completeFor === undefined ? {} : { completeFor: on.completeFor }),
  })
}

/** The directory after imports, one after the other. */
export async function afterImports(
  start: Directory,
  ...imports: readonly (readonly [bytes: Uint8Array, on: ImportOn])[]
): Promise<Directory> {
  let directory = start
  for (const [bytes, on] of imports) {
    directory = applyPeople(directory, (await decide(bytes, directory, on)).changes)
  }
  return directory
}

/** The sample organisation's units, without people. */
export async function sampleUnits(): Promise<Directory> {
  const file = await readUnitsFile(sampleFile('units.csv'))
  return emptyDirectory(decideUnitsFile(file, [], randomUUID).changes.added)
}

/** Units in a row, each below the one before: '10' above '11' above '12'. */
export function unitsInARow(...numbers: readonly string[]): Directory {
  return emptyDirectory(
    numbers.map(
      (number, index): DirectoryUnit => ({
        id: randomUUID(),
        number,
        name: `Enhed ${number}`,
        parent: numbers[index - 1] ?? null,
        tr: '',
      }),
    ),
  )
}

/** What the database holds after an import, worked out in memory. */
export function applyPeople(directory: Directory, changes: PeopleChanges): Directory {
  const people = new Map(directory.people)
  for (const person of [...changes.people.added, ...changes.people.changed]) people.set(person.id, person)
  const employments = new Map(directory.employments)
  for (const { personId, ...record } of [...changes.employments.added, ...changes.employments.changed]) {
    const { leaders = [], units = [], leaves = [] } = employments.get(record.number) ?? {}
    employments.set(record.number, { ...record, person: personId, leaders, units, leaves })
  }
  const numberOf = new Map([...employments.values()].map(({ id, number }) => [id, number]))
  for (const { id, number } of directory.units.values()) numberOf.set(id, number)
  const change = (id: string, edit: (before: DirectoryEmployment) => Partial<DirectoryEmployment>) => {
    const before = employments.get(numberOf.get(id) ?? '')
    if (before === undefined) throw new Error(`no employment ${id}`)
    employments.set(before.number, { ...before, ...edit(before) })
  }
  for (const line of changes.lines) {
    change(line.employmentId, ({ leaders }) => ({ leaders: respan(leaders, line, numberOf) }))
  }
  for (const membership of changes.memberships) {
    change(membership.employmentId, ({ units }) => ({ units: respan(units, membership, numberOf) }))
  }
  for (const { id, employmentId } of changes.leaves.removed) {
    change(employmentId, ({ leaves }) => ({ leaves: leaves.filter((leave) => leave.id !== id) }))
  }
  for (const { id, employmentId, from, to } of changes.leaves.set) {
    change(employmentId, ({ leaves }) => ({
      leaves: [...leaves.filter((leave) => leave.id !== id), { id, from, to }].sort((a, b) =>
        a.from < b.from ? -1 : 1,
      ),
    }))
  }
  return { units: directory.units, people, employments }
}

function respan(
  spans: readonly Span[],
  { cut, heldTo, next }: SpanChange,
  numberOf: Map<string, string>,
): Span[] {
  const dayBefore = addDays(cut, -1)
  const held = spans
    .filter(({ from }) => from < cut)
    .map((span) => (span.to === null || span.to >= dayBefore ? { ...span, to: heldTo } : span))
  if (next === null) return held
  return [...held, { target: numberOf.get(next.targetId) ?? '?', from: next.from, to: null }]
}
