import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { GrantedRole } from '../domain/permissions.ts'
import type { Db, Tx } from './client.ts'
import { toDate, toDay } from './days.ts'
import { giveRole } from './role-grants.ts'

/** A role given by whoever sets the installation up, to somebody the people file knows (R13.4). */
export interface SetupGrant {
  readonly number: string
  readonly role: GrantedRole
  readonly unit: string
  readonly from: Day
  readonly to: Day | null
}

export interface SetupGrantAnswer {
  readonly person: string
  readonly unit: string
  /** False where the person holds the role for the unit already, at least as long. */
  readonly isNew: boolean
}

/** Gives the role and logs it, with nobody as its giver; or names what does not exist. */
export async function grantFromSetup(
  db: Db,
  wish: SetupGrant,
  now: { today: Day; at: Instant },
): Promise<SetupGrantAnswer | { complaints: string[] }> {
  return db.$transaction(async (tx) => {
    const employment = await tx.employment.findUnique({
      where: { number: wish.number },
      include: { person: true },
    })
    const unit = await tx.unit.findUnique({ where: { number: wish.unit } })
    const complaints = [
      ...(employment === null
        ? [await unknownNumber(tx, wish.number)]
        : leaverComplaint(employment, wish, now)),
      ...(unit === null ? [await unknownUnit(tx, wish.unit)] : []),
    ]
    if (employment === null || unit === null || complaints.length > 0) return { complaints }
    const { personId, person } = employment
    const isNew = !(await holdsAlready(tx, personId, unit.id, wish))
    if (isNew) await give(tx, { personId, unitId: unit.id }, wish, now.at)
    return { person: `${person.givenName} ${person.familyName}`, unit: unit.name, isNew }
  })
}

function give(
  tx: Tx,
  to: { personId: string; unitId: string },
  wish: SetupGrant,
  at: Instant,
): Promise<void> {
  const { role, from, to: last } = wish
  const id = derivedId('setup-grant', to.personId, to.unitId, role, from, last ?? '', at)
  return giveRole(tx, { id, ...to, role, from, to: last, byPersonId: null, at })
}

async function holdsAlready(tx: Tx, personId: string, unitId: string, wish: SetupGrant): Promise<boolean> {
  const lasts =
    wish.to === null ? { toOn: null } : { OR: [{ toOn: null }, { toOn: { gte: toDate(wish.to) } }] }
  const same = { personId, unitId, role: wish.role, fromOn: { lte: toDate(wish.from) } }
  return (await tx.roleGrant.count({ where: { ...same, ...lasts } })) > 0
}

function leaverComplaint(
  { lastDay }: { lastDay: Date | null },
  { number, from }: SetupGrant,
  { today }: { today: Day },
): string[] {
  const last = lastDay && toDay(lastDay)
  if (last === null || (last >= today && last >= from)) return []
  return [`--number is '${number}': expected somebody who is still employed; the last day was ${last}`]
}

async function unknownNumber(tx: Tx, number: string): Promise<string> {
  const anybody = (await tx.employment.count()) > 0
  const otherwise = anybody ? '' : '; no people are imported yet, see "First start" in docs/operations.md'
  return `--number is '${number}': expected an employee number that the people file has named${otherwise}`
}

async function unknownUnit(tx: Tx, number: string): Promise<string> {
  const tops = await tx.unit.findMany({ where: { parentId: null }, orderBy: { number: 'asc' }, take: 3 })
  const such = tops.map((top) => `${top.number} (${top.name})`).join(' or ')
  return `--unit is '${number}': expected the number of a unit${such === '' ? '; there are none yet' : ` such as ${such}`}`
}
