import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import { findColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import type { PersonField } from './fields.ts'
import { personFields } from './fields.ts'
import { setDuplicatesAside } from './duplicates.ts'
import type { FileLimits, GridRow } from './grid.ts'
import { DEFAULT_LIMITS } from './grid.ts'
import type { BadRow, Warning } from './problems.ts'
import { readGrid } from './read-grid.ts'
import { createRowReader, unknownColumns } from './row-reader.ts'
import type { RowReader } from './row-reader.ts'
import {
  readDay,
  readHours,
  readLanguage,
  readMail,
  readName,
  readNumber,
  readPhone,
  readText,
} from './values.ts'

/** One employment as the file has it, its values parsed. What the file has no column for is blank here. */
export type PersonRow = {
  line: number
  number: string
  givenName: string
  familyName: string
  email: string | null
  phone: string | null
  title: string
  jobGroup: string
  caseNumber: string
  unit: string
  leader: string | null
  employedFrom: Day
  lastDay: Day | null
  hoursPerWeek: number | null
  birthDate: Day | null
  language: Language | null
  leave: FileLeave | null
}

/** The one leave a record can carry; null `to` = until further notice. */
export type FileLeave = { from: Day; to: Day | null }

export type PeopleFile = {
  /** Only what has a column says anything: a missing column changes nothing, a blank cell does. */
  columns: readonly PersonField[]
  rows: readonly PersonRow[]
  bad: readonly BadRow[]
  warnings: readonly Warning[]
}

/**
 * Reads a people file: every record is a row or a bad row with all its reasons (R13.1).
 * @throws DirectoryFileError when the file as a whole cannot be read
 */
export async function readPeopleFile(
  bytes: Uint8Array,
  limits: FileLimits = DEFAULT_LIMITS,
): Promise<PeopleFile> {
  const grid = await readGrid(bytes, limits)
  const columns = findColumns(grid.header, personFields)
  const rows: PersonRow[] = []
  const bad: BadRow[] = []
  const warnings: Warning[] = unknownColumns(grid.header, columns.unknown)
  for (const record of grid.rows) {
    const read = readPerson(record, columns, limits)
    if ('problems' in read) bad.push(read)
    else {
      rows.push(read)
      if (columns.at.has('email') && read.email === null) warnings.push(withoutMail(read))
    }
  }
  return { columns: [...columns.at.keys()], ...setDuplicatesAside(rows, bad, 'number'), warnings }
}

function readPerson(record: GridRow, columns: Columns<PersonField>, limits: FileLimits): PersonRow | BadRow {
  const reader = createRowReader(record, columns, limits)
  const number = reader.need('number', readNumber)
  const givenName = reader.need('givenName', readName, 'empty-name')
  const familyName = reader.need('familyName', readName, 'empty-name')
  const unit = reader.need('unit', readNumber)
  const employedFrom = reader.need('employedFrom', readDay)
  const row = {
    line: record.line,
    email: reader.read('email', readMail),
    phone: reader.read('phone', readPhone),
    title: reader.read('title', readText) ?? '',
    jobGroup: reader.read('jobGroup', readText) ?? '',
    caseNumber: reader.read('caseNumber', readText) ?? '',
    leader: reader.read('leader', readNumber),
    lastDay: reader.read('lastDay', readDay),
    hoursPerWeek: reader.read('hoursPerWeek', readHours),
    birthDate: reader.read('birthDate', readDay),
    language: reader.read('language', readLanguage),
    leave: readLeave(reader),
  }
  if (number !== null && row.leader === number) reader.refuse('leader', 'self-leader')
  if (employedFrom !== null) checkEmploymentDays(reader, { ...row, employedFrom })
  const complete = number !== null && givenName !== null && familyName !== null && unit !== null
  if (!complete || employedFrom === null || reader.problems.length > 0) {
    return { line: record.line, number, problems: reader.problems }
  }
  return { ...row, number, givenName, familyName, unit, employedFrom }
}

function readLeave(reader: RowReader<PersonField>): FileLeave | null {
  const problems = reader.problems.length
  const from = reader.read('leaveFrom', readDay)
  const to = reader.read('leaveTo', readDay)
  if (reader.problems.length > problems) return null
  if (from === null) {
    if (to !== null) reader.refuse('leaveTo', 'leave-without-first-day')
    return null
  }
  if (to !== null && to < from) reader.refuse('leaveTo', 'leave-ends-before-it-begins')
  return { from, to }
}

type EmploymentDays = { employedFrom: Day; lastDay: Day | null; birthDate: Day | null }

function checkEmploymentDays(reader: RowReader<PersonField>, days: EmploymentDays): void {
  const { employedFrom, lastDay, birthDate } = days
  if (lastDay !== null && lastDay < employedFrom) reader.refuse('lastDay', 'last-day-before-first-day')
  if (birthDate !== null && birthDate >= employedFrom) reader.refuse('birthDate', 'born-after-first-day')
}

function withoutMail({ line, number }: PersonRow): Warning {
  return { line, field: 'email', code: 'no-mail', value: '', other: number }
}
