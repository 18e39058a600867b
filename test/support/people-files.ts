import { readFileSync } from 'node:fs'

/** A file of the sample organisation, byte for byte. */
export function sampleFile(name: string): Uint8Array {
  return readFileSync(new URL(`../../prisma/sample/${name}`, import.meta.url))
}

/** What an employee's record says unless a test says otherwise; the keys are the file's headers. */
const ORDINARY = {
  Medarbejdernr: '1',
  Fornavn: 'Anna',
  Efternavn: 'Holm',
  'E-mail': 'anna.holm@by.example',
  Mobil: '',
  Stilling: 'Lærer',
  Enhedsnr: '10',
  'Leders medarbejdernr': '',
  'Ansat fra': '01.08.2015',
  Fratrådt: '',
  'Timer pr. uge': '37,0',
  Fødselsdato: '12.03.1980',
  Sprog: 'da',
  'Orlov fra': '',
  'Orlov til': '',
}
export type Column = keyof typeof ORDINARY
export type Entry = Partial<Record<Column, string>>

/** A people file with a record for each entry; a number other than 1 gets a name and an address of its own. */
export function peopleCsv(entries: readonly Entry[], without: readonly Column[] = []): Uint8Array {
  const columns = (Object.keys(ORDINARY) as Column[]).filter((column) => !without.includes(column))
  const lines = entries.map((entry) => {
    const number = entry.Medarbejdernr ?? '1'
    const own =
      number === '1' ? {} : { Fornavn: `Nr ${number}`, Efternavn: 'Test', 'E-mail': `nr${number}@by.example` }
    const record = { ...ORDINARY, ...own, ...entry }
    return columns.map((column) => quoted(record[column])).join(';')
  })
  return new TextEncoder().encode([columns.join(';'), ...lines, ''].join('\r\n'))
}

function quoted(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
