import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import type { Prisma } from './generated/client.ts'
import { createStatementNames } from './prepared.ts'
import { ViewerPool } from './viewer.ts'

export type Db = PrismaClient
/** A transaction, or the client itself where none is open. */
export type Tx = Prisma.TransactionClient

/**
 * Opens the database as whoever the address names: for migrations, commands, setup and tests.
 * @param url a postgresql:// address
 * @param connections the pool's size
 */
export function openDb(url: string, connections = 10): Db {
  return openDbOver(adapterOver({ connectionString: url, max: connections }))
}

/** How long a request waits for a connection before its person is told to try again. */
const PATIENCE_MS = 10_000

/**
 * Opens it for people's requests: the database shows each of them what is theirs, and nobody's to nobody.
 * @param patience milliseconds that a statement waits for a connection
 */
export function openApiDb(url: string, connections = 10, patience = PATIENCE_MS): Db {
  const pool = new ViewerPool({ ...apiConnection(url), max: connections, connectionTimeoutMillis: patience })
  return openDbOver(adapterOver(pool))
}

/** How the api connects: for a `ViewerPool` or a `ViewerClient`. */
export function apiConnection(url: string): pg.ClientConfig {
  return { connectionString: url, options: asRole('aarshjul_api') }
}

/** The size of the worker's pool. */
export const WORKER_CONNECTIONS = 10

/** Opens it for the worker, which writes what was decided and reads little of what people wrote. */
export function openWorkerDb(url: string, connections = WORKER_CONNECTIONS): Db {
  const options = asRole('aarshjul_worker')
  return openDbOver(adapterOver({ connectionString: url, max: connections, options }))
}

/** Opens it over an adapter of the caller's own, such as one that is watched. */
export function openDbOver(adapter: PrismaPg): Db {
  return new PrismaClient({ adapter })
}

function adapterOver(pool: pg.Pool | pg.PoolConfig): PrismaPg {
  return new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: createStatementNames() })
}

/** A role that the login steps into as it connects, and has the rights of from then on. */
function asRole(role: 'aarshjul_api' | 'aarshjul_worker'): string {
  return `-c role=${role}`
}
