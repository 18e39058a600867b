import type { Instant } from '../domain/calendar/day.ts'
import type { FailedMail, Resending } from '../domain/notices/resend.ts'
import type { Tx } from './client.ts'
import { toldSince, untold } from './mail-list.ts'

/** A mail to be sent again, locked for this transaction; null where there is none of that id to anybody. */
export async function failedMailFor(
  tx: Tx,
  mailId: string,
): Promise<(FailedMail & { personId: string }) | null> {
  const rows = await tx.$queryRaw<(FailedMail & { personId: string })[]>`
    SELECT m.template, m.status, m.ended_at IS NOT NULL AS ended, p.email IS NOT NULL AS "hasAddress",
      p.id::text AS "personId",
      ${untold} AS untold, ${toldSince} AS "toldSince"
    FROM mail m JOIN person p ON p.id = m.person_id WHERE m.id = ${mailId}::uuid FOR UPDATE OF m`
  return rows[0] ?? null
}

/**
 * Puts a failed mail back into the outbox. One that was refused was told to nobody: its address, and who it is for, are
 * found anew when it is handed over. One of unknown fate stays the same person's, at the address they have by now; its
 * Message-ID is the same, so that a mailbox that has it already may tell.
 */
export async function requeueMail(
  tx: Tx,
  mailId: string,
  way: Extract<Resending, { way: unknown }>['way'],
  by: { personId: string; at: Instant },
): Promise<void> {
  const at = new Date(by.at)
  await tx.mail.update({ where: { id: mailId }, data: { resentAt: at, resentByPersonId: by.personId } })
  if (way === 'next-digest') {
    await tx.$executeRaw`SELECT fence.tell_again(${mailId}::uuid, ARRAY['refused'], true)`
    return
  }
  await tx.$executeRaw`
    UPDATE mail m SET status = CASE m.status WHEN 'refused' THEN 'queued' ELSE 'unknown' END,
      recipient = CASE m.status WHEN 'refused' THEN NULL ELSE p.email END, reason = NULL, ended_at = NULL,
      not_before_at = ${at}
    FROM person p WHERE p.id = m.person_id AND m.id = ${mailId}::uuid`
  await tx.$executeRaw`SELECT fence.tell_again(${mailId}::uuid, ARRAY['refused', 'sent'], false)`
}
