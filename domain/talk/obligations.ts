import { laterOf } from '../calendar/day.ts'
import { type Owed, reconcile } from '../obligation/obligation.ts'
import { ladderFor } from './ladders.ts'
import { isAwaitingStatements } from './filing.ts'
import { hasPassed, isAwaitingTime } from './standing.ts'
import { isStatusTalkOwed } from './status-talks.ts'
import type { TalkState } from './talk.ts'
import type { Turn } from './turn.ts'

/** Opens, moves and ends obligations so that they match what is owed at this turn. */
export function settleObligations(turn: Turn): void {
  const { talk } = turn
  talk.obligations = reconcile(talk.obligations, owedNow(turn), talk.occurrences, turn.today, (o) =>
    ladderFor(talk.policy, o),
  )
}

/** Everything owed now, by the ladder table of the requirements; of a leaver's talk only the filing (R13.2). */
function owedNow(turn: Turn): Owed[] {
  const { talk } = turn
  if (talk.status === 'left') return owedFilings(talk)
  return [...owedBeforeTalk(turn), ...owedAfterTalk(turn), ...owedFilings(talk), ...owedActions(talk)]
}

/** *Invite*, *hold* and *confirm held* never run together. */
function owedBeforeTalk(turn: Turn): Owed[] {
  const { talk } = turn
  const byLeader = { subject: talk.talkId, owedBy: 'leader', moved: 'from-overdue' } as const
  if (talk.status === 'to-confirm' && talk.confirmDueOn !== null)
    return [{ ...byLeader, obligation: 'confirm-held', dueOn: talk.confirmDueOn }]
  if (talk.status === 'arranged') return owedPreparation(talk)
  if (!isAwaitingTime(talk) || talk.startsOn === null) return []
  if (hasPassed(turn, talk.holdOn)) return [{ ...byLeader, obligation: 'hold', dueOn: talk.holdOn }]
  // It arose on S; opened again, on the day it was (§2, the ladder).
  const isAgain = talk.occurrences[`invite/${talk.talkId}`] !== undefined
  const arose = isAgain ? laterOf(talk.startsOn, turn.today) : talk.startsOn
  return [{ ...byLeader, obligation: 'invite', dueOn: talk.inviteDueOn, arose }]
}

function owedPreparation(talk: TalkState): Owed[] {
  if (talk.appointment === null) return []
  const both = { subject: talk.talkId, dueOn: talk.appointment.on, moved: 'from-start' } as const
  const owed: Owed[] = []
  if (!talk.ready.employee) owed.push({ ...both, obligation: 'prepare', owedBy: 'employee' })
  if (!talk.ready.leader) owed.push({ ...both, obligation: 'leader-prepare', owedBy: 'leader' })
  return owed
}

function owedAfterTalk({ talk, at }: Turn): Owed[] {
  if (talk.heldOn === null) return []
  const owed: Owed[] = []
  if (talk.status === 'held' && talk.plan !== null) {
    const { missing, turnDueOn } = talk.plan
    const dates = { dueOn: turnDueOn, moved: 'from-overdue' as const }
    // The plan arose on the day held; a turn passed on, or a later version, on the day it was.
    const isFirst = talk.plan.current === null && talk.plan.agreedOn === null
    const arose = isFirst ? { arose: talk.heldOn } : {}
    owed.push({ obligation: 'agree-plan', subject: talk.talkId, owedBy: missing, ...dates, ...arose })
  }
  for (const statusTalk of talk.statusTalks) {
    if (!isStatusTalkOwed(statusTalk, at)) continue
    const { id: subject, dueOn } = statusTalk
    const arose = talk.occurrences[`status-talk/${subject}`] === undefined ? { arose: talk.heldOn } : {}
    owed.push({
      obligation: 'status-talk',
      subject,
      owedBy: 'leader',
      dueOn,
      moved: 'from-overdue',
      ...arose,
    })
  }
  return owed
}

function owedFilings(talk: TalkState): Owed[] {
  return talk.filings
    .filter((filing) => filing.by === 'leader' && filing.status !== 'filed' && !isAwaitingStatements(filing))
    .map(({ versionId, dueOn }) => ({
      obligation: 'journal',
      subject: versionId,
      owedBy: 'leader',
      dueOn,
      moved: 'from-overdue',
    }))
}

/** Open actions are reminded about whatever became of the talk itself: exempt, stopped, not held (R9.3). */
function owedActions(talk: TalkState): Owed[] {
  return talk.actions
    .filter((action) => action.status === 'open')
    .map(({ id, owner, dueOn, agreedOn }) => {
      const arose = talk.occurrences[`action/${id}`] === undefined ? { arose: agreedOn } : {}
      return { obligation: 'action', subject: id, owedBy: owner, dueOn, moved: 'from-start', ...arose }
    })
}
