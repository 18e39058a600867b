import { handOver } from './global-setup.ts'

/** Stops every server that was started for the run. */
export default async function globalTeardown(): Promise<void> {
  await handOver.infrastructure?.stop()
}
