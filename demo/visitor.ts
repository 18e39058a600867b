import { randomUUID } from 'node:crypto'
import type { CastName } from './cast.ts'

/** Somebody who uses the service as people do: over HTTP, with a session of their own. */
export interface Visitor {
  readonly name: CastName
  /** The session's cookie header, for a browser of theirs. */
  readonly cookie: string
  get<T = Json>(path: string): Promise<T>
  post<T = Json>(path: string, body?: unknown): Promise<T>
  put<T = Json>(path: string, body?: unknown): Promise<T>
  /** Uploads a file's bytes. */
  upload<T = Json>(path: string, bytes: Uint8Array): Promise<T>
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read by the story as the documentation describes them
export type Json = any

/** An answer that the story did not expect; its message is the service's own sentence. */
class UnexpectedAnswerError extends Error {
  readonly status: number
  constructor(request: string, status: number, body: unknown) {
    super(`${request} answered ${status}: ${JSON.stringify(body)}`)
    this.name = 'UnexpectedAnswerError'
    this.status = status
  }
}

/** Uses a sign-in mail, with the code that was shown where it was asked for. */
export async function signIn(
  url: string,
  name: CastName,
  link: { token: string; code: string },
): Promise<Visitor> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(link),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  if (!answer.ok) throw new UnexpectedAnswerError('POST /session', answer.status, await answer.text())
  return visitorOf(url, name, cookie)
}

function visitorOf(url: string, name: CastName, cookie: string): Visitor {
  const send = async <T>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: BodyInit | null,
  ): Promise<T> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      body,
      headers: { cookie, ...(method !== 'GET' && { 'idempotency-key': randomUUID() }), ...headers },
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    const content: unknown = isJson ? JSON.parse(text) : text
    if (!answer.ok) throw new UnexpectedAnswerError(`${name}: ${method} ${path}`, answer.status, content)
    return content as T
  }
  const json = { 'content-type': 'application/json' }
  return {
    name,
    cookie,
    get: (path) => send('GET', path, {}, null),
    post: (path, body) => send('POST', path, json, JSON.stringify(body ?? {})),
    put: (path, body) => send('PUT', path, json, JSON.stringify(body)),
    upload: (path, bytes) => send('POST', path, { 'content-type': 'text/csv' }, Uint8Array.from(bytes)),
  }
}
