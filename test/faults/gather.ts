import { toDay } from '../../db/days.ts'
import type { CalendarMailData } from '../../db/outbox.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import type { Evidence, Saved, SeenEvent } from './evidence.ts'
import type { Installation } from './installation.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { ReceivedMail } from '../support/smtp.ts'
import type { Json, People } from './people.ts'
import { recordsOf } from './personnel-file.ts'
import { readEngine } from './read-engine.ts'

/** Reads everything that the checker asks about, once nothing is broken any more. */
export async function gather(
  { db, client, taskQueue, player, smtp, personnelFile }: Installation,
  people: People,
  hr: TestPerson,
  saved: Saved[],
  roster: Evidence['roster'],
  due: Evidence['due'],
): Promise<Evidence> {
  const talks = await db.talk.findMany({ orderBy: { id: 'asc' } })
  const mails = await db.mail.findMany({ include: { tries: { orderBy: { at: 'asc' } } } })
  const appointments = await db.appointment.findMany({ select: { id: true, startsAt: true } })
  const startsAt = new Map(appointments.map((one) => [one.id, one.startsAt.getTime()]))
  const notices = await db.notice.findMany()
  const obligations = await db.obligation.findMany()
  const shown: Json[] = [
    await people.get(hr, '/mails?state=refused&pageSize=200'),
    await people.get(hr, '/mails?state=unknown&pageSize=200'),
  ]
  return {
    at: await player.now(),
    talks: talks.map((talk) => ({
      id: talk.id,
      roundId: talk.roundId,
      employmentId: talk.employmentId,
      status: talk.status,
      outcome: talk.outcome,
      version: talk.version,
      disagrees: talk.disagrees,
      nextDueAt: talk.nextDueAt?.getTime() ?? null,
      isClosed: talk.closedAt !== null,
    })),
    roster,
    due,
    ...(await readEngine(
      client,
      taskQueue,
      talks.map(({ id }) => id),
    )),
    obligations: obligations.map(({ talkId, obligation, subject, occurrence, dueOn }) => ({
      talkId,
      obligation,
      subject,
      occurrence,
      dueOn: toDay(dueOn),
    })),
    notices: notices.map((notice) => ({
      ...notice,
      decidedAt: notice.decidedAt.getTime(),
      endedAt: notice.endedAt?.getTime() ?? null,
    })),
    mails: mails.map((mail) => ({
      id: mail.id,
      key: mail.key,
      lane: mail.lane,
      status: mail.status,
      reason: mail.reason,
      messageId: mail.messageId,
      recipient: mail.recipient,
      personId: mail.personId,
      notBeforeAt: mail.notBeforeAt.getTime(),
      createdAt: mail.createdAt.getTime(),
      endedAt: mail.endedAt?.getTime() ?? null,
      attempts: mail.tries.map(({ outcome }) => outcome),
      event:
        mail.template === 'calendar' ? eventOf(mail.data as unknown as CalendarMailData, startsAt) : null,
    })),
    received: smtp.received.map(({ at, to, email }) => ({
      at,
      to,
      messageId: email.messageId ?? '',
      readable: readableIn(email),
    })),
    shownToHr: shown.flatMap((page) => page.mails.map((mail: Json) => mail.id)),
    people: await readPeople(db),
    plans: await db.planVersion
      .findMany()
      .then((rows) => rows.map(({ id, status }) => ({ versionId: id, status }))),
    filings: await db.journalEntry
      .findMany()
      .then((rows) => rows.map(({ planVersionId, status }) => ({ versionId: planVersionId, status }))),
    records: await recordsOf(personnelFile),
    decisions: await db.auditEntry
      .findMany({ select: { subject: true, decisionId: true } })
      .then((rows) => rows.filter(({ decisionId }) => decisionId.startsWith('update:'))),
    topics: await db.topic.findMany({ select: { talkId: true, text: true } }),
    asked: people.asked,
    saved,
  }
}

/** Long lines of a calendar event are folded; they are read as one. */
function readableIn({ subject, text, html, attachments }: ReceivedMail['email']): string {
  const attached = attachments.map(({ content }) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  )
  return [subject, text, html, ...attached].join('\n').replaceAll(/\r?\n[ \t]/g, '')
}

function eventOf(data: CalendarMailData, startsAt: ReadonlyMap<string, Instant>): SeenEvent {
  const { talkId, method, sequence, appointmentId } = data
  const party = data.formerPersonId === undefined ? data.party : 'former'
  return { talkId, party, method, sequence, startsAt: startsAt.get(appointmentId) ?? 0 }
}

async function readPeople(db: Installation['db']): Promise<Evidence['people']> {
  const jobs = await db.employment.findMany({
    include: { person: true, leaves: true, reportsTo: { include: { leader: true } } },
  })
  const hr = await db.roleGrant.findMany({ where: { role: 'hr' }, select: { personId: true } })
  return jobs.map(({ id, personId, person, lastDay, leaves, reportsTo }) => ({
    personId,
    employmentId: id,
    email: person.email ?? '',
    isHr: hr.some((grant) => grant.personId === personId),
    lastDay: lastDay && toDay(lastDay),
    leaves: leaves.map(({ fromOn, toOn }) => ({ from: toDay(fromOn), to: toOn && toDay(toOn) })),
    leaders: reportsTo.map(({ leader, fromOn, toOn }) => ({
      personId: leader.personId,
      from: toDay(fromOn),
      to: toOn && toDay(toOn),
    })),
  }))
}
