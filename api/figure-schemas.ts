import { z } from 'zod'

/** Figures about a group of talks, as overview, trend and evaluation show them. */
export const figures = z.object({
  roster: z.number(),
  expected: z.number(),
  held: z.number(),
  coverage: z.number().nullable(),
  arranged: z.number(),
  exempt: z.number(),
  postponed: z.number(),
  left: z.number(),
  notHeld: z.number(),
  stopped: z.number(),
  unaccounted: z.number(),
  agreed: z.number(),
  filed: z.number(),
  heldInTime: z.number(),
  agreedInTime: z.number(),
  statusTalksDue: z.number(),
  statusTalksDone: z.number(),
  late: z.record(z.string(), z.number()),
})
