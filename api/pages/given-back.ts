import type { Request, Response } from 'express'
import type { Frame } from '../../web/frame.ts'
import { notNowPage } from '../../web/pages/error.tsx'
import type { AppContext } from '../context.ts'
import { nameOfError, withStatus } from '../errors.ts'
import { notNow } from '../problem.ts'
import { openFrame } from './frame.ts'
import { entered, savesBesides } from './sent.ts'
import { sendPage } from './send-page.ts'

/**
 * Answers a form that was sent while the database is away, and asks nothing of it: what was typed stands on the page with
 * its key, to be sent again, and is done once.
 */
export async function giveBack(
  context: AppContext,
  req: Request,
  res: Response,
  { error, fileName }: { error: unknown; fileName: string },
): Promise<void> {
  const { status, code, sentences } = notNow()
  req.log.error({ code, ...nameOfError(error) }, 'a form failed')
  if (savesBesides(req)) {
    withStatus(res, status).json({ code })
    return
  }
  const frame = await frameWithoutDatabase(context, req, res)
  const sent = { entered: entered(req), action: req.path, fileName }
  sendPage(res, status, notNowPage(frame, { code, sentence: sentences[frame.language] }, sent))
}

/** The frame of a page for whoever it may be, in their language where that was known already. */
export async function frameWithoutDatabase(context: AppContext, req: Request, res: Response): Promise<Frame> {
  const frame = await openFrame(context, req)
  return { ...frame, language: res.locals.language ?? frame.language }
}
