import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Db } from '../../db/client.ts'
import { questionOf } from './asking.ts'
import { everythingWritten } from './everything-written.ts'
import { mayMeet, textsIn } from './finds.ts'
import { openPermissionStage, type PermissionStage } from './stage.ts'
import { type Line, table } from './table.ts'

let stage: PermissionStage
/** The tables as nobody has touched them. */
let untouched: Record<string, string>

beforeAll(async () => {
  stage = await openPermissionStage(true, true)
  const look = async (db: Db) => {
    untouched = await everythingWritten(db)
  }
  await stage.ask({ persona: 'nobody', address: 'GET /health/live', look })
}, 120_000)
afterAll(() => stage?.close())

const STRANGE = '00000000-0000-4000-8000-000000000001'
const LONG_AGO = '2020-01-01T08:00:00Z'

/** What rows and rules have beside what people send. */
const notTheirs = {
  id: STRANGE,
  roundId: STRANGE,
  authorPersonId: STRANGE,
  employeePersonId: STRANGE,
  byPersonId: STRANGE,
  onBehalfOf: STRANGE,
  grantedBy: STRANGE,
  takenBy: STRANGE,
  mailId: STRANGE,
  author: 'leader',
  party: 'leader',
  role: 'administrator',
  isShared: 'true',
  isHr: 'true',
  sharedAt: LONG_AGO,
  readyAt: LONG_AGO,
  createdAt: LONG_AGO,
  agreedAt: LONG_AGO,
  closedAt: LONG_AGO,
  erasedAt: LONG_AGO,
  status: 'agreed',
  delivered: 'true',
  __proto__: { isHr: true },
}

const writing = Object.entries(table).filter(
  ([address, { who }]) => /^(?:POST|PUT|PATCH|DELETE) /.test(address) && who.length > 0,
)

test('fields that are not theirs to set change nothing, in the tables and in what the engine is asked to do', async () => {
  expect(writing.length).toBeGreaterThan(150)
  const faults: string[] = []
  let [changing, acting] = [0, 0]
  await Promise.all(
    writing.map(async ([address, line]) => {
      const usual = await send(address, line)
      const more = await send(address, { ...line, body: { ...notTheirs, ...line.body } })
      // Somebody may send nothing strange: what is refused for it has changed nothing.
      const isRefused = more.status === 422 && usual.status !== 422
      const expected = isRefused ? { written: untouched, acts: '[]' } : usual
      const different = Object.keys(expected.written).filter(
        (name) => expected.written[name] !== more.written[name],
      )
      if (different.length > 0) faults.push(`${address}: ${different.join(', ')}`)
      if (expected.acts !== more.acts) faults.push(`${address}: ${more.acts}, expected ${expected.acts}`)
      if (JSON.stringify(usual.written) !== JSON.stringify(untouched)) changing++
      if (usual.acts !== '[]') acting++
    }),
  )
  expect(faults).toEqual([])
  expect(changing).toBeGreaterThan(50)
  expect(acting).toBeGreaterThan(30)
}, 600_000)

test('what is answered once it is done holds nothing but what its asker may meet', async () => {
  const strays: string[] = []
  let answers = 0
  await Promise.all(
    writing.flatMap(([address, line]) =>
      line.who.map(async (persona) => {
        const told = await stage.ask(questionOf({ persona, address, line }, stage.world.ids))
        if (told.acts.length === 0) return
        if (told.status < 400) answers++
        if (told.status >= 500) strays.push(`${address} · ${persona}: ${told.status}`)
        for (const name of textsIn(told))
          if (!mayMeet(persona, name)) strays.push(`${address} · ${persona}: found '${name}'`)
      }),
    ),
  )
  expect(strays).toEqual([])
  expect(answers).toBeGreaterThan(50)
}, 600_000)

/** What the tables hold, and what the engine was asked, once the first who may has sent this. */
async function send(address: string, line: Line) {
  let written: Record<string, string> = {}
  const look = async (db: Db) => {
    written = await everythingWritten(db)
  }
  const persona = line.who.find((one) => one !== 'nobody') ?? 'employee'
  const { status, acts } = await stage.ask({
    ...questionOf({ persona, address, line }, stage.world.ids),
    look,
  })
  return { status, written, acts: JSON.stringify(acts).replaceAll(MADE_ANEW, '') }
}

/** Ids are made of the request, which is another each time, and hashes of what holds them. */
const MADE_ANEW = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g
