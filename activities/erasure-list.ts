import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../domain/calendar/day.ts'

/** Who was erased, by opaque id, in a folder beside the database: a restored copy does not know it. */
export interface ErasureList {
  /** Noted twice it is noted once. */
  note(personId: string, at: Instant): Promise<void>
  all(): Promise<string[]>
}

/** One small file for each person, so that several workers never write the same one. */
export function createErasureList(folder: string): ErasureList {
  return {
    async note(personId, at) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = join(folder, `.${personId}`)
      await writeFile(unfinished, JSON.stringify({ erasedAt: new Date(at).toISOString() }))
      await rename(unfinished, join(folder, `${personId}${ENDING}`))
    },
    async all() {
      const names = await entriesOf(folder)
      return names.filter((name) => NAME.test(name)).map((name) => name.slice(0, -ENDING.length))
    },
  }
}

const ENDING = '.json'
const NAME = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.json$/

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
