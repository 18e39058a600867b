import type { TalkAct } from './events.ts'
import type { ActionState, PlannedAction } from './talk.ts'
import { tell, type Turn } from './turn.ts'

/**
 * A version is agreed: its new actions begin to be reminded about. An action that an earlier version held keeps what
 * became of it; who owns it and by when is the new version's, and one that the new version leaves out ends. What the
 * next talk has taken over stays there (R9.3): it is told which of them this version changed or dropped.
 */
export function agreeActions(turn: Turn, versionId: string, actions: PlannedAction[]): void {
  const { talk, today, effects } = turn
  const { handedOver = [] } = talk
  const before = talk.plan?.agreed ?? []
  const revised = changedActions(actions, before)
  const dropped = before.filter(({ id }) => !actions.some((action) => action.id === id)).map(({ id }) => id)
  if (talk.plan !== null) talk.plan.agreed = actions
  effects.push({ type: 'plan-agreed', versionId, actions, revised, dropped })
  dropActions(turn, dropped)
  for (const planned of actions) {
    if (handedOver.includes(planned.id)) continue
    const known = talk.actions.find((action) => action.id === planned.id)
    if (known === undefined) talk.actions.push({ ...planned, agreedOn: today, status: 'open' })
    else revise(turn, known, planned)
  }
}

/** The next round's talk reminds about them from now on (R9.3); a later version of this talk's plan may name them. */
export function handOverActions({ talk }: Turn, actionIds: string[]): void {
  talk.actions = talk.actions.filter((action) => !actionIds.includes(action.id))
  const handedOver = new Set([...(talk.handedOver ?? []), ...actionIds])
  talk.handedOver = [...handedOver].slice(-MOST_HANDED_OVER)
}

/** The plan of an earlier talk was revised: what it says of the actions taken over from it counts here. */
export function reviseActions(turn: Turn, actions: PlannedAction[], dropped: string[]): void {
  dropActions(turn, dropped)
  for (const planned of actions) {
    const known = turn.talk.actions.find((action) => action.id === planned.id)
    if (known !== undefined) revise(turn, known, planned)
  }
}

/** R9.2: "cannot be done" and "has no effect" tell the other party, and the page suggests a status talk. */
export function reportAction(turn: Turn, act: Extract<TalkAct, { type: 'report-action' }>): void {
  const action = turn.talk.actions.find((candidate) => candidate.id === act.actionId)
  if (!action) return
  if (act.report === 'new-date') {
    if (act.dueOn !== null) action.dueOn = turn.calendar.onOrAfter(act.dueOn)
  } else action.status = act.report
  turn.effects.push({ type: 'action-changed', action })
  if (act.report === 'cannot' || act.report === 'no-effect') {
    tell(turn, 'action-reported', action.owner === 'employee' ? 'leader' : 'employee', action.id)
  }
}

/** A plan holds 30 actions at most, so this is a year of revisions that replace them all. */
const MOST_HANDED_OVER = 200

/** Those that are new, or have another owner or date than in the version agreed before. */
function changedActions(actions: PlannedAction[], before: PlannedAction[]): PlannedAction[] {
  return actions.filter(
    ({ id, owner, dueOn }) =>
      !before.some((was) => was.id === id && was.owner === owner && was.dueOn === dueOn),
  )
}

/** Whatever was reported on an action stays; only what is open still ends. */
function dropActions(turn: Turn, dropped: string[]): void {
  for (const action of turn.talk.actions)
    if (action.status === 'open' && dropped.includes(action.id))
      change(turn, { ...action, status: 'dropped' })
}

/** Dropped by one version and agreed again by a later one, it is open again. */
function revise(turn: Turn, known: ActionState, { owner, dueOn }: PlannedAction): void {
  const again = known.status === 'dropped' ? { status: 'open' as const, agreedOn: turn.today } : {}
  change(turn, { ...known, owner, dueOn, ...again })
}

function change(turn: Turn, changed: ActionState): void {
  turn.talk.actions = turn.talk.actions.map((action) => (action.id === changed.id ? changed : action))
  turn.effects.push({ type: 'action-changed', action: changed })
}
