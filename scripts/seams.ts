import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../db/client.ts'
import { projectFolder } from './infrastructure/project.ts'

type SampleModule = { readonly loadSample: (db: Db) => Promise<void> }
type SignInModule = {
  /** One person of every role, with a fresh link each. */
  readonly createSignInLinks: (db: Db, publicUrl: string) => Promise<readonly SignInLink[]>
}

export type SignInLink = { readonly label: string; readonly url: string }

/** Loads the sample organisation into a database without people. */
export async function firstData(db: Db, say: (line: string) => void): Promise<void> {
  if ((await db.person.count()) > 0) return
  const sample = await moduleOf<SampleModule>('prisma/sample')
  if (!sample) return
  say('Loading the sample organisation …')
  await sample.loadSample(db)
}

export async function signInLinks(db: Db, publicUrl: string): Promise<readonly SignInLink[]> {
  const signIn = await moduleOf<SignInModule>('api/sign-in-links')
  return signIn ? signIn.createSignInLinks(db, publicUrl) : []
}

/** A part that other folders bring; null while it is not there. */
async function moduleOf<T>(path: string): Promise<T | null> {
  const isCompiled = import.meta.url.endsWith('.js')
  const file = join(projectFolder, isCompiled ? 'dist' : '.', `${path}${isCompiled ? '.js' : '.ts'}`)
  return existsSync(file) ? ((await import(file)) as T) : null
}
