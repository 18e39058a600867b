import type { Tx } from '../db/client.ts'
import type { PlanOpeningMailData } from '../db/outbox.ts'
import { linesOfTalks } from '../db/outbox-lines.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { readRecipient } from '../db/outbox-people.ts'
import { openingToTell } from '../db/plan-openings.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { holdersOf } from '../domain/notices/roles.ts'
import type { Moment } from './judge.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { planOpeningMail } from './templates/plan-opening-mail.ts'

/** Tells one of the two that HR has opened their plan; at once, also in leave: it is theirs to know (R15.1). */
export async function preparePlanOpening(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const { openingId, party } = mail.data as unknown as PlanOpeningMailData
  const opening = await openingToTell(tx, openingId)
  if (opening === null) return { verdict: 'end', reason: 'done' }
  const { talkId, employmentId, employeeId, by, openedAt } = opening
  const line = (await linesOfTalks(tx, [employmentId], moment.today)).get(employmentId)
  const [leaderId = null] = line === undefined ? [] : holdersOf('leader', { ...line, hr: [] })
  const personId = party === 'employee' ? employeeId : leaderId
  if (personId === null) return { verdict: 'end', reason: 'no-recipient' }
  const [to, employee] = [await readRecipient(tx, personId), await readRecipient(tx, employeeId)]
  if (to === null || employee === null) return { verdict: 'end', reason: 'left', meantFor: personId }
  const at = createZone(moment.zone).localTime(openedAt)
  const input = { to: party, givenName: to.givenName, employee: employee.name, by, at, talkId }
  return {
    verdict: 'send',
    to,
    content: planOpeningMail(input, to.language, settings),
    notices: [],
    replyTo: null,
    calendar: null,
  }
}
