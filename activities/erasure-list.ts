import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SealMark } from '../db/audit-seal.ts'
import type { Instant } from '../domain/calendar/day.ts'

/**
 * What must be known from outside the database, in a folder beside it: who was erased, by opaque id, which a restored copy
 * does not know; the newest seal of the audit, which whoever cuts the audit in the database does not reach; and that the
 * tables were put back from a copy, which the copy cannot say.
 */
export interface ErasureList {
  /** Noted twice it is noted once. */
  note(personId: string, at: Instant): Promise<void>
  /** They are not erased after all. */
  takeBack(personId: string): Promise<void>
  all(): Promise<string[]>
  /** @param seal null where the table that was restored has none */
  noteSeal(seal: SealMark | null): Promise<void>
  /** Null where none was noted. */
  lastSeal(): Promise<SealMark | null>
  /** No mail goes from here on until somebody has looked at what was put back. */
  holdMail(): Promise<void>
  releaseMail(): Promise<void>
  isMailHeld(): Promise<boolean>
}

/** One small file for each person, so that several workers never write the same one. */
export function createErasureList(folder: string): ErasureList {
  const write = async (name: string, content: object) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const unfinished = join(folder, `.${name}`)
    await writeFile(unfinished, JSON.stringify(content))
    await rename(unfinished, join(folder, name))
  }
  return {
    note: (personId, at) => write(`${personId}${ENDING}`, { erasedAt: new Date(at).toISOString() }),
    takeBack: (personId) => rm(join(folder, `${personId}${ENDING}`), { force: true }),
    async all() {
      const names = await entriesOf(folder)
      return names.filter((name) => NAME.test(name)).map((name) => name.slice(0, -ENDING.length))
    },
    noteSeal: (seal) =>
      seal === null
        ? rm(join(folder, SEAL_FILE), { force: true })
        : write(SEAL_FILE, { number: seal.number, hash: seal.hash }),
    async lastSeal() {
      if (!(await entriesOf(folder)).includes(SEAL_FILE)) return null
      const text = await readFile(join(folder, SEAL_FILE), 'utf8')
      const { number, hash } = JSON.parse(text) as Partial<SealMark>
      if (Number.isInteger(number) && number !== undefined && typeof hash === 'string')
        return { number, hash }
      throw new Error(`${SEAL_FILE} is '${text}': expected the number and the hash of a seal`)
    },
    holdMail: () => write(HOLD_FILE, {}),
    releaseMail: () => rm(join(folder, HOLD_FILE), { force: true }),
    isMailHeld: async () => (await entriesOf(folder)).includes(HOLD_FILE),
  }
}

/** Beside the erased, which have an id for a name. */
const SEAL_FILE = 'audit-seal.json'
const HOLD_FILE = 'mail-held.json'
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
