import { z } from 'zod'
import type { Entered, Frame } from '../../web/frame.ts'
import type { NoticeCode } from '../../web/texts/notices.ts'
import type { SignedInBegun } from '../begin.ts'
import { perform, readRequest } from '../perform.ts'
import type { Problem } from '../problem.ts'
import type { FileAnswer, TypedRoute } from '../route.ts'

/** What a page's code gets: who asks, the frame it stands in, and the parts of its address. */
export interface PageRequest<P = unknown, Q = unknown> extends SignedInBegun {
  readonly frame: Frame
  readonly params: P
  readonly query: Q
  /** Why the form that was just sent could not be done, with all its members; null on a page that is simply opened. */
  readonly problem: Problem | null
}

/** A page behind the session. */
export interface Page {
  /** With express's parameters: '/talks/:talkId'. */
  readonly path: string
  readonly params: z.ZodType
  readonly query: z.ZodType
  readonly show: (request: PageRequest) => Promise<string>
}

/** What a form's code gets: who asks, the parts of its address, and what was entered. */
export interface FormRequest<P = unknown> extends Omit<PageRequest<P>, 'query' | 'frame' | 'problem'> {
  readonly entered: FormFields
  /** Ticked by somebody who has seen what the guard found and shares all the same (R7.3). */
  readonly despiteWarnings: boolean
  /** The file of an upload; empty where none was chosen. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/** Where the browser goes after a form was done, and what is said there. */
export interface Done {
  readonly to: string
  readonly notice?: NoticeCode
  /** Inputs that are other than they were sent, such as a draft's version: for a page that saved without leaving. */
  readonly fields?: Readonly<Record<string, string | number>>
}

/** The form comes back with these fields and nothing is done yet, such as with a row more. */
export interface Again {
  readonly again: Entered
}

/** A page in place of a way on: for what is told once and is nowhere to be read again. */
export interface ToldOnce {
  readonly page: (frame: Frame) => string
}

/** What a form does; sent in vain, its page is shown again with everything that was typed. */
export interface Form {
  readonly path: string
  readonly page: Page
  readonly params: z.ZodType
  /** What the page's address needs beyond the form's own parameters. */
  readonly pageQuery: (entered: FormFields) => Record<string, string>
  /** The input for a place the api complains about, where it does not have the place's own name. */
  readonly names: (params: unknown) => Readonly<Record<string, string>>
  readonly does: (request: FormRequest) => Promise<Done | Again | ToldOnce>
}

export function definePage<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType>(definition: {
  path: string
  params?: P
  query?: Q
  show: (request: PageRequest<z.output<P>, z.output<Q>>) => Promise<string>
}): Page {
  const { path, params = z.object({}), query = z.object({}), show } = definition
  return { path, params, query, show: show as Page['show'] }
}

export function defineForm<P extends z.ZodType = z.ZodType>(definition: {
  path: string
  /** Shown again when it cannot be done: takes its parameters from the form's address. */
  page: Page
  params?: P
  pageQuery?: (entered: FormFields) => Record<string, string>
  /** By the form's parameters where a page has several of its kind. */
  names?: Readonly<Record<string, string>> | ((params: z.output<P>) => Readonly<Record<string, string>>)
  does: (request: FormRequest<z.output<P>>) => Promise<Done | Again | ToldOnce>
}): Form {
  const { path, page, params = page.params, pageQuery = () => ({}), names = {}, does } = definition
  const naming = typeof names === 'function' ? (names as Form['names']) : () => names
  return { path, page, params, pageQuery, names: naming, does: does as Form['does'] }
}

/** The fields of a form as they were entered. */
export interface FormFields {
  /** Trimmed; '' where nothing was entered. */
  text(name: string): string
  /** Every value under one name. */
  all(name: string): readonly string[]
  has(name: string): boolean
  readonly fields: Entered
}

export function readFields(fields: Entered): FormFields {
  const all = (name: string) => [fields[name] ?? []].flat()
  return {
    text: (name) => (all(name)[0] ?? '').trim(),
    all,
    has: (name) => fields[name] !== undefined,
    fields,
  }
}

/** What is sent to a route, and what it answers, by the route's own schemas. */
type Sent<T> = T extends { sent: infer S } ? S : never

/**
 * Asks a route of the api as the person who is signed in: a page is one more client of it, under the same checks, and
 * a form's key makes it be done once (design §4). Throws Problem.
 */
export async function ask<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  begun: SignedInBegun,
  route: TypedRoute<P, Q, B, R>,
  sent: Sent<{ sent: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> } }> & {
    file?: Uint8Array
  } = {},
): Promise<z.ZodType extends R ? FileAnswer : z.output<R>> {
  const { params = {}, query = {}, body = {}, file = new Uint8Array() } = sent
  const incoming = {
    address: `${route.method.toUpperCase()} /api/v1${pathOf(route.path, params as Record<string, string>)}`,
    params,
    query,
    body: route.takesFile ? null : body,
    file,
    cookies: {},
    setHeader: () => {},
  }
  if (route.method === 'get') {
    return (await route.handle(readRequest(route, begun, incoming))) as never
  }
  const answer = await perform(route, begun, incoming)
  return (route.response === null ? answer : z.decode(route.response, answer)) as never
}

function pathOf(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
}
