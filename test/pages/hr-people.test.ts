import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { loadSample } from '../../prisma/sample.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'
import { type Entry, peopleCsv, sampleFile } from '../support/people-files.ts'
import { connectTemporal, type TestTemporal } from '../support/temporal.ts'

const NOW = Date.UTC(2026, 10, 2, 9)

let temporal: TestTemporal
let api: TestApi
let browser: TestBrowser
/** HR of the whole sample organisation. */
let trine: Caller
let administrator: Caller

beforeAll(async () => {
  ;[temporal, browser] = await Promise.all([connectTemporal(), openBrowser()])
  const { client, taskQueue } = temporal
  api = await startApi({ clock: { now: () => NOW }, client, taskQueue })
  await loadSample(api.db, { now: () => NOW })
  trine = await signedIn('41003')
  administrator = await signedIn('41030')
})
afterAll(async () => {
  await browser.close()
  await api.close()
  await temporal.close()
})

async function signedIn(number: string): Promise<Caller> {
  const { personId } = await api.db.employment.findUniqueOrThrow({ where: { number } })
  return api.signIn(personId)
}

const open = (caller: Caller, more: { width?: number; javaScript?: boolean } = {}) =>
  browser.open({ url: api.url, cookie: caller.cookie, width: 1280, ...more })

async function look(window: Window, picture: string): Promise<void> {
  await window.picture(picture)
  expect(await window.axe()).toEqual([])
  expect(window.complaints).toEqual([])
}

async function upload(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto('/imports')
  await page.getByLabel('Fil', { exact: true }).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('button', { name: 'Vis, hvad filen ændrer' }).click()
}

const said = (page: Page) => page.locator('.alert').textContent()

describe('A people file', () => {
  test('shows HR each line that cannot be used and why, and is put to use when they are left out', async () => {
    const window = await open(trine)
    const { page } = window
    await page.goto('/people')
    await page.getByRole('link', { name: 'Indlæs en fil' }).click()
    await upload(page, 'medarbejdere.csv', sampleFile('people-with-errors.csv'))
    const bad = page.getByRole('region', { name: /Linjer med fejl/ })
    const row = bad.getByRole('row', { name: /ikke-en-adresse/ })
    expect(await row.textContent()).toContain('11')
    expect(await row.textContent()).toContain('41059')
    expect(await row.textContent()).toContain('E-mail')
    expect(await row.textContent()).toContain('er ikke en mailadresse')
    await look(window, 'import-with-errors')
    await page.getByRole('button', { name: 'Tag filen i brug' }).click()
    expect(await said(page)).toContain('Filen har linjer med fejl')
    await page.getByLabel(/Udelad disse/).check()
    await page.getByRole('button', { name: 'Tag filen i brug' }).click()
    expect(await said(page)).toContain('Filen er taget i brug')
    expect(await page.locator('main').textContent()).toMatch(/Linje 5, 6, 7, 8/)
    await look(window, 'import-result')
    await page.goto('/imports')
    expect(await page.getByRole('row', { name: /^medarbejdere\.csv/ }).textContent()).toContain('Trine')
  })

  test('that cannot be read says why at the place where it was chosen', async () => {
    const { page } = await open(trine, { javaScript: false })
    await upload(page, 'brev.csv', new TextEncoder().encode('Fornavn;Efternavn\nAnna;Holm\n'))
    expect(await said(page)).toContain('Kolonnen »Medarbejdernr« mangler')
    expect(await page.locator('#f-file-error').textContent()).toContain('Kolonnen »Medarbejdernr« mangler')
  })

  test('where units were expected, and units where people were, is read as what it is, and the page says so', async () => {
    const { page } = await open(trine, { javaScript: false })
    await upload(page, 'enheder.csv', sampleFile('units.csv'))
    expect(await said(page)).toContain('Filen har enheder i sig og ikke medarbejdere')
    const older = page.url()
    await page.goto('/imports')
    await page.getByLabel('Enheder', { exact: true }).check()
    await page.getByLabel('Fil', { exact: true }).setInputFiles({
      name: 'folk.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sampleFile('people-2027-01.csv')),
    })
    await page.getByRole('button', { name: 'Vis, hvad filen ændrer' }).click()
    expect(await said(page)).toContain('Filen har medarbejdere i sig og ikke enheder')
    // One preview at a time: the older one says what became of it, and where to go on.
    const answer = await page.goto(older)
    expect(answer?.status()).toBe(410)
    expect(await page.locator('h1').textContent()).toBe('En nyere fil har afløst denne')
    expect(await page.locator('main').textContent()).toContain('Intet fra den ældre fil er taget i brug')
    await page.getByRole('link', { name: 'Gå til indlæsning af filer' }).click()
    expect(await page.locator('h1').textContent()).toBe('Indlæs en fil')
  })

  test('that is complete for a unit makes leavers of those HR ticks, also when somebody changed things meanwhile', async () => {
    const window = await open(trine)
    const { page } = window
    const chief = { Medarbejdernr: '41003', Fornavn: 'Trine', Efternavn: 'Christiansen', Enhedsnr: '5010' }
    const others = ['E-mail', 'Leders medarbejdernr', 'Fødselsdato'] as const
    await upload(page, 'sekretariat.csv', peopleCsv([{ ...chief, 'Ansat fra': '1.8.2007' }], others))
    await page.getByLabel('Gælder fra').fill('2026-11-04')
    await page.getByRole('button', { name: 'Vis oversigten med disse svar' }).click()
    expect(await page.locator('main').textContent()).toContain('gælder fra 04.11.2026 (uge 45)')
    await page.getByLabel('Er filen komplet for en enhed?').selectOption({ label: '– Sekretariat' })
    await page.getByRole('button', { name: 'Vis oversigten med disse svar' }).click()
    await page.getByLabel(/Freja Holm Kristensen/).check()
    await look(window, 'import-complete')
    await page.getByRole('button', { name: 'Vis oversigten med disse svar' }).click()
    const leaving = page.getByRole('region', { name: /Fratræder/ })
    expect(await leaving.textContent()).toContain('Freja Holm Kristensen')
    await api.db.person.updateMany({
      where: { employments: { some: { number: '41006' } } },
      data: { familyName: 'Holm' },
    })
    await page.getByRole('button', { name: 'Tag filen i brug' }).click()
    await page.getByRole('button', { name: 'Se oversigten igen' }).click()
    expect(await leaving.textContent()).toContain('Freja Holm')
    await page.getByRole('button', { name: 'Tag filen i brug' }).click()
    expect(await said(page)).toContain('Filen er taget i brug')
    const { lastDay } = await api.db.employment.findUniqueOrThrow({ where: { number: '41006' } })
    expect(lastDay?.toISOString().slice(0, 10)).toBe('2026-11-03')
  })

  test('of thousands of lines gives a page that can be read, with the rest a link away', async () => {
    const { page } = await open(trine)
    const entries = Array.from(
      { length: 4200 },
      (_, i): Entry => ({
        Medarbejdernr: String(70_000 + i),
        Enhedsnr: '5010',
      }),
    )
    await upload(page, 'alle.csv', peopleCsv(entries))
    await page.getByRole('heading', { name: '4200 ændringer er klar' }).waitFor()
    expect((await page.content()).length).toBeLessThan(60_000)
    await page.getByRole('link', { name: 'Se alle 4200' }).click()
    await page.getByRole('link', { name: 'Næste' }).click()
    expect(await page.locator('main').textContent()).toContain('101–200 af 4200')
  })
})

describe('By hand, on a phone and without JavaScript, HR', () => {
  test('finds somebody and enters another leader, a leave and a last day, and takes them back', async () => {
    const window = await open(trine, { width: 390, javaScript: false })
    const { page } = window
    await page.goto('/people')
    await page.getByLabel('Søg').fill('41103')
    await page.getByRole('button', { name: 'Vis', exact: true }).click()
    await page.getByRole('link', { name: 'Emma Madsen' }).click()
    await window.picture('person-phone')
    await page.getByRole('link', { name: 'Skift leder' }).click()
    await page.getByLabel('Søg efter en anden').fill('41141')
    await page.getByRole('button', { name: 'Søg', exact: true }).click()
    await page.getByLabel('Fra dag').fill('2026-12-01')
    await window.picture('employment-leader-phone')
    await page.getByRole('button', { name: 'Skift leder' }).click()
    expect(await page.locator('main').textContent()).toContain('Fatma Christiansen fra 01.12.2026 (uge 49)')

    await page.getByRole('link', { name: 'Orlov', exact: true }).click()
    await page.getByLabel('Første dag').fill('2027-02-01')
    await page.getByLabel(/Sidste dag/).fill('2027-01-01')
    await page.getByRole('button', { name: 'Gem orloven' }).click()
    expect(await said(page)).toContain('Den sidste dag ligger før den første')
    expect(await page.getByLabel('Første dag').inputValue()).toBe('2027-02-01')
    await page.getByLabel(/Sidste dag/).fill('2027-03-31')
    await page.getByRole('button', { name: 'Gem orloven' }).click()
    await page.getByText('Fra 01.02.2027 (uge 5) til og med 31.03.2027 (uge 13)').waitFor()
    await page.getByRole('link', { name: 'Orlov', exact: true }).click()
    await page.getByLabel('Første dag').first().fill('2027-02-08')
    await page.getByRole('button', { name: 'Ret orloven' }).click()
    await page.getByText('Fra 08.02.2027 (uge 6)').waitFor()
    await page.getByRole('link', { name: 'Orlov', exact: true }).click()
    await page.getByRole('button', { name: /Slet orloven/ }).click()
    expect(await said(page)).toContain('Orloven er slettet')

    await page.getByRole('link', { name: 'Sidste dag', exact: true }).click()
    await page.getByLabel('Sidste dag ansat').fill('2026-12-31')
    await page.getByRole('button', { name: 'Gem sidste dag' }).click()
    await page.getByText('Fratræder 31.12.2026 (uge 53)').waitFor()
    await page.getByRole('link', { name: 'Sidste dag', exact: true }).click()
    await page.getByRole('button', { name: 'Træk fratrædelsen tilbage' }).click()
    expect(await said(page)).toContain('Fratrædelsen er trukket tilbage')
    expect(window.complaints).toEqual([])
  })

  test('adds somebody new, corrects what could not be used, moves them and names their leader', async () => {
    const window = await open(trine, { width: 390, javaScript: false })
    const { page } = window
    await page.goto('/people/new')
    await page.getByLabel('Fornavn').fill('Åse')
    await page.getByLabel('Efternavn').fill('Nygård')
    await page.getByLabel('Medarbejdernummer').fill('41003')
    await page.getByLabel('Enhed', { exact: true }).selectOption({ label: '– Sekretariat' })
    await page.getByLabel('Første dag').fill('2026-12-01')
    await page.getByLabel('Timer om ugen').fill('29,5')
    await page.getByRole('button', { name: 'Tilføj medarbejderen' }).click()
    expect(await said(page)).toContain('Medarbejdernummeret bruges allerede')
    expect(await page.getByLabel('Efternavn').inputValue()).toBe('Nygård')
    await window.picture('joiner-refused-phone')
    await page.getByLabel('Medarbejdernummer').fill('49001')
    await page.getByRole('button', { name: 'Tilføj medarbejderen' }).click()
    expect(await page.locator('h1').textContent()).toBe('Leder for Åse Nygård')
    expect(await page.getByLabel('Trine Christiansen').count()).toBe(0)
    await page.getByLabel('Søg efter en anden').fill('Trine Christ')
    await page.getByRole('button', { name: 'Søg', exact: true }).click()
    expect(await page.locator('main').textContent()).toContain('Bed en kollega i HR om det')
    expect(await page.getByLabel('Trine Christiansen').count()).toBe(0)
    await page.getByLabel('Søg efter en anden').fill('41141')
    await page.getByRole('button', { name: 'Søg', exact: true }).click()
    await page.getByLabel('Fatma Christiansen').check()
    await page.getByRole('button', { name: 'Skift leder' }).click()
    await page.getByRole('link', { name: 'Flyt til en anden enhed' }).click()
    await page.getByLabel('Fra dag').fill('2027-01-04')
    await page.getByLabel('Ny enhed').selectOption({ label: '– Område Nord' })
    await page.getByRole('button', { name: 'Flyt' }).click()
    expect(await page.locator('dl').first().textContent()).toMatch(/Fatma Christiansen/)
    expect(await page.locator('main').textContent()).toContain('fra 04.01.2027 (uge 1)')
    expect(await page.locator('main').textContent()).toContain('29,5')
  })

  test('corrects a name, an address and hours, and what was typed wrong is explained at its field', async () => {
    const window = await open(trine, { width: 390, javaScript: false })
    const { page } = window
    const { personId } = await api.db.employment.findUniqueOrThrow({ where: { number: '41103' } })
    await page.goto(`/people/${personId}`)
    await page.getByRole('link', { name: 'Ret oplysninger' }).click()
    await page.getByLabel('Efternavn').fill('Madsen Åby')
    await page.getByLabel('Mail').fill('emma.aaby@by')
    await page.getByLabel('Timer om ugen').fill('32,5')
    await page.getByRole('button', { name: 'Gem oplysningerne' }).click()
    expect(await page.locator('#f-email-error').textContent()).toContain('er ikke en mailadresse')
    expect(await page.getByLabel('Efternavn').inputValue()).toBe('Madsen Åby')
    await window.picture('employment-details-refused-phone')
    await page.getByLabel('Mail').fill('emma.aaby@by.example')
    await page.getByRole('button', { name: 'Gem oplysningerne' }).click()
    expect(await said(page)).toContain('Oplysningerne er rettet')
    expect(await page.locator('h1').textContent()).toBe('Emma Madsen Åby')
    expect(await page.locator('main').textContent()).toMatch(
      /32,5[\s\S]*emma\.aaby@by\.example[\s\S]*Adressen er ny/,
    )
  })
})

describe('An administrator', () => {
  test('gives somebody a role for a while and ends it, and is never the last to go', async () => {
    const window = await open(administrator)
    const { page } = window
    await page.goto('/roles')
    await page.getByLabel('Hvem skal have rollen?').fill('41050')
    await page.getByRole('button', { name: 'Søg', exact: true }).click()
    await page.getByLabel('HR', { exact: true }).check()
    await page.getByLabel('Til og med dag').fill('2027-06-30')
    await look(window, 'roles-give')
    await page.getByRole('button', { name: 'Giv rollen' }).click()
    const row = page.getByRole('row', { name: /Susanne Nguyen/ })
    expect(await row.textContent()).toContain('til og med 30.06.2027')
    await look(window, 'roles')
    await row.getByText('Stop rollen').click()
    await row.getByText('Fra i dag har Susanne Nguyen ikke længere rollen HR.').waitFor()
    await row.getByRole('button', { name: 'Stop i dag' }).click()
    expect(await row.count()).toBe(0)
    const own = page.getByRole('row', { name: /Administrator/ })
    await own.getByText('Stop rollen').click()
    await own.getByRole('button', { name: 'Stop i dag' }).click()
    expect(await said(page)).toContain('Der er ingen anden administrator')
  })

  test('alone gives roles: for HR the page is not there', async () => {
    const { page } = await open(trine)
    expect((await page.goto('/roles'))?.status()).toBe(404)
  })
})

describe('A unit', () => {
  test('gets closing days and a union representative from HR, with a sentence where the days are wrong', async () => {
    const window = await open(trine, { width: 390, javaScript: false })
    const { page } = window
    await page.goto('/people')
    await page.getByRole('link', { name: 'Lukkedage og tillidsrepræsentanter' }).click()
    const unit = await page.locator('h2').first().textContent()
    await page.getByLabel('Tillidsrepræsentantens navn').fill('Tove Holm')
    await page.getByRole('button', { name: 'Gem' }).click()
    expect(await page.getByLabel('Tillidsrepræsentantens navn').inputValue()).toBe('Tove Holm')
    await page.getByLabel('Fra og med').fill('2027-07-30')
    await page.getByLabel('Til og med').fill('2027-07-05')
    await page.getByRole('button', { name: 'Tilføj lukkedage' }).click()
    expect(await page.getByLabel('Fra og med').inputValue()).toBe('2027-07-30')
    expect(await page.locator('h2').allTextContents()).toContain(unit)
    await page.getByLabel('Til og med').fill('2027-08-06')
    await page.getByRole('button', { name: 'Tilføj lukkedage' }).click()
    expect(await page.locator('#closings li').textContent()).toContain(
      '30.07.2027 (uge 30) til og med 06.08.2027 (uge 31)',
    )
    await window.picture('units-phone')
    await page.getByRole('button', { name: /^Fjern lukkedagene/ }).click()
    expect(await page.locator('#closings li').count()).toBe(0)
    expect(window.complaints).toEqual([])
    const wide = await open(trine)
    await wide.page.goto('/units')
    await look(wide, 'units')
  })
})
