import { z } from 'zod'
import { kindsWithOwnTexts, materialNames, phases } from '../domain/material/material.ts'
import { id, instant, language, line, text } from './schemas.ts'

const materialName = z.enum(materialNames)

/** Answers are kept under it, in every language and version. */
const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .meta({ description: 'Small letters, digits, hyphens' })

const asked = { id: key, text: text.min(1), help: text }
const question = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('text'), ...asked }),
  z.strictObject({
    form: z.literal('scale'),
    ...asked,
    least: z.number().int().min(0).max(10),
    most: z.number().int().min(1).max(10),
    leastLabel: line,
    mostLabel: line,
  }),
  z.strictObject({
    form: z.literal('choice'),
    ...asked,
    several: z.boolean(),
    options: z
      .array(z.strictObject({ id: key, label: line.min(1) }))
      .min(2)
      .max(20),
  }),
])

export const materialFile = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().meta({ description: 'Bytes' }),
})

const content = {
  title: line.min(1),
  intro: text,
  sections: z
    .array(
      z.strictObject({
        heading: line.min(1),
        phase: z.enum(phases).nullable(),
        text,
        questions: z.array(question).max(40),
      }),
    )
    .max(40),
}

export const jobGroup = line
  .default('')
  .meta({ description: 'Empty = everybody whose job group has none of its own' })

export const materialKind = z
  .enum(['', ...kindsWithOwnTexts])
  .default('')
  .meta({ description: 'The kind of round that begins with it; empty = every kind that has none of its own' })

export const writtenBody = z.strictObject({
  jobGroup,
  basedOn: z
    .number()
    .int()
    .min(0)
    .meta({ description: 'The version it was edited from; 0 = there was none' }),
  /** Files are attached by id, once they are uploaded. */
  content: z.strictObject({ ...content, files: z.array(id).max(10) }),
})

export const material = z.object({
  material: materialName,
  jobGroup: z.string(),
  language,
  version: z.number(),
  createdAt: instant,
  content: z.object({ ...content, files: z.array(materialFile) }),
})

/** As HR lists it. */
export const writtenMaterial = material.extend({
  by: z
    .string()
    .nullable()
    .meta({ description: 'Who wrote it; null = it came with the installation or was copied' }),
})

export const materialChoice = {
  material: materialName,
  language,
}
