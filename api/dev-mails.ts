import { type Request, type Response, Router } from 'express'
import { formatDayAndTime } from '../domain/calendar/format.ts'
import type { Language } from '../domain/language.ts'
import type { MailPlace } from '../mail/templates/content.ts'
import { devMailsPage } from '../web/pages/dev-mails.tsx'
import type { AppContext } from './context.ts'
import { openFrame } from './pages/frame.ts'
import { sendPage } from './pages/send-page.ts'
import { notFound } from './problem.ts'

/**
 * /dev/mails: every mail the service has written to its outbox folder, and a sample of each template. Only where mails
 * go to that folder (embedded mode): it shows what belongs to others.
 */
export function createDevMails(context: AppContext): Router {
  const router = Router()
  const { sink } = context.config.mail
  if (!hasDevMails(context.config) || sink.kind !== 'outbox') return router
  const pages = pagesOf(context, sink.folder)
  router.get('/dev/mails', pages.list)
  router.get('/dev/mails/sent/:name', pages.sent)
  router.get('/dev/mails/sent/:name/:part', pages.sentPart)
  router.get('/dev/mails/samples/:name/:language', pages.sample)
  return router
}

/** Whether the mails that were "sent" can be looked at here. */
export function hasDevMails({ mode, mail }: AppContext['config']): boolean {
  return mode !== 'production' && mail.sink.kind === 'outbox'
}

function pagesOf(context: AppContext, folder: string) {
  const { config, localTime } = context
  const place: MailPlace = config
  const mailOf = async ({ params }: Request) => {
    const mail = (await listSent(folder)).find(({ name }) => name === params.name)
    if (mail === undefined) throw notFound()
    return mail
  }
  return {
    list: async (req: Request, res: Response) => {
      const frame = await openFrame(context, req)
      const sent = (await listSent(folder)).map(({ name, sentAt, to, subject, calendar }) => {
        const { on, minutes } = localTime(sentAt)
        const shownAt = formatDayAndTime(on, minutes, frame.language)
        return { name, sentAt: shownAt, to: to.name || to.address, subject, hasCalendar: calendar !== null }
      })
      sendPage(res, 200, devMailsPage(frame, { sent, samples: await sampleLines(place) }))
    },
    sent: async (req: Request, res: Response) => sendMail(res, (await mailOf(req)).html),
    sentPart: async (req: Request, res: Response) => {
      const mail = await mailOf(req)
      const part = req.params.part === 'calendar' ? mail.calendar : mail.text
      res.type('text/plain').send(part ?? '')
    },
    sample: async (req: Request, res: Response) => {
      const { mailSamples } = await import('../mail/templates/samples.ts')
      const { layOut } = await import('../mail/templates/layout.ts')
      const language: Language = req.params.language === 'en' ? 'en' : 'da'
      const sample = mailSamples.find(({ name }) => name === req.params.name)
      if (sample === undefined) throw notFound()
      sendMail(res, (await layOut(sample.contentOf(language, place), language, place)).html)
    },
  }
}

// Loaded when first asked for: the programs that lay mails out are large, and production never asks.
async function listSent(folder: string) {
  const { listOutbox } = await import('../mail/outbox-folder.ts')
  return listOutbox(folder)
}

async function sampleLines(place: MailPlace) {
  const { mailSamples } = await import('../mail/templates/samples.ts')
  return mailSamples.map(({ name, contentOf }) => ({
    name,
    subjects: (['da', 'en'] as const).map((language) => ({
      language,
      subject: contentOf(language, place).subject,
    })),
  }))
}

/** A mail brings its own styles, and no mail needs more than those. */
function sendMail(res: Response, html: string): void {
  res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
  res.type('html').send(html)
}
