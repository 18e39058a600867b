import type { Tx } from '../db/client.ts'
import { type DigestData, perhapsTold } from '../db/outbox-digests.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { endNotices, unlinkNotices } from '../db/outbox-mails.ts'
import { readPolicies } from '../db/outbox-notices.ts'
import { openMatters } from '../db/outbox-open.ts'
import { readRecipient, unitsOfPeople } from '../db/outbox-people.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { mayGoAt, nextHandOver } from '../domain/notices/send-window.ts'
import { readCalendars } from './calendars.ts'
import { type JudgedNotice, judgeNotices, type Moment } from './judge.ts'
import { freshLine, openLine } from './lines.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { digestMail, type DigestLine } from './templates/digest-mail.ts'

/** A person's digest of a day, composed of what is still so and still theirs at this moment (R11.4). */
export async function prepareDigest(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const data = mail.data as unknown as DigestData
  // Its day ended while this pass went on: it must not go beside the new day's own.
  if (data.on < moment.today) return { verdict: 'end', reason: 'overtaken' }
  const personId = mail.personId ?? ''
  const judged = await judgeNotices(tx, data.notices, moment)
  const fresh = await stillTheirs(tx, mail, judged, moment)
  const to = await readRecipient(tx, personId)
  const [first] = fresh
  if (to === null || first === undefined) return { verdict: 'end', reason: 'done' }
  const unitId = (await unitsOfPeople(tx, [personId], moment.today)).get(personId)
  const calendar = (await readCalendars(tx, [unitId], moment.zone)).of(first.policy, unitId)
  const hours = first.policy.sendWindow
  if (!mayGoAt('digest', personId, moment.now, hours, calendar)) {
    const until = nextHandOver('digest', personId, moment.now, hours, calendar)
    return { verdict: 'wait', until, reason: null }
  }
  const notices = fresh.map(({ notice }) => notice.id)
  const input = {
    on: data.on,
    givenName: to.givenName,
    fresh: sorted(fresh.map((each) => freshLine(each, moment))),
    rest: await restLines(tx, personId, fresh, moment),
  }
  const talks = [...input.fresh, ...input.rest].flatMap(({ talkId }) => talkId ?? [])
  return {
    verdict: 'send',
    to,
    content: digestMail(input, to.language, settings),
    notices,
    replyTo: null,
    calendar: null,
    data: { ...data, notices, talks },
  }
}

/** Ends what has no reason any more, gives back what waits or is somebody else's now, and answers the rest. */
async function stillTheirs(
  tx: Tx,
  mail: OutboxMail,
  judged: JudgedNotice[],
  moment: Moment,
): Promise<JudgedNotice[]> {
  const fresh: JudgedNotice[] = []
  for (const each of judged) {
    const { notice, judgement } = each
    if (notice.status !== 'queued') {
      if (wentWithAnother(each, mail, moment)) fresh.push(each)
    } else if (judgement.verdict === 'drop') {
      await endNotices(tx, [notice.id], { status: 'dropped', reason: judgement.reason, at: judgement.at })
    } else if (judgement.verdict === 'go' && judgement.to.includes(mail.personId ?? '')) fresh.push(each)
    else if (notice.mailId === mail.id) await unlinkNotices(tx, [notice.id])
  }
  return fresh
}

/**
 * HR of a unit may be several people: what one of them was told the same day the others are told too, and all the more
 * what one of them could not be told, having no address or being refused by the server.
 */
function wentWithAnother({ notice, judgement }: JudgedNotice, mail: OutboxMail, moment: Moment): boolean {
  const on = (mail.data as unknown as DigestData).on
  return (
    notice.audience === 'hr' &&
    (notice.status !== 'dropped' || notice.reason === 'no-address') &&
    notice.mailId !== mail.id &&
    notice.endedAt !== null &&
    createZone(moment.zone).localTime(notice.endedAt).on === on &&
    judgement.verdict === 'go' &&
    judgement.to.includes(mail.personId ?? '')
  )
}

async function restLines(
  tx: Tx,
  personId: string,
  fresh: JudgedNotice[],
  moment: Moment,
): Promise<DigestLine[]> {
  const handedOver = fresh.flatMap(({ notice }) =>
    notice.kind === 'hand-over' && notice.talk !== null ? [notice.talk.id] : [],
  )
  const told = new Set(fresh.map(({ notice }) => `${notice.kind}/${notice.subject}`))
  const open = await openMatters(tx, personId, moment.today, handedOver)
  const rest = open.filter((matter) => !told.has(`${matter.kind}/${matter.subject}`))
  const policies = await readPolicies(tx, [...new Set(rest.map((matter) => matter.round.id))])
  const lines = rest.flatMap((matter) => {
    const policy = policies.get(matter.round.id)
    return policy === undefined ? [] : [openLine(matter, policy, moment)]
  })
  return [...lines, ...(await unsureNews(tx, personId, fresh, moment))]
}

/** News of a digest that perhaps never arrived: nothing owed reminds of them, so they are told with the rest. */
async function unsureNews(
  tx: Tx,
  personId: string,
  fresh: JudgedNotice[],
  moment: Moment,
): Promise<DigestLine[]> {
  const told = new Set(fresh.map(({ notice }) => notice.id))
  const ids = (await perhapsTold(tx, personId)).filter((id) => !told.has(id))
  const news = (await judgeNotices(tx, ids, moment)).filter(
    ({ notice, judgement }) =>
      !notice.whileOpen &&
      notice.status === 'sent' &&
      judgement.verdict === 'go' &&
      judgement.to.includes(personId),
  )
  return sorted(news.map((each) => freshLine(each, moment)))
}

/** What is due first stands first; news without a date come last. */
function sorted(lines: DigestLine[]): DigestLine[] {
  const place = (line: DigestLine) => `${line.dueOn ?? '9999'} ${line.employee}`
  return [...lines].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}
