import { z } from 'zod'
import { filesOf } from '../../db/material-files.ts'
import {
  type MaterialKey,
  materialsOfTalk,
  materialVersions,
  newestMaterials,
  saveMaterial,
} from '../../db/materials.ts'
import { topUnits } from '../../db/units.ts'
import { type MaterialContent, materialComplaints } from '../../domain/material/material.ts'
import { mayEditDefaults } from '../../domain/permissions.ts'
import { wrongField, wrongFields } from '../field-problems.ts'
import { material, materialChoice, writtenContent } from '../material-schemas.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { roundToRun } from '../round-access.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { line } from '../schemas.ts'
import { seenTalk } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const jobGroup = line
  .default('')
  .meta({ description: 'Empty = everybody whose job group has none of its own' })
const written = z.strictObject({
  jobGroup,
  basedOn: z
    .number()
    .int()
    .min(0)
    .meta({ description: 'The version it was edited from; 0 = there was none' }),
  content: writtenContent,
})

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
  response: z.array(material),
  handle: async (request) =>
    newestMaterials(request.db, (await roundToRun(request, request.params.roundId)).id),
})

export const materialRoutes = [
  defineRoute({
    method: 'get',
    path: '/materials',
    summary: "Lists the installation's default materials, which a new round copies.",
    response: z.array(material),
    handle: async (request) => {
      await mustEditDefaults(request)
      return newestMaterials(request.db, null)
    },
  }),
  defineRoute({
    method: 'put',
    path: '/materials/:material/:language',
    summary: 'Writes the next version of a default material; rounds that exist keep theirs.',
    params: z.object(materialChoice),
    body: written,
    response: material,
    handle: async (request) => {
      await mustEditDefaults(request)
      return save(request, { roundId: null, ...request.params, jobGroup: request.body.jobGroup })
    },
  }),
  listRoundMaterials,
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/materials/:material/:language',
    summary: "Lists every version of one of a round's materials, newest first.",
    params: roundParams.extend(materialChoice),
    query: z.object({ jobGroup }),
    response: z.array(material),
    handle: async (request) => {
      const { roundId, ...choice } = request.params
      await roundToRun(request, roundId)
      return materialVersions(request.db, { roundId, ...choice, jobGroup: request.query.jobGroup })
    },
  }),
  defineRoute({
    method: 'put',
    path: '/rounds/:roundId/materials/:material/:language',
    summary: "Writes the next version of one of a round's materials; talks that have begun keep theirs.",
    params: roundParams.extend(materialChoice),
    body: written,
    response: material,
    handle: async (request) => {
      const { roundId, ...choice } = request.params
      await roundToRun(request, roundId)
      return save(request, { roundId, ...choice, jobGroup: request.body.jobGroup })
    },
  }),
  listTalkMaterials,
]

type Save = SignedInRequest & { body: z.output<typeof written> }

async function save(request: Save, key: MaterialKey) {
  const { db, body, now } = request
  const content = await checked(request, key.roundId)
  const saved = await saveMaterial(db, key, content, body.basedOn, now)
  if (saved === null) throw editedMeanwhile()
  return saved
}

async function checked(request: Save, roundId: string | null): Promise<MaterialContent> {
  const { db, body, language } = request
  const files = await filesOf(db, roundId, body.content.files)
  const attached = body.content.files.map((fileId, index) => {
    const file = files.get(fileId)
    if (file === undefined) throw wrongField(`body.content.files.${index}`, fileId, 'unknown-file', language)
    return file
  })
  const content = { ...body.content, files: attached }
  const complaints = materialComplaints(content)
  if (complaints.length === 0) return content
  throw wrongFields(
    complaints.map(({ place, value, code }) => ({ place: `body.content.${place}`, value, code })),
    language,
  )
}

async function mustEditDefaults({ db, person }: SignedInRequest): Promise<void> {
  if (!mayEditDefaults(person, await topUnits(db))) throw notFound()
}

function editedMeanwhile() {
  return refused('edited-meanwhile', {
    da: 'En anden har rettet teksten imens. Hent den nyeste version, og ret i den.',
    en: 'Somebody else has changed the text meanwhile. Get the newest version and edit that one.',
  })
}
