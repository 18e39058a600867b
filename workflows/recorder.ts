import { condition, workflowInfo } from '@temporalio/workflow'
import type { Recorded } from '../activities/talk-activities.ts'
import { orFailAct, refused } from './refused.ts'
import { createTurns } from './turns.ts'

/** What the rules decide anew from the last recorded state: null = nothing, a code = refused. */
export type Decide<State, Effect> = (
  state: State,
) => { state: State; effects: Effect[] } | { refused: string } | null

/** Why a turn is taken; without a hash of a request nobody waits for its answer. */
export interface Cause {
  /** Never random, never counted: a repeated cause has the same id. */
  id: string
  event: string
  byPersonId?: string
  onBehalfOf?: string | null
  requestHash?: string
}

interface Recordable {
  schema: number
  processed: string[]
}

type Write<State, Effect> = (decision: {
  expectedVersion: number
  decisionId: string
  event: string
  at: number
  byPersonId: string | null
  onBehalfOf: string | null
  requestHash: string | null
  answer: object | null
  state: State
  effects: Effect[]
}) => Promise<Recorded<State>>

export type Recorder<State, Effect> = ReturnType<typeof createRecorder<State & Recordable, Effect>>

/** The state of a talk or round as last recorded, and the turns that change it one at a time (design §4). */
export function createRecorder<State extends Recordable, Effect>(
  opened: { state: State; version: number },
  write: Write<State, Effect>,
  answerOf: (state: State) => object,
) {
  let { version } = opened
  let state = known(opened.state)
  let wasReconciled = false
  let answeredIn = 0
  const { inTurn } = createTurns()

  /**
   * Decides on the last recorded state, records, and takes over what the table then holds. When the row is ahead (a
   * crash after commit) the turn starts again on its snapshot; when it is behind, it waits until that is reconciled.
   * Answers what an earlier recording of the same cause was answered, else null.
   */
  async function take(cause: Cause, decide: Decide<State, Effect>): Promise<unknown> {
    for (;;) {
      const decision = state.processed.includes(cause.id) ? null : decide(state)
      if (decision === null) return null
      if ('refused' in decision) throw refused(decision.refused)
      const next = remembering(decision.state, cause.id)
      const answer = cause.requestHash === undefined ? null : answerOf(next)
      const { effects } = decision
      const made = { expectedVersion: version, at: Date.now(), answer, state: next, effects }
      const recorded = await write({ ...causeColumns(cause), ...made })
      if (recorded.outcome === 'behind') {
        wasReconciled = false
        await condition(() => wasReconciled)
        continue
      }
      version = recorded.version
      state = recorded.outcome === 'recorded' ? next : known(recorded.snapshot)
      if (recorded.outcome === 'known') return recorded.answer
      if (recorded.outcome === 'recorded') return null
    }
  }

  return {
    get state(): State {
      return state
    },
    get version(): number {
      return version
    },
    /**
     * Somebody was answered in this very task. Were it also to end the run, a signal that comes meanwhile would make
     * the server refuse the task, and the person would be told of a failure.
     */
    get hasJustAnswered(): boolean {
      return answeredIn === workflowInfo().historyLength
    },
    /** A turn that somebody waits for; its answer, or a refusal. */
    act<Answer>(cause: Cause, decide: Decide<State, Effect>): Promise<Answer> {
      return inTurn(async () => {
        const before = await take(cause, (current) => orFailAct(() => decide(current)))
        answeredIn = workflowInfo().historyLength
        return (before ?? { ...answerOf(state), version }) as Answer
      })
    },
    /**
     * A turn that nobody waits for: what cannot be recorded fails the workflow task, which is tried again until the
     * cause is mended, and never the workflow.
     */
    async own(cause: Cause, decide: Decide<State, Effect>): Promise<void> {
      try {
        await inTurn(() => take(cause, decide))
      } catch (error) {
        throw new Error(`'${cause.event}' could not be recorded`, { cause: error })
      }
    },
    reconciled(): void {
      wasReconciled = true
    },
  }
}

function causeColumns({ id, event, byPersonId, onBehalfOf, requestHash }: Cause) {
  return {
    decisionId: id,
    event,
    byPersonId: byPersonId ?? null,
    onBehalfOf: onBehalfOf ?? null,
    requestHash: requestHash ?? null,
  }
}

/** A state written by a newer worker waits for one: this worker's task fails, not the workflow. */
function known<State extends Recordable>(state: State): State {
  if (state.schema === KNOWN_SCHEMA) return state
  throw new Error(`state has schema ${state.schema}: this worker knows ${KNOWN_SCHEMA}`)
}

const KNOWN_SCHEMA = 1

/** The causes a state remembers, so that a repeated one passes the validator and finds its recorded answer. */
const REMEMBERED = 30

function remembering<State extends Recordable>(state: State, decisionId: string): State {
  return { ...state, processed: [...state.processed, decisionId].slice(-REMEMBERED) }
}
