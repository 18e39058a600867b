import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FilingOutcome, JournalEntry, JournalGateway, LookUpOutcome } from '../../journal/gateway.ts'

/** What the personnel file does instead of answering. */
export const registerTricks = [
  'error-before',
  'error-after',
  'hang-before',
  'hang-after',
  'lie',
  'cannot-look',
] as const
export type RegisterTrick = (typeof registerTricks)[number]

/**
 * A personnel file that makes a new record whenever it is asked to file, as many do: that there is one for each plan
 * version is up to whoever asks. It lies in a folder, so that records outlive the worker that made them.
 */
export function createRegister(folder: string): JournalGateway {
  return {
    name: 'register',
    filedBy: 'service',
    async file(entry, signal) {
      const trick = trickOf(folder)
      if (trick !== null && trick !== 'cannot-look') noteMet(folder, trick)
      if (trick === 'error-before') throw new Error('the personnel file broke off')
      if (trick === 'hang-before') await ends(signal)
      if (trick !== 'lie') write(folder, entry)
      if (trick === 'error-after') throw new Error('the personnel file broke off')
      if (trick === 'hang-after') await ends(signal)
      return done
    },
    async lookUp(key): Promise<LookUpOutcome> {
      if (trickOf(folder) === 'cannot-look') {
        noteMet(folder, 'cannot-look')
        return { kind: 'unavailable' }
      }
      const [found] = recordsIn(folder).filter((record) => record.key === key)
      if (found === undefined) return { kind: 'absent' }
      return { kind: 'found', receipt: RECEIPT, caseReference: '', contentHash: found.contentHash }
    },
  }
}

export interface RegisterRecord {
  key: string
  contentHash: string
}

export function recordsIn(folder: string): RegisterRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RegisterRecord)
}

/** From now on every try meets the trick; null files again. */
export function playRegister(folder: string, trick: RegisterTrick | null): void {
  mkdirSync(folder, { recursive: true })
  if (trick === null) rmSync(join(folder, TRICK), { force: true })
  else writeFileSync(join(folder, TRICK), trick)
}

/** Whether somebody who filed or looked has met the trick. */
export function hasMet(folder: string, trick: RegisterTrick): boolean {
  return existsSync(join(folder, metAt(trick)))
}

/** A file, as everything here: whoever met it may be dead. */
function noteMet(folder: string, trick: string): void {
  writeFileSync(join(folder, metAt(trick)), '')
}

function metAt(trick: string): string {
  return `${trick}.met`
}

const TRICK = 'trick'
const RECEIPT = 'filed'
const done: FilingOutcome = { kind: 'done', receipt: RECEIPT, caseReference: '' }

function trickOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, TRICK), 'utf8')
  } catch {
    return null
  }
}

function write(folder: string, { metadata: { key, contentHash } }: JournalEntry): void {
  const record: RegisterRecord = { key, contentHash }
  const file = join(folder, `${key}.${randomUUID()}`)
  // Whole or not at all, also when the worker is killed here.
  writeFileSync(file, JSON.stringify(record))
  renameSync(file, `${file}.json`)
}

/** Answers nothing for as long as the one who asked has patience. */
function ends(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('nobody waits any more')), { once: true })
  })
}
