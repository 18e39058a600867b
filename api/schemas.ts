import { z } from 'zod'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { notHeldReasons, talkStatuses } from '../domain/talk/talk.ts'

/** The building blocks of what the api takes and gives. Codecs: text on the wire, domain values in the code. */

export const id = z.uuid().meta({ description: 'An opaque id' })

// OpenAPI describes the wire, on the way in and on the way out.
const dayInJson = { override: { type: 'string', format: 'date' }, example: '2027-02-26' } as const
const instantInJson = {
  override: { type: 'string', format: 'date-time' },
  example: '2027-02-26T08:30:00.000Z',
} as const

// Days that the rules can count from: years later or earlier are slips of the pen, such as 9999-12-31 for "never".
const countable = /^(?:19|2[01])/

/** A calendar day, 'YYYY-MM-DD', of the years 1900 to 2199. */
export const day = z
  .codec(z.iso.date({ abort: true }).regex(countable), z.custom<Day>().meta(dayInJson), {
    decode: (text) => text as Day,
    encode: (on) => on,
  })
  .meta(dayInJson)

/** A point in time of the years 1900 to 2199, ISO 8601; answers are in UTC. */
export const instant = z
  .codec(
    z.iso.datetime({ offset: true, abort: true }).regex(countable),
    z.custom<Instant>().meta(instantInJson),
    {
      decode: (text) => Date.parse(text),
      encode: (at) => new Date(at).toISOString(),
    },
  )
  .meta(instantInJson)

export const party = z.enum(['employee', 'leader'])
export const language = z.enum(['da', 'en'])
export const talkStatus = z.enum(talkStatuses)
export const notHeldReason = z.enum(notHeldReasons)

/** One line that a person writes, such as a place or a name. */
export const line = z.string().trim().max(200)
/** What a person writes at length. */
export const text = z.string().trim().max(10_000)

/** What a new resource is answered with. */
export const created = z.object({ id })
