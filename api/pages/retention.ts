import { z } from 'zod'
import { isWithinBounds, retentionKinds } from '../../domain/retention/retention.ts'
import { erasurePage } from '../../web/pages/erasure.tsx'
import { retentionPage } from '../../web/pages/retention.tsx'
import { wrongField, wrongFields } from '../field-problems.ts'
import {
  changeRetention,
  erasePerson,
  findPersonToErase,
  liftLegalHold,
  placeLegalHold,
  showErasure,
  showRetention,
} from '../routes/retention.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'

const retention = definePage({
  path: '/retention',
  show: async (request) => retentionPage(request.frame, await ask(request, showRetention)),
})

const erasure = definePage({
  path: '/people/:personId/erasure',
  params: z.object({ personId: id }),
  show: async (request) => {
    const { personId } = request.params
    const view = await ask(request, showErasure, { params: { personId } })
    return erasurePage(request.frame, { personId, ...view })
  },
})

const find = defineForm({
  path: '/retention/person',
  page: retention,
  does: async (request) => {
    const number = request.entered.text('number')
    const { personId } = await ask(request, findPersonToErase, { query: { number } })
    return { to: `/people/${personId}/erasure` }
  },
})

const lifting = defineForm({
  path: '/retention/holds/:holdId/end',
  page: retention,
  params: z.object({ holdId: id }),
  does: async (request) => {
    await ask(request, liftLegalHold, { params: request.params })
    return { to: '/retention', notice: 'hold-lifted' }
  },
})

/** All of them are saved together or none: what was typed in one is never lost by saving another. */
const choosing = defineForm({
  path: '/retention/months',
  page: retention,
  does: async (request) => {
    const { entered, language } = request
    const typed = retentionKinds.map((kind) => ({ kind, value: entered.text(`${kind}-months`) }))
    const wrong = typed.filter(({ kind, value }) => !isWithinBounds(kind, Number(value)))
    if (wrong.length > 0)
      throw wrongFields(
        wrong.map(({ kind, value }) => ({
          place: `body.${kind}-months`,
          value,
          code: 'months-out-of-bounds',
        })),
        language,
      )
    const { rules } = await ask(request, showRetention)
    for (const { kind, months } of rules) {
      const chosen = Number(entered.text(`${kind}-months`))
      if (chosen !== months)
        await ask(request, changeRetention, { params: { kind }, body: { months: chosen } })
    }
    return { to: '/retention', notice: 'retention-changed' }
  },
})

const erasing = defineForm({
  path: '/people/:personId/erasure',
  page: erasure,
  does: async (request) => {
    const { params, entered, language } = request
    if (!entered.has('sure')) throw wrongField('body.sure', '', 'not-looked-at', language)
    const { personId } = params as { personId: string }
    await ask(request, erasePerson, { params: { personId } })
    return { to: '/retention', notice: 'erasure-begun' }
  },
})

const holding = defineForm({
  path: '/people/:personId/legal-hold',
  page: erasure,
  does: async (request) => {
    const { personId } = request.params as { personId: string }
    await ask(request, placeLegalHold, { body: { personId, reason: request.entered.text('reason') } })
    return { to: '/retention', notice: 'hold-placed' }
  },
})

export const retentionPages = [retention, erasure]
export const retentionForms = [find, lifting, choosing, erasing, holding]
