import {
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type UpdateDefinition,
  type WorkflowClient,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import type { Config } from '../config/config.ts'
import { auditedAnswer } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import type { RoundAct } from '../domain/round/round.ts'
import type { TalkAct } from '../domain/talk/events.ts'
import { type ErasureInput, erasureWorkflowId } from '../workflows/erasure/erasure.messages.ts'
import { type MorningInput, morningWorkflowId } from '../workflows/morning/morning.messages.ts'
import {
  type RoundAnswer,
  type RoundCommand,
  type RoundInput,
  roundUpdates,
  roundWorkflowId,
} from '../workflows/round/round.messages.ts'
import {
  type TalkAnswer,
  type TalkCommand,
  talkUpdates,
  talkWorkflowId,
} from '../workflows/talk/talk.messages.ts'
import { keyReused, notConfirmed, refused, tooMany } from './problem.ts'
import { refusalSentences } from './refusal-sentences.ts'

/** Who asks for what: the same cause has one effect, however often it is sent. */
export interface Cause {
  /** `update:` + hash of person, route and Idempotency-Key. */
  readonly decisionId: string
  /** Of what was sent: another body under the same key is refused. */
  readonly requestHash: string
  readonly personId: string
}

/** The typed calls to the engine; the only place of the api that talks to Temporal. All throw Problems. */
export interface Engine {
  readonly talks: {
    /** Asks the talk's rules; answers once the decision is recorded. `onBehalfOf`: whose deputy acts. */
    act(talkId: string, act: TalkAct, cause: Cause, onBehalfOf: string | null): Promise<TalkAnswer>
  }
  readonly rounds: {
    /** Starts the round's workflow; one that runs already stays. */
    start(roundId: string, input: RoundInput): Promise<void>
    act(roundId: string, act: RoundAct, cause: Cause): Promise<RoundAnswer>
  }
  readonly mornings: {
    /** Delivers facts and opens joiners' talks at once, for example after an import. */
    run(cause: string): Promise<void>
  }
  readonly erasures: {
    /** Erases a person; one that is under way goes on. */
    run(personId: string): Promise<void>
  }
  isUp(): Promise<boolean>
}

/** How long a person waits for the rules' answer before they are told that it is not confirmed. */
const PATIENCE_MS = 5_000

/**
 * A connection that is made when first used. Its own retries end before a person's patience does: whoever asked is told
 * that it is not confirmed, and may ask again.
 */
export function connectEngine(config: Pick<Config, 'temporalAddress' | 'temporalTls'>): Connection {
  const { temporalAddress: address, temporalTls: tls } = config
  const retries = makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 5 }))
  return Connection.lazy({ address, tls, interceptors: [retries] })
}

export function createEngine(deps: EngineDeps): Engine {
  const { client } = deps
  return {
    talks: {
      act: (talkId, act, { personId, ...cause }, onBehalfOf) =>
        update(
          deps,
          { subject: talkId, workflowId: talkWorkflowId(talkId) },
          talkUpdates[act.type] as UpdateDefinition<TalkAnswer, [TalkCommand]>,
          { ...cause, byPersonId: personId, onBehalfOf, act },
        ),
    },
    rounds: {
      start: (roundId, input) => startOnce(deps, 'roundWorkflow', roundWorkflowId(roundId), input),
      act: (roundId, act, { personId, ...cause }) =>
        update(
          deps,
          { subject: roundId, workflowId: roundWorkflowId(roundId) },
          roundUpdates[act.type] as UpdateDefinition<RoundAnswer, [RoundCommand]>,
          { ...cause, byPersonId: personId, act },
        ),
    },
    mornings: {
      run: (cause) => {
        const input: MorningInput = { sweep: false }
        return startOnce(deps, 'morningWorkflow', morningWorkflowId(cause), input)
      },
    },
    erasures: {
      run: (personId) => {
        const input: ErasureInput = { personId, again: false }
        return startOnce(deps, 'erasureWorkflow', erasureWorkflowId(personId), input)
      },
    },
    isUp: () =>
      client.connection
        .withAbortSignal(AbortSignal.timeout(PATIENCE_MS), () => client.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
  }
}

interface EngineDeps {
  readonly client: WorkflowClient
  readonly db: Db
  readonly taskQueue: string
}

/** One update, which has one effect however often it is sent: the table is asked first, and last. */
async function update<Command extends { decisionId: string; requestHash: string }, Answer>(
  { client, db }: EngineDeps,
  { subject, workflowId }: { subject: string; workflowId: string },
  definition: UpdateDefinition<Answer, [Command]>,
  command: Command,
): Promise<Answer> {
  const { decisionId, requestHash } = command
  const before = await auditedAnswer(db, subject, decisionId)
  if (before !== null) {
    if (before.requestHash !== requestHash) throw keyReused()
    return before.answer as Answer
  }
  const answer = await patiently(client, () =>
    client.getHandle(workflowId).executeUpdate(definition, { args: [command], updateId: decisionId }),
  )
  // The answer may be of another body under the same key that was still in flight.
  const after = await auditedAnswer(db, subject, decisionId)
  if (after !== null && after.requestHash !== requestHash) throw keyReused()
  return answer
}

async function startOnce(
  { client, taskQueue }: EngineDeps,
  workflow: string,
  workflowId: string,
  input: object,
): Promise<void> {
  await patiently(client, () =>
    client.start(workflow, {
      workflowId,
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  )
}

async function patiently<T>(client: WorkflowClient, call: () => Promise<T>): Promise<T> {
  try {
    return await client.connection.withAbortSignal(AbortSignal.timeout(PATIENCE_MS), call)
  } catch (error) {
    throw problemOf(error)
  }
}

/** gRPC's own numbers for what passes by itself. */
const RESOURCE_EXHAUSTED = 8
const passing = new Set([
  1 /* cancelled */, 4 /* deadline exceeded */, 10 /* aborted */, 14 /* unavailable */,
  9 /* failed precondition: the engine's task failed with the act in it and is tried again; it may be recorded */,
])

function problemOf(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error
    const code = cause && isRefusal(cause) ? cause.details?.[0] : null
    return typeof code === 'string' ? refused(code, refusalSentences(code)) : error
  }
  // The morning sweep starts a workflow that is gone from its row again.
  if (error instanceof WorkflowNotFoundError) return notConfirmed()
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return notConfirmed()
  const code = grpcCodeOf(error)
  if (code === RESOURCE_EXHAUSTED) return tooMany()
  return code !== null && passing.has(code) ? notConfirmed() : error
}

/** The failure type by which a workflow refuses; its first detail is the refusal's code. */
const REFUSED = 'refused'

function isRefusal(cause: Error): cause is Error & { details?: unknown[] } {
  return (cause as { type?: unknown }).type === REFUSED
}

function grpcCodeOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null
  const { code } = error as { code?: unknown }
  return typeof code === 'number' ? code : grpcCodeOf(error.cause)
}
