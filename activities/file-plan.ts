import type { Clock } from '../db/clock.ts'
import type { Db } from '../db/client.ts'
import { type PlanInstallation, planDocumentOf } from '../db/plan-document.ts'
import { filePlan, interrupted } from '../journal/filing.ts'
import type { FilingOutcome, JournalGateway } from '../journal/gateway.ts'
import { journalKey } from '../journal/gateway.ts'
import { planConcludedOn, planTitle } from '../journal/plan-document.ts'
import { renderPlanPdf } from '../journal/plan-pdf.ts'

export interface FilePlanDeps {
  db: Db
  clock: Clock
  gateway: JournalGateway
  installation: PlanInstallation
  /** Where the personnel file puts plans and who may open them there; '' for none. */
  filedUnder: { classification: string; accessGroup: string }
}

/** The longest one try at a gateway may take, in milliseconds. */
const LONGEST_TRY = 30_000

/**
 * One try at filing an agreed plan version: before it the row says `interrupted`, after it the outcome, so that a
 * crash in between is looked up before the next try (R8.2). True once the personnel file has the record.
 */
export async function filePlanVersion(deps: FilePlanDeps, versionId: string): Promise<boolean> {
  const { db, clock, gateway } = deps
  const row = await db.journalEntry.findUniqueOrThrow({
    where: { planVersionId: versionId },
    include: {
      planVersion: { select: { talk: { select: { employment: { select: { caseNumber: true } } } } } },
    },
  })
  const { caseNumber } = row.planVersion.talk.employment
  if (row.status === 'filed') return true
  const plan = await planDocumentOf(db, versionId, deps.installation)
  const entry = {
    metadata: {
      key: journalKey(versionId),
      title: planTitle(plan, 'da'),
      on: planConcludedOn(plan),
      caseReference: row.caseReference || caseNumber,
      ...deps.filedUnder,
      contentHash: plan.contentHash,
    },
    pdf: renderPlanPdf(plan, 'da'),
  }
  const triedAt = new Date(await clock.now())
  await db.journalEntry.update({
    where: { id: row.id },
    data: {
      status: 'unknown',
      lastOutcome: { ...interrupted },
      attempts: { increment: 1 },
      lastTriedAt: triedAt,
    },
  })
  const outcome = await filePlan(
    gateway,
    entry,
    row.lastOutcome as FilingOutcome | null,
    AbortSignal.timeout(LONGEST_TRY),
  )
  await db.journalEntry.update({
    where: { id: row.id },
    data: columnsOf(outcome, new Date(await clock.now())),
  })
  return outcome.kind === 'done'
}

function columnsOf(outcome: FilingOutcome, at: Date) {
  const lastOutcome = { ...outcome }
  if (outcome.kind === 'unknown') return { status: 'unknown', lastOutcome }
  if (outcome.kind === 'not-done') return { status: 'failed', lastOutcome }
  return {
    status: 'filed',
    lastOutcome,
    receipt: outcome.receipt,
    caseReference: outcome.caseReference,
    filedAt: at,
  }
}
