import type { Language } from '../domain/language.ts'
import type { Field } from './fields.ts'
import { DirectoryFileError } from './file-error.ts'
import type { GridRow } from './grid.ts'

/** What a column may be called: the first Danish and the first English name are the ones shown to people. */
type Headers = { da: readonly [string, ...string[]]; en: readonly [string, ...string[]] }

const HEADERS: Readonly<Record<Field, Headers>> = {
  number: {
    da: ['Medarbejdernr', 'Medarbejdernummer', 'Lønnr', 'Lønnummer', 'Tjenestenummer'],
    en: ['Employee number', 'Employee no', 'Employee id'],
  },
  givenName: { da: ['Fornavn', 'Fornavne'], en: ['First name', 'Given name'] },
  familyName: { da: ['Efternavn'], en: ['Last name', 'Family name', 'Surname'] },
  email: { da: ['E-mail', 'Mail', 'Mailadresse', 'E-mailadresse'], en: ['Email', 'Email address'] },
  phone: {
    da: ['Mobil', 'Mobilnummer', 'Telefon', 'Telefonnummer'],
    en: ['Mobile', 'Phone', 'Phone number'],
  },
  title: { da: ['Stilling', 'Stillingsbetegnelse', 'Titel'], en: ['Title', 'Job title', 'Position'] },
  jobGroup: { da: ['Stillingsgruppe', 'Jobgruppe', 'Personalegruppe'], en: ['Job group', 'Staff group'] },
  caseNumber: {
    da: ['Sagsnr', 'Sagsnummer', 'Personalesag'],
    en: ['Case number', 'Case no', 'Personnel case'],
  },
  unit: { da: ['Enhedsnr', 'Enhedsnummer', 'Enhed'], en: ['Unit number', 'Unit no', 'Unit id', 'Unit'] },
  leader: {
    da: ['Leders medarbejdernr', 'Leders medarbejdernummer', 'Leder', 'Nærmeste leder'],
    en: ['Leader employee number', 'Leaders employee number', 'Manager employee number', 'Leader', 'Manager'],
  },
  employedFrom: {
    da: ['Ansat fra', 'Ansættelsesdato', 'Ansat dato', 'Tiltrådt'],
    en: ['Employed from', 'Start date', 'Hire date', 'First day'],
  },
  lastDay: {
    da: ['Fratrådt', 'Fratrådt dato', 'Fratrædelsesdato', 'Sidste dag'],
    en: ['Last day', 'Employed to', 'End date', 'Leaving date'],
  },
  hoursPerWeek: {
    da: ['Timer pr. uge', 'Ugentlige timer', 'Timetal', 'Timer'],
    en: ['Hours per week', 'Weekly hours', 'Hours'],
  },
  birthDate: { da: ['Fødselsdato', 'Født'], en: ['Date of birth', 'Birth date', 'Born'] },
  language: { da: ['Sprog'], en: ['Language'] },
  leaveFrom: { da: ['Orlov fra', 'Fravær fra'], en: ['Leave from', 'Leave start'] },
  leaveTo: { da: ['Orlov til', 'Fravær til'], en: ['Leave to', 'Leave end'] },
  unitNumber: { da: ['Enhedsnr', 'Enhedsnummer', 'Enhed'], en: ['Unit number', 'Unit no', 'Unit id'] },
  unitName: { da: ['Enhedsnavn', 'Navn'], en: ['Unit name', 'Name'] },
  parent: {
    da: ['Overenhedsnr', 'Overenhedsnummer', 'Overenhed', 'Overordnet enhed'],
    en: ['Parent unit number', 'Parent unit', 'Parent'],
  },
  tr: { da: ['Tillidsrepræsentant', 'TR'], en: ['Union representative'] },
}

/** The column of leave types is known so that nobody is told it is unknown; it is never read (R13.1). */
const NEVER_READ = ['Orlovstype', 'Fraværstype', 'Leave type', 'Type of leave'].map(normalised)

const REQUIRED: readonly Field[] = [
  'number',
  'givenName',
  'familyName',
  'unit',
  'employedFrom',
  'unitNumber',
  'unitName',
]

/** What people call a field: the header they find in the file. */
export function fieldName(field: Field, language: Language): string {
  return HEADERS[field][language][0]
}

export type Columns<F extends Field> = {
  /** Which cell of a record holds a field; a field without a column is not in it. */
  at: ReadonlyMap<F, number>
  /** Headers that mean nothing here; their cells are not read. */
  unknown: readonly string[]
  count: number
}

/**
 * Finds the columns of a file by their Danish or English headers, in any order.
 * @throws DirectoryFileError when a column is there twice, or one that is needed is not there
 */
export function findColumns<F extends Field>(header: GridRow, fields: readonly F[]): Columns<F> {
  const byHeader = new Map(fields.flatMap((field) => allHeaders(field).map((name) => [name, field] as const)))
  const at = new Map<F, number>()
  const unknown: string[] = []
  for (const [index, cell] of header.cells.entries()) {
    const name = normalised(cell)
    const field = byHeader.get(name)
    if (field === undefined) {
      if (name !== '' && !NEVER_READ.includes(name)) unknown.push(cell.trim().slice(0, 60))
    } else if (at.has(field)) {
      throw new DirectoryFileError('repeated-column', { line: header.line, field })
    } else at.set(field, index)
  }
  const missing = fields.find((field) => REQUIRED.includes(field) && !at.has(field))
  if (missing !== undefined) {
    throw new DirectoryFileError('missing-column', { line: header.line, field: missing })
  }
  return { at, unknown, count: lastNamed(header) }
}

function allHeaders(field: Field): string[] {
  return [...HEADERS[field].da, ...HEADERS[field].en].map(normalised)
}

/** 'E-Mail ', 'e-mail' and 'Email' are one header. */
function normalised(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function lastNamed(header: GridRow): number {
  return header.cells.findLastIndex((cell) => cell.trim() !== '') + 1
}
