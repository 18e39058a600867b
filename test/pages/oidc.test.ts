import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { mailedToken, startApi, type TestApi } from '../support/api.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { addCast, type Cast } from '../support/cast.ts'
import { startProvider, type TestProvider } from '../support/oidc-provider.ts'

let provider: TestProvider
let api: TestApi
let cast: Cast
let browser: TestBrowser

beforeAll(async () => {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  provider = await startProvider(publicUrl)
  const env = {
    PUBLIC_URL: publicUrl,
    SIGN_IN_LINKS: 'employees',
    OIDC_PROVIDERS: JSON.stringify([provider.settings()]),
  }
  api = await startApi({ port, env, clock: { now: () => Date.parse('2038-01-11T09:00:00Z') } })
  cast = await addCast(api.db)
  const dora = await api.db.employment.findUniqueOrThrow({ where: { id: cast.dora.employmentId } })
  provider.accounts.set('dora', { employee_number: dora.number })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await provider?.close()
})

describe('Dora of HR', () => {
  test("signs in with the workplace's own login and a second factor, lands where she was going, and signs out of both", async () => {
    const at = { url: api.url, alsoAt: provider.issuer }
    const { page, axe, picture } = await browser.open(at)
    await page.goto('/me/sessions')
    await picture('sign-in-with-work')
    expect(await axe()).toEqual([])
    await page.getByRole('link', { name: 'Log ind med Solbakke' }).click()
    await page.getByLabel('Brugernavn').fill('dora')
    await page.getByRole('button', { name: 'Fortsæt' }).click()
    expect(await page.locator('h1').textContent()).toBe('Du blev ikke logget ind')
    await picture('sign-in-too-weak')
    expect(await axe()).toEqual([])

    // The provider remembers one factor; a browser of its own begins anew.
    const other = await browser.open(at)
    await other.page.goto('/me/sessions')
    await other.page.getByRole('link', { name: 'Log ind med Solbakke' }).click()
    await other.page.getByLabel('Brugernavn').fill('dora')
    await other.page.getByLabel('Kode fra appen').check()
    await other.page.getByRole('button', { name: 'Fortsæt' }).click()
    expect(new URL(other.page.url()).pathname).toBe('/me/sessions')
    expect(await other.page.locator('.top-name').textContent()).toContain('Dora')

    await other.page.getByRole('button', { name: 'Log ud', exact: true }).click()
    await other.picture('signed-out-at-work')
    expect(await other.axe()).toEqual([])
    await other.page.getByRole('link', { name: 'Log også ud dér' }).click()
    await other.page.getByRole('button').first().click()
    expect(other.page.url()).toMatch(/\/sign-in(\?|$)/)
    await other.page.goto('/me/sessions')
    await other.page.getByRole('link', { name: 'Log ind med Solbakke' }).click()
    expect(await other.page.locator('h1').textContent()).toBe('Solbakkes login')
  })
})

describe('A link that is opened in another browser', () => {
  test('lets in with the code that stands where it was asked for', async () => {
    await api.db.person.update({ where: { id: cast.anna.personId }, data: { email: 'anna@skolen.example' } })
    const desk = await browser.open({ url: api.url })
    await desk.page.goto('/sign-in')
    await desk.page.getByLabel('Mailadresse').fill('anna@skolen.example')
    await desk.page.getByRole('button', { name: 'Send mig et link' }).click()
    await desk.picture('sign-in-code-shown')
    expect(await desk.axe()).toEqual([])
    const code = (await desk.page.locator('.sign-in-code').textContent()) ?? ''
    await api.settled()
    const phone = await browser.open({ url: api.url })
    await phone.page.goto(`/sign-in/${await mailedToken(api)}`)
    await phone.page.getByLabel('Kode på seks cifre').fill('000 000')
    await phone.page.getByRole('button', { name: 'Log ind' }).click()
    await phone.picture('sign-in-code-wrong')
    expect(await phone.axe()).toEqual([])
    await phone.page.getByLabel('Kode på seks cifre').fill(code)
    await phone.page.getByRole('button', { name: 'Log ind' }).click()
    expect(await phone.page.locator('.top-name').textContent()).toContain('Anna')
  })
})
