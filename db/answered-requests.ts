import type { Instant } from '../domain/calendar/day.ts'
import type { Tx } from './client.ts'
import { sha256 } from './sha256.ts'

/** A request that carries an Idempotency-Key, as its person sent it. */
export interface KeyedRequest {
  readonly personId: string
  /** Method and path, such as 'POST /talks/…/topics'. */
  readonly route: string
  readonly key: string
  readonly requestHash: string
}

export interface StoredAnswer {
  readonly requestHash: string
  readonly status: number
  readonly body: unknown
}

export async function answeredRequest(db: Tx, request: KeyedRequest): Promise<StoredAnswer | null> {
  const { personId, route, key } = request
  const row = await db.answeredRequest.findFirst({
    where: { personId, route, key: shortened(key) },
  })
  return row && { requestHash: row.requestHash, status: row.status, body: row.answer }
}

/** Remembers an answer; of two requests at once the first one's stays. */
export async function rememberAnswer(
  db: Tx,
  request: KeyedRequest,
  answer: { status: number; body: unknown },
  at: Instant,
): Promise<void> {
  const { personId, route, requestHash } = request
  await db.answeredRequest.createMany({
    data: {
      personId,
      route,
      key: shortened(request.key),
      requestHash,
      status: answer.status,
      answer: answer.body ?? {},
      at: new Date(at),
    },
    skipDuplicates: true,
  })
}

/** A key of any length fits the index. */
function shortened(key: string): string {
  return key.length <= 64 ? key : sha256(key)
}
