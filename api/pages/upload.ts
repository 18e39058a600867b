import busboy from 'busboy'
import type { Request } from 'express'
import { Problem } from '../problem.ts'

/** The file of a form and its name as the person's machine has it. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A people file of a large municipality is about a megabyte. */
const LARGEST_FILE = 20 * 1024 * 1024

/** What is typed beside a file: as much as in a form without one. */
const MOST_FIELDS = 5_000
const MOST_TEXT = 1_000_000

const none: Upload = { name: '', bytes: new Uint8Array() }

/** Reads a form with a file: its fields into the body, the file as the answer. Other forms have none. Throws Problem. */
export function readUpload(req: Request): Promise<Upload> {
  return readParts(req, true)
}

/** Reads the fields alone, of somebody who is not signed in: nothing of their file is kept but its name. Throws Problem. */
export async function readFieldsBesideFile(req: Request): Promise<{ readonly fileName: string }> {
  return { fileName: (await readParts(req, false)).name }
}

function readParts(req: Request, keepsFile: boolean): Promise<Upload> {
  if (!req.is('multipart/form-data')) return Promise.resolve(none)
  const fields: Record<string, string | string[]> = {}
  const chunks: Buffer[] = []
  let name = ''
  let isTooLarge = false
  const limits = { files: 1, fileSize: LARGEST_FILE, fields: MOST_FIELDS, fieldSize: MOST_TEXT }
  let textSize = 0
  const parts = busboy({ headers: req.headers, limits, defParamCharset: 'utf8' })
  parts.on('field', (field, value) => {
    textSize += value.length
    if (textSize > MOST_TEXT) return
    const before = fields[field]
    fields[field] = before === undefined ? value : [before, value].flat()
  })
  parts.on('file', (_field, stream, info) => {
    name = info.filename ?? ''
    if (!keepsFile) {
      stream.resume()
      return
    }
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('limit', () => {
      isTooLarge = true
    })
  })
  return new Promise((resolve, reject) => {
    parts.on('error', () => reject(unreadable()))
    parts.on('close', () => {
      req.body = fields
      if (isTooLarge || textSize > MOST_TEXT) reject(tooLarge())
      else resolve({ name, bytes: Buffer.concat(chunks) })
    })
    req.pipe(parts)
  })
}

function tooLarge(): Problem {
  return new Problem(413, 'too-large', {
    da: 'Filen er for stor. Den må højst fylde 20 MB.',
    en: 'The file is too large. It may be at most 20 MB.',
  })
}

function unreadable(): Problem {
  return new Problem(400, 'unreadable', {
    da: 'Filen kom ikke helt frem. Prøv igen.',
    en: 'The file did not arrive whole. Try again.',
  })
}
