import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { type Batch, FRESH_FOR } from './batch.ts'
import type { Circuit } from './circuit.ts'
import { giveBack, type MailUnderWay } from './claim.ts'
import type { HandOverResult, MailTransport } from './outgoing.ts'
import { createResults } from './results.ts'
import { createTurns } from './turns.ts'

export interface HandOverParts {
  db: Db
  clock: Clock
  transport: MailTransport
  circuit: Circuit
  batch: Batch
}

export interface HandOver {
  /**
   * Hands over mails that were claimed together, one after another; those whose turn does not come soon are given back,
   * and judged again before they go.
   */
  together(
    underWay: readonly MailUnderWay[],
    isStopped: () => boolean,
    tell: (outcome: HandOverResult['outcome']) => void,
  ): Promise<void>
  /** When what became of them is written down, and those that never began are given back. */
  settled(): Promise<void>
}

export function createHandOver({ db, clock, transport, circuit, batch }: HandOverParts): HandOver {
  const connections = createTurns(transport.connections)
  const results = createResults(db)
  let notBegun: MailUnderWay[] = []

  async function handOver(underWay: MailUnderWay): Promise<HandOverResult['outcome']> {
    const result = await transport.send(underWay.outgoing)
    const at = await clock.now()
    if (result.server === 'down') circuit.failed(at)
    else circuit.worked()
    await results.add({ ...underWay, result, at })
    return result.outcome
  }

  /** What cannot be given back, because the database is away, is kept: nobody else knows that it never began. */
  async function giveBackAll(): Promise<void> {
    const those = notBegun
    notBegun = []
    try {
      await giveBack(db, those)
    } catch (error) {
      notBegun.push(...those)
      throw error
    }
  }

  return {
    async together(underWay, isStopped, tell) {
      const judgedAt = performance.now()
      let begun = 0
      const mayGo = async () =>
        !isStopped() &&
        (begun === 0 || performance.now() - judgedAt < FRESH_FOR) &&
        circuit.closedUntil(await clock.now()) === null
      try {
        for (const mail of underWay) {
          const went = await connections.take(async () => {
            if (!(await mayGo())) return false
            begun += 1
            tell(await handOver(mail))
            return true
          })
          if (!went) break
        }
      } finally {
        notBegun.push(...underWay.slice(begun))
        await giveBackAll()
      }
      batch.went(begun, underWay.length)
    },
    async settled() {
      await giveBackAll()
      await results.settled()
    },
  }
}
