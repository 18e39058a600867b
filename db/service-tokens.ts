import { DAY, type Day, type Instant } from '../domain/calendar/day.ts'
import type { TokenScope } from '../domain/permissions.ts'
import { logChange } from './audit.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'

/** With which a program acts for the person who made it. Instants here are on real time, as those of sessions. */
export interface ServiceToken {
  readonly id: string
  readonly personId: string
  readonly personName: string
  /** What it is for, in its maker's words. */
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  readonly lastUsedOn: Day | null
}

export interface NewServiceToken
  extends Pick<ServiceToken, 'id' | 'personId' | 'name' | 'scopes' | 'createdAt' | 'expiresAt'> {
  readonly tokenHash: string
}

/** By the hash of what a program shows. */
export async function findToken(db: Tx, tokenHash: string): Promise<ServiceToken | null> {
  const row = await db.serviceToken.findUnique({ where: { tokenHash }, include: withName })
  return row && toToken(row)
}

export async function tokenById(db: Tx, id: string): Promise<ServiceToken | null> {
  const row = await db.serviceToken.findUnique({ where: { id }, include: withName })
  return row && toToken(row)
}

/** A person's own, or everybody's; the newest first. */
export async function listTokens(db: Tx, whose: { personId: string } | 'everybody'): Promise<ServiceToken[]> {
  const rows = await db.serviceToken.findMany({
    where: whose === 'everybody' ? {} : whose,
    include: withName,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toToken)
}

/** False where there is one under the id already. Logged on the token, by the clock that people see. */
export async function insertToken(tx: Tx, token: NewServiceToken, at: Instant): Promise<boolean> {
  const { createdAt, expiresAt, scopes, ...rest } = token
  const { count } = await tx.serviceToken.createMany({
    data: [{ ...rest, scopes: [...scopes], createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) }],
    skipDuplicates: true,
  })
  if (count === 0) return false
  const event = `service-token-made/${scopes.join('+')}`
  const made = { subject: token.id, decisionId: 'made', version: 1 }
  await logChange(tx, { ...made, event, byPersonId: token.personId, at })
  return true
}

/** Another secret for a token that no program has used yet; false for any other. */
export async function replaceSecret(tx: Tx, id: string, tokenHash: string): Promise<boolean> {
  const unused = { id, lastUsedOn: null, revokedAt: null }
  return (await tx.serviceToken.updateMany({ where: unused, data: { tokenHash } })).count > 0
}

/** Once, however often it is asked. */
export async function revokeToken(
  tx: Tx,
  { id, revokedAt, byPersonId, at }: { id: string; revokedAt: Instant; byPersonId: string; at: Instant },
): Promise<void> {
  const { count } = await tx.serviceToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date(revokedAt) },
  })
  if (count > 0)
    await logChange(tx, {
      subject: id,
      decisionId: 'revoked',
      version: 2,
      event: 'service-token-revoked',
      byPersonId,
      at,
    })
}

export async function noteTokenUsed(db: Tx, id: string, on: Day): Promise<void> {
  await db.serviceToken.updateMany({ where: { id }, data: { lastUsedOn: toDate(on) } })
}

/** Those that are over stay on their list for a while, and then go. */
export async function forgetTokens(db: Tx, at: Instant): Promise<void> {
  const before = { lt: new Date(at - OVER_KEPT) }
  await db.serviceToken.deleteMany({ where: { OR: [{ expiresAt: before }, { revokedAt: before }] } })
}

/** As the notice on data tells (`a-month`). */
const OVER_KEPT = 30 * DAY

const withName = {
  person: { select: { givenName: true, familyName: true } },
} as const satisfies Prisma.ServiceTokenInclude

type TokenRow = Prisma.ServiceTokenGetPayload<{ include: typeof withName }>

function toToken({ person, tokenHash: _hash, scopes, ...row }: TokenRow): ServiceToken {
  return {
    ...row,
    personName: `${person.givenName} ${person.familyName}`,
    scopes: scopes as TokenScope[],
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
    lastUsedOn: row.lastUsedOn && toDay(row.lastUsedOn),
  }
}
