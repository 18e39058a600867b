import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import type { Prisma } from './generated/client.ts'

export type Db = PrismaClient
/** A transaction, or the client itself where none is open. */
export type Tx = Prisma.TransactionClient

/**
 * Opens the database.
 * @param url a postgresql:// address
 * @param connections the pool's size
 */
export function openDb(url: string, connections = 10): Db {
  return openDbOver(new PrismaPg({ connectionString: url, max: connections }))
}

/** Opens it over an adapter of the caller's own, such as one that is watched. */
export function openDbOver(adapter: PrismaPg): Db {
  return new PrismaClient({ adapter })
}
