import { z } from 'zod'
import { planDocumentOf } from '../../db/plan-document.ts'
import { versionFiling, writeCaseNumber } from '../../db/plans.ts'
import type { JournalReader } from '../../journal/reader.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute, type FileAnswer } from '../route.ts'
import { id, instant, line } from '../schemas.ts'
import { act, noteAccess, partysTalk, talkToAct } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { versionParams } from './approvals.ts'
import { answersTalk } from './talks.ts'

const PDF = 'application/pdf'

export const fileByHand = defineRoute({
  method: 'post',
  path: '/talks/:talkId/plan-versions/:versionId/journal-entry',
  summary: 'The leader has filed the plan by hand and enters the case number as its receipt.',
  params: versionParams,
  body: z.object({ caseNumber: line.min(1) }),
  ...answersTalk,
  handle: async (request) => {
    const { talkId, versionId } = request.params
    const seen = await talkToAct(request, talkId, 'journal-by-hand')
    const filing = await versionFiling(request.db, talkId, versionId)
    if (filing === null) throw notFound()
    // What another gateway files has its own case number; the rules then refuse.
    if (filing.journal?.gateway === 'manual')
      await writeCaseNumber(request.db, versionId, request.body.caseNumber)
    await act(request, seen, { type: 'journal-by-hand', versionId })
    return freshTalk(request, talkId)
  },
})

export const journalRoutes = [
  defineRoute({
    method: 'get',
    path: '/talks/:talkId/plan-versions/:versionId/pdf',
    summary: 'Downloads a concluded version of the plan as PDF/A, as it was filed where it was.',
    params: versionParams,
    givesFile: PDF,
    handle: (request) => pdfOf(request, request.params),
  }),
  defineRoute({
    method: 'get',
    path: '/talks/:talkId/plan-versions/:versionId/receipt',
    summary: "Shows the personnel file's receipt for a version.",
    params: versionParams,
    response: z.object({
      versionId: id,
      number: z.int().nullable(),
      /** SHA-256 of what both approved. */
      hash: z.string(),
      status: z.enum(['not-filed', 'pending', 'unknown', 'failed', 'filed']),
      gateway: z.string().nullable(),
      key: z.string().nullable(),
      receipt: z.string(),
      caseReference: z.string(),
      filedAt: instant.nullable(),
    }),
    handle: async (request) => {
      const { talkId, versionId } = request.params
      await partysTalk(request, talkId)
      const filing = await versionFiling(request.db, talkId, versionId)
      if (filing === null) throw notFound()
      const { journal, number, hash } = filing
      const status = journalStatus(journal?.status)
      return {
        versionId,
        number,
        hash,
        status,
        gateway: journal?.gateway ?? null,
        key: journal?.key ?? null,
        receipt: status === 'filed' ? (journal?.receipt ?? '') : '',
        caseReference: status === 'filed' ? (journal?.caseReference ?? '') : '',
        filedAt: journal?.filedAt ?? null,
      }
    },
  }),
  fileByHand,
]

async function pdfOf(
  request: SignedInRequest,
  { talkId, versionId }: { talkId: string; versionId: string },
): Promise<FileAnswer> {
  const { db, journal, config } = request
  const seen = await partysTalk(request, talkId)
  const filing = await versionFiling(db, talkId, versionId)
  if (filing === null) throw notFound()
  if (filing.status !== 'agreed' && filing.status !== 'not-agreed') throw notConcluded()
  await noteAccess(request, seen, 'plan-pdf')
  const key = filing.journal?.key as Parameters<JournalReader['filedPdf']>[0] | undefined
  const isFiled = key !== undefined && filing.journal?.status === 'filed'
  const filed = isFiled ? await journal.filedPdf(key) : null
  const installation = { employer: config.employerName, kindName: config.talkName }
  const bytes = filed ?? journal.renderedPdf(await planDocumentOf(db, versionId, installation), 'da')
  return { contentType: PDF, fileName: `plan-${filing.number}.pdf`, bytes }
}

const journalStatuses = ['pending', 'unknown', 'failed', 'filed'] as const

function journalStatus(status: string | undefined): (typeof journalStatuses)[number] | 'not-filed' {
  return journalStatuses.find((known) => known === status) ?? 'not-filed'
}

function notConcluded() {
  return refused('plan-not-concluded', {
    da: 'Planen kan hentes som PDF, når begge har godkendt den, eller når den er endt uden enighed.',
    en: 'The plan can be downloaded as PDF once both have approved it, or once it has ended as not agreed.',
  })
}
