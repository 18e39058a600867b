import { z } from 'zod'

/** Figures about a group of talks, as overview, trend and evaluation show them; null = held back from the reader. */
export const figures = z.object({
  roster: z.number().nullable(),
  expected: z.number().nullable(),
  held: z.number().nullable(),
  coverage: z.number().nullable(),
  arranged: z.number().nullable(),
  exempt: z.number().nullable(),
  postponed: z.number().nullable(),
  left: z.number().nullable(),
  notHeld: z.number().nullable(),
  stopped: z.number().nullable(),
  missed: z.number().nullable(),
  unaccounted: z.number().nullable(),
  agreed: z.number().nullable(),
  filed: z.number().nullable(),
  heldInTime: z.number().nullable(),
  agreedInTime: z.number().nullable(),
  statusTalksDue: z.number().nullable(),
  statusTalksDone: z.number().nullable(),
  late: z.record(z.string(), z.number().nullable()),
})
