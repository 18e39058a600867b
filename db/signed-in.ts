import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import { type GrantedRole, grantedRoles, type Who } from '../domain/permissions.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { holds, isOfTheHouse } from './people.ts'

/** A signed-in person as of a day. */
export interface SignedInPerson extends Who {
  readonly name: string
  readonly language: Language
}

/** Null where the person has left, or is gone from the directory. */
export async function signedInPerson(db: Tx, personId: string, today: Day): Promise<SignedInPerson | null> {
  const [row] = await db.$queryRaw<PersonRow[]>(selectPerson(Prisma.sql`${personId}::uuid`, today))
  return row === undefined ? null : toPerson(row)
}

export async function setLanguage(db: Tx, personId: string, language: Language): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { language } })
}

/** What `selectPerson` finds. */
export interface PersonRow {
  id: string
  name: string
  language: string
  employmentIds: string[]
  covered: { role: GrantedRole; unit_id: string }[]
}

/**
 * The person as a query, with every unit that each of their roles covers on the day: those it was given for and all below
 * them. No row of somebody who has left (R13.4).
 * @param personId in the query
 */
export function selectPerson(personId: Prisma.Sql, today: Day): Prisma.Sql {
  const onDay = Prisma.sql`asked.on_day`
  return Prisma.sql`
    SELECT person.id::text, given_name || ' ' || family_name AS name, language,
      ARRAY(SELECT e.id::text FROM employment e WHERE e.person_id = person.id) AS "employmentIds",
      (WITH RECURSIVE covered (role, unit_id) AS (
        SELECT role, unit_id FROM role_grant WHERE role_grant.person_id = person.id AND ${holds('role_grant', onDay)}
        UNION
        SELECT covered.role, unit.id FROM covered JOIN unit ON unit.parent_id = covered.unit_id
      ) SELECT coalesce(json_agg(covered), '[]') FROM covered) AS covered
    FROM (SELECT ${today}::date AS on_day) asked JOIN person ON person.id = ${personId}
    WHERE ${isOfTheHouse(Prisma.sql`person.id`, onDay)}`
}

export function toPerson({ id, name, language, employmentIds, covered }: PersonRow): SignedInPerson {
  const of = (role: GrantedRole) =>
    new Set(covered.filter((one) => one.role === role).map((one) => one.unit_id))
  return {
    personId: id,
    name,
    language: language === 'en' ? 'en' : 'da',
    employmentIds,
    units: Object.fromEntries(grantedRoles.map((role) => [role, of(role)])) as Record<
      GrantedRole,
      Set<string>
    >,
    isProgram: false,
  }
}
