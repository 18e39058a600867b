import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { CastName } from './cast.ts'
import type { Json, Visitor } from './visitor.ts'

/** What somebody does at a time: one line of the printed time line. */
export interface Scene {
  on: Day
  /** Minutes after local midnight. */
  minutes: number
  who: CastName
  does: string
  act: (world: World) => Promise<unknown>
}

/** What a scene may use: people over HTTP, and what they have come to know. */
export interface World {
  readonly calendar: Calendar
  readonly dates: Dates
  as(name: CastName): Promise<Visitor>
  /** The id of somebody's talk in a year's round, as a leader, HR or the employee finds it. */
  talkOf(name: CastName, year?: number): string
  /** Reads the rounds' rosters anew, after people were imported. */
  meetEverybody(): Promise<void>
  /** Ids that a later scene needs, by name. */
  readonly notes: Map<string, string>
}

/** The year's fixed points, from which every scene's day is counted. */
export interface Dates {
  year: number
  startsOn: Day
  talksFrom: Day
  talksTo: Day
  orientationOn: Day
  inviteBy: Day
  groupFeedbackBy: Day
  evaluationBy: Day
  closesOn: Day
  endsOn: Day
}

/** A scene at a time of a day, written '10.30'. */
export function scene(on: Day, time: string, who: CastName, does: string, act: Scene['act']): Scene {
  const [hours, minutes] = time.split('.').map(Number)
  return { on, minutes: (hours ?? 0) * 60 + (minutes ?? 0), who, does, act }
}

/** An instant as the api takes it. */
export function instantText(calendar: Calendar, on: Day, time: string): string {
  const [hours, minutes] = time.split('.').map(Number)
  return new Date(calendar.instantOf(on, (hours ?? 0) * 60 + (minutes ?? 0))).toISOString()
}

export function instantOf(calendar: Calendar, { on, minutes }: Scene): Instant {
  return calendar.instantOf(on, minutes)
}

export type { Json }
