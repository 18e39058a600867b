import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Instant } from '../../domain/calendar/day.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'
import { addOrganisation } from '../support/organisation.ts'

const FEBRUARY = Date.UTC(2027, 1, 1, 9)

let api: TestApi
let browser: TestBrowser
let now: Instant = FEBRUARY

beforeAll(async () => {
  ;[api, browser] = await Promise.all([startApi({ clock: { now: () => now } }), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await api.close()
})

async function look(window: Window, name: string): Promise<void> {
  await window.picture(`group-talks-${name}`)
  expect(await window.axe()).toEqual([])
  expect(window.complaints).toEqual([])
}

describe('Team talks (GRUS)', () => {
  test('are called in, changed and reported held by the leader, and seen by those they list', async () => {
    const organisation = await addOrganisation(api.db)
    const roundId = await organisation.addRound({ status: 'running' })
    const leader = await organisation.addPerson('Ben')
    const talks: string[] = []
    const people = []
    for (const name of ['Anna', 'Bo', 'Cleo']) {
      const employee = await organisation.addPerson(name, { leader })
      people.push(employee)
      talks.push(await organisation.addTalk(roundId, FEBRUARY, { employee }))
    }
    const { cookie } = await api.signIn(leader.personId)
    const ben = await browser.open({ url: api.url, cookie, width: 1280 })
    const { page } = ben
    await page.goto('/team')
    await page.getByRole('link', { name: 'Gruppesamtaler (GRUS)' }).click()
    expect(await page.locator('main').textContent()).toContain('Der er ingen gruppesamtaler endnu.')

    await page.getByLabel('Dag', { exact: true }).fill('2027-03-12')
    await page.getByLabel('Klokken').fill('09:30')
    await page.getByLabel('Sted').fill('Personalerummet')
    await page.getByLabel('Cleo Test').uncheck()
    await page.getByLabel('Bo Test').uncheck()
    await page.getByRole('button', { name: 'Indkald' }).click()
    // One person is no group; what was typed is still there.
    expect(await page.locator('.alert').count()).toBe(1)
    expect(await page.getByLabel('Sted').inputValue()).toBe('Personalerummet')
    await look(ben, 'refused-1280')
    await page.getByLabel('Bo Test').check()
    await page.getByRole('button', { name: 'Indkald' }).click()
    const planned = page.locator('section.panel').first()
    expect(await planned.locator('h2').textContent()).toContain('12.03.2027 (uge 10) kl. 9.30–10.30')
    expect(await planned.locator('li').allTextContents()).toEqual(['Anna Test', 'Bo Test'])

    await page.getByText('Ændr tid, sted eller deltagere').click()
    await look(ben, 'planned-1280')
    await planned.getByLabel('Cleo Test').check()
    await page.getByRole('button', { name: 'Gem, og giv alle besked' }).click()
    expect(await planned.locator('ul li').allTextContents()).toEqual(['Anna Test', 'Bo Test', 'Cleo Test'])

    now = Date.parse('2027-03-12T12:00:00Z')
    await page.reload()
    await planned.getByLabel('Bo Test').uncheck()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    expect(await planned.locator('ul li').allTextContents()).toEqual([
      'Anna Test – deltog',
      'Bo Test – deltog ikke',
      'Cleo Test – deltog',
    ])
    await look(ben, 'held-1280')

    const anna = await browser.open({
      url: api.url,
      cookie: (await api.signIn(people[0]?.personId ?? '')).cookie,
    })
    await anna.page.goto(`/talks/${talks[0]}`)
    const panel = anna.page.locator('section.panel', { hasText: 'Gruppesamtale (GRUS)' })
    expect(await panel.textContent()).toContain('Du deltog.')
    expect(await panel.textContent()).toContain('Den træder ikke i stedet for jeres egen MUS.')
    await look(anna, 'employee-390')
  })
})
