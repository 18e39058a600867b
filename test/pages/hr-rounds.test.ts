import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, day } from '../../domain/calendar/day.ts'
import type { TalkState } from '../../domain/talk/talk.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { Caller } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser
let council: Caller
/** A round in the midst of its talks: 14 held, 8 not, in two schools; one of them has few. */
let running: string

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
  const { organisation } = stage.cast
  const mads = await organisation.addPerson('Mads')
  await organisation.grant(mads, 'works-council')
  council = await stage.signIn(mads)
  running = await addRunningRound()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

async function addRunningRound(): Promise<string> {
  const { cast } = stage
  const policy = {
    leaderKickoffOn: day('2037-08-24'),
    orientationOn: day('2037-09-07'),
    talksFrom: day('2037-10-05'),
    talksTo: day('2038-02-26'),
    inviteBy: day('2037-10-19'),
  }
  const north = await cast.organisation.addUnit('Nordskolen', cast.top)
  const small = await cast.organisation.addUnit('Børnehuset Åkanden', north)
  const roundId = await cast.organisation.addRound({
    status: 'running',
    name: 'Feedback-MUS 2038',
    kind: 'feedback-mus',
    policy,
  })
  const opened = Date.UTC(2037, 9, 1, 9)
  const at = (unitId: string) => ({ unitId, leader: cast.ben })
  for (let i = 0; i < 14; i++)
    await cast.organisation.addTalk(roundId, opened, {
      ...at(north),
      to: heldOn(addDays(day('2037-10-12'), i * 6)),
    })
  for (let i = 0; i < 6; i++) await cast.organisation.addTalk(roundId, opened, at(north))
  for (let i = 0; i < 2; i++) await cast.organisation.addTalk(roundId, opened, at(small))
  return roundId
}

function heldOn(on: ReturnType<typeof day>): Partial<TalkState> {
  return { status: 'held', outcome: 'held', heldOn: on, obligations: [] }
}

const open = (caller: Caller, more: { width?: number; javaScript?: boolean; language?: 'da' | 'en' } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, width: 1280, ...more })

/** Goes to a page, looks at it, and expects it to be as accessible as it must be. */
async function see(window: Window, path: string, picture: string): Promise<void> {
  await window.page.goto(path)
  await look(window, picture)
}

async function look(window: Window, picture: string): Promise<void> {
  await window.picture(picture)
  expect(await window.axe()).toEqual([])
  expect(window.complaints).toEqual([])
}

describe('The rounds of HR', () => {
  test('show how far each has come, and what needs attention', async () => {
    const dora = await open(stage.dora)
    await see(dora, '/rounds', 'rounds')
    const row = dora.page.getByRole('row', { name: /Feedback-MUS 2038/ })
    expect(await row.textContent()).toContain('14 af 22 er holdt')
    expect(await row.textContent()).toContain('8 samtaler er forsinket')
    await row.getByRole('link', { name: 'Feedback-MUS 2038' }).click()
    expect(await dora.page.locator('.next').textContent()).toContain('8 samtaler er forsinket')
    await look(dora, 'round')
    await see(await open(stage.dora, { width: 390 }), `/rounds/${running}`, 'round-phone')
    await see(await open(stage.dora, { width: 390 }), '/rounds', 'rounds-phone')
  })

  test('show the works council figures of groups that are large enough, and nobody by name', async () => {
    const mads = await open(council)
    await see(mads, `/rounds/${running}`, 'round-council')
    expect(await mads.page.getByRole('row', { name: /Åkanden/ }).textContent()).toContain('For få')
    expect(await mads.page.locator('a[href*="/talks"]').count()).toBe(0)
  })

  test('show those in it its texts and dates', async () => {
    const anna = await open(stage.anna, { width: 390 })
    await see(anna, `/rounds/${stage.roundId}`, 'round-brief')
    expect(await anna.page.locator('main').textContent()).toContain('Alle er indkaldt')
  })
})

describe('A new round', () => {
  test('is drafted with its whole year shown first, looked through and started, and its talks open', async () => {
    const { page, ...dora } = await open(stage.dora)
    await see({ page, ...dora }, '/rounds/new', 'new-round')
    await page.getByLabel('Enhed').selectOption({ label: '– Ådalskolen' })
    await page.getByLabel('Samtaletype').selectOption('feedback-mus')
    await page.getByLabel('Rundens navn').fill('Skolens samtaler 2039')
    await page.getByLabel('År', { exact: true }).fill('2039')
    await page.getByLabel('Første dag, samtaler holdes').fill('2039-02-01')
    await page.getByRole('button', { name: 'Vis rundens kalender' }).click()
    await look({ page, ...dora }, 'new-round-calendar')
    expect(await page.getByLabel(/Alle er indkaldt/).inputValue()).toBe('2039-02-15')
    await page.getByLabel(/Runden lukker/).fill('2039-01-10')
    await page.getByRole('button', { name: 'Gem som kladde' }).click()
    await page.locator('.alert-error').waitFor()
    expect(await page.locator('.alert-error').textContent()).toContain(
      'efter »Samtalerne er holdt« (30.04.2039)',
    )
    expect(await page.getByLabel(/Runden lukker/).inputValue()).toBe('2039-01-10')
    await look({ page, ...dora }, 'new-round-refused')
    await page.getByLabel(/Runden lukker/).fill('2040-02-01')
    await page.getByRole('button', { name: 'Gem som kladde' }).click()
    expect(await page.locator('h1').textContent()).toBe('Skolens samtaler 2039')
    await look({ page, ...dora }, 'round-draft')
    const draft = new URL(page.url()).pathname
    await see({ page, ...dora }, `${draft}/roster`, 'round-roster')
    expect(await page.locator('main').textContent()).toContain('Anna Test')
    await see({ page, ...dora }, `${draft}/dry-run`, 'dry-run')
    await page
      .getByRole('link', { name: /0[89]\.02\.2039/ })
      .first()
      .click()
    await look({ page, ...dora }, 'dry-run-day')
    await see({ page, ...dora }, `${draft}/materials`, 'round-materials')
    await see({ page, ...dora }, `${draft}/texts`, 'round-texts')
    await page.getByLabel('Orientering').fill('I år taler vi om ro i timerne.')
    await page.getByLabel('Link 1: adresse').fill('https://skolen.example/trivsel')
    await page.getByRole('button', { name: 'Gem teksterne' }).click()
    expect(await page.locator('.alert-success').textContent()).toContain('gemt')
    await page.getByRole('button', { name: 'Start runden' }).click()
    // The page itself asks how far the opening is, and shows the overview when it is done.
    await page.getByText('0 af 2 samtaler', { exact: true }).waitFor()
    await page.locator('progress').waitFor({ state: 'detached' })
    await look({ page, ...dora }, 'round-started')
  })

  test('can be drafted and its rules changed without JavaScript', async () => {
    const { page, ...dora } = await open(stage.dora, { javaScript: false, width: 390 })
    await page.goto('/rounds/new')
    await page.getByLabel('Første dag, samtaler holdes').fill('2040-02-01')
    await page.getByRole('button', { name: 'Vis rundens kalender' }).click()
    await page.getByRole('button', { name: 'Gem som kladde' }).click()
    expect(await page.locator('.mark').first().textContent()).toBe('Kladde')
    await dora.picture('round-draft-phone')
    await page.getByRole('link', { name: 'Datoer og regler' }).click()
    await page.getByLabel('Samtalerne er holdt').fill('2040-03-30')
    await page.getByRole('button', { name: 'Vis, hvad det flytter' }).click()
    await dora.picture('round-rules-phone')
    expect(await page.locator('.next').textContent()).toContain('30.03.2040')
    await page.getByRole('button', { name: 'Gem ændringerne' }).click()
    expect(await page.locator('.timeline').textContent()).toContain('Samtalerne er holdt: 30.03.2040')
    expect(dora.complaints).toEqual([])
  })
})

describe('HR at work in a round', () => {
  test('sees who is in it with a talk, and who is exempt, a page at a time', async () => {
    const window = await open(stage.dora)
    const { page } = window
    await page.goto(`/rounds/${running}`)
    await page.getByRole('link', { name: 'Hvem er med' }).click()
    expect(await page.locator('.filters [aria-current]').textContent()).toBe('Med i runden (22)')
    expect(await page.locator('tbody tr').count()).toBe(22)
    await look(window, 'round-roster-running')
    await page.locator('tbody a').first().click()
    expect(new URL(page.url()).pathname).toContain(`/rounds/${running}/talks/`)
    await page.goto(`/rounds/${running}/roster?list=exempt`)
    expect(await page.locator('main').textContent()).toContain('Ingen er undtaget.')
  })

  test('is told of a planned round that it is planned, and goes from its rules and texts to its other pages', async () => {
    const { page } = await open(stage.dora)
    await stage.db.round.update({ where: { id: stage.roundId }, data: { status: 'scheduled' } })
    await page.goto(`/rounds/${stage.roundId}/rules`)
    expect(await page.locator('.font-lead').textContent()).toContain(
      'Runden er planlagt. Lederne får den første mail',
    )
    await stage.db.round.update({ where: { id: stage.roundId }, data: { status: 'running' } })
    await page.reload()
    expect(await page.locator('.font-lead').textContent()).toContain('Runden er i gang.')
    await page.getByRole('link', { name: 'Tekster', exact: true }).click()
    await page.getByRole('link', { name: 'Samtaler', exact: true }).click()
    expect(new URL(page.url()).pathname).toBe(`/rounds/${stage.roundId}/talks`)
  })

  test('finds who is late, and exempts somebody with a reason and takes that back', async () => {
    const window = await open(stage.dora)
    const { page } = window
    await see(window, `/rounds/${running}/talks`, 'round-talks')
    await page.getByLabel('Status').selectOption('held')
    await page.getByRole('button', { name: 'Vis', exact: true }).click()
    await page.getByText('1–14 af 14').waitFor()
    await page.goto(`/rounds/${stage.roundId}/talks`)
    await page.getByRole('link', { name: 'Anna Test' }).click()
    await page.getByText('Undtag medarbejderen fra runden', { exact: true }).first().click()
    await look(window, 'round-talk')
    await page.getByLabel('Grund').last().selectOption('talk-held-elsewhere')
    await page.getByRole('button', { name: 'Undtag medarbejderen fra runden' }).click()
    await page.getByText('Grund: Samtale holdt et andet sted').waitFor()
    await page.getByText('Træk undtagelsen tilbage', { exact: true }).first().click()
    await look(window, 'round-talk-exempt')
    await page.getByRole('button', { name: 'Træk undtagelsen tilbage' }).click()
    expect(await page.locator('.alert-success').textContent()).toContain('samtalen er åben igen')
  })

  test('records that a talk is not held, with a reason that is corrected, and takes that back', async () => {
    const window = await open(stage.dora)
    const { page } = window
    await page.goto(`/rounds/${stage.roundId}/talks`)
    await page.getByRole('link', { name: 'Anna Test' }).click()
    const record = 'Registrér, at samtalen ikke bliver holdt'
    await page.getByText(record, { exact: true }).first().click()
    expect(await page.getByLabel('Grund').nth(0).inputValue()).toBe('')
    await page.getByLabel('Grund').nth(0).selectOption('retiring')
    await page.getByRole('button', { name: record }).click()
    await page.getByText('HR har registreret, at samtalen ikke bliver holdt').first().waitFor()
    expect(await page.getByText(record, { exact: true }).count()).toBe(0)
    await page.getByText('Ret grunden', { exact: true }).first().click()
    await page.getByLabel('Grund').nth(0).selectOption('reorganisation')
    await page.getByRole('button', { name: 'Ret grunden' }).click()
    await page.getByText('Grund: Omorganisering').waitFor()
    await page.getByText('Træk »ikke holdt« tilbage', { exact: true }).first().click()
    await look(window, 'round-talk-not-held')
    await page.getByRole('button', { name: 'Træk »ikke holdt« tilbage' }).click()
    expect(await page.locator('.alert-success').textContent()).toContain('samtalen er åben igen')
    await page.getByText(record, { exact: true }).first().waitFor()
  })

  test('comes from the page a mail leads to, to what only HR does, and to naming a leader', async () => {
    const window = await open(stage.dora, { width: 1280 })
    const { page } = window
    const talkId = await stage.talks.idOf(stage.roundId, stage.cast.anna)
    await see(window, `/talks/${talkId}`, 'talk-for-hr')
    const leaderWay = page.getByRole('link', { name: 'Giv samtalen en anden leder' })
    expect(await leaderWay.getAttribute('href')).toBe(`/employments/${stage.cast.anna.employmentId}/leader`)
    await page.getByRole('link', { name: 'Åbn samtalen som HR' }).click()
    await page.getByText('Udskyd samtalen', { exact: true }).first().waitFor()
    const ben = await open(stage.ben)
    await ben.page.goto(`/talks/${talkId}`)
    expect(await ben.page.getByRole('link', { name: 'Åbn samtalen som HR' }).count()).toBe(0)
  })

  test('reads who was told what about a talk, and why something was not sent', async () => {
    const talkId = await stage.talks.idOf(stage.roundId, stage.cast.anna)
    const notice = {
      subject: talkId,
      obligation: 'invite',
      occurrence: 1,
      audience: 'leader',
      talkId,
      roundId: stage.roundId,
      dueOn: new Date('2038-02-15'),
      decidedAt: new Date('2038-01-11T07:00:00Z'),
    }
    await stage.db.notice.createMany({
      data: [
        { ...notice, step: 'reminder', status: 'dropped', reason: 'past-due-day' },
        { ...notice, step: 'overdue', status: 'queued', reason: null },
        { ...notice, obligation: 'offer-answered', step: 'told', status: 'sent', reason: null },
      ],
    })
    const window = await open(stage.dora)
    const { page } = window
    await page.goto(`/rounds/${stage.roundId}/talks/${talkId}`)
    await page.locator('#notices summary').click()
    const log = (await page.locator('#notices').textContent()) ?? ''
    expect(log).toContain('Det var for sent: Dagen eller tiden var forbi.')
    expect(log).toContain('Venter på at blive sendt')
    expect(log).not.toContain('Svar på et tilbud')
    await look(window, 'round-talk-notices')
  })

  test('writes to leaders in own words, and not again the same day', async () => {
    const window = await open(stage.dora)
    const { page } = window
    await see(window, `/rounds/${stage.roundId}/nudges/new`, 'round-nudge')
    const hint = page.locator('.form-group-checkbox', { hasText: 'Ben Test' }).locator('.form-hint')
    expect(await hint.textContent()).toMatch(/Ådalskolen, nr\. /)
    for (const isAgain of [false, true]) {
      await page.getByLabel(/Ben Test/).check()
      await page.getByLabel('Din besked').fill('Husk at indkalde i denne uge.')
      await page.getByRole('button', { name: 'Send beskeden' }).click()
      if (!isAgain) await page.getByText('Din besked er lagt på deres side').waitFor()
      await (isAgain ? page.getByText('Vent, eller vælg dem fra').waitFor() : page.goBack())
    }
    expect(await page.getByLabel('Din besked').inputValue()).toBe('Husk at indkalde i denne uge.')
    expect(await page.getByLabel(/Ben Test/).isChecked()).toBe(true)
    await look(window, 'round-nudge-refused')
    await see(window, `/rounds/${stage.roundId}/escalations`, 'round-escalations')
  })

  test('sees whose due dates a later end of the talks would move, before it is saved', async () => {
    const window = await open(stage.dora)
    const { page } = window
    await page.goto(`/rounds/${stage.roundId}/rules`)
    await page.getByLabel('Alle er indkaldt').fill('2038-02-26')
    await page.getByRole('button', { name: 'Vis, hvad det flytter' }).click()
    await page.getByText('Frister flyttes for 2 samtaler').waitFor()
    await look(window, 'round-rules-moves')
    await page.getByRole('button', { name: 'Gem ændringerne' }).click()
    await page.getByText('Rundens regler er ændret').waitFor()
    expect(await page.locator('main').textContent()).toContain('Intet, der er sendt, bliver sendt igen')
    await page.goto(`/rounds/${stage.roundId}/rules`)
    await page.getByLabel('Stille perioder').fill('sommeren')
    await page.getByRole('button', { name: 'Vis, hvad det flytter' }).click()
    expect(await page.getByLabel('Stille perioder').inputValue()).toBe('sommeren')
    expect(await page.locator('.alert').first().textContent()).toContain('Skriv uger som 28-30')
    await look(window, 'round-rules-wrong')
    await page.getByLabel('Stille perioder').fill('27-32')
    await page.getByLabel('Statussamtaler').first().fill('6, 99')
    await page.getByRole('button', { name: 'Vis, hvad det flytter' }).click()
    expect(await page.locator('.alert').first().textContent()).toContain('»Statussamtaler«, nr. 2, er 99')
    expect(await page.locator('#f-overrides-statusTalks-error').count()).toBe(1)
    await page.getByLabel('Statussamtaler').first().fill('6')
    await page.getByLabel('Stille perioder').fill('27-32, 24.12-01.01')
    await page.getByRole('button', { name: 'Vis, hvad det flytter' }).click()
    await page.getByRole('button', { name: 'Gem ændringerne' }).click()
    await page.getByText('Rundens regler er ændret').waitFor()
    await page.goto(`/rounds/${stage.roundId}/rules`)
    expect(await page.getByLabel('Stille perioder').inputValue()).toBe('27-32, 24.12-01.01')
  })

  test('pauses the round and a unit, and resumes both', async () => {
    const window = await open(stage.dora)
    const { page } = window
    await see(window, `/rounds/${stage.roundId}/control`, 'round-control')
    await page.getByRole('button', { name: 'Sæt på pause' }).click()
    await page.getByRole('heading', { name: /Runden har været på pause siden 11.01.2038/ }).waitFor()
    await look(window, 'round-control-paused')
    await page.getByRole('button', { name: 'Genoptag runden' }).click()
    await page.getByText('Runden er genoptaget').waitFor()
    await page.getByRole('button', { name: 'Sæt enheden på pause' }).click()
    await page.getByRole('button', { name: 'Genoptag Ådalskolen' }).click()
    await page.getByText('Enheden er genoptaget').waitFor()
    const stop = page.getByRole('button', { name: 'Stop runden for enheden' })
    expect(await stop.isVisible()).toBe(false)
    await page.getByText('Stop runden for en enhed').click()
    expect(await stop.isVisible()).toBe(true)
    await page.goto(`/rounds/${stage.roundId}/trend`)
    expect(await page.getByRole('row', { name: /MUS 2038/ }).count()).toBe(1)
    await window.picture('round-trend')
  })
})

describe('The evaluation of a round', () => {
  test('shows the works council groups that are large enough, and takes the day of the discussion', async () => {
    const window = await open(council)
    const { page } = window
    await see(window, '/evaluations', 'evaluations')
    await page.getByRole('link', { name: 'Feedback-MUS 2038' }).click()
    expect(await page.getByRole('row', { name: /Åkanden/ }).textContent()).toContain('For få')
    await look(window, 'evaluation-pack')
    await page.goto(`/rounds/${stage.roundId}/evaluation`)
    await page.getByLabel('Dag, hvor evalueringen blev drøftet').fill('2038-01-10')
    await page.getByRole('button', { name: 'Registrér drøftelsen' }).click()
    await page.getByText('Drøftet 10.01.2038 (uge 1). Tak.').waitFor()
    await look(window, 'evaluation-discussed')
    await page.getByText('Ret datoen').click()
    await page.getByLabel('Dag, hvor evalueringen blev drøftet').fill('2038-01-08')
    await page.getByRole('button', { name: 'Gem den rigtige dag' }).click()
    await page.getByText('Drøftet 08.01.2038 (uge 1). Tak.').waitFor()
  })
})
