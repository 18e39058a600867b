import type { Day, Instant } from '../domain/calendar/day.ts'
import { calendarOf } from '../domain/policy/policy.ts'
import type { RoundPerson, RoundToRun } from '../domain/simulation/dry-run-line.ts'
import { closingsOf } from './closings.ts'
import type { Db } from './client.ts'
import { personOf } from './open-talks.ts'
import { linesAbove } from './people.ts'
import type { RosterEntry, RosterRound } from './roster.ts'
import { wholeRoster } from './round-roster.ts'
import { zoneFactsOf } from './rounds.ts'

/** A draft as it would run if it started now, with the names behind its opaque keys. */
export interface DryRunMaterial {
  round: RoundToRun
  /** Names by talk id and person id. */
  names: Map<string, string>
}

/** What playing a draft's year needs: everybody it would take in, and who holds the roles around them today. */
export async function dryRunMaterial(
  db: Db,
  round: RosterRound,
  installation: { zone: string; journaling: RoundToRun['journaling'] },
  now: { at: Instant; today: Day },
): Promise<DryRunMaterial> {
  const entries = await wholeRoster(db, round, now.today)
  const closings = await closingsOf(db, [...new Set([round.unitId, ...entries.map((one) => one.unitId)])])
  const lines = await linesAbove(
    db,
    entries.map((entry) => entry.employmentId),
    now.today,
  )
  const zone = zoneFactsOf(installation.zone, now.at)
  const calendarIn = (unitId: string) => calendarOf(round.policy, zone, closings.get(unitId) ?? []).facts
  const calendars = new Map([...closings.keys()].map((unitId) => [unitId, calendarIn(unitId)]))
  const ofRound = calendarIn(round.unitId)
  const people = entries.map((entry): RoundPerson => {
    const line = lines.get(entry.employmentId)
    return {
      ...personOf(round.roundId, entry),
      calendar: calendars.get(entry.unitId) ?? ofRound,
      leader: line?.leaders[0]?.personId ?? null,
      leadersLeader: line?.leaders[1]?.personId ?? null,
      hr: line?.hr[0] ?? [NOBODY],
    }
  })
  return {
    round: {
      roundId: round.roundId,
      policy: round.policy,
      calendar: ofRound,
      journaling: installation.journaling,
      startedAt: now.at,
      people,
    },
    names: await namesOf(db, entries, people),
  }
}

/** The key of HR where a unit, and every unit above it, has none. */
const NOBODY = 'nobody'

async function namesOf(
  db: Db,
  entries: readonly RosterEntry[],
  people: readonly RoundPerson[],
): Promise<Map<string, string>> {
  const employments = await db.employment.findMany({
    where: { id: { in: entries.map((entry) => entry.employmentId) } },
    select: { id: true, person: { select: { givenName: true, familyName: true } } },
  })
  const keys = people.flatMap(({ leader, leadersLeader, hr }) => [leader ?? '', leadersLeader ?? '', ...hr])
  const around = await db.person.findMany({
    where: { id: { in: [...new Set(keys)].filter((key) => key !== '' && key !== NOBODY) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const employees = new Map(employments.map(({ id, person }) => [id, person]))
  const names = new Map(around.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]))
  entries.forEach((entry, index) => {
    const person = employees.get(entry.employmentId)
    const talkId = people[index]?.talkId
    if (person !== undefined && talkId !== undefined)
      names.set(talkId, `${person.givenName} ${person.familyName}`)
  })
  return names
}
