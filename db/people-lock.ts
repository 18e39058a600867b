import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** Whoever changes people, their places or their unit's closing days takes turns, and waits for talks being opened. */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PEOPLE})`
}

/**
 * Until the transaction ends people stay as they are now, whoever else looks at them. Throws after five seconds of
 * waiting, here or later in the transaction: work that beats is tried again rather than thought dead.
 */
export async function holdPeopleStill(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '5s'`
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${PEOPLE})`
}

const PEOPLE = Prisma.sql`hashtext('aarshjul people import')`
