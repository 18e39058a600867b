import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Service } from '../scripts/infrastructure/process.ts'

/** A folder for servers of a measurement, and whoever works in it: however the bench ends, neither outlives it. */
export interface Scratch {
  readonly folder: string
  readonly spawned: (service: Service) => void
  /** Once all that worked in it has ended. */
  clear(): void
}

export function openScratch(prefix: string): Scratch {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const services: Service[] = []
  const endNow = () => {
    for (const service of services) if (service.isRunning()) process.kill(service.identity.pid, 'SIGKILL')
    remove()
  }
  // What was killed a moment ago may still be writing.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  process.once('exit', endNow)
  return {
    folder,
    spawned: (service) => void services.push(service),
    clear: () => {
      process.off('exit', endNow)
      remove()
    },
  }
}
