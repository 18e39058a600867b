import type { Instant } from '../domain/calendar/day.ts'
import {
  defaultMonths,
  type RetentionKind,
  retentionKinds,
  type RetentionMonths,
} from '../domain/retention/retention.ts'
import type { Tx } from './client.ts'

/** How many months each kind is kept: what HR has chosen, else the default. */
export async function retentionMonths(db: Tx): Promise<RetentionMonths> {
  const rows = await db.retentionRule.findMany()
  const chosen = new Map(rows.map(({ kind, months }) => [kind, months]))
  const months = retentionKinds.map((kind) => [kind, chosen.get(kind) ?? defaultMonths[kind]])
  return Object.fromEntries(months) as RetentionMonths
}

export async function chooseMonths(
  db: Tx,
  rule: { kind: RetentionKind; months: number; byPersonId: string; at: Instant },
): Promise<void> {
  const { kind, months, byPersonId } = rule
  const values = { months, byPersonId, changedAt: new Date(rule.at) }
  await db.retentionRule.upsert({ where: { kind }, create: { kind, ...values }, update: values })
}
