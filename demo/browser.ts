import { tmpdir } from 'node:os'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core'
import type { Visit } from './tour.ts'

/** Chromium as npm brings it: nothing of the machine is needed, and it asks nobody anything. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not the package's own arguments: they are for one short picture, and switch the web's rules of safety off.
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      // Pictures do not differ with the machine's way of fitting letters to the screen.
      '--font-render-hinting=none',
    ],
    // Fields for days and times follow the browser's own language, not the page's: as in a Danish one, 03.02.2028.
    env: { HOME: tmpdir(), LANG: 'da_DK.UTF-8' },
    headless: true,
  })
}

export interface WindowOptions {
  readonly url: string
  /** The session's cookie header; '' for somebody who is not signed in. */
  readonly cookie?: string
  /** CSS pixels. */
  readonly width?: number
  readonly javaScript?: boolean
  readonly language?: 'da' | 'en'
}

/** A window of one person. */
export async function openWindow(browser: Browser, options: WindowOptions): Promise<BrowserContext> {
  const { url, cookie = '', width = 390, javaScript = true, language = 'da' } = options
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 844 : 900 },
    javaScriptEnabled: javaScript,
    locale: language === 'da' ? 'da-DK' : 'en-GB',
  })
  const [name = '', value = ''] = cookie.split('=')
  if (value !== '') await context.addCookies([{ name, value, url }])
  return context
}

/** Has the signed-in person choose a language, as the button on every page does. */
export async function chooseLanguage(page: Page, language: 'da' | 'en'): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await page.getByRole('button', { name: language === 'da' ? 'Dansk' : 'English' }).click()
}

/** Opens a page of the tour, and sends its form where it is one that is answered; gives the answer's status. */
export async function openVisit(page: Page, { path, sends }: Visit): Promise<number | undefined> {
  const shown = await page.goto(path)
  if (sends === undefined) return shown?.status()
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.evaluate<unknown>(`(${sendForm})(${JSON.stringify(sends)})`),
  ])
  return answer.status()
}

/** In the browser; what the browser itself would not let through is sent as well. */
const sendForm = `({ form: action, fields }) => {
  const form = document.querySelector('form[action="' + action + '"]')
  for (const [name, value] of Object.entries(fields)) form.elements.namedItem(name).value = value
  form.submit()
}`

/** A picture of a whole page. */
export async function picturePage(
  browser: Browser,
  wish: WindowOptions & { visit: Visit; file: string; language: 'da' | 'en' },
): Promise<void> {
  const context = await openWindow(browser, wish)
  const page = await context.newPage()
  await page.goto(wish.visit.path)
  await chooseLanguage(page, wish.language)
  await openVisit(page, wish.visit)
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: wish.file, fullPage: true })
  await context.close()
}
