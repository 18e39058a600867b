import type { RequestHandler } from 'express'
import type { Config } from '../config/config.ts'
import { wrongOrigin } from './problem.ts'

/**
 * Refuses what another site makes a signed-in browser send. Browsers name the site in Sec-Fetch-Site and Origin; a
 * program that sends neither carries no cookie but its own. Outside production the service may be reached under
 * another name than its own, such as 127.0.0.1.
 */
export function refuseOtherOrigins({ publicUrl, mode }: Config): RequestHandler {
  const own = new URL(publicUrl).origin
  return (req, _res, next) => {
    if (readingMethods.has(req.method)) {
      next()
      return
    }
    const site = req.get('sec-fetch-site')
    const origin = req.get('origin')
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
    const isOwnOrigin =
      origin === undefined || origin === own || (mode !== 'production' && hostOf(origin) === req.get('host'))
    next(isOwnSite && isOwnOrigin ? undefined : wrongOrigin())
  }
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
