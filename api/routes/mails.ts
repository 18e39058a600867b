import { z } from 'zod'
import { namesOf, noteReadingAbout } from '../../db/accesses.ts'
import { countMails, listMails } from '../../db/mail-list.ts'
import { isPersonOf, peopleToPrintFor } from '../../db/mail-people.ts'
import { readNoticeLog, readPrintedMails } from '../../db/outbox-log.ts'
import { readRecipient } from '../../db/outbox-people.ts'
import { failedMailFor, requeueMail } from '../../db/outbox-resend.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { betweenTheTwo } from '../../domain/notices/between-the-two.ts'
import { mailReasons, mailStates, mailTemplates, noticeStatuses } from '../../domain/notices/mail-outcome.ts'
import { resendRefusalSentences } from '../../domain/notices/resend-sentences.ts'
import { type ResendRefusal, resendingOf, resendRefusals } from '../../domain/notices/resend.ts'
import { isHrAnywhere, maySeeMails, unitsAsHr } from '../../domain/permissions.ts'
import { letter } from '../mail-schemas.ts'
import { pageAnswer, pageOf, pageQuery, skipped } from '../paging.ts'
import { notFound, refused } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant, line } from '../schemas.ts'
import { talkWhere } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const MOST_LISTED = 500

const reason = z.enum(mailReasons).nullable()
const mail = z.object({
  id,
  personId: id,
  name: z.string(),
  template: z.enum(mailTemplates),
  subject: z.string().nullable(),
  recipient: z.string().nullable(),
  state: z.enum(mailStates),
  reason,
  createdAt: instant,
  endedAt: instant.nullable(),
  resentAt: instant.nullable().meta({ description: 'When HR had it sent again' }),
  resentBy: z.string().nullable(),
  resending: z.union([
    z.object({ way: z.enum(['again', 'next-digest']) }),
    z.object({ refusal: z.enum(resendRefusals) }),
  ]),
  attempts: z.array(
    z.object({
      at: instant,
      outcome: z.enum(['sent', 'refused', 'deferred', 'unknown']),
      /** The server's code and a class of failure, never what the mail said. */
      answer: z.string(),
    }),
  ),
})

const notice = z.object({
  kind: z.string(),
  step: z.string(),
  audience: z.enum(['employee', 'leader', 'leaders-leader', 'hr']),
  status: z.enum(noticeStatuses),
  reason,
  decidedAt: instant,
  endedAt: instant.nullable(),
  /** Who was told; null while it waits, and where nobody was. */
  name: z.string().nullable(),
})

const printed = z.object({
  id,
  personId: id,
  name: z.string(),
  subject: z.string(),
  at: instant,
  print: letter,
})

export const listPersonMails = defineRoute({
  method: 'get',
  path: '/people/:personId/mails',
  summary:
    "Shows a person's mail log, for themselves and HR of their unit: what was sent, refused or dropped, and why.",
  params: z.object({ personId: id }),
  response: z.object({ name: z.string(), email: z.string().nullable(), mails: z.array(mail) }),
  handle: async ({ db, person, params, today }) => {
    const { personId } = params
    const isOwn = personId === person.personId
    if (!isOwn && !(await isPersonOf(db, personId, unitsAsHr(person), today))) throw notFound()
    const recipient = await readRecipient(db, personId)
    if (recipient === null) throw notFound()
    const mails = await listMails(
      db,
      { viewerId: person.personId, unitIds: null, personId },
      today,
      MOST_LISTED,
    )
    return { name: recipient.name, email: recipient.email, mails }
  },
})

export const listAllMails = defineRoute({
  method: 'get',
  path: '/mails',
  summary: 'Lists the mails to people of the units that the person is HR of, newest first, page by page.',
  query: z.object({
    state: z.enum(mailStates).optional(),
    search: line.optional().meta({ description: 'Part of a name or address' }),
    on: day.optional().meta({ description: 'Mails to which something last happened that day' }),
    ...pageQuery,
  }),
  response: z.object({ ...pageAnswer, mails: z.array(mail) }),
  handle: async ({ db, person, query, today, instantOf }) => {
    if (!isHrAnywhere(person)) throw notFound()
    const { state, search, on } = query
    const span = on === undefined ? {} : { from: instantOf(on, 0), before: instantOf(addDays(on, 1), 0) }
    const wish = { viewerId: person.personId, unitIds: unitsAsHr(person), state, search, ...span }
    const total = await countMails(db, wish, today)
    return {
      ...pageOf(query, total),
      mails: await listMails(db, wish, today, query.pageSize, skipped(query)),
    }
  },
})

export const resendMail = defineRoute({
  method: 'post',
  path: '/mails/:mailId/resending',
  summary:
    'Has a mail that was refused, or may not have arrived, sent again if there is still a reason for it.',
  params: z.object({ mailId: id }),
  response: z.object({ way: z.enum(['again', 'next-digest']) }),
  handle: async ({ db, person, params, today, now }) => {
    const { mailId } = params
    return db.$transaction(async (tx) => {
      const failed = await failedMailFor(tx, mailId)
      if (failed === null || !(await isPersonOf(tx, failed.personId, unitsAsHr(person), today)))
        throw notFound()
      const resending = resendingOf(failed)
      if ('refusal' in resending) throw notResent(resending.refusal)
      await requeueMail(tx, mailId, resending.way, { personId: person.personId, at: now })
      return resending
    })
  },
})

export const listPrintedMails = defineRoute({
  method: 'get',
  path: '/mails/printed',
  summary:
    'Gives the letters to people without a mail address, for their leader to print; HR sees those of their units, but for what is between the two.',
  response: z.array(printed),
  handle: async ({ db, person, today, now }) => {
    const whose = { personId: person.personId, unitIds: unitsAsHr(person) }
    const people = await peopleToPrintFor(db, whose, today)
    const known = new Map(people.map((one) => [one.personId, one]))
    const idsOf = (isLed: boolean) => people.flatMap((one) => (one.isLed === isLed ? one.personId : []))
    const letters = await readPrintedMails(db, { led: idsOf(true), others: idsOf(false) })
    const shown = letters.flatMap(({ print, template, ...about }) => {
      const { name = '', hasAddress } = known.get(about.personId) ?? {}
      // Whoever has an address by now gets mails; on paper comes alone that they have one.
      if (hasAddress && template !== 'address-change') return []
      return { ...about, name, print: print as z.output<typeof letter> }
    })
    for (const personId of new Set(shown.map((one) => one.personId)))
      await noteReadingAbout(db, { personId, what: 'letters', byPersonId: person.personId, at: now })
    return shown
  },
})

export const listTalkNotices = defineRoute({
  method: 'get',
  path: '/talks/:talkId/notices',
  summary: 'Shows what was told about a talk, to which role and with what outcome, for HR.',
  params: talkParams,
  response: z.array(notice),
  handle: async (request) => {
    const { talk } = await talkWhere(request, request.params.talkId, maySeeMails)
    const log = await readNoticeLog(request.db, talk.id)
    const shown = log.filter(({ kind }) => !betweenTheTwo.includes(kind))
    const names = await namesOf(
      request.db,
      shown.flatMap(({ personId }) => personId ?? []),
    )
    return shown.map(({ personId, ...entry }) => ({
      ...entry,
      name: personId === null ? null : (names.get(personId) ?? null),
    }))
  },
})

export const mailRoutes = [listPersonMails, listAllMails, resendMail, listPrintedMails, listTalkNotices]

function notResent(refusal: ResendRefusal) {
  return refused(refusal, resendRefusalSentences[refusal])
}
