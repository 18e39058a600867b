import type { Day, Instant } from '../domain/calendar/day.ts'
import type { ObligationKind } from '../domain/policy/ladder.ts'
import type { OfferKind, TalkStatus } from '../domain/talk/talk.ts'
import { owedHref } from './components/owed.tsx'
import { dayText, instantText } from './dates.ts'
import type { Frame } from './frame.ts'
import { type TeamFilter, teamTexts } from './texts/team.ts'

/** One talk of a team: structurally what the api answers. */
export interface TeamTalkView {
  readonly id: string
  readonly employee: string
  readonly unit: string
  readonly status: TalkStatus
  readonly isPaused: boolean
  readonly heldOn: Day | null
  readonly appointment: {
    readonly startsAt: Instant
    readonly stands: boolean
    readonly otherTimeAsked: boolean
    readonly answerBy: Instant | null
  } | null
  readonly statusTimeAsked: { readonly statusTalkId: string; readonly startsAt: Instant } | null
  readonly contradictedOn: Day | null
  /** What must be offered and is not (R4.5). */
  readonly offersDue: readonly OfferKind[]
  readonly leave: { readonly to: Day | null } | null
  readonly canBeInvited: boolean
  readonly owed: readonly {
    readonly obligation: ObligationKind
    readonly subject: string
    readonly owedBy: 'employee' | 'leader' | 'hr'
    readonly dueOn: Day
  }[]
}

/** What a talk waits for, as the leader reads it in a list. */
export interface NextStep {
  readonly what: string
  readonly href: string
  /** By when, or when; '' where there is nothing to come. */
  readonly when: string
  readonly note: string
  readonly isLate: boolean
  /** The leader's turn. */
  readonly isMine: boolean
}

/** The next step of one talk: what somebody asked the leader for, then the time there is, then what is owed first. */
export function nextStepOf(frame: Frame, talk: TeamTalkView): NextStep {
  const texts = teamTexts[frame.language]
  const { appointment } = talk
  const href = `/talks/${talk.id}`
  const first = talk.owed.find(({ obligation }) => !preparations.has(obligation))
  const isLate = !talk.isPaused && talk.owed.some(({ dueOn }) => dueOn < frame.today)
  const step = { href, when: '', note: '', isLate, isMine: false }
  if (appointment !== null && talk.heldOn === null && first?.obligation !== 'confirm-held') {
    const when = instantText(frame, appointment.startsAt)
    if (appointment.otherTimeAsked) return { ...step, what: texts.answerOtherTime, when, isMine: true }
    const { answerBy } = appointment
    const note = answerBy === null ? '' : texts.answerBy(instantText(frame, answerBy))
    return { ...step, what: texts.talk, when, note }
  }
  if (talk.statusTimeAsked !== null) {
    const { statusTalkId, startsAt } = talk.statusTimeAsked
    const when = instantText(frame, startsAt)
    return {
      ...step,
      href: `${href}#status-talk-${statusTalkId}`,
      what: texts.answerOtherStatusTime,
      when,
      isMine: true,
    }
  }
  if (first === undefined) return { ...step, what: texts.nothing }
  const { obligation, subject, owedBy, dueOn } = first
  const isMine = owedBy === 'leader' && !talk.isPaused && talk.leave === null
  const ofEmployee = texts.waitsForEmployee(texts.employeeSteps[obligation] ?? texts.steps[obligation])
  return {
    ...step,
    href: owedHref({ obligation, subject, talkId: talk.id, roundId: '' }),
    what: owedBy === 'employee' ? ofEmployee : texts.steps[obligation],
    when: dayText(frame, dueOn),
    note: talk.contradictedOn === null ? '' : texts.contradicted,
    isMine,
  }
}

/** Nobody's turn: what each does until the talk is held. */
const preparations: ReadonlySet<ObligationKind> = new Set<ObligationKind>(['prepare', 'leader-prepare'])

export function fitsFilter(frame: Frame, talk: TeamTalkView, filter: TeamFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'not-invited') return talk.canBeInvited
  const { isLate, isMine } = nextStepOf(frame, talk)
  return filter === 'late' ? isLate : isMine
}
