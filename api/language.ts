import type { Request, Response } from 'express'
import type { Language } from '../domain/language.ts'
import { languageAsked } from './errors.ts'
import { readCookies } from './session.ts'

const NAME = 'aarshjul-language'
const A_YEAR = 365 * 24 * 60 * 60

/** The language of somebody who is not signed in: what they chose here, else what their browser asks for. */
export function languageOf(req: Request, otherwise: Language): Language {
  const chosen = readCookies(req.headers.cookie)[NAME]
  return chosen === 'da' || chosen === 'en'
    ? chosen
    : languageAsked(req.headers['accept-language'], otherwise)
}

export function rememberLanguage(res: Response, language: Language): void {
  res.append('Set-Cookie', `${NAME}=${language}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${A_YEAR}`)
}
