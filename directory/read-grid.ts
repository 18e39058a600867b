import { readCsv } from './csv-grid.ts'
import { DirectoryFileError } from './file-error.ts'
import type { FileLimits, Grid } from './grid.ts'
import { DEFAULT_LIMITS } from './grid.ts'
import { isZip, readXlsx } from './xlsx-grid.ts'

/**
 * Reads CSV or XLSX by what the bytes are, not by the file's name.
 * @throws DirectoryFileError when the file as a whole cannot be read
 */
export async function readGrid(bytes: Uint8Array, limits: FileLimits = DEFAULT_LIMITS): Promise<Grid> {
  if (bytes.length > limits.bytes) {
    throw new DirectoryFileError('file-too-large', { value: bytes.length, limit: limits.bytes })
  }
  const records = isZip(bytes) ? await readXlsx(bytes, limits) : readCsv(bytes)
  const [header, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (header === undefined) throw new DirectoryFileError('file-empty', {})
  if (rows.length > limits.rows) {
    throw new DirectoryFileError('too-many-rows', { value: rows.length, limit: limits.rows })
  }
  return { header, rows }
}
