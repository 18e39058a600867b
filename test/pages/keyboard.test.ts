import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadDefaultMaterials } from '../../db/default-materials.ts'
import { copyMaterials } from '../../db/materials.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
  const at = await stage.player.now()
  await loadDefaultMaterials(stage.db, fileURLToPath(new URL('../../prisma/materials', import.meta.url)), at)
  await copyMaterials(stage.db, stage.roundId, null, at)
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const MOST_STOPS = 200

/** Presses Tab until the control with these words has the focus. */
async function tabTo({ page }: Window, words: string): Promise<void> {
  const passed: string[] = []
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate<string>(focusedWords)
    if (here.includes(words)) return
    passed.push(here)
  }
  throw new Error(`Tab does not come to '${words}', only to: ${passed.join(' | ')}`)
}

/** What a screen reader would say of the control: its label, or its own words. */
const focusedWords = `(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()`

/** Presses Enter, and waits for the page that it leads to. */
async function enter({ page }: Window): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

describe('With the keyboard alone', () => {
  test('an employee accepts the time, writes the sheet and shares it', async () => {
    const { caller, talkId } = await stage.addEmployee('Kamma')
    await stage.ben.post(`/talks/${talkId}/appointment`, {
      startsAt: '2038-02-17T12:00:00Z',
      place: 'Kontoret',
    })
    const window = await browser.open({ url: stage.api.url, cookie: caller.cookie })
    const { page } = window
    await page.goto('/')
    await tabTo(window, 'Gå til indholdet')
    await enterInPlace(window)
    await tabTo(window, 'Åbn samtalen')
    await enter(window)
    await tabTo(window, 'Ja, tiden passer mig')
    await enter(window)
    expect(await page.locator('main .alert').textContent()).toContain('Klaret')
    await tabTo(window, 'Åbn dit forberedelsesark')
    await enter(window)
    await tabTo(window, 'Hvad har hjulpet dig')
    await page.keyboard.type('Et travlt forår')
    await tabTo(window, 'Del arket nu')
    await enter(window)
    expect(await page.locator('main .alert').textContent()).toContain('Arket er delt.')
    const { body } = await stage.ben.get<{ shared: { content: object }[] }>(`/talks/${talkId}/sheets`)
    expect(body.shared.map(({ content }) => content)).toEqual([{ 'since-last-obstacles': 'Et travlt forår' }])
  })

  test('a leader invites: the day and the hour are typed as well', async () => {
    const { talkId } = await stage.addEmployee('Laura')
    const window = await browser.open({ url: stage.api.url, cookie: stage.ben.cookie, width: 1280 })
    const { page } = window
    await page.goto(`/talks/${talkId}`)
    await tabTo(window, 'Dag')
    // As Chromium takes a day in its fields: day, month and year, each with the keys of figures.
    await page.keyboard.type('17022038')
    await tabTo(window, 'Klokken')
    await page.keyboard.type('0930')
    await tabTo(window, 'Send indkaldelsen')
    await enter(window)
    expect(await page.locator('main .alert').textContent()).toContain('Indkaldelsen er sendt')
    expect(await page.locator('#time').textContent()).toContain('17.02.2038')
  })

  test('HR drafts a round, sees its year and starts it', async () => {
    // A place of its own: the round's talks would meet the others here.
    const { organisation, top, ben } = stage.cast
    const unitId = await organisation.addUnit('Åkanden', top)
    await organisation.addPerson('Rita', { unitId, leader: ben })
    const window = await browser.open({ url: stage.api.url, cookie: stage.dora.cookie, width: 1280 })
    const { page } = window
    await page.goto('/rounds')
    await tabTo(window, 'Opret en runde')
    await enter(window)
    await tabTo(window, 'Enhed')
    await choose(window, 'Åkanden')
    await tabTo(window, 'Samtaletype')
    await choose(window, 'samtale med feedback')
    await tabTo(window, 'År')
    await typeAnew(window, '2039')
    await tabTo(window, 'Rundens navn')
    await typeAnew(window, 'Åkandens samtaler 2039')
    await tabTo(window, 'Første dag')
    await page.keyboard.type('01022039')
    await tabTo(window, 'Vis rundens kalender')
    await enter(window)
    expect(await page.getByLabel(/Alle er indkaldt/).inputValue()).toBe('2039-02-15')
    await tabTo(window, 'Gem som kladde')
    await enter(window)
    expect(await page.locator('h1').textContent()).toBe('Åkandens samtaler 2039')
    await tabTo(window, 'Start runden')
    await enter(window)
    await page.locator('progress').waitFor({ state: 'detached' })
    const round = await stage.db.round.findFirstOrThrow({ where: { name: 'Åkandens samtaler 2039' } })
    expect([round.unitId, round.kind, round.startedAt !== null]).toEqual([unitId, 'feedback-mus', true])
  })
})

/** With the arrow, from the first of the list on. */
async function choose({ page }: Window, words: string): Promise<void> {
  await page.keyboard.press('Home')
  for (let moves = 0; moves < MOST_STOPS; moves++) {
    const chosen = await page.evaluate<string>('document.activeElement.selectedOptions[0].textContent')
    if (chosen.includes(words)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the list has no '${words}': expected one that the arrow comes to`)
}

/** Over what stands in the field. */
async function typeAnew({ page }: Window, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Follows a link to a place on the same page. */
async function enterInPlace({ page }: Window): Promise<void> {
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#main')
}
