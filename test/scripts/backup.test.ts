import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { createErasureList } from '../../activities/erasure-list.ts'
import { backUp, restore } from '../../scripts/infrastructure/backup.ts'
import { startPostgres } from '../../scripts/infrastructure/postgres.ts'
import { holdFolder } from '../../scripts/infrastructure/running.ts'

let outer: string
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterEach(() => rmSync(outer, { recursive: true, force: true }))

const NOW = new Date('2027-03-01T02:00:00Z')
const LATER = new Date('2027-03-02T09:00:00Z')

/** An installation as `npm start` holds it while it runs. */
interface Installation {
  readonly folder: string
  query(sql: string): Promise<Record<string, unknown>[]>
  /** The ids of its letters. */
  letters(): Promise<number[]>
  write(words: string): Promise<number>
  stop(): Promise<void>
}

async function start(name: string): Promise<Installation> {
  const folder = join(outer, name)
  const hold = await holdFolder(folder, () => {})
  const server = await startPostgres({ folder })
  await server.ensureDatabase('town')
  hold.announce({ databaseUrl: server.urlOf('town'), temporalAddress: '127.0.0.1:1' })
  const query = async (sql: string) => {
    const client = new Client({ connectionString: server.urlOf('town') })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }
  await query('CREATE TABLE IF NOT EXISTS letter (id serial PRIMARY KEY, words text)')
  return {
    folder,
    query,
    letters: async () => (await query('SELECT id FROM letter ORDER BY id')).map(({ id }) => Number(id)),
    write: async (words) => {
      const [row] = await query(`INSERT INTO letter (words) VALUES ('${words}') RETURNING id`)
      return Number(row?.id)
    },
    stop: async () => {
      await server.stop()
      hold.release()
    },
  }
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const textOf = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

/** Writes letters one after the other until stopped, and keeps the ids of those that were committed. */
function keepWriting(installation: Installation): { committed: number[]; stop(): Promise<void> } {
  const committed: number[] = []
  const stopping = new AbortController()
  const writing = (async () => {
    while (!stopping.signal.aborted) committed.push(await installation.write('ord '.repeat(500)))
  })()
  return {
    committed,
    stop: async () => {
      stopping.abort()
      await writing
    },
  }
}

describe('A backup of a running installation', () => {
  test('has everything that was committed before it began, and can be started anywhere', async () => {
    const installation = await start('data')
    put(installation.folder, 'secrets/keys', 'first')
    put(installation.folder, 'temporal.db', 'the engine')
    const writer = keepWriting(installation)
    while (writer.committed.length < 50) await installation.query('SELECT 1')
    const before = [...writer.committed]
    const { where, bytes } = await backUp(installation.folder, join(outer, 'copies'), NOW)
    await writer.stop()
    await installation.stop()
    expect(bytes).toBeGreaterThan(1_000_000)
    expect(readdirSync(join(outer, 'copies'))).toEqual(['aarshjul-2027-03-01T02-00-00Z'])

    const elsewhere = join(outer, 'elsewhere')
    expect(await restore(elsewhere, where, LATER)).toEqual({ madeAt: NOW, setAside: null })
    const restored = await start('elsewhere')
    try {
      const letters = await restored.letters()
      expect(letters.slice(0, before.length)).toEqual(before)
      expect(letters).toEqual(writer.committed.slice(0, letters.length))
      await restored.write('one more')
    } finally {
      await restored.stop()
    }
    expect(textOf(elsewhere, 'secrets/keys')).toBe('first')
    expect(existsSync(join(elsewhere, 'temporal.db'))).toBe(false)
  })

  test('is not put back while the installation runs', async () => {
    const installation = await start('data')
    try {
      const { where } = await backUp(installation.folder, join(outer, 'copies'), NOW)
      await expect(restore(installation.folder, where, LATER)).rejects.toThrow(/is in use by process/)
    } finally {
      await installation.stop()
    }
  })
})

describe('A backup of an installation that stands still', () => {
  test('brings back the tables of then, keeps what was erased and filed since, and sets aside the rest', async () => {
    const installation = await start('data')
    const { folder } = installation
    const then = [await installation.write('then')]
    await installation.stop()
    put(folder, 'secrets/keys', 'first')
    put(folder, 'erasures/anna.json', '{}')
    put(folder, 'erasures/audit-seal.json', 'of then')
    put(folder, 'personnel-file/plan.pdf', 'filed')
    put(folder, 'temporal.db', 'the engine')
    const { where } = await backUp(folder, join(outer, 'copies'), NOW)
    const running = await start('data')
    await running.write('since')
    await running.stop()
    put(folder, 'erasures/bent.json', '{}')
    put(folder, 'erasures/audit-seal.json', 'since')
    put(folder, 'personnel-file/plan.pdf', 'filed since')
    put(folder, 'secrets/keys', 'second')

    const { setAside } = await restore(folder, where, LATER)

    const restored = await start('data')
    expect(await restored.letters()).toEqual(then)
    await restored.stop()
    expect(readdirSync(join(folder, 'erasures')).toSorted()).toEqual([
      'anna.json',
      'audit-seal.json',
      'bent.json',
      'mail-held.json',
    ])
    expect(await createErasureList(join(folder, 'erasures')).isMailHeld()).toBe(true)
    // The audit ends where the copy ends.
    expect(textOf(folder, 'erasures/audit-seal.json')).toBe('of then')
    expect(textOf(folder, 'personnel-file/plan.pdf')).toBe('filed since')
    expect(textOf(folder, 'secrets/keys')).toBe('second')
    expect(setAside).toBe(join(folder, 'before-restore-2027-03-02T09-00-00Z'))
    expect(readdirSync(setAside ?? '').toSorted()).toEqual(['postgres', 'postgres.password', 'temporal.db'])
  })
})

test('What is no backup, or no installation, is named', async () => {
  await expect(restore(join(outer, 'new'), outer, NOW)).rejects.toThrow(`${outer} is no backup`)
  await expect(backUp(join(outer, 'nothing'), outer, NOW)).rejects.toThrow(/nothing has no database/)
})
