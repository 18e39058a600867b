import type { Tx } from '../db/client.ts'
import { unitsOf } from '../db/outbox-lines.ts'
import type { OutboxMail } from '../db/outbox-leases.ts'
import { readRecipients, type Recipient, trsOf } from '../db/outbox-people.ts'
import { addDays } from '../domain/calendar/day.ts'
import { nextHandOver } from '../domain/notices/send-window.ts'
import { type Calendars, readCalendars } from './calendars.ts'
import { type JudgedNotice, judgeNotices, type Moment } from './judge.ts'
import { employeeInput } from './lines.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { employeeMail } from './templates/employee-mail.ts'

/** Notices to employees, a mail each, judged by what is so at this moment. */
export async function prepareSingles(
  tx: Tx,
  mails: readonly OutboxMail[],
  moment: Moment,
  settings: MailSettings,
): Promise<[OutboxMail, Preparation][]> {
  const judged = await judgeNotices(tx, mails.map(noticeOf), moment)
  const known = await readKnown(tx, judged, moment)
  const byId = new Map(judged.map((each) => [each.notice.id, each]))
  return mails.map((mail) => {
    const own = byId.get(noticeOf(mail))
    return [
      mail,
      own === undefined ? { verdict: 'end', reason: 'done' } : prepare(own, known, moment, settings),
    ]
  })
}

/** What the mails need beside what was judged. */
interface Known {
  /** By employment. */
  units: Map<string, string>
  calendars: Calendars
  recipients: Map<string, Recipient>
  /** Union representatives, by unit. */
  trs: Map<string, string>
}

function noticeOf(mail: OutboxMail): string {
  return String(mail.data.noticeId)
}

async function readKnown(tx: Tx, judged: readonly JudgedNotice[], moment: Moment): Promise<Known> {
  const employments = judged.flatMap(({ notice }) => notice.talk?.employmentId ?? [])
  const units = await unitsOf(tx, employments, moment.today)
  const unitIds = [...new Set(units.values())]
  const going = judged.flatMap(({ judgement }) =>
    judgement.verdict === 'go' ? judgement.to.slice(0, 1) : [],
  )
  const namesTr = judged.some(({ notice }) => notice.kind === 'orientation')
  return {
    units,
    calendars: await readCalendars(tx, unitIds, moment.zone),
    recipients: await readRecipients(tx, going),
    trs: await trsOf(tx, namesTr ? unitIds : []),
  }
}

function prepare(judged: JudgedNotice, known: Known, moment: Moment, settings: MailSettings): Preparation {
  const { notice, judgement, policy } = judged
  if (judgement.verdict === 'drop') return { verdict: 'end', reason: judgement.reason }
  const unitId = known.units.get(notice.talk?.employmentId ?? '')
  const calendar = known.calendars.of(policy, unitId)
  const hours = policy.sendWindow
  if (judgement.verdict === 'wait') {
    const tomorrow = calendar.instantOf(addDays(moment.today, 1), 0)
    const until = nextHandOver('single', notice.id, tomorrow, hours, calendar)
    return { verdict: 'wait', until, reason: judgement.reason }
  }
  const next = nextHandOver('single', notice.id, moment.now, hours, calendar)
  if (next > moment.now) return { verdict: 'wait', until: next, reason: null }
  const to = known.recipients.get(judgement.to[0] ?? '')
  if (to === undefined) return { verdict: 'end', reason: 'left' }
  const tr = notice.kind === 'orientation' ? (known.trs.get(unitId ?? '') ?? '') : ''
  return {
    verdict: 'send',
    to,
    content: employeeMail(employeeInput(judged, tr, moment), to.language, settings),
    notices: [notice.id],
    replyTo: null,
    calendar: null,
  }
}
