import { inflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/universal'
import { DirectoryFileError } from './file-error.ts'
import type { FileLimits, GridRow } from './grid.ts'

const MOST_COLUMNS = 100
/** Sheet XML is about this many times larger than the packed file; more is an attack or a mistake. */
const MOST_UNPACKED = 10

/** Whether the bytes are a ZIP archive, as every XLSX file is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Reads the first sheet; dates become '2010-04-01', numbers their shortest form. */
export async function readXlsx(bytes: Uint8Array, limits: FileLimits): Promise<GridRow[]> {
  refuseBombs(Buffer.from(bytes), limits)
  const sheet = await readFirstSheet(bytes)
  return sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
}

/** What the library gives; its own type says `typeof Date` where it means a date. */
type Cell = string | number | boolean | Date | null

async function readFirstSheet(bytes: Uint8Array): Promise<Cell[][]> {
  try {
    const sheet: unknown[][] = await readSheet(Uint8Array.from(bytes).buffer, 1, { trim: false })
    return sheet as Cell[][]
  } catch {
    throw new DirectoryFileError('unreadable-file', {})
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

/** The library believes what the archive says of itself, so sizes and cell addresses are measured first. */
function refuseBombs(archive: Buffer, limits: FileLimits): void {
  let left = limits.bytes * MOST_UNPACKED
  for (const part of xmlParts(archive)) {
    let xml: Buffer
    try {
      xml = part.packed ? inflateRawSync(part.data, { maxOutputLength: Math.max(1, left) }) : part.data
    } catch (error) {
      const tooLarge =
        typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        error.code === 'ERR_BUFFER_TOO_LARGE'
      throw new DirectoryFileError(
        tooLarge ? 'file-too-large' : 'unreadable-file',
        tooLarge ? { limit: limits.bytes } : {},
      )
    }
    left -= xml.length
    if (left <= 0) throw new DirectoryFileError('file-too-large', { limit: limits.bytes })
    refuseFarCells(xml.toString('latin1'), limits)
  }
}

/** One cell at XFD1048576 would make the library fill in seventeen billion blank ones. */
function refuseFarCells(xml: string, limits: FileLimits): void {
  for (const [, letters = '', digits = ''] of xml.matchAll(/\br\s*=\s*["']([A-Z]{0,3})(\d+)["']/g)) {
    if (Number(digits) > limits.rows + 1) {
      throw new DirectoryFileError('too-many-rows', { value: Number(digits), limit: limits.rows })
    }
    if (columnNumber(letters) > MOST_COLUMNS) throw new DirectoryFileError('unreadable-file', {})
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

type ArchivePart = { data: Buffer; packed: boolean }

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50

/** The archive's XML files, found through its central directory (APPNOTE.TXT 4.3.12). */
function xmlParts(archive: Buffer): ArchivePart[] {
  const parts: ArchivePart[] = []
  try {
    const end = endOfDirectory(archive)
    let at = archive.readUInt32LE(end + 16)
    for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new RangeError('no entry')
      const nameLength = archive.readUInt16LE(at + 28)
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
      const header = archive.readUInt32LE(at + 42)
      const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
      const data = archive.subarray(start, start + archive.readUInt32LE(at + 20))
      if (/\.(xml|rels)$/.test(name)) parts.push({ data, packed: archive.readUInt16LE(at + 10) !== 0 })
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    }
  } catch {
    throw new DirectoryFileError('unreadable-file', {})
  }
  return parts
}

function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new RangeError('no end of central directory')
}
