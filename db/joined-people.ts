import type { Day, Instant } from '../domain/calendar/day.ts'
import { type Identifying, isSamePerson } from '../domain/people/same-person.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'

/** Why two employments are not made one person's. */
export type JoinRefusal = 'own-person' | 'not-one-person' | 'holds-roles'

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
  const { employmentId, personId, today, at, byPersonId, decisionId } = order
  const { personId: before } = await tx.employment.findUniqueOrThrow({ where: { id: employmentId } })
  if (before === personId) return null
  if ([before, personId].includes(byPersonId)) return 'own-person'
  if (!isSamePerson(await identifying(tx, before), await identifying(tx, personId))) return 'not-one-person'
  const isLast = (await tx.employment.count({ where: { personId: before } })) === 1
  if (isLast && (await holdsRoles(tx, before, today))) return 'holds-roles'
  await tx.employment.update({ where: { id: employmentId }, data: { personId } })
  const subject = employmentId
  const event = 'employment-joined'
  await tx.auditEntry.create({
    data: { subject, decisionId, version: 1, event, at: new Date(at), byPersonId },
  })
  if (isLast) await empty(tx, before, personId)
  return null
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

async function empty(tx: Tx, before: string, personId: string): Promise<void> {
  await tx.accessEntry.updateMany({ where: { personId: before }, data: { personId } })
  await tx.sheet.updateMany({ where: { authorPersonId: before }, data: { authorPersonId: personId } })
  await tx.mail.updateMany({ where: { personId: before }, data: { personId } })
  await tx.person.delete({ where: { id: before } })
}
