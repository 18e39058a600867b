import { fileURLToPath } from 'node:url'
import type { Db } from '../db/client.ts'
import { loadDefaultMaterials } from '../db/default-materials.ts'
import type { Instant } from '../domain/calendar/day.ts'

/** Gives an installation the texts that every round begins with, in both languages; what HR has written stays. */
export function loadMaterials(db: Db, at: Instant): Promise<void> {
  return loadDefaultMaterials(db, fileURLToPath(new URL('./materials/', import.meta.url)), at)
}
