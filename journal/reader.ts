export { filingReason, filingReasons } from './filing-reasons.ts'

import type { Language } from '../domain/language.ts'
import type { Disk } from './disk.ts'
import { realDisk } from './disk.ts'
import { readRecord } from './folder-record.ts'
import type { JournalKey } from './gateway.ts'
import type { JournalSettings } from './journal.ts'
import type { EvaluationDocument } from './evaluation-document.ts'
import { renderEvaluationPdf } from './evaluation-pdf.ts'
import type { PlanDocument } from './plan-document.ts'
import { renderPlanPdf } from './plan-pdf.ts'

/** What the api may have of the journal: PDFs to download, never a way to file. */
export interface JournalReader {
  /**
   * The PDF as it was filed; null where the service filed none (manual, off, not filed yet). Throws where the
   * folder cannot be read.
   */
  filedPdf(key: JournalKey): Promise<Uint8Array | null>
  /** The plan set anew: for the leader to file by hand, and for the parties before and without filing. */
  renderedPdf(plan: PlanDocument, language: Language): Uint8Array
  /** What the works council evaluates a round by; never filed (R10.2). */
  evaluationPdf(document: EvaluationDocument, language: Language): Uint8Array
}

export function createJournalReader(settings: JournalSettings, disk: Disk = realDisk): JournalReader {
  return {
    filedPdf: async (key) => {
      if (settings.gateway !== 'folder') return null
      const record = await readRecord(disk, settings.folder, key)
      return record === null ? null : record.pdf
    },
    renderedPdf: renderPlanPdf,
    evaluationPdf: renderEvaluationPdf,
  }
}
