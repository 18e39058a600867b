import type { Request, Response } from 'express'
import type { Frame } from '../../web/frame.ts'
import { createBegin, type SignedInBegun } from '../begin.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../problem.ts'
import { frameOf, openFrame } from './frame.ts'

/** Whoever is signed in; null where nobody is. */
export async function signedInOrNull(
  context: AppContext,
  req: Request,
  res: Response,
): Promise<SignedInBegun | null> {
  try {
    return await createBegin(context).signedIn(req, res)
  } catch (error) {
    if (error instanceof Problem && error.code === 'signed-out') return null
    throw error
  }
}

/** The frame of a page that is for everybody: with the name of whoever is signed in. */
export async function frameForAnybody(context: AppContext, req: Request, res: Response): Promise<Frame> {
  const begun = await signedInOrNull(context, req, res)
  return begun ? frameOf(context, begun, req, null) : openFrame(context, req)
}
