import { randomUUID } from 'node:crypto'
import { sha256 } from '../db/sha256.ts'
import type { Cause } from './temporal.ts'

/**
 * The cause of a request: the same person, address and key give the same decision id. Without a key every request
 * is one of its own.
 */
export function causeOf(personId: string, route: string, key: string | null, sent: unknown): Cause {
  return {
    decisionId: `update:${sha256(canonicalJson([personId, route, key ?? randomUUID()]))}`,
    requestHash: sha256(canonicalJson(sent)),
    personId,
  }
}

/** JSON with the keys of every object in order, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
