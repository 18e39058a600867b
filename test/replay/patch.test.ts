import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Worker } from '@temporalio/worker'
import type { TalkAct } from '../../domain/talk/events.ts'
import { createActivities, patchesBut } from '../../worker/create-worker.ts'
import { talkWorkflowId, wakeSignal } from '../../workflows/talk/talk.messages.ts'
import { askFor } from '../support/ask.ts'
import { careless, nextRelease, PATCH } from '../support/next-release.ts'
import { recordedHistories, textOfHistory } from '../support/recorded-histories.ts'
import { createStage, type Stage } from '../support/stage.ts'

/** The files of bundled workflows: of today, of the next release, and of one that forgot `patched`. */
let releases: { today: string; next: string; careless: string }
let folder: string
let stage: Stage
let talkId: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'next-release-'))
  const workflows = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url))
  const today = (await askFor('bundle', workflows)).file
  const made = (name: string, change: (bundle: string) => string) => {
    const file = join(folder, name)
    writeFileSync(file, change(readFileSync(today, 'utf8')))
    return file
  }
  releases = { today, next: made('next.cjs', nextRelease), careless: made('careless.cjs', careless) }
  stage = await createStage({ at: '2038-02-03T09:00:00Z', worker: false, inTheClear: true })
})

afterAll(async () => {
  await stage?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('A change of the workflows that asks for patched', () => {
  test('follows every history that there is', async () => {
    for (const path of recordedHistories)
      await expect(replay(releases.next, JSON.parse(textOfHistory(path)))).resolves.toBeUndefined()
  })

  test('could not have been made without', async () => {
    const told = recordedHistories.filter((path) => path.includes('talk-agreed-1'))
    expect(told).not.toEqual([])
    for (const path of told)
      await expect(replay(releases.careless, JSON.parse(textOfHistory(path)))).rejects.toMatchObject({
        name: 'DeterminismViolationError',
      })
  })
})

describe('A talk that began under the release before', () => {
  let stop: () => Promise<void>
  beforeEach(async () => {
    stop = await work(releases.today)
    const { organisation, ben, top } = stage.cast
    const unitId = await organisation.addUnit('Skovskolen', top)
    const anna = await organisation.addPerson('Anna', { unitId, leader: ben })
    const roundId = await organisation.addRound({ unitId })
    await stage.rounds.start(roundId)
    talkId = await stage.talks.idOf(roundId, anna)
    await prepared('employee', true)
    await stop()
  })
  afterEach(() => stop())

  test('goes on under the next one, and under the one before again while the change is held', async () => {
    stop = await work(releases.next, [PATCH])
    await prepared('leader', true)
    await stop()
    stop = await work(releases.today)
    await prepared('employee', false)
    expect(await stage.db.talk.findUniqueOrThrow({ where: { id: talkId } })).toMatchObject({ version: 4 })
    await replay(releases.today, await history())
  })

  test('goes on with the change once it has begun, and no release before can follow it then', async () => {
    stop = await work(releases.next)
    await prepared('leader', true)
    const changed = await history()
    await replay(releases.next, changed)
    await expect(replay(releases.today, changed)).rejects.toMatchObject({ name: 'DeterminismViolationError' })
  })
})

/** A worker of a release, until it is stopped. */
function work(bundled: string, held: readonly string[] = []): Promise<() => Promise<void>> {
  const activities = createActivities(stage.deps)
  return stage.temporal.runWorker({ activities, bundled, patchActivationCallback: patchesBut(held) })
}

async function prepared(party: 'employee' | 'leader', ready: boolean): Promise<void> {
  const act: TalkAct = { type: 'mark-ready', party, ready }
  await stage.talks.act(talkId, act, { by: stage.cast.ben })
  // A turn of its own, which looks at what there is.
  const { client } = stage.temporal
  await client.getHandle(talkWorkflowId(talkId)).signal(wakeSignal)
  await client.untilIdle(talkWorkflowId(talkId))
}

function history() {
  return stage.temporal.client.getHandle(talkWorkflowId(talkId)).fetchHistory()
}

async function replay(codePath: string, of: unknown): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, of)
}
