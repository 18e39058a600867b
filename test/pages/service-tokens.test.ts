import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { chooseLanguage } from '../../demo/browser.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'
import { addCast, type Cast } from '../support/cast.ts'

let api: TestApi
let cast: Cast
let dora: Caller
let browser: TestBrowser

beforeAll(async () => {
  const START = Date.parse('2038-01-11T09:00:00Z')
  api = await startApi({ clock: { now: () => START }, realTime: { now: () => START } })
  cast = await addCast(api.db)
  dora = await api.signIn(cast.dora.personId)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

beforeEach(() => api.db.serviceToken.deleteMany())

const open = (caller: Caller, { width }: { width: number }) =>
  browser.open({ url: api.url, cookie: caller.cookie, width })

/** What somebody has against a page that is open. */
async function against(window: Window): Promise<readonly string[]> {
  return [...(await window.axe()), ...(await window.markup())]
}

describe('HR’s page for service tokens', () => {
  test('is reached from the employees, makes a token that is shown once, and revokes it', async () => {
    const window = await open(dora, { width: 390 })
    const { page } = window
    await page.goto('/people')
    await page.getByRole('link', { name: 'Lad et HR-system sende og hente data' }).click()
    expect(await page.locator('main').textContent()).toContain('Der er ingen adgangsnøgler i brug.')
    await window.picture('service-tokens-none')
    expect(await against(window)).toEqual([])

    // Nothing ticked: the form comes back with what was typed.
    await page.getByLabel('Hvad skal den bruges til?').fill('Lønsystemet')
    await page.getByLabel('Hvor længe skal den gælde?').selectOption('30')
    await page.getByRole('button', { name: 'Lav adgangsnøglen' }).click()
    expect(await page.locator('.alert-error').textContent()).toContain('Vælg mindst én.')
    expect(await page.getByLabel('Hvad skal den bruges til?').inputValue()).toBe('Lønsystemet')
    expect(await page.getByLabel('Hvor længe skal den gælde?').inputValue()).toBe('30')
    expect(await against(window)).toEqual([])

    await page.getByLabel('Medarbejdere', { exact: true }).check()
    await page.getByRole('button', { name: 'Lav adgangsnøglen' }).click()
    expect(await page.locator('h1').textContent()).toBe('Adgangsnøglen er lavet')
    const token = await page.getByLabel('Adgangsnøgle: Lønsystemet').inputValue()
    await page.getByLabel('Adgangsnøgle: Lønsystemet').focus()
    expect(await page.evaluate('String(getSelection())')).toBe(token)
    expect(await page.locator('main').textContent()).toContain('Den gælder til 10.02.2038')
    await window.picture('service-token-made')
    expect(await against(window)).toEqual([])
    const asProgram = () => api.anybody.get('/people', { authorization: `Bearer ${token}` })
    expect((await asProgram()).status).toBe(200)

    await page.getByRole('link', { name: 'Adgangsnøgler' }).click()
    expect(await page.content()).not.toContain(token)
    await window.picture('service-tokens')
    await page.getByText('Kald tilbage', { exact: true }).click()
    expect(await page.locator('main').textContent()).toContain('Det kan ikke fortrydes.')
    await page.getByRole('button', { name: 'Kald adgangsnøglen tilbage: Lønsystemet' }).click()
    expect(await page.locator('.alert-success').textContent()).toContain('kaldt tilbage')
    expect(await page.locator('main').textContent()).toContain('Udløbet eller kaldt tilbage (1)')
    expect((await asProgram()).status).toBe(401)
    await window.close()
  })

  test('shows an administrator everybody’s, with who made them, and lets none be made there', async () => {
    await dora.post('/service-tokens', { name: 'Payroll every night', scopes: ['people', 'filing'] })
    await cast.organisation.grant(cast.carl, 'administrator')
    const window = await open(await api.signIn(cast.carl.personId), { width: 1280 })
    const { page } = window
    await page.goto('/roles')
    await chooseLanguage(page, 'en')
    await page.getByRole('link', { name: 'See which systems have access' }).click()
    const main = page.locator('main')
    expect(await main.textContent()).toContain('Payroll every night')
    expect(await main.textContent()).toContain('Dora Test')
    expect(await main.textContent()).toContain('Employees, Filing')
    expect(await page.getByRole('button', { name: 'Make the service token' }).count()).toBe(0)
    await window.picture('service-tokens-of-all')
    expect(await against(window)).toEqual([])
    await window.close()
  })
})
