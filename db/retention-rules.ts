import type { Instant } from '../domain/calendar/day.ts'
import {
  defaultMonths,
  type RetentionKind,
  retentionKinds,
  type RetentionMonths,
} from '../domain/retention/retention.ts'
import { derivedId } from '../domain/derived-id.ts'
import { auditedAnswer, logChange } from './audit.ts'
import type { Db, Tx } from './client.ts'

/** How many months each kind is kept: what HR has chosen, else the default. */
export async function retentionMonths(db: Tx): Promise<RetentionMonths> {
  const rows = await db.retentionRule.findMany()
  const chosen = new Map(rows.map(({ kind, months }) => [kind, months]))
  const months = retentionKinds.map((kind) => [kind, chosen.get(kind) ?? defaultMonths[kind]])
  return Object.fromEntries(months) as RetentionMonths
}

/** Chosen by the same decision twice it is chosen once. Logged on the kind, with the months before and after. */
export async function chooseMonths(
  db: Db,
  rule: { kind: RetentionKind; months: number; decisionId: string; byPersonId: string; at: Instant },
): Promise<void> {
  const { kind, months, decisionId, byPersonId, at } = rule
  const values = { months, byPersonId, changedAt: new Date(at) }
  const change = { subject: derivedId('retention-rule', kind), decisionId, version: 0, byPersonId, at }
  await db.$transaction(async (tx) => {
    if ((await auditedAnswer(tx, change.subject, decisionId)) !== null) return
    const { [kind]: before } = await retentionMonths(tx)
    await tx.retentionRule.upsert({ where: { kind }, create: { kind, ...values }, update: values })
    const about = { before, months }
    await logChange(tx, { ...change, event: `retention-chosen/${kind}`, about })
  })
}
