import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { envNames } from '../config/env.ts'
import { createCalendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import { addMonths, day } from '../domain/calendar/day.ts'
import { zoneOffsets } from '../domain/calendar/zone-offsets.ts'
import { stepAt, stepOn } from '../domain/policy/ladder.ts'
import { defaultPolicy, policyDates } from '../domain/policy/policy.ts'

const documents = globSync(['*.md', 'docs/**/*.md'])
const read = (path: string) => readFileSync(path, 'utf8')
const productFolders = '{domain,workflows,activities,worker,api,web,mail,journal,directory,db,demo}'

describe('The documents', () => {
  test('lead only to places that exist', () => {
    const links = documents.flatMap((file) =>
      [...withoutBlocks(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({
        file,
        target,
      })),
    )
    const inside = links.filter(({ target }) => !/^https?:/.test(target))
    expect(inside.length).toBeGreaterThan(20)
    expect(inside.filter(({ file, target }) => !leadsSomewhere(file, target))).toEqual([])
  })

  test('name only files and folders that exist', () => {
    const paths = documents.flatMap((file) =>
      codeSpans(withoutBlocks(read(file)))
        .filter((span) => /^[\w.-]+\/[\w./-]*$/.test(span) && isOurs(span))
        .map((path) => ({ file, path })),
    )
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter(({ path }) => !existsSync(path) && !existsSync(`${path}.ts`))).toEqual([])
  })

  test('name only commands whose program exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/\bnpm (?:run )?([a-z][a-z-]*(?::[a-z]+)?)/g)].map(([, name = '']) => ({
        file,
        name,
      })),
    )
    const ours = named.filter(({ name }) => !['ci', 'install'].includes(name))
    expect(ours.map(({ name }) => name)).toEqual(expect.arrayContaining(['start', 'test']))
    expect(ours.filter(({ name }) => !programsExist(scripts[name]))).toEqual([])
  })
})

describe('The README', () => {
  test('draws the year as the rules count it', () => {
    const { zoneName, ...settings } = defaultCalendarSettings
    const calendar = createCalendar({ ...settings, zone: zoneOffsets(zoneName, 2026, 2028) })
    const policy = defaultPolicy(day('2027-02-01'), undefined, calendar)
    const heldOn = day('2027-04-29')
    const ladder = [0, 1, 2, 3, 4].flatMap((n) => stepAt(policy.ladders.invite, n) ?? [])
    const expected = [
      ...policyDates(policy).map(({ on }) => on),
      ...ladder.map((step) => stepOn(step, policy.inviteBy, calendar)),
      heldOn,
      calendar.addWorkingDays(heldOn, policy.planAgreedWithin),
      ...policy.statusTalks.map((months) => calendar.onOrAfter(addMonths(heldOn, months))),
    ]
    const drawn = [...read('README.md').matchAll(/^(\d{4}-\d{2}-\d{2}) {2}\S/gm)].map(([, on = '']) => on)
    expect(drawn).toEqual(expected.toSorted())
  })

  test('lists exactly the settings without which compose refuses to start', () => {
    const required = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):?\?/g)].map(
      ([, name = '']) => name,
    )
    const [, section = ''] = read('README.md').split(/^## Run it for real$/m)
    const listed = [...section.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) => codeSpans(cell))
    expect(listed.toSorted()).toEqual([...new Set(required)].toSorted())
  })
})

describe('What the README shows of the demo', () => {
  test('is what the demo checks', () => {
    const shown = [...read('README.md').matchAll(/^ {2}✓ (.+)$/gm)].map(([, line = '']) => line)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((line) => !read('demo/invariants.ts').includes(line))).toEqual([])
  })
})

describe('The operations guide', () => {
  test('describes every setting once, and no other', () => {
    const [, section = ''] = read('docs/operations.md').split(/^## Settings$/m)
    const [table = ''] = section.split(/^## /m)
    const described = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name)
    expect(described.toSorted()).toEqual([...envNames].toSorted())
  })
})

describe('The figures of the api that the operations guide names', () => {
  test('are those it keeps', () => {
    const named = codeSpans(withoutBlocks(read('docs/operations.md'))).filter(
      (span) => span.startsWith('aarshjul_') && !span.endsWith('_login'),
    )
    const kept = [...read('api/metrics.ts').matchAll(/name: '(\w+)'/g)].map(([, name = '']) => name)
    expect(named.toSorted()).toEqual(kept.toSorted())
  })
})

describe('The decisions', () => {
  const records = globSync('docs/decisions/[0-9]*.md')

  test('are numbered without gaps and all listed', () => {
    const numbers = records.map((file) => Number(file.match(/\d{4}/)?.[0])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
    const list = read('docs/decisions/README.md')
    expect(records.filter((file) => !list.includes(`(${file.split('/').at(-1)})`))).toEqual([])
  })

  test('say when, in which context, what, and with which consequences', () => {
    const shape =
      /^# \d{4} .+\n\n\d{4}-\d{2}-\d{2}\n\n## Context\n[\s\S]+\n## Decision\n[\s\S]+\n## Consequences\n/
    expect(records.filter((file) => !shape.test(read(file)))).toEqual([])
  })

  test('give a reason for every package that the project depends on', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      read('package.json'),
    ) as Record<string, Record<string, string>>
    const reasons = records.map(read).join('\n')
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
  })
})

describe('The glossary', () => {
  const lines = glossaryLines(readFileSync('docs/glossary.md', 'utf8'))

  test('has a line for each word once', () => {
    const words = lines.flatMap(({ code }) => code)
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  test('says every word in Danish', () => {
    expect(lines.filter(({ danish }) => danish === '').map(({ code }) => code)).toEqual([])
  })

  test('names only things that the code has', () => {
    const names = namesIn(globSync(`${productFolders}/**/*.{ts,tsx}`))
    const spoken = [...names.keys()].join('\n')
    const isSpoken = (word: string) => new RegExp(`(?:^|-)${word}s?(?:-|$)`, 'm').test(spoken)
    expect(lines.flatMap(({ code }) => code).filter((word) => !isSpoken(word))).toEqual([])
  })

  test('keeps words that it forbids out of rules and workflows', () => {
    const forbidden = lines.flatMap((line) => line.not)
    expect(forbidden.length).toBeGreaterThan(20)
    const used = [...namesIn(globSync('{domain,workflows}/**/*.ts'))].filter(([name]) =>
      name.split('-').some((part) => forbidden.some((word) => part === word || part === `${word}s`)),
    )
    expect(used).toEqual([])
  })

  test('sees a word in any spelling, and none in comments and sentences', () => {
    const names = namesOf(
      "const managerId = 'skip-level' // a boss\n/* user */ throw new Error('no Meeting today')\nBOOKING_SIZE",
    )
    expect(names).toEqual(expect.arrayContaining(['manager-id', 'skip-level', 'booking-size']))
    expect(names.join(' ')).not.toMatch(/boss|user|meeting/)
  })
})

interface GlossaryLine {
  code: string[]
  danish: string
  not: string[]
}

function glossaryLines(text: string): GlossaryLine[] {
  return [...text.matchAll(/^\| (`.+?) \|(.*?)\|(.*?)\|(.*?)\|$/gm)].map(
    ([, code = '', danish = '', , not = '']) => ({
      code: codeSpans(code),
      danish: danish.trim(),
      not: codeSpans(not),
    }),
  )
}

function codeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)
}

/** The names used in files, each with one file that uses it. */
function namesIn(files: string[]): Map<string, string> {
  const product = files.filter((file) => !file.startsWith('db/generated/'))
  return new Map(product.flatMap((file) => namesOf(readFileSync(file, 'utf8')).map((name) => [name, file])))
}

/** Identifiers and words in kebab-case, all spelt in kebab-case; what sentences and comments say is left out. */
function namesOf(code: string): string[] {
  const literals: string[] = []
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\/\/.*$/gm, ' ')
    .replace(/'([^'\n]*)'|"([^"\n]*)"|`[^`]*`/g, (_whole, single, double) => {
      const text: string = single ?? double ?? ''
      if (/^[a-z]+(?:-[a-z]+)*$/.test(text)) literals.push(text)
      return ' '
    })
  return [...new Set([...(bare.match(/[A-Za-z_]\w*/g) ?? []), ...literals].map(kebab))]
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}

/** A document without its fenced blocks, which show what is not said. */
function withoutBlocks(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```/gm, '')
}

/** A link to a file, or to a heading of one as code hosts name them. */
function leadsSomewhere(from: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = path === '' ? from : normalize(join(dirname(from), path))
  if (!existsSync(file)) return false
  return heading === undefined || headingsOf(read(file)).includes(heading)
}

function headingsOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** A path below a folder of this tree, other than one that is filled by building or running, or an example's. */
function isOurs(path: string): boolean {
  const [folder = ''] = path.split('/')
  return (
    existsSync(folder) && !/^(?:dist|node_modules|[.]data|[.]cache)$/.test(folder) && !path.includes('NNNN')
  )
}

/** Every program of ours that a script runs has its source. */
function programsExist(script: string | undefined): boolean {
  if (script === undefined) return false
  const programs = [...script.matchAll(/[\w./-]+\.(?:ts|mjs|js)\b/g)].map(([program]) => program)
  return programs.every((program) => existsSync(program.replace(/^dist\/(.+)\.js$/, '$1.ts')))
}
