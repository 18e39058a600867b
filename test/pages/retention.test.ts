import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { Caller } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const open = (caller: Caller, more: { width?: number; language?: 'da' | 'en' } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, ...more })

/** What somebody has against a page that is open. */
async function against(window: Window): Promise<readonly string[]> {
  return [...(await window.axe()), ...(await window.markup())]
}

describe('HR’s page for retention and erasure', () => {
  test('is reached from the home page, takes other months, and keeps what was typed where they cannot be', async () => {
    const window = await open(stage.dora, { width: 1280 })
    const { page } = window
    await page.goto('/')
    await page.getByRole('link', { name: 'Opbevaring og sletning af data' }).click()
    await window.picture('retention')
    expect(await against(window)).toEqual([])
    await page.getByLabel('Oversigten over mails (måneder)').fill('18')
    await page.getByLabel('Planer (måneder)').fill('48')
    await page.getByRole('button', { name: 'Gem månederne' }).click()
    expect(await page.locator('.alert-success').textContent()).toContain('Fra i nat')
    expect(await page.getByLabel('Oversigten over mails (måneder)').inputValue()).toBe('18')
    expect(await page.getByLabel('Planer (måneder)').inputValue()).toBe('48')

    await page.evaluate(`document.querySelector('form[action="/retention/months"]').noValidate = true`)
    await page.getByLabel('Oversigten over mails (måneder)').fill('999')
    await page.getByLabel('Planer (måneder)').fill('60')
    await page.getByRole('button', { name: 'Gem månederne' }).click()
    expect(await page.getByLabel('Oversigten over mails (måneder)').inputValue()).toBe('999')
    expect(await page.getByLabel('Planer (måneder)').inputValue()).toBe('60')
    expect(await page.locator('.alert-error').textContent()).toContain('grænser')
    await page.goto('/retention')
    expect(await page.getByLabel('Planer (måneder)').inputValue()).toBe('48')
    await window.close()
  })

  test('shows what erasing takes and leaves, asks for a tick, and holds somebody back', async () => {
    const gone = await stage.cast.organisation.addPerson('Gitte', { lastDay: '2037-12-31' })
    const window = await open(stage.dora)
    const { page } = window
    await page.goto('/retention')
    await page.getByLabel('Medarbejdernummer').fill(gone.number)
    await page.getByRole('button', { name: 'Find' }).click()
    expect(await page.locator('h1').textContent()).toBe('Slet Gitte Test')
    await window.picture('erasure')
    expect(await against(window)).toEqual([])
    await page.getByRole('button', { name: 'Slet personen' }).click()
    expect(await page.locator('.alert-error').textContent()).toContain('Sæt kryds')

    await page.getByLabel('Hvorfor').fill('Sag 12')
    await page.getByRole('button', { name: 'Hold tilbage' }).click()
    expect(await page.locator('main').textContent()).toContain('Sag 12')
    await page.goto(`/people/${gone.personId}/erasure`)
    expect(await page.locator('main').textContent()).toContain('holdt tilbage fra sletning')
    await window.close()
  })
})

describe('Your data', () => {
  test('is reached from the home page by everybody, with a copy to download', async () => {
    const window = await open(stage.anna, { language: 'da' })
    const { page } = window
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: 'Hent en kopi af dine oplysninger' }).click()
    await window.picture('own-data')
    expect(await against(window)).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hent en kopi' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^dine-oplysninger-.+\.zip$/)
    await page.goto('/privacy')
    await window.picture('privacy')
    expect(await against(window)).toEqual([])
    await window.close()
  })
})
