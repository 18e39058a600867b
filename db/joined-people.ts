import type { Day, Instant } from '../domain/calendar/day.ts'
import { type Identifying, isSamePerson } from '../domain/people/same-person.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import { followFurtherNumbers, furtherOfTwo } from './further-numbers.ts'
import { Prisma } from './generated/client.ts'
import { hasSettledAddress } from './people.ts'
import { endSessionsWithin } from './sessions.ts'

/** Why two employments are not made one person's. */
export type JoinRefusal = 'own-person' | 'not-one-person' | 'new-address' | 'leads-the-other' | 'holds-roles'

export interface JoinOrder {
  readonly employmentId: string
  /** The person whom the employment becomes one of. */
  readonly personId: string
  readonly today: Day
  readonly at: Instant
  readonly byPersonId: string
  readonly decisionId: string
}

/**
 * Makes a second employment one of a person who is stored already (R13.1): one sign-in, one digest. Own notes go along
 * and the emptied person is gone; roles never go along, because only an administrator gives them (R13.4). Answers why
 * it was refused; null = done, and logged.
 */
export async function joinEmployment(tx: Tx, order: JoinOrder): Promise<JoinRefusal | null> {
  const { employmentId, personId, today, at, byPersonId } = order
  const { personId: before } = await tx.employment.findUniqueOrThrow({ where: { id: employmentId } })
  if (before === personId) return null
  const isLast = (await tx.employment.count({ where: { personId: before } })) === 1
  const reason = await refuseJoin(tx, { before, personId, byPersonId, isLast }, { today, at })
  if (reason !== null) return reason
  await move(tx, { ...order, before, employmentIds: [employmentId] })
  if (isLast) await empty(tx, before, personId)
  return null
}

/** What joining all of a person's employments to another's would move. */
export interface JoiningPreview {
  readonly employmentIds: string[]
  /** Own notes of preparation, and how often they read something of others. */
  readonly sheets: number
  readonly readings: number
  readonly mails: number
  /** Why it cannot be done; null where it can. */
  readonly refused: JoinRefusal | null
}

/** Null where either is not there or has no employment. */
export async function previewJoining(
  tx: Tx,
  { personId, withPersonId, byPersonId }: { personId: string; withPersonId: string; byPersonId: string },
  moment: { today: Day; at: Instant },
): Promise<JoiningPreview | null> {
  const [kept, moving] = [await employmentsOf(tx, personId), await employmentsOf(tx, withPersonId)]
  if (kept.length === 0 || moving.length === 0) return null
  const between = { before: withPersonId, personId, byPersonId, isLast: true }
  return {
    employmentIds: moving,
    sheets: await countSheetsBy(tx, withPersonId),
    readings: await tx.accessEntry.count({ where: { personId: withPersonId } }),
    mails: await countMailsTo(tx, withPersonId),
    refused: await refuseJoin(tx, between, moment),
  }
}

/** Makes all of a person's employments another's; why not, or null = done. */
export async function joinPeople(
  tx: Tx,
  order: Omit<JoinOrder, 'employmentId'> & { withPersonId: string },
): Promise<JoinRefusal | null> {
  const { withPersonId, personId, byPersonId } = order
  const between = { before: withPersonId, personId, byPersonId, isLast: true }
  const reason = await refuseJoin(tx, between, order)
  if (reason !== null) return reason
  const employmentIds = await employmentsOf(tx, withPersonId)
  await move(tx, { ...order, before: withPersonId, employmentIds })
  await empty(tx, withPersonId, personId)
  return null
}

/** Whether a request that was sent before has joined an employment already. */
export async function hasJoined(db: Tx, decisionId: string): Promise<boolean> {
  return (await db.auditEntry.count({ where: { decisionId, event: 'employment-joined' } })) > 0
}

/** Others who may be the same human: equal in mail, name and birth date, none of them unknown (R13.1). */
export async function maybeSamePerson(
  db: Tx,
  personId: string,
): Promise<{ personId: string; name: string }[]> {
  const person = await identifying(db, personId)
  if (person.email === null || person.birthDate === null) return []
  const others = await db.person.findMany({
    where: { email: person.email, birthDate: toDate(person.birthDate), id: { not: personId } },
    orderBy: { id: 'asc' },
  })
  return others.flatMap(({ id, birthDate, ...other }) =>
    isSamePerson(person, { ...other, birthDate: birthDate && toDay(birthDate) })
      ? { personId: id, name: `${other.givenName} ${other.familyName}` }
      : [],
  )
}

export async function employmentsOf(db: Tx, personId: string): Promise<string[]> {
  const rows = await db.employment.findMany({
    where: { personId },
    select: { id: true },
    orderBy: [{ employedFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => row.id)
}

interface Joining {
  readonly before: string
  readonly personId: string
  readonly byPersonId: string
  /** Whether the person is left without any employment. */
  readonly isLast: boolean
}

async function refuseJoin(
  tx: Tx,
  joining: Joining,
  { today, at }: { today: Day; at: Instant },
): Promise<JoinRefusal | null> {
  const { before, personId, byPersonId, isLast } = joining
  if ([before, personId].includes(byPersonId)) return 'own-person'
  if (!isSamePerson(await identifying(tx, before), await identifying(tx, personId))) return 'not-one-person'
  if (!(await haveSettledAddresses(tx, [before, personId], at))) return 'new-address'
  if (await leadsTheOther(tx, before, personId, today)) return 'leads-the-other'
  return isLast && (await holdsRoles(tx, before, today)) ? 'holds-roles' : null
}

/** An address that was made equal lets nobody in for some days, and so not to what another wrote either. */
async function haveSettledAddresses(tx: Tx, personIds: readonly string[], at: Instant): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM person p WHERE id = ANY(${personIds}::uuid[]) AND ${hasSettledAddress(Prisma.sql`p`, at)}`
  return rows.length === personIds.length
}

/** Nobody leads themselves (R13.1): such a line must be corrected first. */
async function leadsTheOther(tx: Tx, a: string, b: string, today: Day): Promise<boolean> {
  const lasting = { OR: [{ toOn: null }, { toOn: { gte: toDate(today) } }] }
  const led = (employee: string, leader: string) =>
    tx.reportingLine.count({
      where: { ...lasting, employment: { personId: employee }, leader: { personId: leader } },
    })
  return (await led(a, b)) + (await led(b, a)) > 0
}

async function identifying(tx: Tx, personId: string): Promise<Identifying> {
  const { birthDate, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, givenName: true, familyName: true, birthDate: true },
  })
  return { ...person, birthDate: birthDate && toDay(birthDate) }
}

async function holdsRoles(tx: Tx, personId: string, today: Day): Promise<boolean> {
  const notOver = { OR: [{ toOn: null }, { toOn: { gte: toDate(today) } }] }
  return (await tx.roleGrant.count({ where: { personId, ...notOver } })) > 0
}

/** Logged for each employment; the numbers that wait from now on are known while the two still are two. */
async function move(
  tx: Tx,
  order: Omit<JoinOrder, 'employmentId'> & { before: string; employmentIds: readonly string[] },
): Promise<void> {
  const { before, personId, employmentIds, at, byPersonId, decisionId } = order
  const kept = { personId, employmentIds: await employmentsOf(tx, personId) }
  const further = await furtherOfTwo(tx, { moved: { personId: before, employmentIds }, kept })
  await tx.employment.updateMany({ where: { id: { in: [...employmentIds] } }, data: { personId } })
  await followFurtherNumbers(tx, further, at)
  // Whoever has come by a number that waits is out; a link came to the address of both.
  if (kept.employmentIds.some((id) => further.includes(id)))
    await endSessionsWithin(
      tx,
      Prisma.sql`person_id = ${personId}::uuid AND provider IS NOT NULL`,
      'joined',
      at,
    )
  const logged = { decisionId, version: 1, event: 'employment-joined', at: new Date(at), byPersonId }
  for (const subject of employmentIds) await tx.auditEntry.create({ data: { subject, ...logged } })
}

async function empty(tx: Tx, before: string, personId: string): Promise<void> {
  // What they wrote follows unread: it is not HR's to see.
  await tx.$executeRaw`SELECT fence.move_writings(${before}::uuid, ${personId}::uuid)`
  for (const table of openlySigned)
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET by_person_id = ${personId}::uuid WHERE by_person_id = ${before}::uuid`
  await tx.person.delete({ where: { id: before } })
}

/** Where everybody may read who did something; the audit stays as it was written. */
const openlySigned = [
  'import_run',
  'material',
  'plan_approval',
  'retention_rule',
  'round_policy',
  'round_unit_pause',
  'round_unit_stop',
]

/** Where it stands who did or wrote something, with what `fence.move_writings` moves. */
export const signedTables = [
  ...openlySigned,
  'appointment',
  'nudge',
  'plan_comment',
  'plan_draft',
  'plan_opening',
  'plan_version',
  'theme_tag',
].sort()

async function countMailsTo(tx: Tx, personId: string): Promise<number> {
  const [counted] = await tx.$queryRaw<{ mails: number }[]>`
    SELECT count(*)::int AS mails FROM course.mail WHERE person_id = ${personId}::uuid`
  return counted?.mails ?? 0
}

async function countSheetsBy(tx: Tx, personId: string): Promise<number> {
  const [counted] = await tx.$queryRaw<{ sheets: number }[]>`
    SELECT count(*)::int AS sheets FROM course.sheet WHERE author_person_id = ${personId}::uuid`
  return counted?.sheets ?? 0
}
