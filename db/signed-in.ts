import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import { type GrantedRole, grantedRoles, type Who } from '../domain/permissions.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'
import { Prisma } from './generated/client.ts'
import { isOfTheHouse } from './people.ts'

/** A signed-in person as of a day. */
export interface SignedInPerson extends Who {
  readonly name: string
  readonly language: Language
}

/** Null where the person has left, or is gone from the directory. */
export async function signedInPerson(db: Tx, personId: string, today: Day): Promise<SignedInPerson | null> {
  const [person] = await db.$queryRaw<{ name: string; language: string; employmentIds: string[] }[]>`
    SELECT given_name || ' ' || family_name AS name, language,
      ARRAY(SELECT e.id::text FROM employment e WHERE e.person_id = person.id) AS "employmentIds"
    FROM person WHERE id = ${personId}::uuid AND ${isOfTheHouse(Prisma.sql`person.id`, today)}`
  if (person === undefined) return null
  const { name, language, employmentIds } = person
  return {
    personId,
    name,
    language: language === 'en' ? 'en' : 'da',
    employmentIds,
    units: await coveredUnits(db, personId, today),
    isProgram: false,
  }
}

/**
 * Every unit each role of the person covers on a day: those it was given for and all below them; none of somebody who
 * has left (R13.4).
 */
async function coveredUnits(db: Tx, personId: string, today: Day): Promise<Who['units']> {
  const rows = await db.$queryRaw<{ role: GrantedRole; unitId: string }[]>`
    WITH RECURSIVE covered (role, unit_id) AS (
      SELECT role, unit_id FROM role_grant
      WHERE person_id = ${personId}::uuid AND ${isOfTheHouse(Prisma.sql`role_grant.person_id`, today)}
        AND from_on <= ${toDate(today)}::date AND (to_on IS NULL OR to_on >= ${toDate(today)}::date)
      UNION
      SELECT covered.role, unit.id FROM covered JOIN unit ON unit.parent_id = covered.unit_id
    )
    SELECT role, unit_id::text AS "unitId" FROM covered`
  const of = (role: GrantedRole) =>
    new Set(rows.filter((row) => row.role === role).map(({ unitId }) => unitId))
  return Object.fromEntries(grantedRoles.map((role) => [role, of(role)])) as Record<GrantedRole, Set<string>>
}

export async function setLanguage(db: Tx, personId: string, language: Language): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { language } })
}
