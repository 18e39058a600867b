import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { day, HOUR } from '../../domain/calendar/day.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { WindowOptions } from '../../demo/browser.ts'
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

const open = (caller: { cookie: string }, more: Partial<WindowOptions> = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, width: 1280, ...more })

/** Nothing to complain of: not for axe, not for the validator, not in the console. */
async function flawless(window: Window, name: string) {
  await window.picture(`leader-${name}`)
  expect(await window.axe()).toEqual([])
  expect(await window.markup()).toEqual([])
  expect(window.complaints).toEqual([])
}

/** Waits until the page says it. */
async function said({ page }: Window, words: string): Promise<void> {
  const main = page.locator('main')
  try {
    await main.getByText(words).first().waitFor({ timeout: 10_000 })
  } catch (cause) {
    throw new Error(`expected '${words}' on the page: ${await main.textContent()}`, { cause })
  }
}

describe('A leader’s team', () => {
  test('is one table: who, how far, what is next and by when, with what awaits the leader on top', async () => {
    const eva = await stage.addEmployee('Eva')
    const ben = await open(stage.ben)
    await ben.page.goto('/team')
    expect(await ben.page.locator('h1').textContent()).toBe('Mit team')
    const row = ben.page.locator('tbody tr').filter({ hasText: eva.person.name })
    expect(await row.locator('td a').textContent()).toBe('Indkald')
    // It is due in five weeks: it stands out when it waits for the leader.
    expect(await row.locator('strong').count()).toBe(0)
    await flawless(ben, 'team')
    await ben.page.getByRole('link', { name: 'Forsinket (0)' }).click()
    await said(ben, 'Ingen her lige nu.')
    await flawless(ben, 'team-none')
  })

  test('is a list of cards on a phone', async () => {
    const ben = await open(stage.ben, { width: 390 })
    await ben.page.goto('/team')
    const overflow = await ben.page.evaluate(() => document.body.scrollWidth > window.innerWidth)
    expect(overflow).toBe(false)
    await flawless(ben, 'team-phone')
  })
})

describe('Inviting many', () => {
  /** Somebody new of Ben's, alone chosen on the page. */
  async function chosenAlone(window: Window, names: string[]) {
    await window.page.goto('/team/invite')
    for (const box of await window.page.locator('input[name=talkIds]').all()) await box.uncheck()
    for (const name of names) await window.page.getByLabel(name).check()
  }

  test('is two steps: who and when, then a proposal that the leader adjusts and sends; each result is said', async () => {
    const bo = await stage.addEmployee('Bo')
    await stage.addEmployee('Åse')
    const ben = await open(stage.ben)
    await chosenAlone(ben, ['Bo Test', 'Åse Test'])
    await flawless(ben, 'invite')
    await ben.page.getByLabel('Fra dag').fill('2038-02-02')
    await ben.page.getByLabel('Til og med dag').fill('2038-02-01')
    await ben.page.getByRole('button', { name: 'Vis forslag til tider' }).click()
    await said(ben, 'Den sidste dag ligger før den første')
    await flawless(ben, 'invite-refused')
    await ben.page.getByLabel('Til og med dag').fill('2038-02-12')
    await ben.page.getByLabel('Sted').fill('Lokale 3')
    await ben.page.getByRole('button', { name: 'Vis forslag til tider' }).click()
    const [days, times] = [ben.page.getByLabel('Dag'), ben.page.getByLabel('Klokken')]
    await said(ben, 'Forslag til tider')
    expect(await times.count()).toBe(2)
    expect(await times.nth(0).inputValue()).not.toBe(await times.nth(1).inputValue())
    await flawless(ben, 'invite-times')
    await times.nth(1).fill('')
    await ben.page.getByRole('button', { name: 'Send indkaldelserne' }).click()
    await said(ben, 'Skriv både dag og klokkeslæt.')
    await days.nth(1).fill('2038-01-11')
    await times.nth(1).fill('15:00')
    await ben.page.getByRole('button', { name: 'Send indkaldelserne' }).click()
    // Bo is invited; Åse's time is too soon to be answered.
    await said(ben, 'Ikke alle kunne indkaldes')
    expect(await ben.page.locator('fieldset.tight').count()).toBe(1)
    await flawless(ben, 'invite-some')
    await days.fill('2038-01-15')
    await ben.page.getByRole('button', { name: 'Send indkaldelsen' }).click()
    await said(ben, 'Indkaldelserne er sendt')
    expect(await ben.page.locator('.owed').textContent()).toContain('Tiden gælder først')
    await flawless(ben, 'invite-sent')
    const { body } = await stage.ben.get<{ appointment: { place: string } }>(`/talks/${bo.talkId}`)
    expect(body.appointment.place).toBe('Lokale 3')
  })

  test('works without JavaScript', async () => {
    const { talkId } = await stage.addEmployee('Iben')
    const ben = await open(stage.ben, { javaScript: false })
    await chosenAlone(ben, ['Iben Test'])
    await ben.page.getByRole('button', { name: 'Vis forslag til tider' }).click()
    await ben.page.getByRole('button', { name: 'Send indkaldelsen' }).click()
    expect(await ben.page.locator('.owed').textContent()).toContain('Iben Test')
    const { body } = await stage.ben.get<{ status: string }>(`/talks/${talkId}`)
    expect(body.status).toBe('arranged')
  })
})

describe('A leader on the page of a talk', () => {
  test('invites, moves and cancels, and reads what the employee wishes', async () => {
    const ida = await stage.addEmployee('Ida')
    const ben = await open(stage.ben)
    await ben.page.goto(`/talks/${ida.talkId}`)
    await flawless(ben, 'talk-awaiting')
    await ben.page.getByLabel('Dag').fill('2038-02-10')
    await ben.page.getByLabel('Klokken').fill('09:30')
    await ben.page.getByLabel('Sted').fill('Lokale 4')
    await ben.page.getByRole('button', { name: 'Send indkaldelsen' }).click()
    await said(ben, 'Indkaldelsen er sendt')
    expect(await ben.page.locator('#time').textContent()).toContain('kl. 9.30–10.30')
    await ida.caller.post(`/talks/${ida.talkId}/appointment/other-time`, { wish: 'Helst om torsdagen' })
    await ida.caller.post(`/talks/${ida.talkId}/topics`, { text: 'Mere tid til forberedelse' })
    await ben.page.goto(`/talks/${ida.talkId}`)
    expect(await ben.page.locator('#time').textContent()).toContain('Helst om torsdagen')
    await flawless(ben, 'talk-other-time')
    await ben.page.getByLabel('Dag').fill('2038-02-11')
    await ben.page.locator('#time').getByRole('button', { name: 'Flyt tiden' }).click()
    await said(ben, '11.02.2038')
    await ben.page.getByText('Aflys tiden').first().click()
    await ben.page.getByRole('button', { name: 'Aflys tiden' }).click()
    await said(ben, 'Tiden er aflyst')
  })

  test('says that it was held, tags themes, offers and follows up', async () => {
    const mia = await stage.addEmployee('Mia')
    const ben = await open(stage.ben)
    await ben.page.goto(`/talks/${mia.talkId}`)
    await ben.page.getByText('Har I allerede holdt samtalen?').click()
    await ben.page.getByRole('button', { name: 'Ja, den blev holdt' }).click()
    await said(ben, 'Noteret')
    await ben.page.getByText('Temaer til den samlede tilbagemelding').click()
    await ben.page.getByLabel('Temaer').fill('Sparring, arbejdstid')
    await ben.page.getByRole('button', { name: 'Gem temaerne' }).click()
    await said(ben, 'Temaerne er gemt')
    await ben.page.getByText('Tilbud om særlige samtaler').click()
    await ben.page.getByRole('button', { name: 'Tilbyd seniorsamtale' }).click()
    await said(ben, 'Tilbuddet er registreret')
    await mia.caller.put(`/talks/${mia.talkId}/offers/senior/answer`, { answer: 'yes' })
    await ben.page.goto(`/talks/${mia.talkId}`)
    expect(await ben.page.locator('#offers').textContent()).toContain('Medarbejderen har sagt ja')
    await flawless(ben, 'talk-held')
    const status = ben.page.locator('[id^=status-talk-]').first()
    await status.getByText('Registrér som holdt').first().click()
    await status.getByLabel('Kort note').fill('Det går godt.')
    await status.getByRole('button', { name: 'Registrér som holdt' }).click()
    await said(ben, 'Det går godt.')
  })
})

test('A leader is asked whether the talk was held, and told that the employee says it was not', async () => {
  const { organisation, school, ben: leader } = stage.cast
  // Known to the table alone: what the page shows is read there.
  const roundId = await organisation.addRound({ unitId: school, year: 2039, name: 'MUS 2039' })
  const employee = await organisation.addPerson('Kaj', { unitId: school, leader })
  const startsAt = Date.parse('2038-01-08T09:00:00Z')
  const talkId = await organisation.addTalk(roundId, Date.parse('2038-01-04T09:00:00Z'), {
    employee,
    to: {
      status: 'to-confirm',
      contradictedOn: day('2038-01-10'),
      confirmDueOn: day('2038-01-11'),
      obligations: [
        {
          obligation: 'confirm-held',
          subject: randomUUID(),
          occurrence: 2,
          owedBy: 'leader',
          arose: day('2038-01-10'),
          dueOn: day('2038-01-11'),
          position: 0,
          sent: false,
          last: null,
          hastenedOn: null,
        },
      ],
      appointment: {
        id: randomUUID(),
        startsAt,
        endsAt: startsAt + HOUR,
        on: day('2038-01-08'),
        invitedOn: day('2038-01-04'),
        sequence: 0,
        noticeKept: true,
        accepted: true,
        otherTimeAsked: false,
      },
    },
  })
  const ben = await open(stage.ben)
  await ben.page.goto(`/talks/${talkId}`)
  await said(ben, 'Svar på, om MUS med Kaj Test blev holdt')
  await said(ben, 'Kaj Test har 10.01.2038 (uge 1) svaret, at samtalen ikke blev holdt')
  expect(await ben.page.getByLabel('Holdt den').inputValue()).toBe('2038-01-08')
  expect(await ben.page.getByRole('button', { name: 'Nej, den blev ikke holdt' }).count()).toBe(1)
  await flawless(ben, 'talk-to-confirm')
  await stage.db.talk.deleteMany({ where: { roundId } })
})

describe('What a leader sets up', () => {
  test('is free times to pick, found around what is there, published, and withdrawn while nobody has picked them', async () => {
    const ea = await stage.addEmployee('Ea')
    const ben = await open(stage.ben)
    await ben.page.goto('/team/slots')
    await ben.page.getByLabel('Fra dag').fill('2038-04-12')
    await ben.page.getByLabel('Til og med dag').fill('2038-04-13')
    await ben.page.getByLabel('Sted').fill('Lokale 5')
    await ben.page.getByRole('button', { name: 'Find ledige tider' }).click()
    await said(ben, 'Vælg tider')
    await flawless(ben, 'slots-found')
    await ben.page.locator('input[name=times]').first().uncheck()
    await ben.page.getByRole('button', { name: 'Læg tiderne ud' }).click()
    await said(ben, 'Tiderne er lagt ud')
    const [slot] = (await ea.caller.get<{ id: string }[]>(`/talks/${ea.talkId}/slots`)).body
    await ea.caller.post(`/talks/${ea.talkId}/slot-choice`, { slotId: slot?.id })
    await ben.page.goto('/team/slots')
    await said(ben, 'Valgt af Ea Test')
    await flawless(ben, 'slots')
    await ben.page
      .getByRole('button', { name: /Træk tilbage/ })
      .first()
      .click()
    await said(ben, 'Tiden er trukket tilbage')
    expect((await ea.caller.get<unknown[]>(`/talks/${ea.talkId}/slots`)).body.length).toBeGreaterThan(0)
  })

  test('is a deputy for a while, who then sees the team on behalf of the leader', async () => {
    const ben = await open(stage.ben)
    await ben.page.goto('/team/deputies')
    await ben.page.getByLabel('Søg efter en kollega').fill('Dora')
    await ben.page.getByRole('button', { name: 'Søg' }).click()
    await ben.page.getByLabel('Til og med dag').fill('2038-01-30')
    await flawless(ben, 'deputies-found')
    await ben.page.getByRole('button', { name: 'Udpeg stedfortræder' }).click()
    await said(ben, 'Stedfortræderen er udpeget')
    await flawless(ben, 'deputies')
    const dora = await open(stage.dora, { language: 'en' })
    await dora.page.goto('/team')
    await said(dora, 'På vegne af Ben Test')
    await flawless(dora, 'team-on-behalf')
    await ben.page.getByRole('button', { name: 'Stop i dag: Dora Test' }).click()
    await said(ben, 'Du har ingen stedfortræder')
    expect((await stage.ben.get('/deputies')).body).toEqual([])
  })

  test('is the local paragraph in the orientation, until the day before; then it is read-only', async () => {
    const { organisation, school, ben: leader } = stage.cast
    const next = await organisation.addRound({
      unitId: school,
      year: 2039,
      name: 'MUS 2039',
      policy: { orientationOn: day('2038-02-01'), talksFrom: day('2038-03-01'), talksTo: day('2038-05-31') },
    })
    const employee = await organisation.addPerson('Gry', { unitId: school, leader })
    await organisation.addTalk(next, Date.parse('2038-01-11T09:00:00Z'), { employee })
    const ben = await open(stage.ben)
    await ben.page.goto(`/rounds/${next}`)
    await flawless(ben, 'round-brief')
    await ben.page.getByRole('link', { name: 'Skriv dit afsnit i orienteringen' }).click()
    await ben.page.getByLabel('Dit afsnit').fill('I år ser vi på samarbejdet.')
    await flawless(ben, 'orientation')
    await ben.page.getByRole('button', { name: 'Gem afsnittet' }).click()
    await said(ben, 'Det er gemt')
    expect(await ben.page.getByLabel('Dit afsnit').inputValue()).toBe('I år ser vi på samarbejdet.')
    await ben.page.getByRole('link', { name: 'MUS 2038' }).click()
    await said(ben, 'Orienteringen er sendt')
    expect(await ben.page.locator('textarea').count()).toBe(0)
    await flawless(ben, 'orientation-sent')
    // No engine knows this round: the mornings of other tests must not meet it.
    await stage.db.talk.deleteMany({ where: { roundId: next } })
  })
})
