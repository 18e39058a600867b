import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'

/** Whom a mail goes to. */
export interface Recipient {
  personId: string
  givenName: string
  name: string
  /** Null = no address: the mail is printed instead (R13.1). */
  email: string | null
  language: Language
}

/** Null where the person is gone from the directory. */
export async function readRecipient(tx: Tx, personId: string): Promise<Recipient | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { givenName: true, familyName: true, email: true, language: true },
  })
  if (person === null) return null
  return {
    personId,
    givenName: person.givenName,
    name: `${person.givenName} ${person.familyName}`,
    email: person.email,
    language: person.language === 'en' ? 'en' : 'da',
  }
}

/** Whether somebody's line goes to a leader on a day. */
export async function isLedBy(tx: Tx, employmentId: string, leaderId: string, on: Day): Promise<boolean> {
  const at = toDate(on)
  const onDay = { fromOn: { lte: at }, OR: [{ toOn: null }, { toOn: { gte: at } }] }
  return (await tx.reportingLine.count({ where: { employmentId, leaderId, ...onDay } })) > 0
}

/** The unit whose closing days count for mail to a person: that of the job they have had longest (R3.1). */
export async function unitsOfPeople(tx: Tx, personIds: string[], on: Day): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ person_id: string; unit_id: string }[]>`
    SELECT DISTINCT ON (e.person_id) e.person_id::text, m.unit_id::text FROM employment e
    JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= ${on}::date
      AND (m.to_on IS NULL OR m.to_on >= ${on}::date)
    WHERE e.person_id = ANY(${personIds}::uuid[]) AND (e.last_day IS NULL OR e.last_day >= ${on}::date)
    ORDER BY e.person_id, e.employed_from, e.id`
  return new Map(rows.map((row) => [row.person_id, row.unit_id]))
}

/** Who the union representative of a unit is: its own, or the nearest above; '' where none is named (R4.1). */
export async function trOf(tx: Tx, unitId: string): Promise<string> {
  const rows = await tx.$queryRaw<{ tr_name: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id, tr_name, 0 AS level FROM unit WHERE id = ${unitId}::uuid
      UNION ALL SELECT u.id, u.parent_id, u.tr_name, a.level + 1 FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT tr_name FROM above WHERE tr_name <> '' ORDER BY level LIMIT 1`
  return rows[0]?.tr_name ?? ''
}
