import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import type { Entered, GuardFinding, SentForm, ShownProblem } from '../../web/frame.ts'
import { isNoticeCode } from '../../web/texts/notices.ts'
import { errorPage, expiredPage } from '../../web/pages/error.tsx'
import type { SignedInBegun } from '../begin.ts'
import type { AppContext } from '../context.ts'
import { isDatabaseAway } from '../../db/away.ts'
import { nameOfError, problemOf, withStatus } from '../errors.ts'
import { notFound, Problem } from '../problem.ts'
import { frameOf, openFrame } from './frame.ts'
import { giveBack } from './given-back.ts'
import {
  type Form,
  type FormFields,
  type FormRequest,
  type Page,
  type PageRequest,
  readFields,
} from './page.ts'
import { sendPage } from './send-page.ts'
import { entered, savesBesides } from './sent.ts'
import { readFieldsBesideFile, readUpload, type Upload } from './upload.ts'
import { rememberWay } from './way-back.ts'
import { signedInOrNull } from './whoever.ts'

/** All pages and forms as an express router, to be mounted at the root. */
export function createPages(context: AppContext, pages: readonly Page[], forms: readonly Form[]): Router {
  const router = Router()
  const readBody = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5_000 })
  for (const page of pages) router.get(page.path, answerPage(context, page))
  for (const form of forms) router.post(form.path, readBody, answerForm(context, form))
  return router
}

function answerPage(context: AppContext, page: Page) {
  return async (req: Request, res: Response): Promise<void> => {
    const begun = await signedInOrNull(context, req, res)
    if (begun === null) {
      rememberWay(context.config, res, req.originalUrl)
      res.redirect(303, '/sign-in')
      return
    }
    sendPage(res, 200, await page.show(await pageRequest(context, page, begun, req, req, null)))
  }
}

function answerForm(context: AppContext, form: Form) {
  return async (req: Request, res: Response): Promise<void> => {
    let begun: SignedInBegun | null
    try {
      begun = await signedInOrNull(context, req, res)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      await giveBack(context, req, res, { error, ...(await readFieldsBesideFile(req)) })
      return
    }
    if (begun !== null) await doForm(context, form, begun, req, res)
    else if (savesBesides(req)) res.status(401).json({ code: 'signed-out' })
    else {
      const { fileName } = await readFieldsBesideFile(req)
      const frame = await openFrame(context, req)
      sendPage(res, 401, expiredPage(frame, { entered: entered(req), action: req.path, fileName }))
    }
  }
}

async function doForm(
  context: AppContext,
  form: Form,
  begun: SignedInBegun,
  req: Request,
  res: Response,
): Promise<void> {
  // A file is read only from somebody who is signed in.
  const file = await readUpload(req)
  try {
    await tryForm(context, form, begun, { req, res, file })
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    await giveBack(context, req, res, { error, fileName: file.name })
  }
}

/** Does what a form asks; what cannot be done comes back filled, with the reason on top (status as the api's). */
async function tryForm(
  context: AppContext,
  form: Form,
  begun: SignedInBegun,
  { req, res, file }: { req: Request; res: Response; file: Upload },
): Promise<void> {
  const fields = readFields(entered(req))
  const keyed = { ...begun, idempotencyKey: fields.text('key') || null }
  const params = readAddress(form.params, req.params)
  try {
    const despiteWarnings = fields.has('despiteWarnings')
    const request: FormRequest = { ...keyed, params, entered: fields, despiteWarnings, file }
    const done = await form.does(request)
    if ('page' in done) {
      sendPage(res, 200, done.page(await frameOf(context, begun, req, null)))
      return
    }
    if ('again' in done) {
      await showAgain(context, form, begun, {
        req,
        res,
        fields: readFields(done.again),
        params,
        problem: null,
      })
      return
    }
    const { to, notice, fields: changed = {} } = done
    if (savesBesides(req)) res.json({ fields: changed })
    else res.redirect(303, notice ? `${to}${to.includes('?') ? '&' : '?'}done=${notice}` : to)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    const problem = asProblem(error, begun)
    if (savesBesides(req)) withStatus(res, problem.status).json({ code: problem.code })
    else await answerInVain(context, form, begun, { req, res, fields, params, problem })
  }
}

interface SentInVain {
  readonly req: Request
  readonly res: Response
  readonly fields: FormFields
  readonly params: unknown
  /** Null where the form itself is to come back. */
  readonly problem: Problem | null
}

/** Where the form's page is not the person's any more, what they wrote stands on the page that says so. */
async function answerInVain(
  context: AppContext,
  form: Form,
  begun: SignedInBegun,
  sent: SentInVain & { readonly problem: Problem },
): Promise<void> {
  try {
    if (sent.problem.status === 404) throw sent.problem
    await showAgain(context, form, begun, sent)
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error
    const frame = await frameOf(context, begun, sent.req, null)
    const html = errorPage(frame, error.sentences[frame.language], error, writtenIn(sent.fields.fields))
    sendPage(sent.res, 404, html)
  }
}

/** The form's page with everything that was typed. */
async function showAgain(
  context: AppContext,
  form: Form,
  begun: SignedInBegun,
  { req, res, fields, params, problem }: SentInVain,
): Promise<void> {
  const sent: SentForm = {
    action: req.path,
    entered: fields.fields,
    problem: problem && shownProblem(problem, form.names(params), begun.language),
  }
  // Unconfirmed, the same form may be sent again: under the same key it is done only once.
  const key = problem?.status === 503 ? fields.text('key') : randomUUID()
  const address = { params: req.params, query: form.pageQuery(fields) }
  const request = await pageRequest(context, form.page, begun, req, address, { sent, key, problem })
  sendPage(res, problem?.status ?? 200, await form.page.show(request))
}

/** What a person may miss of a form: not what the form says of itself, nor ids. */
function writtenIn(fields: Entered): string[] {
  const isForm = (name: string) => ['key', 'do', 'version', 'despiteWarnings'].includes(name)
  const isWriting = (text: string) => /\p{L}/u.test(text) && !z.uuid().safeParse(text).success
  return Object.entries(fields)
    .filter(([name]) => !isForm(name))
    .flatMap(([, value]) => value)
    .filter(isWriting)
}

interface Failed {
  readonly sent: SentForm
  readonly key: string
  readonly problem: Problem | null
}

async function pageRequest(
  context: AppContext,
  page: Page,
  begun: SignedInBegun,
  req: Request,
  address: { readonly params: unknown; readonly query: unknown },
  failed: Failed | null,
): Promise<PageRequest> {
  const params = readAddress(page.params, address.params)
  const query = readAddress(page.query, address.query)
  const { done } = req.query
  const frame = await frameOf(context, begun, req, isNoticeCode(done) ? done : null)
  return {
    ...begun,
    params,
    query,
    problem: failed?.problem ?? null,
    frame: failed ? { ...frame, sent: failed.sent, key: failed.key } : frame,
  }
}

/** An address that means nothing is one where nothing is. */
function readAddress(schema: z.ZodType, value: unknown): unknown {
  const read = schema.safeParse(value)
  if (!read.success) throw notFound()
  return read.data
}

function asProblem(error: unknown, { log, language }: SignedInBegun): Problem {
  if (!(error instanceof Problem)) log.error(nameOfError(error), 'a form failed')
  return problemOf(error, language)
}

/** The api names places of its own ('body.startsAt'); a page names its inputs. */
function shownProblem(
  problem: Problem,
  names: Readonly<Record<string, string>>,
  language: Language,
): ShownProblem {
  const { fields = [], warnings = [] } = problem.more as {
    fields?: readonly { place: string; expected: string; sentence: string }[]
    warnings?: readonly GuardFinding[]
  }
  return {
    code: problem.code,
    sentence: problem.sentences[language],
    fields: fields.map(({ place, expected, sentence }) => {
      // A line of a file is a place in the field where it was chosen.
      const name = place.replace(/^(?:body|params|query)\.?/, '').replace(/^file\.line \d+$/, 'file')
      // A member of a list is written in the list's own field.
      const list = name.replace(/\.\d+(?:\..+)?$/, '')
      const said = expected === 'date' ? asPeopleWriteDays(sentence, language) : sentence
      return { name: names[name] ?? names[list] ?? name, sentence: said }
    }),
    warnings,
  }
}

/** The api names days as its callers send them ('2027-02-26'); in a Danish form people write '26.02.2027'. */
function asPeopleWriteDays(sentence: string, language: Language): string {
  return language === 'da' ? sentence.replace(/\b(\d{4})-(\d{2})-(\d{2})\b(?!T)/g, '$3.$2.$1') : sentence
}
