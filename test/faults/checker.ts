import { type Day, DAY, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import { journalKey } from '../../journal/gateway.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { hurried } from './one-by-one.ts'
import type { Evidence, SeenMail, SeenNotice, SeenPerson } from './evidence.ts'
import { schoolDays as calendar } from './school-days.ts'
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
  'Steps come one by one, with their distances': hurried,
  'Nothing owed stands without a next step': withoutNextStep,
  'Everybody has one talk in a round': talksBesideRoster,
  'Table and engine agree': disagreeing,
  'What people write stays out of mails and the engine': writtenElsewhere,
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

function undelivered({ at, mails, notices, received, shownToHr }: Evidence): string[] {
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
    if (notice.status === 'dropped' && notice.reason === null)
      found.push(`${nameOf(notice)} was dropped without a reason`)
  }
  return found
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

function toTheWrong(evidence: Evidence): string[] {
  const { mails, notices, received, people, talks } = evidence
  const found: string[] = []
  const byMessage = new Map(mails.map((mail) => [mail.messageId, mail]))
  const noticesOf = Map.groupBy(notices, ({ mailId }) => mailId)
  const talkOf = new Map(talks.map((talk) => [talk.id, talk]))
  for (const { messageId, at, to } of received) {
    const mail = byMessage.get(messageId)
    if (mail === undefined || mail.lane === 'at-once') continue
    const on = calendar.dayOf(at)
    const reader = people.find(({ email }) => email === to)
    if (reader === undefined) {
      found.push(`${mail.key} went to ${to}, which is nobody's`)
      continue
    }
    if (isAway(reader, on)) found.push(`${mail.key} went to ${to}, who is away or gone on ${on}`)
    for (const notice of noticesOf.get(mail.id) ?? []) {
      const doneAt = doneBefore(evidence, notice, at)
      if (doneAt !== null)
        found.push(`${nameOf(notice)} was told at ${text(at)}, and done at ${text(doneAt)}`)
      const employee = people.find(
        ({ employmentId }) => employmentId === talkOf.get(notice.talkId ?? '')?.employmentId,
      )
      if (employee === undefined) continue
      if (notice.whileOpen && isAway(employee, on))
        found.push(`${nameOf(notice)} was told on ${on}, when the employee is away or gone`)
      if (notice.audience === 'leader' && !leads(reader, employee, on))
        found.push(`${nameOf(notice)} went to ${to} on ${on}, who does not lead the employee`)
    }
  }
  return found
}

/** When what a notice asks for was acknowledged as done, after it was decided and before it was told. */
function doneBefore({ asked }: Evidence, notice: SeenNotice, toldAt: Instant): Instant | null {
  if (!notice.whileOpen) return null
  const done = asked.filter(
    ({ ends, answers, at }) =>
      ends?.talkId === notice.talkId &&
      ends?.obligation === notice.obligation &&
      answers.some(({ status }) => status < 300) &&
      at > notice.decidedAt &&
      at < toldAt - MINUTE,
  )
  return done[0]?.at ?? null
}

function isAway({ lastDay, leaves }: SeenPerson, on: Day): boolean {
  if (lastDay !== null && lastDay < on) return true
  return leaves.some(({ from, to }) => from <= on && (to === null || on <= to))
}

function leads(reader: SeenPerson, employee: SeenPerson, on: Day): boolean {
  return employee.leaders.some(
    ({ personId, from, to }) => personId === reader.personId && from <= on && (to === null || on <= to),
  )
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
