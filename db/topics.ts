import type { Instant } from '../domain/calendar/day.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import type { Tx } from './client.ts'

export const topicKinds = ['topic', 'form-does-not-fit', 'was-held'] as const
export type TopicKind = (typeof topicKinds)[number]

/** An agenda topic of the employee's own, "this form does not fit me" (R4.4), or "it was held" (R6.1). */
export interface TopicRow {
  readonly id: string
  readonly kind: TopicKind
  readonly text: string
  readonly createdAt: Instant
}

export async function topicsOf(db: Tx, talkId: string): Promise<TopicRow[]> {
  const rows = await db.topic.findMany({ where: { talkId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, kind, text, createdAt }) => ({
    id,
    kind: kind as TopicKind,
    text,
    createdAt: createdAt.getTime(),
  }))
}

/** Of anything but a topic the leader is told in the next digest (R4.4, R6.1); the same id twice tells it once. */
export async function insertTopic(
  tx: Tx,
  talk: { id: string; roundId: string },
  topic: TopicRow,
): Promise<void> {
  const createdAt = new Date(topic.createdAt)
  await tx.topic.createMany({ data: { ...topic, talkId: talk.id, createdAt }, skipDuplicates: true })
  if (topic.kind === 'topic') return
  await tx.notice.createMany({
    data: {
      subject: topic.id,
      obligation: topic.kind satisfies NoticeKind,
      occurrence: 1,
      step: 'told',
      audience: 'leader',
      talkId: talk.id,
      roundId: talk.roundId,
      whileOpen: false,
      decidedAt: createdAt,
    },
    skipDuplicates: true,
  })
}

/** How many were there to delete: none where it is another talk's. What was not told yet is not told any more. */
export async function deleteTopic(tx: Tx, talkId: string, topicId: string, at: Instant): Promise<number> {
  const { count } = await tx.topic.deleteMany({ where: { id: topicId, talkId } })
  if (count > 0)
    await tx.notice.updateMany({
      where: { subject: topicId, talkId, status: 'queued' },
      data: { status: 'dropped', reason: 'done' satisfies MailReason, endedAt: new Date(at) },
    })
  return count
}
