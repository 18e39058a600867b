import type { Request, Response } from 'express'
import type { Config } from '../config/config.ts'
import type { Language } from '../domain/language.ts'
import { languageAsked } from './errors.ts'
import { cookieOf, readCookie, readCookies, setCookie } from './cookies.ts'

const NAME = 'aarshjul-language'
const A_YEAR = 365 * 24 * 60 * 60

/** The language of somebody who is not signed in: what they chose here, else what their browser asks for. */
export function languageOf(req: Request, config: Config): Language {
  const chosen = readCookie(config, readCookies(req.headers.cookie), NAME)
  return chosen === 'da' || chosen === 'en'
    ? chosen
    : languageAsked(req.headers['accept-language'], config.defaultLanguage)
}

export function rememberLanguage(config: Config, res: Response, language: Language): void {
  setCookie(res, cookieOf(config, NAME, language, A_YEAR))
}
