import { execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

export type Identity = {
  readonly pid: number
  /** When the process began, as the system tells it: a process number alone may have been given to another. */
  readonly began: string
}

/** A long-lived child process in a process group of its own, so that Ctrl-C reaches it only through the supervisor. */
export type Service = {
  readonly name: string
  readonly identity: Identity
  /** Settles when the process is gone, with what it ended on, such as `exit code 1` or `SIGKILL`. */
  readonly ended: Promise<string>
  readonly isRunning: () => boolean
  /** The last lines the process wrote. */
  readonly lastWords: () => string
  /** Asks the process to end and waits; one that takes longer than `graceMs` milliseconds is killed. */
  readonly stop: (signal: NodeJS.Signals, graceMs: number) => Promise<void>
}

export type ServiceOptions = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Everything the process writes goes here; the file of the run before is kept beside it as `.previous`. */
  readonly logFile: string
  /** The account to run as; absent = the same as ours. */
  readonly account?: { readonly uid: number; readonly gid: number }
  /** Opens a channel that closes when we die, however we die; a Node process hears it as `disconnect`. */
  readonly channel?: boolean
}

/** Starts a process; throws when the program cannot be run at all. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const log = openLog(options.logFile)
  const child = spawn(options.command, options.args, {
    detached: true,
    stdio: options.channel ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    env: { ...process.env, ...options.env },
    ...options.account,
  })
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error) => {
      reject(new Error(`${options.name} could not be started from ${options.command}: ${error.message}`))
    })
  })
  const pid = child.pid ?? 0
  return {
    name: options.name,
    identity: { pid, began: (await beginningOf(pid)) ?? '' },
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    lastWords: () => tailOf(options.logFile),
    stop: async (signal, graceMs) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      if (!(await within(graceMs, ended))) child.kill('SIGKILL')
      await ended
    },
  }
}

/** Whether exactly that process still runs. */
export async function isAlive({ pid, began }: Identity): Promise<boolean> {
  return (await beginningOf(pid)) === began
}

export async function identityOf(pid: number): Promise<Identity> {
  return { pid, began: (await beginningOf(pid)) ?? '' }
}

/** Ends a process that is not our child: one that an earlier supervisor left behind. */
export async function endStranger(
  identity: Identity,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  if (!(await isAlive(identity))) return
  process.kill(identity.pid, signal)
  const deadline = performance.now() + graceMs
  while (performance.now() < deadline) {
    if (!(await isAlive(identity))) return
    await pause(50)
  }
  if (await isAlive(identity)) process.kill(identity.pid, 'SIGKILL')
}

/** The command line of a process, or null when it is gone or the system does not tell. */
export async function commandLineOf(pid: number): Promise<string | null> {
  return answerOf('ps', ['-o', 'args=', '-p', String(pid)])
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** What a short command printed, or null when it failed. */
export function answerOf(command: string, args: readonly string[]): Promise<string | null> {
  return run(command, args).catch(() => null)
}

/** What a command printed; throws with the last line of its complaint. */
export async function run(command: string, args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, [...args])).stdout.trim()
  } catch (error) {
    const complaint = (error as { stderr?: string }).stderr?.trim() ?? ''
    throw new Error(complaint.split('\n').at(-1) || String(error), { cause: error })
  }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(file)) renameSync(file, `${file}.previous`)
  return openSync(file, 'a', 0o600)
}

function tailOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : ''
}

/** Linux tells the start in clock ticks since boot (field 22 after the parenthesised name); others through `ps`. */
async function beginningOf(pid: number): Promise<string | null> {
  const stat = `/proc/${pid}/stat`
  if (existsSync('/proc/self/stat')) {
    try {
      const fields = readFileSync(stat, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return fields[0] === 'Z'
        ? null
        : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
    } catch {
      return null
    }
  }
  return answerOf('ps', ['-o', 'lstart=', '-p', String(pid)])
}

async function within(milliseconds: number, event: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const inTime = await Promise.race([event.then(() => true), late])
  clearTimeout(timer)
  return inTime
}
