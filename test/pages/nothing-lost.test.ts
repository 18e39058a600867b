import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { WorkflowClient } from '@temporalio/client'
import { createSignInLink } from '../../api/sign-in-links.ts'
import { connectEngine } from '../../api/temporal.ts'
import { type Db, openApiDb } from '../../db/client.ts'
import { loadDefaultMaterials } from '../../db/default-materials.ts'
import { copyMaterials } from '../../db/materials.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser
/** The same service with the engine out of reach until it is let through. */
let cutOff: TestApi
let isEngineAway = true
/** The same service with one connection to the database. */
let small: TestApi
let oneConnection: Db
let nowhere: ReturnType<typeof connectEngine> | undefined

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
  const at = await stage.player.now()
  await loadDefaultMaterials(stage.db, fileURLToPath(new URL('../../prisma/materials', import.meta.url)), at)
  await copyMaterials(stage.db, stage.roundId, null, at)
  cutOff = await startApi({
    databaseUrl: stage.database.url,
    client: unreliable(stage.temporal.client),
    taskQueue: stage.temporal.taskQueue,
    clock: stage.clock,
  })
  oneConnection = openApiDb(stage.database.url, 1, 1000)
  small = await startApi({
    databaseUrl: stage.database.url,
    appDb: oneConnection,
    client: stage.temporal.client,
    taskQueue: stage.temporal.taskQueue,
    clock: stage.clock,
  })
})
afterAll(async () => {
  await browser?.close()
  await cutOff?.close()
  await small?.close()
  await nowhere?.close()
  await stage?.close()
})

/** Reaches nobody, as when the engine's server is gone, until it is let through. */
function unreliable(client: WorkflowClient): WorkflowClient {
  nowhere = connectEngine({ temporalAddress: '127.0.0.1:1', temporalTls: false })
  const nobody = new WorkflowClient({ connection: nowhere })
  return new Proxy(client, {
    get: (_target, name) => {
      const asked = isEngineAway ? nobody : client
      const value: unknown = Reflect.get(asked, name, asked)
      return typeof value === 'function' ? value.bind(asked) : value
    },
  })
}

const open = (caller: Caller, more: { url?: string; javaScript?: boolean; width?: number } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, ...more })

const press = ({ page }: Window, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click()
const said = ({ page }: Window) => page.locator('main .alert').first().textContent()

describe('What somebody has typed', () => {
  test('comes back with the reason at its field when something else in the form is wrong', async () => {
    const { talkId } = await stage.addEmployee('Asta')
    const { page, ...window } = await open(stage.ben, { javaScript: false, width: 1280 })
    await page.goto(`/talks/${talkId}`)
    await page.getByLabel('Dag').fill('2038-01-11')
    await page.getByLabel('Klokken').fill('15:00')
    await page.getByLabel('Sted').fill('Lokale 4, bag gymnastiksalen')
    await press({ page, ...window }, 'Send indkaldelsen')
    expect(await page.locator('#time .form-error-message, main .alert-error').count()).toBeGreaterThan(0)
    expect(await page.getByLabel('Dag').inputValue()).toBe('2038-01-11')
    expect(await page.getByLabel('Klokken').inputValue()).toBe('15:00')
    expect(await page.getByLabel('Sted').inputValue()).toBe('Lokale 4, bag gymnastiksalen')
  })

  test('is not taken away by choosing a language, which would open the page anew', async () => {
    const { caller, person, talkId } = await stage.addEmployee('Agnes')
    const window = await open(caller, { javaScript: false })
    const { page } = window
    const languages = page.getByRole('button', { name: 'English' })
    await page.goto(`/talks/${talkId}`)
    expect(await languages.count()).toBe(1)
    await page.getByLabel('Nyt emne').fill('Min sygdom i foråret')
    await press(window, 'Tilføj emnet')
    expect(await page.getByLabel('Nyt emne').inputValue()).toBe('Min sygdom i foråret')
    expect(await languages.count()).toBe(0)
    await stage.db.session.deleteMany({ where: { personId: person.personId } })
    await press(window, 'Tilføj emnet')
    await page.getByRole('heading', { name: 'Du er blevet logget ud' }).waitFor()
    expect(await languages.count()).toBe(0)
  })

  test('is there to be copied where the page has become somebody else’s meanwhile', async () => {
    const { cast, db } = stage
    const leader = await cast.organisation.addPerson('Olaf', { unitId: cast.school })
    const deputy = await cast.organisation.addPerson('Pia', { unitId: cast.school })
    await cast.organisation.addPerson('Rasmus', { unitId: cast.school, leader })
    await stage.runMorning()
    await stage.addDeputy(leader, deputy, '2038-01-01', '2038-03-01')
    const window = await open(await stage.signIn(deputy), { javaScript: false })
    const { page } = window
    await page.goto(`/rounds/${stage.roundId}/group-feedback?leaderId=${leader.employmentId}`)
    await page.getByLabel('Hvad vil du sige til teamet?').fill('Vi vil have ro om opgaverne.')
    await db.deputy.deleteMany({ where: { deputyId: deputy.employmentId } })
    await press(window, 'Gem')
    await page.getByRole('heading', { name: 'Her er ingenting' }).waitFor()
    expect(await page.locator('main blockquote').allTextContents()).toEqual(['Vi vil have ro om opgaverne.'])
    await window.picture('lost')
    expect(await window.markup()).toEqual([])
  })

  test('is shown beside what a deputy has saved meanwhile, and neither is lost', async () => {
    const { ben, carl } = stage.cast
    await stage.addDeputy(ben, carl, '2038-01-01', '2038-03-01')
    const path = `/rounds/${stage.roundId}/group-feedback`
    const window = await open(stage.ben)
    const { page } = window
    await page.goto(path)
    const kept = { version: 0, text: 'Skrevet for Ben' }
    expect((await stage.carl.put(`${path}?leaderId=${ben.employmentId}`, kept)).status).toBe(200)
    const text = page.getByLabel('Hvad vil du sige til teamet?')
    await text.fill('Skrevet af Ben')
    await page.locator('[data-saved]', { hasText: 'gemt eller sendt fra et andet sted' }).waitFor()
    await press(window, 'Gem')
    await page.locator('.look-again', { hasText: 'Skrevet for Ben' }).waitFor()
    expect(await text.inputValue()).toBe('Skrevet af Ben')
    await window.picture('group-feedback-conflict')
    expect(await window.axe()).toEqual([])
    await text.fill('Skrevet af begge')
    await page.locator('[data-saved]', { hasText: 'Gemt.' }).waitFor()
    const stored = await stage.ben.get<{ text: string; version: number }>(path)
    expect(stored.body).toMatchObject({ text: 'Skrevet af begge', version: 2 })
  })

  test.each([
    ['with', true],
    ['without', false],
  ])(
    'is still there when the session has run out, and is saved once they have signed in again: %s JavaScript',
    async (_how, javaScript) => {
      const { caller, person, talkId } = await stage.addEmployee('Betty')
      const window = await open(caller, { javaScript })
      const { page } = window
      await page.goto(`/talks/${talkId}/preparation`)
      await stage.db.session.deleteMany({ where: { personId: person.personId } })
      await page.getByLabel('Har du ideer til').fill('En fælles time om ugen\nog en kop kaffe')
      await press(window, 'Gem')
      await page.getByRole('heading', { name: 'Du er blevet logget ud' }).waitFor()
      expect(await said(window)).toContain('er ikke gemt endnu, men det er her stadig')
      if (javaScript) expect(await window.axe()).toEqual([])
      const other = await page.context().newPage()
      await other.goto(await createSignInLink(stage.db, person.personId, stage.api.url))
      await other.getByRole('button', { name: 'Log ind' }).click()
      await press(window, 'Send igen')
      await page.getByLabel('Har du ideer til').waitFor()
      expect(await said(window)).toContain('Arket er gemt')
      expect(await page.getByLabel('Har du ideer til').inputValue()).toBe(
        'En fælles time om ugen\nog en kop kaffe',
      )
    },
    120_000,
  )

  test('comes back when the session ran out while a file was attached, and the file is asked for again', async () => {
    const { personId } = stage.cast.dora
    const window = await open(stage.dora, { javaScript: false })
    const { page } = window
    await page.goto(`/rounds/${stage.roundId}/materials/guide/da`)
    await page.getByLabel('Titel').fill('Skolens vejledning')
    await page.getByLabel('Vælg en fil').setInputFiles({
      name: 'Skema.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 skema'),
    })
    await stage.db.session.deleteMany({ where: { personId } })
    await press(window, 'Vedhæft filen')
    await page.getByRole('heading', { name: 'Du er blevet logget ud' }).waitFor()
    expect(await said(window)).toContain('Kun filen »Skema.pdf« er her ikke mere')
    const other = await page.context().newPage()
    await other.goto(await createSignInLink(stage.db, personId, stage.api.url))
    await other.getByRole('button', { name: 'Log ind' }).click()
    await press(window, 'Send igen')
    await page.getByText('Vælg en fil, og tryk så på »Vedhæft filen«.').first().waitFor()
    expect(await page.getByLabel('Titel').inputValue()).toBe('Skolens vejledning')
    await page.getByLabel('Vælg en fil').setInputFiles({
      name: 'Skema.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 skema'),
    })
    await press(window, 'Vedhæft filen')
    await page.locator('#files').getByRole('link', { name: 'Skema.pdf' }).waitFor()
    expect(await page.getByLabel('Titel').inputValue()).toBe('Skolens vejledning')
  }, 120_000)

  test('is not lost while the engine is away: nothing is said to be done, and the same form is sent again', async () => {
    const { caller, talkId } = await stage.addEmployee('Cilla')
    await stage.ben.post(`/talks/${talkId}/appointment`, {
      startsAt: '2038-02-17T12:00:00Z',
      place: 'Kontoret',
    })
    const window = await open(caller, { url: cutOff.url })
    const { page } = window
    await page.goto(`/talks/${talkId}`)
    await page.getByText('Tiden passer mig ikke').click()
    await page.getByLabel('Hvornår passer det dig bedre?').fill('Torsdag efter kl. 14')
    const form = page.locator('form[action$="/other-time"]')
    const key = await form.locator('[name=key]').inputValue()
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      press(window, 'Bed om en anden tid'),
    ])
    expect(answer.status()).toBe(503)
    await page.locator('main .alert').waitFor()
    expect(await said(window)).toContain('Vi kan ikke bekræfte det endnu')
    expect(await page.getByLabel('Hvornår passer det dig bedre?').inputValue()).toBe('Torsdag efter kl. 14')
    expect(await form.locator('[name=key]').inputValue()).toBe(key)
    isEngineAway = false
    await press(window, 'Bed om en anden tid')
    await page.getByText('Dit ønske: Torsdag efter kl. 14').waitFor()
    const { body } = await caller.get<{ history: { event: string }[] }>(`/talks/${talkId}`)
    expect(body.history.filter(({ event }) => event === 'ask-other-time')).toHaveLength(1)
  })

  test('is not lost while the database has no room: it stands on the page, and is sent again from there', async () => {
    const { caller, talkId } = await stage.addEmployee('Clara')
    const window = await open(caller, { url: small.url })
    const { page } = window
    await page.goto(`/talks/${talkId}`)
    await page.getByLabel('Nyt emne').fill('Mere tid\ntil <forberedelse>')
    await oneConnection.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`
        await press(window, 'Tilføj emnet')
        await page.getByRole('heading', { name: 'Prøv igen om lidt' }).waitFor()
      },
      { timeout: 120_000 },
    )
    expect(await said(window)).toContain('Årshjulet kan ikke svare lige nu.')
    await window.picture('not-now')
    expect(await window.axe()).toEqual([])
    expect(await window.markup()).toEqual([])
    await press(window, 'Send igen')
    await page.locator('#topics .written').waitFor()
    expect(await page.locator('#topics .written').allTextContents()).toEqual(['Mere tid\ntil <forberedelse>'])
  })

  test('is done once, though the button was pressed twice', async () => {
    const { caller, talkId } = await stage.addEmployee('Ditte')
    const { page } = await open(caller, { javaScript: false })
    await page.goto(`/talks/${talkId}`)
    await page.getByLabel('Nyt emne').fill('Mere tid til forberedelse')
    await page.getByRole('button', { name: 'Tilføj emnet' }).dblclick()
    await page.getByText('Mere tid til forberedelse').first().waitFor()
    await page.goto(`/talks/${talkId}`)
    expect(await page.locator('#topics .written').allTextContents()).toEqual(['Mere tid til forberedelse'])
  })
})

describe('A window that a test looks into', () => {
  test('tells of an error in the console and of what breaks the security policy', async () => {
    const { page, complaints, close } = await open(stage.anna)
    await page.goto('/')
    await page.evaluate("console.error('something is wrong')")
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { text: '1' }))",
    )
    await page.locator('h1').waitFor()
    expect(complaints).toEqual(['something is wrong', expect.stringContaining('Content Security Policy')])
    await close()
  })
})
