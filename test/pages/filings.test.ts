import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createFolderGateway, prepareDropFolder } from '../../journal/folder-gateway.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser
/** Not there until the test prepares it. */
let folder: string
let talkId: string

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'aarshjul-filings-')), 'personnel-file')
  const gateway = createFolderGateway({ folder })
  ;[stage, browser] = await Promise.all([
    createApiStage({ at: '2038-02-02T09:00:00Z', journaling: 'gateway', gateway }),
    openBrowser(),
  ])
  talkId = (await stage.addEmployee('Bodil')).talkId
  await stage.talks.hold(talkId, await stage.today())
  await stage.talks.agree(talkId, [{ owner: 'employee', dueOn: '2038-06-01' }])
  await settle()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

/** Filing is nobody's act: it is done once the talk's clock was moved a little. */
async function settle(): Promise<void> {
  await stage.temporal.client.forwardPast(talkWorkflowId(talkId), await stage.clock.now())
}

async function look({ axe, markup, complaints, picture }: Window, name: string): Promise<void> {
  await picture(name)
  expect(await axe()).toEqual([])
  expect(await markup()).toEqual([])
  expect(complaints).toEqual([])
}

describe('A plan that could not be filed', () => {
  test('waits for HR on the home page, says why, and is filed by another try; without JavaScript too', async () => {
    const options = { url: stage.api.url, cookie: stage.dora.cookie, width: 1280, javaScript: false }
    const window = await browser.open(options)
    const { page } = window
    await page.goto('/')
    expect(await page.locator('h1').textContent()).toBe('Én ting venter på dig')
    await page.getByRole('link', { name: '1 plan kunne ikke journaliseres' }).click()
    const list = (await page.locator('main').textContent()) ?? ''
    expect(list).toContain('Bodil Test')
    expect(list).toContain('Personalearkivet kunne ikke nås.')
    await page.setViewportSize({ width: 390, height: 900 })
    await window.picture('filings-phone')
    await prepareDropFolder(folder)
    await page.getByRole('button', { name: 'Prøv igen nu' }).click()
    expect(await page.locator('.alert-text').first().textContent()).toContain('Vi prøver igen nu.')
    await settle()
    await page.goto('/filings')
    expect(await page.locator('.next h2').textContent()).toBe('Alle planer er journaliseret')
    expect(window.complaints).toEqual([])
    await stage.dora.put('/me/language', { language: 'en' })
    const english = await browser.open({ url: stage.api.url, cookie: stage.dora.cookie })
    await english.page.goto('/filings')
    expect(await english.page.locator('.next h2').textContent()).toBe('All plans are filed')
    await look(english, 'filings-none-en')
  })
})
