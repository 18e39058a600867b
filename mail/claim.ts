import type { Db, Tx } from '../db/client.ts'
import { claimMails, giveBackMails, leaseMails, type OutboxMail } from '../db/outbox-leases.ts'
import { endMail, endNotices, noticesOnMail, postponeMail, unlinkNotices } from '../db/outbox-mails.ts'
import { HOUR, type Instant } from '../domain/calendar/day.ts'
import type { MailTemplate } from '../domain/notices/mail-outcome.ts'
import { endBoth } from './finish.ts'
import type { Moment } from './judge.ts'
import type { OutgoingMail } from './outgoing.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { prepareAddressChange } from './prepare-address-change.ts'
import { prepareCalendars } from './prepare-calendar.ts'
import { prepareDigest } from './prepare-digest.ts'
import { preparePlanOpening } from './prepare-plan-opening.ts'
import { prepareLeaderChange } from './prepare-leader-change.ts'
import { prepareFurtherNumber } from './prepare-further-number.ts'
import { prepareGroupTalk } from './prepare-group-talk.ts'
import { prepareSignIn } from './prepare-sign-in.ts'
import { prepareSingles } from './prepare-single.ts'
import type { PrintedMail } from './templates/content.ts'
import { layOut } from './templates/layout.ts'

/** A mail on its way, with what must be written down when the answer is known. */
export interface MailUnderWay {
  mail: OutboxMail
  /** Its number, by which it is known again. */
  attempt: number
  notices: string[]
  outgoing: OutgoingMail
}

/** Mails that were claimed together: those that may go now, and what became of the others. */
export interface Claimed {
  outcome: 'claimed'
  underWay: MailUnderWay[]
  dropped: number
  printed: number
}

export type Claim =
  | Claimed
  /** It could not be composed, and waits for a while so that it holds up nobody else. */
  | { outcome: 'failed'; error: unknown }
  /** One of several could not be; which one, shows when they are claimed one by one. */
  | { outcome: 'failed-together' }
  | { outcome: 'nothing' }

/** Milliseconds. */
const FAILED_RETRY_AFTER = HOUR

/**
 * Takes the next mails that may go and, in the same transaction, finds out to whom and whether there is still a
 * reason; leases them, or ends them.
 * @param most how many may be taken
 */
export async function claimNext(
  db: Db,
  moment: Moment,
  settings: MailSettings,
  most: number,
): Promise<Claim> {
  let mails: OutboxMail[] = []
  try {
    return await db.$transaction(
      async (tx) => {
        const ofTemplate = (template: MailTemplate) => (together.has(template) ? most : 1)
        mails = firstOfEachEvent(await claimMails(tx, moment.now, ofTemplate))
        if (mails.length === 0) return { outcome: 'nothing' }
        return settle(tx, await prepare(tx, mails, moment, settings), moment, settings)
      },
      { timeout: 30_000, maxWait: 30_000 },
    )
  } catch (error) {
    const [mail, ...others] = mails
    if (mail === undefined) throw error
    if (others.length > 0) return { outcome: 'failed-together' }
    await putAside(db, mail, moment.now)
    return { outcome: 'failed', error }
  }
}

/** Puts back what was claimed and not begun, to be claimed and judged anew. */
export async function giveBack(db: Db, underWay: readonly MailUnderWay[]): Promise<void> {
  if (underWay.length > 0) await db.$transaction((tx) => giveBackMails(tx, underWay))
}

/** Their mails are judged together; what another template tells is read for one mail at a time. */
const together: ReadonlySet<MailTemplate> = new Set(['notice', 'calendar'])

/** What one party is told of an event depends on what it was told before: the next mail about it waits for this one. */
function firstOfEachEvent(mails: readonly OutboxMail[]): OutboxMail[] {
  const firsts = new Map<string, OutboxMail>()
  for (const mail of mails) {
    const { subject, party } = mail.data
    const event = mail.template === 'calendar' ? `${String(subject)}/${String(party)}` : mail.id
    if (!firsts.has(event)) firsts.set(event, mail)
  }
  return [...firsts.values()]
}

/** Throws where the database is away: then nothing was wrong with the mail. */
async function putAside(db: Db, { id, status }: OutboxMail, now: Instant): Promise<void> {
  await postponeMail(db, id, { status, notBeforeAt: now + FAILED_RETRY_AFTER, reason: null })
}

/** The claimed mails, of one template, each with what is to become of it. */
async function prepare(
  tx: Tx,
  mails: OutboxMail[],
  moment: Moment,
  settings: MailSettings,
): Promise<[OutboxMail, Preparation][]> {
  const [first] = mails
  switch (first?.template) {
    case undefined:
      return []
    case 'notice':
      return prepareSingles(tx, mails, moment, settings)
    case 'calendar':
      return prepareCalendars(tx, mails, moment, settings)
    case 'digest':
      return [[first, await prepareDigest(tx, first, moment, settings)]]
    case 'plan-opening':
      return [[first, await preparePlanOpening(tx, first, moment, settings)]]
    case 'leader-change':
      return [[first, await prepareLeaderChange(tx, first, moment, settings)]]
    case 'group-talk':
      return [[first, await prepareGroupTalk(tx, first, moment, settings)]]
    case 'address-change':
      return [[first, await prepareAddressChange(tx, first, moment, settings)]]
    case 'further-number':
      return [[first, await prepareFurtherNumber(tx, first, moment, settings)]]
    case 'sign-in':
      return [[first, await prepareSignIn(tx, first, moment, settings)]]
  }
}

type Sendable = Extract<Preparation, { verdict: 'send' }>

/** Ends or puts off what may not go, and leases what may. */
async function settle(
  tx: Tx,
  prepared: [OutboxMail, Preparation][],
  moment: Moment,
  settings: MailSettings,
): Promise<Claimed> {
  const claimed: Claimed = { outcome: 'claimed', underWay: [], dropped: 0, printed: 0 }
  const outgoing: { mail: OutboxMail; prepared: Sendable; outgoing: OutgoingMail }[] = []
  for (const [mail, verdict] of prepared) {
    if (verdict.verdict === 'wait') await putOff(tx, mail, verdict)
    else if (verdict.verdict === 'end') {
      await drop(tx, mail, verdict, moment.now)
      claimed.dropped += 1
    } else {
      const address = addressFor(mail, verdict)
      // Laid out before the lease: a mail that cannot be has surely not gone.
      if (address !== null)
        outgoing.push({
          mail,
          prepared: verdict,
          outgoing: await compose(mail, verdict, address, moment, settings),
        })
      else {
        await print(tx, mail, verdict, moment.now)
        claimed.printed += 1
      }
    }
  }
  const attempts = await leaseMails(tx, outgoing.map(frozen))
  claimed.underWay = outgoing.map(({ mail, prepared: { notices }, outgoing: message }) => ({
    mail,
    attempt: attempts.get(mail.id) ?? 0,
    notices,
    outgoing: message,
  }))
  return claimed
}

/** One that may have arrived is tried again where it went; any other goes to the address that is its reader's by now. */
function addressFor({ status, recipient }: OutboxMail, { to }: Sendable): string | null {
  return (status === 'unknown' ? recipient : null) ?? to.email
}

async function compose(
  { id }: OutboxMail,
  { to, content, replyTo, calendar }: Sendable,
  address: string,
  moment: Moment,
  settings: MailSettings,
): Promise<OutgoingMail> {
  const { from, bounceAddress } = settings.mail
  return {
    ...(await layOut(content, to.language, settings)),
    messageId: `<${id}@${from.address.split('@').at(-1)}>`,
    from,
    bounceAddress,
    to: { name: to.name, address },
    replyTo,
    calendar,
    language: to.language,
    sentAt: moment.now,
  }
}

function frozen({
  mail,
  prepared,
  outgoing,
}: {
  mail: OutboxMail
  prepared: Sendable
  outgoing: OutgoingMail
}) {
  return {
    id: mail.id,
    personId: prepared.to.personId,
    recipient: outgoing.to.address,
    messageId: outgoing.messageId,
    subjectLine: outgoing.subject,
    data: prepared.data ?? null,
  }
}

async function putOff(
  tx: Tx,
  mail: OutboxMail,
  prepared: Extract<Preparation, { verdict: 'wait' }>,
): Promise<void> {
  const { until, reason } = prepared
  await postponeMail(tx, mail.id, { status: mail.status, notBeforeAt: until, reason, ...meant(prepared) })
}

/** There is no address: the leader prints it instead (R13.1). */
async function print(tx: Tx, mail: OutboxMail, prepared: Sendable, at: Instant): Promise<void> {
  const { to, content, notices } = prepared
  const printed: PrintedMail = { content, language: to.language }
  await endMail(tx, mail.id, {
    status: 'printed',
    reason: 'no-address',
    at,
    personId: to.personId,
    subjectLine: content.subject,
    data: { ...mail.data, ...prepared.data, print: printed },
  })
  await endNotices(tx, notices, { status: 'dropped', reason: 'no-address', at, mailId: mail.id })
}

function meant({ meantFor }: { meantFor?: string | null }): { personId?: string } {
  return meantFor ? { personId: meantFor } : {}
}

/** A mail whose fate is unknown keeps that end: it has probably arrived. */
async function drop(
  tx: Tx,
  mail: OutboxMail,
  prepared: Extract<Preparation, { verdict: 'end' }>,
  at: Instant,
): Promise<void> {
  const { reason } = prepared
  const notices = await noticesOnMail(tx, mail.id)
  if (mail.status === 'unknown') return endBoth(tx, mail.id, notices, 'unknown', reason, at)
  await endMail(tx, mail.id, { status: 'dropped', reason, at, ...meant(prepared) })
  // A digest has judged its notices itself: what is left of them waits for somebody else's.
  if (mail.template === 'digest') await unlinkNotices(tx, notices)
  else await endNotices(tx, notices, { status: 'dropped', reason, at })
}
