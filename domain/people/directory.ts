import type { Day } from '../calendar/day.ts'
import type { Language } from '../language.ts'

/** Everybody as stored on a day, with what is already planned: what a people file is compared with (R13.1). */
export type Directory = {
  /** By unit number. */
  units: ReadonlyMap<string, DirectoryUnit>
  /** By id. */
  people: ReadonlyMap<string, DirectoryPerson>
  /** By employee number. */
  employments: ReadonlyMap<string, DirectoryEmployment>
}

export type DirectoryUnit = {
  id: string
  number: string
  name: string
  /** The number of the unit above; null at the top. */
  parent: string | null
  /** The union representative (R4.1); '' where none is named. */
  tr: string
}

export type DirectoryPerson = {
  id: string
  givenName: string
  familyName: string
  email: string | null
  phone: string | null
  birthDate: Day | null
  language: Language
}

export type DirectoryEmployment = {
  id: string
  number: string
  /** The person's id. */
  person: string
  title: string
  jobGroup: string
  caseNumber: string
  employedFrom: Day
  lastDay: Day | null
  hoursPerWeek: number | null
  /** Leaders' employee numbers over time, earliest first; those that ended long ago may be left out. */
  leaders: readonly Span[]
  /** Unit numbers over time, earliest first; those that ended long ago may be left out. */
  units: readonly Span[]
  leaves: readonly DirectoryLeave[]
}

/** What holds from a day through a last day; null = until further notice. */
export type Span = { target: string; from: Day; to: Day | null }

export type DirectoryLeave = { id: string; from: Day; to: Day | null }

export function emptyDirectory(units: readonly DirectoryUnit[] = []): Directory {
  return {
    units: new Map(units.map((unit) => [unit.number, unit])),
    people: new Map(),
    employments: new Map(),
  }
}

/** What holds on a day. */
export function spanOn(spans: readonly Span[], on: Day): Span | null {
  return spans.find(({ from, to }) => from <= on && (to === null || to >= on)) ?? null
}

/** Whom or what the last plan names: the state once everything planned has happened. */
export function settled(spans: readonly Span[]): string | null {
  const last = spans.at(-1)
  return last === undefined || last.to !== null ? null : last.target
}

/** The unit and all units below it, by number. */
export function unitsBelow(units: Directory['units'], top: string): Set<string> {
  const below = new Set([top])
  for (;;) {
    const before = below.size
    for (const { number, parent } of units.values())
      if (parent !== null && below.has(parent)) below.add(number)
    if (below.size === before) return below
  }
}
