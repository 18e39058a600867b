import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endStranger, type Identity, identityOf, isAlive } from './process.ts'

/** What an installation's folder says about the supervisor that uses it and the processes it started. */
export type RunningNote = {
  readonly supervisor: Identity
  /** In the order they were started. */
  readonly services: readonly (Identity & { readonly name: string })[]
  /** Where the services answer, for other commands of the same installation; null until they do. */
  readonly databaseUrl: string | null
  readonly temporalAddress: string | null
}

/** A folder that one supervisor holds: nobody else starts servers on its data meanwhile. */
export type Hold = {
  /** Puts a started process into the note, so that a later start can clear it away if we die. */
  readonly add: (name: string, identity: Identity) => void
  readonly announce: (where: { readonly databaseUrl: string; readonly temporalAddress: string }) => void
  readonly release: () => void
}

/**
 * Holds the folder for this process. Servers that a killed supervisor left behind are ended first, the last started
 * first. Throws when a living supervisor holds the folder.
 */
export async function holdFolder(folder: string, say: (line: string) => void): Promise<Hold> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = readRunning(folder)
  if (before && (await isAlive(before.supervisor))) {
    throw new Error(
      `${folder} is in use by process ${before.supervisor.pid}: expected one start at a time. Stop that one first (Ctrl-C there, or kill ${before.supervisor.pid}).`,
    )
  }
  if (before) await clearAway(before, say)
  rmSync(noteIn(folder), { force: true })
  return hold(folder, {
    supervisor: await identityOf(process.pid),
    services: [],
    databaseUrl: null,
    temporalAddress: null,
  })
}

/** The note in the folder; null when nothing holds it. */
export function readRunning(folder: string): RunningNote | null {
  try {
    return JSON.parse(readFileSync(noteIn(folder), 'utf8'))
  } catch {
    return null
  }
}

/** Ends what a dead supervisor left behind. */
export async function clearAway(note: RunningNote, say: (line: string) => void): Promise<void> {
  for (const service of note.services.toReversed()) {
    if (!(await isAlive(service))) continue
    say(`Ending ${service.name} (process ${service.pid}), left behind by an earlier start`)
    await endStranger(service, 'SIGINT', 10_000)
  }
}

function hold(folder: string, first: RunningNote): Hold {
  let note = first
  const write = (next: RunningNote, flag: 'w' | 'wx') => {
    note = next
    writeFileSync(noteIn(folder), JSON.stringify(note, null, 2), { mode: 0o600, flag })
  }
  write(note, 'wx')
  return {
    add: (name, identity) => write({ ...note, services: [...note.services, { name, ...identity }] }, 'w'),
    announce: (where) => write({ ...note, ...where }, 'w'),
    release: () => rmSync(noteIn(folder), { force: true }),
  }
}

function noteIn(folder: string): string {
  return join(folder, 'running.json')
}
