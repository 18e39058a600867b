import { type Day, laterOf } from '../calendar/day.ts'
import { agreeActions } from './actions.ts'
import { awaitStatements, isAwaitingStatements, standsStill } from './filing.ts'
import { hasPassed } from './standing.ts'
import type { AwaitedStatements, FilingState, Party, PlannedAction } from './talk.ts'
import { stepInstant, tell, type Turn } from './turn.ts'

/** The plan is due ten working days after the talk was held; a version proposed before a contradiction stays. */
export function openPlan(turn: Turn, heldOn: Day): void {
  const { talk, calendar, today } = turn
  const { planAgreedWithin, approveAfterTurn } = talk.policy
  const dueOn = calendar.addWorkingDays(heldOn, planAgreedWithin)
  const { current, missing } = talk.plan ?? { current: null, missing: 'leader' as const }
  const turnDueOn =
    current === null ? dueOn : laterOf(dueOn, calendar.addWorkingDays(today, approveAfterTurn))
  talk.plan = { dueOn, turnDueOn, current, missing, agreedOn: null }
}

/** A new version becomes the one to approve; it voids approvals and is its author's own approval (R7.2). */
export function proposePlan(
  turn: Turn,
  party: Party,
  versionId: string,
  hash: string,
  actions: PlannedAction[],
): void {
  const { talk } = turn
  if (talk.status !== 'held') startRevision(turn)
  const { plan } = talk
  if (plan === null) return
  // Until the plan is late nobody's version means that both are missing; then it is the leader's turn alone (§2).
  const bothMissing = plan.current === null && !hasPassed(turn, plan.turnDueOn)
  plan.current = { id: versionId, hash, approvedBy: [party], actions }
  turn.effects.push({ type: 'plan-current', versionId, hash, party })
  passTurnTo(turn, other(party), bothMissing)
  tell(turn, 'plan-proposed', other(party), versionId)
}

/** Both have approved the same version: it is read-only, filed, and its actions begin to be reminded about. */
export function approvePlan(turn: Turn, party: Party): void {
  const { talk } = turn
  const current = talk.plan?.current
  if (!talk.plan || !current) return
  if (!current.approvedBy.includes(party)) current.approvedBy.push(party)
  turn.effects.push({ type: 'plan-approved', versionId: current.id, hash: current.hash, party })
  if (current.approvedBy.length < 2) return passTurnTo(turn, other(party))
  talk.status = 'agreed'
  talk.plan.agreedOn = turn.today
  file(turn, current.id)
  agreeActions(turn, current.id, current.actions)
  tell(turn, 'plan-agreed', 'employee', current.id)
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

/**
 * Either may end drafting as not agreed: the ladder ends; filing it is a policy switch (R7.2). An earlier version
 * that was agreed stays agreed.
 */
export function endNotAgreed(turn: Turn, party: Party, hasStated: boolean): void {
  const { talk } = turn
  const versionId = talk.plan?.current?.id ?? null
  talk.status = talk.plan?.agreedOn ? 'agreed' : 'not-agreed'
  const until =
    versionId !== null && talk.policy.fileNotAgreed
      ? fileWithStatements(turn, versionId, party, hasStated)
      : null
  tell(turn, 'plan-not-agreed', other(party), versionId ?? talk.talkId, until)
  turn.effects.push({ type: 'plan-not-agreed', versionId })
}

/** A statement is written: the newest version that waits for it waits for the other's alone (R7.2). */
export function writeStatement({ talk }: Turn, party: Party): void {
  const filing = talk.filings.findLast(isAwaitingStatements)
  if (!filing?.statements) return
  const { writtenBy } = filing.statements
  filing.statements = { ...filing.statements, writtenBy: [...new Set([...writtenBy, party])] }
}

/**
 * Both statements are written, or the time for them is over: the plan that ended as not agreed is filed. That time waits
 * for pauses and leave, as every other date does; the filing itself waits for none (R8.3).
 */
export function endStatements(turn: Turn): void {
  const { talk, calendar, today, at } = turn
  for (const filing of talk.filings) {
    if (!filing.statements) continue
    const { until, writtenBy } = filing.statements
    const hasBoth = writtenBy.length === 2
    if (!hasBoth && (today <= until || standsStill(talk, filing))) continue
    filing.statements = null
    filing.dueOn = calendar.addWorkingDays(today, talk.policy.journaledWithin)
    if (hasBoth && filing.by === 'gateway') filing.tryAt = at
    tellWhoFiles(turn, filing)
  }
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

/** HR asks for another try: the gateway is tried now; its failure is told as any other (R8.3). */
export function retryFiling({ talk, at }: Turn, versionId: string): void {
  const filing = talk.filings.find((candidate) => candidate.versionId === versionId)
  if (filing) filing.tryAt = at
}

/** After agreement a change is a new version, agreed and filed again (R7.4). */
function startRevision({ talk, calendar, today }: Turn): void {
  talk.status = 'held'
  const dueOn = calendar.addWorkingDays(today, talk.policy.planAgreedWithin)
  const { agreedOn = null, agreed = [] } = talk.plan ?? {}
  talk.plan = { dueOn, turnDueOn: dueOn, current: null, missing: 'leader', agreedOn, agreed }
}

/** The last day on which a statement can be written before it is filed; null where the filing waits for none. */
function fileWithStatements(turn: Turn, versionId: string, party: Party, hasStated: boolean): Day | null {
  const { talk, calendar, today } = turn
  const { statementsWithin } = talk.policy
  const waits = statementsWithin !== undefined && talk.journaling !== 'off'
  const until = waits ? calendar.addWorkingDays(today, statementsWithin) : null
  const writtenBy = hasStated ? [party] : []
  file(turn, versionId, until === null ? undefined : { until, writtenBy, waits: true })
  return until
}

/** One record for each version (R8.2); where statements are awaited, once they are. */
function file(turn: Turn, versionId: string, statements?: AwaitedStatements): void {
  const { talk, calendar, today, at } = turn
  const isKnown = talk.filings.some((filing) => filing.versionId === versionId)
  if (talk.journaling === 'off' || isKnown) return
  const filing: FilingState = {
    versionId,
    by: talk.journaling === 'gateway' ? 'gateway' : 'leader',
    status: 'owed',
    dueOn: calendar.addWorkingDays(today, talk.policy.journaledWithin),
    tryAt: talk.journaling === 'gateway' ? at : null,
    ...(statements && { statements }),
    toldOn: null,
    told: 0,
  }
  talk.filings.push(filing)
  if (statements) awaitStatements(turn, filing, statements.until)
  else tellWhoFiles(turn, filing)
}

/** The leader who files by hand hears of it when it begins; a gateway files by itself (R8.3). */
function tellWhoFiles(turn: Turn, { by, versionId, dueOn }: FilingState): void {
  if (by === 'leader') tell(turn, 'plan-to-file', 'leader', versionId, dueOn)
}

/**
 * When the missing party changes a new occurrence begins for that party, due on the later of the plan's date and
 * five working days after the change (§2, *plan*).
 */
function passTurnTo(turn: Turn, party: Party, bothWereMissing = false): void {
  const { talk, calendar, today } = turn
  const { plan, policy } = talk
  if (plan === null || (plan.missing === party && !bothWereMissing)) return
  plan.missing = party
  plan.turnDueOn = laterOf(plan.dueOn, calendar.addWorkingDays(today, policy.approveAfterTurn))
  talk.obligations = talk.obligations.filter((open) => open.obligation !== 'agree-plan')
}

function other(party: Party): Party {
  return party === 'employee' ? 'leader' : 'employee'
}
