import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { openBrowser as open, openWindow, type WindowOptions } from '../../demo/browser.ts'

/** A real browser that a person of a test sits at. */
export interface TestBrowser {
  /** A window of one person, with their session. */
  open(options: WindowOptions): Promise<Window>
  close(): Promise<void>
}

export interface Window {
  readonly page: Page
  /** Everything that should not have happened in it: errors in the console, broken rules of the CSP, failed requests. */
  readonly complaints: readonly string[]
  /** What axe finds against WCAG 2.2 AA, as readable lines. */
  axe(): Promise<readonly string[]>
  /** What the page's HTML, as it was sent, has against the standard. */
  markup(): Promise<readonly string[]>
  /** A picture of the whole page, for people to look at. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await open()
  return { open: (options) => watchedWindow(browser, options), close: () => browser.close() }
}

async function watchedWindow(browser: Browser, options: WindowOptions): Promise<Window> {
  const context = await openWindow(browser, options)
  const page = await context.newPage()
  const complaints = watch(page, options.url)
  return {
    page,
    complaints,
    axe: () => axeFindings(page),
    markup: () => markupFindings(page),
    picture: async (name) => {
      mkdirSync(picturesFolder, { recursive: true })
      await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true })
    },
    close: () => context.close(),
  }
}

/** Pictures of failures and of what is looked at by hand; not committed. */
const picturesFolder = '.data/pictures'

function watch(page: Page, url: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that answers 4xx with sentences is what a refusal looks like, not a fault.
    const isAnswer = /status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // A font comes last, and the page may be left before it is there.
    const isLeft = request.resourceType() === 'font' && why === 'net::ERR_ABORTED'
    if (!isLeft) complaints.push(`${request.url()} ${why}`)
  })
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || request.url().startsWith('data:')
    if (!isOwn) complaints.push(`asks another host: ${request.url()}`)
  })
  return complaints
}

async function axeFindings(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
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

/** The page is asked for again, as a browser would: what scripts have changed since is not what we wrote. */
async function markupFindings(page: Page): Promise<string[]> {
  const html = await (await page.request.get(page.url())).text()
  const { results } = await validator.validateString(html)
  const seen = results.flatMap(({ messages }) => messages)
  return seen.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`)
}
