import type { NoticeStatus } from '../domain/notices/mail-outcome.ts'
import type { LadderNotice } from '../domain/notices/pacing.ts'
import type { NoticeAudience } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import type { OutboxNotice } from './outbox-notices.ts'

/** All steps of the ladders these notices belong to, by subject, obligation and occurrence. */
export async function readLadders(
  tx: Tx,
  notices: readonly OutboxNotice[],
): Promise<Map<string, Omit<LadderNotice, 'notBeforeOn'>[]>> {
  if (notices.length === 0) return new Map()
  const rows = await tx.$queryRaw<LadderRow[]>`
    SELECT DISTINCT n.id::text, n.subject::text, n.obligation AS kind, n.occurrence, n.audience, n.position, n.distance,
      n.reminder, n.due_on, n.decided_at, n.status, n.ended_at
    FROM notice n JOIN unnest(${notices.map((n) => n.subject)}::uuid[], ${notices.map((n) => n.kind)}::text[],
      ${notices.map((n) => n.occurrence)}::int[]) AS wanted(subject, obligation, occurrence)
      ON wanted.subject = n.subject AND wanted.obligation = n.obligation AND wanted.occurrence = n.occurrence`
  const ladders = new Map<string, Omit<LadderNotice, 'notBeforeOn'>[]>()
  for (const row of rows) {
    const steps = ladders.get(ladderKey(row)) ?? []
    steps.push(ladderNoticeFrom(row))
    ladders.set(ladderKey(row), steps)
  }
  return ladders
}

export function ladderKey(notice: { subject: string; kind: string; occurrence: number }): string {
  return `${notice.subject}/${notice.kind}/${notice.occurrence}`
}

interface LadderRow {
  id: string
  subject: string
  kind: string
  occurrence: number
  audience: NoticeAudience
  position: number
  distance: number
  reminder: boolean
  due_on: Date | null
  decided_at: Date
  status: NoticeStatus
  ended_at: Date | null
}

function ladderNoticeFrom(row: LadderRow): Omit<LadderNotice, 'notBeforeOn'> {
  return {
    id: row.id,
    audience: row.audience,
    position: row.position,
    distance: row.distance,
    reminder: row.reminder,
    dueOn: row.due_on && toDay(row.due_on),
    decidedAt: row.decided_at.getTime(),
    status: row.status,
    endedAt: row.ended_at?.getTime() ?? null,
  }
}
