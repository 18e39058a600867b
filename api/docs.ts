import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { Router } from 'express'
import { cookieName } from './cookies.ts'
import { openApiDocument } from './openapi.ts'
import type { Route } from './route.ts'
import { SESSION_COOKIE } from './session.ts'

/** The OpenAPI document, and pages to browse it, served from here alone. */
export function createDocs(routes: readonly Route[], publicUrl: string): Router {
  const router = Router()
  const document = openApiDocument(routes, cookieName({ publicUrl }, SESSION_COOKIE))
  router.get('/api/openapi.json', (_req, res) => void res.json(document))
  router.get('/api/docs', (_req, res) => void res.type('html').send(page))
  router.get('/api/docs/start.js', (_req, res) => void res.type('js').send(start))
  router.use('/api/docs', express.static(swaggerFolder, { index: false }))
  return router
}

const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Årshjulet API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="icon" href="data:,">
</head>
<body>
<main id="docs"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: false })
`
