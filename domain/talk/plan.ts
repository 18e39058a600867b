import { type Day, laterOf } from '../calendar/day.ts'
import type { FilingState, Party, PlannedAction } from './talk.ts'
import { stepInstant, tell, type Turn } from './turn.ts'

/** A new version becomes the one to approve; it voids approvals and is its author's own approval (R7.2). */
export function proposePlan(
  turn: Turn,
  party: Party,
  versionId: string,
  hash: string,
  actions: PlannedAction[],
): void {
  const { talk, today, calendar } = turn
  // After agreement a change is a new version, agreed and filed again (R7.4).
  if (talk.status !== 'held') {
    talk.status = 'held'
    const dueOn = calendar.addWorkingDays(today, talk.policy.planAgreedWithin)
    talk.plan = { dueOn, turnDueOn: dueOn, current: null, missing: 'leader', agreedOn: null }
  }
  if (talk.plan === null) return
  talk.plan.current = { id: versionId, hash, approvedBy: [party], actions }
  turn.effects.push({ type: 'plan-current', versionId, hash, party })
  passTurnTo(turn, other(party))
  tell(turn, 'plan-proposed', other(party), versionId)
}

/** Both have approved the same version: it is read-only, filed, and its actions begin to be reminded about. */
export function approvePlan(turn: Turn, party: Party): void {
  const { talk } = turn
  const current = talk.plan?.current
  if (!talk.plan || !current) return
  if (!current.approvedBy.includes(party)) current.approvedBy.push(party)
  turn.effects.push({ type: 'plan-approved', versionId: current.id, hash: current.hash, party })
  if (current.approvedBy.length < 2) return
  talk.status = 'agreed'
  talk.plan.agreedOn = turn.today
  replaceActions(turn, current.actions)
  turn.effects.push({ type: 'plan-agreed', versionId: current.id, actions: current.actions })
  tell(turn, 'plan-agreed', 'employee', current.id)
  file(turn, current.id)
}

/** Returned with a comment: the approval given so far no longer counts, its author's turn begins (R7.2). */
export function returnPlan(turn: Turn, party: Party): void {
  const { talk } = turn
  const current = talk.plan?.current
  if (!current) return
  current.approvedBy = []
  turn.effects.push({ type: 'plan-returned', versionId: current.id, party })
  passTurnTo(turn, other(party))
  tell(turn, 'plan-returned', other(party), current.id)
}

/** Either may end drafting as not agreed: the ladder ends; filing it is a policy switch (R7.2). */
export function endNotAgreed(turn: Turn): void {
  const { talk } = turn
  const versionId = talk.plan?.current?.id ?? null
  talk.status = 'not-agreed'
  turn.effects.push({ type: 'plan-not-agreed', versionId })
  if (versionId !== null && talk.policy.fileNotAgreed) file(turn, versionId)
}

/** The gateway's answer: filed with a receipt. Said of a version twice it changes nothing. */
export function planFiled(turn: Turn, versionId: string): void {
  const filing = turn.talk.filings.find((candidate) => candidate.versionId === versionId)
  if (filing) Object.assign(filing, { status: 'filed', tryAt: null })
}

/** A failure goes to HR in the next digest and again every five working days; the gateway is tried daily (R8.3). */
export function filingFailed(turn: Turn, versionId: string): void {
  const { talk, calendar, today } = turn
  const filing = talk.filings.find((candidate) => candidate.versionId === versionId)
  if (!filing || filing.status === 'filed') return
  filing.status = 'failed'
  filing.tryAt = stepInstant(talk, calendar, calendar.addWorkingDays(today, 1))
  const again = filing.toldOn && calendar.addWorkingDays(filing.toldOn, talk.policy.filingFailureEvery)
  if (again !== null && today < again) return
  filing.toldOn = today
  filing.told += 1
  tell(turn, 'filing-failed', 'hr', versionId)
}

function file(turn: Turn, versionId: string): void {
  const { talk, calendar, today, at } = turn
  if (talk.journaling === 'off') return
  const filing: FilingState = {
    versionId,
    by: talk.journaling === 'gateway' ? 'gateway' : 'leader',
    status: 'owed',
    dueOn: calendar.addWorkingDays(today, talk.policy.journaledWithin),
    tryAt: talk.journaling === 'gateway' ? at : null,
    toldOn: null,
    told: 0,
  }
  talk.filings.push(filing)
}

/** When the missing party changes they have at least five working days (§2, *plan*). */
function passTurnTo(turn: Turn, party: Party): void {
  const { plan, policy } = turn.talk
  if (plan === null) return
  if (plan.missing !== party) {
    plan.missing = party
    plan.turnDueOn = laterOf(plan.dueOn, turn.calendar.addWorkingDays(turn.today, policy.approveAfterTurn))
  }
}

/** A newer agreed plan's actions stand in place of the older one's that this talk opened. */
function replaceActions(turn: Turn, actions: PlannedAction[]): void {
  const { talk, today } = turn
  const agreedOn: Day = today
  const known = new Set(actions.map((action) => action.id))
  talk.actions = talk.actions.filter((action) => !known.has(action.id))
  for (const action of actions) talk.actions.push({ ...action, agreedOn, status: 'open' })
}

function other(party: Party): Party {
  return party === 'employee' ? 'leader' : 'employee'
}
