import type { z } from 'zod'
import type { TokenScope } from '../domain/permissions.ts'
import type { OpenRequest, SignedInRequest } from './request.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** A file as an answer, such as a PDF or a table. */
export interface FileAnswer {
  readonly contentType: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** One route as the router and the OpenAPI document see it. */
export interface Route {
  readonly method: Method
  /** Under /api/v1, with express's parameters: '/talks/:talkId/appointment'. */
  readonly path: string
  /** One sentence. */
  readonly summary: string
  readonly signedIn: boolean
  /** The scope that a service token must have; null = no token is good for it. */
  readonly scope: TokenScope | null
  readonly params: z.ZodType | null
  readonly query: z.ZodType | null
  readonly body: z.ZodType | null
  /** The request's body is a file, handed on as bytes. */
  readonly takesFile: boolean
  /** Null = no content (204), or a file. */
  readonly response: z.ZodType | null
  /** The content type of a route that answers with a file. */
  readonly givesFile: string | null
  readonly status: number
  /** Whether an answer is kept under its Idempotency-Key. */
  readonly remembered: boolean
  /** Whether the audit says that it was done (R15.2). */
  readonly noted: boolean
  /** How a request that was answered before is answered again; null = in the same words. */
  readonly again: ((request: RouteRequest) => Promise<unknown>) | null
  readonly handle: (request: RouteRequest) => Promise<unknown>
}

/** A request with its parts read; what each route gets is typed by its definition. */
export type RouteRequest = SignedInRequest & Sent<unknown, unknown, unknown>

interface Sent<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The uploaded file; empty where the route takes none. */
  readonly file: Uint8Array
  /** For what no schema says, such as a session's cookie. */
  readonly setHeader: (name: string, value: string) => void
  readonly cookies: Readonly<Record<string, string>>
}

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  method: Method
  path: string
  summary: string
  /** Programs may ask too, with a service token of this scope; without it people alone. */
  scope?: TokenScope
  params?: P
  query?: Q
  body?: B
  takesFile?: true
  response?: R
  /** Content type; `handle` then answers a FileAnswer. */
  givesFile?: string
  /** 200 unless told otherwise; 204 where there is no response. */
  status?: number
  /** False for answers that must not be kept: with content, or not the same for every try. */
  remembered?: false
  /** False where nothing may tell that this person did it: the anonymous evaluation (R6.2). */
  noted?: false
}

/** What a route answers in the code: a file or nothing where it has no schema. */
type Answered<R extends z.ZodType> = z.ZodType extends R
  ? Promise<FileAnswer> | Promise<void>
  : Promise<z.output<R>>

declare const types: unique symbol

/** A route that remembers what it takes and answers, for pages that ask it without HTTP. */
export interface TypedRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> extends Route {
  readonly [types]?: {
    readonly sent: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> }
    readonly answer: z.ZodType extends R ? FileAnswer : z.output<R>
  }
}

/** A route behind the session: the default. What it answers passes through `response`, which drops what it does not name. */
export function defineRoute<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
>(
  definition: Definition<P, Q, B, R> & {
    handle: (request: SignedInRequest & Sent<z.output<P>, z.output<Q>, z.output<B>>) => Answered<R>
    /**
     * For answers with content: only that the request was done is kept, and a repeated one is answered with what is
     * read now. Without it the first answer itself is kept.
     */
    again?: (request: SignedInRequest & Sent<z.output<P>, unknown, unknown>) => Promise<z.output<R>>
  },
): TypedRoute<P, Q, B, R> {
  const { handle, again } = definition
  return {
    ...toRoute(definition, true, handle as Route['handle']),
    again: again ? (again as Route['handle']) : null,
  }
}

/** A route that needs no session; its name must stand in `openRoutes`. */
export function defineOpenRoute<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
>(
  definition: Definition<P, Q, B, R> & {
    handle: (request: OpenRequest & Sent<z.output<P>, z.output<Q>, z.output<B>>) => Answered<R>
  },
): Route {
  return toRoute(definition, false, definition.handle as Route['handle'])
}

function toRoute(
  definition: Definition<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
  signedIn: boolean,
  handle: Route['handle'],
): Route {
  const { method, path, summary, params, query, body, response, givesFile } = definition
  return {
    method,
    path,
    summary,
    signedIn,
    scope: definition.scope ?? null,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    takesFile: definition.takesFile ?? false,
    response: response ?? null,
    givesFile: givesFile ?? null,
    status: definition.status ?? (response || givesFile ? 200 : 204),
    remembered: (definition.remembered ?? true) && signedIn && method !== 'get' && !givesFile,
    noted: (definition.noted ?? true) && signedIn && method !== 'get',
    again: null,
    handle,
  }
}
