import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadDefaultMaterials } from '../../db/default-materials.ts'
import type { TalkView } from '../../api/views/talk.ts'
import { copyMaterials } from '../../db/materials.ts'
import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { readPdf, textWithoutSpaces, withoutSpaces } from '../journal/pdf-reading.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
  const at = Date.parse('2037-12-01T09:00:00Z')
  await loadDefaultMaterials(stage.db, fileURLToPath(new URL('../../prisma/materials', import.meta.url)), at)
  await copyMaterials(stage.db, stage.roundId, null, at)
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const open = (caller: { cookie: string }, more: { width?: number; javaScript?: boolean } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, ...more })

/** What every page and state must pass, with a picture to look at. */
async function look({ axe, markup, complaints, picture }: Window, name: string): Promise<void> {
  await picture(`employee-${name}`)
  expect(await axe()).toEqual([])
  expect(await markup()).toEqual([])
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
    await page.getByRole('button', { name: 'Jeg er ikke blevet indkaldt' }).click()
    expect(await said(window)).toContain('Vi har givet besked')
    await page.getByLabel('Nyt emne').fill('Min sygdom i foråret')
    await page.getByRole('button', { name: 'Tilføj emnet' }).click()
    expect(await page.getByLabel('Nyt emne').inputValue()).toBe('Min sygdom i foråret')
    await look(window, 'topic-warning')
    await page.getByLabel('Jeg har set det igennem').check()
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

  test('reads what HR has written to her, of which the mail only said that it is there', async () => {
    const { caller, talkId } = await stage.addEmployee('Petra')
    await stage.dora.post(`/rounds/${stage.roundId}/nudges`, { talkIds: [talkId], text: 'Husk din tid' })
    const window = await open(caller)
    for (const path of ['/', `/talks/${talkId}`]) {
      await window.page.goto(path)
      expect(await window.page.locator('main').textContent()).toContain('Husk din tid')
    }
    await look(window, 'from-hr')
  })

  test('puts her time into her own calendar as a file', async () => {
    const { caller, talkId } = await stage.addEmployee('Rosa')
    const time = { startsAt: '2038-02-17T12:00:00Z', place: 'Lærerværelset; 1. sal' }
    await stage.ben.post(`/talks/${talkId}/appointment`, time)
    const window = await open(caller)
    await window.page.goto(`/talks/${talkId}`)
    const link = window.page.getByRole('link', { name: 'Hent til din kalender' })
    const file = await caller.get<string>((await link.getAttribute('href')) ?? '')
    expect(file.headers.get('content-type')).toContain('text/calendar')
    const lines = file.body.split('\r\n')
    expect(lines).toContain('DTSTART:20380217T120000Z')
    expect(lines).toContain('DTEND:20380217T130000Z')
    expect(lines).toContain(String.raw`LOCATION:Lærerværelset\; 1. sal`)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  test('picks a free time, and accepts one at short notice before it falls away', async () => {
    const first = await stage.addEmployee('Frida')
    await stage.ben.post(`/rounds/${stage.roundId}/slots`, {
      slots: [{ startsAt: '2038-02-10T08:00:00Z', place: 'Lokale 2' }],
    })
    const frida = await open(first.caller)
    await frida.page.goto('/')
    expect(await frida.page.locator('h1').textContent()).toBe('Én ting venter på dig')
    await look(frida, 'home-slots')
    await frida.page.getByRole('link', { name: 'Vælg en ledig tid til MUS' }).click()
    expect(await frida.page.locator('.next h2').textContent()).toBe('Vælg en tid til samtalen')
    await look(frida, 'slots')
    await frida.page.getByRole('button', { name: 'Vælg 10.02.2038' }).click()
    expect(await frida.page.locator('main').textContent()).toContain('Lokale 2')
    await look(frida, 'picked')
    const second = await stage.addEmployee('Gerda')
    const time = { startsAt: '2038-01-20T09:00:00Z', place: 'Kontoret' }
    await stage.ben.post(`/talks/${second.talkId}/appointment`, time)
    const gerda = await open(second.caller)
    await gerda.page.goto('/')
    expect(await gerda.page.locator('.owed').textContent()).toContain('ellers bortfalder tiden')
    await look(gerda, 'home-short-notice')
    await gerda.page.goto(`/talks/${second.talkId}`)
    expect(await gerda.page.locator('.next').textContent()).toContain('Ellers bortfalder tiden')
    await look(gerda, 'short-notice')
    await gerda.page.getByText('Tiden passer mig ikke').click()
    await gerda.page.getByLabel('Hvornår passer det dig bedre?').fill('Torsdag efter kl. 14')
    await gerda.page.getByRole('button', { name: 'Bed om en anden tid' }).click()
    expect(await gerda.page.locator('main').textContent()).toContain('Dit ønske: Torsdag efter kl. 14')
    await look(gerda, 'other-time')
  })

  test('reads the orientation and the conversation guide, and chooses what to begin with', async () => {
    const window = await open(stage.anna)
    const { page } = window
    const talkId = await stage.talks.idOf(stage.roundId, stage.cast.anna)
    await page.goto(`/talks/${talkId}/orientation`)
    expect(await page.locator('.next h2').textContent()).toBe(
      'Ben Test indkalder dig senest 15.02.2038 (uge 7)',
    )
    await look(window, 'orientation')
    await page.goto(`/talks/${talkId}/materials/guide`)
    await look(window, 'guide')
    await page.getByRole('link', { name: 'Samtaleguide' }).click()
    await page.getByRole('link', { name: 'At høre til' }).click()
    expect((await page.locator('.print-a3 h2').allTextContents()).slice(0, 2)).toEqual([
      'Begynd med forventningerne',
      'At høre til',
    ])
    await look(window, 'conversation-guide')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect([...pdf.matchAll(/\/MediaBox \[0 0 (\d+)/g)].map(([, width]) => width)).toEqual(['1191'])
  })

  test('writes her sheet, which saves itself, and shares it with her leader after a warning', async () => {
    const { caller, talkId } = await stage.addEmployee('Hilda')
    const window = await open(caller)
    const { page } = window
    await page.goto(`/talks/${talkId}/preparation`)
    await look(window, 'sheet')
    const obstacles = page.getByLabel('Hvad har hjulpet dig, og hvad har stået i vejen?')
    await obstacles.fill('Min sygdom i foråret')
    await page.locator('[data-saved]', { hasText: 'Gemt' }).waitFor()
    const stored = await caller.get<{ mine: { content: object } }>(`/talks/${talkId}/sheets`)
    expect(stored.body.mine.content).toEqual({ 'since-last-obstacles': 'Min sygdom i foråret' })
    await page.getByRole('button', { name: 'Del arket nu' }).click()
    expect(await said(window)).toContain('Se det igennem en gang til')
    await look(window, 'sheet-warning')
    await obstacles.fill('Et travlt forår')
    await page.getByLabel('3', { exact: true }).first().check()
    await page.getByRole('button', { name: 'Del arket nu' }).click()
    expect(await said(window)).toBe('Arket er delt.')
    const lines = Array.from({ length: 90 }, (_none, index) => `Linje ${index + 1}`)
    await obstacles.fill(lines.join('\n'))
    expect(await onPaper(page)).toContain(withoutSpaces(lines.join('')))
    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto(`/talks/${talkId}/preparation`)
    expect(await ben.page.locator('main').textContent()).toContain('Et travlt forår')
    await look(ben, 'leader-sheet')
  })

  test('sees both versions of a sheet that was saved from two places, and neither is lost', async () => {
    const { caller, talkId } = await stage.addEmployee('Ida')
    const window = await open(caller, { javaScript: false })
    const { page } = window
    await page.goto(`/talks/${talkId}/preparation`)
    const elsewhere = { version: 0, content: { ideas: 'Fra computeren' } }
    await caller.put(`/talks/${talkId}/sheets/mine`, elsewhere)
    const ideas = page.getByLabel('Har du ideer til')
    await ideas.fill('Fra telefonen')
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    expect(await said(window)).toContain('gemt fra et andet sted')
    expect(await page.locator('.look-again').textContent()).toContain('Fra computeren')
    expect(await ideas.inputValue()).toBe('Fra telefonen')
    await window.picture('employee-sheet-conflict')
    await ideas.fill('Fra begge')
    await page.getByRole('button', { name: 'Gem, og markér som klar' }).click()
    expect(await said(window)).toBe('Arket er gemt, og du er klar.')
    const stored = await caller.get<{ mine: { content: object } }>(`/talks/${talkId}/sheets`)
    expect(stored.body.mine.content).toEqual({ ideas: 'Fra begge' })
  })

  test('evaluates the talk without a name, and reports on what was agreed', async () => {
    const { caller, talkId } = await agreed('Jytte')
    const window = await open(caller)
    const { page } = window
    await page.goto(`/talks/${talkId}`)
    await look(window, 'agreed')
    await page.getByRole('link', { name: 'Svar på spørgsmålene' }).click()
    await look(window, 'evaluation')
    await page.getByRole('button', { name: 'Send svarene anonymt' }).click()
    expect(await page.locator('.form-error-message').count()).toBe(4)
    for (const group of await page.locator('fieldset').all())
      await group.getByLabel('4', { exact: true }).check()
    await page.getByRole('button', { name: 'Send svarene anonymt' }).click()
    expect(await said(window)).toContain('Dine svar er gemt uden dit navn')
    await look(window, 'evaluated')
    await page.goto(`/talks/${talkId}`)
    const action = page.locator('article', { hasText: 'Følge Gerda en dag' })
    await action.getByText('Fortæl, hvordan det går').click()
    await action.getByLabel('Det skal have en ny dato').check()
    await action.getByRole('button', { name: 'Send svaret' }).click()
    expect(await page.locator('.form-error-message').count()).toBe(1)
    expect(await page.locator('main .alert a').textContent()).toBe('Den nye dato: Feltet skal udfyldes.')
    await look(window, 'action-refused')
    // Where a browser has no field for days, people type them.
    await page.evaluate("for (const day of document.querySelectorAll('[type=date]')) day.type = 'text'")
    await page.getByLabel('Den nye dato').first().fill('31.02.2038')
    await page.getByRole('button', { name: 'Send svaret' }).first().click()
    expect(await page.locator('main .alert a').textContent()).toBe(
      'Den nye dato: Det skal være en dato som 26.02.2027.',
    )
    await page.getByLabel('Den nye dato').first().fill('2038-09-01')
    await page.getByRole('button', { name: 'Send svaret' }).first().click()
    expect(await page.locator('article').first().textContent()).toContain('01.09.2038 (uge 35)')
  })

  test('reads who acts next until the status talk is over, and answers its time from the top of the page', async () => {
    const { caller, talkId } = await agreed('Sanne', 'leader')
    const answers = { prepared: 4, listened: 4, future: 4, worthwhile: 4 }
    await caller.post(`/talks/${talkId}/evaluation`, { answers })
    const window = await open(caller)
    const { page } = window
    const next = async () => {
      await page.goto(`/talks/${talkId}`)
      return page.locator('.next').textContent()
    }
    expect(await next()).toContain('Ben Test skal indkalde dig til en statussamtale')
    await look(window, 'before-status-talk')
    const { body } = await caller.get<TalkView>(`/talks/${talkId}`)
    const [statusTalk] = body.statusTalks
    const path = `/talks/${talkId}/status-talks/${statusTalk?.id}/appointment`
    await stage.ben.post(path, { startsAt: '2038-01-20T09:00:00Z', place: 'Kontoret' })
    expect(await next()).toContain('Svar på tiden til statussamtalen: 20.01.2038')
    await look(window, 'status-time')
    await page.getByRole('link', { name: 'Se tiden, og svar' }).click()
    await page.locator(`#status-talk-${statusTalk?.id}`).getByRole('button', { name: 'Ja, tiden' }).click()
    expect(await next()).toContain('Statussamtale 20.01.2038 (uge 3) kl. 10.00')
    const link = page.locator('#status-talks').getByRole('link', { name: 'Hent til din kalender' })
    const file = await caller.get<string>((await link.getAttribute('href')) ?? '')
    expect(file.body).toContain('DTSTART:20380120T090000Z')
    expect(file.body).toContain('SUMMARY:Statussamtale')
    await stage.ben.post(path, { startsAt: '2038-01-21T09:00:00Z', place: 'Kontoret' })
    await caller.post(`${path}/other-time`, { wish: 'Fredag' })
    expect(await next()).toContain('Ben Test svarer på dit ønske om en anden tid')
  })

  test('shares chosen try-outs with a colleague, who sees them and nothing else, and takes them back', async () => {
    const { caller, talkId } = await agreed('Kirsten')
    const colleague = await stage.addEmployee('Lotte')
    const window = await open(caller)
    const { page } = window
    await page.goto(`/talks/${talkId}/sharing?what=actions`)
    await page.getByLabel('Find en kollega').fill('Lotte')
    await page.getByRole('button', { name: 'Søg' }).click()
    await page.getByLabel('Lotte Test').check()
    await page.getByLabel('Følge Gerda en dag').check()
    await page.getByLabel('Hvornår følger I op sammen?').fill('2038-03-01')
    await look(window, 'sharing')
    await page.getByRole('button', { name: 'Del', exact: true }).click()
    await page.getByText('I følger op sammen 01.03.2038 (uge 9)').waitFor()
    const lotte = await open(colleague.caller)
    await lotte.page.goto('/')
    await lotte.page.getByRole('link', { name: 'Delt af Kirsten Test' }).click()
    expect(await lotte.page.locator('article h3').allTextContents()).toEqual(['Følge Gerda en dag'])
    await lotte.page.getByText('I følger op sammen 01.03.2038 (uge 9)').waitFor()
    await look(lotte, 'share')
    await page.getByRole('button', { name: 'Tag tilbage fra Lotte Test' }).click()
    expect((await lotte.page.reload())?.status()).toBe(404)
  })

  test('answers an offer, contradicts that the talk was held, and suggests skipping a status talk', async () => {
    const { caller, talkId } = await stage.addEmployee('Mona')
    await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
    await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
    const window = await open(caller)
    const { page } = window
    await page.goto(`/talks/${talkId}`)
    expect(await page.locator('.next h2').textContent()).toBe('Du har fået tilbudt en samtale mere')
    await page.getByRole('button', { name: 'Ja tak' }).click()
    expect(await page.locator('#offers').textContent()).toContain('Du har sagt ja tak.')
    await page.locator('#status-talks').getByRole('button', { name: 'Vi springer den over' }).first().click()
    expect(await page.locator('#status-talks').textContent()).toContain('Nu mangler den anden')
    await look(window, 'held')
    await page.getByRole('button', { name: 'Nej, den blev ikke holdt' }).click()
    expect(await said(window)).toContain('Din leder får besked')
    await look(window, 'contradicted')
  })
})

describe('Notes of a leader', () => {
  test('of a talk that somebody else leads now are theirs to read and delete', async () => {
    const { person, talkId } = await stage.addEmployee('Nora')
    const content = { 'leader-since-last': 'Kun til mig selv' }
    await stage.ben.put(`/talks/${talkId}/sheets/mine`, { version: 0, content })
    const own = { employmentId: person.employmentId }
    await stage.db.reportingLine.updateMany({ where: own, data: { toOn: toDate(day('2038-01-10')) } })
    await stage.db.reportingLine.create({
      data: { ...own, leaderId: stage.cast.carl.employmentId, fromOn: toDate(day('2038-01-11')) },
    })
    const window = await open(stage.ben)
    const { page } = window
    await page.goto('/')
    await page.getByRole('link', { name: 'Dine noter fra samtaler' }).click()
    expect(await page.locator('.panel').textContent()).toContain('Kun til mig selv')
    await look(window, 'kept-sheets')
    await page.getByRole('button', { name: 'Slet noterne nu' }).click()
    expect(await page.locator('.panel').count()).toBe(0)
  })
})

describe('A deputy', () => {
  test('is named with the leader they act for, on every page of theirs and where their words are read', async () => {
    const { caller, talkId } = await stage.addEmployee('Tilde')
    const deputy = await stage.cast.organisation.addPerson('Vera', { unitId: stage.cast.school })
    await stage.addDeputy(stage.cast.ben, deputy, '2038-01-01', '2038-03-01')
    const vera = await stage.signIn(deputy)
    const window = await open(vera)
    const { page } = window
    const main = () => page.locator('main').textContent()
    const hours = {
      from: '2038-02-17',
      to: '2038-02-17',
      begin: '09:00',
      end: '12:00',
      minutes: '60',
      pause: '0',
    }
    const chosen = new URLSearchParams({ ...hours, weekdays: '1,2,3,4,5', place: '', talkIds: talkId })
    await page.goto(`/team/invite/times?${chosen}`)
    expect(await page.locator('legend').first().textContent()).toContain('På vegne af Ben Test')
    await look(window, 'deputy-invites')
    await vera.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-17T09:00:00Z' })
    await page.goto(`/team/invite/sent?talks=${talkId}`)
    expect(await main()).toContain('På vegne af Ben Test')
    await vera.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
    const draft = { version: 0, content: { goals: [{ goal: 'Bedre møder' }] } }
    await vera.put(`/talks/${talkId}/plan/draft`, draft)
    await caller.post(`/talks/${talkId}/plan-versions`, { content: draft.content })
    const returned = await versionOf(caller, talkId)
    await vera.post(`/talks/${talkId}/plan-versions/${returned.versionId}/return`, {
      comment: 'Mere konkret',
    })
    await vera.post(`/talks/${talkId}/plan-versions`, { content: { goals: [{ goal: 'Kortere møder' }] } })
    const { versionId, hash } = await versionOf(caller, talkId)
    for (const path of ['orientation', 'materials/guide', `plan/versions/${versionId}`]) {
      await page.goto(`/talks/${talkId}/${path}`)
      expect([path, await main()]).toEqual([path, expect.stringContaining('På vegne af Ben Test')])
    }
    const tilde = await open(caller)
    await tilde.page.goto(`/talks/${talkId}/plan`)
    expect(await tilde.page.locator('.next').textContent()).toContain('Vera Test på vegne af Ben Test')
    await caller.post(`/talks/${talkId}/plan-versions/${versionId}/approval`, { hash })
    await tilde.page.goto(`/talks/${talkId}/plan/versions/${versionId}`)
    expect(await tilde.page.locator('.facts p').allTextContents()).toContainEqual(
      expect.stringContaining('Vera Test på vegne af Ben Test'),
    )
    await look(tilde, 'approved-by-deputy')
    await tilde.page.goto(`/talks/${talkId}/plan/versions/${returned.versionId}`)
    expect(await tilde.page.locator('figcaption').textContent()).toContain('Vera Test på vegne af Ben Test')
  })
})

describe('In English and for those who see status alone', () => {
  test('a talk is read without any content', async () => {
    const { talkId, caller } = await agreed('Olga')
    await caller.put('/me/language', { language: 'en' })
    const olga = await open(caller, { width: 1280 })
    for (const [path, name] of [
      ['', 'talk'],
      ['/preparation', 'preparation'],
      ['/orientation', 'orientation'],
      ['/materials/conversation-guide', 'conversation-guide'],
      ['/evaluation', 'evaluation'],
      ['/sharing', 'sharing'],
    ] as const) {
      await olga.page.goto(`/talks/${talkId}${path}`)
      await look(olga, `english-${name}`)
    }
    const dora = await open(stage.dora, { width: 1280 })
    await dora.page.goto(`/talks/${talkId}`)
    expect(await dora.page.locator('main').textContent()).not.toContain('Følge Gerda')
    await look(dora, 'status-only')
  })
})

/** What a printer gets, without white space. */
async function onPaper(page: Page): Promise<string> {
  return textWithoutSpaces(readPdf(await page.pdf({ preferCSSPageSize: true })))
}

/** The version that is on the table. */
async function versionOf(caller: Caller, talkId: string): Promise<{ versionId: string; hash: string }> {
  const { plan } = (await caller.get<TalkView>(`/talks/${talkId}`)).body
  return { versionId: plan?.current?.versionId ?? '', hash: plan?.current?.hash ?? '' }
}

/** Somebody with an agreed plan of two actions. */
async function agreed(name: string, owner: 'employee' | 'leader' = 'employee') {
  const employee = await stage.addEmployee(name)
  const { caller, talkId } = employee
  await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
  const action = { owner, dueOn: '2038-06-01' }
  const actions = ['Følge Gerda en dag', 'Læse en bog'].map((what) => ({ ...action, what }))
  const proposed = await caller.post<TalkView>(`/talks/${talkId}/plan-versions`, {
    content: { goals: [{ goal: 'Bedre møder' }], actions },
  })
  const { versionId, hash } = proposed.body.plan?.current ?? {}
  await stage.ben.post(`/talks/${talkId}/plan-versions/${versionId}/approval`, { hash })
  return employee
}
