import { z } from 'zod'
import { addMaterialFile, filesOf, readMaterialFile } from '../../db/material-files.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mediaTypeOf } from '../material-file-types.ts'
import { materialFile } from '../material-schemas.ts'
import { notFound, wrongInput } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun } from '../round-access.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute, type FileAnswer } from '../route.ts'
import { id, line } from '../schemas.ts'
import { seenTalk } from '../talk-access.ts'
import { talkParams } from './talks.ts'

/** A form of a few pages; larger ones belong behind a link. */
const LARGEST = 5 * 1024 * 1024
const ANY = 'application/octet-stream'

export const materialFileRoutes = [
  defineRoute({
    method: 'post',
    path: '/rounds/:roundId/material-files',
    summary: 'Uploads an own file (PDF, DOCX or ODT) that materials of the round may carry.',
    params: roundParams,
    query: z.object({ name: line.min(1) }),
    takesFile: true,
    response: materialFile,
    status: 201,
    handle: async (request) => {
      const { db, params, query, file, cause, now, language } = request
      const round = await roundToRun(request, params.roundId)
      const mediaType = mediaTypeOf(query.name, file)
      if (mediaType === null || file.length > LARGEST) throw notAttachable(query.name, language)
      const stored = { id: derivedId('material-file', cause.decisionId), name: query.name, mediaType }
      await addMaterialFile(db, round.id, { ...stored, bytes: file }, now)
      return { ...stored, size: file.length }
    },
  }),
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/material-files/:fileId',
    summary: 'Gives an attached file, for HR.',
    params: roundParams.extend({ fileId: id }),
    givesFile: ANY,
    handle: async (request) => {
      const { roundId, fileId } = request.params
      return fileOf(request, (await roundToRun(request, roundId)).id, fileId)
    },
  }),
  defineRoute({
    method: 'get',
    path: '/talks/:talkId/material-files/:fileId',
    summary: 'Gives an attached file, for those who see the talk.',
    params: talkParams.extend({ fileId: id }),
    givesFile: ANY,
    handle: async (request) => {
      const { talk } = await seenTalk(request, request.params.talkId)
      return fileOf(request, talk.roundId, request.params.fileId)
    },
  }),
]

async function fileOf({ db }: SignedInRequest, roundId: string, fileId: string): Promise<FileAnswer> {
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
