import { z } from 'zod'
import { fileOf, keepFile } from '../material-files.ts'
import { materialFile } from '../material-schemas.ts'
import { roundToRun } from '../round-access.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { id, line } from '../schemas.ts'
import { seenTalk } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const ANY = 'application/octet-stream'

export const addRoundMaterialFile = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/material-files',
  summary: 'Uploads an own file (PDF, DOCX or ODT) that materials of the round may carry.',
  params: roundParams,
  query: z.object({ name: line.min(1) }),
  takesFile: true,
  response: materialFile,
  status: 201,
  handle: async (request) => keepFile(request, (await roundToRun(request, request.params.roundId)).id),
})

export const materialFileRoutes = [
  addRoundMaterialFile,
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
