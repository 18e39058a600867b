import { z } from 'zod'
import { planPage } from '../../web/pages/plan.tsx'
import { planVersionPage } from '../../web/pages/plan-version.tsx'
import { planPaths } from '../../web/plan-view.ts'
import { saysTheSame } from '../plan-content.ts'
import { notFound } from '../problem.ts'
import {
  approvePlan,
  endPlanNotAgreed,
  returnPlan,
  versionParams,
  writePlanStatement,
} from '../routes/approvals.ts'
import { fileByHand } from '../routes/journal.ts'
import { showPlan } from '../routes/plans.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'

export const plan = definePage({
  path: '/talks/:talkId/plan',
  params: talkParams,
  show: async (request) => {
    const { params } = request
    const [talk, { draft, versions }] = await Promise.all([
      ask(request, showTalk, { params }),
      ask(request, showPlan, { params }),
    ])
    const [newest] = versions
    const isDraftOther = draft !== null && !(newest && saysTheSame(draft.content, newest.content))
    return planPage(request.frame, { talk, draft, versions, isDraftOther })
  },
})

const version = definePage({
  path: '/talks/:talkId/plan/versions/:versionId',
  params: versionParams,
  query: z.object({ against: id.optional() }),
  show: async (request) => {
    const { talkId, versionId } = request.params
    const params = { talkId }
    const [talk, { versions }] = await Promise.all([
      ask(request, showTalk, { params }),
      ask(request, showPlan, { params }),
    ])
    const shown = versions.find(({ id: candidate }) => candidate === versionId)
    if (shown === undefined) throw notFound()
    const before = versions.find(({ number }) => number < shown.number)
    const against = versions.find(({ id: candidate }) => candidate === request.query.against) ?? before
    return planVersionPage(request.frame, {
      talk,
      version: shown,
      against: against ?? null,
      others: versions.filter((other) => other !== shown),
    })
  },
})

const approval = defineForm({
  path: '/talks/:talkId/plan/versions/:versionId/approval',
  page: plan,
  params: versionParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const talk = await ask(request, approvePlan, {
      params,
      body: { hash: entered.text('hash'), despiteWarnings },
    })
    const notice = talk.status === 'agreed' ? 'plan-agreed' : 'plan-approved'
    return { to: planPaths(params.talkId).plan, notice }
  },
})

const returning = defineForm({
  path: '/talks/:talkId/plan/versions/:versionId/return',
  page: plan,
  params: versionParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    await ask(request, returnPlan, { params, body: { comment: entered.text('comment'), despiteWarnings } })
    return { to: planPaths(params.talkId).plan, notice: 'plan-returned' }
  },
})

const notAgreed = defineForm({
  path: '/talks/:talkId/plan/not-agreed',
  page: plan,
  params: talkParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const body = { statement: entered.text('statement'), despiteWarnings }
    await ask(request, endPlanNotAgreed, { params, body })
    return { to: planPaths(params.talkId).plan, notice: 'plan-not-agreed' }
  },
})

const statement = defineForm({
  path: '/talks/:talkId/plan/statement',
  page: plan,
  params: talkParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const body = { statement: entered.text('statement'), despiteWarnings }
    await ask(request, writePlanStatement, { params, body })
    return { to: planPaths(params.talkId).plan, notice: 'statement-saved' }
  },
})

const journalEntry = defineForm({
  path: '/talks/:talkId/plan/versions/:versionId/journal-entry',
  page: plan,
  params: versionParams,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, fileByHand, { params, body: { caseNumber: entered.text('caseNumber') } })
    return { to: planPaths(params.talkId).plan, notice: 'plan-filed' }
  },
})

export const planPages = [plan, version]
export const planForms = [approval, returning, notAgreed, statement, journalEntry]
