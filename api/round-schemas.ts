import { z } from 'zod'
import { sectors } from '../db/round-reading.ts'
import { type Policy, policyDateKeys } from '../domain/policy/policy.ts'
import { kindsToOpen, roundKinds, roundStatuses } from '../domain/round/round.ts'
import { day, id, instant, line, text } from './schemas.ts'

/** What the api takes and gives about rounds, in more than one route. */

export const roundParams = z.object({ roundId: id })
const roundKind = z.enum(roundKinds)

/** Only web addresses: a link on a page must not run anything. */
const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(2_000)
  .meta({ description: 'A web address that begins with http:// or https://' })

export const roundLink = z.object({ label: line.min(1), url: webAddress })

const roundTexts = {
  name: line.min(1),
  sector: z.enum(sectors),
  focusText: text,
  orientationText: text,
  links: z.array(roundLink).max(20),
  guidelinesDiscussedOn: day.nullable(),
  committee: line,
  recurs: z.boolean(),
}

/** The lines of a policy, as `GET` shows it; validated line by line, so that every mistake is named at once. */
export const overrides = z.record(z.string(), z.unknown()).meta({
  description: 'Lines of the policy to write over, by name; members of an inner object may be given alone.',
  example: { inviteBy: '2027-02-19', noticeDays: 8 },
})

export const policyWindow = { talksFrom: day, talksTo: day.optional() }

export const newRound = z.object({
  unitId: id,
  year: z.number().int().min(2020).max(2100),
  kind: z.enum(kindsToOpen).default('mus'),
  ...policyWindow,
  overrides: overrides.default({}),
  name: roundTexts.name,
  sector: roundTexts.sector.default('municipal'),
  focusText: text.default(''),
  orientationText: text.default(''),
  links: roundTexts.links.default([]),
  guidelinesDiscussedOn: day.nullable().default(null),
  committee: line.default(''),
  recurs: z.boolean().default(false),
})

export const roundChange = z.strictObject({
  unitId: id.optional(),
  year: z.number().int().min(2020).max(2100).optional(),
  kind: z.enum(kindsToOpen).optional(),
  ...z.object(roundTexts).partial().shape,
})

export const policyDate = z.object({ key: z.enum(policyDateKeys), on: day })

export const policy = z.custom<Policy>().meta({
  override: { type: 'object', additionalProperties: true },
  description: 'The dates and rules of a round',
})

export const round = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  year: z.number(),
  kind: roundKind,
  ...roundTexts,
  previousRoundId: id.nullable(),
  status: z.enum(roundStatuses),
  stopReason: z.string().nullable(),
  startedAt: instant.nullable(),
  pausedOn: day.nullable(),
  /** Null for all but HR of the round's unit: a figure about too few people would stand here (R10.1). */
  expectedTalks: z.number().nullable(),
  evaluationDiscussedOn: day.nullable(),
  policyVersion: z.number(),
  policy,
  /** The dates of the policy, earliest first. */
  dates: z.array(policyDate),
  warnings: z.array(z.object({ code: z.string(), sentence: z.string() })),
})

/** A round as those in it and their leaders see it, who come by a link of their mails. */
export const roundInBrief = z.strictObject({
  id,
  unitName: z.string(),
  year: z.number(),
  kind: roundKind,
  name: z.string(),
  focusText: z.string(),
  orientationText: z.string(),
  links: z.array(roundLink),
  committee: z.string(),
  guidelinesDiscussedOn: day.nullable(),
  status: z.enum(roundStatuses),
  pausedOn: day.nullable(),
  dates: z.array(policyDate),
})
