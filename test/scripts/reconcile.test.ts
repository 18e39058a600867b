import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createErasureList, type ErasureList } from '../../activities/erasure-list.ts'
import { isRestoredUnseen } from '../../worker/restored.ts'
import { asWorker, runCommand } from '../support/command.ts'
import { createStage, type Stage } from '../support/stage.ts'
import { copyOfTalk } from '../support/tampering.ts'
import { TEST_KEYS } from '../support/temporal-keys.ts'

let stage: Stage
let folder: string
let known: ErasureList
let roundId: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reconciled-'))
  known = createErasureList(join(folder, 'erasures'))
  stage = await createStage({ at: '2038-02-03T09:00:00Z', erasures: known })
  roundId = await stage.cast.organisation.addRound({ unitId: stage.cast.school })
  await stage.rounds.start(roundId)
})
afterAll(async () => {
  await stage?.close()
  rmSync(folder, { recursive: true, force: true })
})

const reconcile = (...args: string[]) =>
  runCommand('scripts/reconcile.ts', args, {
    MODE: 'test',
    CLOCK: 'table',
    DATA_FOLDER: folder,
    ERASURES_FOLDER: join(folder, 'erasures'),
    DATABASE_URL: asWorker(stage.database.url),
    TEMPORAL_ADDRESS: stage.temporal.address,
    TEMPORAL_KEYS: TEST_KEYS,
    TASK_QUEUE: stage.temporal.taskQueue,
  })

const isHeld = () => isRestoredUnseen(stage.db, known)
const readyOf = (talkId: string) => stage.talks.state(talkId).then(({ ready }) => ready)

describe('npm run reconcile, where the tables were put back from an older copy', () => {
  test('holds all mail, names what disagrees and what waits, changes nothing until it is told to, and then lets mail go', async () => {
    const { cast, db, talks } = stage
    const talkId = await talks.idOf(roundId, cast.anna)
    const gone = await cast.organisation.addPerson('Ingolf', { lastDay: '2037-06-30' })
    const restore = await copyOfTalk(db, talkId)
    await talks.act(talkId, { type: 'mark-ready', party: 'employee', ready: true })
    await restore()
    await known.note(gone.personId, await stage.clock.now())
    await db.mail.create({
      data: {
        key: 'of the copy',
        template: 'sign-in',
        lane: 'at-once',
        notBeforeAt: new Date('2038-02-03T08:00:00Z'),
        createdAt: new Date('2038-02-03T08:00:00Z'),
      },
    })

    expect(await reconcile('--hold')).toEqual({
      code: 0,
      said: 'No mail is sent before npm run reconcile -- --confirm.',
      complained: '',
    })
    expect(await isHeld()).toBe(true)

    const listed = await reconcile()
    expect(listed).toMatchObject({ code: 0, complained: '' })
    expect(listed.said.split('\n')).toEqual([
      `talk ${talkId}`,
      '  table: awaiting (version 1), engine: awaiting (version 2)',
      "  to take: the engine's side: the engine knows what was sent already",
      '1 found. To settle them: npm run reconcile -- --confirm',
      `person ${gone.personId} was erased, and is in the table again`,
      '  to erase',
      'Mail is held, with 1 whose time has come; some may have gone after the copy was made. With --confirm it goes again, each if its reason still holds.',
    ])
    expect(await isHeld()).toBe(true)
    expect(await readyOf(talkId)).toEqual({ employee: false, leader: false })

    const one = await reconcile('--confirm', '--only', roundId)
    expect(one.said.split('\n')).toEqual([
      `${roundId} is no open talk or round on which the table and the engine disagree.`,
      `person ${gone.personId} was erased, and is in the table again`,
      '  to erase',
      'Mail is held, with 1 whose time has come; some may have gone after the copy was made. It stays held while one thing alone is settled.',
    ])
    expect(await isHeld()).toBe(true)

    const settled = await reconcile('--confirm')
    expect(settled).toMatchObject({ code: 0, complained: '' })
    expect(settled.said.split('\n')).toEqual([
      `talk ${talkId}`,
      '  table: awaiting (version 1), engine: awaiting (version 2)',
      "  taken: the engine's side: the engine knows what was sent already",
      '1 settled.',
      `person ${gone.personId} was erased, and is in the table again`,
      '  erased',
      'Mail is held, with 1 whose time has come; some may have gone after the copy was made. It goes again.',
    ])
    expect(await isHeld()).toBe(false)
    expect(await readyOf(talkId)).toEqual({ employee: true, leader: false })
    expect(await db.person.count({ where: { id: gone.personId, givenName: 'Ingolf' } })).toBe(0)
    expect((await reconcile()).said).toBe('The table and the engine agree.')
  })

  test('says in a sentence which sides there are', async () => {
    expect(await reconcile('--side', 'tabel')).toEqual({
      code: 1,
      said: '',
      complained: "--side is 'tabel': expected engine or table",
    })
  })
})
