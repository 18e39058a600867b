import type { Day, Instant } from '../domain/calendar/day.ts'
import type { ObligationKind } from '../domain/policy/ladder.ts'
import type { OfferKind, TalkStatus } from '../domain/talk/talk.ts'
import { owedHref } from './components/owed.tsx'
import { dayText, instantText, isSoon } from './dates.ts'
import type { Frame } from './frame.ts'
import { type TeamFilter, teamTexts } from './texts/team.ts'

/** One talk of a team: structurally what the api answers. */
export interface TeamTalkView {
  readonly id: string
  readonly employee: string
  readonly unit: string
  readonly status: TalkStatus
  readonly isPaused: boolean
  readonly inviteDueOn: Day
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
  /** The leader's to do, now or later. */
  readonly isLeaders: boolean
}

/** The next step of one talk: what somebody asked the leader for, then the time there is, then what is owed first. */
export function nextStepOf(frame: Frame, talk: TeamTalkView): NextStep {
  const texts = teamTexts[frame.language]
  const { appointment } = talk
  const href = `/talks/${talk.id}`
  const first = talk.owed.find(({ obligation }) => !preparations.has(obligation))
  const isLate = !isResting(talk) && talk.owed.some(({ dueOn }) => dueOn < frame.today)
  const step = { href, when: '', note: '', isLate, isLeaders: false }
  if (appointment !== null && talk.heldOn === null && first?.obligation !== 'confirm-held') {
    const when = instantText(frame, appointment.startsAt)
    if (appointment.otherTimeAsked) return { ...step, what: texts.answerOtherTime, when, isLeaders: true }
    const { answerBy } = appointment
    if (answerBy !== null)
      return { ...step, what: texts.talk, when, note: texts.answerBy(instantText(frame, answerBy)) }
    const preparation = talk.owed.find(({ obligation }) => obligation === 'leader-prepare')
    if (preparation === undefined || !waitsNow(frame, talk, preparation))
      return { ...step, what: texts.talk, when }
    return { ...step, ...owedStep(talk, preparation), what: texts.steps['leader-prepare'], when }
  }
  if (talk.statusTimeAsked !== null) {
    const { statusTalkId, startsAt } = talk.statusTimeAsked
    const when = instantText(frame, startsAt)
    return {
      ...step,
      href: `${href}#status-talk-${statusTalkId}`,
      what: texts.answerOtherStatusTime,
      when,
      isLeaders: true,
    }
  }
  if (first === undefined) return { ...step, ...beforeStart(frame, talk) }
  const { obligation, owedBy, dueOn } = first
  const ofEmployee = texts.waitsForEmployee(texts.employeeSteps[obligation] ?? texts.steps[obligation])
  return {
    ...step,
    ...owedStep(talk, first),
    what: owedBy === 'employee' ? ofEmployee : texts.steps[obligation],
    when: dayText(frame, dueOn),
    note: talk.contradictedOn === null ? '' : texts.contradicted,
  }
}

/** Before the round reaches the employee nothing is owed; what will be is known. */
function beforeStart(frame: Frame, talk: TeamTalkView) {
  const texts = teamTexts[frame.language]
  if (!isToBeInvited(talk)) return { what: texts.nothing }
  return { what: texts.steps.invite, when: dayText(frame, talk.inviteDueOn), isLeaders: true }
}

function isToBeInvited({ status, appointment, owed }: TeamTalkView): boolean {
  return status === 'awaiting' && appointment === null && owed.length === 0
}

type Owed = TeamTalkView['owed'][number]

function owedStep(talk: TeamTalkView, { obligation, subject, owedBy }: Owed) {
  const href = owedHref({ obligation, subject, talkId: talk.id, roundId: '' })
  return { href, isLeaders: owedBy === 'leader' }
}

/** Whether a talk waits for its leader: something in it asks for them now, or the employee wishes for another time. */
export function waitsForLeader(frame: Frame, talk: TeamTalkView): boolean {
  const isAsked = talk.heldOn === null && talk.appointment?.otherTimeAsked === true
  return isAsked || talk.statusTimeAsked !== null || talk.owed.some((one) => waitsNow(frame, talk, one))
}

/** As `db/home` tells of what is owed: a pause, a leave and a time that awaits an answer ask for nobody. */
function waitsNow(frame: Frame, talk: TeamTalkView, { obligation, owedBy, dueOn }: Owed): boolean {
  const awaitsAnswer = talk.appointment !== null && (obligation === 'invite' || obligation === 'hold')
  return owedBy === 'leader' && !isResting(talk) && !awaitsAnswer && isSoon(frame, dueOn)
}

function isResting({ isPaused, leave }: TeamTalkView): boolean {
  return isPaused || leave !== null
}

/** What the leader owes in the talk later on; nothing while it rests. */
export function owedLater(frame: Frame, talk: TeamTalkView): Pick<Owed, 'obligation' | 'owedBy' | 'dueOn'>[] {
  if (isResting(talk)) return []
  if (isToBeInvited(talk)) return [{ obligation: 'invite', owedBy: 'leader', dueOn: talk.inviteDueOn }]
  return talk.owed.filter(({ owedBy, dueOn }) => owedBy === 'leader' && !isSoon(frame, dueOn))
}

/** Nobody's turn: what each does until the talk is held. */
const preparations: ReadonlySet<ObligationKind> = new Set<ObligationKind>(['prepare', 'leader-prepare'])

export function fitsFilter(frame: Frame, talk: TeamTalkView, filter: TeamFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'not-invited') return talk.canBeInvited
  return filter === 'late' ? nextStepOf(frame, talk).isLate : waitsForLeader(frame, talk)
}
