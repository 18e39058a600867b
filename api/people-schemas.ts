import { z } from 'zod'
import { day, id, instant, language, line } from './schemas.ts'

/** What the api takes and gives about people; for HR of their unit alone. */

export const employmentParams = z.object({ employmentId: id })

export const leave = z.object({ id, from: day, to: day.nullable() })

export const deputy = z.object({
  id,
  leaderId: id,
  leaderName: z.string(),
  deputyId: id,
  deputyName: z.string(),
  from: day,
  to: day,
})

export const personLine = z.object({
  employmentId: id,
  personId: id,
  number: z.string(),
  joinedAt: instant.nullable().meta({
    description:
      'A number that becomes one more of theirs lets nobody in for three days; null where they came with it',
  }),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string().nullable(),
  emailChangedAt: instant
    .nullable()
    .meta({ description: 'A changed address lets nobody in for three days; null where they came with it' }),
  phone: z.string().nullable(),
  language,
  title: z.string(),
  jobGroup: z.string(),
  hoursPerWeek: z.number().nullable(),
  employedFrom: day,
  lastDay: day.nullable(),
  unitId: id,
  unitName: z.string(),
  leaderId: id.nullable(),
  leaderName: z.string().nullable(),
  leaves: z.array(leave),
})

/** What HR may correct by hand. Looked at as closely as a row of a file: only lengths are checked here. */
export const details = z.strictObject({
  givenName: line.min(1),
  familyName: line.min(1),
  email: line.nullable(),
  phone: line.nullable(),
  language,
  title: line,
  jobGroup: line,
  hoursPerWeek: z.number().min(0).max(168).nullable(),
})

/** Looked at as closely as a row of a file: only lengths are checked here. */
export const joiner = z.strictObject({
  number: line.min(1),
  givenName: line.min(1),
  familyName: line.min(1),
  email: line.nullable(),
  phone: line.nullable().default(null),
  title: line.default(''),
  jobGroup: line.default(''),
  unitId: id,
  leaderId: id.nullable(),
  employedFrom: day,
  lastDay: day.nullable().default(null),
  hoursPerWeek: z.number().min(0).max(60).nullable(),
  birthDate: day.nullable().default(null),
  language: language.default('da'),
})

/** A change of whom or what somebody belongs to, from a day on; tomorrow unless said. */
export const from = day.optional().meta({ description: 'Tomorrow unless said' })
