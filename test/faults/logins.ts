import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/**
 * A server as an installation that wants to be sure has it (docs/operations.md): an administrator has made the roles, one
 * login migrates and owns the tables, and each process has one with no right but its role's.
 */
export interface Logins {
  migrating(url: string): string
  api(url: string): string
  worker(url: string): string
}

const names = { migrating: 'faults_owner', api: 'faults_api', worker: 'faults_worker' } as const

/** @param adminUrl the superuser's, of any database of the server */
export async function makeLogins(adminUrl: string): Promise<Logins> {
  const password = randomBytes(18).toString('base64url')
  const login = (name: string) => `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('CREATE ROLE aarshjul_api; CREATE ROLE aarshjul_worker; CREATE ROLE aarshjul_audit')
    await client.query(login(names.migrating))
    await client.query(`GRANT aarshjul_api, aarshjul_worker, aarshjul_audit TO ${names.migrating}`)
    await client.query(`${login(names.api)} IN ROLE aarshjul_api`)
    await client.query(`${login(names.worker)} IN ROLE aarshjul_worker`)
  } finally {
    await client.end()
  }
  const as = (username: string) => (url: string) => Object.assign(new URL(url), { username, password }).href
  return { migrating: as(names.migrating), api: as(names.api), worker: as(names.worker) }
}

/** Gives a database to the login that migrates it. */
export async function giveToOwner(adminUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(database)} OWNER TO ${names.migrating}`)
  } finally {
    await client.end()
  }
}
