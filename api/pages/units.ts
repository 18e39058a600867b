import { z } from 'zod'
import { unitsPage } from '../../web/pages/units.tsx'
import type { NoticeCode } from '../../web/texts/notices.ts'
import { notFound } from '../problem.ts'
import { addClosingDays, listClosings, nameUnionRep, removeClosingDays } from '../routes/units.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { hrUnits } from './hr-units.ts'
import { ask, defineForm, definePage, type FormFields } from './page.ts'

const units = definePage({
  path: '/units',
  query: z.object({ unitId: id.or(z.literal('')).catch('') }),
  show: async (request) => {
    const own = await hrUnits(request)
    const chosen = own.find((unit) => unit.id === request.query.unitId) ?? own[0]
    if (chosen === undefined) throw notFound()
    const closings = await ask(request, listClosings, { params: { unitId: chosen.id } })
    return unitsPage(request.frame, { units: own, chosen, closings })
  },
})

const unitParams = z.object({ unitId: id })
const pageQuery = (entered: FormFields) => ({ unitId: entered.text('unitId') })
const at = ({ unitId }: { unitId: string }, notice: NoticeCode) => ({ to: `/units?unitId=${unitId}`, notice })

const naming = defineForm({
  path: '/units/:unitId/tr',
  page: units,
  pageQuery,
  params: unitParams,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, nameUnionRep, { params, body: { trName: entered.text('trName') } })
    return at(params, 'tr-named')
  },
})

const closing = defineForm({
  path: '/units/:unitId/closings',
  page: units,
  pageQuery,
  params: unitParams,
  does: async (request) => {
    const { params, entered } = request
    const from = enteredDay(entered.text('from'))
    const body = { from, to: enteredDay(entered.text('to')) || from }
    await ask(request, addClosingDays, { params, body })
    return at(params, 'closing-added')
  },
})

const opening = defineForm({
  path: '/units/:unitId/closings/:closingId/removal',
  page: units,
  pageQuery,
  params: unitParams.extend({ closingId: id }),
  does: async (request) => {
    await ask(request, removeClosingDays, { params: request.params })
    return at(request.params, 'closing-removed')
  },
})

export const unitPages = [units]
export const unitForms = [naming, closing, opening]
