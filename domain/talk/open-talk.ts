import { addDays, type Day, laterOf } from '../calendar/day.ts'
import { settleObligations } from './obligations.ts'
import type { Decision } from './decide.ts'
import { exempt } from './outcomes.ts'
import { beginClock, waitForReturn } from './start.ts'
import { settle } from './settle.ts'
import type { TalkOpening, TalkState } from './talk.ts'
import { beginTurn, compiled, leaveOn, tell } from './turn.ts'

/** Opens a talk: the person's clock starts on S (R13.3), or the talk is exempt, or it waits for their return. */
export function openTalk(opening: TalkOpening): Decision {
  const turn = beginTurn(blankTalk(opening), opening.openedAt)
  const { talk } = turn
  const begins = [
    talk.policy.orientationOn,
    opening.employedFrom,
    opening.eligibleFrom ?? turn.today,
    turn.today,
  ].reduce(laterOf)
  const leave = leaveOn(talk, laterOf(talk.policy.orientationOn, opening.employedFrom))
  if (opening.exemptReason !== null) {
    exempt(turn, opening.exemptReason)
    if (opening.exemptReason === 'no-leader') tell(turn, 'no-leader', 'hr')
  } else if (leave !== null && leave.to === null) {
    talk.heldBackFrom = begins
    waitForReturn(turn)
  } else {
    beginClock(turn, leave?.to ? laterOf(begins, addDays(leave.to, 1)) : begins)
  }
  talk.orientationOwed = talk.startsOn !== talk.policy.orientationOn
  settle(turn)
  settleObligations(turn)
  return { state: talk, effects: turn.effects }
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
    policy: opening.policy,
    calendar: opening.calendar,
    journaling: opening.journaling,
    openedAt: opening.openedAt,
    startsOn: null,
    heldBackFrom: null,
    orientationOwed: false,
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
    actions: opening.actions,
    leaves: opening.leaves.map((leave) => ({
      ...leave,
      left: leave.to !== null && leave.to < today ? {} : null,
    })),
    pausedOn: null,
    meantAsWritten: [],
    heldFacts: [],
    obligations: opening.actionObligations,
    occurrences: Object.fromEntries(
      opening.actionObligations.map(({ obligation, subject, occurrence }) => [
        `${obligation}/${subject}`,
        occurrence,
      ]),
    ),
    processed: [],
    roundClosed: false,
    closed: false,
  }
}
