import type { Day } from '../domain/calendar/day.ts'
import type { ExemptReason } from '../domain/eligibility.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
import { toDay } from './days.ts'
import { leadsSomebody } from './eligibility.ts'
import { Prisma } from './generated/client.ts'
import { unitOn } from './overview.ts'
import { type RosterEntry, type RosterRound, rosterPage } from './roster.ts'

/** Somebody whom a round accounts for, or would take in if it started now. */
export interface RosterLine {
  employmentId: string
  number: string
  name: string
  title: string
  unitId: string
  unitName: string
  /** The rule that would exempt them (R13.2). Of a started round the reason stands with the one talk alone (0045). */
  exemptReason: ExemptReason | null
  /** The first day their clock may run where that is later than the orientation: hired or eligible later. */
  eligibleFrom: Day | null
  hasMail: boolean
  hasBirthDate: boolean
  isLeader: boolean
  /** Their talk and how far it is; null before the round starts. */
  talk: { id: string; status: TalkStatus } | null
}

/** Somebody of the unit who is not taken in, because another round of the kind already has them (R1.1). */
export interface ElsewhereLine {
  employmentId: string
  number: string
  name: string
  roundId: string
  roundName: string
}

export interface Roster {
  roster: RosterLine[]
  elsewhere: ElsewhereLine[]
}

const PAGE = 500

/** Who is in and who is exempt, with reasons, if the round started on this day; by name. */
export async function previewRoster(db: Db, round: RosterRound, today: Day): Promise<Roster> {
  const entries = await wholeRoster(db, round, today)
  const lines = entries.map(({ exemptReason, eligibleFrom, employment, employmentId, unitId }) => {
    const { isLeader } = employment
    return { employmentId, unitId, exemptReason, eligibleFrom, isLeader, talk: null }
  })
  return rosterByName(db, round, today, lines)
}

/** Whom a started round accounts for, and how far each is; by name. */
export async function startedRoster(db: Db, round: RosterRound, today: Day): Promise<Roster> {
  const rows = await db.$queryRaw<StartedRow[]>`
    SELECT t.employment_id::text AS "employmentId", coalesce(m.unit_id::text, '') AS "unitId",
      CASE WHEN t.snapshot->>'startsOn' > t.snapshot->'policy'->>'orientationOn'
        THEN (t.snapshot->>'startsOn')::date END AS "eligibleFrom",
      ${leadsSomebody(Prisma.sql`${today}::date`)} AS "isLeader",
      jsonb_build_object('id', t.id, 'status', t.status) AS talk
    FROM talk t JOIN employment e ON e.id = t.employment_id ${unitOn(today)}
    WHERE t.round_id = ${round.roundId}::uuid`
  const lines = rows.map((row) => ({
    ...row,
    exemptReason: null,
    eligibleFrom: row.eligibleFrom && toDay(row.eligibleFrom),
  }))
  return rosterByName(db, round, today, lines)
}

/** Everybody without a talk in the round whom starting it would take in. */
export async function wholeRoster(db: Tx, round: RosterRound, today: Day): Promise<RosterEntry[]> {
  const entries: RosterEntry[] = []
  for (let after: string | null = null; ; ) {
    const page: RosterEntry[] = await rosterPage(db, round, today, after, PAGE)
    entries.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return entries
    after = last.employmentId
  }
}

/** Which of these units a round of LUS of the year reaches: its own unit, or one below it (R12). */
export async function unitsWithLus(db: Tx, year: number, unitIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ unitId: string }[]>`
    WITH RECURSIVE above (of_unit, id, parent_id) AS (
      SELECT id, id, parent_id FROM unit WHERE id = ANY(${[...new Set(unitIds)]}::uuid[])
      UNION SELECT a.of_unit, u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT DISTINCT a.of_unit::text AS "unitId" FROM above a JOIN round r ON r.unit_id = a.id
    WHERE r.kind = ${'lus' satisfies RoundKind} AND r.year = ${year} AND r.status <> 'stopped'`
  return new Set(rows.map(({ unitId }) => unitId))
}

type Named = Pick<RosterLine, 'number' | 'name' | 'title' | 'unitName' | 'hasMail' | 'hasBirthDate'>
type Nameless = Omit<RosterLine, keyof Named>
type StartedRow = Omit<Nameless, 'eligibleFrom' | 'exemptReason'> & { eligibleFrom: Date | null }

async function rosterByName(
  db: Db,
  round: RosterRound,
  today: Day,
  lines: readonly Nameless[],
): Promise<Roster> {
  const people = await namesOf(db, lines)
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'da')
  return {
    roster: lines
      .flatMap((line) => {
        const named = people.get(line.employmentId)
        return named === undefined ? [] : [{ ...line, ...named }]
      })
      .sort(byName),
    elsewhere: (await takenElsewhere(db, round, today)).sort(byName),
  }
}

async function namesOf(db: Tx, entries: readonly Nameless[]): Promise<Map<string, Named>> {
  const employments = await db.employment.findMany({
    where: { id: { in: entries.map((entry) => entry.employmentId) } },
    select: {
      id: true,
      number: true,
      title: true,
      person: { select: { givenName: true, familyName: true, email: true, birthDate: true } },
    },
  })
  const units = await db.unit.findMany({
    where: { id: { in: [...new Set(entries.map((entry) => entry.unitId).filter(Boolean))] } },
    select: { id: true, name: true },
  })
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
  const unitOf = new Map(entries.map((entry) => [entry.employmentId, entry.unitId]))
  return new Map(
    employments.map(({ id, number, title, person }) => [
      id,
      {
        number,
        title,
        name: `${person.givenName} ${person.familyName}`,
        unitName: unitNames.get(unitOf.get(id) ?? '') ?? '',
        hasMail: person.email !== null,
        hasBirthDate: person.birthDate !== null,
      },
    ]),
  )
}

async function takenElsewhere(db: Tx, round: RosterRound, today: Day): Promise<ElsewhereLine[]> {
  return db.$queryRaw<ElsewhereLine[]>`
    WITH RECURSIVE below AS (
      SELECT id FROM unit WHERE id = ${round.unitId}::uuid
      UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
    SELECT DISTINCT ON (e.id) e.id::text AS "employmentId", e.number, p.given_name || ' ' || p.family_name AS name,
      r.id::text AS "roundId", r.name AS "roundName"
    FROM employment e JOIN person p ON p.id = e.person_id
    JOIN unit_membership m ON m.employment_id = e.id
      AND m.from_on <= greatest(${today}::date, e.employed_from)
      AND (m.to_on IS NULL OR m.to_on >= greatest(${today}::date, e.employed_from))
    JOIN talk t ON t.employment_id = e.id AND t.kind = ${round.kind}
    JOIN round r ON r.id = t.round_id AND r.id <> ${round.roundId}::uuid
      AND r.status IN ('scheduled', 'running', 'closing')
    WHERE m.unit_id IN (SELECT id FROM below) AND (e.last_day IS NULL OR e.last_day >= ${today}::date)
      AND (r.snapshot->'policy'->>'talksFrom')::date <= ${round.policy.talksTo}::date
      AND (r.snapshot->'policy'->>'talksTo')::date >= ${round.policy.talksFrom}::date
    ORDER BY e.id, r.id`
}
