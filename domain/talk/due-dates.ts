import { type Day, laterOf } from '../calendar/day.ts'
import { awaitStatements } from './filing.ts'
import { isBeforeTalk } from './standing.ts'
import type { DueDate, TalkState } from './talk.ts'
import type { Turn } from './turn.ts'

/** The open due dates of a talk that leave and pause may move. */
export function openDueDates(talk: TalkState): { key: DueDate; on: Day }[] {
  const dates: { key: DueDate; on: Day }[] = []
  if (isBeforeTalk(talk)) {
    if (talk.startsOn !== null) {
      dates.push({ key: 'invite', on: talk.inviteDueOn }, { key: 'hold', on: talk.holdOn })
    }
    if (talk.confirmDueOn !== null) dates.push({ key: 'confirm', on: talk.confirmDueOn })
  }
  if (talk.status === 'held' && talk.plan !== null) dates.push({ key: 'plan', on: talk.plan.turnDueOn })
  for (const statusTalk of talk.statusTalks) {
    if (statusTalk.status === 'open') dates.push({ key: `status/${statusTalk.id}`, on: statusTalk.dueOn })
  }
  for (const action of talk.actions) {
    if (action.status === 'open') dates.push({ key: `action/${action.id}`, on: action.dueOn })
  }
  for (const { versionId, statements } of talk.filings) {
    if (statements?.waits) dates.push({ key: `statements/${versionId}`, on: statements.until })
  }
  return dates
}

/** Moves one due date; lists that show it are told. Does nothing to a date that is already there. */
export function moveDueDate(turn: Turn, key: DueDate, on: Day): void {
  const { talk } = turn
  switch (key) {
    case 'invite':
      talk.inviteDueOn = on
      return
    case 'hold':
      talk.holdOn = on
      return
    case 'confirm':
      talk.confirmDueOn = on
      return
    case 'plan':
      return movePlan(talk, on)
    default:
      return moveListed(turn, key, on)
  }
}

/** Whoever's turn it is has the time; the plan's own date follows, so that the next turn is not shorter. */
function movePlan({ plan }: TalkState, on: Day): void {
  if (plan === null) return
  if (plan.dueOn === plan.turnDueOn) plan.dueOn = on
  plan.turnDueOn = laterOf(on, plan.dueOn)
}

function moveListed(turn: Turn, key: DueDate, on: Day): void {
  const id = key.slice(key.indexOf('/') + 1)
  const filing = key.startsWith('statements/') && turn.talk.filings.find(({ versionId }) => versionId === id)
  if (filing) awaitStatements(turn, filing, on)
  const statusTalk = key.startsWith('status/') && turn.talk.statusTalks.find((open) => open.id === id)
  if (statusTalk && statusTalk.dueOn !== on) {
    statusTalk.dueOn = on
    turn.effects.push({ type: 'status-talk-changed', statusTalk })
  }
  const action = key.startsWith('action/') && turn.talk.actions.find((open) => open.id === id)
  if (action && action.dueOn !== on) {
    action.dueOn = on
    turn.effects.push({ type: 'action-changed', action })
  }
}
