import { z } from 'zod'
import { isHrAnywhere } from '../../domain/permissions.ts'
import { FILINGS_AT_ONCE, filingsPage } from '../../web/pages/filings.tsx'
import { notFound } from '../problem.ts'
import { listUnfiled, retryFiling } from '../routes/journal-entries.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'

const filings = definePage({
  path: '/filings',
  query: z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) }),
  show: async (request) => {
    const { frame, person, query } = request
    if (!isHrAnywhere(person)) throw notFound()
    const asked = { page: query.page, pageSize: FILINGS_AT_ONCE }
    return filingsPage(frame, await ask(request, listUnfiled, { query: asked }))
  },
})

const retry = defineForm({
  path: '/filings/:entryId/tries',
  page: filings,
  params: z.object({ entryId: id }),
  does: async (request) => {
    await ask(request, retryFiling, { params: request.params })
    return { to: '/filings', notice: 'filing-tried' }
  },
})

export const filingPages = [filings]
export const filingForms = [retry]
