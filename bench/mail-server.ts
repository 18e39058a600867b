import { fork } from 'node:child_process'
import { once } from 'node:events'
import { compiled } from '../scripts/infrastructure/project.ts'
import type { MailTaken } from './bare/mail-server.ts'

/** A mail server in a process of its own, on the loopback. */
export interface MailServer {
  readonly port: number
  /** What it has taken since it was last asked. */
  taken(): Promise<MailTaken[]>
  stop(): Promise<void>
}

/** @param roundTripMs how much longer than on the loopback a round trip takes */
export async function startMailServer(roundTripMs = 0): Promise<MailServer> {
  const child = fork(compiled('bench/bare/mail-server.js'), {
    env: { ...process.env, ROUND_TRIP_MS: String(roundTripMs) },
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    port,
    taken: async () => {
      child.send('taken')
      const [answer] = (await once(child, 'message')) as [{ taken: MailTaken[] }]
      return answer.taken
    },
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
