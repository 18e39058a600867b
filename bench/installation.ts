import type { Db } from '../db/client.ts'
import { MINUTE } from '../domain/calendar/day.ts'
import { addOrganisation, type TestPerson } from '../test/support/organisation.ts'

/** How many talks a round has, from a school to a large municipality. */
export const scales = [100, 1_000, 10_000] as const
export type Scale = (typeof scales)[number]

export const TEAM = 30

export interface BenchInstallation {
  /** Leads TEAM employees. */
  readonly leaderId: string
  /** HR of everything. */
  readonly hrId: string
  readonly roundId: string
  /** In the middle of the talks' window. */
  readonly at: number
}

/**
 * Writes a round with so many talks: one team by the rules, and copies of it in units of their own, each with a leader.
 * The rules are not asked for each copy; how pages read them is what is measured.
 */
export async function writeInstallation(db: Db, talks: number): Promise<BenchInstallation> {
  const { addRound, addTalk, leader, hr, team } = await writeTeam(db, TEAM)
  const roundId = await addRound({ status: 'running' })
  const openedAt = Date.parse('2026-11-02T08:00:00Z')
  for (const employee of team) await addTalk(roundId, openedAt, { employee })
  await copyTeams(db, Math.ceil(talks / TEAM) - 1)
  await db.$executeRaw`ANALYZE`
  return { leaderId: leader.personId, hrId: hr.personId, roundId, at: Date.parse('2027-03-02T09:00:00Z') }
}

/** The same people without a round. */
export async function writePeople(db: Db, people: number): Promise<{ hrId: string; topUnitId: string }> {
  const { top, hr } = await writeTeam(db, TEAM)
  // A team's leader is one of them.
  await copyTeams(db, Math.ceil(people / (TEAM + 1)) - 1)
  await db.$executeRaw`ANALYZE`
  return { hrId: hr.personId, topUnitId: top }
}

/** A top unit with its head and HR, and one unit below it with a leader and a team. */
export async function writeTeam(db: Db, size: number) {
  const organisation = await addOrganisation(db, 2027)
  const { top, addUnit, addPerson, grant } = organisation
  const school = await addUnit('Ådalskolen', top)
  const head = await addPerson('Carl')
  const hr = await addPerson('Dora', { leader: head })
  await grant(hr, 'hr')
  const leader = await addPerson('Ben', { unitId: school, leader: head })
  const team: TestPerson[] = []
  for (let i = 0; i < size; i++) team.push(await addPerson(`Anna ${i}`, { unitId: school, leader }))
  return { ...organisation, hr, leader, team }
}

/**
 * Copies unit, leader, team and talks so many times; every id of a copy is made of its original's and its number, and is a
 * UUID of version 8 as the rules' own derived ids are.
 */
export async function copyTeams(db: Db, copies: number): Promise<void> {
  if (copies < 1) return
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`CREATE FUNCTION pg_temp.copied(id uuid, copy int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
      $$ SELECT overlay(overlay(md5(id::text || copy) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid $$`
      await tx.$executeRaw`CREATE TEMP TABLE copy ON COMMIT DROP AS SELECT generate_series(1, ${copies}::int) AS n`
      await tx.$executeRaw`CREATE TEMP TABLE original ON COMMIT DROP AS
      SELECT e.id, e.person_id, m.unit_id, l.leader_id FROM employment e
      JOIN unit_membership m ON m.employment_id = e.id JOIN unit u ON u.id = m.unit_id AND u.parent_id IS NOT NULL
      JOIN reporting_line l ON l.employment_id = e.id`
      await tx.$executeRaw`INSERT INTO unit (id, number, name, parent_id)
      SELECT pg_temp.copied(u.id, n), u.number || '-' || n, u.name || ' ' || n, u.parent_id
      FROM unit u, copy WHERE u.parent_id IS NOT NULL`
      await tx.$executeRaw`INSERT INTO person (id, given_name, family_name, email)
      SELECT pg_temp.copied(p.id, n), p.given_name, p.family_name || ' ' || n, n || '.' || p.email
      FROM person p JOIN original ON original.person_id = p.id, copy`
      await tx.$executeRaw`INSERT INTO employment (id, person_id, number, employed_from, hours_per_week)
      SELECT pg_temp.copied(e.id, n), pg_temp.copied(e.person_id, n), e.number || '-' || n, e.employed_from, e.hours_per_week
      FROM employment e JOIN original USING (id), copy`
      await tx.$executeRaw`INSERT INTO unit_membership (id, employment_id, unit_id, from_on)
      SELECT pg_temp.copied(m.id, n), pg_temp.copied(m.employment_id, n), pg_temp.copied(m.unit_id, n), m.from_on
      FROM unit_membership m JOIN original ON original.id = m.employment_id, copy`
      await tx.$executeRaw`INSERT INTO reporting_line (id, employment_id, leader_id, from_on)
      SELECT pg_temp.copied(l.id, n), pg_temp.copied(l.employment_id, n),
        CASE WHEN l.leader_id IN (SELECT id FROM original) THEN pg_temp.copied(l.leader_id, n) ELSE l.leader_id END, l.from_on
      FROM reporting_line l JOIN original ON original.id = l.employment_id, copy`
      await tx.$executeRaw`INSERT INTO talk (id, round_id, employment_id, kind, status, snapshot, version, started, next_due_at,
        invite_due_on, hold_due_on, opened_at, newest_fact)
      SELECT pg_temp.copied(t.id, n), t.round_id, pg_temp.copied(t.employment_id, n), t.kind, t.status, t.snapshot, t.version,
        t.started, t.next_due_at, t.invite_due_on, t.hold_due_on, t.opened_at, t.newest_fact FROM talk t, copy`
      await tx.$executeRaw`INSERT INTO obligation (id, talk_id, obligation, subject, occurrence, owed_by, due_on)
      SELECT pg_temp.copied(o.id, n), pg_temp.copied(o.talk_id, n), o.obligation, pg_temp.copied(o.subject, n), o.occurrence,
        o.owed_by, o.due_on FROM obligation o, copy`
    },
    // Ten thousand talks take longer than a request may.
    { timeout: 10 * MINUTE },
  )
}
