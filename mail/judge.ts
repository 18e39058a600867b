import type { Tx } from '../db/client.ts'
import { linesOfTalks, linesOfTeams, linesOfUnits, unitsOf } from '../db/outbox-lines.ts'
import { ladderKey, readLadders } from '../db/outbox-ladders.ts'
import { type OutboxNotice, readNotices, readPolicies } from '../db/outbox-notices.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { ZoneFacts } from '../domain/calendar/zone.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import { type LadderNotice, paceLadder } from '../domain/notices/pacing.ts'
import { holderOf, holdersOf, type Line } from '../domain/notices/roles.ts'
import { stillWanted } from '../domain/notices/still-wanted.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { readCalendars } from './calendars.ts'

/** Whether a notice may be told now, and then to whom; days of sending are the recipient's own and come later. */
export type Judgement =
  | { verdict: 'go'; to: string[] }
  | { verdict: 'wait'; reason: MailReason | null }
  | { verdict: 'drop'; reason: MailReason; at: Instant }

export interface JudgedNotice {
  notice: OutboxNotice
  judgement: Judgement
  policy: Policy
  line: Line
}

/** The moment everything is judged by: the injected clock's, never the database's. */
export interface Moment {
  now: Instant
  today: Day
  zone: ZoneFacts
}

/** Judges notices in the transaction that would hand them over (R3.4, R11.2, R11.5). */
export async function judgeNotices(tx: Tx, ids: readonly string[], moment: Moment): Promise<JudgedNotice[]> {
  const notices = await readNotices(tx, ids, moment)
  const policies = await readPolicies(tx, [...new Set(notices.map((notice) => notice.round.id))])
  const lines = await readLines(tx, notices, moment.today)
  const calendars = await readDueCalendars(tx, notices, policies, moment)
  const paces = paceAll(notices, await readLadders(tx, notices), policies, calendars, moment)
  return notices.map((notice) => {
    const line = lines(notice)
    const policy = policyOf(notice, policies)
    const pace = paces.get(notice.id)
    const judgement = judge(notice, line, moment.now)
    const paced = judgement.verdict === 'go' && pace !== undefined ? pace : null
    if (paced?.verdict === 'drop') return { notice, line, policy, judgement: paced }
    if (paced?.verdict === 'wait') {
      return { notice, line, policy, judgement: { verdict: 'wait', reason: null } }
    }
    return { notice, line, policy, judgement }
  })
}

function judge(notice: OutboxNotice, line: Line, now: Instant): Judgement {
  const wanted = stillWanted({
    kind: notice.kind,
    whileOpen: notice.whileOpen,
    obligationOpen: notice.obligationOpen,
    paused: notice.paused,
    stopped: notice.stopped,
    isStarted: notice.isStarted,
    talk: notice.talk && { ...notice.talk, hasLeader: line.leaders.length > 0 },
  })
  if (wanted.verdict === 'drop') return { ...wanted, at: now }
  if (wanted.verdict === 'wait') return wanted
  if (notice.audience === 'employee') {
    if (notice.talk === null) return { verdict: 'drop', reason: 'no-recipient', at: now }
    // What is only told does not come again: it waits until they are back (R13.2).
    if (notice.talk.employeeOnLeave) return { verdict: 'wait', reason: 'on-leave' }
    return { verdict: 'go', to: [notice.talk.personId] }
  }
  const to = holdersOf(notice.audience, line, owing(notice, line))
  return to.length === 0 ? { verdict: 'wait', reason: 'no-recipient' } : { verdict: 'go', to }
}

/** Whom an escalation is about: it must not end with them, where somebody else can hear it. */
function owing(notice: OutboxNotice, line: Line): string[] {
  if (notice.owedBy === 'hr') return []
  const people = notice.talk === null ? [] : [notice.talk.personId]
  const [leader] = line.leaders
  if (leader !== undefined) people.push(leader.personId, ...[holderOf(leader)].filter((id) => id !== null))
  return people
}

async function readLines(tx: Tx, notices: OutboxNotice[], on: Day): Promise<(notice: OutboxNotice) => Line> {
  const distinct = (ids: (string | null | undefined)[]) => [...new Set(ids.filter((id) => id != null))]
  const talks = await linesOfTalks(tx, distinct(notices.map((n) => n.talk?.employmentId)), on)
  const teams = await linesOfTeams(tx, distinct(notices.map((n) => (n.talk ? null : n.teamLeaderId))), on)
  const ofRounds = notices.filter((n) => n.talk === null && n.teamLeaderId === null)
  const rounds = await linesOfUnits(tx, distinct(ofRounds.map((n) => n.round.unitId)), on)
  return ({ talk, teamLeaderId, round }) => {
    const line = talk
      ? talks.get(talk.employmentId)
      : teamLeaderId === null
        ? rounds.get(round.unitId)
        : teams.get(teamLeaderId)
    return line ?? { leaders: [], hr: [] }
  }
}

/** The calendars that count a ladder's distances: those of the unit of whom it is about (R3.1). */
async function readDueCalendars(
  tx: Tx,
  notices: OutboxNotice[],
  policies: Map<string, Policy>,
  moment: Moment,
): Promise<(notice: OutboxNotice) => Calendar> {
  const employments = notices.map((n) => n.talk?.employmentId ?? n.teamLeaderId).filter((id) => id !== null)
  const units = await unitsOf(tx, [...new Set(employments)], moment.today)
  const unitOf = (n: OutboxNotice) =>
    units.get(n.talk?.employmentId ?? n.teamLeaderId ?? '') ?? n.round.unitId
  const calendars = await readCalendars(tx, notices.map(unitOf), moment.zone)
  return (notice) => calendars.of(policyOf(notice, policies), unitOf(notice))
}

function paceAll(
  notices: OutboxNotice[],
  ladders: Awaited<ReturnType<typeof readLadders>>,
  policies: Map<string, Policy>,
  calendarFor: (notice: OutboxNotice) => Calendar,
  moment: Moment,
) {
  const paces = new Map<string, ReturnType<typeof paceLadder> extends Map<string, infer P> ? P : never>()
  const done = new Set<string>()
  for (const notice of notices) {
    const key = ladderKey(notice)
    if (done.has(key)) continue
    done.add(key)
    const calendar = calendarFor(notice)
    const graceEnds = graceEnd(notice, policyOf(notice, policies), calendar)
    const ladder: LadderNotice[] = (ladders.get(key) ?? []).map((step) => ({
      ...step,
      notBeforeOn: step.audience === 'leaders-leader' || step.audience === 'hr' ? graceEnds : null,
    }))
    for (const [id, pace] of paceLadder(ladder, moment.now, calendar)) paces.set(id, pace)
  }
  return paces
}

/** No step goes above a new leader, of a talk or of a team, before this day (R13.2). */
function graceEnd(notice: OutboxNotice, policy: Policy, calendar: Calendar): Day | null {
  const since = notice.talk === null ? notice.teamLedSince : notice.talk.leaderSince
  if (since === null || notice.owedBy !== 'leader') return null
  return calendar.addWorkingDays(since, policy.handOverGrace)
}

/** Throws where the round has none: nothing of a round can be told before it has its rules. */
export function policyOf(notice: OutboxNotice, policies: Map<string, Policy>): Policy {
  const policy = policies.get(notice.round.id)
  if (policy === undefined)
    throw new Error(`round ${notice.round.id} has no policy: expected a row in round_policy`)
  return policy
}
