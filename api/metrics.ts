import { createServer, type Server, type ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What a Prometheus server reads of the api process: how long answers take, by route, and the process itself. */
export interface Metrics {
  readonly watch: RequestHandler
  text(): Promise<string>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'aarshjul_http_request_seconds',
    help: 'How long requests took to answer, by route; ids are not part of it.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return {
    watch: (req, res, next) => {
      const observe = seconds.startTimer()
      res.on('finish', () => {
        // An address that nothing answers could be anything: one label for all of them.
        const route = typeof req.route?.path === 'string' ? `${req.baseUrl}${req.route.path}` : 'none'
        observe({ method: req.method, route, status: res.statusCode })
      })
      next()
    },
    text: () => registry.metrics(),
  }
}

/** Serves the metrics on a port of their own, which people's browsers do not reach. */
export function serveMetrics(metrics: Metrics, host: string, port: number): Server {
  const answer = async (res: ServerResponse) => {
    res.setHeader('content-type', 'text/plain; version=0.0.4')
    res.end(await metrics.text())
  }
  return createServer((_req, res) => void answer(res)).listen(port, host)
}
