import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { ConfigError } from '../../config/config-error.ts'
import { MigrationError } from '../../db/migrate.ts'
import { attempt } from '../../scripts/infrastructure/attempt.ts'
import { CommandError } from '../../scripts/infrastructure/command-error.ts'

let before: typeof process.exitCode

beforeEach(() => {
  before = process.exitCode
})
afterEach(() => {
  process.exitCode = before
  jest.restoreAllMocks()
})

/** What a command says that fails on it. */
const complaintAbout = async (error: unknown): Promise<string> => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => {})
  await attempt(async () => {
    throw error
  })
  expect(process.exitCode).toBe(1)
  expect(said).toHaveBeenCalledTimes(1)
  return String(said.mock.calls[0]?.[0])
}

describe('A command that fails', () => {
  test.each([
    new CommandError('--to is not given: expected the file to write'),
    new ConfigError(['ZONE is not set']),
    new MigrationError('Migration 0001_init failed and was undone: no room'),
  ])('says the sentence that was written for it, and nothing else: $name', async (error) => {
    expect(await complaintAbout(error)).toBe(error.message)
  })

  test('says that the database does not answer, at each of its addresses', async () => {
    const refused = (address: string) =>
      Object.assign(new Error(`connect ECONNREFUSED ${address}`), {
        code: 'ECONNREFUSED',
        syscall: 'connect',
      })
    const error = new AggregateError([refused('::1:5432'), refused('127.0.0.1:5432')])
    expect(await complaintAbout(error)).toBe(
      'The database that DATABASE_URL names does not answer: connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432',
    )
  })

  test('says of what nobody foresaw what it was and where it was thrown', async () => {
    const error = new TypeError("Cannot read properties of undefined (reading 'rows')")
    const [first, ...trace] = (await complaintAbout(error)).split('\n')
    expect(first).toBe(`The command failed: ${error.message}`)
    expect(trace[0]).toBe(`TypeError: ${error.message}`)
    expect(trace[1]).toMatch(/^ +at .*attempt\.test\.ts/)
  })

  test('says as much as there is to say where something else than an error was thrown', async () => {
    expect(await complaintAbout('no more')).toBe('The command failed: no more')
  })
})
