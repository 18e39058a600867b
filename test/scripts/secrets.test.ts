import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { holdFolder } from '../../scripts/infrastructure/running.ts'
import { keptSecret } from '../../scripts/infrastructure/secrets.ts'

let outer: string
let folder: string
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'aarshjul-secrets-'))
  folder = join(outer, 'data')
})
afterEach(() => rmSync(outer, { recursive: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('A secret that the first start makes', () => {
  test('is the same at every later one', () => {
    let made = 0
    const make = () => `secret ${++made}`
    expect(keptSecret(folder, 'keys', null)).toBeNull()
    expect(keptSecret(folder, 'keys', make)).toBe('secret 1')
    expect(keptSecret(folder, 'keys', make)).toBe('secret 1')
    expect(keptSecret(folder, 'keys', null)).toBe('secret 1')
  })

  test('can be read by its owner alone, and leaves no copy beside it', () => {
    keptSecret(folder, 'keys', () => 'secret')
    expect(modeOf(join(folder, 'secrets'))).toBe('700')
    expect(modeOf(join(folder, 'secrets', 'keys'))).toBe('600')
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['keys'])
  })
})

test("an installation's folder, with the outbox and the plans in it, is its owner's alone", async () => {
  const hold = await holdFolder(folder, () => {})
  expect(modeOf(folder)).toBe('700')
  expect(modeOf(join(folder, 'running.json'))).toBe('600')
  hold.release()
})
