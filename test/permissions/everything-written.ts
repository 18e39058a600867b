import type { Db } from '../../db/client.ts'

/**
 * What the tables hold, but for ids, hashes and numbers that are counted up: the same before and after where nothing was
 * changed. That a request was made, or a page shown again, stands in the audit and the access log, which are left out.
 */
export async function everythingWritten(db: Db): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT LIKE 'audit\_%'
      AND tablename NOT IN ('access_entry', 'answered_request') ORDER BY tablename`
  const named = `regexp_replace(x::text, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}', '', 'g')`
  const row = `regexp_replace(${named}, '^\\([^,]*,(\\d+,)?', '')`
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(string_agg(${row}, '|' ORDER BY ${row}), '') AS rows FROM "${name}" x`,
  )
  const written = await db.$queryRawUnsafe<{ name: string; rows: string }[]>(each.join(' UNION ALL '))
  return Object.fromEntries(written.map(({ name, rows }) => [name, rows]))
}
