import { z } from 'zod'
import { language } from './schemas.ts'

const link = z.object({ label: z.string(), href: z.string() })

const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    onlyInMail: z.literal(true).exactOptional().meta({ description: 'Paper has not what it speaks of' }),
  }),
  z.object({
    kind: z.literal('facts'),
    rows: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().exactOptional() })),
  }),
  z.object({ kind: z.literal('button'), ...link.shape }),
  z.object({ kind: z.literal('links'), links: z.array(link) }),
  z.object({
    kind: z.literal('list'),
    heading: z.string(),
    items: z.array(z.object({ text: z.string(), href: z.string() })),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
])

/** A letter as its template made it: names, dates and links. */
export const letter = z.object({
  content: z.object({ title: z.string(), blocks: z.array(block), footer: z.string() }),
  language,
})
