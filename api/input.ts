import type { z } from 'zod'
import type { Language } from '../domain/language.ts'
import { type FieldProblem, wrongInput } from './problem.ts'

/** Reads one part of a request (params, query, body); throws a 422 that names every wrong place. */
export function readInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  place: string,
  language: Language,
): z.output<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw wrongInput(read.error.issues.map((issue) => fieldProblem(issue, value, place, language)))
}

type Issue = z.core.$ZodIssue

function fieldProblem(issue: Issue, input: unknown, place: string, language: Language): FieldProblem {
  const value = issue.path.reduce<unknown>((inner, key) => memberOf(inner, key), input)
  return {
    place: [place, ...issue.path.map(String)].join('.'),
    value: shown(value),
    expected: expectedBy(issue),
    sentence: sentences[language](issue, value),
  }
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

/** Enough to recognise what was sent. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 80 ? `${value.slice(0, 79)}…` : value
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The allowed form, such as 'uuid', 'at most 200' or 'one of mus, lus'. */
function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'invalid_format':
      return issue.format
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'too_small':
      return `at least ${issue.minimum}`
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `nothing called ${issue.keys.join(', ')}`
    default:
      return issue.message
  }
}

const sentences: Readonly<Record<Language, (issue: Issue, value: unknown) => string>> = {
  da: (issue, value) => {
    if (value === undefined || value === '') return 'Feltet skal udfyldes.'
    switch (issue.code) {
      case 'invalid_format':
        return `Det skal være ${formatNames.da[issue.format] ?? 'en gyldig værdi'}.`
      case 'too_big':
        if (issue.origin === 'array') return `Vælg højst ${issue.maximum}.`
        if (issue.origin === 'string') return `Der må højst være ${issue.maximum} tegn.`
        return `Det må højst være ${issue.maximum}.`
      case 'too_small':
        if (issue.origin === 'array') return `Vælg mindst ${issue.minimum === 1 ? 'én' : issue.minimum}.`
        if (issue.origin === 'string') return `Der skal være mindst ${issue.minimum} tegn.`
        return `Det skal være mindst ${issue.minimum}.`
      case 'invalid_value':
        return `Det skal være en af disse: ${issue.values.join(', ')}.`
      default:
        return 'Det kan ikke bruges her.'
    }
  },
  en: (issue, value) => {
    if (value === undefined || value === '') return 'The field must be filled in.'
    switch (issue.code) {
      case 'invalid_format':
        return `It must be ${formatNames.en[issue.format] ?? 'a valid value'}.`
      case 'too_big':
        if (issue.origin === 'array') return `Choose at most ${issue.maximum}.`
        if (issue.origin === 'string') return `There may be at most ${issue.maximum} characters.`
        return `It may be at most ${issue.maximum}.`
      case 'too_small':
        if (issue.origin === 'array') return `Choose at least ${issue.minimum === 1 ? 'one' : issue.minimum}.`
        if (issue.origin === 'string') return `There must be at least ${issue.minimum} characters.`
        return `It must be at least ${issue.minimum}.`
      case 'invalid_value':
        return `It must be one of these: ${issue.values.join(', ')}.`
      default:
        return 'It cannot be used here.'
    }
  },
}

const formatNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  da: {
    date: 'en dato som 2027-02-26',
    datetime: 'en dato med klokkeslæt som 2027-02-26T09:30:00Z',
    email: 'en mailadresse',
    url: 'en webadresse',
    uuid: 'et id',
  },
  en: {
    date: 'a date such as 2027-02-26',
    datetime: 'a date with a time such as 2027-02-26T09:30:00Z',
    email: 'a mail address',
    url: 'a web address',
    uuid: 'an id',
  },
}
