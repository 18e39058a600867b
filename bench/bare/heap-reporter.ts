/**
 * Loaded before a worker's own code, in its process and in each of its threads: at SIGUSR2 everybody collects garbage,
 * and the process writes down how much is in use in all of them.
 */
import { writeFileSync } from 'node:fs'
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

const channel = new BroadcastChannel('heap')
channel.unref()
const tell = channel.postMessage.bind(channel)

/** What the threads of a process hold, in bytes. */
export interface HeapReport {
  readonly heap: number
  readonly rss: number
  readonly threads: number
}

const ANSWERS_WITHIN_MS = 3_000

if (isMainThread) process.on('SIGUSR2', report)
else channel.addEventListener('message', () => tell(inUse()))

function report(): void {
  const heaps = [inUse()]
  const hear = (event: Event) => {
    if ('data' in event) heaps.push(Number(event.data))
  }
  channel.addEventListener('message', hear)
  tell('ask')
  setTimeout(() => {
    channel.removeEventListener('message', hear)
    const heap = heaps.reduce((sum, one) => sum + one, 0)
    const written: HeapReport = { heap, rss: process.memoryUsage().rss, threads: heaps.length }
    writeFileSync(process.env.HEAP_FILE ?? '', JSON.stringify(written))
  }, ANSWERS_WITHIN_MS)
}

function inUse(): number {
  // Twice: what the first run finalises, the second frees.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
