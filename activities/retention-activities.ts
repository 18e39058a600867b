import type { Db } from '../db/client.ts'
import { writeReceipt } from '../db/deletion-receipts.ts'
import { mixEvaluations } from '../db/evaluation-order.ts'
import { type AgedKind, forgetPage, peopleLongGone } from '../db/forgetting.ts'
import { mailsKept } from '../db/outbox-log.ts'
import { retentionMonths } from '../db/retention-rules.ts'
import { dayAt } from '../db/rounds.ts'
import { addDays, addMonths, type Day } from '../domain/calendar/day.ts'
import type { RetentionMonths } from '../domain/retention/retention.ts'
import { forgetOutboxMails, mailsInOutbox } from '../mail/outbox-folder.ts'
import { beat } from './beat.ts'
import type { ErasureActivityDeps } from './erasure-activities.ts'

/** What a night deletes, and what it takes the traces from. */
export function createRetentionActivities({ db, clock, zone, outboxFolder }: ErasureActivityDeps) {
  return {
    /** Page by page; what a page deleted stands in the receipt, so a night that is cut short goes on where it was. */
    async forgetByAge(): Promise<void> {
      await mixEvaluations(db)
      beat()
      const at = await clock.now()
      const { on } = dayAt(at, zone)
      const months = await retentionMonths(db)
      for (const kind of agedKinds) {
        const before = lastKept(kind, months, on)
        for (let count = 1; count > 0; ) {
          count = await db.$transaction(async (tx) => {
            const deleted = await forgetPage(tx, kind, before)
            await writeReceipt(tx, { on, cause: 'retention', kind, count: deleted }, at)
            return deleted
          })
          beat()
        }
      }
      if (outboxFolder === null) return
      const count = await forgetFilesWithoutMail(db, outboxFolder)
      await writeReceipt(db, { on, cause: 'retention', kind: 'files', count }, at)
    },

    async findLongGone(): Promise<{ personIds: string[] }> {
      const { on } = dayAt(await clock.now(), zone)
      const { people } = await retentionMonths(db)
      return { personIds: await peopleLongGone(db, addMonths(on, -people)) }
    },
  }
}

export type RetentionActivities = ReturnType<typeof createRetentionActivities>

const agedKinds: readonly AgedKind[] = ['preparation', 'plan', 'nudges', 'mails', 'accesses', 'previews']

/** A mail's file goes after its row, so that a night cut short between the two finds it. */
async function forgetFilesWithoutMail(db: Db, folder: string): Promise<number> {
  const filed = await mailsInOutbox(folder)
  const kept = await mailsKept(db, filed)
  return forgetOutboxMails(
    folder,
    filed.filter((id) => !kept.has(id)),
  )
}

/** A file that was read in and not approved within a week is read in again. */
const PREVIEW_DAYS = 7

function lastKept(kind: AgedKind, months: RetentionMonths, on: Day): Day {
  return kind === 'previews' ? addDays(on, -PREVIEW_DAYS) : addMonths(on, -months[kind])
}
