import { randomUUID } from 'node:crypto'
import compression from 'compression'
import express, { type Express } from 'express'
import { pinoHttp } from 'pino-http'
import { withViewer } from '../db/viewer.ts'
import { createAssets } from './assets.ts'
import type { AppContext } from './context.ts'
import { createDevMails } from './dev-mails.ts'
import { createDocs } from './docs.ts'
import { answerErrors, answerNothingHere } from './errors.ts'
import { createHealth } from './health.ts'
import { refuseOtherHosts, refuseOtherOrigins } from './origin.ts'
import { neverKept, securityHeaders } from './security-headers.ts'
import { forms, pages } from './pages/index.ts'
import { answerPageErrors } from './pages/page-errors.ts'
import { createPages } from './pages/router.ts'
import { createProviderSignOut } from './provider-sign-out.ts'
import { createPrivacyPage } from './privacy-page.ts'
import { createRouter } from './router.ts'
import { routes } from './routes/index.ts'
import { createSignInLimits, defaultTries, type SignInTries } from './sign-in-limits.ts'
import { createSignInPages } from './sign-in-pages.ts'

/** The whole service as one express app; it does not listen. */
export function createApp(context: AppContext, tries: SignInTries = defaultTries): Express {
  const app = express()
  app.disable('x-powered-by')
  // What the declared proxies tell counts for the rate limits; a longer list could be made up by anybody.
  app.set('trust proxy', context.config.trustedProxies)
  app.use((_req, _res, next) => withViewer(next))
  app.use(logRequests(context))
  app.use(context.metrics.watch)
  app.use(securityHeaders(context.config))
  app.use(refuseOtherHosts(context.config))
  app.use(compression())
  app.use(createAssets())
  app.use(neverKept)
  app.use(createHealth(context))
  app.use(createDocs(routes, context.config.publicUrl))
  // A provider's program has no cookie that another site could use, and brings a proof of its own: from wherever it says it comes.
  app.use(createProviderSignOut(context))
  app.use(refuseOtherOrigins(context.config))
  const limits = createSignInLimits(tries)
  app.post('/api/v1/sign-in', ...limits.asking)
  app.post('/api/v1/session', ...limits.using)
  app.use('/api/v1', createRouter(context, routes))
  app.use(createSignInPages(context, limits))
  app.use(createPrivacyPage(context))
  app.use(createDevMails(context))
  app.use(createPages(context, pages, forms))
  app.use(answerNothingHere)
  app.use(answerPageErrors(context))
  app.use(answerErrors(context.config.defaultLanguage))
  return app
}

/** Ids, address, status and duration; never a query, a header, a body or an address of a person. */
function logRequests({ log }: AppContext) {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: ({ url }) => url?.startsWith('/health/') ?? false },
    serializers: {
      req: ({ id, method, url }) => ({ id, method, url: withoutSecrets(url) }),
      res: ({ statusCode }) => ({ statusCode }),
      err: ({ type }) => ({ type }),
    },
  })
}

/** A sign-in link's token stands in its address. */
function withoutSecrets(url: string): string {
  const path = url.split('?')[0] ?? ''
  return path.replace(/^\/sign-in\/.+/, '/sign-in/…')
}
