import type { Instant } from '../../domain/calendar/day.ts'
import { pause } from '../../scripts/infrastructure/process.ts'
import { type Cast, addCast } from '../support/cast.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { Saved } from './evidence.ts'
import type { Installation } from './installation.ts'
import { createPeople, type Json, type People } from './people.ts'

/** A school in a started round, whose people are signed in. */
export interface World extends Installation {
  readonly cast: Cast
  readonly people: People
  /** Whom Ben leads. */
  readonly employees: readonly TestPerson[]
  readonly roundId: string
  /** When HR started it. */
  readonly startedAt: Instant
  /** Whoever is at the school when its round starts. */
  readonly roster: { roundId: string; employmentId: string }[]
  talkOf(person: TestPerson): string
  /** What was acknowledged, to be read again at the end. */
  readonly kept: { who: TestPerson; what: string; place: Place; content: object }[]
  readAgain(): Promise<Saved[]>
  /** What was found missing on the way. */
  readonly lost: Saved[]
}

export interface Place {
  read: string
  write: string
  of: (body: Json) => Json
}

/**
 * @param names of employees beside Anna
 * @param whileOpening begins as HR starts the round
 */
export async function openWorld(
  installation: Installation,
  names: readonly string[],
  whileOpening: () => Promise<void> = async () => {},
): Promise<World> {
  const { db, settle } = installation
  const people = createPeople(installation)
  const cast = await addCast(db)
  const { organisation, school, anna, ben, carl, dora } = cast
  const employees = [anna]
  for (const name of names)
    employees.push(await organisation.addPerson(name, { unitId: school, leader: ben }))
  for (const person of [...employees, ben, carl, dora]) await people.signIn(person)
  const roundId = await organisation.addRound({ unitId: school })
  const roster = [...employees, ben].map(({ employmentId }) => ({ roundId, employmentId }))
  const startedAt = await installation.player.now()
  await Promise.all([whileOpening(), people.ask(dora, 'POST', `/rounds/${roundId}/start`, {})])
  const talks = await untilOpen(installation, roundId, roster.length)
  await settle()
  const kept: World['kept'] = []
  const lost: Saved[] = []
  return {
    ...installation,
    cast,
    people,
    employees,
    roundId,
    startedAt,
    roster,
    talkOf: ({ employmentId, name }) => {
      const id = talks.get(employmentId)
      if (id === undefined) throw new Error(`${name} has no talk`)
      return id
    },
    kept,
    lost,
    readAgain: async () => {
      const saved: Saved[] = [...lost]
      for (const { who, what, place, content } of kept) {
        const there = place.of(await people.get(who, place.read))
        saved.push({ what, sent: JSON.stringify(content), read: JSON.stringify(there?.content) ?? '' })
      }
      return saved
    },
  }
}

async function untilOpen(
  { db }: Installation,
  roundId: string,
  expected: number,
): Promise<Map<string, string>> {
  const until = performance.now() + OPEN_MS
  while (performance.now() < until) {
    // The database may be away at the moment.
    const talks = await db.talk.findMany({ where: { roundId, started: true } }).catch(() => [])
    if (talks.length >= expected) return new Map(talks.map((talk) => [talk.employmentId, talk.id]))
    await pause(100)
  }
  throw new Error(`the ${expected} talks of the round did not open within ${OPEN_MS / 60_000} minutes`)
}

/** How long a round may take to open when worker and servers have to come back first. */
const OPEN_MS = 180_000
