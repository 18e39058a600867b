import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { expect, test } from '@jest/globals'

/** Committed files and those about to be; what else the program needs the build makes. */
const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const leftOut = readFileSync('.dockerignore', 'utf8').trim().split('\n')
const { exclude } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8')) as { exclude: string[] }

test('all that is compiled in the image, and what it imports, is sent there', () => {
  const sent = sources.filter((file) => !isUnder(file, leftOut))
  const compiled = new Set(sent.filter((file) => !isUnder(file, exclude)))
  const missing: string[] = []
  for (const file of compiled) {
    for (const imported of importsOf(file).filter((path) => sources.includes(path))) {
      if (sent.includes(imported)) compiled.add(imported)
      else missing.push(`${file} imports ${imported}`)
    }
  }
  expect([...compiled]).toEqual(expect.arrayContaining(['api/main.ts', 'worker/main.ts', 'web/page.tsx']))
  expect(missing).toEqual([])
})

function isUnder(file: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`))
}

function importsOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/\b(?:from|import\(?)\s*'(\.{1,2}\/[^']+)'/g)
  return [...imports].map(([, path = '']) => join(file, '..', path))
}
