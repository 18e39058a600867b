import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Milestone } from './components/time-line.tsx'
import { dayText, instantText, isSoon } from './dates.ts'
import type { Frame } from './frame.ts'
import { timeLineTexts } from './texts/time-line.ts'

/** What a time line is made of: part of what the api answers about a talk. */
export interface TalkCourse {
  readonly id: string
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
    readonly status: string
    readonly heldOn: Day | null
  }[]
}

/**
 * The year of one talk, from orientation to the last status talk. The first step that is not done is now, or ahead where
 * nobody can take it yet.
 */
export function milestonesOf(
  frame: Frame,
  talk: TalkCourse,
  party: 'employee' | 'leader' | null,
): Milestone[] {
  const texts = timeLineTexts[frame.language]
  const { dates, appointment, plan } = talk
  const isHeld = dates.heldOn !== null
  const isReady = party === 'leader' ? talk.ready.leader : talk.ready.employee
  const talkOn = dates.heldOn ?? (appointment ? frame.localTime(appointment.startsAt).on : dates.holdOn)
  const steps: Step[] = [
    {
      what: texts.orientation,
      on: dates.startsOn,
      done: dates.startsOn !== null && dates.startsOn <= frame.today,
      isOpen: false,
    },
    {
      what: texts.invitation,
      on: appointment || isHeld ? null : dates.inviteDueOn,
      done: appointment !== null || isHeld,
      note: appointment || isHeld ? undefined : texts.inviteBy,
    },
    {
      what: texts.preparation,
      on: null,
      done: isReady || isHeld,
      note: isHeld ? undefined : isReady ? texts.ready : texts.notReady,
      ...(party && { href: `/talks/${talk.id}/preparation` }),
    },
    {
      what: texts.talk,
      on: talkOn,
      when: !isHeld && appointment ? instantText(frame, appointment.startsAt) : undefined,
      done: isHeld,
      note: isHeld || appointment ? undefined : texts.holdBy,
      isOpen: talkOn <= frame.today,
    },
    {
      what: texts.plan,
      on: dates.agreedOn ?? dates.planDueOn,
      done: dates.agreedOn !== null,
      note: plan?.missing
        ? plan.missing === 'employee'
          ? texts.waitsForEmployee
          : texts.waitsForLeader
        : undefined,
      ...(party && { href: `/talks/${talk.id}/plan` }),
    },
    ...stepsAfterPlan(frame, talk),
  ]
  return withStates(frame, steps)
}

function stepsAfterPlan(frame: Frame, talk: TalkCourse): Step[] {
  const texts = timeLineTexts[frame.language]
  return [
    ...talk.filings.slice(0, 1).map(({ status, dueOn }) => ({
      what: texts.filing,
      on: status === 'filed' ? null : dueOn,
      done: status === 'filed',
      note: status === 'filed' ? texts.filed : undefined,
    })),
    ...talk.statusTalks.map(({ number, dueOn, heldOn, status }) => ({
      what: talk.statusTalks.length > 1 ? `${texts.statusTalk} ${number}` : texts.statusTalk,
      on: heldOn ?? dueOn,
      done: status !== 'open',
      isOpen: isSoon(frame, dueOn),
    })),
  ]
}

interface Step {
  what: string
  on: Day | null
  /** In place of the day, such as with the hour. */
  when?: string | undefined
  done: boolean
  /** False where it is nobody's yet, even if all before it is done. */
  isOpen?: boolean
  note?: string | undefined
  href?: string
}

function withStates(frame: Frame, steps: readonly Step[]): Milestone[] {
  const first = steps.findIndex(({ done }) => !done)
  return steps.map(({ done, note, on, when, isOpen = true, what, href }, index) => {
    const isLate = on !== null && on < frame.today
    const standing = isOpen ? 'now' : 'ahead'
    return {
      what,
      when: when ?? (on && dayText(frame, on)),
      ...(note && { note }),
      ...(href && { href }),
      state: done ? 'done' : isLate ? 'late' : index === first ? standing : 'coming',
    }
  })
}
