import { pause } from '../../scripts/infrastructure/process.ts'
import type { Child } from './child.ts'
import type { Fault, Strike } from './faults.ts'
import type { Installation } from './installation.ts'

/** What a worker finds that goes on after it was frozen: the mail server's answer, or a connection that is gone. */
type Found = 'answer' | 'cut'

/**
 * The worker is frozen with a mail on its way until its lease is over; another gives that attempt up for lost and makes the
 * next; then the first goes on.
 */
export function lostLease(found: Found): Fault {
  return {
    kind: 'the worker is frozen',
    name: `the worker is frozen until another has its mail, and then ${found === 'answer' ? 'hears that it went' : 'never hears of it'}`,
    strike: (on) => layInWait(on, found),
  }
}

async function layInWait(on: Installation, found: Found): Promise<Strike> {
  const spare = await on.spareWorker()
  let isOver = false
  let isLost = false
  const waiting = whenMailIsOnItsWay(
    on,
    () => isOver,
    found,
    async () => {
      isLost = await loseTheLease(on, spare)
    },
  )
  // Where something else breaks meanwhile this one has not happened.
  const ended = waiting.catch(() => {})
  return {
    end: async () => {
      isOver = true
      await ended
      await spare.stop()
    },
    hasHappened: () => isLost,
  }
}

/** Freezes the worker when the mail server has a mail of it and has not answered, and does something meanwhile. */
async function whenMailIsOnItsWay(
  { smtp, worker }: Installation,
  isOver: () => boolean,
  found: Found,
  act: () => Promise<void>,
): Promise<void> {
  const answer = Promise.withResolvers<Found>()
  const before = smtp.received.length
  smtp.holdAnswers(answer.promise)
  try {
    while (smtp.received.length === before && !isOver()) await pause(LOOK_MS)
    if (isOver()) return
    await worker.freezeWhile(async () => {
      // Held is this answer alone.
      smtp.holdAnswers(Promise.resolve('answer'))
      await act()
      answer.resolve(found)
    })
  } finally {
    smtp.holdAnswers(Promise.resolve('answer'))
    answer.resolve('answer')
  }
}

/** False where there was no lease to be lost. */
async function loseTheLease({ db, player }: Installation, spare: Child): Promise<boolean> {
  const until = performance.now() + LOST_WITHIN_MS
  const before = await lostAttempts()
  while ((await lostAttempts()) === before) {
    if (performance.now() > until) return false
    await pause(LOOK_MS)
    await spare.ask({ do: 'drain' })
  }
  // Half an hour passes in a moment, so that the next attempt's time has come.
  await db.mail.updateMany({
    where: { status: 'unknown', endedAt: null },
    data: { notBeforeAt: new Date(await player.now()) },
  })
  await spare.ask({ do: 'drain' })
  return true

  function lostAttempts(): Promise<number> {
    return db.mailAttempt.count({ where: { answer: 'attempt lost' } })
  }
}

const LOOK_MS = 20
const LOST_WITHIN_MS = 15_000
