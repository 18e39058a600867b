import { addMaterialFile, filesOf, readMaterialFile } from '../db/material-files.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { MaterialFile } from '../domain/material/material.ts'
import { mediaTypeOf } from './material-file-types.ts'
import { notFound, wrongInput } from './problem.ts'
import type { SignedInRequest } from './request.ts'
import type { FileAnswer } from './route.ts'

/** A form of a few pages; larger ones belong behind a link. */
const LARGEST = 5 * 1024 * 1024

type Upload = SignedInRequest & { query: { name: string }; file: Uint8Array }

/** Keeps an uploaded file for the materials of a round, or of the installation (null). Throws Problem. */
export async function keepFile(request: Upload, roundId: string | null): Promise<MaterialFile> {
  const { db, query, file, cause, now, language } = request
  const mediaType = mediaTypeOf(query.name, file)
  if (mediaType === null || file.length > LARGEST) throw notAttachable(query.name, language)
  const stored = { id: derivedId('material-file', cause.decisionId), name: query.name, mediaType }
  await addMaterialFile(db, roundId, { ...stored, bytes: file }, now)
  return { ...stored, size: file.length }
}

/** A file that materials of the round, or of the installation, may carry. Throws Problem. */
export async function fileOf(
  { db }: SignedInRequest,
  roundId: string | null,
  fileId: string,
): Promise<FileAnswer> {
  const allowed = await filesOf(db, roundId, [fileId])
  const file = allowed.has(fileId) ? await readMaterialFile(db, fileId) : null
  if (file === null) throw notFound()
  return { contentType: file.mediaType, fileName: file.name, bytes: file.bytes }
}

function notAttachable(name: string, language: SignedInRequest['language']) {
  const sentence = {
    da: 'Filen skal være en PDF, DOCX eller ODT på højst 5 MB, og navnet skal passe til indholdet.',
    en: 'The file must be a PDF, DOCX or ODT of at most 5 MB, and its name must fit what it contains.',
  }[language]
  return wrongInput([{ place: 'file', value: name, expected: 'pdf, docx or odt', sentence }])
}
