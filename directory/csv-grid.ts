import { CsvError, parse } from 'csv-parse/sync'
import { DirectoryFileError } from './file-error.ts'
import type { GridRow } from './grid.ts'

const DELIMITERS = [';', '\t', ','] as const
const LONGEST_RECORD = 64 * 1024

/** Reads a CSV file in any encoding and with any delimiter that Danish systems write. */
export function readCsv(bytes: Uint8Array): GridRow[] {
  // One kind of line end: the parser counts a CRLF inside quotes as two lines.
  const text = decodeText(bytes).replace(/\r\n?/g, '\n')
  const declared = /^sep=(.)\n/i.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  return parseRecords(body, declared?.[1] ?? delimiterOf(body), declared ? 1 : 0)
}

/**
 * UTF-8 or UTF-16 where the bytes say so, else windows-1252: text with æ, ø or å in windows-1252 is never
 * valid UTF-8.
 */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The delimiter that cuts the first record into most cells. */
function delimiterOf(text: string): string {
  const header = (/^(?:"(?:[^"]|"")*"|[^\n"])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';'
}

/** @param linesAbove lines of the file that were cut off before `text` */
function parseRecords(text: string, delimiter: string, linesAbove: number): GridRow[] {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    })
    let line = linesAbove + 1
    return records.map((cells) => {
      const first = line
      line += 1 + newlinesIn(cells)
      return { line: first, cells }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? linesAbove + error.lines : 1
    const quote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    throw new DirectoryFileError(quote ? 'quote-not-closed' : 'unreadable-file', { line })
  }
}

function newlinesIn(record: readonly string[]): number {
  return record.reduce(
    (count, cell) => (cell.includes('\n') ? count + cell.split('\n').length - 1 : count),
    0,
  )
}
