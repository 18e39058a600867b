import { z } from 'zod'
import { day, id, instant } from './schemas.ts'

/** Answers by question id: a text, a place on a scale, or the chosen options. */
export const sheetContent = z.record(
  z.string().max(100),
  z.union([z.string().max(10_000), z.number(), z.array(z.string().max(200)).max(50)]),
)

/** What an employee shares with a colleague, as both of them list it. */
export const shareLine = z.object({
  id,
  what: z.enum(['sheet', 'actions']),
  roundName: z.string(),
  employee: z.string(),
  colleague: z.string(),
  /** When the two will follow up together on what is shared; null where they agreed on no day. */
  followUpOn: day.nullable(),
  at: instant,
})
