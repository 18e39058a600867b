/** One record of a file: where it begins (1 = the file's first line or sheet row) and its cells as text. */
export type GridRow = { line: number; cells: readonly string[] }

/** A file as text: the header and the records below it, blank records left out. */
export type Grid = { header: GridRow; rows: readonly GridRow[] }

/** What a file may hold at most. */
export type FileLimits = {
  /** Bytes as uploaded, and ten times that once a spreadsheet is unpacked. */
  bytes: number
  rows: number
  /** Characters in one cell. */
  cell: number
}

export const DEFAULT_LIMITS: FileLimits = { bytes: 32 * 1024 * 1024, rows: 200_000, cell: 200 }
