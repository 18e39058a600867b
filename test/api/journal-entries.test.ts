import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { createFolderGateway, prepareDropFolder } from '../../journal/folder-gateway.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'

/** Nothing of it may be seen by HR. */
const SECRET = 'Lede et møde'

let stage: ApiStage
/** Not there until a test prepares it. */
let folder: string
let talkId: string

beforeAll(async () => {
  const places = mkdtempSync(join(tmpdir(), 'aarshjul-entries-'))
  folder = join(places, 'personnel-file')
  stage = await createApiStage({
    at: '2038-02-02T09:00:00Z',
    journaling: 'gateway',
    gateway: createFolderGateway({ folder }),
  })
})
afterAll(async () => {
  await stage?.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

/** Somebody's plan is agreed while the personnel file is away. */
beforeEach(async () => {
  const employee = await stage.addEmployee('Bodil')
  talkId = employee.talkId
  await stage.talks.hold(talkId, await stage.today())
  await stage.talks.agree(talkId, [{ owner: 'employee', dueOn: '2038-06-01' }])
  await settle()
})
afterEach(async () => {
  await stage.db.journalEntry.deleteMany()
  rmSync(folder, { recursive: true, force: true })
})

/** Filing is nobody's act: it is done once the talk's clock was moved a little. */
async function settle(): Promise<void> {
  await stage.temporal.client.forwardPast(talkWorkflowId(talkId), await stage.clock.now())
}

interface Unfiled {
  total: number
  entries: {
    id: string
    talkId: string
    employeeName: string
    status: string
    reason: { code: string; sentence: string }
    attempts: number
  }[]
}

const listed = async (caller: Caller, query = '') =>
  (await caller.get<Unfiled>(`/journal-entries${query}`)).body

describe('Plans that could not be filed', () => {
  test('stand in HR’s list with the reason in plain words, and nothing of what is in them', async () => {
    const answer = await listed(stage.dora)
    expect(answer.total).toBe(1)
    expect(answer.entries).toMatchObject([
      {
        talkId,
        employeeName: 'Bodil Test',
        unitName: 'Ådalskolen',
        status: 'failed',
        reason: {
          code: 'unreachable',
          sentence: expect.stringMatching(/^Personalearkivet kunne ikke nås\./),
        },
        attempts: 1,
      },
    ])
    expect(JSON.stringify(answer)).not.toContain(SECRET)
    expect((await listed(stage.dora, '?status=unknown')).total).toBe(0)
    expect((await listed(stage.dora, `?unitId=${stage.cast.school}`)).total).toBe(1)
  })

  test('are listed to nobody but HR of the employee’s unit', async () => {
    const { addPerson, addUnit, grant, top } = stage.cast.organisation
    const elsewhere = await addUnit('Vesterskolen', top)
    const hanne = await addPerson('Hanne', { unitId: elsewhere })
    await grant(hanne, 'hr', elsewhere)
    const [{ id } = { id: '' }] = (await listed(stage.dora)).entries
    for (const caller of [await stage.signIn(hanne), stage.ben, stage.carl]) {
      expect((await listed(caller)).total).toBe(0)
      expect((await caller.post(`/journal-entries/${id}/tries`)).status).toBe(404)
    }
    expect((await stage.dora.get(`/journal-entries?unitId=${elsewhere}`)).status).toBe(200)
    expect((await (await stage.signIn(hanne)).get(`/journal-entries?unitId=${top}`)).status).toBe(404)
  })

  test('are filed at once when HR asks for another try after the cause is mended, and leave the list', async () => {
    const [{ id } = { id: '' }] = (await listed(stage.dora)).entries
    await prepareDropFolder(folder)
    const asked = await stage.dora.post<TalkView>(`/journal-entries/${id}/tries`)
    expect(asked.status).toBe(200)
    await settle()
    expect((await listed(stage.dora)).total).toBe(0)
    expect(await stage.db.journalEntry.findUnique({ where: { id } })).toMatchObject({
      status: 'filed',
      attempts: 2,
    })
    const again = await stage.dora.post<{ code: string }>(`/journal-entries/${id}/tries`)
    expect([again.status, again.body.code]).toEqual([409, 'already-filed'])
  })

  test('stay in the list where another try fails too, and HR is not told of it twice', async () => {
    const [{ id } = { id: '' }] = (await listed(stage.dora)).entries
    await stage.dora.post(`/journal-entries/${id}/tries`)
    await settle()
    expect((await listed(stage.dora)).entries).toMatchObject([{ status: 'failed', attempts: 2 }])
    expect(await stage.db.notice.count({ where: { talkId, obligation: 'filing-failed' } })).toBe(1)
  })
})
