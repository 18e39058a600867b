import { spawn } from 'node:child_process'

/** What a command printed, and how it ended. */
export interface CommandEnd {
  readonly code: number | null
  readonly said: string
  readonly complained: string
}

/** Runs a script as an operator does, in a process of its own. */
export async function runCommand(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<CommandEnd> {
  // Pages are in a language that Node does not read by itself.
  const node = ['--disable-warning=ExperimentalWarning', '--import', './test/faults/tsx-loader.mjs']
  const child = spawn(process.execPath, [...node, script, ...args], {
    env: { PATH: process.env.PATH, ...env },
  })
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (complained += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, said: said.trim(), complained: complained.trim() }
}

/** The database with the rights that the worker's own login has, as commands in its container get it. */
export function asWorker(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', '-c role=aarshjul_worker')
  return url.href
}
