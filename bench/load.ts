import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** One request; `done` is told whether it was answered with 200. */
export interface Asked {
  readonly url: string
  readonly method: 'GET' | 'PUT'
  readonly headers: Record<string, string>
  readonly body: string | null
  readonly done: (isOk: boolean) => void
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** As fast as so many callers can who each wait for their answer: requests per second. */
export async function closedLoop(
  next: () => Asked | null,
  callers: number,
  seconds: number,
): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  let answered = 0
  const call = async () => {
    while (performance.now() < end) {
      const asked = next()
      if (asked === null) throw new Error('nobody is free to ask: expected more people than callers')
      await send(asked)
      answered++
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  return (answered * 1000) / (performance.now() - begun)
}

/**
 * Requests that come when they come, whatever the answers take: milliseconds of each, counted from the instant at which
 * it was to be sent, so that a server that stands still pays for everybody who would have asked meanwhile.
 */
export async function openLoop(
  next: () => Asked | null,
  perSecond: number,
  seconds: number,
): Promise<number[]> {
  const begun = performance.now()
  const count = Math.floor(perSecond * seconds)
  const took: number[] = []
  const under: Promise<void>[] = []
  for (let i = 0; i < count; i++) {
    const at = begun + (i * 1000) / perSecond
    while (performance.now() < at) await pause(Math.max(0, at - performance.now()))
    let asked = next()
    // Everybody waits for an answer: whoever is free first asks late, which counts.
    while (asked === null) {
      await pause(1)
      asked = next()
    }
    under.push(send(asked).then(() => void took.push(performance.now() - at)))
  }
  await Promise.all(under)
  return took
}

function send({ url, method, headers, body, done }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (answer) => {
      answer.on('data', () => {})
      answer.on('end', () => {
        done(answer.statusCode === 200)
        resolve()
      })
    })
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}
