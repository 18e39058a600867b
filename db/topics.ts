import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** An agenda topic of the employee's own, or "this form does not fit me" (R4.4). */
export interface TopicRow {
  readonly id: string
  readonly kind: 'topic' | 'form-does-not-fit'
  readonly text: string
  readonly createdAt: Instant
}

export async function topicsOf(db: Tx, talkId: string): Promise<TopicRow[]> {
  const rows = await db.topic.findMany({ where: { talkId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, kind, text, createdAt }) => ({
    id,
    kind: kind === 'topic' ? 'topic' : 'form-does-not-fit',
    text,
    createdAt: createdAt.getTime(),
  }))
}

export async function insertTopic(db: Tx, talkId: string, topic: TopicRow): Promise<void> {
  await db.topic.createMany({
    data: { ...topic, talkId, createdAt: new Date(topic.createdAt) },
    skipDuplicates: true,
  })
}

/** How many were there to delete: none where it is another talk's. */
export async function deleteTopic(db: Tx, talkId: string, topicId: string): Promise<number> {
  const { count } = await db.topic.deleteMany({ where: { id: topicId, talkId } })
  return count
}
