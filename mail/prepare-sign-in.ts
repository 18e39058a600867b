import { sha256 } from '../db/sha256.ts'
import type { Tx } from '../db/client.ts'
import type { SignInMailData } from '../db/outbox.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { readRecipient } from '../db/outbox-people.ts'
import { openSignInLinkUntil } from '../db/outbox-sign-in.ts'
import { signInToken } from '../db/sign-in-token.ts'
import type { Moment } from './judge.ts'
import { localTime } from './lines.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { signInMail } from './templates/sign-in-mail.ts'

/** A link to sign in, for the address that was asked for; one that was used or is over is not sent any more. */
export async function prepareSignIn(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const { linkId, tokenHash } = mail.data as unknown as SignInMailData
  const tokens = (settings.temporalKeys ?? []).map(({ bytes }) => signInToken(bytes, linkId))
  const token = tokens.find((one) => sha256(one) === tokenHash)
  const to = await readRecipient(tx, mail.personId ?? '')
  const until = localTime(await openSignInLinkUntil(tx, tokenHash), moment)
  if (to === null) return { verdict: 'end', reason: 'left' }
  // Nobody prints a link for somebody else to sign in with.
  if (to.email === null) return { verdict: 'end', reason: 'no-address' }
  if (until === null || token === undefined) return { verdict: 'end', reason: 'past-due-day' }
  return {
    verdict: 'send',
    to: { ...to, email: mail.recipient ?? to.email },
    content: signInMail({ givenName: to.givenName, token, until }, to.language, settings),
    notices: [],
    replyTo: null,
    calendar: null,
  }
}
