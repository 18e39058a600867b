import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createMetrics, serveMetrics } from '../../api/metrics.ts'

const metrics = createMetrics()
const app = express()
app.use(metrics.watch)
app.get('/talks/:talkId', (_req, res) => void res.json({}))
const served = createServer(app).listen(0, '127.0.0.1')
const measured = serveMetrics(metrics, '127.0.0.1', 0)

const addressOf = (server: typeof served) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  for (const server of [served, measured]) if (!server.listening) await once(server, 'listening')
  for (const path of ['/talks/anna', '/talks/bodil', '/anything/at/all']) {
    await (await fetch(addressOf(served) + path)).arrayBuffer()
  }
})
afterAll(() => {
  for (const server of [served, measured]) {
    server.closeAllConnections()
    server.close()
  }
})

test('Metrics tell how long answers take by route, and never whose talk it was', async () => {
  const text = await (await fetch(addressOf(measured))).text()
  expect(text).toContain(
    'aarshjul_http_request_seconds_count{method="GET",route="/talks/:talkId",status="200"} 2',
  )
  expect(text).toContain('aarshjul_http_request_seconds_count{method="GET",route="none",status="404"} 1')
  expect(text).not.toMatch(/anna|anything/)
})
