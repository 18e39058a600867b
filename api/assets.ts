import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Response, Router } from 'express'
import type { Assets } from '../web/frame.ts'

const dkfds = dirname(dirname(createRequire(import.meta.url).resolve('dkfds')))
const own = fileURLToPath(new URL('../web/', import.meta.url))

/** The design system's own font rules name eight files; pages use two weights (own style sheet). */
const withoutFonts = (css: string) =>
  css.replace(/@font-face\{[^}]*\}/g, '').replace(/\/\*# source[^*]*\*\//g, '')

const files = {
  'css/dkfds.css': withoutFonts(readFileSync(join(dkfds, 'css/dkfds.min.css'), 'utf8')),
  'css/aarshjul.css': readFileSync(join(own, 'style/aarshjul.css'), 'utf8'),
  'js/aarshjul.js': readFileSync(join(own, 'browser/aarshjul.js'), 'utf8'),
} as const

const addressOf = (name: keyof typeof files) =>
  `/assets/${name}?v=${createHash('sha256').update(files[name]).digest('hex').slice(0, 12)}`

/** Where pages find their styles and script; the mark changes with the file, so browsers may keep it for ever. */
export const assets: Assets = {
  styles: [addressOf('css/dkfds.css'), addressOf('css/aarshjul.css')],
  script: addressOf('js/aarshjul.js'),
}

/** Styles, script, fonts and icons, all from here: no page asks any other host for anything. */
export function createAssets(): Router {
  const router = Router()
  const kept = (res: Response) => res.set('Cache-Control', 'public, max-age=31536000, immutable')
  for (const [name, text] of Object.entries(files)) {
    router.get(
      `/assets/${name}`,
      (_req, res) =>
        void kept(res)
          .type(name.endsWith('.css') ? 'css' : 'js')
          .send(text),
    )
  }
  const lasting = { index: false, immutable: true, maxAge: '365d' }
  router.use('/assets/img', express.static(join(dkfds, 'img'), lasting))
  router.use('/assets/fonts', express.static(join(dkfds, 'fonts/IBMPlexSans/complete/woff2'), lasting))
  return router
}
