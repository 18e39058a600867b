import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A secret that the embedded mode makes on its first start and keeps in the installation's folder, readable by its
 * owner alone; null where there is none yet and none is to be made.
 */
export function keptSecret(folder: string, name: string, make: () => string): string
export function keptSecret(folder: string, name: string, make: null): string | null
export function keptSecret(folder: string, name: string, make: (() => string) | null): string | null {
  const secrets = join(folder, 'secrets')
  const file = join(secrets, name)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (make === null) return null
  const secret = make()
  mkdirSync(secrets, { recursive: true, mode: 0o700 })
  // Moved into place when whole, so that a kill half-way leaves no half secret.
  writeFileSync(`${file}.unfinished`, `${secret}\n`, { mode: 0o600 })
  renameSync(`${file}.unfinished`, file)
  return secret
}

export const TEMPORAL_KEYS_FILE = 'temporal-keys'

/** A new key for what enters Temporal, as the setting TEMPORAL_KEYS has it. */
export function newTemporalKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`
}
