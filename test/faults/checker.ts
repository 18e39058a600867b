import { DAY, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import { journalKey } from '../../journal/gateway.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { hurried } from './one-by-one.ts'
import { decidedOtherwise } from './due.ts'
import type { Evidence, SeenMail, SeenNotice } from './evidence.ts'
import { schoolDays as calendar } from './school-days.ts'
import { toTheWrong } from './right-people.ts'
import { repeatedRequests, wronglyAnswered } from './request-checks.ts'
import { writtenElsewhere } from './written-words.ts'

export interface Violation {
  promise: PromiseName
  what: string
}

type PromiseName = keyof typeof promises

/** Everything that an installation must keep, whatever was done to its machines. Each answers where it is broken. */
export const promises = {
  'What was due has arrived, or HR sees why not': undelivered,
  'What arrived twice is known to be unsure, and recognised': repeated,
  'Nothing comes early or outside its hours': early,
  'Nobody is told what is done, nor while away or gone': toTheWrong,
  'What the rules decide is decided on its day, and nothing else': decidedOtherwise,
  'Steps come one by one, with their distances': hurried,
  'Nothing owed stands without a next step': withoutNextStep,
  'Everybody has one talk in a round': talksBesideRoster,
  'Table and engine agree': disagreeing,
  'What people write stays out of mails, and is sealed in the engine': writtenElsewhere,
  'What was saved is read unchanged': lostSaves,
  'A repeated request has one effect and one answer': repeatedRequests,
  'What the rules refuse is refused, and nothing else': wronglyAnswered,
  'The personnel file has each agreed plan once': filedWrongly,
} as const satisfies Record<string, (evidence: Evidence) => string[]>

export function check(evidence: Evidence): Violation[] {
  return (Object.keys(promises) as PromiseName[]).flatMap((promise) =>
    promises[promise](evidence).map((what) => ({ promise, what })),
  )
}

/** Days after which nothing waits any more for a mail server that works. */
const SETTLED = 5 * DAY

function undelivered(evidence: Evidence): string[] {
  const { at, mails, notices, received, shownToHr } = evidence
  const arrived = new Set(received.map(({ messageId }) => messageId))
  const told = new Map(mails.map((mail) => [mail.id, mail]))
  const found: string[] = []
  for (const mail of mails) {
    const { status, key, messageId, attempts } = mail
    if (status === 'sent' && !(messageId !== null && arrived.has(messageId)))
      found.push(`${key} is said to be sent and never arrived`)
    if (status === 'unknown' && !attempts.includes('unknown'))
      found.push(`${key} is unknown without an attempt`)
    if (isFailed(mail) && !shownToHr.includes(mail.id))
      found.push(`${key} is ${status} and HR does not see it`)
    if (isFailed(mail) && attempts.includes('sent'))
      found.push(`${key} was taken by the mail server and is said to be ${status}`)
    if (status === 'dropped' && mail.reason === null) found.push(`${key} was dropped without a reason`)
    if (isWaiting(mail) && mail.notBeforeAt < at - SETTLED) found.push(`${key} is still ${status}`)
    if (isWaiting(mail) && mail.endedAt !== null) found.push(`${key} has ended and is ${status}`)
  }
  for (const notice of notices) {
    const mail = notice.mailId === null ? null : (told.get(notice.mailId) ?? null)
    if (notice.status === 'queued' && notice.reason === null && notice.decidedAt < at - SETTLED)
      found.push(`${nameOf(notice)} waits without a reason`)
    if (notice.status === 'sent' && !(mail !== null && ['sent', 'unknown', 'refused'].includes(mail.status)))
      found.push(`${nameOf(notice)} is said to be told by ${mail?.key ?? 'no mail'}`)
    if (notice.status === 'dropped' && !isFounded(notice, evidence))
      found.push(`${nameOf(notice)} was dropped as ${notice.reason ?? 'nothing at all'}`)
  }
  return found
}

/**
 * Whether the reason that a notice was dropped for is one. Of what may be, only that can come about here: nobody is
 * without an address or a leader, and no round is stopped.
 */
function isFounded(notice: SeenNotice, evidence: Evidence): boolean {
  const { at, asked, notices, obligations, people, talks } = evidence
  const { reason, whileOpen, subject, obligation, occurrence, talkId, decidedAt } = notice
  if (reason === 'past-due-day') return notice.reminder
  if (reason === 'overtaken') return notices.some((other) => overtakes(other, notice))
  if (reason === 'left') {
    const talk = talks.find(({ id }) => id === talkId)
    const employee = people.find(({ employmentId }) => employmentId === talk?.employmentId)
    return employee?.lastDay != null && employee.lastDay < calendar.dayOf(notice.endedAt ?? at)
  }
  if (reason !== 'done') return false
  if (whileOpen)
    return !obligations.some(
      (owed) => owed.subject === subject && owed.obligation === obligation && owed.occurrence === occurrence,
    )
  // What was only to be known is outdated by what somebody did with the talk since.
  return asked.some(
    ({ decides, at: actedAt, answers }) =>
      decides === talkId && actedAt > decidedAt - MINUTE && answers.some(({ status }) => status < 300),
  )
}

/** The same role was told of the same thing meanwhile, or a later step of the ladder says more than a reminder. */
function overtakes(other: SeenNotice, notice: SeenNotice): boolean {
  const isOfLadder =
    other.id !== notice.id &&
    other.subject === notice.subject &&
    other.obligation === notice.obligation &&
    other.occurrence === notice.occurrence &&
    other.audience === notice.audience
  if (!isOfLadder) return false
  if (notice.reminder) return other.position > notice.position
  const went = other.status === 'sent' || other.status === 'refused'
  return went && !other.reminder && other.endedAt !== null && other.endedAt > notice.decidedAt
}

function isFailed({ status }: SeenMail): boolean {
  return status === 'refused' || status === 'unknown'
}

function isWaiting({ status }: SeenMail): boolean {
  return status === 'queued' || status === 'leased'
}

function repeated({ mails, received }: Evidence): string[] {
  const found: string[] = []
  const byKey = Map.groupBy(mails, ({ key }) => key)
  for (const [key, same] of byKey) if (same.length > 1) found.push(`${key} is ${same.length} mails`)
  for (const { key, messageId, attempts } of mails) {
    const times = received.filter((mail) => mail.messageId === messageId).length
    const unsure = attempts.filter((outcome) => outcome === 'unknown').length
    if (times > 1 + unsure) found.push(`${key} arrived ${times} times, ${unsure} of them unsure`)
  }
  const known = new Set(mails.map(({ messageId }) => messageId))
  for (const { messageId, to } of received)
    if (!known.has(messageId)) found.push(`${messageId} to ${to} is no mail of the table`)
  return found
}

/** Minutes after midnight in which anything but a calendar mail may go (R3.2). */
const HOURS = { from: 7 * 60, to: 9 * 60 }

function early({ mails, received }: Evidence): string[] {
  const found: string[] = []
  const byMessage = new Map(mails.map((mail) => [mail.messageId, mail]))
  for (const { messageId, at } of received) {
    const mail = byMessage.get(messageId)
    if (mail === undefined) continue
    const { on, minutes } = calendar.localTime(at)
    const firstAt = firstAllowed(mail)
    if (at < firstAt - MINUTE) found.push(`${mail.key} came at ${text(at)}, before ${text(firstAt)}`)
    if (mail.lane === 'at-once') continue
    if (!calendar.isWorkingDay(on) || minutes < HOURS.from || minutes > HOURS.to)
      found.push(`${mail.key} came at ${text(at)}`)
  }
  return found
}

/** A try that came to nothing moves `notBeforeAt`; before it was made no mail can have come. */
function firstAllowed({ attempts, notBeforeAt, createdAt }: SeenMail): Instant {
  return attempts.every((outcome) => outcome === 'sent') ? notBeforeAt : createdAt
}

/** Working days after a day has passed by which somebody has been told of it. */
const TOLD_WITHIN = 3

function withoutNextStep({ at, talks, obligations, notices, people }: Evidence): string[] {
  const found: string[] = []
  const told = new Set(
    notices.map(({ subject, obligation, occurrence }) => `${subject} ${obligation} ${occurrence}`),
  )
  const today = calendar.dayOf(at)
  for (const talk of talks.filter(({ isClosed }) => !isClosed)) {
    const owed = obligations.filter(({ talkId }) => talkId === talk.id)
    if (owed.length > 0 && talk.nextDueAt === null)
      found.push(`talk ${talk.id} (${talk.status}) owes ${owed[0]?.obligation} and has no next step`)
    if (talk.nextDueAt !== null && talk.nextDueAt < at - 60 * MINUTE)
      found.push(`talk ${talk.id} (${talk.status}) should have moved at ${text(talk.nextDueAt)}`)
    const employee = people.find(({ employmentId }) => employmentId === talk.employmentId)
    for (const { subject, obligation, occurrence, dueOn } of owed) {
      if (calendar.addWorkingDays(dueOn, TOLD_WITHIN) >= today) continue
      if (employee === undefined || employee.leaves.some(({ to }) => to === null || to >= dueOn)) continue
      if (!told.has(`${subject} ${obligation} ${occurrence}`))
        found.push(`${obligation} of talk ${talk.id} was due on ${dueOn} and nobody was to be told`)
    }
  }
  return found
}

function talksBesideRoster({ roster, talks }: Evidence): string[] {
  const whose = ({ roundId, employmentId }: (typeof roster)[number]) => `${employmentId} in round ${roundId}`
  const everybody = new Set([...roster, ...talks].map(whose))
  return [...everybody].flatMap((who) => {
    const wanted = roster.filter((one) => whose(one) === who).length
    const found = talks.filter((one) => whose(one) === who).length
    return found === wanted ? [] : [`${who} has ${found} talks and should have ${wanted}`]
  })
}

/** Of a task that failed: the workflow's own code did, and not what it was given to do. */
const OWN_FAULTS = [
  'WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR',
  'WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE',
]

function disagreeing({ talks, engine, running, failedTasks }: Evidence): string[] {
  const found: string[] = []
  for (const { id, version, status, disagrees, isClosed } of talks) {
    if (disagrees) found.push(`talk ${id} waits for reconcile`)
    const own = engine.find(({ talkId }) => talkId === id)
    if (own === undefined) {
      if (!isClosed) found.push(`talk ${id} (${status}) has no workflow`)
    } else if (own.version !== version || own.status !== status)
      found.push(
        `talk ${id} is ${status} (${version}) in the table, ${own.status} (${own.version}) in the engine`,
      )
    else if (!isClosed && !own.runs) found.push(`talk ${id} (${status}) has a workflow that has ended`)
  }
  const open = new Set(talks.filter(({ isClosed }) => !isClosed).map(({ id }) => talkWorkflowId(id)))
  for (const id of running)
    if (id.startsWith(talkWorkflowId('')) && !open.has(id)) found.push(`${id} runs and is no open talk`)
  for (const { workflowId, cause } of failedTasks)
    if (OWN_FAULTS.includes(cause)) found.push(`a task of ${workflowId} failed: ${cause}`)
  return found
}

function lostSaves({ saved }: Evidence): string[] {
  return saved
    .filter(({ sent, read }) => sent !== read)
    .map(({ what }) => `${what} was saved and is not there`)
}

function filedWrongly({ plans, filings, records }: Evidence): string[] {
  const found: string[] = []
  for (const { versionId, status } of plans) {
    const times = records.filter(({ key }) => key === journalKey(versionId)).length
    const filing = filings.find((one) => one.versionId === versionId)
    if (times > 1) found.push(`plan version ${versionId} lies ${times} times in the personnel file`)
    if (status === 'agreed' && times === 0) found.push(`plan version ${versionId} is agreed and not filed`)
    if (filing?.status === 'filed' && times === 0)
      found.push(`plan version ${versionId} is said to be filed and is not`)
    if (status === 'agreed' && filing?.status !== 'filed')
      found.push(`plan version ${versionId} is agreed, and its filing is ${filing?.status ?? 'not there'}`)
  }
  const keys = new Set(plans.map(({ versionId }) => String(journalKey(versionId))))
  for (const { key } of records)
    if (!keys.has(key)) found.push(`${key} lies in the personnel file without a plan`)
  return found
}

function nameOf({ obligation, step, audience, subject }: SeenNotice): string {
  return `${obligation}/${step} to ${audience} (${subject})`
}

function text(at: Instant): string {
  return new Date(at).toISOString().slice(0, 16)
}
