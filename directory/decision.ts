import type { Day } from '../domain/calendar/day.ts'
import type {
  EmploymentRecord,
  LeaveRecord,
  PeopleChanges,
  PeopleFact,
  SpanChange,
} from '../domain/people/changes.ts'
import type { Directory, DirectoryEmployment, DirectoryPerson } from '../domain/people/directory.ts'
import type { NamingLeaders } from '../domain/permissions.ts'
import type { CheckedPeople } from './check-people.ts'
import type { PersonField } from './fields.ts'
import type { PersonRow } from './people-file.ts'
import type { PeoplePreview } from './preview.ts'
import type { Warning } from './problems.ts'
import { employeeNumbers, peopleByMail } from './same-person.ts'

export type DiffOptions = {
  today: Day
  /** When moves and leader changes take effect; the day after today unless HR says otherwise. */
  validFrom: Day
  /** HR says that the file has everybody in this unit and below; only the listed numbers become leavers. */
  completeFor?: { unit: string; leavers: readonly string[] }
  /** Who imports or enters; null where that is no person of the service. */
  by: NamingLeaders | null
  /** Makes the ids of what is new. */
  newId: () => string
}

type Gathered<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

/** What one import has come to so far: filled row by row, asked for ids and names meanwhile. */
export type Decision = {
  readonly options: DiffOptions
  readonly directory: Directory
  readonly rows: ReadonlyMap<string, PersonRow>
  readonly preview: Gathered<
    Omit<PeoplePreview, 'validFrom' | 'completeFor' | 'absent' | 'bad' | 'warnings' | 'unchanged'>
  >
  readonly changes: {
    people: { added: DirectoryPerson[]; changed: DirectoryPerson[] }
    employments: { added: EmploymentRecord[]; changed: EmploymentRecord[] }
    lines: SpanChange[]
    memberships: SpanChange[]
    leaves: { set: LeaveRecord[]; removed: LeaveRecord[] }
    facts: PeopleFact[]
  } & PeopleChanges
  readonly warnings: Warning[]
  /** Numbers of the rows that change something. */
  readonly touched: Set<string>
  readonly leaderLeftOut: ReadonlySet<string>
  /** Whether the file has a column for the field; without one it says nothing about it. */
  has(field: PersonField): boolean
  /** The stored employment; null for a joiner. */
  employmentOf(number: string): DirectoryEmployment | null
  /** The rows about each person, by person id. */
  readonly rowsOfPeople: ReadonlyMap<string, readonly PersonRow[]>
  personIdOf(row: PersonRow): string
  /** An employment's id, stored or made for a joiner. */
  idOf(number: string): string
  /** The numbers of a stored person's employments. */
  numbersOf(personId: string): readonly string[]
  /** The last day employed: as the file has it, else as stored. */
  lastDayOf(number: string): Day | null
  nameOf(of: { number: string }): { number: string; name: string }
  fact(fact: PeopleFact): void
  touch(number: string): void
}

export function createDecision(checked: CheckedPeople, directory: Directory, options: DiffOptions): Decision {
  const rows = new Map(checked.rows.map((row) => [row.number, row]))
  const people = peopleIds(checked.rows, directory, options.newId)
  const newIds = new Map<string, string>()
  const columns = new Set(checked.columns)
  const facts: PeopleFact[] = []
  const touched = new Set<string>()
  const employmentOf = (number: string) => directory.employments.get(number) ?? null
  return {
    options,
    directory,
    rows,
    preview: {
      joiners: [],
      leavers: [],
      returns: [],
      leaderChanges: [],
      unitMoves: [],
      leaves: [],
      contacts: [],
      employments: [],
    },
    changes: {
      people: { added: [], changed: [] },
      employments: { added: [], changed: [] },
      lines: [],
      memberships: [],
      leaves: { set: [], removed: [] },
      facts,
    },
    warnings: [],
    touched,
    leaderLeftOut: checked.leaderLeftOut,
    has: (field) => columns.has(field),
    employmentOf,
    rowsOfPeople: Map.groupBy(checked.rows, ({ number }) => people.get(number) ?? ''),
    personIdOf: ({ number }) => people.get(number) ?? '',
    idOf(number) {
      const id = employmentOf(number)?.id ?? newIds.get(number) ?? options.newId()
      if (!directory.employments.has(number)) newIds.set(number, id)
      return id
    },
    numbersOf: employeeNumbers(directory),
    lastDayOf(number) {
      const row = columns.has('lastDay') ? rows.get(number) : undefined
      return row === undefined ? (employmentOf(number)?.lastDay ?? null) : row.lastDay
    },
    nameOf({ number }) {
      const person = rows.get(number) ?? directory.people.get(employmentOf(number)?.person ?? '')
      return { number, name: person === undefined ? '' : `${person.givenName} ${person.familyName}` }
    },
    fact: (fact) => facts.push(fact),
    touch: (number) => touched.add(number),
  }
}

/** The person's id for each row: the stored one, or one made for somebody new. */
function peopleIds(
  rows: readonly PersonRow[],
  directory: Directory,
  newId: () => string,
): Map<string, string> {
  const byMail = peopleByMail(rows, directory)
  const made = new Map<string, string>()
  const idOf = (key: string) => {
    const id = directory.people.has(key) ? key : (made.get(key) ?? newId())
    made.set(key, id)
    return id
  }
  const ids = new Map<string, string>()
  for (const { number } of rows) {
    const stored = directory.employments.get(number)?.person
    ids.set(number, stored ?? idOf(byMail.get(number) ?? `number ${number}`))
  }
  return ids
}
