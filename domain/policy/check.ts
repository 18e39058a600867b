import { parseDay } from '../calendar/day.ts'
import type { Complaint, Expected } from './complaint.ts'

/** Looks at one value, found at a path, and says all that is wrong with it. */
export type Check = (value: unknown, field: string) => Complaint[]

/** One check for each field of T, so that a field cannot be forgotten. */
export type Checks<T> = { [K in keyof T]-?: Check }

export const date = test({ form: 'date' }, (value) => typeof value === 'string' && parseDay(value) !== null)

/** 'MM-DD', 29 February included. */
export const dateOfYear = test(
  { form: 'date-of-year' },
  (value) => typeof value === 'string' && parseDay(`2028-${value}`) !== null,
)

export const yesOrNo = test({ form: 'yes-or-no' }, (value) => typeof value === 'boolean')

export function whole(least: number, most: number): Check {
  return test(
    { form: 'whole-number', least, most },
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  )
}

export function oneOf(options: readonly string[]): Check {
  return test({ form: 'one-of', options }, (value) => typeof value === 'string' && options.includes(value))
}

export function orNull(check: Check): Check {
  return (value, field) => (value === null ? [] : check(value, field))
}

export function ifThere(check: Check): Check {
  return (value, field) => (value === undefined ? [] : check(value, field))
}

export function listOf(check: Check, least: number, most: number): Check {
  return (value, field) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      return [{ field, value, expected: { form: 'list', least, most } }]
    }
    return value.flatMap((item, i) => check(item, `${field}.${i}`))
  }
}

/** A list in which no value stands twice. */
export function setOf(check: Check, least: number, most: number): Check {
  return (value, field) => {
    const complaints = listOf(check, least, most)(value, field)
    if (complaints.length > 0 || !Array.isArray(value) || new Set(value).size === value.length)
      return complaints
    return [{ field, value, expected: { form: 'different-values' } }]
  }
}

/** An object with these fields and no others; those that may be left out have a check made by `ifThere`. */
export function fieldsOf<T>(checks: Checks<T>): Check {
  const names = Object.keys(checks)
  const entries = Object.entries<Check>(checks)
  return (value, field) => {
    if (!isRecord(value)) return [{ field, value, expected: { form: 'fields', names } }]
    const at = (name: string) => (field === '' ? name : `${field}.${name}`)
    const wrong = entries.flatMap(([name, check]) => check(value[name], at(name)))
    const unknown = Object.keys(value).filter((name) => !names.includes(name))
    return [
      ...wrong,
      ...unknown.map((name) => ({
        field: at(name),
        value: value[name],
        expected: { form: 'nothing' } as const,
      })),
    ]
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function test(expected: Expected, isRight: (value: unknown) => boolean): Check {
  return (value, field) => (isRight(value) ? [] : [{ field, value, expected }])
}
