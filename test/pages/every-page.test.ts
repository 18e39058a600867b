import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pages } from '../../api/pages/index.ts'
import { chooseLanguage } from '../../demo/browser.ts'
import { playToSpring } from '../../demo/play.ts'
import type { World } from '../../demo/scene.ts'
import type { Stack } from '../../demo/stack.ts'
import { tourOf, type Visit } from '../../demo/tour.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'
import { openPlayStage } from '../support/play-stage.ts'

let play: Awaited<ReturnType<typeof openPlayStage>>
let stack: Stack
let browser: TestBrowser
let world: World
let visits: readonly Visit[]
let against: Found

beforeAll(async () => {
  play = await openPlayStage()
  stack = play.stack
  world = (await playToSpring(stack, () => {})).world
  visits = await tourOf(world)
  browser = await openBrowser()
  against = await visitEverything()
}, 1_800_000)

afterAll(async () => {
  await browser?.close()
  await play?.close()
})

/** What is tried on every page, and what somebody has against one. */
type Found = Record<'answers' | 'axe' | 'markup' | 'keyboard' | 'narrow' | 'light' | 'console', string[]>

/** Each person opens their pages twice, in Danish on a phone and in English on a wide screen: a visit tries all. */
async function visitEverything(): Promise<Found> {
  const all: Found = { answers: [], axe: [], markup: [], keyboard: [], narrow: [], light: [], console: [] }
  for (const [language, width] of [
    ['da', 390],
    ['en', 1280],
  ] as const) {
    for (const who of new Set(visits.map((visit) => visit.who))) {
      const cookie = who === null ? '' : (await world.as(who)).cookie
      const window = await browser.open({ url: stack.url, cookie, width, language })
      const own = visits.filter((visit) => visit.who === who)
      await window.page.goto(own[0]?.path ?? '/')
      await chooseLanguage(window.page, language)
      for (const visit of own) await tryPage(window, visit, width, all)
      all.console.push(...window.complaints.map((line) => `${who}: ${line}`))
      await window.close()
    }
  }
  return all
}

async function tryPage(window: Window, { path, name }: Visit, width: number, all: Found): Promise<void> {
  const { page } = window
  const note = (what: keyof Found, lines: readonly string[]) =>
    all[what].push(...lines.map((line) => `${name} at ${width}: ${line}`))
  await page.setViewportSize({ width, height: 900 })
  const answer = await page.goto(path)
  if (answer?.status() !== 200) note('answers', [`${path} answers ${answer?.status()}`])
  note('light', await weigh(window))
  note('markup', await window.markup())
  note('axe', await window.axe())
  note('keyboard', await walkWithTab(window))
  await page.setViewportSize({ width: 320, height: 900 })
  note('narrow', await isTooWide(window))
  await page.setViewportSize({ width: 640, height: 900 })
  await page.evaluate("document.documentElement.style.fontSize = '125%'")
  note('narrow', await isTooWide(window))
}

describe('Every page', () => {
  test('is on the tour, so that no page is left out of what follows', () => {
    const patterns = pages.map(({ path }) => ({
      path,
      pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    }))
    const visited = visits.map(({ path }) => path.split(/[?#]/)[0] ?? '')
    const missed = patterns.filter(({ pattern }) => !visited.some((path) => pattern.test(path)))
    expect(missed.map(({ path }) => path)).toEqual([])
  })

  test('answers those it is for, and logs no error and no broken rule of its security policy', () => {
    expect([...against.answers, ...against.console]).toEqual([])
  })

  test('axe: has nothing against WCAG 2.2 AA, in Danish on a phone and in English on a wide screen', () => {
    expect(against.axe).toEqual([])
  })

  test('markup: is valid HTML, in both languages', () => {
    expect(against.markup).toEqual([])
  })

  test('keyboard: is reached from the top to the last control with the Tab key, and shows where one is', () => {
    expect(against.keyboard).toEqual([])
  })

  test('narrow: needs no sideways scrolling at 320 pixels, nor with letters of twice the size', () => {
    expect(against.narrow).toEqual([])
  })

  test('light: is at most 100 KiB over the wire with styles and script, and two fonts', () => {
    expect(against.light).toEqual([])
  })
})

/** Presses Tab through the page: the first stop leads past the menu, each stop is seen, and every control is a stop. */
async function walkWithTab({ page }: Window): Promise<string[]> {
  const found: string[] = []
  // Tabbing starts at the top: what was refused would otherwise have the focus.
  await page.evaluate('document.activeElement?.blur()')
  const expected = await page.evaluate<number>(controls)
  const seen = new Set<string>()
  // A field for a day has up to four stops of its own: date, month, year and the calendar.
  for (let presses = 0; presses < 4 * expected + 5; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<{ id: string; isSeen: boolean } | null>(focused)
    if (stop === null) break
    if (presses === 0 && !stop.id.includes('skipnav')) found.push(`the first stop is ${stop.id}`)
    if (!stop.isSeen) found.push(`the focus is not seen on ${stop.id}`)
    seen.add(stop.id)
  }
  if (seen.size < expected) found.push(`Tab reaches ${seen.size} of ${expected} controls`)
  return found
}

/** Counts what can be reached: one stop per group of radio buttons, none inside what is folded. */
const controls = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  const open = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
  const groups = new Set()
  return open.filter((one) => {
    if (one.type !== 'radio') return true
    const group = (one.form?.action ?? '') + one.name
    return !groups.has(group) && groups.add(group)
  }).length
})()`

const focused = `(() => {
  const one = document.activeElement
  if (!one || one === document.body || one === document.documentElement) return null
  one.dataset.stop ??= String(Math.random())
  const style = getComputedStyle(one)
  const label = one.matches('input') ? one.labels?.[0] : null
  const around = label ? getComputedStyle(label, '::before') : null
  const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (around !== null && (around.outlineStyle !== 'none' || around.boxShadow !== 'none'))
  return { id: one.tagName + '.' + one.className + ' ' + one.dataset.stop, isSeen }
})()`

async function isTooWide({ page }: Window): Promise<string[]> {
  const [content, room] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  return content > room ? [`is ${content} pixels wide in ${room}`] : []
}

const MOST_BYTES = 100 * 1024

/** What a browser without a cache takes for one page; fonts are counted apart. */
async function weigh({ page }: Window): Promise<string[]> {
  const sizes = await page.evaluate<[string, number][]>(
    `performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).map(({ name, encodedBodySize }) => [name, encodedBodySize])`,
  )
  const isFont = ([name]: [string, number]) => name.endsWith('.woff2')
  const bytes = sizes.filter((one) => !isFont(one)).reduce((sum, [, size]) => sum + size, 0)
  const fonts = sizes.filter(isFont).length
  return [
    ...(bytes > MOST_BYTES ? [`takes ${bytes} bytes`] : []),
    ...(fonts > 2 ? [`takes ${fonts} fonts`] : []),
  ]
}
