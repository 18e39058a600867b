import writeXlsxFile from 'write-excel-file/node'
import type { FileAnswer } from './route.ts'

/** Figures as a file for a spreadsheet. */
export interface Table {
  /** Without ending; also the sheet's name. */
  name: string
  header: readonly string[]
  /** Null = no figure, shown empty. */
  rows: readonly (readonly TableCell[])[]
}

export type TableCell = string | number | null

/**
 * As Danish spreadsheets open it by a double click: UTF-8 with a byte order mark, semicolons, decimal commas. A text
 * that would begin a formula is made harmless with an apostrophe.
 */
export function csvFile(table: Table): FileAnswer {
  const lines = [table.header, ...table.rows].map((row) => row.map(csvCell).join(';'))
  const bytes = new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
  return { contentType: CSV, fileName: `${table.name}.csv`, bytes }
}

export async function xlsxFile(table: Table): Promise<FileAnswer> {
  const header = table.header.map((value) => ({ value, fontWeight: 'bold' as const }))
  const rows = table.rows.map((row) => row.map((value) => (value === null ? null : { value })))
  const sheet = { sheet: sheetName(table.name), stickyRowsCount: 1 }
  const bytes = await writeXlsxFile([header, ...rows], sheet).toBuffer()
  return { contentType: XLSX, fileName: `${table.name}.xlsx`, bytes }
}

export const CSV = 'text/csv; charset=utf-8'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function csvCell(value: TableCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A sheet's name has at most 31 characters and none of those that mean something in a formula. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
