import type { Tx } from '../db/client.ts'
import type { AddressChangeMailData } from '../db/outbox.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { readRecipient } from '../db/outbox-people.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { letsInFrom } from '../domain/people/new-ways-in.ts'
import type { Moment } from './judge.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { addressChangeMail } from './templates/address-change-mail.ts'

/**
 * Tells somebody of their other mail address, whatever was changed since, at the address the mail was made for; on paper
 * where there was none.
 */
export async function prepareAddressChange(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const { news } = mail.data as unknown as AddressChangeMailData
  const to = await readRecipient(tx, mail.personId ?? '')
  if (to === null) return { verdict: 'end', reason: 'left' }
  const zone = createZone(moment.zone)
  const times = {
    changedAt: zone.localTime(mail.createdAt),
    from: zone.localTime(letsInFrom(mail.createdAt)),
  }
  return {
    verdict: 'send',
    to: { ...to, email: mail.recipient },
    content: addressChangeMail({ news, givenName: to.givenName, ...times }, to.language, settings),
    notices: [],
    replyTo: null,
    calendar: null,
  }
}
