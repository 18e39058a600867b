import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { openApiDb, openDb, openWorkerDb } from '../../db/client.ts'
import { giveLogins, refuseStrongLogin } from '../../db/logins.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(async () => {
  await asOwner('DROP ROLE IF EXISTS aarshjul_api_login')
  await asOwner('DROP ROLE IF EXISTS aarshjul_worker_login')
  await database.drop()
})

const asOwner = (sql: string) => run(database.url, sql)

async function run(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function addressOf(login: string, password: string): string {
  const address = new URL(database.url)
  address.username = login
  address.password = password
  return address.href
}

describe('The logins of api and worker', () => {
  test('are made for those who have a password', async () => {
    expect(await giveLogins(database.url, { api: null, worker: null })).toEqual([])
    expect(await giveLogins(database.url, { api: "it's", worker: null })).toEqual(['aarshjul_api_login'])
    expect(await giveLogins(database.url, { api: "it's", worker: 'two' })).toEqual([
      'aarshjul_api_login',
      'aarshjul_worker_login',
    ])
  })

  test('are made once when several processes start together', async () => {
    await asOwner('DROP ROLE IF EXISTS aarshjul_api_login')
    const together = Array.from({ length: 6 }, () => giveLogins(database.url, { api: 'a', worker: null }))
    expect((await Promise.all(together)).flat()).toHaveLength(6)
  })

  test('sign in with the newest password', async () => {
    await giveLogins(database.url, { api: 'old', worker: null })
    await giveLogins(database.url, { api: 'new', worker: null })
    await expect(run(addressOf('aarshjul_api_login', 'old'), 'SELECT 1')).rejects.toThrow(/password/)
    expect(await run(addressOf('aarshjul_api_login', 'new'), 'SELECT current_user AS name')).toEqual([
      { name: 'aarshjul_api_login' },
    ])
  })

  test('step into the role of their own process and no other', async () => {
    await giveLogins(database.url, { api: 'a', worker: 'w' })
    const api = addressOf('aarshjul_api_login', 'a')
    const worker = addressOf('aarshjul_worker_login', 'w')
    const opened = [openApiDb(api, 1), openWorkerDb(worker, 1)]
    const names = await Promise.all(opened.map((db) => db.$queryRaw`SELECT current_user::text AS name`))
    expect(names).toEqual([[{ name: 'aarshjul_api' }], [{ name: 'aarshjul_worker' }]])
    for (const db of opened) await db.$disconnect()
    await expect(run(api, 'SET ROLE aarshjul_worker')).rejects.toThrow(/permission denied/)
    await expect(run(worker, 'SET ROLE aarshjul_api')).rejects.toThrow(/permission denied/)
    const owner = new URL(database.url).username
    await expect(run(api, `SET ROLE ${owner}`)).rejects.toThrow(/permission denied/)
  })

  test('may neither change tables nor take anything out of the audit', async () => {
    await giveLogins(database.url, { api: 'a', worker: 'w' })
    for (const address of [addressOf('aarshjul_api_login', 'a'), addressOf('aarshjul_worker_login', 'w')]) {
      await expect(run(address, 'CREATE TABLE public.note (id int)')).rejects.toThrow(/permission denied/)
      await expect(run(address, 'ALTER TABLE sheet DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/owner/)
      await expect(run(address, 'DELETE FROM audit_entry')).rejects.toThrow(/permission denied/)
    }
  })
})

describe('A login with more rights than its process has', () => {
  const logins = ['aarshjul_keeper', 'aarshjul_onlooker'] as const
  afterAll(async () => {
    for (const login of logins) await asOwner(`DROP ROLE IF EXISTS ${login}`)
  })

  const refusalOf = async (address: string) => {
    const db = openDb(address, 1)
    try {
      return await refuseStrongLogin(db).then(
        () => null,
        (error: Error) => error.message,
      )
    } finally {
      await db.$disconnect()
    }
  }

  test('is told from those that are made for api and worker', async () => {
    await giveLogins(database.url, { api: 'a', worker: 'w' })
    expect(await refusalOf(addressOf('aarshjul_api_login', 'a'))).toBe(null)
    expect(await refusalOf(addressOf('aarshjul_worker_login', 'w'))).toBe(null)
  })

  test('is a superuser, one that row rights do not bind, and one that has the rights of the tables’ owner', async () => {
    const owner = new URL(database.url).username
    expect(await refusalOf(database.url)).toContain(`the login '${owner}', which may look past`)
    const [keeper, onlooker] = logins
    await asOwner(`CREATE ROLE ${onlooker} LOGIN PASSWORD 'o' BYPASSRLS IN ROLE aarshjul_api`)
    expect(await refusalOf(addressOf(onlooker, 'o'))).toContain(
      `the login '${onlooker}', which may look past`,
    )
    await asOwner(`CREATE ROLE ${keeper} LOGIN PASSWORD 'k'`)
    expect(await refusalOf(addressOf(keeper, 'k'))).toBe(null)
    await asOwner(`ALTER TABLE talk OWNER TO ${keeper}`)
    expect(await refusalOf(addressOf(keeper, 'k'))).toContain(`the login '${keeper}', which owns the tables`)
    await asOwner(`ALTER TABLE talk OWNER TO ${owner}`)
  })

  test.each(['api', 'worker'])(
    'starts no %s in production',
    async (name) => {
      const { code, complained } = await start(name)
      expect(code).not.toBe(0)
      expect(complained).toContain('StrongLoginError: DATABASE_URL has the login')
      expect(complained).toContain('"Roles in the database"')
    },
    120_000,
  )
})

/** A process as production starts it, with the owner's login. */
async function start(name: string): Promise<{ code: number | null; complained: string }> {
  const loader = ['--import', './test/faults/tsx-loader.mjs']
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...loader, `${name}/main.ts`],
    {
      env: {
        PATH: process.env.PATH,
        MODE: 'production',
        DATABASE_URL: database.url,
        DATABASE_TLS: 'off',
        TEMPORAL_ADDRESS: '127.0.0.1:1',
        TEMPORAL_KEYS: `2027:${Buffer.alloc(32).toString('base64')}`,
        HOST: '127.0.0.1',
        PORT: '0',
        PUBLIC_URL: 'https://mus.solbakke.example/',
        TRUSTED_PROXIES: '1',
        EMPLOYER_NAME: 'Solbakke Kommune',
        MAIL_FROM: 'Årshjulet <mus@solbakke.example>',
        SMTP_HOST: 'smtp.solbakke.example',
        JOURNAL: 'manual',
        OIDC_PROVIDERS: JSON.stringify([
          {
            id: 'work',
            name: 'Solbakke',
            issuer: 'https://login.solbakke.example',
            clientId: 'mus',
            clientSecret: 'hemmelig',
            matchBy: 'number',
          },
        ]),
      },
    },
  )
  let complained = ''
  child.stderr.on('data', (chunk) => (complained += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, complained }
}
