import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadDefaultMaterials } from '../../db/default-materials.ts'
import { day } from '../../domain/calendar/day.ts'
import { mailedToken, startApi, type TestApi } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage
let api: TestApi
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createStage({ journaling: 'manual' }), openBrowser()])
  api = await startApi({
    databaseUrl: stage.database.url,
    client: stage.temporal.client,
    taskQueue: stage.temporal.taskQueue,
    clock: stage.clock,
    env: { JOURNAL: 'manual' },
  })
  const folder = fileURLToPath(new URL('../../prisma/materials', import.meta.url))
  await loadDefaultMaterials(stage.db, folder, await stage.player.now())
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

const PHONE = 390
const SCREEN = 1280

/** As people do: asks for a link on the page, opens the one that was mailed, and presses its button. */
async function enter(person: TestPerson, width: number): Promise<Window> {
  const window = await browser.open({ url: api.url, width, javaScript: false })
  const { email } = await stage.db.person.findUniqueOrThrow({ where: { id: person.personId } })
  await window.page.goto('/')
  await window.page.getByLabel('Mailadresse').fill(email ?? '')
  await press(window, 'Send mig et link')
  await api.settled()
  await window.page.goto(`/sign-in/${await mailedToken(api, person.personId)}`)
  await press(window, 'Log ind')
  return window
}

const press = ({ page }: Window, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name }).first().click()
const follow = ({ page }: Window, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const fold = ({ page }: Window, summary: string) =>
  page.locator('summary', { hasText: summary }).first().click()
const fill = ({ page }: Window, label: string | RegExp, text: string) =>
  page.getByLabel(label).first().fill(text)
const words = ({ page }: Window) => page.locator('main').textContent()

async function playTo(on: string, hour: number): Promise<void> {
  const { player } = stage
  await player.skipTo(player.calendar.instantOf(day(on), hour * 60))
  await player.settle()
}

/** Without JavaScript one sees how far the opening is by loading the page again. */
async function untilOpened({ page }: Window): Promise<void> {
  for (let loads = 0; (await page.locator('progress').count()) > 0; loads++) {
    if (loads === 500) throw new Error('the talks of the round did not open')
    await page.reload()
  }
}

describe('A round, by pages alone and without JavaScript', () => {
  test('is drafted by HR, lived through by a leader and an employee, and closed with everyone accounted for', async () => {
    const { anna, ben, dora } = stage.cast

    // November: HR drafts the round, sees its whole year, and starts it.
    const hr = await enter(dora, SCREEN)
    await follow(hr, 'Runder')
    await follow(hr, 'Opret en runde')
    await hr.page.getByLabel('Enhed').selectOption({ label: '– Ådalskolen' })
    await fill(hr, 'Rundens navn', 'MUS 2038')
    await hr.page.getByLabel('År', { exact: true }).fill('2038')
    await fill(hr, 'Første dag, samtaler holdes', '2038-02-01')
    await press(hr, 'Vis rundens kalender')
    expect(await hr.page.getByLabel(/Alle er indkaldt/).inputValue()).toBe('2038-02-15')
    await press(hr, 'Gem som kladde')
    await press(hr, 'Start runden')
    await untilOpened(hr)
    const round = new URL(hr.page.url()).pathname
    expect(await words(hr)).toContain('Alt følger planen')

    // January: the leader invites, at a time that leaves the employee long to answer.
    await playTo('2038-01-12', 9)
    const leader = await enter(ben, SCREEN)
    await follow(leader, 'Mit team')
    await leader.page.locator('tbody').getByRole('link', { name: 'Anna Test' }).first().click()
    await fill(leader, 'Dag', '2038-02-10')
    await fill(leader, 'Klokken', '09:30')
    await fill(leader, 'Sted', 'Lokale 4')
    await press(leader, 'Send indkaldelsen')
    expect(await words(leader)).toContain('Indkaldelsen er sendt')

    // The employee, on a phone: reads what it is about, accepts, prepares in private and shares.
    const employee = await enter(anna, PHONE)
    await follow(employee, 'Åbn samtalen')
    const talk = new URL(employee.page.url()).pathname
    expect(await words(employee)).toContain('Svar på tiden')
    await press(employee, 'Ja, tiden passer mig')
    expect(await words(employee)).toContain('Forbered dig til samtalen')
    await follow(employee, 'Orientering')
    expect(await words(employee)).toContain('MUS')
    await follow(employee, 'Til samtalen')
    await follow(employee, 'Åbn dit forberedelsesark')
    await fill(employee, 'Hvad har hjulpet dig, og hvad har stået i vejen?', 'Et travlt forår')
    await press(employee, 'Gem, og markér som klar')
    expect(await words(employee)).toContain('du er klar')
    await press(employee, 'Del arket nu')
    expect(await words(employee)).toContain('Arket er delt')

    // February: it is held; the leader says so, and writes a plan.
    await playTo('2038-02-10', 13)
    await leader.page.goto('/')
    await leader.page
      .locator('.owed')
      .getByRole('link', { name: /Anna Test/ })
      .first()
      .click()
    expect(await words(leader)).toContain('blev holdt')
    await press(leader, 'Ja, den blev holdt')
    await follow(leader, 'Udviklingsplan')
    await follow(leader, 'Skriv planen')
    const field = (name: string) => leader.page.locator(`[name="content.${name}"]`)
    await field('goals.0.goal').fill('Blive sikker i engelsk')
    await field('actions.0.what').fill('Følge Bodils undervisning')
    await field('actions.0.dueOn').fill('2038-06-01')
    await leader.page.locator('#actions-0').getByLabel('Anna Test').check()
    await press(leader, 'Foreslå planen')
    expect(await words(leader)).toContain('Vi venter på Anna Test')

    // The employee agrees, and says without a name how the talk was.
    await employee.page.goto('/')
    await employee.page.locator('.owed a').first().click()
    await press(employee, 'Godkend version 1')
    expect(await words(employee)).toContain('I er enige')
    await employee.page.goto(talk)
    await follow(employee, 'Svar på spørgsmålene')
    for (const group of await employee.page.locator('fieldset').all())
      await group.getByLabel('4', { exact: true }).check()
    await press(employee, 'Send svarene anonymt')
    expect(await words(employee)).toContain('gemt uden dit navn')

    // The leader files the plan, as this workplace does by hand.
    await leader.page.goto(`${talk}/plan`)
    await fill(leader, 'Sagsnummer', '2038-000123')
    await press(leader, 'Planen er journaliseret')
    await employee.page.goto(`${talk}/plan`)
    expect(await words(employee)).toContain('2038-000123')

    // June: the action's day. The employee reports it done.
    await playTo('2038-06-01', 9)
    await employee.page.goto('/')
    await employee.page.locator('.owed a').first().click()
    await employee.page.getByLabel('Det er gjort').check()
    await press(employee, 'Send svaret')
    expect(await employee.page.locator('#actions').textContent()).toContain('Færdig')

    // HR has an outcome for the last one, sees that everyone is accounted for, and closes a year after it began.
    await hr.page.goto(`${round}/talks`)
    await follow(hr, ben.name)
    await fold(hr, 'Undtag medarbejderen fra runden')
    await hr.page.getByLabel('Grund').last().selectOption('talk-held-elsewhere')
    await press(hr, 'Undtag medarbejderen fra runden')
    await hr.page.goto(round)
    expect(await words(hr)).toContain('1 af 1 samtaler')
    await playTo('2039-02-02', 9)
    await hr.page.goto(round)
    expect(await words(hr)).toContain('Runden er lukket')
    const row = hr.page.getByRole('row', { name: /Ådalskolen/ }).first()
    const [unit, expected, held, , , , exempt, unaccounted] = await row.locator('th, td').allTextContents()
    expect({ unit, expected, held, exempt, unaccounted }).toEqual({
      unit: 'Ådalskolen',
      expected: '1',
      held: '1',
      exempt: '1',
      unaccounted: '0',
    })
  }, 600_000)
})
