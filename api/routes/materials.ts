import { z } from 'zod'
import { materialsOfTalk, materialVersions, newestMaterials } from '../../db/materials.ts'
import { jobGroup, material, materialChoice, writtenBody, writtenMaterial } from '../material-schemas.ts'
import { writeMaterial } from '../material-writing.ts'
import { roundToRun } from '../round-access.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { seenTalk } from '../talk-access.ts'
import { defaultMaterialRoutes, listJobGroups } from './default-materials.ts'
import { talkParams } from './talks.ts'

export const listTalkMaterials = defineRoute({
  method: 'get',
  path: '/talks/:talkId/materials',
  summary: 'Shows the materials a talk began with, in the language of the person who reads them.',
  params: talkParams,
  response: z.array(material),
  handle: async (request) => {
    const { talk, standing } = await seenTalk(request, request.params.talkId)
    const materials = await materialsOfTalk(request.db, talk.id, request.language)
    return standing.party === 'employee'
      ? materials.filter((one) => one.material !== 'leader-preparation')
      : materials
  },
})

export const listRoundMaterials = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/materials',
  summary: 'Lists the newest version of every material of a round.',
  params: roundParams,
  response: z.array(writtenMaterial),
  handle: async (request) =>
    newestMaterials(request.db, (await roundToRun(request, request.params.roundId)).id),
})

export const listRoundMaterialVersions = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/materials/:material/:language',
  summary: "Lists every version of one of a round's materials, newest first.",
  params: roundParams.extend(materialChoice),
  query: z.object({ jobGroup }),
  response: z.array(writtenMaterial),
  handle: async (request) => {
    const { roundId, ...choice } = request.params
    await roundToRun(request, roundId)
    return materialVersions(request.db, { roundId, ...choice, jobGroup: request.query.jobGroup })
  },
})

export const writeRoundMaterial = defineRoute({
  method: 'put',
  path: '/rounds/:roundId/materials/:material/:language',
  summary: "Writes the next version of one of a round's materials; talks that have begun keep theirs.",
  params: roundParams.extend(materialChoice),
  body: writtenBody,
  response: material,
  handle: async (request) => {
    const { roundId, ...choice } = request.params
    await roundToRun(request, roundId)
    return writeMaterial(request, { roundId, ...choice, jobGroup: request.body.jobGroup })
  },
})

export const materialRoutes = [
  ...defaultMaterialRoutes,
  listJobGroups,
  listRoundMaterials,
  listRoundMaterialVersions,
  writeRoundMaterial,
  listTalkMaterials,
]
