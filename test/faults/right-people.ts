import { type Day, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import type { Evidence, SeenEvent, SeenNotice, SeenPerson } from './evidence.ts'
import { schoolDays } from './school-days.ts'

/** Mails that came to somebody who is away or gone, or of what is done or another's to hear (R11.2, R11.5, R13.2). */
export function toTheWrong(evidence: Evidence): string[] {
  const { mails, notices, received, people } = evidence
  const found: string[] = []
  const byMessage = new Map(mails.map((mail) => [mail.messageId, mail]))
  const noticesOf = Map.groupBy(notices, ({ mailId }) => mailId)
  for (const { messageId, at, to } of received) {
    const mail = byMessage.get(messageId)
    // Whose sign-in or leader it is about hears of that wherever they are.
    if (mail === undefined || (mail.lane === 'at-once' && mail.event === null)) continue
    const on = schoolDays.dayOf(at)
    const reader = people.find(({ email }) => email === to)
    if (reader === undefined) {
      found.push(`${mail.key} went to ${to}, which is nobody's`)
      continue
    }
    if (isAway(reader, on)) found.push(`${mail.key} went to ${to}, who is away or gone on ${on}`)
    if (mail.event !== null && !isParty(evidence, mail.event, reader))
      found.push(`${mail.key} went to ${to}, who does not meet then`)
    for (const notice of noticesOf.get(mail.id) ?? [])
      found.push(...wronglyTold(evidence, notice, reader, at).map((why) => `${nameOf(notice)} ${why}`))
  }
  return found
}

function wronglyTold(evidence: Evidence, notice: SeenNotice, reader: SeenPerson, at: Instant): string[] {
  const found: string[] = []
  const on = schoolDays.dayOf(at)
  const doneAt = doneBefore(evidence, notice, at)
  if (doneAt !== null) found.push(`was told at ${text(at)}, and done at ${text(doneAt)}`)
  const employee = employeeOf(evidence, notice.talkId)
  if (employee === undefined) return found
  if (notice.whileOpen && isAway(employee, on))
    found.push(`was told on ${on}, when the employee is away or gone`)
  if (!holdersOf(evidence, notice.audience, employee, on).includes(reader))
    found.push(`went to ${reader.email} on ${on}, who is not the one to hear it`)
  return found
}

/**
 * When what a notice asks for was acknowledged as done before it was told. Nothing is owed for the first time after it was
 * done; what is owed again was decided before.
 */
function doneBefore({ asked }: Evidence, notice: SeenNotice, toldAt: Instant): Instant | null {
  if (!notice.whileOpen) return null
  const done = asked.filter(
    ({ ends, answers, at }) =>
      ends?.talkId === notice.talkId &&
      ends?.obligation === notice.obligation &&
      answers.some(({ status }) => status < 300) &&
      (notice.occurrence === 1 || at > notice.decidedAt) &&
      at < toldAt - MINUTE,
  )
  return done[0]?.at ?? null
}

/**
 * An event is put into the calendars of the employee and of whoever leads on its day; out of those that it was put into.
 */
function isParty(evidence: Evidence, { talkId, party, method, startsAt }: SeenEvent, reader: SeenPerson) {
  const employee = employeeOf(evidence, talkId)
  if (employee === undefined) return false
  if (party === 'employee') return reader === employee
  if (method === 'cancel')
    return evidence.mails.some(
      ({ event, personId, status }) =>
        event?.talkId === talkId &&
        event.method === 'request' &&
        personId === reader.personId &&
        (status === 'sent' || status === 'unknown'),
    )
  return lineAbove(evidence, employee, schoolDays.dayOf(startsAt))[0] === reader
}

/** Who holds a role around an employee on a day: the nearest above who is there, at last HR (R11.2). */
function holdersOf(evidence: Evidence, audience: string, employee: SeenPerson, on: Day): SeenPerson[] {
  if (audience === 'employee') return [employee]
  const line = audience === 'hr' ? [] : lineAbove(evidence, employee, on)
  const leader = line.slice(audience === 'leader' ? 0 : 1).find((one) => !isAway(one, on))
  if (leader !== undefined) return [leader]
  return evidence.people.filter((one) => one.isHr && !isAway(one, on))
}

/** The leader, the leader's leader and so on; of whoever has left, as on the last day. */
function lineAbove({ people }: Evidence, employee: SeenPerson, on: Day): SeenPerson[] {
  const line: SeenPerson[] = []
  const day = employee.lastDay !== null && employee.lastDay < on ? employee.lastDay : on
  const leaderOf = ({ leaders }: SeenPerson) => {
    const now = leaders.find(({ from, to }) => from <= day && (to === null || day <= to))
    return people.find(({ personId }) => personId === now?.personId)
  }
  for (let next = leaderOf(employee); next && !line.includes(next); next = leaderOf(next)) line.push(next)
  return line
}

function employeeOf({ talks, people }: Evidence, talkId: string | null): SeenPerson | undefined {
  const talk = talks.find(({ id }) => id === talkId)
  return people.find(({ employmentId }) => employmentId === talk?.employmentId)
}

function isAway({ lastDay, leaves }: SeenPerson, on: Day): boolean {
  if (lastDay !== null && lastDay < on) return true
  return leaves.some(({ from, to }) => from <= on && (to === null || on <= to))
}

function nameOf({ obligation, step, audience, subject }: SeenNotice): string {
  return `${obligation}/${step} to ${audience} (${subject})`
}

function text(at: Instant): string {
  return new Date(at).toISOString().slice(0, 16)
}
