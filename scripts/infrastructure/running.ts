import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from './command-error.ts'
import { endStranger, type Identity, identityOf, isAlive, type Service } from './process.ts'

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
  readonly add: (service: Service) => void
  readonly announce: (where: { readonly databaseUrl: string; readonly temporalAddress: string }) => void
  /** Ends every process in the note at once, without waiting. */
  readonly killAll: () => void
  readonly release: () => void
}

/**
 * Holds the folder for this process. Servers that a killed supervisor left behind are ended first, the last started
 * first. Throws CommandError when a living supervisor holds the folder.
 */
export async function holdFolder(folder: string, say: (line: string) => void): Promise<Hold> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = readRunning(folder)
  if (before && (await isAlive(before.supervisor))) {
    throw new CommandError(
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

/**
 * Closes everything that lies in the folder to others: where PostgreSQL runs under an account of its own, the folder itself
 * must let that account pass.
 */
export function closeToOthers(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o700)
    else if (entry.isFile()) chmodSync(path, 0o600)
  }
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
  writeFileSync(noteIn(folder), text(note), { mode: 0o600, flag: 'wx' })
  /** Renamed into place, so that a reader never sees half a note. */
  const change = (changed: Partial<RunningNote>) => {
    note = { ...note, ...changed }
    writeFileSync(`${noteIn(folder)}.next`, text(note), { mode: 0o600 })
    renameSync(`${noteIn(folder)}.next`, noteIn(folder))
  }
  return {
    add: ({ name, identity }) => change({ services: [...note.services, { name, ...identity }] }),
    announce: ({ databaseUrl, temporalAddress }) => change({ databaseUrl, temporalAddress }),
    killAll: () => {
      for (const { pid } of note.services.toReversed()) killNow(pid)
    },
    release: () => rmSync(noteIn(folder), { force: true }),
  }
}

function text(note: RunningNote): string {
  return JSON.stringify(note, null, 2)
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function noteIn(folder: string): string {
  return join(folder, 'running.json')
}
