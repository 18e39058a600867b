import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

type Packages = Record<string, object>

const foreign = process.platform === 'win32' ? 'linux' : 'win32'
const wanted: Packages = {
  '': { optionalDependencies: { 'node-here': '24.0.0', 'node-elsewhere': '24.0.0' } },
  'node_modules/express': { version: '5.0.0', integrity: 'sha512-express' },
  'node_modules/node-here': { version: '24.0.0', os: process.platform, cpu: process.arch, optional: true },
  'node_modules/node-elsewhere': { version: '24.0.0', os: foreign, cpu: process.arch, optional: true },
  'node_modules/swc-elsewhere': { version: '1.0.0', os: [foreign], optional: true },
}
const {
  'node_modules/node-elsewhere': _node,
  'node_modules/swc-elsewhere': _swc,
  '': _root,
  ...fitting
} = wanted

/** Stands in for npm: notes how it was called and what it installed, where npm notes it. */
const npm = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
mkdirSync('node_modules', { recursive: true })
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: ${JSON.stringify(fitting)} }))
`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'))
  mkdirSync(join(folder, 'scripts'))
  cpSync('scripts/setup.mjs', join(folder, 'scripts/setup.mjs'))
  writeFileSync(join(folder, 'npm.mjs'), npm)
  writeLock(wanted)
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('Set-up before every command', () => {
  test('installs the packages of the lock file on a fresh machine, and then no more', () => {
    expect(setUp()).toMatchObject({ status: 0, calls: ['ci --loglevel=error'] })
    expect(setUp()).toEqual({ status: 0, said: '', calls: ['ci --loglevel=error'] })
  })

  test('installs again when the lock file has another version', () => {
    setUp()
    writeLock({ ...wanted, 'node_modules/express': { version: '5.0.1', integrity: 'sha512-other' } })
    expect(setUp().calls).toHaveLength(2)
  })

  test('installs again when the Node of this machine is missing', () => {
    const { 'node_modules/node-here': _missing, ...rest } = fitting
    hold(rest)
    expect(setUp().calls).toHaveLength(1)
  })

  test('leaves out what is made for other machines', () => {
    hold(fitting)
    expect(setUp()).toEqual({ status: 0, said: '', calls: [] })
  })

  test('stops with what npm said when npm fails', () => {
    writeFileSync(join(folder, 'npm.mjs'), "console.error('no registry'); process.exit(7)")
    const { status, said } = setUp()
    expect(status).toBe(1)
    expect(said).toContain('no registry\nnpm ci failed (exit code 7)')
  })
})

function setUp(): { status: number | null; said: string; calls: string[] } {
  const env = { ...process.env, npm_execpath: join(folder, 'npm.mjs'), npm_node_execpath: process.execPath }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  const calls = join(folder, 'calls')
  return {
    status,
    said: `${stdout}${stderr}`,
    calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [],
  }
}

function writeLock(packages: Packages): void {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
}

function hold(packages: Packages): void {
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
}
