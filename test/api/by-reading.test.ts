import type { Router } from 'express'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
let client: Client

beforeAll(async () => {
  stage = await createApiStage()
  client = new Client({ connectionString: stage.database.url })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await stage?.close()
})

/**
 * What reading writes: that somebody has read, when a session was last used, and which figures were shown, so that later
 * ones do not tell of few beside them.
 */
const writtenByReading = [
  'access_entry',
  'audit_entry',
  'audit_head',
  'published_cell',
  'session',
  '_prisma_migrations',
]

describe('A request that only reads', () => {
  test('changes nothing, whatever its address and whoever sends it', async () => {
    const paths = readingPaths(stage.api.app.router)
    expect(paths.length).toBeGreaterThan(100)
    const addresses = await Promise.all(paths.map(addressOf))
    const before = await everything()
    const statuses: number[] = []
    for (const { cookie } of [stage.anna, stage.ben, stage.dora]) {
      for (const address of addresses) {
        const answer = await fetch(stage.api.url + address, { headers: { cookie }, redirect: 'manual' })
        await answer.arrayBuffer()
        statuses.push(answer.status)
        expect([address, answer.status >= 500]).toEqual([address, false])
      }
    }
    // Many of the addresses lead to something, or nothing would be shown.
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(100)
    expect(await everything()).toEqual(before)
  })

  test('would be found out if it changed something', async () => {
    const before = await everything()
    await stage.anna.put('/me/language', { language: 'en' })
    expect(await everything()).not.toEqual(before)
  })
})

/** A mark of everything each table holds. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  )
  const marks: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !writtenByReading.includes(table.name))) {
    const { rows } = await client.query<{ mark: string }>(
      `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS mark FROM "${name}" t`,
    )
    marks[name] = rows[0]?.mark ?? ''
  }
  return marks
}

interface Layer {
  readonly slash: boolean
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
}

/** Every address that answers GET, as the router has them. */
function readingPaths(router: Router | { stack: unknown }, under = ''): string[] {
  return (router.stack as readonly Layer[]).flatMap(({ route, handle, slash }) => {
    if (route) return route.methods.get ? [under + route.path] : []
    // Of the routers in the app only the api's has an address of its own.
    return handle.stack ? readingPaths({ stack: handle.stack }, slash ? under : `${under}/api/v1`) : []
  })
}

/** The address with ids of what there is. */
async function addressOf(path: string): Promise<string> {
  const idOf = async (name: string): Promise<string> => {
    const rows: Record<string, () => Promise<{ id: string } | null>> = {
      talkId: () => stage.db.talk.findFirst({ where: { employmentId: stage.cast.anna.employmentId } }),
      roundId: () => stage.db.round.findFirst(),
      unitId: () => stage.db.unit.findFirst({ where: { parentId: null } }),
      employmentId: () => stage.db.employment.findFirst(),
      personId: () => stage.db.person.findFirst(),
    }
    return (await rows[name]?.())?.id ?? '00000000-0000-4000-8000-000000000001'
  }
  let address = path
  for (const [whole, name = ''] of path.matchAll(/:(\w+)/g))
    address = address.replace(whole, await idOf(name))
  return address
}
