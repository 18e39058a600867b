import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const open = (caller: { cookie: string } | null, more: { width?: number; language?: 'da' | 'en' } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller?.cookie ?? '', ...more })

describe('The home page', () => {
  test('shows an employee the year, and a leader what is owed first', async () => {
    const anna = await open(stage.anna)
    await anna.page.goto('/')
    expect(await anna.page.locator('h1').textContent()).toBe('Forside')
    expect(await anna.page.locator('.timeline .what').count()).toBeGreaterThan(4)
    await anna.picture('home-anna')
    expect(await anna.axe()).toEqual([])
    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto('/')
    await ben.picture('home-ben')
    expect(await ben.axe()).toEqual([])
    expect([...anna.complaints, ...ben.complaints]).toEqual([])
  })

  test('tells a leader what comes next with its date, and as many talks that wait now as the team page', async () => {
    const employees = [await stage.addEmployee('Gerda'), await stage.addEmployee('Hanne')]
    const { page } = await open(stage.ben)
    await page.goto('/')
    expect(await page.locator('h1').textContent()).toBe('Forside')
    const coming = /Det næste: Indkald .+, senest 15\.02\.2038 \(uge 7\)\./
    expect(await page.locator('main').textContent()).toMatch(coming)
    await page.goto('/team')
    expect(await page.locator('main').textContent()).toMatch(coming)
    for (const { caller, talkId } of employees) {
      await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-18T09:00:00Z' })
      await caller.post(`/talks/${talkId}/appointment/other-time`, { wish: '' })
    }
    await page.goto('/')
    expect(await page.locator('h1').textContent()).toBe('2 ting venter på dig')
    expect(await page.locator('main').textContent()).toContain('2 samtaler venter på dig.')
    await page.goto('/team')
    expect(await page.locator('.font-lead').textContent()).toBe('2 samtaler venter på dig.')
    for (const { talkId } of employees)
      await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-19T09:00:00Z' })
  })

  test('sends whoever is not signed in to sign in, and back to the page they asked for', async () => {
    const { page, complaints } = await open(null)
    await page.goto('/?here')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(complaints).toEqual([])
  })

  test('leads to where one is signed in, and signs out everywhere else', async () => {
    const { person } = await stage.addEmployee('Frida')
    const elsewhere = await stage.signIn(person)
    const here = await open(await stage.signIn(person))
    await here.page.goto('/')
    await here.page.getByRole('link', { name: 'Hvor du er logget ind' }).click()
    await here.picture('sessions')
    expect(await here.axe()).toEqual([])
    await here.page.getByRole('button', { name: 'Log ud alle andre steder' }).click()
    expect(await here.page.locator('.lines li').allTextContents()).toEqual([expect.stringContaining('(her)')])
    expect((await elsewhere.get('/me')).status).toBe(401)
    expect(here.complaints).toEqual([])
  })

  test('changes language for good: in the next window too, and where nobody is signed in', async () => {
    const first = await open(stage.dora)
    await first.page.goto('/')
    await first.page.getByRole('button', { name: 'English' }).click()
    await first.page.locator('html[lang=en]').waitFor()
    await first.page.getByRole('button', { name: 'Sign out' }).click()
    await first.page.goto('/sign-in')
    expect(await first.page.locator('h1').textContent()).toBe('Sign in')
    const next = await open(await stage.signIn(stage.cast.dora))
    await next.page.goto('/')
    expect(await next.page.locator('html').getAttribute('lang')).toBe('en')
    await next.page.getByRole('button', { name: 'Dansk' }).click()
    await next.page.locator('html[lang=da]').waitFor()
  })
})
