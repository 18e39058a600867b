import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([
    createApiStage({ journaling: 'manual', env: { JOURNAL: 'manual' } }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const open = (caller: Caller, more: { width?: number; language?: 'da' | 'en'; javaScript?: boolean } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, ...more })

/** Somebody whose talk was held today; Ben is the leader. */
async function heldTalk(name: string): Promise<{ caller: Caller; plan: string; talkId: string }> {
  const { caller, talkId } = await stage.addEmployee(name)
  await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
  return { caller, talkId, plan: `/talks/${talkId}/plan` }
}

const content = (what = 'Følge Bodils undervisning', more: object = {}) => ({
  goals: [{ goal: 'Blive sikker i engelsk', workplaceGoal: 'Flere internationale elever' }],
  actions: [{ what, owner: 'employee', dueOn: '2038-06-01', ...more }],
})

const field = ({ page }: Window, name: string) => page.locator(`[name="content.${name}"]`)
const press = ({ page }: Window, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()
const headings = ({ page }: Window) => page.locator('h2').allTextContents()

/** Looked at by eye, by axe and by the console. */
async function look(window: Window, name: string): Promise<void> {
  await window.picture(`plan-${name}`)
  expect(await window.axe()).toEqual([])
  expect(window.complaints).toEqual([])
}

describe('The plan', () => {
  test('is written by the leader, read and approved by the employee on a phone, and filed by hand', async () => {
    const { caller, plan } = await heldTalk('Anton')
    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto(plan)
    expect(await headings(ben)).toContain('Skriv planen')
    await look(ben, 'write-1280')
    await ben.page.getByRole('link', { name: 'Skriv planen' }).click()
    await field(ben, 'goals.0.goal').fill('Blive sikker i engelsk')
    await field(ben, 'goals.0.workplaceGoal').fill('Flere internationale elever')
    await press(ben, 'Tilføj handling')
    await field(ben, 'actions.0.what').fill('Følge Bodils undervisning to gange')
    await field(ben, 'actions.0.dueOn').fill('2038-06-01')
    await field(ben, 'actions.1.what').fill('Finde tid i skemaet')
    await ben.page.locator('#actions-1').getByLabel('Ben Test (leder)').check()
    await press(ben, 'Tilføj noget, lederen ikke gør')
    await field(ben, 'notDoing.0.what').fill('Betale en master')
    await field(ben, 'notDoing.0.why').fill('Budgettet er brugt i år')
    await field(ben, 'plannedTraining').fill('Engelsk på B-niveau\nKlasseledelse')
    await press(ben, 'Foreslå planen')
    expect(await ben.page.locator('main .alert').textContent()).toContain('Noget af det indtastede')
    expect(await ben.page.locator('#f-content-actions-1-dueOn-error').textContent()).toBe(
      'Feltet skal udfyldes.',
    )
    await look(ben, 'date-missing-1280')
    await field(ben, 'actions.1.dueOn').fill('2038-03-01')
    await press(ben, 'Foreslå planen')
    expect(await headings(ben)).toContain('Vi venter på Anton Test')
    await look(ben, 'waits-1280')

    const anton = await open(caller)
    await anton.page.goto(plan)
    expect(await headings(anton)).toContain('Læs planen, og svar på den')
    await look(anton, 'approve-390')
    await press(anton, 'Godkend version 1')
    expect(await anton.page.locator('.alert').textContent()).toContain('I er enige')
    expect(await headings(anton)).toContain('I er enige om planen')
    await look(anton, 'agreed-390')
    // In a window of its own: to the browser a download is a page that did not come.
    const { page } = await open(caller)
    await page.goto(plan)
    const pdf = page.getByRole('link', { name: 'Hent planen som PDF' })
    const [download] = await Promise.all([page.waitForEvent('download'), pdf.click()])
    expect(download.suggestedFilename()).toBe('plan-1.pdf')

    await ben.page.goto(plan)
    await look(ben, 'file-1280')
    await ben.page.getByLabel('Sagsnummer').fill('2038-000123')
    await press(ben, 'Planen er journaliseret')
    await anton.page.reload()
    expect(await anton.page.locator('#filing').textContent()).toContain('2038-000123')
    await look(anton, 'filed-390')
  })

  test('is written and agreed without JavaScript, and a row more or less loses nothing', async () => {
    const { caller, plan } = await heldTalk('Birte')
    const birte = await open(caller, { javaScript: false })
    await birte.page.goto(`${plan}/draft`)
    await field(birte, 'goals.0.goal').fill('Tale foran mange')
    await field(birte, 'actions.0.what').fill('Holde et oplæg')
    await press(birte, 'Tilføj handling')
    await field(birte, 'actions.1.what').fill('Skal væk igen')
    await press(birte, 'Tilføj mål')
    await field(birte, 'goals.1.goal').fill('Skrive kort')
    await press(birte, 'Fjern handling 2')
    expect(await field(birte, 'goals.1.goal').inputValue()).toBe('Skrive kort')
    expect(await field(birte, 'actions.0.what').inputValue()).toBe('Holde et oplæg')
    expect(await field(birte, 'actions.1.what').count()).toBe(0)
    await birte.picture('plan-draft-390')
    await field(birte, 'actions.0.dueOn').fill('2038-05-03')
    await press(birte, 'Foreslå planen')
    expect(await headings(birte)).toContain('Vi venter på Ben Test')
    const ben = await open(stage.ben, { javaScript: false, width: 1280 })
    await ben.page.goto(plan)
    await press(ben, 'Godkend version 1')
    expect(await headings(ben)).toContain('Journalisér planen')
    expect([...birte.complaints, ...ben.complaints]).toEqual([])
  })

  test('is returned with a comment, changed, and shows what is new in it word by word', async () => {
    const { caller, plan, talkId } = await heldTalk('Clara')
    await stage.ben.post(`/talks/${talkId}/plan-versions`, { content: content() })
    const clara = await open(caller)
    await clara.page.goto(plan)
    await clara.page.getByText('Send den tilbage med en kommentar', { exact: true }).click()
    await clara.page.getByLabel('Hvad skal ændres?').fill('Datoen er for tidlig')
    await press(clara, 'Send tilbage')
    expect(await headings(clara)).toContain('Vi venter på Ben Test')
    await clara.page.getByText('Vi kan ikke blive enige').click()
    await look(clara, 'returned-390')

    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto(plan)
    expect(await headings(ben)).toContain('Ret planen, og foreslå den igen')
    expect(await ben.page.locator('.next').textContent()).toContain('Datoen er for tidlig')
    await look(ben, 'mend-1280')
    await ben.page.getByRole('link', { name: 'Ret planen' }).click()
    await field(ben, 'actions.0.what').fill('Følge Bodils undervisning to gange')
    await field(ben, 'actions.0.dueOn').fill('2038-09-01')
    await press(ben, 'Foreslå planen')

    await clara.page.reload()
    const changes = clara.page.locator('.changes')
    expect(await changes.locator('h2').textContent()).toBe('Det er ændret siden version 1')
    expect(await changes.locator('ins').allTextContents()).toEqual([' to gange', '01.09.2038 (uge 35)'])
    await look(clara, 'changes-390')
    await clara.page.getByRole('button', { name: 'English' }).click()
    await clara.page.getByRole('link', { name: 'Read version 1' }).click()
    await look(clara, 'version-en-390')
    await clara.page.emulateMedia({ media: 'print' })
    await clara.picture('plan-version-print')
  })

  test('that was agreed is changed by a new version, and the agreed one stands until then', async () => {
    const { caller, plan, talkId } = await heldTalk('Dorte')
    await agree(caller, talkId)
    const dorte = await open(caller)
    await dorte.page.goto(plan)
    await dorte.page.getByRole('link', { name: 'Foreslå en ændring' }).click()
    expect(await field(dorte, 'goals.0.goal').inputValue()).toBe('Blive sikker i engelsk')
    await field(dorte, 'completedTraining').fill('Engelsk A')
    await press(dorte, 'Foreslå planen')
    expect(await headings(dorte)).toContain('Vi venter på Ben Test')
    expect(await headings(dorte)).toContain('Den aftalte plan: Version 1')
    await look(dorte, 'revision-390')
    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto(plan)
    expect(await ben.page.locator('.changes ins, .changes .mark').allTextContents()).toEqual(['Nyt'])
    await look(ben, 'revision-1280')
  })

  test('is ended as not agreed, and each writes a statement that only the other reads', async () => {
    const { caller, plan, talkId } = await heldTalk('Erik')
    await stage.ben.post(`/talks/${talkId}/plan-versions`, { content: content() })
    const erik = await open(caller)
    await erik.page.goto(plan)
    await erik.page.getByText('Vi kan ikke blive enige').click()
    await erik.page.getByLabel('Din udtalelse').fill('Jeg ser det anderledes')
    await press(erik, 'Luk planen uden enighed')
    expect(await headings(erik)).toContain('I blev ikke enige om planen')
    await look(erik, 'not-agreed-390')
    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto(plan)
    expect(await ben.page.locator('.comment').first().textContent()).toContain('Jeg ser det anderledes')
    await ben.page.getByLabel('Din udtalelse').fill('Jeg har hørt det')
    await press(ben, 'Gem udtalelsen')
    expect(await ben.page.getByLabel('Din udtalelse').inputValue()).toBe('Jeg har hørt det')
    const dora = await open(stage.dora, { width: 1280 })
    const answer = await dora.page.goto(plan)
    expect(answer?.status()).toBe(404)
  })
})

describe('The draft of a plan', () => {
  test('is saved while somebody writes, and never overwrites what the other saved', async () => {
    const { caller, plan } = await heldTalk('Frida')
    const [frida, ben] = await Promise.all([open(caller), open(stage.ben, { width: 1280 })])
    await Promise.all([frida.page.goto(`${plan}/draft`), ben.page.goto(`${plan}/draft`)])
    await field(frida, 'goals.0.goal').fill('Fridas mål')
    await frida.page.getByText('Udkastet er gemt.').waitFor()
    await field(ben, 'goals.0.goal').fill('Bens mål')
    await press(ben, 'Gem udkast')
    expect(await headings(ben)).toContain('Der er to udgaver af udkastet')
    const both = await ben.page.locator('.columns').textContent()
    expect(both).toContain('Fridas mål')
    expect(both).toContain('Bens mål')
    await look(ben, 'conflict-1280')
    await press(ben, 'Saml de to udgaver')
    expect(await field(ben, 'goals.0.goal').inputValue()).toBe('Bens mål')
    expect(await field(ben, 'goals.1.goal').inputValue()).toBe('Fridas mål')
    await frida.page.reload()
    expect(await field(frida, 'goals.1.goal').inputValue()).toBe('Fridas mål')
    expect([...frida.complaints, ...ben.complaints].filter((line) => !line.includes('409'))).toEqual([])
  })

  test('shows both versions to whoever saves later, without JavaScript too, and the two are put together', async () => {
    const { caller, plan } = await heldTalk('Frode')
    const [frode, ben] = await Promise.all([
      open(caller, { javaScript: false }),
      open(stage.ben, { javaScript: false, width: 1280 }),
    ])
    await Promise.all([frode.page.goto(`${plan}/draft`), ben.page.goto(`${plan}/draft`)])
    await field(frode, 'goals.0.goal').fill('Frodes mål')
    await press(frode, 'Gem udkast')
    await field(ben, 'goals.0.goal').fill('Bens mål')
    await press(ben, 'Gem udkast')
    expect(await headings(ben)).toContain('Der er to udgaver af udkastet')
    const both = await ben.page.locator('.columns').textContent()
    expect(both).toContain('Frodes mål')
    expect(both).toContain('Bens mål')
    await frode.page.goto(`${plan}/draft`)
    expect(await field(frode, 'goals.0.goal').inputValue()).toBe('Frodes mål')
    await press(ben, 'Saml de to udgaver')
    await press(ben, 'Gem udkast')
    await frode.page.goto(`${plan}/draft`)
    expect(await field(frode, 'goals.0.goal').inputValue()).toBe('Bens mål')
    expect(await field(frode, 'goals.1.goal').inputValue()).toBe('Frodes mål')
    expect(ben.complaints.filter((line) => !line.includes('409'))).toEqual([])
  })

  test('with a CPR number is looked at once more before it is proposed', async () => {
    const { plan } = await heldTalk('Grete')
    const ben = await open(stage.ben, { width: 1280 })
    await ben.page.goto(`${plan}/draft`)
    await field(ben, 'actions.0.what').fill('Ring til 070761-4285')
    await field(ben, 'actions.0.dueOn').fill('2038-05-03')
    await press(ben, 'Foreslå planen')
    expect(await ben.page.locator('.look-again').textContent()).toContain('070761-4285')
    await look(ben, 'guard-1280')
    await ben.page.getByLabel('Jeg har set det igennem').check()
    await press(ben, 'Foreslå planen')
    expect(await headings(ben)).toContain('Vi venter på Grete Test')
  })

  test('may be written before the talk is held, and says when it can be proposed', async () => {
    const { caller, talkId } = await stage.addEmployee('Hans')
    const hans = await open(caller)
    await hans.page.goto(`/talks/${talkId}/plan`)
    expect(await headings(hans)).toContain('I kan begynde på planen')
    await hans.page.getByRole('link', { name: 'Skriv planen' }).click()
    expect(await hans.page.getByRole('button', { name: 'Foreslå planen' }).count()).toBe(0)
    await look(hans, 'early-390')
  })

  test('stands beside last year’s plan, for the employee and for the leader', async () => {
    const { caller, plan, talkId } = await heldTalk('Ida')
    const last = await heldTalk('Ida Sidste')
    await agree(last.caller, last.talkId)
    const windows = [await open(caller), await open(stage.ben, { width: 1280 })]
    const undo = await becomesLastYears(last.talkId, talkId)
    for (const window of windows) {
      await window.page.goto(`${plan}/draft`)
      expect(await window.page.locator('#since-last').textContent()).toContain('Blive sikker i engelsk')
      await look(window, `since-last-${window.page.viewportSize()?.width}`)
    }
    await undo()
  })
})

/** One talk becomes the one before another, of the same employee in an earlier round. */
async function becomesLastYears(lastTalkId: string, talkId: string): Promise<() => Promise<void>> {
  const { db, cast } = stage
  const { employmentId } = await db.talk.findUniqueOrThrow({ where: { id: talkId } })
  const before = await db.talk.findUniqueOrThrow({ where: { id: lastTalkId } })
  const roundId = await cast.organisation.addRound({ unitId: cast.school, status: 'closed', year: 2037 })
  const openedAt = new Date('2036-11-02T09:00:00Z')
  await db.talk.update({ where: { id: lastTalkId }, data: { roundId, employmentId, openedAt } })
  // No engine knows the earlier round: the other tests must not meet it.
  return async () => {
    const { roundId: ownRound, employmentId: own, openedAt: ownDay } = before
    const data = { roundId: ownRound, employmentId: own, openedAt: ownDay }
    await db.talk.update({ where: { id: lastTalkId }, data })
    await db.round.delete({ where: { id: roundId } })
  }
}

async function agree(caller: Caller, talkId: string): Promise<void> {
  const proposed = await stage.ben.post<{ plan: { current: { versionId: string; hash: string } } }>(
    `/talks/${talkId}/plan-versions`,
    { content: content() },
  )
  const { versionId, hash } = proposed.body.plan.current
  await caller.post(`/talks/${talkId}/plan-versions/${versionId}/approval`, { hash })
}
