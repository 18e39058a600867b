import { z } from 'zod'
import { day, id, line } from './schemas.ts'

export const unit = z.object({
  id,
  number: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  /** The union representative (R4.1); '' where none is named. */
  trName: line,
})

export const closing = z.object({ id, unitId: id, from: day, to: day })
