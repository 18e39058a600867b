import { NativeConnection, type PatchActivationInput, Worker, type WorkerOptions } from '@temporalio/worker'
import { createAuditActivities } from '../activities/audit-activities.ts'
import { createErasureActivities, type ErasureActivityDeps } from '../activities/erasure-activities.ts'
import { createMorningActivities } from '../activities/morning-activities.ts'
import { createRetentionActivities } from '../activities/retention-activities.ts'
import { createRoundActivities, type RoundActivityDeps } from '../activities/round-activities.ts'
import { createTalkActivities, type TalkActivityDeps } from '../activities/talk-activities.ts'
import { createDataConverter } from '../codec/data-converter.ts'
import type { TemporalTls } from '../config/connections.ts'
import type { PayloadKey } from '../config/forms.ts'
import { WORKER_CONNECTIONS } from '../db/client.ts'

export type ActivityDeps = TalkActivityDeps & RoundActivityDeps & ErasureActivityDeps

/** Everything the workflows ask of the world, wired to these dependencies. */
export function createActivities(deps: ActivityDeps) {
  return {
    ...createTalkActivities(deps),
    ...createRoundActivities(deps),
    ...createMorningActivities(deps),
    ...createAuditActivities(deps),
    ...createErasureActivities(deps),
    ...createRetentionActivities(deps),
  }
}

/**
 * How the worker runs, measured for two cores: a bounded cache (a cached talk is about 0.12 MB). As many recordings at once
 * as there are connections, and no more tasks than can be recorded within the seconds a recording may take
 * (workflows/record.ts): what waits longer fails, and is tried again ever later. The others wait in the engine. Of what is
 * not recorded at once, but with patience, twice as many: some of it waits for other than the database. Never a cache of 0:
 * local activities would run twice. Told to stop, bulk work hears of it at once and leaves off (activities/beat.ts);
 * nothing else listens, so that it has the time to end (decision 0054).
 */
export const workerOptions = {
  maxCachedWorkflows: 800,
  workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 15 },
  maxConcurrentWorkflowTaskExecutions: 30,
  maxConcurrentActivityTaskExecutions: 2 * WORKER_CONNECTIONS,
  maxConcurrentLocalActivityExecutions: WORKER_CONNECTIONS,
  shutdownForceTime: '15s',
} as const satisfies Partial<WorkerOptions>

/**
 * Lets workflows begin with every change that asks for `patched`, but for these: until the release before has gone for
 * good, which could not go on from what a change has begun.
 */
export function patchesBut(held: readonly string[]) {
  return ({ patchId }: PatchActivationInput): boolean => !held.includes(patchId)
}

/** Connects and makes the one Worker of a process; `close` after `run` has ended. */
export async function createWorker(settings: {
  temporalAddress: string
  temporalTls: TemporalTls
  namespace: string
  taskQueue: string
  temporalKeys: readonly PayloadKey[]
  heldPatches: readonly string[]
  /** A prebuilt bundle's file, or the file the workflows are bundled from. */
  workflows: { codePath: string } | { workflowsPath: string }
  deps: ActivityDeps
}): Promise<{ worker: Worker; close(): Promise<void> }> {
  const { temporalAddress: address, temporalTls: tls, workflows } = settings
  const connection = await NativeConnection.connect({ address, tls })
  const worker = await Worker.create({
    ...workerOptions,
    connection,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    dataConverter: createDataConverter(settings.temporalKeys),
    activities: createActivities(settings.deps),
    patchActivationCallback: patchesBut(settings.heldPatches),
    ...('codePath' in workflows ? { workflowBundle: workflows } : workflows),
  })
  return { worker, close: () => connection.close() }
}
