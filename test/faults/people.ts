import { randomUUID } from 'node:crypto'
import { causeOf } from '../../api/cause.ts'
import { createSignInLink } from '../../api/sign-in-links.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import { pause } from '../../scripts/infrastructure/process.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { Asked } from './evidence.ts'
import type { Installation } from './installation.ts'

export interface Wish {
  /** What the rules must say to it. */
  expects?: 'done' | 'refused'
  /** How often the button is pressed at the same moment. */
  clicks?: number
  /** What it ends where it is done: the obligation and its talk. */
  ends?: { talkId: string; obligation: string }
  /** A decision of this talk's rules, which must be recorded once. */
  decides?: string
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read by the story as the documentation describes them
export type Json = any

/** People over HTTP, who press the button again when they get no answer; every word of it is noted. */
export interface People {
  readonly asked: Asked[]
  signIn(person: TestPerson): Promise<void>
  get(who: TestPerson, path: string): Promise<Json>
  /** The answer's body, as the last of the clicks got it. */
  ask(who: TestPerson, method: string, path: string, body: unknown, wish?: Wish): Promise<Json>
  /** Saves over the version there is, and knows its own words again where the answer was lost. */
  save(
    who: TestPerson,
    place: { read: string; write: string; of: (body: Json) => Json },
    content: object,
  ): Promise<void>
  /** Sends a request that was answered once more, with the same key. */
  repeat(asked: Asked): Promise<void>
}

/** How long somebody goes on trying, in milliseconds of real time. */
const PATIENCE = 120_000
const BETWEEN_TRIES = 250

export function createPeople({ db, url, player }: Installation): People {
  const asked: Asked[] = []
  const cookies = new Map<string, string>()

  /** One answer that is none of passing trouble: the service was away, or could not confirm. */
  async function untilAnswered(one: Asked): Promise<{ status: number; body: Json }> {
    const until = performance.now() + PATIENCE
    for (;;) {
      const answer = await send(one)
      if (answer !== null && answer.status < 500 && answer.status !== 429) return answer
      one.unanswered.push(answer?.status ?? 0)
      if (performance.now() > until)
        throw new Error(`${one.method} ${one.path} got no answer: ${one.unanswered.slice(-5).join(', ')}`)
      await pause(BETWEEN_TRIES)
    }
  }

  async function send(one: Asked): Promise<{ status: number; body: Json } | null> {
    try {
      const answer = await fetch(`${url}/api/v1${one.path}`, {
        method: one.method,
        headers: {
          cookie: cookies.get(one.personId) ?? '',
          ...(one.key !== null && { 'idempotency-key': one.key }),
          ...(one.sent !== undefined && { 'content-type': 'application/json' }),
        },
        ...(one.sent !== undefined && { body: JSON.stringify(one.sent) }),
        signal: AbortSignal.timeout(30_000),
      })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
    } catch {
      return null
    }
  }

  /** Where the database is away, tries again: the clock is only read. */
  async function nowAt(): Promise<Instant> {
    for (let tries = 1; ; tries++) {
      try {
        return await player.now()
      } catch (error) {
        if (tries === 100) throw error
        await pause(BETWEEN_TRIES)
      }
    }
  }

  return {
    asked,
    signIn: async (person) => {
      const link = await createSignInLink(db, person.personId, url)
      const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
      await answer.arrayBuffer()
      cookies.set(person.personId, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
    },
    get: async (who, path) => {
      const one = newAsked(who, 'GET', path, undefined, null)
      return (await untilAnswered(one)).body
    },
    ask: async (who, method, path, body, wish = {}) => {
      const one = { ...newAsked(who, method, path, body, randomUUID()), ...wished(wish) }
      asked.push(one)
      one.at = await nowAt()
      const clicks = Array.from({ length: wish.clicks ?? 1 }, () => untilAnswered(one))
      for (const answer of await Promise.all(clicks)) one.answers.push({ ...answer, isLater: false })
      return one.answers.at(-1)?.body
    },
    save: async (who, { read, write, of }, content) => {
      for (;;) {
        const there = of((await untilAnswered(newAsked(who, 'GET', read, undefined, null))).body)
        if (JSON.stringify(there?.content) === JSON.stringify(content)) return
        const sent = { version: there?.version ?? 0, content }
        const { status } = await untilAnswered(newAsked(who, 'PUT', write, sent, null))
        if (status < 300) return
        if (status !== 409) throw new Error(`PUT ${write} was answered ${status}`)
      }
    },
    repeat: async (one) => {
      one.answers.push({ ...(await untilAnswered(one)), isLater: true })
    },
  }
}

function newAsked(who: TestPerson, method: string, path: string, sent: unknown, key: string | null): Asked {
  const route = `${method} /api/v1${path}`
  return {
    personId: who.personId,
    method,
    path,
    key,
    sent,
    at: 0,
    expects: 'done',
    ends: null,
    decides: null,
    decisionId: causeOf(who.personId, route, key, sent ?? null).decisionId,
    answers: [],
    unanswered: [],
  }
}

function wished({ expects = 'done', ends, decides }: Wish): Pick<Asked, 'expects' | 'ends' | 'decides'> {
  return { expects, ends: ends ?? null, decides: decides ?? null }
}
