import type { Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import { namesOf } from './accesses.ts'
import type { Tx } from './client.ts'

/** HR's own words to a leader about their team, or to an employee about their talk (R14.5). */
export interface NudgeView {
  id: string
  to: 'leader' | 'employee'
  talkId: string | null
  leaderId: string | null
  /** Whom it was written to; null where that person is gone. */
  name: string | null
  text: string
  /** Who wrote it; null where that person is gone. */
  by: string | null
  at: Instant
}

export interface NudgeOrder {
  decisionId: string
  roundId: string
  leaderIds: readonly string[]
  talkIds: readonly string[]
  text: string
  byPersonId: string
  at: Instant
}

/**
 * Keeps the words and tells each recipient that they wait on the page; the same request twice tells them once. Where HR
 * has written in the round to some of them since an instant, nobody is told, and those are the answer (R14.5). Two who
 * press at once wait for each other.
 */
export async function nudge(tx: Tx, order: NudgeOrder, since: Instant): Promise<ReadonlySet<string>> {
  await tx.$queryRaw`SELECT id FROM round WHERE id = ${order.roundId}::uuid FOR NO KEY UPDATE`
  const recently = await nudgedSince(tx, order, since)
  if (recently.size === 0) await write(tx, order)
  return recently
}

/** What HR has written in a round, newest first. */
export async function nudgesOfRound(db: Tx, roundId: string): Promise<NudgeView[]> {
  return viewsOf(db, { roundId })
}

/** What HR has written to a person in the rounds: as leader of these employments, or in these talks. */
export async function nudgesTo(
  db: Tx,
  to: { leaderIds: readonly string[]; talkIds: readonly string[] },
): Promise<NudgeView[]> {
  return viewsOf(db, {
    OR: [{ leaderId: { in: [...to.leaderIds] } }, { talkId: { in: [...to.talkIds] } }],
  })
}

/** Which of these talks are in the round and of somebody still employed in it. */
export async function nudgeableTalks(
  db: Tx,
  roundId: string,
  talkIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.talk.findMany({
    where: { id: { in: [...talkIds] }, roundId, status: { notIn: ['left', 'stopped'] } },
    select: { id: true },
  })
  return new Set(rows.map((row) => row.id))
}

/** A request's own are not counted. */
async function nudgedSince(db: Tx, order: NudgeOrder, since: Instant): Promise<Set<string>> {
  const own = [...order.leaderIds, ...order.talkIds].map((to) => nudgeId(order, to))
  const rows = await db.nudge.findMany({
    where: {
      roundId: order.roundId,
      at: { gte: new Date(since) },
      id: { notIn: own },
      OR: [{ leaderId: { in: [...order.leaderIds] } }, { talkId: { in: [...order.talkIds] } }],
    },
    select: { leaderId: true, talkId: true },
  })
  return new Set(rows.map(({ leaderId, talkId }) => leaderId ?? talkId ?? ''))
}

async function write(tx: Tx, order: NudgeOrder): Promise<void> {
  const { roundId, text, byPersonId, at } = order
  const to = [
    ...order.leaderIds.map((leaderId) => ({ id: nudgeId(order, leaderId), leaderId, talkId: null })),
    ...order.talkIds.map((talkId) => ({ id: nudgeId(order, talkId), leaderId: null, talkId })),
  ]
  await tx.nudge.createMany({
    data: to.map((one) => ({ ...one, roundId, text, byPersonId, at: new Date(at) })),
    skipDuplicates: true,
  })
  await tx.notice.createMany({
    data: to.map(({ id, leaderId, talkId }) => ({
      subject: id,
      obligation: 'nudge' satisfies NoticeKind,
      occurrence: 1,
      step: 'told',
      audience: talkId === null ? 'leader' : 'employee',
      talkId,
      leaderId,
      roundId,
      whileOpen: false,
      decidedAt: new Date(at),
    })),
    skipDuplicates: true,
  })
}

async function viewsOf(db: Tx, where: NonNullable<Parameters<Tx['nudge']['findMany']>[0]>['where']) {
  const rows = await db.nudge.findMany({ where: where ?? {}, orderBy: [{ at: 'desc' }, { id: 'asc' }] })
  const person = { select: { givenName: true, familyName: true } }
  const [by, leaders, talks] = await Promise.all([
    namesOf(
      db,
      rows.flatMap((row) => row.byPersonId ?? []),
    ),
    db.employment.findMany({
      where: { id: { in: rows.flatMap((row) => row.leaderId ?? []) } },
      select: { id: true, person },
    }),
    db.talk.findMany({
      where: { id: { in: rows.flatMap((row) => row.talkId ?? []) } },
      select: { id: true, employment: { select: { person } } },
    }),
  ])
  const to = new Map([
    ...leaders.map((leader) => [leader.id, nameOf(leader.person)] as const),
    ...talks.map((talk) => [talk.id, nameOf(talk.employment.person)] as const),
  ])
  return rows.map(
    (row): NudgeView => ({
      id: row.id,
      to: row.talkId === null ? 'leader' : 'employee',
      talkId: row.talkId,
      leaderId: row.leaderId,
      name: to.get(row.talkId ?? row.leaderId ?? '') ?? null,
      text: row.text,
      by: row.byPersonId && (by.get(row.byPersonId) ?? null),
      at: row.at.getTime(),
    }),
  )
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`
}

function nudgeId({ decisionId }: NudgeOrder, to: string): string {
  return derivedId('nudge', decisionId, to)
}
