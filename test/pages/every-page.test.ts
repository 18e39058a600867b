import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pages } from '../../api/pages/index.ts'
import { chooseLanguage, openVisit } from '../../demo/browser.ts'
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

/**
 * Each person opens their pages twice, in Danish on a phone and in English on a wide screen: a visit tries all. Two windows
 * are open at a time, so that one page is measured while another is read.
 */
async function visitEverything(): Promise<Found> {
  const all: Found = { answers: [], axe: [], markup: [], keyboard: [], narrow: [], light: [], console: [] }
  for (const [language, width] of [
    ['da', 390],
    ['en', 1280],
  ] as const) {
    const rounds = roundsOf(visits)
    const inTurn = async () => {
      for (let own = rounds.shift(); own !== undefined; own = rounds.shift())
        await visitOwn(own, language, width, all)
    }
    await Promise.all([inTurn(), inTurn()])
  }
  return all
}

/** Pages of one person, few enough that two windows end at about the same time. */
function roundsOf(all: readonly Visit[]): Visit[][] {
  const MOST = 12
  return [...Map.groupBy(all, ({ who }) => who).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / MOST) }, (_, i) => own.slice(i * MOST, (i + 1) * MOST)),
  )
}

async function visitOwn(own: Visit[], language: 'da' | 'en', width: number, all: Found): Promise<void> {
  const who = own[0]?.who ?? null
  const cookie = who === null ? '' : (await world.as(who)).cookie
  const window = await browser.open({ url: stack.url, cookie, width, language })
  await window.page.goto(own[0]?.path ?? '/')
  await chooseLanguage(window.page, language)
  for (const visit of own) await tryPage(window, visit, width, all)
  all.console.push(...window.complaints.map((line) => `${who}: ${line}`))
  await window.close()
}

async function tryPage(window: Window, visit: Visit, width: number, all: Found): Promise<void> {
  const { page } = window
  const { name, path, status = 200 } = visit
  const note = (what: keyof Found, lines: readonly string[]) =>
    all[what].push(...lines.map((line) => `${name} at ${width}: ${line}`))
  await page.setViewportSize({ width, height: 900 })
  const answered = await openVisit(page, visit)
  if (answered !== status) note('answers', [`${path} answers ${answered}`])
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
  // Tabbing starts at the top: where something was refused it would start there.
  await page.evaluate(
    `document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')`,
  )
  const { expected, presses } = await page.evaluate<{ expected: number; presses: number }>(controls)
  await page.evaluate(watchFocus)
  // Held down, as a key that repeats: one message to the browser for each stop.
  for (let pressed = 0; pressed < presses; pressed++) await page.keyboard.down('Tab')
  await page.keyboard.up('Tab')
  const stops = await page.evaluate<{ id: string; isSeen: boolean }[]>('window.stops')
  const first = stops[0]?.id ?? 'none'
  const reached = new Set(stops.map(({ id }) => id)).size
  return [
    ...(first.includes('skipnav') ? [] : [`the first stop is ${first}`]),
    ...stops.filter(({ isSeen }) => !isSeen).map(({ id }) => `the focus is not seen on ${id}`),
    ...(reached < expected ? [`Tab reaches ${reached} of ${expected} controls`] : []),
  ]
}

/**
 * Counts what can be reached: one stop per group of radio buttons, none inside what is folded. A field for a day or an hour
 * has up to four stops of its own: date, month, year and the calendar.
 */
const controls = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  const open = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
  const groups = new Set()
  const expected = open.filter((one) => {
    if (one.type !== 'radio') return true
    const group = (one.form?.action ?? '') + one.name
    return !groups.has(group) && groups.add(group)
  }).length
  return { expected, presses: expected + 10 + 3 * open.filter(({ type }) => ['date', 'time'].includes(type)).length }
})()`

/** Notes every stop as it gets the focus. */
const watchFocus = `(() => {
  window.stops = []
  document.addEventListener('focusin', ({ target: one }) => {
    one.dataset.stop ??= String(Math.random())
    const style = getComputedStyle(one)
    const label = one.matches('input') ? one.labels?.[0] : null
    const around = label ? getComputedStyle(label, '::before') : null
    const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (around !== null && (around.outlineStyle !== 'none' || around.boxShadow !== 'none'))
    window.stops.push({ id: one.tagName + '.' + one.className + ' ' + one.dataset.stop, isSeen })
  })
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
