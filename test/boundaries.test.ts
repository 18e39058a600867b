import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

interface Rule {
  name: string
}
interface Violation {
  from: string
  to: string
  rule: Rule
}

interface Complaint {
  category: string
  location: { path: string }
}

const root = process.cwd()
const rulesPath = join(root, '.dependency-cruiser.cjs')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

/** A tree in miniature: each file stands for what its folder may do, or plants what it may not. */
const allowed: Record<string, string> = {
  'domain/day.ts': 'export const day = 1',
  'domain/talk/state.ts': "import type { fact } from './fact.ts'\nexport type State = typeof fact",
  'domain/talk/fact.ts': "import type { State } from './state.ts'\nexport const fact = (of: State) => of",
  'domain/talk/talk.ts': "import { day } from '../day.ts'\nexport const talk = day",
  'workflows/talk/talk.messages.ts':
    "import type { talk } from '../../domain/talk/talk.ts'\nimport { defineSignal } from '@temporalio/workflow'\nexport const leftSignal = defineSignal<[typeof talk]>('left')",
  'workflows/talk/talk.workflow.ts':
    "import type { record } from '../../activities/record.ts'\nimport { leftSignal } from './talk.messages.ts'\nexport const talkWorkflow = (act: typeof record) => act(leftSignal)",
  'activities/record.ts':
    "import { readTalk } from '../db/talk.ts'\nimport { leftSignal } from '../workflows/talk/talk.messages.ts'\nexport const record = (signal = leftSignal) => readTalk(signal)",
  'db/talk.ts':
    "import { PrismaClient } from './generated/client.ts'\nexport const readTalk = (x: object) => [x, PrismaClient]",
  'db/generated/client.ts': 'export class PrismaClient {}',
  'mail/templates/invitation.ts': "import { day } from '../../domain/day.ts'\nexport const invitation = day",
  'mail/sender.ts': "import nodemailer from 'nodemailer'\nexport const sender = nodemailer",
  'journal/reader.ts': 'export const reader = 1',
  'journal/folder.ts':
    "import { readFile } from 'node:fs/promises'\nexport const folder = async () => {\n  await using disk = { [Symbol.asyncDispose]: async () => {} }\n  return [disk, readFile]\n}",
  'web/talk-page.tsx': "import { day } from '../domain/day.ts'\nexport const TalkPage = () => <p>{day}</p>",
  'config/config.ts': "import { z } from 'zod'\nexport const config = z",
  'api/app.ts':
    "import { invitation } from '../mail/templates/invitation.ts'\nimport { reader } from '../journal/reader.ts'\nimport { TalkPage } from '../web/talk-page.tsx'\nimport { leftSignal } from '../workflows/talk/talk.messages.ts'\nexport const app = [invitation, reader, TalkPage, leftSignal]",
  'test/support/cast.ts': 'export const cast = 1',
  'scripts/start.ts': "import { app } from '../api/app.ts'\nexport const start = app",
}

const forbidden: [file: string, text: string, rule: string][] = [
  ['domain/a.ts', "import { readTalk } from '../db/talk.ts'", 'domain-imports-only-its-row'],
  ['domain/b.ts', "import type { config } from '../config/config.ts'", 'domain-imports-only-its-row'],
  ['domain/c.ts', "import { z } from 'zod'", 'domain-uses-only-its-packages'],
  ['domain/d.ts', "import { hash } from 'node:crypto'", 'domain-uses-nothing-of-node'],
  ['workflows/a.ts', "import { config } from '../config/config.ts'", 'workflows-imports-only-its-row'],
  ['workflows/b.ts', "import { z } from 'zod'", 'workflows-uses-only-its-packages'],
  ['workflows/c.ts', "import { hash } from 'node:crypto'", 'workflows-uses-nothing-of-node'],
  [
    'activities/a.ts',
    "import { talkWorkflow } from '../workflows/talk/talk.workflow.ts'",
    'activities-imports-only-its-row',
  ],
  ['activities/b.ts', "import { TalkPage } from '../web/talk-page.tsx'", 'activities-imports-only-its-row'],
  ['activities/c.ts', "import express from 'express'", 'activities-uses-only-its-packages'],
  [
    'worker/a.ts',
    "import { talkWorkflow } from '../workflows/talk/talk.workflow.ts'",
    'worker-imports-only-its-row',
  ],
  ['worker/b.ts', "import express from 'express'", 'worker-uses-only-its-packages'],
  ['api/a.ts', "import { record } from '../activities/record.ts'", 'api-imports-only-its-row'],
  ['api/b.ts', "import { folder } from '../journal/folder.ts'", 'api-imports-only-its-row'],
  ['api/c.ts', "import { sender } from '../mail/sender.ts'", 'api-imports-only-its-row'],
  ['api/d.ts', "import nodemailer from 'nodemailer'", 'api-uses-only-its-packages'],
  [
    'web/a.tsx',
    "import { config } from '../config/config.ts'\nexport const A = () => <p>{String(config)}</p>",
    'web-imports-only-its-row',
  ],
  ['web/b.tsx', "export { readFile } from 'node:fs/promises'", 'web-uses-nothing-of-node'],
  ['web/c.tsx', "import { z } from 'zod'", 'web-uses-only-its-packages'],
  ['mail/a.ts', "import { app } from '../api/app.ts'", 'mail-imports-only-its-row'],
  ['mail/b.ts', "import { Client } from '@temporalio/client'", 'mail-uses-only-its-packages'],
  ['journal/a.ts', "import { readTalk } from '../db/talk.ts'", 'journal-imports-only-its-row'],
  ['journal/b.ts', "import pg from 'pg'", 'journal-uses-only-its-packages'],
  ['directory/a.ts', "import { readTalk } from '../db/talk.ts'", 'directory-imports-only-its-row'],
  ['directory/b.ts', "import { Client } from '@temporalio/client'", 'directory-uses-only-its-packages'],
  ['db/a.ts', "import { config } from '../config/config.ts'", 'db-imports-only-its-row'],
  ['db/b.ts', "import nodemailer from 'nodemailer'", 'db-uses-only-its-packages'],
  ['codec/a.ts', "import { config } from '../config/config.ts'", 'codec-imports-only-its-row'],
  ['codec/b.ts', "import pino from 'pino'", 'codec-uses-only-its-packages'],
  ['config/a.ts', "import { readTalk } from '../db/talk.ts'", 'config-imports-only-its-row'],
  ['config/b.ts', "import pino from 'pino'", 'config-uses-only-its-packages'],
  [
    'workflows/d.ts',
    "import { type record } from '../activities/record.ts'",
    'workflows-know-activities-by-type',
  ],
  [
    'workflows/e.ts',
    "export const act = await import('../activities/record.ts')",
    'workflows-know-activities-by-type',
  ],
  ['domain/f.ts', "export type Row = import('../db/talk.ts').Row", 'domain-imports-only-its-row'],
  [
    'workflows/loaded-once.ts',
    "export { sleep } from '@temporalio/workflow'",
    'what-workflows-share-is-rules',
  ],
  [
    'workflows/talk/a.messages.ts',
    "import { talkWorkflow } from './talk.workflow.ts'",
    'messages-are-only-a-contract',
  ],
  [
    'activities/d.ts',
    "import { PrismaClient } from '../db/generated/client.ts'",
    'generated-client-stays-in-db',
  ],
  ['other/a.ts', "import { cast } from '../test/support/cast.ts'", 'nobody-imports-an-entry-point'],
  ['domain/turn.ts', "export { turned } from './turned.ts'", 'arrows-never-turn'],
  ['domain/e.ts', "import { gone } from './gone.ts'", 'imports-exist'],
  ['config/c.ts', "import fc from 'fast-check'", 'production-runs-without-dev-dependencies'],
]

/** What a rule may not say, because the answer depends on the machine that it runs on. */
const machineBound: [file: string, expression: string][] = [
  ['domain/clock-1.ts', 'Date.now()'],
  ['domain/clock-2.ts', 'new Date()'],
  ['domain/clock-3.ts', 'Math.random()'],
  ['domain/zone-1.ts', 'new Intl.DateTimeFormat()'],
  ['domain/zone-2.ts', "new Intl.DateTimeFormat('da')"],
  ['workflows/zone-3.ts', 'new Date(0).getHours()'],
  ['workflows/zone-4.ts', '(5).toLocaleString()'],
]
const told = "new Intl.DateTimeFormat('da', { timeZone: 'UTC' }).format(new Date(0))"

let violations: Violation[]
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  symlinkSync(join(root, 'package.json'), join(folder, 'package.json'))
  plant('domain/turned.ts', "import './turn.ts'\nexport const turned = 1")
  for (const [file, text] of Object.entries(allowed)) plant(file, text)
  for (const [file, text] of forbidden) plant(file, text)
  const { stdout } = spawnSync(
    bin('depcruise'),
    ['--config', rulesPath, '--preserve-symlinks', '--output-type', 'json', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('The folder table', () => {
  test('every rule catches an import that it forbids', () => {
    const rules = createRequire(import.meta.url)(rulesPath) as { forbidden: Rule[] }
    expect(rules.forbidden.map(({ name }) => name).toSorted()).toEqual(
      [...new Set(forbidden.map(([, , rule]) => rule))].toSorted(),
    )
  })

  test.each(forbidden)('%s may not say: %s', (file, _text, rule) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    )
  })

  test('an import that the table allows is never reported', () => {
    expect(violations.filter(({ from }) => from in allowed)).toEqual([])
  })
})

describe('The rules of the year', () => {
  let complaints: Complaint[]

  beforeAll(() => {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    cpSync(join(root, '.biome'), join(folder, '.biome'), { recursive: true })
    for (const [file, text] of machineBound) plant(file, `export const answer = ${text}`)
    plant('domain/told.ts', `export const answer = ${told}`)
    complaints = lint()
  })

  test.each(machineBound)(
    'never ask the machine for its clock, zone or language: %s may not say %s',
    (file) => {
      expect(
        complaints.filter(({ location }) => location.path === file).map(({ category }) => category),
      ).toEqual(['plugin'])
    },
  )

  test('may use instants and zones that they are given', () => {
    expect(complaints.filter(({ location }) => location.path === 'domain/told.ts')).toEqual([])
  })
})

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${text}\n`)
}

function lint(): Complaint[] {
  const { stdout } = spawnSync(
    bin('biome'),
    ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', 'domain', 'workflows'],
    { cwd: folder, encoding: 'utf8' },
  )
  return (JSON.parse(stdout) as { diagnostics: Complaint[] }).diagnostics
}
