import type { DirectoryPerson } from '../domain/people/directory.ts'
import type { PersonField } from './fields.ts'
import type { Decision } from './decision.ts'
import type { PersonRow } from './people-file.ts'
import type { FieldEdit } from './preview.ts'
import { shown } from './problems.ts'

const CONTACT_FIELDS = ['givenName', 'familyName', 'email', 'phone', 'birthDate', 'language'] as const
/** What must not differ between the rows of one person; each employment may well have its own telephone. */
const IDENTITY_FIELDS = ['givenName', 'familyName', 'email', 'birthDate'] as const

/** Adds new people and compares the stored ones with the file: once per person, whatever their employments. */
export function decideContacts(decision: Decision): void {
  for (const [id, rows] of decision.rowsOfPeople) {
    const speaker = speakerOf(rows, decision)
    const stored = decision.directory.people.get(id) ?? null
    const person = personFrom(id, speaker, stored, decision)
    warnOfDifferences(rows, speaker, decision)
    if (stored === null) {
      decision.changes.people.added.push(person)
      continue
    }
    const edits = editsOf(CONTACT_FIELDS, stored, person)
    if (edits.length === 0) continue
    decision.changes.people.changed.push(person)
    decision.preview.contacts.push({ ...decision.nameOf(speaker), edits })
    decision.touch(speaker.number)
  }
}

/** What changed in these fields, as HR reads it. */
export function editsOf<Field extends PersonField>(
  fields: readonly Field[],
  before: Readonly<Record<Field, string | number | null>>,
  after: Readonly<Record<Field, string | number | null>>,
): FieldEdit[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field,
      before: shown(String(before[field] ?? '')),
      after: shown(String(after[field] ?? '')),
    }))
}

/** The row that speaks for a person with several employments: of those that go on, the lowest number. */
function speakerOf(rows: readonly PersonRow[], decision: Decision): PersonRow {
  const order = (a: PersonRow, b: PersonRow) =>
    Number(hasEnded(a, decision)) - Number(hasEnded(b, decision)) ||
    a.number.localeCompare(b.number, 'da', { numeric: true })
  const [first] = rows.toSorted(order)
  if (first === undefined) throw new Error('a person of the file has no row')
  return first
}

function hasEnded({ lastDay }: PersonRow, { options }: Decision): boolean {
  return lastDay !== null && lastDay < options.today
}

function personFrom(
  id: string,
  row: PersonRow,
  stored: DirectoryPerson | null,
  { has }: Decision,
): DirectoryPerson {
  return {
    id,
    givenName: row.givenName,
    familyName: row.familyName,
    email: has('email') ? row.email : (stored?.email ?? null),
    phone: has('phone') ? row.phone : (stored?.phone ?? null),
    birthDate: has('birthDate') ? row.birthDate : (stored?.birthDate ?? null),
    language: row.language ?? stored?.language ?? 'da',
  }
}

function warnOfDifferences(rows: readonly PersonRow[], speaker: PersonRow, { warnings }: Decision): void {
  for (const row of rows) {
    const field = IDENTITY_FIELDS.find((name) => row[name] !== speaker[name])
    if (field === undefined) continue
    warnings.push({
      line: row.line,
      field,
      code: 'person-differs',
      value: shown(row[field] ?? ''),
      other: speaker.number,
    })
  }
}
