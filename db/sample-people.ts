import type { Tx } from './client.ts'

/** Somebody of HR, a leader, and one of the leader's employees who leads nobody: to look around with. */
export async function oneOfEachRole(db: Tx): Promise<{ label: string; personId: string }[]> {
  const people = await db.$queryRaw<{ label: string; personId: string }[]>`
    WITH heads AS (
      SELECT line.leader_id, min(line.employment_id::text)::uuid AS employee_id, count(*) AS team
      FROM reporting_line line
      JOIN employment led ON led.id = line.employment_id AND led.last_day IS NULL
      WHERE line.to_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM reporting_line below WHERE below.leader_id = line.employment_id AND below.to_on IS NULL)
      GROUP BY line.leader_id ORDER BY team DESC, line.leader_id LIMIT 1
    )
    (SELECT 'HR' AS label, person_id::text AS "personId" FROM role_grant WHERE role = 'hr' ORDER BY id LIMIT 1)
    UNION ALL
    SELECT 'Leader', leader.person_id::text FROM heads JOIN employment leader ON leader.id = heads.leader_id
    UNION ALL
    SELECT 'Employee', led.person_id::text FROM heads JOIN employment led ON led.id = heads.employee_id`
  const names = await db.person.findMany({ where: { id: { in: people.map(({ personId }) => personId) } } })
  return people.map(({ label, personId }) => {
    const person = names.find(({ id }) => id === personId)
    if (person === undefined) return { personId, label }
    const address = person.email === null ? '' : `, ${person.email}`
    return { personId, label: `${label}: ${person.givenName} ${person.familyName}${address}` }
  })
}
