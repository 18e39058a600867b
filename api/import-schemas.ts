import { z } from 'zod'
import { personFields } from '../directory/fields.ts'
import { day, id, instant } from './schemas.ts'

/** What HR sees of an import before and after it is committed (R13.1). */

export const importParams = z.object({ importId: id })

const named = { number: z.string(), name: z.string() }
const span = z.object({ from: day, to: day.nullable() })
const move = z.object({
  ...named,
  from: z.string().nullable(),
  to: z.string().nullable(),
  on: day,
  withdrawn: z.array(day),
})
const edits = z.object({
  ...named,
  edits: z.array(
    z.object({ field: z.enum(personFields), column: z.string(), before: z.string(), after: z.string() }),
  ),
})

/** One thing about one line, with its sentence in the reader's language. */
const told = z.object({
  line: z.number(),
  field: z.string().nullable(),
  /** What the file calls the field. */
  column: z.string().nullable(),
  code: z.string(),
  value: z.string(),
  sentence: z.string(),
  /** The sentence without line and column. */
  reason: z.string(),
})
const checked = {
  bad: z.array(z.object({ line: z.number(), number: z.string().nullable(), problems: z.array(told) })),
  warnings: z.array(told),
  unchanged: z.number(),
}

/** Whom and what the numbers stand for; one that is not known stands for itself. */
const names = z.object({
  employees: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.string()),
})

const peoplePreview = z.object({
  kind: z.literal('people'),
  names,
  completeFor: z
    .string()
    .nullable()
    .meta({ description: 'The number of the unit that the file has everybody of' }),
  joiners: z.array(
    z.object({
      ...named,
      unit: z.string(),
      leader: z.string().nullable(),
      employedFrom: day,
      secondTo: z.string().nullable(),
    }),
  ),
  leavers: z.array(z.object({ ...named, lastDay: day, before: day.nullable() })),
  returns: z.array(
    z.object({
      ...named,
      kind: z.enum(['withdrawn', 'back']),
      lastDayBefore: day,
      lastDay: day.nullable(),
    }),
  ),
  leaderChanges: z.array(move),
  unitMoves: z.array(move),
  leaves: z.array(
    z.object({
      ...named,
      change: z.enum(['new', 'changed', 'ended', 'removed']),
      from: day,
      to: day.nullable(),
      before: span.nullable(),
    }),
  ),
  contacts: z.array(edits),
  employments: z.array(edits),
  absent: z.array(z.object({ ...named, unit: z.string(), lastDay: day, confirmed: z.boolean() })),
  ...checked,
})

const unitOfFile = z.object({
  number: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  tr: z.string(),
})
const unitsPreview = z.object({
  kind: z.literal('units'),
  added: z.array(unitOfFile),
  changed: z.array(z.object({ before: unitOfFile, after: unitOfFile })),
  ...checked,
})

const summary = z.object({
  kind: z.enum(['people', 'units']),
  /** How many entries each list of the preview had, and how many rows changed nothing. */
  counts: z.record(z.string(), z.number()),
  /** Lines of the file that were left out. */
  leftOut: z.array(z.number()),
})

export const importRun = z.object({
  id,
  status: z.enum(['previewed', 'committed']),
  fileName: z.string(),
  validFrom: day,
  /** Who uploaded it; null where it came with the set-up, or that person is gone. */
  byName: z.string().nullable(),
  createdAt: instant,
  committedAt: instant.nullable(),
  /** Until it is committed. */
  preview: z.discriminatedUnion('kind', [peoplePreview, unitsPreview]).nullable(),
  /** Once it is committed: counts and lines alone. */
  summary: summary.nullable(),
})
export type ImportAnswer = z.output<typeof importRun>
