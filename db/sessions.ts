import { DAY, type Day, type Instant } from '../domain/calendar/day.ts'
import type { GrantedRole } from '../domain/permissions.ts'
import { derivedId } from '../domain/derived-id.ts'
import { writeNote } from './audit.ts'
import type { Db, Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { hasSettledAddress, hasSettledNumber, isOfTheHouse } from './people.ts'
import { forgetTokens } from './service-tokens.ts'
import { type PersonRow, selectPerson, type SignedInPerson, toPerson } from './signed-in.ts'

/** Somebody's way in, from one browser or program. Instants here are on real time (design: time is injected). */
export interface Session {
  readonly idHash: string
  readonly personId: string
  /** The program and system it began in; '' where it did not say. */
  readonly device: string
  /** The workplace's sign-in service it came from; null for a mailed link. */
  readonly provider: string | null
  /** More than one factor was shown there. */
  readonly isStrong: boolean
  /** By which its provider may end it (db/provider-sign-out.ts); null where it has told none. */
  readonly providerSubject: string | null
  readonly providerSession: string | null
  /** What its person held when it began. */
  readonly roles: readonly GrantedRole[]
  readonly beganAt: Instant
  readonly seenAt: Instant
  /** However much it is used. */
  readonly expiresAt: Instant
}

/** A session, and its person as of a day: null for who has left, or is gone. Both at once: every request asks for both. */
export async function findSession(
  db: Tx,
  idHash: string,
  today: Day,
): Promise<{ session: Session; person: SignedInPerson | null } | null> {
  const person = selectPerson(Prisma.sql`session.person_id`, today)
  const [row] = await db.$queryRaw<(SessionRow & { person: PersonRow | null })[]>`
    SELECT id, person_id::text AS "personId", created_at AS "createdAt", last_seen_at AS "lastSeenAt",
      expires_at AS "expiresAt", device, provider, is_strong AS "isStrong", roles,
      provider_subject AS "providerSubject", provider_session AS "providerSession",
      (SELECT to_json(found) FROM (${person}) found) AS person
    FROM session WHERE id = ${idHash}`
  if (row === undefined) return null
  const { person: found, ...session } = row
  return { session: toSession(session), person: found && toPerson(found) }
}

/** Every session of a person, the last used first. */
export async function sessionsOf(db: Tx, personId: string): Promise<Session[]> {
  const rows = await db.session.findMany({
    where: { personId },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toSession)
}

/**
 * Why a session ended: by its person there, or from another one; by the next one in the browser; because their mail address
 * was changed, or their number came to open what is another's too; by the provider it came from; or by itself.
 */
export type SessionEnd =
  | 'signed-out'
  | 'ended-elsewhere'
  | 'replaced'
  | 'address-changed'
  | 'joined'
  | 'provider-ended'
  | 'over'

/** With its note in the person's chain: which way they came, and how they showed who they are. */
export async function insertSession(db: Db, session: Omit<Session, 'seenAt'>): Promise<void> {
  const { idHash, personId, provider, isStrong, roles, beganAt, expiresAt, ...kept } = session
  const way = provider ?? 'link'
  await db.$transaction(async (tx) => {
    await tx.session.create({
      data: {
        ...kept,
        id: idHash,
        personId,
        provider,
        isStrong,
        roles: [...roles],
        createdAt: new Date(beganAt),
        lastSeenAt: new Date(beganAt),
        expiresAt: new Date(expiresAt),
      },
    })
    await noteSession(tx, { id: idHash, personId }, `begun/${way}/${isStrong ? 'strong' : 'single'}`, beganAt)
  })
}

export async function noteSeen(db: Tx, idHash: string, at: Instant): Promise<void> {
  await db.session.updateMany({ where: { id: idHash }, data: { lastSeenAt: new Date(at) } })
}

export async function endSession(db: Db, idHash: string, why: SessionEnd, at: Instant): Promise<void> {
  await endSessions(db, Prisma.sql`id = ${idHash}`, why, at)
}

/** All of a person's but the one that asks. */
export async function endOtherSessions(
  db: Db,
  personId: string,
  here: Session | null,
  at: Instant,
): Promise<void> {
  const others = Prisma.sql`person_id = ${personId}::uuid AND id <> ${here?.idHash ?? ''}`
  await endSessions(db, others, 'ended-elsewhere', at)
}

/** Of people whose mail address is another from now on: sessions end, and no link that was mailed works any more. */
export async function closeWaysIn(tx: Tx, personIds: readonly string[], at: Instant): Promise<void> {
  const isTheirs = Prisma.sql`person_id = ANY(${personIds}::uuid[])`
  await endSessionsWithin(tx, isTheirs, 'address-changed', at)
  await tx.$executeRaw`DELETE FROM sign_in_link WHERE ${isTheirs} AND used_at IS NULL`
}

async function endSessions(db: Db, which: Prisma.Sql, why: SessionEnd, at: Instant): Promise<void> {
  await db.$transaction((tx) => endSessionsWithin(tx, which, why, at))
}

export async function endSessionsWithin(
  tx: Tx,
  which: Prisma.Sql,
  why: SessionEnd,
  at: Instant,
): Promise<void> {
  const ended = await tx.$queryRaw<{ id: string; personId: string }[]>`
    DELETE FROM session WHERE ${which} RETURNING id, person_id::text AS "personId"`
  for (const one of ended) await noteSession(tx, one, `ended/${why}`, at)
}

function noteSession(
  tx: Tx,
  { id, personId }: { id: string; personId: string },
  what: string,
  at: Instant,
): Promise<void> {
  const [state] = what.split('/')
  return writeNote(tx, {
    subject: personId,
    talkId: null,
    decisionId: `session-${state}/${shownSessionId(id)}`,
    event: `session/${what}`,
    at,
    byPersonId: personId,
    onBehalfOf: null,
  })
}

/** By which a session is told of; its hash stays here. */
export function shownSessionId(idHash: string): string {
  return derivedId('session', idHash)
}

export interface NewSignInLink {
  readonly tokenHash: string
  readonly personId: string
  readonly expiresAt: Instant
  /** Null for a link that works in every browser. */
  readonly browserHash: string | null
  readonly codeHash: string | null
}

export async function insertSignInLink(db: Tx, link: NewSignInLink): Promise<void> {
  await db.signInLink.create({ data: { ...link, expiresAt: new Date(link.expiresAt) } })
}

/** A link that could still be used; looking changes nothing, because mail scanners look too. */
export async function openSignInLink(
  db: Tx,
  tokenHash: string,
  at: Instant,
): Promise<{ browserHash: string | null } | null> {
  return db.signInLink.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date(at) }, wrongTries: { lt: MOST_WRONG_TRIES } },
    select: { browserHash: true },
  })
}

export interface SignInTry {
  readonly tokenHash: string
  /** Of the browser that uses the link, and of what was typed in it. */
  readonly browserHash: string | null
  readonly codeHash: string | null
}

/**
 * Uses the link up and answers whose it is: of several tries at once exactly one gets the person. 'wrong' from another
 * browser without the right code, a few times; null where the link cannot be used any more.
 */
export async function consumeSignInLink(
  db: Tx,
  { tokenHash, browserHash, codeHash }: SignInTry,
  at: Instant,
): Promise<{ personId: string } | 'wrong' | null> {
  const isRight = Prisma.sql`(browser_hash IS NULL OR browser_hash = ${browserHash} OR code_hash = ${codeHash})`
  const [link] = await db.$queryRaw<{ personId: string; isUsed: boolean }[]>`
    UPDATE sign_in_link SET used_at = CASE WHEN ${isRight} THEN ${new Date(at)}::timestamptz END,
      wrong_tries = wrong_tries + CASE WHEN ${isRight} THEN 0 ELSE 1 END
    WHERE token_hash = ${tokenHash} AND used_at IS NULL AND expires_at > ${new Date(at)}
      AND wrong_tries < ${MOST_WRONG_TRIES}
    RETURNING person_id::text AS "personId", used_at IS NOT NULL AS "isUsed"`
  if (link === undefined) return null
  return link.isUsed ? { personId: link.personId } : 'wrong'
}

/** Guessing a code of six digits is hopeless in so few tries. */
const MOST_WRONG_TRIES = 5

/** The people with an address who have not left, and have not just been given it; more than one where two share it. */
export async function peopleWithEmail(
  db: Tx,
  email: string,
  { today, now }: { today: Day; now: Instant },
): Promise<string[]> {
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM person WHERE email = ${email} AND ${hasSettledAddress(Prisma.sql`person`, now)}
      AND ${isOfTheHouse(Prisma.sql`person.id`, today)}`
  return people.map(({ id }) => id)
}

/** Whose employee number it is, where they have not left, and it has not just become one more of theirs. */
export async function personWithNumber(
  db: Tx,
  number: string,
  { today, now }: { today: Day; now: Instant },
): Promise<string | null> {
  const [person] = await db.$queryRaw<{ id: string }[]>`
    SELECT e.person_id::text AS id FROM employment e
    WHERE e.number = ${number} AND ${hasSettledNumber(Prisma.sql`e`, now)}
      AND ${isOfTheHouse(Prisma.sql`e.person_id`, today)}`
  return person?.id ?? null
}

/**
 * Whether a browser may have one more link for a person. One browser floods nobody: it gets few. One that is new takes the
 * place of the oldest link, so that whoever asks in somebody's name does not keep that person out. One at a time for each
 * person.
 */
export async function makeRoomForLink(
  tx: Tx,
  { personId, browserHash }: { personId: string; browserHash: string },
  at: Instant,
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sign-in links'), hashtext(${personId}))`
  const open = await tx.signInLink.findMany({
    where: { personId, usedAt: null, expiresAt: { gt: new Date(at) }, browserHash: { not: null } },
    orderBy: [{ expiresAt: 'asc' }, { tokenHash: 'asc' }],
    select: { tokenHash: true, browserHash: true },
  })
  if (open.filter((link) => link.browserHash === browserHash).length >= MOST_OPEN_LINKS) return false
  const tooMany = open.slice(0, Math.max(0, open.length + 1 - MOST_OPEN_LINKS))
  await tx.signInLink.deleteMany({ where: { tokenHash: { in: tooMany.map(({ tokenHash }) => tokenHash) } } })
  return true
}

/** For one person, whichever browsers asked for them. */
const MOST_OPEN_LINKS = 5

/** Forgets sessions, links, logout tokens and service tokens that are over, and answers to requests that nobody sends again. */
export async function forgetExpired(db: Db, at: Instant): Promise<void> {
  const before = new Date(at - DAY)
  await endSessions(db, Prisma.sql`expires_at < ${before}`, 'over', at)
  await db.signInLink.deleteMany({ where: { expiresAt: { lt: before } } })
  await db.logoutToken.deleteMany({ where: { expiresAt: { lt: before } } })
  await forgetTokens(db, at)
  await db.answeredRequest.deleteMany({ where: { at: { lt: new Date(at - ANSWERS_KEPT) } } })
}

/** A browser or program that sends a request again does so within minutes; a weekend's outage is the longest. */
const ANSWERS_KEPT = 7 * DAY

type SessionRow = Prisma.SessionGetPayload<object>

function toSession({ id, createdAt, lastSeenAt, expiresAt, roles, ...rest }: SessionRow): Session {
  return {
    ...rest,
    idHash: id,
    roles: roles as GrantedRole[],
    beganAt: createdAt.getTime(),
    seenAt: lastSeenAt.getTime(),
    expiresAt: expiresAt.getTime(),
  }
}
