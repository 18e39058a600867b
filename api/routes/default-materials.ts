import { z } from 'zod'
import { jobGroupsOf } from '../../db/job-groups.ts'
import { materialVersions, newestMaterials } from '../../db/materials.ts'
import { topUnits } from '../../db/units.ts'
import { mayEditDefaults, unitsAsHr } from '../../domain/permissions.ts'
import { fileOf, keepFile } from '../material-files.ts'
import { writeMaterial } from '../material-writing.ts'
import {
  jobGroup,
  material,
  materialChoice,
  materialFile,
  materialKind,
  writtenBody,
  writtenMaterial,
} from '../material-schemas.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id, line } from '../schemas.ts'

export const listDefaultMaterials = defineRoute({
  method: 'get',
  path: '/materials',
  summary: "Lists the installation's default materials, which a new round of the kind copies.",
  query: z.object({ kind: materialKind }),
  response: z.array(writtenMaterial),
  handle: async (request) => {
    await mustEditDefaults(request)
    return newestMaterials(request.db, null, request.query.kind)
  },
})

export const listDefaultMaterialVersions = defineRoute({
  method: 'get',
  path: '/materials/:material/:language',
  summary: 'Lists every version of a default material, newest first.',
  params: z.object(materialChoice),
  query: z.object({ jobGroup, kind: materialKind }),
  response: z.array(writtenMaterial),
  handle: async (request) => {
    await mustEditDefaults(request)
    return materialVersions(request.db, {
      roundId: null,
      ...request.params,
      ...request.query,
    })
  },
})

export const writeDefaultMaterial = defineRoute({
  method: 'put',
  path: '/materials/:material/:language',
  summary: 'Writes the next version of a default material; rounds that exist keep theirs.',
  params: z.object(materialChoice),
  query: z.object({ kind: materialKind }),
  body: writtenBody,
  response: material,
  handle: async (request) => {
    await mustEditDefaults(request)
    const { body, params, query } = request
    return writeMaterial(request, { roundId: null, ...params, ...query, jobGroup: body.jobGroup })
  },
})

export const addDefaultMaterialFile = defineRoute({
  method: 'post',
  path: '/material-files',
  summary:
    'Uploads an own file (PDF, DOCX or ODT) that default materials, and those of every round, may carry.',
  query: z.object({ name: line.min(1) }),
  takesFile: true,
  response: materialFile,
  status: 201,
  handle: async (request) => {
    await mustEditDefaults(request)
    return keepFile(request, null)
  },
})

export const defaultMaterialRoutes = [
  listDefaultMaterials,
  listDefaultMaterialVersions,
  writeDefaultMaterial,
  addDefaultMaterialFile,
  defineRoute({
    method: 'get',
    path: '/material-files/:fileId',
    summary: 'Gives a file attached to default materials, for HR of everything.',
    params: z.object({ fileId: id }),
    givesFile: 'application/octet-stream',
    handle: async (request) => {
      await mustEditDefaults(request)
      return fileOf(request, null, request.params.fileId)
    },
  }),
]

export const listJobGroups = defineRoute({
  method: 'get',
  path: '/job-groups',
  summary: 'Lists the job groups in the units that the person is HR of, for which materials may be written.',
  response: z.array(z.string()),
  handle: ({ db, person, today }) => jobGroupsOf(db, unitsAsHr(person), today),
})

async function mustEditDefaults({ db, person }: SignedInRequest): Promise<void> {
  if (!mayEditDefaults(person, await topUnits(db))) throw notFound()
}
