import { DAY, type Instant, MINUTE } from '../domain/calendar/day.ts'
import { pause } from '../scripts/infrastructure/process.ts'
import { talkWorkflowId } from '../workflows/talk/talk.messages.ts'
import { writeDueTalks } from './due-talks.ts'
import { connectClients, inParallel } from './engine-client.ts'
import { type Installation, openInstallation } from './processes.ts'
import type { BenchServers } from './servers.ts'

/** Talks that all have something to do at one instant, their workflows waiting for it. */
export interface Burst {
  readonly installation: Installation
  readonly dueAt: Instant
  readonly talks: number
  /** How many have recorded it. */
  recorded(): Promise<number>
}

/** Each start takes some of this; the rest is for slow machines. */
const MS_PER_START = 60
const AT_LEAST_MS = 30_000

/**
 * Writes the talks and starts their workflows, with a worker that carries the first tasks out; answers before they are
 * due. Throws where the machine was too slow for that.
 */
export async function prepareBurst(
  servers: BenchServers,
  name: string,
  talks: number,
  smtpPort: number,
  startWorker: (installation: Installation) => Promise<unknown>,
): Promise<Burst> {
  const installation = await openInstallation(servers, name, {
    MAIL_SINK: 'smtp',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    SMTP_SECURE: 'none',
  })
  const dueAt = Math.ceil(dueAfter(talks) / MINUTE) * MINUTE
  if (dueAt % DAY < 30 * MINUTE)
    throw new Error('around midnight UTC nothing is due at one instant: try again later')
  const states = await writeDueTalks(installation.db, talks, dueAt)
  await startWorker(installation)
  const clients = await connectClients(servers)
  const { taskQueue, db } = installation
  await inParallel(states, 20, (state) =>
    clients.service.workflow.start('talkWorkflow', {
      workflowId: talkWorkflowId(state.talkId),
      taskQueue,
      args: [{ state, version: 1 }],
    }),
  )
  await clients.close()
  const early = await db.talk.count({ where: { version: { gt: 1 } } })
  if (early > 0) throw new Error(`${early} talks have done something before they were due`)
  if (Date.now() > dueAt - 2_000)
    throw new Error(`${talks} talks were not started in time: expected a faster machine`)
  return {
    installation,
    dueAt,
    talks: states.length,
    recorded: () => db.talk.count({ where: { status: { not: 'invited' } } }),
  }
}

/** An instant that is far enough for so many starts. */
export function dueAfter(starts: number): Instant {
  return Date.now() + AT_LEAST_MS + starts * MS_PER_START
}

export async function untilAt(at: Instant): Promise<void> {
  await pause(Math.max(0, at - Date.now()))
}

/** Milliseconds until all have recorded what was due. */
export async function untilRecorded(burst: Burst, from = burst.dueAt): Promise<number> {
  while ((await burst.recorded()) < burst.talks) await pause(100)
  return Date.now() - from
}
