import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { teamId } from '../../db/group-feedback.ts'
import { day } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'

const OPENED = Date.UTC(2026, 10, 2, 9)
const MAY = Date.UTC(2027, 4, 3, 9)

let api: TestApi
let browser: TestBrowser
let organisation: Organisation

beforeAll(async () => {
  ;[api, browser] = await Promise.all([startApi({ clock: { now: () => MAY } }), openBrowser()])
  organisation = await addOrganisation(api.db)
})
afterAll(async () => {
  await browser.close()
  await api.close()
})

const open = (caller: Caller, more: { width?: number; javaScript?: boolean } = {}) =>
  browser.open({ url: api.url, cookie: caller.cookie, ...more })

/** A leader with as many held talks as there are lists of themes, after the talk window. */
async function team(name: string, themes: string[][]) {
  const roundId = await organisation.addRound({ status: 'running', kind: 'feedback-mus' })
  const unitId = await organisation.addUnit(name, organisation.top)
  const leader = await organisation.addPerson(name, { unitId })
  const held = { status: 'held', outcome: 'held', heldOn: day('2027-02-10'), obligations: [] } as const
  const talks: { talkId: string; caller: Caller }[] = []
  for (const tags of themes) {
    const employee = await organisation.addPerson('Anna', { unitId, leader })
    const to = { ...held, obligations: [] }
    const talkId = await organisation.addTalk(roundId, OPENED, { employee, to })
    await api.db.themeTag.createMany({ data: tags.map((theme) => ({ roundId, talkId, theme })) })
    talks.push({ talkId, caller: await api.signIn(employee.personId) })
  }
  const status = themes.length < 5 ? 'optional' : 'owed'
  const id = teamId(roundId, leader.employmentId)
  await api.db.groupFeedback.create({ data: { id, roundId, leaderId: leader.employmentId, status } })
  return { caller: await api.signIn(leader.personId), talks, path: `/rounds/${roundId}/group-feedback` }
}

async function look(window: Window, name: string): Promise<void> {
  await window.picture(`group-feedback-${name}`)
  expect(await window.axe()).toEqual([])
  expect(window.complaints).toEqual([])
}

describe('The common feedback', () => {
  test('is written by the leader from what the talks had in common, sent, and read by the team', async () => {
    const shared = ['trivsel', 'opgaver']
    const { caller, talks, path } = await team('Berit', [shared, shared, shared, shared, [...shared, 'løn']])
    const berit = await open(caller, { width: 1280 })
    const { page } = berit
    await page.goto(path)
    expect(await page.locator('tbody th').allTextContents()).toEqual(['opgaver', 'trivsel'])
    await page.getByText('Hvorfor ser jeg ikke alle temaer?').click()
    expect(await page.locator('details').textContent()).toContain('mindst 5 medarbejdere')
    await look(berit, 'leader-1280')
    await page.getByRole('button', { name: 'Send til teamet' }).click()
    expect(await page.locator('main .alert').textContent()).toContain('Skriv tilbagemeldingen')
    await page.getByLabel('Hvad vil du sige til teamet?').fill('Mange vil gerne have ro om opgaverne.')
    await page.getByRole('button', { name: 'Send til teamet' }).click()
    expect(await page.locator('.next h2').textContent()).toBe('Tilbagemeldingen er sendt')
    await look(berit, 'sent-1280')

    const [first] = talks
    if (!first) throw new Error('the team has no talk')
    const anna = await open(first.caller)
    await anna.page.goto(`/talks/${first.talkId}`)
    await anna.page.getByRole('link', { name: 'Samlet tilbagemelding til teamet' }).click()
    expect(await anna.page.locator('main').textContent()).toContain('ro om opgaverne')
    await look(anna, 'employee-390')
  })

  test('shows a team of four no themes, and says why; it may be written all the same, without JavaScript', async () => {
    const { caller, path } = await team('Bodil', [['trivsel'], ['trivsel'], ['trivsel'], ['trivsel']])
    const bodil = await open(caller, { javaScript: false })
    await bodil.page.goto(path)
    expect(await bodil.page.locator('main').textContent()).toContain('mindst 5 holdte samtaler')
    await bodil.page.getByLabel('Hvad vil du sige til teamet?').fill('Tak for gode samtaler.')
    await bodil.page.getByRole('button', { name: 'Gem' }).click()
    expect(await bodil.page.locator('.alert').textContent()).toContain('Teamet kan ikke se den endnu')
    expect(await bodil.page.getByLabel('Hvad vil du sige til teamet?').inputValue()).toBe(
      'Tak for gode samtaler.',
    )
    await bodil.picture('group-feedback-small-390')
  })
})
