import type { Request } from 'express'
import type { Entered } from '../../web/frame.ts'

/** The fields of the form that a browser has sent, once they were read. */
export function entered(req: Request): Entered {
  return (req.body ?? {}) as Entered
}

/** The page's script saves what is being written while the person goes on. */
export function savesBesides(req: Request): boolean {
  return req.get('accept') === 'application/json'
}
