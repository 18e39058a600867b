import { compiled, beginTurn } from './turn.ts'
import { type Day, laterOf } from '../calendar/day.ts'
import type { Decision } from './decide.ts'
import { exemptByRule } from './outcomes.ts'
import { settle } from './settle.ts'
import { startClock } from './start.ts'
import type { TalkOpening, TalkState } from './talk.ts'

/** Opens a talk: the person's clock starts on S (R13.3), or the talk is exempt, or it waits for their return. */
export function openTalk(opening: TalkOpening): Decision {
  const turn = beginTurn(blankTalk(opening), opening.openedAt)
  if (opening.exemptReason === null) startClock(turn)
  else exemptByRule(turn, opening.exemptReason)
  settle(turn)
  return { state: turn.talk, effects: turn.effects }
}

function blankTalk(opening: TalkOpening): TalkState {
  const today: Day = compiled(opening.calendar).dayOf(opening.openedAt)
  return {
    schema: 1,
    talkId: opening.talkId,
    roundId: opening.roundId,
    status: 'awaiting',
    outcome: null,
    outcomeReason: null,
    exemptByHr: false,
    waivedReason: null,
    policy: opening.policy,
    calendar: opening.calendar,
    journaling: opening.journaling,
    openedAt: opening.openedAt,
    startsOn: null,
    heldBackFrom: null,
    clockFrom: laterOf(opening.eligibleFrom ?? today, today),
    postponed: null,
    nextTalkOpened: false,
    orientationOwed: true,
    employedFrom: opening.employedFrom,
    lastDay: opening.lastDay,
    statusBeforeLeaving: null,
    hasLeader: opening.hasLeader,
    leaderSince: null,
    holdOn: opening.policy.talksTo,
    inviteDueOn: opening.policy.inviteBy,
    appointment: null,
    calendarSequence: -1,
    ready: { employee: false, leader: false },
    confirmDueOn: null,
    heldOn: null,
    heldConfirmed: false,
    contradictedOn: null,
    plan: null,
    filings: [],
    statusTalks: [],
    extras: [],
    actions: opening.actions,
    leaves: opening.leaves.map((leave) => ({
      ...leave,
      // A leave that was over before the talk opened moves nothing.
      left: leave.to !== null && leave.to < today ? {} : null,
      moved: {},
      reopened: false,
      returned: leave.to !== null && leave.to < today,
    })),
    pausedOn: null,
    meantAsWritten: [],
    talksToMoved: null,
    heldFacts: [],
    obligations: opening.actionObligations,
    occurrences: occurrencesOf(opening.actionObligations),
    processed: [],
    roundClosed: false,
    closed: false,
  }
}

function occurrencesOf(obligations: TalkOpening['actionObligations']): TalkState['occurrences'] {
  return Object.fromEntries(
    obligations.map(({ obligation, subject, occurrence }) => [`${obligation}/${subject}`, occurrence]),
  )
}
