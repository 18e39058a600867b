import { Client } from 'pg'
import type { Tx } from './client.ts'
import { lockMigrations } from './migrate.ts'

/** The role of each process that may have a login of its own (docs/decisions/0044-the-second-fence.md). */
const roles = { api: 'aarshjul_api', worker: 'aarshjul_worker' } as const

/** The password of each process's own login; `null` where it has none and uses the owner's. */
export type LoginPasswords = { readonly [process in keyof typeof roles]: string | null }

/**
 * Gives the processes that have a password each a login with no right but its role's, `aarshjul_api_login` and
 * `aarshjul_worker_login`, and answers their names. Safe to repeat, and from several processes at once; a new password
 * replaces the old one. The login in `databaseUrl` must be allowed to create roles.
 */
export async function giveLogins(databaseUrl: string, passwords: LoginPasswords): Promise<readonly string[]> {
  const wanted = Object.entries(roles).flatMap(([process, role]) => {
    const password = passwords[process as keyof typeof roles]
    return password === null ? [] : [{ role, login: `${role}_login`, password }]
  })
  if (wanted.length === 0) return []
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await lockMigrations(client)
    for (const { login, role, password } of wanted) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login])
      const act = rowCount === 0 ? `CREATE ROLE ${login} IN ROLE ${role}` : `ALTER ROLE ${login}`
      await client.query(`${act} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
    }
    return wanted.map(({ login }) => login)
  } finally {
    await client.end()
  }
}

/** The process would sign in to the database with rights that are not its own. */
class StrongLoginError extends Error {
  readonly code = 'strong-login'

  constructor(message: string) {
    super(message)
    this.name = 'StrongLoginError'
  }
}

/**
 * Throws StrongLoginError where the login could step out of the process's role and past the fence: who owns the tables
 * is a member of their owner's role, and a superuser of every role.
 */
export async function refuseStrongLogin(db: Tx): Promise<void> {
  const [login] = await db.$queryRaw<{ name: string; mayPass: boolean; owns: boolean }[]>`
    SELECT session_user::text AS name,
      EXISTS (SELECT FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(session_user, oid, 'MEMBER'))
        AS "mayPass",
      EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('talk') AND pg_has_role(session_user, relowner, 'MEMBER'))
        AS owns`
  if (login === undefined || !(login.mayPass || login.owns)) return
  const can = login.mayPass ? 'may look past the rights to rows' : 'owns the tables'
  throw new StrongLoginError(
    `DATABASE_URL has the login '${login.name}', which ${can}: expected one with the rights of its process alone, such as aarshjul_api_login (docs/operations.md, "Roles in the database")`,
  )
}
