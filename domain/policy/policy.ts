import { createCalendar } from '../calendar/calendar.ts'
import type { Calendar, Closing, QuietPeriod } from '../calendar/calendar.ts'
import { addDays, addMonths } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { ClosedDays } from '../calendar/holidays.ts'
import type { ZoneFacts } from '../calendar/zone.ts'
import { defaultEligibilityRules } from '../eligibility.ts'
import type { EligibilityRules } from '../eligibility.ts'
import { defaultLadders } from './ladder.ts'
import type { Ladders, ReminderNeeds } from './ladder.ts'

/**
 * The dates and rules of one round (§2), as plain JSON. Lengths are in working days and times in minutes
 * after local midnight unless the line says otherwise.
 */
export interface Policy {
  /** First and last day of the window in which talks are held. */
  talksFrom: Day
  talksTo: Day
  leaderKickoffOn: Day
  orientationOn: Day
  /** Every employee has been invited with a date. */
  inviteBy: Day
  /** Least notice from invitation to talk, unless the employee accepts less. */
  noticeDays: number
  /** Minutes. */
  talkMinutes: number
  /** Minutes of the talk meant for the plan. */
  planMinutes: number
  /** Minutes. */
  statusTalkMinutes: number
  /** Working days before the talk, to the employee. */
  prepareReminders: number[]
  /** Working days before the talk, to the leader. */
  leaderPrepareReminder: number
  /** After the talk's end. */
  confirmHeldWithin: number
  /** After the talk was held. */
  planAgreedWithin: number
  /** After the plan was agreed. */
  journaledWithin: number
  /** Months after the talk was held. */
  statusTalks: number[]
  groupFeedbackBy: Day
  evaluationBy: Day
  /** Accounting ends (R1.5). */
  closesOn: Day
  quietPeriods: QuietPeriod[]
  closed: ClosedDays
  /** Single mails within the first two times; digests within the last two (§2, design §5). */
  sendWindow: { singleFrom: number; singleTo: number; digestAt: number; digestTo: number }
  /** When on its day a ladder step falls. */
  stepWindow: { from: number; to: number }
  /** On the last working day before a talk at short notice: unanswered by then, the time is withdrawn (R4.2). */
  answerBy: number
  /** When sheets are shown to the other side (R5.3). */
  reveal: 'both-ready' | 'author'
  /** Whether a plan that ended as not agreed is filed (R7.2). */
  fileNotAgreed: boolean
  /**
   * After it ended as not agreed: the two may write their statements so long, then it is filed (R7.2). Rounds from before
   * there was such a time have none, and file at once.
   */
  statementsWithin?: number
  /** Leaders are exempt here because they have LUS (R12). */
  leadersByLus: boolean
  ladders: Ladders
  reminderNeeds: ReminderNeeds
  /** The least time from a person's start S to each date (R13.3). */
  leads: { orientation: number; invite: number; hold: number }
  /** A hold date later than this after talksTo makes the talk postponed (R13.3). */
  holdAfterTalksTo: number
  /** No step goes above a new leader until this long after the change (R13.2). */
  handOverGrace: number
  /** The old leader's unshared notes are kept this long after the change (R13.2). */
  oldNotesKept: number
  /** The least time left after a leave (R13.2). */
  leastAfterLeave: number
  /** Days of leave, weekends too, from which the leader may hold a return talk after it (R13.2); 0 = never offered. */
  returnTalkAfter: number
  /** *Invite* is due this long after "not held" or "cancelled" (R6.1). */
  reinviteWithin: number
  /** The party that became the missing one has at least this long to approve the plan (§2). */
  approveAfterTurn: number
  /** "I have not been invited" (R4.4): speeds up this close to talksTo; steps this long after the press. */
  notInvited: { beforeTalksTo: number; leadersLeader: number; hr: number }
  /** A date moved earlier in a running round is at least this long from today (R14.2). */
  leastAfterMove: number
  /** A failed filing is told to HR again this often (R8.3). */
  filingFailureEvery: number
  /** HR's own words reach the same person at most this often (R14.5). */
  nudgeEvery: number
  /** Years of age from which a senior talk must be offered (R4.5). */
  seniorTalkFromAge: number
  /** The least number of people behind any figure (R10.1). */
  minimumGroup: number
  eligibility: EligibilityRules
}

/** When mails go on a working day, for a round that says nothing else and for mails that are about none. */
export const defaultSendWindow = {
  singleFrom: time(7, 0),
  singleTo: time(7, 45),
  digestAt: time(8, 0),
  digestTo: time(9, 0),
} as const satisfies Policy['sendWindow']

/**
 * The default year around a talk window (§2), counted in `calendar`, whose quiet periods and closed days
 * the policy keeps. Without `talksTo` the window is three months long.
 */
export function defaultPolicy(talksFrom: Day, talksTo: Day | undefined, calendar: Calendar): Policy {
  const last = talksTo ?? addDays(addMonths(talksFrom, 3), -1)
  return {
    talksFrom,
    talksTo: last,
    leaderKickoffOn: calendar.addWorkingDays(talksFrom, -30),
    orientationOn: calendar.addWorkingDays(talksFrom, -20),
    inviteBy: calendar.addWorkingDays(talksFrom, 10),
    groupFeedbackBy: calendar.addWorkingDays(last, 15),
    evaluationBy: calendar.addWorkingDays(last, 60),
    closesOn: addMonths(talksFrom, 12),
    quietPeriods: copyOf(calendar.facts.quietPeriods),
    closed: { ...calendar.facts.closed },
    noticeDays: 10,
    talkMinutes: 60,
    planMinutes: 15,
    statusTalkMinutes: 15,
    prepareReminders: [5, 1],
    leaderPrepareReminder: 3,
    confirmHeldWithin: 1,
    planAgreedWithin: 10,
    journaledWithin: 5,
    statusTalks: [4, 8],
    sendWindow: { ...defaultSendWindow },
    stepWindow: { from: time(5, 0), to: time(5, 45) },
    answerBy: time(12, 0),
    reveal: 'both-ready',
    fileNotAgreed: false,
    statementsWithin: 5,
    leadersByLus: false,
    ladders: defaultLadders(),
    reminderNeeds: { ahead: 5, days: 8 },
    leads: { orientation: 0, invite: 10, hold: 30 },
    holdAfterTalksTo: 20,
    handOverGrace: 5,
    oldNotesKept: 20,
    leastAfterLeave: 5,
    returnTalkAfter: 30,
    reinviteWithin: 5,
    approveAfterTurn: 5,
    notInvited: { beforeTalksTo: 15, leadersLeader: 3, hr: 6 },
    leastAfterMove: 5,
    filingFailureEvery: 5,
    nudgeEvery: 5,
    seniorTalkFromAge: 60,
    minimumGroup: 5,
    eligibility: defaultEligibilityRules(),
  }
}

/** The dates of a policy in the order of the year's plan. */
export const policyDateKeys = [
  'leaderKickoffOn',
  'orientationOn',
  'talksFrom',
  'inviteBy',
  'talksTo',
  'groupFeedbackBy',
  'evaluationBy',
  'closesOn',
] as const
export type PolicyDateKey = (typeof policyDateKeys)[number]

/** The dates HR is shown before start, earliest first. */
export function policyDates(policy: Policy): { key: PolicyDateKey; on: Day }[] {
  return policyDateKeys
    .map((key) => ({ key, on: policy[key] }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The calendar of one unit under a policy. Keep the result: a year is compiled once per calendar. */
export function calendarOf(policy: Policy, zone: ZoneFacts, closings: Closing[]): Calendar {
  return createCalendar({ zone, closings, closed: policy.closed, quietPeriods: policy.quietPeriods })
}

function time(hours: number, minutes: number): number {
  return hours * 60 + minutes
}

/** The policy is a document of its own: changing it must not change the calendar it came from. */
function copyOf(periods: QuietPeriod[]): QuietPeriod[] {
  return periods.map((period) => ('weeks' in period ? { weeks: [...period.weeks] } : { ...period }))
}
