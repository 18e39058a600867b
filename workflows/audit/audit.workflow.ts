import { proxyActivities } from '@temporalio/workflow'
import type { AuditActivities } from '../../activities/audit-activities.ts'
import { inLongPieces } from '../record.ts'

const audit = proxyActivities<AuditActivities>(inLongPieces)

/** Every night: reads the whole audit again and, only where it is as it was written, seals where its chains end. */
export async function auditWorkflow(): Promise<void> {
  await audit.verifyAudit()
  await audit.sealAudit()
}
