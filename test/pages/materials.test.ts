import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadDefaultMaterials } from '../../db/default-materials.ts'
import { copyMaterials } from '../../db/materials.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { Caller } from '../support/api.ts'
import { openBrowser, type TestBrowser, type Window } from '../support/browser.ts'

let stage: ApiStage
let browser: TestBrowser

beforeAll(async () => {
  ;[stage, browser] = await Promise.all([createApiStage(), openBrowser()])
  const folder = fileURLToPath(new URL('../../prisma/materials', import.meta.url))
  await loadDefaultMaterials(stage.db, folder, Date.UTC(2037, 0, 4, 9))
  await copyMaterials(stage.db, stage.roundId, null, Date.UTC(2037, 0, 5, 9))
  const employment = { where: { id: stage.cast.ben.employmentId }, data: { jobGroup: 'Skoleledere' } }
  await stage.db.employment.update(employment)
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const open = (caller: Caller, more: { width?: number; javaScript?: boolean } = {}) =>
  browser.open({ url: stage.api.url, cookie: caller.cookie, width: 1280, ...more })

/** Looks at the page, and expects it to be as accessible as it must be. */
async function look(window: Window, picture: string): Promise<void> {
  await window.picture(picture)
  expect(await window.axe()).toEqual([])
  expect(window.complaints).toEqual([])
}

/** Milliseconds: axe takes its time with long pages on a busy machine. */
const LONG = 180_000

describe('The mail log', () => {
  test(
    'shows HR what a person was sent and what never arrived, and has it sent again',
    async () => {
      const { personId } = stage.cast.anna
      const at = new Date(Date.UTC(2038, 0, 8, 6))
      const mail = {
        template: 'notice',
        lane: 'single',
        personId,
        notBeforeAt: at,
        createdAt: at,
        endedAt: at,
      }
      await stage.db.mail.createMany({
        data: [
          { ...mail, key: 'sent', subjectLine: 'Orientering om MUS 2038', status: 'sent' },
          { ...mail, key: 'done', subjectLine: 'Udviklingsplanen venter', status: 'dropped', reason: 'done' },
          { ...mail, key: 'refused', subjectLine: 'Husk at forberede dig', status: 'refused' },
        ],
      })
      const dora = await open(stage.dora)
      const { page } = dora
      await page.goto('/mails')
      await look(dora, 'mails')
      await page.getByRole('link', { name: 'Se de afviste (1)' }).click()
      await page.getByRole('link', { name: /Se den, og send igen/ }).click()
      await look(dora, 'person-mails')
      expect(await page.getByRole('row', { name: /Udviklingsplanen venter/ }).textContent()).toContain(
        'Grunden var væk',
      )
      await page.getByRole('button', { name: /Send igen/ }).click()
      await page.getByText('Mailen er lagt i kø igen').waitFor()
      const row = page.getByRole('row', { name: /Husk at forberede dig/ })
      expect(await row.textContent()).toMatch(/Venter på at blive sendt.*af Dora Test/)
      const phone = await open(stage.dora, { width: 390 })
      await phone.page.goto('/mails')
      await phone.picture('mails-phone')
      const anna = await open(stage.anna, { width: 390 })
      await anna.page.goto(`/people/${personId}/mails`)
      expect(await anna.page.getByRole('button', { name: /Send igen/ }).count()).toBe(0)
      await anna.picture('person-mails-own')
      expect((await anna.page.goto('/mails'))?.status()).toBe(404)
    },
    LONG,
  )

  test(
    'gives the leader the letters to those without an address, a sheet each',
    async () => {
      const piet = await stage.cast.organisation.addPerson('Piet', {
        unitId: stage.cast.school,
        leader: stage.cast.ben,
        email: null,
      })
      const content = {
        title: 'Nu begynder MUS 2038',
        blocks: [
          { kind: 'text', text: 'Hej Piet' },
          { kind: 'facts', rows: [{ label: 'Frist', value: '12.02.2038 (uge 6)' }] },
          { kind: 'text', text: 'Tiden er vedhæftet.', onlyInMail: true },
          { kind: 'button', label: 'Svar her', href: 'https://mus.example/talks/1' },
          { kind: 'links', links: [{ label: 'Samtaleguide', href: 'https://mus.example/talks/1/guide' }] },
        ],
        footer: 'Svarer du på mailen, går svaret til Ben Test.',
      }
      const at = new Date(Date.UTC(2038, 0, 8, 6))
      await stage.db.mail.create({
        data: {
          key: 'printed',
          template: 'notice',
          lane: 'single',
          status: 'printed',
          personId: piet.personId,
          subjectLine: content.title,
          data: { print: { content, language: 'da' } },
          notBeforeAt: at,
          createdAt: at,
          endedAt: at,
        },
      })
      const ben = await open(stage.ben)
      await ben.page.goto('/team')
      await ben.page.getByRole('link', { name: /Skriv breve ud/ }).click()
      await look(ben, 'mails-printed')
      const letter = (await ben.page.locator('.letter').textContent()) ?? ''
      expect(letter).toContain('På din side ligger også: Samtaleguide.')
      expect(letter).toMatch(/Log ind på http:\/\/\S+Det, du skal gøre, står øverst på din side/)
      expect(letter).not.toMatch(/vedhæftet|Svar her|mailen|talks/)
    },
    LONG,
  )
})

describe('The materials that HR writes', () => {
  test(
    'take a question more, are looked at, carry a file and become the next version, without JavaScript',
    async () => {
      const dora = await open(stage.dora, { javaScript: false, width: 390 })
      const { page } = dora
      await page.goto('/materials')
      await dora.picture('materials')
      await page.getByRole('link', { name: 'Begynd med forberedelsesarket' }).click()
      await page.getByLabel('Titel').fill('Skolens ark')
      const first = page.locator('#section-0')
      await first.locator('> summary').click()
      await first.getByRole('button', { name: 'Skala', exact: true }).click()
      expect(new URL(page.url()).hash).toBe('#question-0-3')
      const added = page.locator('#question-0-3')
      await added.getByLabel('Spørgsmål').fill('Hvor tit har du fået ros?')
      await added.getByRole('button', { name: /Flyt op/ }).click()
      expect(await page.getByLabel('Titel').inputValue()).toBe('Skolens ark')
      await page.getByText('Ændringerne er ikke gemt endnu').waitFor()
      await page.locator('#question-0-0 summary').click()
      await page
        .locator('#question-0-0')
        .getByRole('button', { name: /Fjern spørgsmålet/ })
        .click()
      await page.getByRole('button', { name: 'Se, hvordan det bliver' }).first().click()
      await dora.picture('material-editor-preview')
      const preview = page.locator('#preview')
      expect(await preview.getByRole('group', { name: 'Hvor tit har du fået ros?' }).count()).toBe(1)
      expect(await preview.getByText('Hvad er du mest tilfreds med siden sidst?').count()).toBe(0)

      const file = { name: 'Skema.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 skema') }
      await page.getByLabel('Vælg en fil').setInputFiles({ ...file, name: 'Skema.exe' })
      await page.getByRole('button', { name: 'Vedhæft filen' }).click()
      await page
        .locator('.alert-error')
        .getByText(/PDF, DOCX eller ODT/)
        .first()
        .waitFor()
      expect(await page.getByLabel('Titel').inputValue()).toBe('Skolens ark')
      await page.getByLabel('Vælg en fil').setInputFiles(file)
      await page.getByRole('button', { name: 'Vedhæft filen' }).click()
      await page.locator('#files').getByRole('link', { name: 'Skema.pdf' }).waitFor()
      await page.getByRole('button', { name: 'Gem som version 2' }).first().click()
      await page.getByText('Den nye version er gemt').waitFor()
      await dora.picture('material-version')
      expect(await page.getByRole('row', { name: /Version 2/ }).textContent()).toContain('Dora Test')
      expect(await page.getByRole('row', { name: /Version 1/ }).textContent()).toContain('Fulgte med')
      const href = (await page.getByRole('link', { name: 'Skema.pdf' }).getAttribute('href')) ?? ''
      expect(await (await page.request.get(href)).text()).toBe('%PDF-1.7 skema')
    },
    LONG,
  )

  test(
    'keep what was typed when something in it cannot be used, and say where',
    async () => {
      const dora = await open(stage.dora)
      const { page } = dora
      await page.goto('/materials/guide/da')
      await page.locator('#section-0 > summary').click()
      await page.locator('#section-0').getByRole('button', { name: 'Valg', exact: true }).click()
      const added = page.locator('.folded[open]')
      await added.getByLabel('Spørgsmål').fill('Hvor vil du helst mødes?')
      await added.getByLabel('Svar 1').fill('På kontoret')
      await page.getByRole('button', { name: 'Gem som version 2' }).first().click()
      await page.locator('.alert-error').waitFor()
      await look(dora, 'material-editor-refused')
      expect(await page.getByLabel('Spørgsmål').first().inputValue()).toBe('Hvor vil du helst mødes?')
      expect(await page.getByLabel('Svar 1').inputValue()).toBe('På kontoret')
      await page.getByLabel('Svar 2').fill('Udenfor')
      await page.getByRole('button', { name: 'Se, hvordan det bliver' }).first().click()
      await look(dora, 'material-editor-preview-wide')
      await page.getByRole('button', { name: 'Gem som version 2' }).first().click()
      await page.getByText('Den nye version er gemt').waitFor()
    },
    LONG,
  )

  test(
    'ask the same question in both languages, so that answers belong together',
    async () => {
      const dora = await open(stage.dora)
      const { page } = dora
      await page.goto('/materials/leader-preparation/da')
      await page.locator('#section-0 > summary').click()
      await page.getByRole('button', { name: 'Tekst', exact: true }).first().click()
      await page.locator('.folded[open]').getByLabel('Spørgsmål').fill('Hvad skal vi fejre?')
      await page.getByRole('button', { name: 'Gem som version 2' }).first().click()
      await page.goto('/materials/leader-preparation/en')
      await page.getByRole('button', { name: /Tilføj her.*Hvad skal vi fejre/ }).click()
      await page.getByRole('button', { name: 'Gem som version 2' }).first().click()
      await page.getByText('Den nye version er gemt').waitFor()
      const ids = await stage.db.material.findMany({
        where: { material: 'leader-preparation', roundId: null, version: 2 },
      })
      const idsIn = (content: unknown) => JSON.stringify(content).match(/"id":"q-[0-9a-f]+"/g)
      expect(idsIn(ids[0]?.content)).toHaveLength(1)
      expect(idsIn(ids[0]?.content)).toEqual(idsIn(ids[1]?.content))
    },
    LONG,
  )

  test(
    'of a running round say who keeps what they have, and may differ for a job group',
    async () => {
      const dora = await open(stage.dora)
      const { page } = dora
      await page.goto(`/rounds/${stage.roundId}/materials`)
      await look(dora, 'round-materials-running')
      await page.getByRole('link', { name: /Version 1.*Vejledning, dansk/ }).click()
      await page.getByText('2 samtaler er begyndt og beholder den version, de begyndte med.').waitFor()
      await page.getByLabel('Ny udgave til').selectOption('Skoleledere')
      await page.getByRole('button', { name: 'Skriv en udgave' }).click()
      await look(dora, 'material-editor-group')
      await page.getByLabel('Titel').fill('Vejledning for skoleledere')
      await page.getByRole('button', { name: 'Gem som version 1' }).first().click()
      await page.getByText('Den nye version er gemt').waitFor()
      await page.goto(`/rounds/${stage.roundId}/materials`)
      expect(await page.getByRole('row', { name: /Skoleledere/ }).textContent()).toContain('Version 1')
      const leader = await open(stage.ben)
      expect((await leader.page.goto('/materials'))?.status()).toBe(404)
      expect((await leader.page.goto(`/rounds/${stage.roundId}/materials/guide/da`))?.status()).toBe(404)
    },
    LONG,
  )
})
