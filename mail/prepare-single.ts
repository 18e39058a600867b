import type { Tx } from '../db/client.ts'
import { unitsOf } from '../db/outbox-lines.ts'
import type { OutboxMail } from '../db/outbox-mails.ts'
import { readRecipient, trOf } from '../db/outbox-people.ts'
import { addDays } from '../domain/calendar/day.ts'
import { nextHandOver } from '../domain/notices/send-window.ts'
import { readCalendars } from './calendars.ts'
import { judgeNotices, type Moment } from './judge.ts'
import { employeeInput } from './lines.ts'
import type { MailSettings, Preparation } from './preparation.ts'
import { employeeMail } from './templates/employee-mail.ts'

/** A notice to an employee, judged by what is so at this moment. */
export async function prepareSingle(
  tx: Tx,
  mail: OutboxMail,
  moment: Moment,
  settings: MailSettings,
): Promise<Preparation> {
  const noticeId = String(mail.data.noticeId)
  const [judged] = await judgeNotices(tx, [noticeId], moment)
  if (judged === undefined) return { verdict: 'end', reason: 'done' }
  const { notice, judgement, policy } = judged
  if (judgement.verdict === 'drop') return { verdict: 'end', reason: judgement.reason }
  const employmentId = notice.talk?.employmentId ?? ''
  const unitId = (await unitsOf(tx, [employmentId], moment.today)).get(employmentId)
  const calendar = (await readCalendars(tx, [unitId], moment.zone)).of(policy, unitId)
  const hours = policy.sendWindow
  if (judgement.verdict === 'wait') {
    const tomorrow = calendar.instantOf(addDays(moment.today, 1), 0)
    const until = nextHandOver('single', noticeId, tomorrow, hours, calendar)
    return { verdict: 'wait', until, reason: judgement.reason }
  }
  const next = nextHandOver('single', noticeId, moment.now, hours, calendar)
  if (next > moment.now) return { verdict: 'wait', until: next, reason: null }
  const to = await readRecipient(tx, judgement.to[0] ?? '')
  if (to === null) return { verdict: 'end', reason: 'left' }
  const tr = notice.kind !== 'orientation' || unitId === undefined ? '' : await trOf(tx, unitId)
  const input = employeeInput(judged, tr, moment)
  return {
    verdict: 'send',
    to,
    content: employeeMail(input, to.language, settings),
    notices: [noticeId],
    replyTo: null,
    calendar: null,
  }
}
