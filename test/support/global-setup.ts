import { INFRASTRUCTURE_URL } from './ask.ts'
import { type Infrastructure, openInfrastructure } from './infrastructure.ts'

/** Opens the place where test files ask for servers, and closes it when the run is broken off. */
export default async function globalSetup(): Promise<void> {
  const infrastructure = await openInfrastructure()
  process.env[INFRASTRUCTURE_URL] = infrastructure.url
  handOver.infrastructure = infrastructure
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void infrastructure.stop().finally(() => process.exit(1))
    })
  }
}

/** Jest gives setup and teardown no other common ground than the process. */
export const handOver = globalThis as { infrastructure?: Infrastructure }
