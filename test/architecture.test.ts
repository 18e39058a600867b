import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'

interface Rule {
  name: string
  to: { pathNot?: string | string[] }
}
interface Row {
  folder: string
  mayImport: string
}

/** Committed files and those about to be. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const rows = readFolderTable('ARCHITECTURE.md')

describe('The folder table of ARCHITECTURE.md', () => {
  test('has a row for every folder', () => {
    const folders = new Set(
      files.filter((file) => /^[^.][^/]*\//.test(file)).map((file) => file.split('/')[0]),
    )
    expect([...folders].filter((folder) => !rows.some((row) => row.folder === folder))).toEqual([])
  })

  test('says what dependency-cruiser checks', () => {
    const rules = createRequire(import.meta.url)(join(process.cwd(), '.dependency-cruiser.cjs')) as {
      forbidden: Rule[]
    }
    const checked = rules.forbidden
      .filter(({ name }) => name.endsWith('-imports-only-its-row'))
      .map(({ name, to }) => {
        const [, ...may] = [to.pathNot ?? []].flat()
        return { folder: name.replace('-imports-only-its-row', ''), may: may.map(spoken).toSorted() }
      })
    const written = rows
      .filter(({ folder }) => checked.some((rule) => rule.folder === folder))
      .map(({ folder, mayImport }) => ({ folder, may: codeSpans(mayImport).toSorted() }))
    expect(written).toEqual(checked)
  })
})

describe('Names', () => {
  test('of folders and files say what is in them', () => {
    const empty = /^(?:utils?|helpers?|common|misc|lib|types|services?|managers?|shared|src)(?:\.[a-z]+)*$/
    expect(files.filter((file) => file.split('/').some((part) => empty.test(part)))).toEqual([])
  })

  test('of messages are the constants without their suffix', async () => {
    const contracts = await Promise.all(
      globSync('workflows/**/*.messages.ts').map(async (file) => ({
        file,
        complaints: messageComplaints(await import(join(process.cwd(), file))),
      })),
    )
    expect(contracts.filter(({ complaints }) => complaints.length > 0)).toEqual([])
  })

  test('of messages that break the grammar are noticed', () => {
    const exported = {
      leftSignal: defineSignal('left'),
      talkViewQuery: defineQuery('talkView'),
      setAppointmentUpdate: defineUpdate('appointment'),
      approvePlan: defineUpdate('approvePlan'),
      leaderChangedSignal: defineUpdate('leaderChanged'),
      talkId: (id: string) => `talk/${id}`,
    }
    expect(messageComplaints(exported)).toEqual([
      "setAppointmentUpdate is 'appointment' on the wire: expected 'setAppointment'",
      'approvePlan is an update: expected a name that ends in Update',
      'leaderChangedSignal is an update: expected a name that ends in Update',
    ])
  })

  test('of workflows end in Workflow', () => {
    const exported = globSync('workflows/**/*.workflow.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export async function (\w+)/gm)].map(([, name]) => name),
    )
    expect(exported.filter((name) => !name?.endsWith('Workflow'))).toEqual([])
  })
})

describe('The documents', () => {
  test('name only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/npm (?:run )?([a-z][a-z-]*(?::[a-z]+)?)/g)].map(
          ([, name]) => ({
            file,
            name,
          }),
        ),
      )
      .filter(({ name }) => !['ci', 'install'].includes(name ?? ''))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ name }) => !(name && name in scripts))).toEqual([])
  })
})

function readFolderTable(path: string): Row[] {
  const [, section = ''] = readFileSync(path, 'utf8').split(/^## Folders$/m)
  return [...section.matchAll(/^\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, folder = '', mayImport = '']) => ({
      folder,
      mayImport,
    }),
  )
}

/** What a table cell names: its code spans, but for the keyword that qualifies one. */
function codeSpans(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)]
    .map(([, span = '']) => span)
    .filter((span) => span !== 'import type')
}

/** A rule's pattern as the table writes it: `^mail/templates/` is `mail/templates`. */
function spoken(pattern: string): string {
  return pattern
    .replace(/^\^workflows\/\.\+\[\.\]messages.*/, '*.messages')
    .replace(/^\^/, '')
    .replace(/\/$|\[\.\]ts\$$/, '')
}

function messageComplaints(exported: Record<string, unknown>): string[] {
  return Object.entries(exported).flatMap(([constant, value]) => {
    if (!isMessage(value)) return []
    const suffix = `${value.type[0]?.toUpperCase()}${value.type.slice(1)}`
    if (!constant.endsWith(suffix)) {
      const article = value.type === 'update' ? 'an' : 'a'
      return [`${constant} is ${article} ${value.type}: expected a name that ends in ${suffix}`]
    }
    const wanted = constant.slice(0, -suffix.length)
    return value.name === wanted ? [] : [`${constant} is '${value.name}' on the wire: expected '${wanted}'`]
  })
}

function isMessage(value: unknown): value is { type: 'update' | 'signal' | 'query'; name: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'name' in value &&
    ['update', 'signal', 'query'].includes(String(value.type))
  )
}
