import { type Instant, MINUTE } from '../domain/calendar/day.ts'
import { type AccessStanding, accessStandings } from '../domain/permissions.ts'
import { writeNote } from './audit.ts'
import type { Db, Tx } from './client.ts'

/** Somebody has read content of a talk (R15.2). */
export interface Access {
  readonly talkId: string
  readonly personId: string
  /** The leader whose deputy read it. */
  readonly onBehalfOf: string | null
  readonly standing: AccessStanding
  /** The opening by which it was read. */
  readonly openingId: string | null
  readonly what: string
  readonly at: Instant
}

/** Reading the same thing again within this time is one access: a page that is open is read many times. */
const ONE_READING = 15 * MINUTE

/** The list that people read, and the talk's chain, which outlives it. */
export async function recordAccess(db: Db, access: Access): Promise<void> {
  const { at, ...rest } = access
  const note = async (tx: Tx) => {
    const before = await tx.accessEntry.findFirst({
      where: rest,
      orderBy: { id: 'desc' },
      select: { at: true },
    })
    if (before !== null && at - before.at.getTime() < ONE_READING) return
    const { id } = await tx.accessEntry.create({ data: { ...rest, at: new Date(at) } })
    const { talkId, personId, onBehalfOf, standing, what } = rest
    await writeNote(tx, {
      subject: talkId,
      talkId,
      decisionId: `read/${id}`,
      event: `read/${what}/${standing}`,
      at,
      byPersonId: personId,
      onBehalfOf,
    })
  }
  // A page asks for several things at once: who waits for a connection is given what they may read all the same.
  await db.$transaction(note, { maxWait: 10_000 })
}

/**
 * What is not of a talk and is read all the same, in the chain of the person it is about: their letters, by whoever prints
 * them, or the copy of everything known about them.
 */
export async function noteReadingAbout(
  db: Tx,
  reading: {
    readonly personId: string
    readonly what: string
    readonly byPersonId: string | null
    readonly at: Instant
  },
): Promise<void> {
  const { personId, what, byPersonId, at } = reading
  const decisionId = `read/${what}/${byPersonId ?? 'outside'}/${Math.floor(at / ONE_READING)}`
  const about = { subject: personId, talkId: null, onBehalfOf: null }
  await writeNote(db, { ...about, decisionId, event: `read/${what}`, byPersonId, at })
}

export interface AccessLine {
  readonly name: string
  readonly onBehalfOf: string | null
  /** Null where an older version wrote it down. */
  readonly standing: AccessStanding | null
  /** With which the plan was opened; null but for those. */
  readonly reason: string | null
  readonly what: string
  readonly at: Instant
}

/** Who has read what of a talk, newest first. */
export async function accessesOf(db: Tx, talkId: string): Promise<AccessLine[]> {
  const rows = await db.accessEntry.findMany({
    where: { talkId },
    include: {
      person: { select: { givenName: true, familyName: true } },
      opening: { select: { reason: true } },
    },
    orderBy: { id: 'desc' },
    take: 500,
  })
  const leaders = await namesOf(
    db,
    rows.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  )
  return rows.map(({ person, onBehalfOf, standing, opening, what, at }) => ({
    name: `${person.givenName} ${person.familyName}`,
    onBehalfOf: onBehalfOf === null ? null : (leaders.get(onBehalfOf) ?? null),
    standing: accessStandings.find((one) => one === standing) ?? null,
    reason: opening?.reason ?? null,
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
