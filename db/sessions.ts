import { DAY, type Day, type Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { isOfTheHouse } from './people.ts'

/** Whose session it is; null where it ended or never was. Instants here are on real time (design: time is injected). */
export async function sessionPerson(db: Tx, idHash: string, at: Instant): Promise<string | null> {
  const session = await db.session.findUnique({ where: { id: idHash } })
  return session !== null && session.expiresAt.getTime() > at ? session.personId : null
}

export async function insertSession(
  db: Tx,
  session: { idHash: string; personId: string; at: Instant; expiresAt: Instant },
): Promise<void> {
  const { idHash, personId, at, expiresAt } = session
  await db.session.create({
    data: {
      id: idHash,
      personId,
      createdAt: new Date(at),
      lastSeenAt: new Date(at),
      expiresAt: new Date(expiresAt),
    },
  })
}

export async function endSession(db: Tx, idHash: string): Promise<void> {
  await db.session.deleteMany({ where: { id: idHash } })
}

export async function insertSignInLink(
  db: Tx,
  link: { tokenHash: string; personId: string; expiresAt: Instant },
): Promise<void> {
  await db.signInLink.create({ data: { ...link, expiresAt: new Date(link.expiresAt) } })
}

/** Whether the link could still be used; looking changes nothing, because mail scanners look too. */
export async function isSignInLinkOpen(db: Tx, tokenHash: string, at: Instant): Promise<boolean> {
  const link = await db.signInLink.findUnique({ where: { tokenHash } })
  return link !== null && link.usedAt === null && link.expiresAt.getTime() > at
}

/** Uses the link up and answers whose it is; of several at once exactly one gets the person. */
export async function consumeSignInLink(db: Tx, tokenHash: string, at: Instant): Promise<string | null> {
  const [link] = await db.signInLink.updateManyAndReturn({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date(at) } },
    data: { usedAt: new Date(at) },
    select: { personId: true },
  })
  return link?.personId ?? null
}

/** The people with an address who have not left; more than one where two share it. */
export async function peopleWithEmail(db: Tx, email: string, today: Day): Promise<string[]> {
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM person WHERE email = ${email} AND ${isOfTheHouse(Prisma.sql`person.id`, today)}`
  return people.map(({ id }) => id)
}

/** How many links a person could still use. */
export async function countOpenSignInLinks(db: Tx, personId: string, at: Instant): Promise<number> {
  return db.signInLink.count({ where: { personId, usedAt: null, expiresAt: { gt: new Date(at) } } })
}

/** Forgets sessions and links that are over, and answers to requests that nobody sends again. */
export async function forgetExpired(db: Tx, at: Instant): Promise<void> {
  const expired = { expiresAt: { lt: new Date(at - DAY) } }
  await db.session.deleteMany({ where: expired })
  await db.signInLink.deleteMany({ where: expired })
  await db.answeredRequest.deleteMany({ where: { at: { lt: new Date(at - ANSWERS_KEPT) } } })
}

/** A browser or program that sends a request again does so within minutes; a weekend's outage is the longest. */
const ANSWERS_KEPT = 7 * DAY
