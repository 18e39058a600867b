import type { Day } from '../../domain/calendar/day.ts'
import type { Evidence, SeenNotice } from './evidence.ts'
import { schoolDays } from './school-days.ts'

/**
 * The steps of a ladder arrive one by one whatever was away: none before the one below it has gone, and none sooner after
 * it than the ladder says, by the days on which the mail server took them (R3.4).
 */
export function hurried({ notices, mails, received }: Evidence): string[] {
  const arrived = new Map<string | null, Day>()
  for (const { messageId, at } of received)
    if (!arrived.has(messageId)) arrived.set(messageId, schoolDays.dayOf(at))
  const mailOf = new Map(mails.map(({ id, messageId }) => [id, messageId]))
  const toldOn = ({ mailId }: SeenNotice) =>
    mailId === null ? undefined : arrived.get(mailOf.get(mailId) ?? null)

  const found: string[] = []
  const steps = notices.filter(({ reminder }) => !reminder)
  for (const step of steps) {
    const on = toldOn(step)
    if (on === undefined) continue
    const below = steps
      .filter((other) => isOfOneLadder(step, other) && other.position < step.position)
      .toSorted((a, b) => a.position - b.position)
    const jumped = below.find(({ status }) => status === 'queued')
    if (jumped !== undefined) found.push(`${nameOf(step)} went on ${on}, before ${nameOf(jumped)}`)
    const before = below.at(-1)
    const beforeOn = before && toldOn(before)
    if (before === undefined || beforeOn === undefined) continue
    const soonest = schoolDays.addWorkingDays(beforeOn, step.distance)
    if (on < soonest)
      found.push(`${nameOf(step)} went on ${on}, ${nameOf(before)} on ${beforeOn}: not before ${soonest}`)
  }
  return found
}

function isOfOneLadder(a: SeenNotice, b: SeenNotice): boolean {
  return a.subject === b.subject && a.obligation === b.obligation && a.occurrence === b.occurrence
}

function nameOf({ obligation, step, audience, subject }: SeenNotice): string {
  return `${obligation}/${step} to ${audience} (${subject})`
}
