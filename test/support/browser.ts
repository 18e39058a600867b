import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterEach, expect } from '@jest/globals'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page, Response } from 'playwright-core'
import { openBrowser as open, openWindow, type WindowOptions } from '../../demo/browser.ts'

/** A real browser that a person of a test sits at. */
export interface TestBrowser {
  /** A window of one person, with their session; closed when the test is over, which fails if it had complaints. */
  open(options: TestWindowOptions): Promise<Window>
  close(): Promise<void>
}

interface TestWindowOptions extends WindowOptions {
  /** Another site that its person goes to on purpose, such as the workplace's sign-in. */
  readonly alsoAt?: string
}

export interface Window {
  readonly page: Page
  /** Everything that should not have happened in it: errors in the console, broken rules of the CSP, failed requests. */
  readonly complaints: readonly string[]
  /** What axe finds against WCAG 2.2 AA, as readable lines. */
  axe(): Promise<readonly string[]>
  /** What the page's HTML, as it was sent, has against the standard. */
  markup(): Promise<readonly string[]>
  /** A picture of the whole page for people to look at, where they ask for pictures: `PICTURES=yes npm test -- …`. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await open()
  return { open: (options) => watchedWindow(browser, options), close: () => browser.close() }
}

/** Of the test that runs. */
const windows = new Set<Window>()

afterEach(async () => {
  const seen = [...windows].flatMap(({ complaints }) => complaints)
  if (seen.length > 0) await pictureAll(expect.getState().currentTestName ?? 'a test')
  await Promise.all([...windows].map((window) => window.close()))
  if (seen.length > 0) throw new Error(`a window had complaints:\n${seen.join('\n')}`)
})

/** See test/environment.mjs. */
;(globalThis as { whenTestFails?: typeof pictureAll }).whenTestFails = pictureAll

async function pictureAll(test: string): Promise<void> {
  const name = `failed-${test.replaceAll(/[^\wæøå]+/gi, '-').slice(0, 80)}`
  // A window that hangs is no reason to be silent about the others, or about the failure.
  await Promise.allSettled([...windows].map(({ page }, i) => takePicture(page, `${name}-${i + 1}`)))
}

async function watchedWindow(browser: Browser, options: TestWindowOptions): Promise<Window> {
  const context = await openWindow(browser, options)
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const complaints = watch(page, options)
  const html = keepHtml(page)
  const window: Window = {
    page,
    complaints,
    axe: () => axeFindings(page),
    markup: async () => markupFindings(await html()),
    picture: async (name) => {
      if (process.env.PICTURES) await takePicture(page, name)
    },
    close: async () => {
      windows.delete(window)
      await context.close()
    },
  }
  windows.add(window)
  return window
}

/** Of failures and of what is looked at by hand; not committed. */
const picturesFolder = '.data/pictures'

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(picturesFolder, { recursive: true })
  await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true, timeout: 10_000 })
}

/** The page as it was sent: what scripts have changed since is not what we wrote. */
function keepHtml(page: Page): () => Promise<string> {
  let answer: Response | null = null
  page.on('response', (response) => {
    const request = response.request()
    const isRedirect = response.status() >= 300 && response.status() < 400
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && !isRedirect)
      answer = response
  })
  return async () => {
    if (answer === null) throw new Error('the window shows no page: expected one to be opened first')
    return answer.text()
  }
}

function watch(page: Page, { url, alsoAt }: TestWindowOptions): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that answers 4xx or 503 with sentences is what a refusal looks like, not a fault.
    const isAnswer = /status of (?:4\d\d|503)/.test(message.text())
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // A page may be left before its font or script is there; a page that becomes a download does not come. What the
    // browser's rules forbid is told in the console.
    const isLeft = why === 'net::ERR_ABORTED'
    if (!isLeft) complaints.push(`${request.url()} ${why}`)
  })
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || request.url().startsWith('data:')
    const isOnPurpose = alsoAt !== undefined && request.url().startsWith(alsoAt)
    if (!isOwn && !isOnPurpose) complaints.push(`asks another host: ${request.url()}`)
  })
  return complaints
}

async function axeFindings(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const axe = new AxeBuilder({ page })
    // What is in order needs no description.
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    // No page has frames, for which axe would open a page of its own each time.
    .setLegacyMode()
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How a server writes its HTML, not whether it is right.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
  },
})

async function markupFindings(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  const seen = results.flatMap(({ messages }) => messages)
  return seen.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`)
}
