import { type Day, dayOfUtc, utcOf } from '../domain/calendar/day.ts'

/** A calendar day as Prisma writes a `date` column. */
export function toDate(on: Day): Date {
  return new Date(utcOf(on))
}

/** A `date` column as a calendar day. */
export function toDay(date: Date): Day {
  return dayOfUtc(date.getTime())
}
