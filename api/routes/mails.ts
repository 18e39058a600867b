import { z } from 'zod'
import { namesOf } from '../../db/accesses.ts'
import { failedMails, isPersonOf, peopleToPrintFor } from '../../db/mail-people.ts'
import { readMailLog, readNoticeLog, readPrintedMails } from '../../db/outbox-log.ts'
import { mailReasons, mailStatuses, noticeStatuses } from '../../domain/notices/mail-outcome.ts'
import { maySeeMails } from '../../domain/permissions.ts'
import { notFound } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { id, instant } from '../schemas.ts'
import { talkWhere } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const MOST_LISTED = 500

const reason = z.enum(mailReasons).nullable()
const mail = z.object({
  id,
  template: z.string(),
  subject: z.string().nullable(),
  recipient: z.string().nullable(),
  status: z.enum(mailStatuses),
  reason,
  createdAt: instant,
  endedAt: instant.nullable(),
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
  /** The letter as its template made it: names, dates and links. */
  print: z.record(z.string(), z.unknown()).nullable(),
})

export const mailRoutes = [
  defineRoute({
    method: 'get',
    path: '/people/:personId/mails',
    summary:
      "Shows a person's mail log, for themselves and HR of their unit: what was sent, refused or dropped, and why.",
    params: z.object({ personId: id }),
    response: z.array(mail),
    handle: async ({ db, person, params, today }) => {
      const { personId } = params
      const isOwn = personId === person.personId
      if (!isOwn && !(await isPersonOf(db, personId, [...person.units.hr], today))) throw notFound()
      return readMailLog(db, personId, MOST_LISTED)
    },
  }),
  defineRoute({
    method: 'get',
    path: '/talks/:talkId/notices',
    summary: 'Shows what was told about a talk, to which role and with what outcome, for HR.',
    params: talkParams,
    response: z.array(notice),
    handle: async (request) => {
      const { talk } = await talkWhere(request, request.params.talkId, maySeeMails)
      const log = await readNoticeLog(request.db, talk.id)
      const names = await namesOf(
        request.db,
        log.flatMap(({ personId }) => personId ?? []),
      )
      return log.map(({ personId, ...line }) => ({
        ...line,
        name: personId === null ? null : (names.get(personId) ?? null),
      }))
    },
  }),
  defineRoute({
    method: 'get',
    path: '/mails/failed',
    summary:
      'Lists the mails that were refused or may not have arrived, to people of the units the person is HR of.',
    response: z.array(
      z.object({
        id,
        personId: id,
        name: z.string(),
        template: z.string(),
        subject: z.string().nullable(),
        recipient: z.string().nullable(),
        status: z.enum(['refused', 'unknown']),
        reason,
        at: instant,
      }),
    ),
    handle: async ({ db, person, today }) => {
      const mails = await failedMails(db, [...person.units.hr], today, MOST_LISTED)
      return mails.map(({ at, ...rest }) => ({ ...rest, at: at.getTime() }))
    },
  }),
  defineRoute({
    method: 'get',
    path: '/mails/printed',
    summary:
      'Gives the letters to people without a mail address, for their leader to print; HR sees those of their units.',
    response: z.array(printed),
    handle: async ({ db, person, today }) => {
      const whose = { employmentIds: person.employmentIds, unitIds: [...person.units.hr] }
      const people = await peopleToPrintFor(db, whose, today)
      const names = new Map(people.map(({ personId, name }) => [personId, name]))
      const letters = await readPrintedMails(db, [...names.keys()])
      return letters.map(({ print, ...letter }) => ({
        ...letter,
        name: names.get(letter.personId) ?? '',
        print: print as Record<string, unknown> | null,
      }))
    },
  }),
]
