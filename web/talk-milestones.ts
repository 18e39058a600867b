import type { Day, Instant } from '../domain/calendar/day.ts'
import type { TalkStatus } from '../domain/talk/talk.ts'
import type { Milestone } from './components/time-line.tsx'
import { dayText, instantText, isSoon } from './dates.ts'
import type { Frame } from './frame.ts'
import { statusWords } from './texts/status.ts'
import { talkAfterTexts } from './texts/talk-after.ts'
import { timeLineTexts } from './texts/time-line.ts'

/** What a time line is made of: part of what the api answers about a talk. */
export interface TalkCourse {
  readonly id: string
  readonly status: TalkStatus
  readonly isPaused: boolean
  readonly dates: {
    readonly startsOn: Day | null
    readonly inviteDueOn: Day
    readonly holdOn: Day
    readonly heldOn: Day | null
    readonly planDueOn: Day | null
    readonly agreedOn: Day | null
  }
  readonly appointment: { readonly startsAt: Instant; readonly stands: boolean } | null
  readonly ready: { readonly employee: boolean; readonly leader: boolean }
  readonly plan: { readonly missing: 'employee' | 'leader' | null } | null
  readonly filings: readonly { readonly status: string; readonly dueOn: Day }[]
  readonly statusTalks: readonly {
    readonly id: string
    readonly number: number
    readonly dueOn: Day
    readonly status: 'open' | 'held' | 'agreed-away' | 'replaced'
    readonly heldOn: Day | null
  }[]
}

/**
 * The year of one talk, from orientation to the last status talk. The first step that is not done is now, or ahead where
 * nobody can take it yet. Where the talk has ended otherwise, the line ends there.
 */
export function milestonesOf(
  frame: Frame,
  talk: TalkCourse,
  party: 'employee' | 'leader' | null,
): Milestone[] {
  const steps = [...stepsToTalk(frame, talk, party), ...stepsAfterTalk(frame, talk, party)]
  return withStates(frame, endedAt(frame, talk, steps), talk.isPaused)
}

function stepsToTalk(frame: Frame, talk: TalkCourse, party: 'employee' | 'leader' | null): Step[] {
  const texts = timeLineTexts[frame.language]
  const { dates, appointment } = talk
  const isToConfirm = talk.status === 'to-confirm'
  const isOver = dates.heldOn !== null || isToConfirm
  const isReady = party === 'leader' ? talk.ready.leader : talk.ready.employee
  // Until somebody is back from a leave without a known end, the round's dates are not theirs.
  const hasDates = dates.startsOn !== null && appointment === null && !isOver
  const timeOn = appointment && frame.localTime(appointment.startsAt).on
  return [
    {
      what: texts.orientation,
      on: dates.startsOn,
      done: dates.startsOn !== null && dates.startsOn <= frame.today,
      isOpen: false,
    },
    {
      what: texts.invitation,
      on: hasDates ? dates.inviteDueOn : null,
      done: appointment !== null || isOver,
      note: hasDates ? texts.inviteBy : undefined,
    },
    {
      what: texts.preparation,
      on: null,
      done: isReady || isOver,
      note: isOver ? undefined : isReady ? texts.ready : texts.notReady,
      ...(party && { href: `/talks/${talk.id}/preparation` }),
    },
    {
      what: texts.talk,
      on: dates.heldOn ?? (hasDates ? dates.holdOn : null),
      when: dates.heldOn === null && appointment ? instantText(frame, appointment.startsAt) : undefined,
      done: dates.heldOn !== null,
      note: isToConfirm ? texts.toConfirm : hasDates ? texts.holdBy : undefined,
      isOpen: isToConfirm || (timeOn ?? dates.holdOn) <= frame.today,
    },
  ]
}

function stepsAfterTalk(frame: Frame, talk: TalkCourse, party: 'employee' | 'leader' | null): Step[] {
  const texts = timeLineTexts[frame.language]
  const { dates, plan } = talk
  const missing = { employee: texts.waitsForEmployee, leader: texts.waitsForLeader }
  const isNotAgreed = talk.status === 'not-agreed'
  return [
    {
      what: texts.plan,
      on: isNotAgreed ? null : (dates.agreedOn ?? dates.planDueOn),
      done: dates.agreedOn !== null,
      isEnd: isNotAgreed,
      note: isNotAgreed ? texts.notAgreed : plan?.missing ? missing[plan.missing] : undefined,
      ...(party && { href: `/talks/${talk.id}/plan` }),
    },
    ...talk.filings.slice(0, 1).map(({ status, dueOn }) => ({
      what: texts.filing,
      on: status === 'filed' ? null : dueOn,
      done: status === 'filed',
      note: status === 'filed' ? texts.filed : undefined,
      goesOn: true,
    })),
    ...talk.statusTalks.map(({ number, dueOn, heldOn, status }) => {
      const isEnd = status === 'agreed-away' || status === 'replaced'
      return {
        what: talk.statusTalks.length > 1 ? `${texts.statusTalk} ${number}` : texts.statusTalk,
        on: isEnd ? null : (heldOn ?? dueOn),
        done: status === 'held',
        isEnd,
        note: isEnd ? talkAfterTexts[frame.language].statusStates[status] : undefined,
        isOpen: isSoon(frame, dueOn),
      }
    }),
  ]
}

/** Without a talk, or when the employee has left, nothing comes but the filing of what was agreed (R8.3). */
function endedAt(frame: Frame, { status }: TalkCourse, steps: readonly Step[]): readonly Step[] {
  const note = timeLineTexts[frame.language].ends[status]
  if (note === undefined) return steps
  const end: Step = { what: statusWords[frame.language][status], on: null, done: false, isEnd: true, note }
  const happened = steps.filter(({ done, isEnd }) => done || isEnd)
  const after = steps.filter(({ done, goesOn }) => !done && goesOn)
  return [...happened, end, ...after]
}

interface Step {
  what: string
  on: Day | null
  /** In place of the day, such as with the hour. */
  when?: string | undefined
  done: boolean
  /** False where it is nobody's yet, even if all before it is done. */
  isOpen?: boolean
  /** It will not be done: something else became of it. */
  isEnd?: boolean
  /** Also when the talk itself has ended. */
  goesOn?: boolean
  note?: string | undefined
  href?: string
}

/** While a talk is paused no date passes (R14.3). */
function withStates(frame: Frame, steps: readonly Step[], isPaused: boolean): Milestone[] {
  const first = steps.findIndex(({ done, isEnd }) => !done && !isEnd)
  return steps.map(({ done, note, on, when, isOpen = true, isEnd = false, what, href }, index) => {
    const isLate = on !== null && on < frame.today && !isPaused
    const coming = index !== first ? 'coming' : isOpen ? 'now' : 'ahead'
    return {
      what,
      when: when ?? (on && dayText(frame, on)),
      ...(note && { note }),
      ...(href && { href }),
      state: done ? 'done' : isEnd ? 'ended' : isLate ? 'late' : coming,
    }
  })
}
