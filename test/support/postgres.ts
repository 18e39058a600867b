import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { askFor } from './ask.ts'

export type TestDatabase = {
  readonly url: string
  /** Ends every connection to the database and removes it. */
  readonly drop: () => Promise<void>
}

/** A database of one's own on a real server, with the schema and no rows. */
export async function createDatabase(): Promise<TestDatabase> {
  return cloneOf((await askFor('postgres')).template)
}

/** A database of one's own without the schema. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template0')
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const { adminUrl } = await askFor('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => execute(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
