import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'

/** A time as it is offered, before the rules have made it current. */
export interface ProposedAppointment {
  readonly id: string
  readonly talkId: string
  /** The talk or status talk. */
  readonly subject: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  readonly byPersonId: string
  readonly createdAt: Instant
}

/** Writes what a time says before the rules are asked; the same request sent again writes the same row. */
export async function insertAppointment(db: Tx, proposed: ProposedAppointment): Promise<void> {
  const { startsAt, createdAt, ...rest } = proposed
  await db.appointment.createMany({
    data: { ...rest, startsAt: new Date(startsAt), createdAt: new Date(createdAt) },
    skipDuplicates: true,
  })
}

/** Whether a time is in that place already, or at that address. */
export async function isHeldAt(
  db: Tx,
  id: string,
  where: Pick<ProposedAppointment, 'place' | 'onlineUrl'>,
): Promise<boolean> {
  return (await db.appointment.count({ where: { id, ...where } })) > 0
}

/**
 * What the employee wrote with "another time, please", for the leader to read (R4.2).
 * @param subject the talk or status talk
 */
export async function writeWish(db: Tx, subject: string, wish: string): Promise<void> {
  await db.appointment.updateMany({ where: { subject, status: 'current' }, data: { wish } })
}
