import { type Request, type Response, Router } from 'express'
import { retentionMonths } from '../db/retention-rules.ts'
import { processingLines } from '../domain/inventory/processing-record.ts'
import { PRIVACY_PATH } from '../web/page.tsx'
import { privacyPage } from '../web/pages/privacy.tsx'
import type { AppContext } from './context.ts'
import { sendPage } from './pages/send-page.ts'
import { frameForAnybody } from './pages/whoever.ts'

/** The notice on what is known about people: for everybody, signed in or not. */
export function createPrivacyPage(context: AppContext): Router {
  const router = Router()
  router.get(PRIVACY_PATH, showPrivacy(context))
  return router
}

function showPrivacy(context: AppContext) {
  return async (req: Request, res: Response): Promise<void> => {
    const frame = await frameForAnybody(context, req, res)
    const months = await retentionMonths(context.db)
    const lines = processingLines(frame.language, months).filter(({ isPersonal }) => isPersonal)
    const { dataProtectionContact: protectionContact } = context.config
    sendPage(res, 200, privacyPage(frame, { lines, protectionContact }))
  }
}
