import { ApplicationFailure, log } from '@temporalio/activity'
import { faultSentence } from '../db/audit-faults.ts'
import { sealAudit } from '../db/audit-seal.ts'
import { verifyAudit } from '../db/audit-verify.ts'
import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { beat } from './beat.ts'
import type { ErasureList } from './erasure-list.ts'

export interface AuditActivityDeps {
  db: Db
  clock: Clock
  erasures: ErasureList
}

/** What a night does: verify, then seal. */
export function createAuditActivities({ db, clock, erasures }: AuditActivityDeps) {
  const known = async () => {
    const seal = await erasures.lastSeal()
    return seal === null ? [] : [seal]
  }
  return {
    /** Ends the night with a failure that names each place where the audit is not as it was written. */
    async verifyAudit(): Promise<void> {
      const { faults } = await verifyAudit(db, await known(), beat)
      if (faults.length === 0) return
      const sentences = faults.slice(0, MOST_NAMED).map(faultSentence)
      log.error('the audit is not as it was written: run npm run audit:verify', { faults: faults.length })
      throw ApplicationFailure.nonRetryable(sentences.join('\n'), 'audit-broken')
    },

    /** What was sealed stands in a file and in the log too, out of reach of whoever can write to the database. */
    async sealAudit(): Promise<void> {
      const seal = await sealAudit(db, await clock.now())
      if (seal === null) return
      await erasures.noteSeal(seal)
      log.warn('audit sealed', { seal: seal.number, hash: seal.hash })
    },
  }
}

export type AuditActivities = ReturnType<typeof createAuditActivities>

const MOST_NAMED = 20
