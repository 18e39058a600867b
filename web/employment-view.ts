import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'

/** One employment as HR sees it today. */
export interface EmploymentView {
  readonly employmentId: string
  readonly personId: string
  readonly number: string
  readonly joinedAt: Instant | null
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly emailChangedAt: Instant | null
  readonly phone: string | null
  readonly language: Language
  readonly title: string
  readonly jobGroup: string
  readonly hoursPerWeek: number | null
  readonly employedFrom: Day
  readonly lastDay: Day | null
  readonly unitId: string
  readonly unitName: string
  readonly leaderName: string | null
  /** Those that are not over. */
  readonly leaves: readonly { readonly id: string; readonly from: Day; readonly to: Day | null }[]
}

/** With what is planned, whom they lead and how far their talks have come. */
export interface EmploymentOutlook extends EmploymentView {
  readonly planned: readonly {
    readonly what: 'leader' | 'unit'
    readonly name: string | null
    readonly from: Day
  }[]
  readonly leads: number
  readonly deputies: readonly ShownDeputy[]
  readonly talks: readonly {
    readonly id: string
    readonly roundId: string
    readonly roundName: string
    readonly status: TalkStatus
  }[]
}

export interface ShownDeputy {
  readonly id: string
  readonly deputyName: string
  readonly from: Day
  readonly to: Day
}

/** Somebody employed, found to be named for something. */
export interface FoundEmployment {
  readonly employmentId: string
  readonly personId: string
  readonly number: string
  readonly name: string
  readonly title: string
  readonly unitName: string
}

export function fullName({
  givenName,
  familyName,
}: Pick<EmploymentView, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`
}
