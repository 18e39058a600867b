import { z } from 'zod'
import { mailStates } from '../../domain/notices/mail-outcome.ts'
import { isHrAnywhere } from '../../domain/permissions.ts'
import type { Block } from '../../mail/templates/content.ts'
import { MAILS_AT_ONCE, mailsPage } from '../../web/pages/mails.tsx'
import { personMailsPage } from '../../web/pages/person-mails.tsx'
import { type LetterBlock, printedMailsPage } from '../../web/pages/printed-mails.tsx'
import { notFound } from '../problem.ts'
import { listAllMails, listPersonMails, listPrintedMails, resendMail } from '../routes/mails.ts'
import { day, id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage } from './page.ts'

const mails = definePage({
  path: '/mails',
  query: z.object({
    state: z.enum(mailStates).or(z.literal('')).catch(''),
    search: z.string().trim().max(200).catch(''),
    on: z.string().catch(''),
    page: z.coerce.number().int().min(1).catch(1),
  }),
  show: async (request) => {
    const { state, search, page } = request.query
    const on = day.safeDecode(enteredDay(request.query.on)).data ?? ''
    const sized = (query: object) => ask(request, listAllMails, { query: { pageSize: 1, ...query } })
    const [found, refused, unknown, letters] = await Promise.all([
      sized({
        ...(state && { state }),
        ...(search && { search }),
        ...(on && { on }),
        page,
        pageSize: MAILS_AT_ONCE,
      }),
      sized({ state: 'refused' }),
      sized({ state: 'unknown' }),
      ask(request, listPrintedMails),
    ])
    return mailsPage(request.frame, {
      ...found,
      chosen: { state, search, on },
      refused: refused.total,
      unknown: unknown.total,
      letters: letters.length,
    })
  },
})

const personParams = z.object({ personId: id })

const personMails = definePage({
  path: '/people/:personId/mails',
  params: personParams,
  show: async (request) => {
    const { frame, params, person } = request
    const found = await ask(request, listPersonMails, { params })
    return personMailsPage(frame, {
      ...found,
      personId: params.personId,
      isOwn: params.personId === person.personId,
      isHr: isHrAnywhere(person),
    })
  },
})

const resending = defineForm({
  path: '/people/:personId/mails/:mailId/resending',
  page: personMails,
  params: personParams.extend({ mailId: id }),
  does: async (request) => {
    const { personId, mailId } = request.params
    const { way } = await ask(request, resendMail, { params: { mailId } })
    return {
      to: `/people/${personId}/mails`,
      notice: way === 'again' ? 'mail-queued-again' : 'mail-in-next-digest',
    }
  },
})

const printed = definePage({
  path: '/mails/printed',
  show: async (request) => {
    const { frame, person } = request
    const isHr = isHrAnywhere(person)
    if (!isHr && !frame.sections.includes('team')) throw notFound()
    const letters = await ask(request, listPrintedMails)
    return printedMailsPage(frame, {
      isHr,
      address: request.config.publicUrl,
      letters: letters.map(({ id: mailId, name, at, print }) => ({
        id: mailId,
        name,
        at,
        language: print.language,
        title: print.content.title,
        blocks: print.content.blocks.flatMap(onPaper),
      })),
    })
  },
})

/** Paper has no buttons and nothing attached; the page says once how to sign in. */
function onPaper(block: Block): LetterBlock[] {
  switch (block.kind) {
    case 'text':
      return block.onlyInMail ? [] : [block]
    case 'note':
    case 'facts':
      return [block]
    case 'button':
      return []
    case 'links':
      return [{ kind: 'found', names: block.links.map(({ label }) => label) }]
    case 'list':
      return [{ kind: 'list', heading: block.heading, lines: block.items.map(({ text }) => text) }]
  }
}

export const mailPages = [mails, printed, personMails]
export const mailForms = [resending]
