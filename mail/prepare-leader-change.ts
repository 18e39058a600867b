import type { Tx } from '../db/client.ts'
import type { LeaderChangeMailData } from '../db/outbox.ts'
import type { OutboxMail } from '../db/outbox-mails.ts'
import { isLedBy, readRecipient } from '../db/outbox-people.ts'
import { createZone } from '../domain/calendar/zone.ts'
import type { Moment } from './judge.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { leaderChangeMail } from './templates/leader-change-mail.ts'

/** Minutes after midnight: nobody is woken by a change that was known before. */
const MORNING = 8 * 60

/**
 * Tells an employee of a new leader on the day it is so, also in leave: it is theirs to know (R15.1). A plan for a later day
 * may be withdrawn, and then was never news; what held at once is told even if it was taken back.
 */
export async function prepareLeaderChange(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const { employmentId, leaderId, on } = mail.data as unknown as LeaderChangeMailData
  const zone = createZone(moment.zone)
  const isPlan = on > zone.localTime(mail.createdAt).on
  const morning = zone.instantOf(on, MORNING)
  if (isPlan && moment.now < morning) return { verdict: 'wait', until: morning, reason: null }
  if (isPlan && !(await isLedBy(tx, employmentId, leaderId, on))) return { verdict: 'end', reason: 'done' }
  const to = await readRecipient(tx, mail.personId ?? '')
  const { personId } = await tx.employment.findUniqueOrThrow({ where: { id: leaderId } })
  const leader = await readRecipient(tx, personId)
  if (to === null || leader === null) return { verdict: 'end', reason: 'left' }
  const input = { givenName: to.givenName, leader: leader.name, on }
  return {
    verdict: 'send',
    to,
    content: leaderChangeMail(input, to.language, settings),
    notices: [],
    replyTo: null,
    calendar: null,
  }
}
