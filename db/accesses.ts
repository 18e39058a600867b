import { type Instant, MINUTE } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** Somebody has read content of a talk (R15.2). */
export interface Access {
  readonly talkId: string
  readonly personId: string
  /** The leader whose deputy read it. */
  readonly onBehalfOf: string | null
  readonly what: string
  readonly at: Instant
}

/** Reading the same thing again within this time is one access: a page that is open is read many times. */
const ONE_READING = 15 * MINUTE

export async function recordAccess(db: Tx, access: Access): Promise<void> {
  const { at, ...rest } = access
  const before = await db.accessEntry.findFirst({
    where: rest,
    orderBy: { id: 'desc' },
    select: { at: true },
  })
  if (before !== null && at - before.at.getTime() < ONE_READING) return
  await db.accessEntry.create({ data: { ...rest, at: new Date(at) } })
}

export interface AccessLine {
  readonly name: string
  readonly onBehalfOf: string | null
  readonly what: string
  readonly at: Instant
}

/** Who has read what of a talk, newest first. */
export async function accessesOf(db: Tx, talkId: string): Promise<AccessLine[]> {
  const rows = await db.accessEntry.findMany({
    where: { talkId },
    include: { person: { select: { givenName: true, familyName: true } } },
    orderBy: { id: 'desc' },
    take: 500,
  })
  const leaders = await namesOf(
    db,
    rows.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  )
  return rows.map(({ person, onBehalfOf, what, at }) => ({
    name: `${person.givenName} ${person.familyName}`,
    onBehalfOf: onBehalfOf === null ? null : (leaders.get(onBehalfOf) ?? null),
    what,
    at: at.getTime(),
  }))
}

/** Full names by person id. */
export async function namesOf(db: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, givenName: true, familyName: true },
  })
  return new Map(people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]))
}
