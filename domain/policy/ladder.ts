import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'

/** The role a step is told to, resolved to a person when the mail is handed over (R11.2). */
export const audiences = ['employee', 'leader', 'leaders-leader', 'hr', 'owner', 'other-party'] as const
export type Audience = (typeof audiences)[number]

export const stepKinds = [
  'reminder',
  'asked',
  'overdue',
  'leader',
  'leaders-leader',
  'hr',
  'other-party',
] as const
export type StepKind = (typeof stepKinds)[number]

/** A step's name, unique within its ladder; a number tells repeats ('hr-2') and preparation reminders ('reminder-5') apart. */
export type StepName = StepKind | `${StepKind}-${number}`

export interface LadderStep {
  step: StepName
  audience: Audience
  /** Working days from the due date; negative = before it. */
  offset: number
  /** A reminder is dropped once its due day has passed; any other step is sent late instead (R3.4). */
  reminder: boolean
}

export interface LadderRepeat {
  step: StepKind
  audience: Audience
  /** Working days between one repeat and the next, the first counted from the last step. */
  every: number
}

/** Who is told what, in which order, about one obligation that is not met; steps sorted by offset. */
export interface Ladder {
  steps: LadderStep[]
  repeat?: LadderRepeat
}

export const obligationKinds = [
  'invite',
  'hold',
  'confirm-held',
  'prepare',
  'leader-prepare',
  'agree-plan',
  'action',
  'journal',
  'status-talk',
  'group-feedback',
  'evaluation',
] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** The ladders a policy holds; those of preparation follow from its reminder lines. */
export const ladderNames = [
  'invite',
  'hold',
  'confirm-held',
  'agree-plan-leader',
  'agree-plan-employee',
  'action',
  'journal',
  'status-talk',
  'group-feedback',
  'evaluation',
] as const
export type LadderName = (typeof ladderNames)[number]
export type Ladders = Record<LadderName, Ladder>

export interface LadderLines {
  ladders: Ladders
  prepareReminders: number[]
  leaderPrepareReminder: number
}

/**
 * The ladder of an obligation. `missing` is the party whose approval the plan waits for; it matters for
 * 'agree-plan' alone, where the leader is taken when none is named (no version is proposed yet).
 */
export function ladderOf(
  policy: LadderLines,
  obligation: ObligationKind,
  missing: 'leader' | 'employee' = 'leader',
): Ladder {
  switch (obligation) {
    case 'prepare':
      return remindersBefore(policy.prepareReminders, 'employee')
    case 'leader-prepare':
      return remindersBefore([policy.leaderPrepareReminder], 'leader')
    case 'agree-plan':
      return policy.ladders[missing === 'leader' ? 'agree-plan-leader' : 'agree-plan-employee']
    default:
      return policy.ladders[obligation]
  }
}

/** The step at a place counted from 0, repeats included ('hr-2' is the first repeat of 'hr'); null past the last. */
export function stepAt(ladder: Ladder, index: number): LadderStep | null {
  const step = ladder.steps[index]
  const last = ladder.steps.at(-1)
  if (step !== undefined || ladder.repeat === undefined || last === undefined) return step ?? null
  const { repeat } = ladder
  const nth = index - ladder.steps.length + 1
  return {
    step: `${repeat.step}-${nth + 1}`,
    audience: repeat.audience,
    offset: last.offset + nth * repeat.every,
    reminder: false,
  }
}

/** The day a step falls on; a due date on a non-working day counts as the next working day (R3.1). */
export function stepOn(step: LadderStep, dueOn: Day, calendar: Calendar): Day {
  return calendar.addWorkingDays(calendar.onOrAfter(dueOn), step.offset)
}

/** An early reminder goes only if the obligation arose long enough before its due date; lengths in working days. */
export interface ReminderNeeds {
  /** Reminders this many working days ahead, or more, are early. */
  ahead: number
  /** The least number of working days from the day the obligation arose to its due date. */
  days: number
}

/** Whether a step is to be sent at all, seen from the day its obligation arose (§2, the ladder). */
export function isStepWanted(
  step: LadderStep,
  needs: ReminderNeeds,
  dates: { aroseOn: Day; dueOn: Day },
  calendar: Calendar,
): boolean {
  if (!step.reminder || -step.offset < needs.ahead) return true
  return calendar.workingDaysBetween(dates.aroseOn, calendar.onOrAfter(dates.dueOn)) >= needs.days
}

/** The ladders of the default year, a fresh copy each time. */
export function defaultLadders(): Ladders {
  const reminded = (by: Audience): LadderStep => ({
    step: 'reminder',
    audience: by,
    offset: -5,
    reminder: true,
  })
  const asked = (by: Audience): LadderStep => ({ step: 'asked', audience: by, offset: 0, reminder: false })
  const overdue = (by: Audience): LadderStep => ({
    step: 'overdue',
    audience: by,
    offset: 1,
    reminder: false,
  })
  const upTheLine = (): LadderStep[] => [
    { step: 'leaders-leader', audience: 'leaders-leader', offset: 4, reminder: false },
    { step: 'hr', audience: 'hr', offset: 8, reminder: false },
  ]
  const repeated = (): LadderRepeat => ({ step: 'hr', audience: 'hr', every: 10 })
  const full = (): Ladder => ({
    steps: [reminded('leader'), overdue('leader'), ...upTheLine()],
    repeat: repeated(),
  })
  return {
    invite: full(),
    // *Hold* has no reminder: *invite* has spoken until its date.
    hold: { steps: [overdue('leader'), ...upTheLine()], repeat: repeated() },
    'confirm-held': { steps: [asked('leader'), overdue('leader'), ...upTheLine()], repeat: repeated() },
    'agree-plan-leader': { steps: [reminded('leader'), overdue('leader'), ...upTheLine()] },
    'agree-plan-employee': {
      steps: [
        reminded('employee'),
        overdue('employee'),
        { step: 'leader', audience: 'leader', offset: 4, reminder: false },
      ],
    },
    action: {
      steps: [
        reminded('owner'),
        asked('owner'),
        { step: 'other-party', audience: 'other-party', offset: 5, reminder: false },
      ],
    },
    journal: full(),
    'status-talk': full(),
    'group-feedback': full(),
    evaluation: {
      steps: [reminded('hr'), overdue('hr')],
      repeat: { step: 'overdue', audience: 'hr', every: 10 },
    },
  }
}

function remindersBefore(days: number[], audience: Audience): Ladder {
  const farthestFirst = [...days].sort((a, b) => b - a)
  return {
    steps: farthestFirst.map((ahead) => ({
      step: `reminder-${ahead}`,
      audience,
      offset: -ahead,
      reminder: true,
    })),
  }
}
