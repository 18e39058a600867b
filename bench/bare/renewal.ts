import { randomUUID } from 'node:crypto'
import type { Statement } from '../statements.ts'

/** A value that no two requests share: the statement's place, the value's, and what it is. */
export interface Renewal {
  readonly statement: number
  readonly value: number
  readonly as: 'next-number' | 'now' | 'uuid' | 'text'
}

/**
 * What the second of two requests of the same kind has in its statements other than the first. What is asked for at once
 * may be sent in any order: statements are known by their text.
 */
export function renewalsOf(first: readonly Statement[], second: readonly Statement[]): Renewal[] {
  const left = [...first]
  return second.flatMap(({ text, values }, statement) => {
    const place = left.findIndex((other) => other.text === text)
    const [before] = place < 0 ? [] : left.splice(place, 1)
    if (before === undefined)
      throw new Error(`a second request of a kind sent what the first did not: ${text}`)
    return values.flatMap((now, value): Renewal[] =>
      String(before.values[value]) === String(now) ? [] : [{ statement, value, as: kindOf(now) }],
    )
  })
}

/** The statements of the n-th request after the one they were taken from. */
export function renewed(
  statements: readonly Statement[],
  renewals: readonly Renewal[],
  nth: number,
): readonly Statement[] {
  if (renewals.length === 0) return statements
  const own = statements.map((statement) => ({ ...statement, values: [...statement.values] }))
  const suffix = randomUUID()
  for (const { statement, value, as } of renewals) {
    const values = own[statement]?.values
    if (values !== undefined) values[value] = newValue(as, values[value], nth, suffix)
  }
  return own
}

function kindOf(value: unknown): Renewal['as'] {
  const text = String(value)
  if (/^\d+$/.test(text)) return 'next-number'
  if (value instanceof Date || /^\d{4}-\d\d-\d\d[T ]/.test(text)) return 'now'
  return /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/.test(text) ? 'uuid' : 'text'
}

function newValue(as: Renewal['as'], before: unknown, nth: number, suffix: string): unknown {
  switch (as) {
    case 'next-number':
      return Number(before) + nth
    case 'now':
      return new Date().toISOString()
    case 'uuid':
      return randomUUID()
    case 'text':
      return `${String(before).slice(0, 20)}${suffix}`
  }
}
