import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const open = (caller: { cookie: string }, more: { width?: number; javaScript?: boolean } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, ...more })

/** What every page and state must pass, with a picture to look at. */
async function look({ axe, complaints, picture }: Window, name: string): Promise<void> {
  await picture(`employee-${name}`)
  expect(await axe()).toEqual([])
  expect(complaints).toEqual([])
}

const said = (window: Window) => window.page.locator('.alert-text').first().textContent()

describe('On her phone an employee', () => {
  test('sees by when she is invited, says that she is not, and puts a topic on the agenda', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const window = await open(caller)
    const { page } = window
    await page.goto(`/talks/${talkId}`)
    expect(await page.locator('.next h2').textContent()).toBe('Ben Test skal indkalde dig')
    expect(await page.locator('.next').textContent()).toContain('Senest 15.02.2038 (uge 7)')
    await look(window, 'awaiting')
    await page.getByRole('button', { name: 'Giv besked om, at jeg ikke er indkaldt' }).click()
    expect(await said(window)).toContain('Vi har givet besked')
    await page.getByLabel('Nyt emne').fill('Mere samarbejde med 3. klasse')
    await page.getByRole('button', { name: 'Tilføj emnet' }).click()
    expect(await page.locator('#topics .written').textContent()).toBe('Mere samarbejde med 3. klasse')
    await page.getByText('Passer arket ikke til dit arbejde?').click()
    await page.getByLabel('Hvad passer ikke?').fill('Jeg har ingen elever')
    await page.getByRole('button', { name: 'Send til min leder' }).click()
    await look(window, 'topics')
    await page.getByRole('button', { name: 'Fjern emnet: Mere samarbejde med 3. klasse' }).click()
    expect(await page.locator('#topics .written').allTextContents()).toEqual(['Jeg har ingen elever'])
  })

  test('picks a free time, and accepts one at short notice before it falls away', async () => {
    const first = await stage.addEmployee('Frida')
    await stage.ben.post(`/rounds/${stage.roundId}/slots`, {
      slots: [{ startsAt: '2038-02-10T08:00:00Z', place: 'Lokale 2' }],
    })
    const frida = await open(first.caller)
    await frida.page.goto(`/talks/${first.talkId}`)
    await frida.page.getByRole('button', { name: 'Vælg 10.02.2038' }).click()
    expect(await frida.page.locator('main').textContent()).toContain('Lokale 2')
    await look(frida, 'picked')
    const second = await stage.addEmployee('Gerda')
    const time = { startsAt: '2038-01-20T09:00:00Z', place: 'Kontoret' }
    await stage.ben.post(`/talks/${second.talkId}/appointment`, time)
    const gerda = await open(second.caller)
    await gerda.page.goto(`/talks/${second.talkId}`)
    expect(await gerda.page.locator('.next').textContent()).toContain('Ellers bortfalder tiden')
    await look(gerda, 'short-notice')
    await gerda.page.getByText('Tiden passer mig ikke').click()
    await gerda.page.getByLabel('Hvornår passer det dig bedre?').fill('Torsdag efter kl. 14')
    await gerda.page.getByRole('button', { name: 'Bed om en anden tid' }).click()
    expect(await gerda.page.locator('main').textContent()).toContain('Dit ønske: Torsdag efter kl. 14')
    await look(gerda, 'other-time')
  })
})
