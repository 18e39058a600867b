import { planOpeningPage } from '../../web/pages/plan-opening.tsx'
import { openThePlan, readOpenedPlan } from '../routes/plan-openings.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { ask, defineForm, definePage } from './page.ts'

const planOpening = definePage({
  path: '/talks/:talkId/plan-opening',
  params: talkParams,
  show: async (request) => {
    const { frame, params } = request
    const opened = await ask(request, readOpenedPlan, { params })
    return planOpeningPage(frame, { talk: await ask(request, showTalk, { params }), ...opened })
  },
})

const opening = defineForm({
  path: '/talks/:talkId/plan-opening',
  page: planOpening,
  params: talkParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    await ask(request, openThePlan, { params, body: { reason: entered.text('reason'), despiteWarnings } })
    return { to: `/talks/${params.talkId}/plan-opening`, notice: 'plan-opened' }
  },
})

export const planOpeningPages = [planOpening]
export const planOpeningForms = [opening]
