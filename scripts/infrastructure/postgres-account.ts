import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CommandError } from './command-error.ts'
import { answerOf } from './process.ts'

export type Account = { readonly uid: number; readonly gid: number }

/**
 * PostgreSQL refuses to run as root. As root its programs run as the owner of the data where there is one, else as
 * `postgres`, else as `nobody`, which every system has: no account is ever created. Null = run as ourselves.
 */
export async function postgresAccount(dataFolder: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder)
    if (uid !== 0) return { uid, gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [await answerOf('id', ['-u', name]), await answerOf('id', ['-g', name])]
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new CommandError(
    "Started as root, and the system has neither an account 'postgres' nor 'nobody': start as another user",
  )
}

export type Launch = {
  readonly command: string
  readonly args: readonly string[]
  readonly account?: Account
}

/**
 * How to run a program as that account. Below a folder that only root may enter (such as root's home) the account gets
 * the right to pass through; without `setpriv` there is no such way and the folder is named.
 */
export async function launchAs(
  account: Account | null,
  program: string,
  args: readonly string[],
  folders: readonly string[],
): Promise<Launch> {
  if (!account) return { command: program, args }
  const closed = [...new Set([program, ...folders].map(closedParent).filter((folder) => folder !== null))]
  if (closed.length === 0) return { command: program, args, account }
  if ((await answerOf('setpriv', ['--version'])) === null) {
    throw new CommandError(
      `${closed[0]} is closed to other accounts, and PostgreSQL does not run as root: expected chmod o+x ${closed[0]}, the program setpriv, or a start as another user`,
    )
  }
  // The first lets even questions of the kind "may I run this?" see the right.
  const rights = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const who = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  return { command: 'setpriv', args: [...who, ...rights, program, ...args] }
}

/** The outermost folder above a path that others may not pass through. */
function closedParent(path: string): string | null {
  const parent = dirname(path)
  if (parent === path) return null
  const above = closedParent(parent)
  if (above !== null || !existsSync(parent)) return above
  return (statSync(parent).mode & 0o001) === 0 ? parent : null
}
