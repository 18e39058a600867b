import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core'

/** A real browser that a person of a test sits at. */
export interface TestBrowser {
  /** A window of one person, with their session. */
  open(options?: WindowOptions): Promise<Window>
  close(): Promise<void>
}

export interface WindowOptions {
  /** The Cookie header of a signed-in caller; '' for somebody who is not signed in. */
  readonly cookie?: string
  readonly url: string
  /** CSS pixels. */
  readonly width?: number
  readonly javaScript?: boolean
  readonly language?: 'da' | 'en'
}

export interface Window {
  readonly page: Page
  /** Everything that should not have happened in it: errors in the console, broken rules of the CSP, failed requests. */
  readonly complaints: readonly string[]
  /** What axe finds against WCAG 2.2 AA, as readable lines. */
  axe(): Promise<readonly string[]>
  /** A picture of the whole page, for people to look at. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run']

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, ...quiet],
    headless: true,
  })
  return { open: (options) => openWindow(browser, options), close: () => browser.close() }
}

async function openWindow(browser: Browser, options: WindowOptions = { url: '' }): Promise<Window> {
  const { url, cookie = '', width = 390, javaScript = true, language = 'da' } = options
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 844 : 900 },
    javaScriptEnabled: javaScript,
    locale: language === 'da' ? 'da-DK' : 'en-GB',
    // The product's own rules of the page hold for axe's script too: it comes in beside them.
    bypassCSP: false,
  })
  await signIn(context, url, cookie)
  const page = await context.newPage()
  const complaints = watch(page, url)
  return {
    page,
    complaints,
    axe: () => findings(page),
    picture: async (name) => {
      mkdirSync(picturesFolder, { recursive: true })
      await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true })
    },
    close: () => context.close(),
  }
}

/** Pictures of failures and of what is looked at by hand; not committed. */
const picturesFolder = '.data/pictures'

async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  if (cookie === '') return
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
}

function watch(page: Page, url: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that answers 4xx with sentences is what a refusal looks like, not a fault.
    const isAnswer = /status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`))
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || request.url().startsWith('data:')
    if (!isOwn) complaints.push(`asks another host: ${request.url()}`)
  })
  return complaints
}

async function findings(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
