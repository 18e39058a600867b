import { DefaultLogger } from '@temporalio/worker'
import type { Logger } from 'pino'

/**
 * What the engine's libraries say, and our activities through them, as lines of the worker's log. An error's message may
 * hold what people wrote: a line carries its name and where it was thrown. Text is kept where it can be an id or a name.
 */
export function createEngineLogger(log: Logger): DefaultLogger {
  return new DefaultLogger('TRACE', ({ level, message, meta = {} }) => {
    const errors = [meta, ...Object.values(meta)].filter(isError)
    // Behind the colon they repeat the error's message.
    const said = errors.length > 0 ? message.split(': ', 1).join() : message
    log[pinoLevels[level]](Object.assign(harmless(meta), ...errors.map(nameOf)), said)
  })
}

const pinoLevels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const

const ID_OR_NAME = /^[\w./:@-]{1,100}$/

/** The engine's core sees nothing that is not encrypted: what it says of the network is kept. */
const LONGEST_OF_CORE = 300

function harmless(meta: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(meta)) {
    if (typeof value === 'number' || typeof value === 'boolean') kept[key] = value
    if (typeof value !== 'string') continue
    if (meta.sdkComponent === 'core') kept[key] = value.slice(0, LONGEST_OF_CORE)
    else if (ID_OR_NAME.test(value)) kept[key] = value
  }
  return kept
}

/** A line of a stack trace, which begins with the error's message: a place in a file, and nothing that somebody wrote. */
const PLACE = /^ {4}at [^\n]*:\d+:\d+\)?$/

/** The names of an error and of what caused it; of the engine's and the keys' alone what they say. */
function nameOf(error: Error): { error: string; says?: string; at: string[] } {
  const chain = causesOf(error)
  const plain = chain.find((one) => PLAIN.has(one.name) || PLAIN.has(kindOf(one)))
  const at = (error.stack ?? '').split('\n').filter((line) => PLACE.test(line))
  return {
    error: chain.map((one) => `${one.name} ${kindOf(one)}`.trim()).join(' < '),
    ...(plain && { says: plain.message }),
    at: at.slice(0, 8),
  }
}

/** Also one from inside a workflow, whose `Error` is another. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'stack' in value
}

/** They name keys, and commands of workflows. */
const PLAIN = new Set(['UnreadablePayloadError', 'DeterminismViolationError'])

function causesOf(error: Error): Error[] {
  return isError(error.cause) ? [error, ...causesOf(error.cause)] : [error]
}

/** The type of the engine's failures, the code of other errors. */
function kindOf(error: Error): string {
  const { type, code } = error as { type?: unknown; code?: unknown }
  const kind = type ?? code
  return typeof kind === 'string' && ID_OR_NAME.test(kind) ? kind : ''
}
