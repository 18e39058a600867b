import type { RequestHandler } from 'express'
import type { Config } from '../config/config.ts'
import { isThisMachine } from '../config/connections.ts'
import { wrongHost, wrongOrigin } from './problem.ts'

type Where = Pick<Config, 'publicUrl' | 'mode'>

/**
 * Refuses what another site makes a signed-in browser send. Browsers name the site in Sec-Fetch-Site and Origin; a
 * program that sends neither carries no cookie but its own. Outside production the service may be reached under
 * another name of this machine's than its own, such as 127.0.0.1.
 */
export function refuseOtherOrigins({ publicUrl, mode }: Where): RequestHandler {
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

/**
 * Outside production nobody need sign in to read the mails: a site whose name is made to lead to this machine would be
 * one origin with us. In production a proxy stands in front, which knows its names.
 */
export function refuseOtherHosts({ publicUrl, mode }: Where): RequestHandler {
  const own = new URL(publicUrl).hostname
  return (req, _res, next) => {
    const host = nameIn(req.get('host') ?? '')
    next(mode === 'production' || host === own || isThisMachine(host) ? undefined : wrongHost())
  }
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Without the port; what is no host is none of ours. */
function nameIn(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '?'
}
