import { Prisma } from './generated/client.ts'

/**
 * Whether something failed because the database has no connection or transaction to spare just now, or does not answer: the
 * same may be tried again. Whether it was done may be unknown, where the connection broke at the very end.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === NO_TRANSACTION) return true
  const { kind, originalCode } = driverCauseOf(error)
  if (kind !== undefined && kinds.has(kind)) return true
  return passing.test(originalCode ?? '') || pgSentences.test(error.message)
}

/** No transaction could begin in time, or one that began ran out of it and was taken back. */
const NO_TRANSACTION = 'P2028'

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
function driverCauseOf(error: Error): DriverCause {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: DriverCause } } }
  const cause = error.name === 'DriverAdapterError' ? error.cause : meta?.driverAdapterError?.cause
  return (cause as DriverCause | undefined) ?? {}
}
