import type { Tx } from '../db/client.ts'
import type { FurtherNumberMailData } from '../db/outbox.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { readRecipient } from '../db/outbox-people.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { letsInFrom } from '../domain/people/new-ways-in.ts'
import type { Moment } from './judge.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { furtherNumberMail } from './templates/further-number-mail.ts'

/** Tells somebody that one more employee number is theirs, also where it has been taken back: it could have let somebody in. */
export async function prepareFurtherNumber(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const { employmentId } = mail.data as unknown as FurtherNumberMailData
  const job = await tx.employment.findUnique({ where: { id: employmentId }, select: { number: true } })
  const to = await readRecipient(tx, mail.personId ?? '')
  if (to === null || job === null) return { verdict: 'end', reason: 'left' }
  const zone = createZone(moment.zone)
  const input = {
    givenName: to.givenName,
    number: job.number,
    enteredAt: zone.localTime(mail.createdAt),
    from: zone.localTime(letsInFrom(mail.createdAt)),
  }
  return {
    verdict: 'send',
    to,
    content: furtherNumberMail(input, to.language, settings),
    notices: [],
    replyTo: null,
    calendar: null,
  }
}
