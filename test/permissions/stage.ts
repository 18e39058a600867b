import { AsyncLocalStorage } from 'node:async_hooks'
import type { IRouter } from 'express'
import { notConfirmed } from '../../api/problem.ts'
import type { Engine } from '../../api/temporal.ts'
import { newSecret } from '../../api/service-token.ts'
import { type Db, openDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { DAY } from '../../domain/calendar/day.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { createDatabase } from '../support/postgres.ts'
import { openTrialDb } from './trial-db.ts'
import { isProgram, NOW, type Persona, personas, programs, TODAY, type World, writeWorld } from './world.ts'

/** The real app over one written organisation. What a request changes is undone after its answer. */
export interface PermissionStage {
  readonly world: World
  /** Every line that was logged. */
  logged(): string[]
  /** What is measured of the api. */
  measured(): Promise<string>
  /** Every address the app answers, as 'GET /api/v1/talks/:talkId'. */
  readonly addresses: readonly string[]
  ask(question: Question): Promise<Told>
  close(): Promise<void>
}

export interface Question {
  readonly persona: Persona
  /** 'GET /api/v1/talks/:talkId'. */
  readonly address: string
  /** What stands for the names in the address; as seen from Anna unless given. */
  readonly ids?: Readonly<Record<string, string>> | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  /** JSON to the api, fields to a form. */
  readonly body?: unknown
  /** Is where the answer is made, until it is there. */
  readonly within?: object | undefined
  /** Looks at the tables after the answer, before all is undone. */
  readonly look?: ((db: Db) => Promise<void>) | undefined
}

export interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
  /** What the engine was asked to do meanwhile. */
  readonly acts: readonly unknown[]
}

/** What was handed in `within` with the question that is being answered. */
export const withinQuestion = new AsyncLocalStorage<object>()

/** Questions that may be on their way at once: most of their time is waiting for the database. */
const LANES = 6

/**
 * @param fenced false: the database holds nobody back, and the program's own checks are alone
 * @param isEngineUp false: it never answers; true: every act is answered as done, and the tables stay as they are
 */
export async function openPermissionStage(fenced = true, isEngineUp = false): Promise<PermissionStage> {
  const database = await createDatabase()
  const ownDb = openDb(database.url, 1)
  const world = await writeWorld(ownDb)
  const lanes = await Promise.all(
    Array.from({ length: LANES }, () => openLane(database.url, fenced, isEngineUp)),
  )
  const [first] = lanes
  if (first === undefined) throw new Error('there is no lane: expected one at least')
  const shown = new Map<Persona, Shown>()
  for (const persona of personas) shown.set(persona, await enter(persona, world, first.api, ownDb))
  const sessions = await first.api.anybody.get<{ id: string }[]>('/me/sessions', shown.get('employee'))
  const ids = { ...world.ids, sessionId: sessions.body[0]?.id ?? '' }
  const free = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  return {
    world: { ...world, ids },
    logged: () => lanes.flatMap(({ api }) => api.logged),
    measured: async () => (await Promise.all(lanes.map(({ api }) => api.measured()))).join('\n'),
    addresses: [...new Set(addressesOf(first.api.app.router))],
    ask: async (question) => {
      const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)))
      const told = await lane.ask(question, shown.get(question.persona) ?? {}, ids)
      const next = waiting.shift()
      if (next) next(lane)
      else free.push(lane)
      return told
    },
    close: async () => {
      for (const lane of lanes) await lane.close()
      await ownDb.$disconnect()
      await database.drop()
    },
  }
}

/** The headers by which somebody is known. */
type Shown = Record<string, string>

async function enter(persona: Persona, { people }: World, api: TestApi, db: Db): Promise<Shown> {
  if (persona === 'nobody') return {}
  if (!isProgram(persona)) return { cookie: (await api.signIn(people[persona].personId)).cookie }
  const { of, scopes } = programs[persona]
  const { secret, tokenHash } = newSecret()
  await db.serviceToken.create({
    data: {
      tokenHash,
      personId: people[of].personId,
      name: persona,
      scopes: [...scopes],
      createdAt: new Date(NOW),
      expiresAt: new Date(NOW + DAY),
      // Its use is not noted in every trial.
      lastUsedOn: toDate(TODAY),
    },
  })
  return { authorization: `Bearer ${secret}` }
}

interface Lane {
  readonly api: TestApi
  ask(question: Question, shown: Shown, ids: Readonly<Record<string, string>>): Promise<Told>
  close(): Promise<void>
}

async function openLane(databaseUrl: string, fenced: boolean, isEngineUp: boolean): Promise<Lane> {
  const trialDb = await openTrialDb(databaseUrl, fenced)
  let within: object = {}
  let acts: unknown[] = []
  const api = await startApi({
    databaseUrl,
    db: trialDb.db,
    engine: engineOf(isEngineUp, (wanted) => acts.push(wanted)),
    // Where mails go to a folder of this machine, they can be looked at by anybody on it.
    env: { MAIL_SINK: 'smtp', SMTP_URL: 'smtp://127.0.0.1:1' },
    clock: { now: () => NOW },
    // A session's use is not noted in every trial.
    realTime: { now: () => NOW },
    around: (app) => (req, res) => withinQuestion.run(within, () => app(req, res)),
  })
  return {
    api,
    ask: (question, shown, ids) => {
      within = question.within ?? {}
      acts = []
      return trialDb.trial(async () => {
        const told = await send(api.url, shown, { ids, ...question })
        // What no answer waits for belongs to the trial too.
        await api.settled()
        if (question.look) await trialDb.look(question.look)
        return { ...told, acts }
      })
    },
    close: async () => {
      await api.close()
      await trialDb.close()
    },
  }
}

/**
 * Whoever is let through gets as far as the engine: it hears what they want, and answers that nothing is confirmed, or
 * that it is done.
 */
function engineOf(isUp: boolean, hear: (wanted: unknown) => void): Engine {
  const answer = async <T>(wanted: unknown, done: T): Promise<T> => {
    hear(wanted)
    return isUp ? done : Promise.reject(notConfirmed())
  }
  return {
    talks: {
      act: (talkId, act, { personId }, onBehalfOf) =>
        answer({ talkId, act, personId, onBehalfOf }, { talkId, version: 1, status: 'agreed' }),
    },
    rounds: {
      start: (roundId, input) => answer({ roundId, input }, undefined),
      act: (roundId, act, { personId }) =>
        answer({ roundId, act, personId }, { roundId, version: 1, status: 'running' }),
    },
    mornings: { run: () => answer('morning', undefined) },
    erasures: { run: (personId) => answer({ erase: personId }, undefined) },
    isUp: async () => true,
  }
}

async function send(url: string, shown: Shown, question: Question): Promise<Omit<Told, 'acts'>> {
  const { address, ids = {}, query: asked, body } = question
  const [method = 'GET', path = '/'] = address.split(' ')
  const isApi = path.startsWith('/api/')
  const query = asked ? `?${new URLSearchParams(asked)}` : ''
  const answer = await fetch(url + filled(path, ids) + query, {
    method,
    redirect: 'manual',
    headers: {
      accept: isApi ? 'application/json' : 'text/html',
      ...shown,
      ...(method !== 'GET' && {
        'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    },
    ...(method !== 'GET' && { body: isApi ? JSON.stringify(body ?? {}) : fieldsOf(body) }),
  })
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

export function filled(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? `no-${name}`)
}

function fieldsOf(body: unknown): string {
  const fields = Object.entries((body ?? {}) as Record<string, string | readonly string[]>)
  return new URLSearchParams(
    fields.flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString()
}

interface Layer {
  readonly route?: { path: string; methods?: Record<string, boolean>; stack: { method: string }[] }
  readonly handle: IRouter & { stack?: Layer[] }
  match(path: string): boolean
}

/** Walks the app's own routers, so that nothing it answers is left out. */
function addressesOf(router: IRouter, prefix = ''): string[] {
  return (router.stack as unknown as Layer[]).flatMap((layer) => {
    if (layer.route) {
      const { path, stack } = layer.route
      return [...new Set(stack.map(({ method }) => `${method.toUpperCase()} ${prefix}${path}`))]
    }
    if (layer.handle.stack === undefined) return []
    return addressesOf(layer.handle, layer.match('/elsewhere') ? prefix : `${prefix}/api/v1`)
  })
}
