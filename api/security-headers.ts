import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config/config.ts'
import { isSecure } from './cookies.ts'

/** What every answer carries, whatever it is: a page, a file, an error. */
export function securityHeaders({ publicUrl }: Config): RequestHandler[] {
  const isOverHttps = isSecure(publicUrl)
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          ...(isOverHttps && { upgradeInsecureRequests: [] }),
        },
      },
      strictTransportSecurity: isOverHttps && { maxAge: 31_536_000, includeSubDomains: false },
      // 'no-referrer' would make browsers send forms with the origin 'null'.
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      crossOriginEmbedderPolicy: false,
    }),
    (_req, res, next) => {
      res.set('Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', '))
      next()
    },
  ]
}

/** What one person may see must not be kept for the next one at the same browser. */
export const neverKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

/** Nothing here asks for any of it. */
const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
