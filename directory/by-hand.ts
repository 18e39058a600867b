import type { Day } from '../domain/calendar/day.ts'
import type { Directory, DirectoryEmployment } from '../domain/people/directory.ts'
import { settled } from '../domain/people/directory.ts'
import { fieldName } from './columns.ts'
import type { PersonField } from './fields.ts'
import { type PeopleFile, type PersonRow, readPeopleFile } from './people-file.ts'

/** What HR enters about one employment that is stored; what is not named stays. Leader and unit are numbers. */
export type EmploymentEntry = {
  leader?: string | null
  unit?: string
  lastDay?: Day | null
}

/** Somebody new whom HR enters by hand, as a file would have it; '' = blank. */
export type JoinerEntry = Readonly<Record<(typeof joinerColumns)[number], string>>

/** What HR corrects of one employment and its person, as a file would have it; '' = blank. */
export type DetailsEntry = Readonly<Record<(typeof detailColumns)[number], string>>

/**
 * A file with one row: what is entered by hand passes the same checks and makes the same facts as an import (R13.1).
 * @throws Error when nobody has the number
 */
export function enteredFile(directory: Directory, number: string, entry: EmploymentEntry): PeopleFile {
  const employment = directory.employments.get(number)
  const person = directory.people.get(employment?.person ?? '')
  if (employment === undefined || person === undefined) throw unknownNumber(number)
  const { title, jobGroup, caseNumber, employedFrom, lastDay, hoursPerWeek } = employment
  const stored: PersonRow = {
    line: 1,
    number,
    ...person,
    title,
    jobGroup,
    caseNumber,
    employedFrom,
    lastDay,
    hoursPerWeek,
    unit: unitOf(employment),
    leader: settled(employment.leaders),
    leave: null,
  }
  const entered = Object.keys(entry) as (keyof EmploymentEntry)[]
  return fileOf([...always, ...entered.filter((field) => field !== 'unit')], { ...stored, ...entry })
}

/** A file with one joiner, whose cells are read as those of any file. */
export function joinerFile(joiner: JoinerEntry): Promise<PeopleFile> {
  return readRow(joinerColumns, joiner)
}

/**
 * A file with the corrected details of one employment, whose cells are read as those of any file; the employment stays
 * where it is and is to be.
 * @throws Error when nobody has the number
 */
export async function detailsFile(
  number: string,
  details: DetailsEntry,
): Promise<(directory: Directory) => PeopleFile> {
  // A file cannot be without unit and first day; what is stored takes their place below.
  const stand = { number, unit: number, employedFrom: '2000-01-01' }
  const read = await readRow([...standing, ...detailColumns], { ...stand, ...details })
  return (directory) => {
    const employment = directory.employments.get(number)
    if (employment === undefined) throw unknownNumber(number)
    const { employedFrom } = employment
    const rows = read.rows.map((row) => ({ ...row, employedFrom, unit: unitOf(employment) }))
    return { ...read, rows }
  }
}

/** A people file cannot be without these. */
const always: readonly PersonField[] = ['number', 'givenName', 'familyName', 'unit', 'employedFrom']

const joinerColumns = [
  'number',
  'givenName',
  'familyName',
  'unit',
  'employedFrom',
  'email',
  'phone',
  'title',
  'jobGroup',
  'leader',
  'lastDay',
  'hoursPerWeek',
  'birthDate',
  'language',
] as const satisfies readonly PersonField[]

const standing = ['number', 'unit', 'employedFrom'] as const satisfies readonly PersonField[]

const detailColumns = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'language',
  'title',
  'jobGroup',
  'hoursPerWeek',
] as const satisfies readonly PersonField[]

function readRow<Field extends PersonField>(
  columns: readonly Field[],
  row: Readonly<Record<Field, string>>,
): Promise<PeopleFile> {
  const header = columns.map((field) => fieldName(field, 'en'))
  const cells = columns.map((field) => `"${row[field].replaceAll('"', '""')}"`)
  return readPeopleFile(new TextEncoder().encode(`\uFEFF${header.join(';')}\r\n${cells.join(';')}\r\n`))
}

function unknownNumber(number: string): Error {
  return new Error(`employee number '${number}': expected a stored employment`)
}

function fileOf(columns: readonly PersonField[], row: PersonRow): PeopleFile {
  return { columns, rows: [row], bad: [], warnings: [] }
}

/** Where the employment will be once everything planned has happened. */
function unitOf({ units }: DirectoryEmployment): string {
  return settled(units) ?? units.at(-1)?.target ?? ''
}
