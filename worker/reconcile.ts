import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import type { Clock } from '../db/clock.ts'
import type { Db } from '../db/client.ts'
import {
  employmentOf,
  missingDocuments,
  rowsToCompare,
  takeEnginesRound,
  takeEnginesTalk,
  takeTablesRound,
  takeTablesTalk,
} from '../db/reconcile.ts'
import type { RoundState } from '../domain/round/round.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import {
  type RoundInput,
  roundViewQuery,
  roundWorkflowId,
  wakeRoundSignal,
} from '../workflows/round/round.messages.ts'
import {
  reconciledSignal,
  type TalkView,
  talkViewQuery,
  talkWorkflowId,
} from '../workflows/talk/talk.messages.ts'

/** Which of the two is taken to be right. */
export type Side = 'engine' | 'table'

/** The engine has recorded what the table does not know: the database was restored from a copy of an earlier time. */
export interface Disagreement {
  kind: 'talk' | 'round'
  id: string
  table: { version: number; status: string } | null
  engine: { version: number; status: string }
  /** The side to take, and why. */
  side: Side
  why: string
}

export interface ReconcileParts {
  client: Pick<Client, 'workflow'>
  db: Db
  clock: Clock
  taskQueue: string
}

/** Why the two cannot be compared, or one not be settled, just now. */
export class ReconcileError extends Error {
  readonly code = 'not-reconciled'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ReconcileError'
  }
}

/**
 * Compares every open round and talk with its workflow, and finds workflows whose row is gone. Needs a running worker,
 * which answers for the workflows; throws ReconcileError without. A row that is newer than its workflow is no
 * disagreement: the workflow takes it over at its next turn.
 *
 * The engine's side is taken wherever that is possible, because the engine knows what was sent already: taking the
 * table's would send it again. It is not possible where the state names a document that the table has lost.
 */
export async function findDisagreements(parts: ReconcileParts): Promise<Disagreement[]> {
  const { client, db } = parts
  const found: Disagreement[] = []
  const seen = new Set<string>()
  for await (const { kind, id, version } of rowsToCompare(db)) {
    seen.add(workflowIdOf(kind, id))
    const engine = await viewOf(parts, kind, id)
    if (engine === null || engine.version <= version) continue
    // The engine was asked after the table: it may have recorded something in between.
    const row = await rowOf(db, kind, id)
    if (row === null || engine.version > row.version)
      found.push(await disagreement(db, kind, id, row, engine))
  }
  const query = `TaskQueue = '${parts.taskQueue}' AND ExecutionStatus = 'Running' AND WorkflowType IN ('talkWorkflow', 'roundWorkflow')`
  for await (const { workflowId } of client.workflow.list({ query })) {
    if (seen.has(workflowId)) continue
    const [kind, id] = workflowId.split('/') as ['talk' | 'round', string]
    const engine = await viewOf(parts, kind, id)
    const row = await rowOf(db, kind, id)
    if (engine === null || (row !== null && engine.version <= row.version)) continue
    found.push(await disagreement(db, kind, id, row, engine))
  }
  return found
}

/** Takes a side of a disagreement and tells the workflow to look at its row. Throws ReconcileError where it has moved. */
export async function settleDisagreement(
  parts: ReconcileParts,
  { kind, id, table, engine }: Disagreement,
  side: Side,
): Promise<void> {
  const { client, db, clock } = parts
  const handle = client.workflow.getHandle(workflowIdOf(kind, id))
  const at = await clock.now()
  if (side === 'table' && table === null) {
    await handle.terminate('reconciled: the table has no such row')
    return
  }
  const view = await viewOf(parts, kind, id)
  if (view === null || view.version !== engine.version)
    throw new ReconcileError(
      `${kind} ${id} has moved since it was compared: expected version ${engine.version}`,
    )
  if (side === 'table') await (kind === 'talk' ? takeTablesTalk : takeTablesRound)(db, id, engine.version, at)
  else if (isTalk(view)) await takeEnginesTalk(db, view, at)
  else await takeEnginesRound(db, view, at)
  const told = kind === 'talk' ? handle.signal(reconciledSignal) : handle.signal(wakeRoundSignal)
  await told.catch((error: unknown) => {
    // A workflow that has ended has nothing to look at; its row says so now, or a morning starts it again.
    if (!(error instanceof WorkflowNotFoundError)) throw error
  })
}

function workflowIdOf(kind: 'talk' | 'round', id: string): string {
  return kind === 'talk' ? talkWorkflowId(id) : roundWorkflowId(id)
}

type View = TalkView | RoundInput

function isTalk(view: View): view is TalkView {
  return 'talkId' in view.state
}

/** What the workflow, running or ended, last recorded; null where the engine has none (see rebuild). */
async function viewOf(parts: ReconcileParts, kind: 'talk' | 'round', id: string): Promise<View | null> {
  const handle = parts.client.workflow.getHandle(workflowIdOf(kind, id))
  try {
    return kind === 'talk' ? await handle.query(talkViewQuery) : await handle.query(roundViewQuery)
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw new ReconcileError(`${workflowIdOf(kind, id)} was not compared: expected a running worker`, {
      cause: error,
    })
  }
}

async function disagreement(
  db: Db,
  kind: 'talk' | 'round',
  id: string,
  table: Disagreement['table'],
  view: View,
): Promise<Disagreement> {
  const { version, state } = view
  const lost = await lostWith(db, table, state)
  return {
    kind,
    id,
    table,
    engine: { version, status: state.status },
    side: lost.length === 0 ? 'engine' : 'table',
    why:
      lost.length === 0
        ? 'the engine knows what was sent already'
        : `the table has lost what the engine's state names: ${lost.join(', ')}`,
  }
}

/** What the engine's side would need and the table has not. */
async function lostWith(
  db: Db,
  table: Disagreement['table'],
  state: TalkState | RoundState,
): Promise<string[]> {
  if (!('talkId' in state)) return table === null ? ['the round itself'] : []
  if (table === null && (await employmentOf(db, state)) === null) return ['the round or the employment']
  return missingDocuments(db, state)
}

async function rowOf(db: Db, kind: 'talk' | 'round', id: string): Promise<Disagreement['table']> {
  const select = { version: true, status: true }
  return kind === 'talk'
    ? db.talk.findUnique({ where: { id }, select })
    : db.round.findUnique({ where: { id }, select })
}
