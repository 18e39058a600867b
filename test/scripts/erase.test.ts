import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { asWorker, runCommand } from '../support/command.ts'
import { createStage, type Stage } from '../support/stage.ts'
import { TEST_KEYS } from '../support/temporal-keys.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage({ at: '2038-02-03T09:00:00Z' })
})
afterAll(() => stage?.close())

const erase = (...args: string[]) =>
  runCommand('scripts/erase.ts', args, {
    MODE: 'test',
    CLOCK: 'table',
    DATABASE_URL: asWorker(stage.database.url),
    TEMPORAL_ADDRESS: stage.temporal.address,
    TEMPORAL_KEYS: TEST_KEYS,
    TASK_QUEUE: stage.temporal.taskQueue,
  })

describe('npm run erase', () => {
  test('counts what would go, and takes nothing until it is told to', async () => {
    const { organisation, school } = stage.cast
    const gone = await organisation.addPerson('Ingolf', { lastDay: '2037-06-30' })
    const roundId = await organisation.addRound({ unitId: school })
    await organisation.addTalk(roundId, Date.parse('2037-03-01T09:00:00Z'), { employee: gone })
    const { code, said, complained } = await erase('--number', gone.number)
    expect([code, complained]).toEqual([0, ''])
    expect(said.split('\n')).toEqual([
      'Ingolf Test: 1 talk, 0 sheets, 0 plans, 0 mails, 0 accesses',
      'What was filed in the personnel file stays there. To erase: the same with --confirm.',
    ])
    expect(await stage.db.person.count({ where: { id: gone.personId, erasedAt: null } })).toBe(1)
  })

  test('erases somebody who has left, and says how much the engine had of them', async () => {
    const gone = await stage.cast.organisation.addPerson('Inga', { lastDay: '2037-06-30' })
    const { code, said, complained } = await erase('--number', gone.number, '--confirm')
    expect([code, complained]).toEqual([0, ''])
    expect(said.split('\n')).toEqual([
      'Inga Test: 0 talks, 0 sheets, 0 plans, 0 mails, 0 accesses',
      'Erased, with 0 runs in the engine.',
    ])
    expect(await stage.db.person.count({ where: { id: gone.personId, erasedAt: null } })).toBe(0)
  })

  test('says in a sentence why somebody stays, and whom it does not know', async () => {
    const { anna } = stage.cast
    const stays = await erase('--number', anna.number, '--confirm')
    expect([stays.code, stays.complained]).toEqual([1, expect.stringContaining('is still employed.')])
    expect((await erase('--number', '99999')).complained).toBe(
      "--number is '99999': expected the employee number of somebody in the tables",
    )
    expect((await erase()).complained).toContain('--number is not given: expected the employee number')
  })
})
