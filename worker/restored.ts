import type { ErasureList } from '../activities/erasure-list.ts'
import { newestSeal } from '../db/audit-seal.ts'
import type { Db } from '../db/client.ts'

/**
 * Whether the tables were put back from a copy and nobody has looked at them since (`npm run reconcile -- --confirm`):
 * because it was said when they were put back, or because the newest seal of the audit that is known outside the tables
 * is not in them.
 */
export async function isRestoredUnseen(db: Db, erasures: ErasureList): Promise<boolean> {
  if (await erasures.isMailHeld()) return true
  // A seal is noted after it stands in the tables: asked in this order it is never missing by chance.
  const noted = await erasures.lastSeal()
  return noted !== null && noted.number > ((await newestSeal(db))?.number ?? 0)
}
