import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Db } from '../../db/client.ts'
import { questionOf } from './asking.ts'
import { everythingWritten } from './everything-written.ts'
import { openPermissionStage, type PermissionStage } from './stage.ts'
import { type Line, table } from './table.ts'

let stage: PermissionStage
/** The tables as nobody has touched them. */
let untouched: Record<string, string>

beforeAll(async () => {
  stage = await openPermissionStage()
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

test('fields that are not theirs to set change nothing, whoever sends them along, on whichever address', async () => {
  expect(writing.length).toBeGreaterThan(150)
  const faults: string[] = []
  let changing = 0
  await Promise.all(
    writing.map(async ([address, line]) => {
      const usual = await send(address, line)
      const more = await send(address, { ...line, body: { ...notTheirs, ...line.body } })
      // Somebody may send nothing strange: what is refused for it has changed nothing.
      const expected = more.status === 422 && usual.status !== 422 ? untouched : usual.written
      const different = Object.keys(expected).filter((name) => expected[name] !== more.written[name])
      if (different.length > 0) faults.push(`${address}: ${different.join(', ')}`)
      if (JSON.stringify(usual.written) !== JSON.stringify(untouched)) changing++
    }),
  )
  expect(faults).toEqual([])
  expect(changing).toBeGreaterThan(50)
}, 600_000)

/** What the tables hold once the first who may has sent this. */
async function send(address: string, line: Line) {
  let written: Record<string, string> = {}
  const look = async (db: Db) => {
    written = await everythingWritten(db)
  }
  const persona = line.who.find((one) => one !== 'nobody') ?? 'employee'
  const { status } = await stage.ask({ ...questionOf({ persona, address, line }, stage.world.ids), look })
  return { status, written }
}
