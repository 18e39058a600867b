import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { isDatabaseAway } from '../db/away.ts'
import type { Language } from '../domain/language.ts'
import { notFound, notNow, Problem, type Sentences, wrongInput } from './problem.ts'

/** The language a person reads in where it is not known: what the browser asks for first, else the installation's. */
export function languageAsked(header: string | undefined, otherwise: Language): Language {
  const first = header?.trim().slice(0, 2).toLowerCase()
  return first === 'da' || first === 'en' ? first : otherwise
}

/** The one place that turns errors into answers: problem details as of RFC 9457. */
export function answerErrors(defaultLanguage: Language): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const language: Language =
      res.locals.language ?? languageAsked(req.headers['accept-language'], defaultLanguage)
    const problem = problemOf(error, language)
    if (problem.status >= 500) req.log.error({ code: problem.code, ...nameOfError(error) }, 'request failed')
    sendProblem(res, problem, language)
  }
}

/** An address that no route answers. */
export const answerNothingHere: RequestHandler = (_req, _res, next) => next(notFound())

/** Whoever gets a 503, a program above all, is told when to come again. */
export function withStatus(res: Response, status: number): Response {
  if (status === 503) res.set('Retry-After', RETRY_AFTER_SECONDS)
  return res.status(status)
}

const RETRY_AFTER_SECONDS = '5'

function sendProblem(res: Response, problem: Problem, language: Language): void {
  const { status, code, sentences, more } = problem
  const sentence = sentences[language]
  withStatus(res, status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:aarshjul:problem:${code}`,
        title: sentence,
        status,
        code,
        sentence,
        ...(status === 500 && { id: res.req.id }),
        ...more,
      }),
    )
}

/** Why a request was not done, whatever was thrown. */
export function problemOf(error: unknown, language: Language): Problem {
  if (error instanceof Problem) return error
  if (isDatabaseAway(error)) return notNow()
  const status = statusOf(error)
  if (status === 413) return new Problem(413, 'too-large', tooLarge)
  // What express's own body and path readers complain about.
  if (status !== null && status >= 400 && status < 500) return unreadable(language)
  return new Problem(500, 'unknown', unknown)
}

function unreadable(language: Language): Problem {
  const fields = [{ place: 'body', value: null, expected: 'JSON', sentence: notJson[language] }]
  return wrongInput(fields)
}

function statusOf(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' ? status : null
}

/** An error's message may hold what people wrote: logs carry its name and where it was thrown. */
export function nameOfError(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const at = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const code = (error as { code?: unknown }).code
  return { error: typeof code === 'string' ? `${error.name} ${code}` : error.name, at: at.slice(0, 8) }
}

const notJson: Sentences = {
  da: 'Indholdet skal være JSON.',
  en: 'The body must be JSON.',
}

const tooLarge: Sentences = {
  da: 'Det, der blev sendt, fylder for meget.',
  en: 'What was sent is too large.',
}

const unknown: Sentences = {
  da: 'Noget gik galt hos os. Prøv igen, og giv HR nummeret herunder, hvis det sker igen.',
  en: 'Something went wrong on our side. Try again, and give HR the number below if it happens again.',
}
