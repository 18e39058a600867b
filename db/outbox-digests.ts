import type { Day, Instant } from '../domain/calendar/day.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import type { Tx } from './client.ts'
import { endMail, endNotices, noticesOnMail, unlinkNotices } from './outbox-mails.ts'

/** What a digest's row keeps: the day, the notices it was made for, and once composed every talk it speaks of. */
export interface DigestData {
  on: Day
  notices: string[]
  talks?: string[]
}

/** More digests in a row than can be of unknown fate. */
const MOST_UNKNOWN = 30

/** Makes a person's digest of a day; false where there is one already. Links the notices that have no mail yet. */
export async function insertDigest(
  tx: Tx,
  digest: { personId: string; on: Day; notices: string[]; at: Instant },
): Promise<boolean> {
  const { personId, on, notices, at } = digest
  const data: DigestData = { on, notices }
  const made = await tx.mail.createManyAndReturn({
    data: [
      {
        key: digestKey(personId, on),
        template: 'digest',
        lane: 'digest',
        personId,
        data: { ...data },
        notBeforeAt: new Date(at),
        createdAt: new Date(at),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  })
  const mailId = made[0]?.id
  if (mailId === undefined) return false
  await tx.notice.updateMany({
    where: { id: { in: notices }, mailId: null, status: 'queued' },
    data: { mailId },
  })
  return true
}

/** Which of these people have a digest of the day already, whatever became of it. */
export async function peopleWithDigest(tx: Tx, personIds: readonly string[], on: Day): Promise<Set<string>> {
  const keys = new Map(personIds.map((id) => [digestKey(id, on), id]))
  const made = await tx.mail.findMany({ where: { key: { in: [...keys.keys()] } }, select: { key: true } })
  return new Set(made.flatMap(({ key }) => keys.get(key) ?? []))
}

/**
 * Ends digests of earlier days, so that none goes beside today's (R11.4); tells how many were dropped. The notices of one
 * that never went wait for today's (R3.4). One of unknown fate has probably arrived: its notices count as told when it was
 * handed over, and what of them still holds stands among the rest of the next digest.
 */
export async function endStaleDigests(tx: Tx, today: Day, at: Instant): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; status: 'queued' | 'unknown'; tried_at: Date | null }[]>`
    SELECT m.id::text, m.status, (SELECT max(a.at) FROM mail_attempt a WHERE a.mail_id = m.id) AS tried_at
    FROM mail m WHERE m.lane = 'digest' AND m.status IN ('queued', 'unknown') AND m.ended_at IS NULL
      AND m.data->>'on' < ${today} FOR UPDATE SKIP LOCKED`
  const reason: MailReason = 'overtaken'
  for (const { id, status, tried_at } of rows) {
    const notices = await noticesOnMail(tx, id)
    if (status === 'queued') {
      await unlinkNotices(tx, notices)
      await endMail(tx, id, { status: 'dropped', reason, at })
    } else {
      await endNotices(tx, notices, { status: 'sent', reason: 'unknown', at: tried_at?.getTime() ?? at })
      await endMail(tx, id, { status: 'unknown', reason, at })
    }
  }
  return rows.filter((row) => row.status === 'queued').length
}

/** The notices of a person's digests of unknown fate since the last that surely went: perhaps nobody told them. */
export async function perhapsTold(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.mail.findMany({
    where: { personId, template: 'digest', status: { in: ['unknown', 'sent'] }, endedAt: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { status: true, data: true },
    take: MOST_UNKNOWN,
  })
  const last = rows.findIndex((row) => row.status === 'sent')
  const since = last === -1 ? rows : rows.slice(0, last)
  return [...new Set(since.flatMap((row) => (row.data as unknown as DigestData).notices))]
}

function digestKey(personId: string, on: Day): string {
  return `digest:${personId}:${on}`
}
