import type { Response } from 'express'
import { withStatus } from '../errors.ts'

export function sendPage(res: Response, status: number, html: string): void {
  withStatus(res, status).type('html').send(html)
}
