import { kindsWithOwnTexts, type MaterialKind } from '../../domain/material/material.ts'
import { isHrAnywhere, mayRunRounds } from '../../domain/permissions.ts'
import { materialsPage, roundMaterialsPage } from '../../web/pages/materials.tsx'
import { notFound } from '../problem.ts'
import { roundParams } from '../round-schemas.ts'
import { listDefaultMaterials } from '../routes/default-materials.ts'
import { listRoundMaterials } from '../routes/materials.ts'
import { listRounds } from '../routes/rounds.ts'
import { materialRound } from './material-editor.ts'
import { ask, definePage } from './page.ts'
import { orNull } from './round-request.ts'

const materials = definePage({
  path: '/materials',
  show: async (request) => {
    const { frame, person } = request
    if (!isHrAnywhere(person)) throw notFound()
    const defaultsOf = (kind: MaterialKind) => orNull(ask(request, listDefaultMaterials, { query: { kind } }))
    const [defaults, rounds, ...ofKinds] = await Promise.all([
      defaultsOf(''),
      ask(request, listRounds),
      ...kindsWithOwnTexts.map(async (kind) => ({ kind, materials: (await defaultsOf(kind)) ?? [] })),
    ])
    return materialsPage(frame, {
      defaults,
      ofKinds,
      rounds: rounds.filter(({ unitId }) => mayRunRounds(person, unitId)),
    })
  },
})

const roundMaterials = definePage({
  path: '/rounds/:roundId/materials',
  params: roundParams,
  show: async (request) => {
    const round = await materialRound(request)
    if (round === null) throw notFound()
    const found = await ask(request, listRoundMaterials, { params: request.params })
    return roundMaterialsPage(request.frame, { round: { ...round, isWatcher: true }, materials: found })
  },
})

export const materialListPages = [materials, roundMaterials]
