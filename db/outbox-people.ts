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
  return (await readRecipients(tx, [personId])).get(personId) ?? null
}

/** By person; who is gone from the directory is left out. */
export async function readRecipients(tx: Tx, personIds: readonly string[]): Promise<Map<string, Recipient>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<Recipient[]>`
    SELECT id::text AS "personId", given_name AS "givenName", given_name || ' ' || family_name AS name, email,
      CASE WHEN language = 'en' THEN 'en' ELSE 'da' END AS language
    FROM person WHERE id = ANY(${[...personIds]}::uuid[])`
  return new Map(rows.map((row) => [row.personId, row]))
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

/** Who the union representative of each unit is: its own, or the nearest above; left out where none is named (R4.1). */
export async function trsOf(tx: Tx, unitIds: readonly string[]): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ of: string; tr_name: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id AS "of", parent_id, tr_name, 0 AS level FROM unit WHERE id = ANY(${[...unitIds]}::uuid[])
      UNION ALL
      SELECT a."of", u.parent_id, u.tr_name, a.level + 1 FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT DISTINCT ON ("of") "of"::text, tr_name FROM above WHERE tr_name <> '' ORDER BY "of", level`
  return new Map(rows.map(({ of, tr_name }) => [of, tr_name]))
}
