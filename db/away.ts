import { Prisma } from './generated/client.ts'

/**
 * Whether something failed because the database has no connection or transaction to spare just now, or does not answer: the
 * same may be tried again. Whether it was done may be unknown, where the connection broke at the very end.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const thrown = error as Thrown
  // Of what the adapter does not translate Prisma may keep the code alone: nothing but the database's comes from there.
  if (error instanceof Prisma.PrismaClientKnownRequestError && passingInPrisma.has(error.code)) return true
  const { kind, originalCode } = driverCauseOf(thrown)
  if (kind !== undefined && kinds.has(kind)) return true
  if (passing.test(originalCode ?? '') || pgSentences.test(thrown.message ?? '')) return true
  return isOfConnection(thrown)
}

/** What may be said of an error, whatever it is. */
interface Thrown {
  readonly name?: string
  readonly message?: string
  readonly cause?: unknown
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: DriverCause } }
  readonly code?: unknown
  readonly syscall?: unknown
  /** Of an `AggregateError`. */
  readonly errors?: unknown
}

/** No transaction could begin in time, or one that began ran out of it and was taken back. */
const NO_TRANSACTION = 'P2028'

/** In Node's words: no machine, no way to it, or nobody there who listens and answers. */
const socketCodes = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]
const passingInPrisma = new Set([NO_TRANSACTION, ...socketCodes])

/** What was done with a connection when it failed. */
const calls = new Set<unknown>(['connect', 'getaddrinfo', 'read', 'write'])

/** In the words of Prisma's driver adapters. */
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

/** SQLSTATEs of a connection that broke, and of a server that stops, starts or has no room. */
const passing = /^(?:08|53|57P0[1-3])/

/** What pg and its pool say has no code. */
const pgSentences =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client (?:has encountered a connection error|was closed) and is not queryable)/

interface DriverCause {
  readonly kind?: string
  readonly originalCode?: string
}

/** What the driver said of it; empty where it said nothing. */
function driverCauseOf({ name, cause, meta }: Thrown): DriverCause {
  const told = name === 'DriverAdapterError' ? cause : meta?.driverAdapterError?.cause
  return (told as DriverCause | undefined) ?? {}
}

/**
 * Whether a connection failed, as Node tells it and Prisma's adapter hands it on; of a host with several addresses it is
 * told of each. Nothing else asks over a bare connection where this is asked: mail leaves from the worker, and the
 * workplace's sign-in and the engine have errors of their own around it.
 */
function isOfConnection({ code, syscall, errors }: Thrown): boolean {
  if (Array.isArray(errors)) return errors.some((one: Thrown | null) => isOfConnection(one ?? {}))
  return socketCodes.some((known) => known === code) && calls.has(syscall)
}
