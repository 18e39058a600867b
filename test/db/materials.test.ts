import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { loadDefaultMaterials, readDefaultMaterials } from '../../db/default-materials.ts'
import { copyMaterials, materialsOfTalk, newestMaterials, saveMaterial } from '../../db/materials.ts'
import {
  kindsWithOwnTexts,
  type MaterialContent,
  materialComplaints,
  materialNames,
} from '../../domain/material/material.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { addOrganisation, type Organisation } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

const folder = fileURLToPath(new URL('../../prisma/materials', import.meta.url))
const begun = Date.parse('2026-11-01T09:00:00Z')
const later = Date.parse('2027-02-01T09:00:00Z')

let database: TestDatabase
let db: Db
let organisation: Organisation

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  await loadDefaultMaterials(db, folder, begun)
  organisation = await addOrganisation(db)
})
afterAll(async () => {
  await db?.$disconnect()
  await database?.drop()
})

describe('The default materials', () => {
  test('cover the whole year in Danish and English, section by section and question by question', async () => {
    const all = (await readDefaultMaterials(folder)).filter(({ kind }) => kind === '')
    const inYear = materialNames.filter((name) => name !== 'background')
    for (const name of inYear) {
      const [da, en] = ['da', 'en'].map((language) =>
        all.find((file) => file.material === name && file.language === language),
      )
      expect(skeleton(da?.content)).toEqual(skeleton(en?.content))
    }
    expect(all).toHaveLength(2 * inYear.length)
  })

  test.each(kindsWithOwnTexts)(
    'have %s texts of its own in both languages for what is said before and during the talk',
    async (kind) => {
      const all = await readDefaultMaterials(folder)
      const contentOf = (wanted: string, name: string, language: string) => {
        const found = all.find(
          (one) => [one.kind, one.material, one.language].join() === [wanted, name, language].join(),
        )
        return found?.content
      }
      const own = ['orientation', 'guide', 'preparation-sheet', 'leader-preparation', 'conversation-guide']
      expect(all.filter((one) => one.kind === kind)).toHaveLength(2 * own.length)
      for (const name of own) {
        const [da, en] = [contentOf(kind, name, 'da'), contentOf(kind, name, 'en')]
        expect(skeleton(da)).toEqual(skeleton(en))
        expect(da?.title).not.toBe(contentOf('', name, 'da')?.title)
        expect(en?.title).not.toBe(contentOf('', name, 'en')?.title)
      }
      const phases = contentOf(kind, 'preparation-sheet', 'da')?.sections.map(({ phase }) => phase)
      expect(new Set(phases)).toEqual(new Set(['past', 'now', 'future']))
    },
  )

  test('leave no text empty where people would read it, and can be used as they stand', async () => {
    for (const { material, language, content } of await readDefaultMaterials(folder)) {
      const texts = [content.title, content.intro, ...content.sections.map((section) => section.heading)]
      const asked = content.sections.flatMap((section) => section.questions.map((question) => question.text))
      expect({
        material,
        language,
        empty: [...texts, ...asked].filter((text) => text.trim() === ''),
      }).toEqual({
        material,
        language,
        empty: [],
      })
      expect(materialComplaints(content)).toEqual([])
    }
  })

  test('prepare in three phases and talk along four dimensions', async () => {
    const materials = await newestMaterials(db, null)
    const sheet = materials.find(
      ({ material, language }) => material === 'preparation-sheet' && language === 'da',
    )
    expect(new Set(sheet?.content.sections.map((section) => section.phase))).toEqual(
      new Set(['past', 'now', 'future']),
    )
    const guide = materials.find(
      ({ material, language }) => material === 'conversation-guide' && language === 'en',
    )
    expect(guide?.content.sections.map((section) => section.heading)).toEqual(
      expect.arrayContaining([
        'Mastering the tasks',
        'Meaning and direction',
        'Belonging',
        'Recognition and potential',
      ]),
    )
  })

  test('are loaded once, and what HR has changed stays', async () => {
    const key = { roundId: null, material: 'guide', jobGroup: '', language: 'da' } as const
    await saveMaterial(db, key, { ...blank, title: 'Vores egen vejledning' }, 1, later)
    await loadDefaultMaterials(db, folder, later)
    const guides = (await newestMaterials(db, null)).filter(({ material }) => material === 'guide')
    expect(guides.map(({ language, version, content }) => [language, version, content.title])).toEqual([
      ['da', 2, 'Vores egen vejledning'],
      ['en', 1, 'Guide to the development talk'],
    ])
  })
})

describe('The materials of a round', () => {
  test('are copied from the installation and then lead their own life', async () => {
    const roundId = await organisation.addRound()
    await copyMaterials(db, roundId, null, begun)
    const key = { roundId, material: 'plan-template', jobGroup: '', language: 'da' } as const
    await saveMaterial(db, key, { ...blank, title: 'Skolens plan' }, 1, later)
    const titleIn = async (round: string | null) =>
      (await newestMaterials(db, round)).find(
        ({ material, language }) => material === 'plan-template' && language === 'da',
      )?.content.title
    expect(await titleIn(roundId)).toBe('Skolens plan')
    expect(await titleIn(null)).toBe('Udviklingsplan')
  })

  test('are those of its kind where that has its own, else everybody’s', async () => {
    const titles = async (kind: RoundKind) => {
      const roundId = await organisation.addRound({ kind })
      await copyMaterials(db, roundId, null, begun)
      const danish = (await newestMaterials(db, roundId)).filter(({ language }) => language === 'da')
      return Object.fromEntries(danish.map(({ material, content }) => [material, content.title]))
    }
    expect(await titles('lus')).toMatchObject({
      orientation: 'Orientering om årets lederudviklingssamtaler',
      'preparation-sheet': 'Forberedelsesark for ledere',
      'plan-template': 'Udviklingsplan',
    })
    expect(await titles('feedback-mus')).toMatchObject({
      guide: 'Vejledning til udviklingssamtalen med feedback',
      'follow-up-guide': 'Guide til statussamtalen',
    })
    expect(await titles('mus')).toMatchObject({ 'preparation-sheet': 'Forberedelsesark' })
  })

  test('of a kind stand in the place of everybody’s, also of a job group that has its own of those', async () => {
    const key = { roundId: null, material: 'leader-preparation', jobGroup: 'Lærer', language: 'da' } as const
    await saveMaterial(db, key, { ...blank, title: 'For lærere' }, 0, begun)
    const roundId = await organisation.addRound({ kind: 'lus' })
    await copyMaterials(db, roundId, null, begun)
    const own = (await newestMaterials(db, roundId)).filter(
      ({ material }) => material === 'leader-preparation',
    )
    expect(own.map(({ jobGroup }) => jobGroup)).toEqual(['', ''])
  })

  test('are not overwritten by somebody who edits an older version', async () => {
    const roundId = await organisation.addRound()
    const key = { roundId, material: 'guide', jobGroup: '', language: 'da' } as const
    expect(await saveMaterial(db, key, { ...blank, title: 'Første' }, 0, begun)).not.toBeNull()
    expect(await saveMaterial(db, key, { ...blank, title: 'Anden' }, 0, begun)).toBeNull()
  })

  test('stay for a running talk as they were when it began, and change for talks that begin later', async () => {
    const roundId = await organisation.addRound()
    await copyMaterials(db, roundId, null, begun)
    const early = await organisation.addTalk(roundId, begun)
    const key = { roundId, material: 'preparation-sheet', jobGroup: '', language: 'da' } as const
    await saveMaterial(db, key, { ...blank, title: 'Nyt ark' }, 1, later)
    const late = await organisation.addTalk(roundId, later)
    expect(await titleOf(early, 'preparation-sheet')).toBe('Forberedelsesark')
    expect(await titleOf(late, 'preparation-sheet')).toBe('Nyt ark')
  })

  test('are those of the employee’s job group where it has its own', async () => {
    const roundId = await organisation.addRound()
    await copyMaterials(db, roundId, null, begun)
    const key = { roundId, material: 'preparation-sheet', jobGroup: 'Pædagog', language: 'da' } as const
    await saveMaterial(db, key, { ...blank, title: 'Ark for pædagoger' }, 0, begun)
    const pedagogue = await organisation.addTalk(roundId, begun, { jobGroup: 'Pædagog' })
    const teacher = await organisation.addTalk(roundId, begun, { jobGroup: 'Lærer' })
    expect(await titleOf(pedagogue, 'preparation-sheet')).toBe('Ark for pædagoger')
    expect(await titleOf(teacher, 'preparation-sheet')).toBe('Forberedelsesark')
  })

  test('stay everybody’s for a running talk whose job group gets its own only later', async () => {
    const roundId = await organisation.addRound()
    await copyMaterials(db, roundId, null, begun)
    const early = await organisation.addTalk(roundId, begun, { jobGroup: 'Pædagog' })
    const key = { roundId, material: 'preparation-sheet', jobGroup: 'Pædagog', language: 'da' } as const
    await saveMaterial(db, key, { ...blank, title: 'Ark for pædagoger' }, 0, later)
    const late = await organisation.addTalk(roundId, later, { jobGroup: 'Pædagog' })
    expect(await titleOf(early, 'preparation-sheet')).toBe('Forberedelsesark')
    expect(await titleOf(late, 'preparation-sheet')).toBe('Ark for pædagoger')
  })
})

const blank: MaterialContent = { title: '', intro: '', sections: [], files: [] }

async function titleOf(talkId: string, material: string): Promise<string | undefined> {
  return (await materialsOfTalk(db, talkId, 'da')).find((version) => version.material === material)?.content
    .title
}

function skeleton(content: MaterialContent | undefined) {
  return content?.sections.map(({ phase, questions }) => ({
    phase,
    questions: questions.map((question) => ({
      id: question.id,
      form: question.form,
      ...(question.form === 'choice' && { options: question.options.map(({ id }) => id) }),
      ...(question.form === 'scale' && { least: question.least, most: question.most }),
    })),
  }))
}
