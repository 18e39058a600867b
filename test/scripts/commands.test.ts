import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { asWorker, runCommand } from '../support/command.ts'
import { createDatabase } from '../support/postgres.ts'
import { TEST_KEYS } from '../support/temporal-keys.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As somebody runs it who has set nothing, on a machine where nothing runs. */
const run = (command: string, args: readonly string[], env: Record<string, string> = {}) =>
  runCommand(`scripts/${command}.ts`, args, { DATA_FOLDER: folder, ...env })

const operators = [
  'start',
  'rebuild',
  'reconcile',
  'grant',
  'audit-verify',
  'processing-record',
  'erase',
  'copy',
  'backup',
  'restore',
]

describe('A command', () => {
  test.each(operators)(
    'says how it is asked, and so it does of an option that it does not know: %s',
    async (command) => {
      const [help, unknown] = await Promise.all([run(command, ['--help']), run(command, ['--everything'])])
      const usage = expect.stringMatching(/^npm (?:start|run )/)
      expect(help).toEqual({ code: 0, said: usage, complained: '' })
      const complained = `Unknown option '--everything': expected ${help.said}`
      expect(unknown).toEqual({ code: 1, said: '', complained })
    },
  )

  const asked = [
    ['reconcile', ['--hold']],
    ['reconcile', []],
    ['rebuild', []],
    ['grant', ['--number', '41003', '--role', 'hr', '--unit', '5000']],
    ['audit-verify', []],
    ['processing-record', []],
    ['erase', ['--number', '41003']],
    ['copy', ['--number', '41003', '--to', 'copy.zip']],
  ] as const

  test.each(asked)('names the setting that is missing where nothing runs: %s %s', async (command, args) => {
    const complained = `DATABASE_URL is not set, and no npm start runs on ${folder}: start it in another terminal, or set DATABASE_URL, TEMPORAL_ADDRESS and TEMPORAL_KEYS to those of an installation`
    expect(await run(command, args)).toEqual({ code: 1, said: '', complained })
  })

  test('names each setting that is missing beside the one that is there', async () => {
    const env = { DATABASE_URL: 'postgresql://somebody:secret@127.0.0.1:1/nothing' }
    const { code, complained } = await run('reconcile', ['--hold'], env)
    expect(code).toBe(1)
    expect(complained.split('\n')).toEqual([
      'The settings cannot be used:',
      expect.stringContaining('TEMPORAL_ADDRESS is not set: expected'),
      expect.stringContaining('TEMPORAL_KEYS is not set: expected'),
    ])
  })

  test.each(['audit-verify', 'processing-record'])(
    'says that the database does not answer: %s',
    async (command) => {
      const env = {
        DATABASE_URL: 'postgresql://somebody:secret@127.0.0.1:1/nothing',
        TEMPORAL_ADDRESS: '127.0.0.1:1',
        TEMPORAL_KEYS: TEST_KEYS,
      }
      const complained =
        "The database that DATABASE_URL names does not answer: Can't reach database server at 127.0.0.1:1"
      expect(await run(command, [], env)).toEqual({ code: 1, said: '', complained })
    },
  )
})

describe('With no right but the worker’s', () => {
  test('the audit is read and the record of processing printed', async () => {
    const database = await createDatabase()
    try {
      const env = { MODE: 'test', TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_KEYS: TEST_KEYS }
      const asked = { ...env, DATABASE_URL: asWorker(database.url) }
      const audit = await run('audit-verify', [], asked)
      expect(audit).toMatchObject({ code: 0, complained: '' })
      expect(audit.said).toContain('0 entries in 0 chains, 0 seals.')
      const record = await run('processing-record', ['--language', 'en'], asked)
      expect(record).toMatchObject({ code: 0, complained: '' })
      expect(record.said).toContain('# ')
      expect((await run('processing-record', ['--language', 'dk'], asked)).complained).toBe(
        "--language is 'dk': expected da or en",
      )
    } finally {
      await database.drop()
    }
  })
})
