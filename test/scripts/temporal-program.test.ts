import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { run } from '../../scripts/infrastructure/process.ts'
import {
  downloadFrom,
  findTemporalProgram,
  inCache,
  onPath,
  type Source,
  type TemporalSearch,
} from '../../scripts/infrastructure/temporal-program.ts'

let folder: string
const path = process.env.PATH

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'temporal-'))
})

afterEach(async () => {
  process.env.PATH = path
  await rm(folder, { recursive: true })
})

/** A program that answers `--version` as the real one does. */
async function programOf(version: string, server: string, name = 'temporal'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, `#!/bin/sh\necho 'temporal version ${version} (Server ${server}, UI 2.54.1)'\n`, {
    mode: 0o755,
  })
  return file
}

function search(overrides: Partial<TemporalSearch>): TemporalSearch {
  return { cli: null, cacheFolder: folder, say: () => {}, ...overrides }
}

const failing: Source = { name: 'download', path: () => Promise.reject(new Error('not reachable')) }

describe('The Temporal program', () => {
  test('is the one TEMPORAL_CLI names', async () => {
    const cli = await programOf('1.9.4', '1.32.1')
    expect(await findTemporalProgram(search({ cli, sources: [] }))).toEqual({ path: cli, version: '1.9.4' })
  })

  test('is never another one when TEMPORAL_CLI names an unsuitable one', async () => {
    const cli = await programOf('1.1.0', '1.24.2')
    const good: Source = { name: 'good', path: () => programOf('1.9.1', '1.32.0', 'good') }
    await expect(findTemporalProgram(search({ cli, sources: [good] }))).rejects.toThrow(
      `TEMPORAL_CLI is '${cli}', version 1.1.0 (server 1.24.2): expected 1.9.x (server 1.32)`,
    )
  })

  test('is not something else that happens to run', async () => {
    const cli = join(folder, 'other')
    await writeFile(cli, '#!/bin/sh\necho hello\n', { mode: 0o755 })
    await expect(findTemporalProgram(search({ cli }))).rejects.toThrow(/expected a Temporal program/)
  })

  test('is the one on PATH before one that was fetched', async () => {
    const installed = await programOf('1.9.1', '1.32.0')
    process.env.PATH = folder
    expect(await findTemporalProgram(search({ sources: [onPath, inCache] }))).toMatchObject({
      path: installed,
    })
  })

  test('is the one kept from an earlier start when PATH has an old one', async () => {
    await programOf('1.1.0', '1.24.2')
    const kept = await programOf('1.9.1', '1.32.0', `temporal-1.9.1-${process.platform}-${process.arch}`)
    process.env.PATH = `${folder}:${path}`
    expect(await findTemporalProgram(search({ sources: [onPath, inCache] }))).toMatchObject({ path: kept })
  })

  test('is downloaded once and kept, so that the next start needs no network', async () => {
    const archive = join(folder, 'served.tar.gz')
    await programOf('1.9.1', '1.32.0')
    await run('tar', ['-czf', archive, '-C', folder, 'temporal'])
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url?.split('?')[0])
      createReadStream(archive).pipe(response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const cacheFolder = join(folder, 'cache')
    try {
      const wanted = search({ cacheFolder, sources: [inCache, downloadFrom(origin)] })
      const fetched = await findTemporalProgram(wanted)
      expect(await findTemporalProgram(wanted)).toEqual(fetched)
    } finally {
      server.closeAllConnections()
      server.close()
    }
    expect(asked).toEqual(['/cli/archive/v1.9.1'])
    expect(await readdir(cacheFolder)).toHaveLength(1)
  })

  test('is looked for elsewhere at once when the download cannot be reached', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`
    await expect(findTemporalProgram(search({ sources: [downloadFrom(nobody)] }))).rejects.toThrow(
      `download from ${nobody}: not reachable (connect ECONNREFUSED`,
    )
  })

  test('that is nowhere is answered with everything tried and what to do', async () => {
    process.env.PATH = join(folder, 'empty')
    await expect(findTemporalProgram(search({ sources: [onPath, inCache, failing] }))).rejects.toThrow(
      [
        'No Temporal program 1.9.x (server 1.32) was found. Tried:',
        '  - temporal on PATH: there is none',
        `  - kept from an earlier start: there is no ${join(folder, `temporal-1.9.1-${process.platform}-${process.arch}`)}`,
        '  - download: not reachable',
        'Do one of these and start again:',
      ].join('\n'),
    )
  })
})
