import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const productFolders = '{domain,workflows,activities,worker,api,web,mail,journal,directory,db,demo}'

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
