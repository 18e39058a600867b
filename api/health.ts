import { Router } from 'express'
import type { AppContext } from './context.ts'

/** live: the process answers. ready: it reaches the database and Temporal. */
export function createHealth({ db, isUp }: AppContext): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => void res.json({ status: 'live' }))
  router.get('/health/ready', async (_req, res) => {
    const [database, temporal] = await Promise.all([
      db.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      ),
      isUp(),
    ])
    const isReady = database && temporal
    const word = (up: boolean) => (up ? 'up' : 'down')
    res.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'not-ready',
      database: word(database),
      temporal: word(temporal),
    })
  })
  return router
}
