import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pause } from '../../scripts/infrastructure/process.ts'
import type { Heard, Order } from './orders.ts'

/** One of the service's own processes, started again when it ends, as `npm start` and a container's host do. */
export interface Child {
  /** Resolves when it runs and is ready for work. */
  ready(): Promise<void>
  /** What it answers to an order; throws where it died before it had. */
  ask(order: Order): Promise<void>
  /** `kill -9`; it is started again by itself. */
  kill(): void
  /** Stands still meanwhile, and goes on where it was. */
  freezeWhile(work: () => Promise<unknown>): Promise<void>
  /** Started anew with these settings beside its own, from now on. */
  become(env: Record<string, string>, loaders?: readonly string[]): Promise<void>
  /** Ends it; it is not started again before it is to be back. */
  away(): Promise<void>
  back(): Promise<void>
  stop(): Promise<void>
}

export interface ChildOptions {
  name: string
  /** The script beside this file. */
  script: string
  env: Record<string, string>
  logFile: string
  /** For what Node has compiled before: a process that is started often is then ready sooner. */
  cacheFolder: string
  /** Scripts beside this file that are loaded before its own. */
  loaders: readonly string[]
}

/** How long a process may take until it can work, on a busy machine. */
const READY_MS = 120_000
const RESTART_MS = 200
const LOOK_MS = 20
/** How long a drain may take, with a mail server that answers nothing. */
const ANSWER_MS = 120_000

export function startChild(options: ChildOptions): Child {
  const { name, script, env, logFile, cacheFolder } = options
  mkdirSync(dirname(logFile), { recursive: true })
  let isAway = false
  let orders = 0
  let settings = { env: {} as Record<string, string>, loaders: [] as readonly string[] }
  let current = launch()

  interface Launched {
    process: ChildProcess
    state: 'starting' | 'ready' | 'ended'
    ended: Promise<void>
    waiting: Map<number, (error: Error | null) => void>
  }

  function launch(): Launched {
    const log = openSync(logFile, 'a')
    const loaders = ['./tsx-loader.mjs', ...options.loaders, ...settings.loaders].flatMap((loader) => [
      '--import',
      fileOf(loader),
    ])
    const child = fork(fileURLToPath(fileOf(script)), [], {
      execArgv: ['--disable-warning=ExperimentalWarning', ...loaders],
      env: { PATH: process.env.PATH, TZ: 'UTC', NODE_COMPILE_CACHE: cacheFolder, ...env, ...settings.env },
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    const launched: Launched = {
      process: child,
      state: 'starting',
      ended: new Promise<void>((resolve) => child.once('exit', () => resolve())),
      waiting: new Map(),
    }
    child.on('message', (heard: Heard) => {
      if ('ready' in heard) launched.state = 'ready'
      else
        launched.waiting.get(heard.id)?.(heard.error === null ? null : new Error(`${name}: ${heard.error}`))
    })
    // An order that finds it dead is answered by its end.
    child.on('error', () => {})
    void startAgain(launched)
    return launched
  }

  async function startAgain(launched: Launched): Promise<void> {
    await launched.ended
    launched.state = 'ended'
    for (const answer of launched.waiting.values()) answer(new Error(`${name} died`))
    await pause(RESTART_MS)
    if (!isAway && launched === current) current = launch()
  }

  async function ready(): Promise<void> {
    const until = performance.now() + READY_MS
    while (performance.now() < until) {
      if (current.state === 'ready') return
      await pause(LOOK_MS)
    }
    throw new Error(`${name} was not ready within ${READY_MS / 1000} seconds: see ${logFile}`)
  }

  async function away(): Promise<void> {
    isAway = true
    current.process.kill('SIGKILL')
    await current.ended
  }

  return {
    ready,
    ask: async (order) => {
      await ready()
      const { process: child, waiting } = current
      const id = ++orders
      let timer: NodeJS.Timeout | undefined
      try {
        await new Promise<void>((resolve, reject) => {
          waiting.set(id, (error) => (error === null ? resolve() : reject(error)))
          child.send({ ...order, id }, (error) => error && reject(error))
          timer = setTimeout(() => reject(new Error(`${name} did not answer '${order.do}'`)), ANSWER_MS)
        })
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
    kill: () => void current.process.kill('SIGKILL'),
    freezeWhile: async (work) => {
      const { process: child } = current
      child.kill('SIGSTOP')
      try {
        await work()
      } finally {
        child.kill('SIGCONT')
      }
    },
    become: async (changed, loaders = []) => {
      settings = { env: changed, loaders }
      const before = current
      before.process.kill('SIGKILL')
      await before.ended
      await ready()
    },
    away,
    back: async () => {
      isAway = false
      current = launch()
      await ready()
    },
    stop: away,
  }
}

function fileOf(name: string): string {
  return new URL(name, import.meta.url).href
}
