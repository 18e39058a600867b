import type { Day } from '../domain/calendar/day.ts'
import type { MailReason, MailStatus } from '../domain/notices/mail-outcome.ts'
import type { Tx } from './client.ts'
import type { MailTemplate } from './outbox-mails.ts'

/** A mail that did not reach its person, for HR to look at (R14.5). */
export interface FailedMail {
  id: string
  personId: string
  name: string
  template: MailTemplate
  subject: string | null
  recipient: string | null
  status: Extract<MailStatus, 'refused' | 'unknown'>
  reason: MailReason | null
  at: Date
}

/** Mails that the server refused, or of which nobody knows whether they arrived, to people of these units; newest first. */
export async function failedMails(
  db: Tx,
  unitIds: readonly string[],
  on: Day,
  limit: number,
): Promise<FailedMail[]> {
  return db.$queryRaw<FailedMail[]>`
    SELECT m.id::text, p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name, m.template,
      m.subject_line AS subject, m.recipient, m.status, m.reason, coalesce(m.ended_at, m.created_at) AS at
    FROM mail m JOIN person p ON p.id = m.person_id
    WHERE m.status IN ('refused', 'unknown') AND EXISTS (
      SELECT 1 FROM employment e JOIN unit_membership u ON u.employment_id = e.id
      WHERE e.person_id = p.id AND u.unit_id = ANY(${[...unitIds]}::uuid[]) AND u.from_on <= ${on}::date
        AND (u.to_on IS NULL OR u.to_on >= ${on}::date))
    ORDER BY at DESC, m.id LIMIT ${limit}`
}

/** Whether a person has a job in one of these units on a day. */
export async function isPersonOf(
  db: Tx,
  personId: string,
  unitIds: readonly string[],
  on: Day,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM employment e JOIN unit_membership u ON u.employment_id = e.id
    WHERE e.person_id = ${personId}::uuid AND u.unit_id = ANY(${[...unitIds]}::uuid[])
      AND u.from_on <= greatest(${on}::date, e.employed_from)
      AND (u.to_on IS NULL OR u.to_on >= ${on}::date) LIMIT 1`
  return rows.length > 0
}

/** The people without a mail address whom a person leads, or is deputy for the leader of, and those of these units. */
export async function peopleToPrintFor(
  db: Tx,
  { employmentIds, unitIds }: { employmentIds: readonly string[]; unitIds: readonly string[] },
  on: Day,
): Promise<{ personId: string; name: string }[]> {
  return db.$queryRaw<{ personId: string; name: string }[]>`
    SELECT DISTINCT p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name
    FROM person p JOIN employment e ON e.person_id = p.id
    WHERE p.email IS NULL AND (
      EXISTS (SELECT 1 FROM reporting_line l WHERE l.employment_id = e.id AND l.from_on <= ${on}::date
        AND (l.to_on IS NULL OR l.to_on >= ${on}::date) AND (l.leader_id = ANY(${[...employmentIds]}::uuid[])
          OR EXISTS (SELECT 1 FROM deputy d WHERE d.leader_id = l.leader_id AND d.deputy_id = ANY(${[...employmentIds]}::uuid[])
            AND d.from_on <= ${on}::date AND d.to_on >= ${on}::date)))
      OR EXISTS (SELECT 1 FROM unit_membership u WHERE u.employment_id = e.id
        AND u.unit_id = ANY(${[...unitIds]}::uuid[]) AND u.from_on <= ${on}::date
        AND (u.to_on IS NULL OR u.to_on >= ${on}::date)))
    ORDER BY name`
}
