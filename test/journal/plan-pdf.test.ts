import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PlanDocument } from '../../journal/plan-document.ts'
import { planTitle } from '../../journal/plan-document.ts'
import { renderPlanPdf } from '../../journal/plan-pdf.ts'
import { planTexts } from '../../journal/plan-text.ts'
import { readPdf, textWithoutSpaces, withoutSpaces } from './pdf-reading.ts'
import { annasPlan, annasPlanNotAgreed } from './plan-samples.ts'

const leftMargin = 68
const rightMargin = 595.28 - 68
/** Glyphs may hang a little over the edge in typographic alignment. */
const overhang = 4

function read(plan: PlanDocument, language: 'da' | 'en' = 'da') {
  return readPdf(renderPlanPdf(plan, language))
}

/** Every field a person writes holds the same text. */
function planFullOf(text: string): PlanDocument {
  return {
    ...annasPlan,
    employer: text,
    unit: text,
    employeeName: text,
    leaderName: text,
    kindName: text,
    agreement: {
      kind: 'agreed',
      employee: { name: text, onBehalfOf: text, on: annasPlan.heldOn },
      leader: { name: text, onBehalfOf: text, on: annasPlan.heldOn },
    },
    goals: [{ goal: text, workplaceGoal: text }],
    actions: [{ what: text, owner: 'leader', dueOn: annasPlan.heldOn, support: text, effect: text }],
    notDoing: [{ what: text, why: text }],
    plannedTraining: [text],
    completedTraining: [text],
  }
}

describe('the filed plan', () => {
  test('is PDF/A-2a: it says so itself, is tagged throughout and names its language and title', () => {
    const pdf = read(annasPlan)
    expect(pdf.metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.metadata).toContain(planTitle(annasPlan, 'da'))
    expect(pdf.catalogue).toContain('/StructTreeRoot')
    expect(pdf.catalogue).toMatch(/\/Marked true/)
    expect(pdf.catalogue).toContain('/Lang (da-DK)')
    expect(pdf.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'Table', 'TH']))
  })

  test('is English for whoever reads English', () => {
    const pdf = read(annasPlan, 'en')
    expect(pdf.catalogue).toContain('/Lang (en-GB)')
    expect(textWithoutSpaces(pdf)).toContain(withoutSpaces('Competence development plan'))
    expect(textWithoutSpaces(pdf)).toContain(withoutSpaces('30 March 2027 (week 13)'))
  })

  test('is the same bytes each time it is made, and carries no date but the day of agreement', () => {
    expect(Buffer.from(renderPlanPdf(annasPlan, 'da'))).toEqual(Buffer.from(renderPlanPdf(annasPlan, 'da')))
    const dates = read(annasPlan).metadata.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)
    expect(new Set(dates)).toEqual(new Set(['2027-03-30T00:00:00Z']))
  })

  test('holds everything that was agreed, letter by letter, with æ, ø and å', () => {
    const text = textWithoutSpaces(read(annasPlan))
    const written = [
      'Ærøskøbing Kommune',
      'Søndermarksskolen, 3. årgang',
      'Anna Bjørnskov Ågård',
      'Ben Østergaard',
      'Aftalt efter MUS den 22.03.2027 (uge 12)',
      ...annasPlan.goals.flatMap(({ goal, workplaceGoal }) => [goal, workplaceGoal]),
      ...annasPlan.actions.flatMap(({ what, support, effect }) => [what, support, effect]),
      'Anna Bjørnskov Ågård (medarbejder)',
      '18.06.2027 (uge 24)',
      ...annasPlan.notDoing.flatMap(({ what, why }) => [what, why]),
      ...annasPlan.plannedTraining,
      ...annasPlan.completedTraining,
      'Anna Bjørnskov Ågård Medarbejder 29.03.2027 (uge 13)',
      'Ben Østergaard Leder 30.03.2027 (uge 13)',
      'Version 2',
      annasPlan.contentHash,
    ]
    for (const words of written) expect(text).toContain(withoutSpaces(words))
  })

  test.each(['da', 'en'] as const)('always says that pay is negotiated elsewhere (%s)', (language) => {
    for (const plan of [annasPlan, annasPlanNotAgreed]) {
      expect(textWithoutSpaces(read(plan, language))).toContain(withoutSpaces(planTexts[language].payNote))
    }
  })

  test('says plainly when the plan was not agreed, with both statements and no approval', () => {
    const text = textWithoutSpaces(read(annasPlanNotAgreed))
    expect(text).toContain(withoutSpaces(planTexts.da.notAgreed))
    expect(text).toContain(withoutSpaces('Jeg mener ikke, at planen rummer den tid, som målene kræver.'))
    expect(text).toContain(withoutSpaces('Ben Østergaard, leder Ingen udtalelse.'))
    expect(text).not.toContain(withoutSpaces(planTexts.da.approvedSame))
    expect(text).not.toContain('Aftaltefter')
    expect(planTitle(annasPlanNotAgreed, 'da')).toMatch(/\(ikke enighed\)$/)
  })

  test('says where nothing was agreed instead of leaving a heading empty', () => {
    const text = textWithoutSpaces(
      read({
        ...annasPlan,
        goals: [],
        actions: [],
        notDoing: [],
        plannedTraining: [],
        completedTraining: [],
      }),
    )
    for (const none of ['noGoals', 'noActions', 'nothingNotDoing', 'noTraining'] as const) {
      expect(text).toContain(withoutSpaces(planTexts.da[none]))
    }
  })
})

describe('what people wrote', () => {
  const markup =
    '#eval("1+1") $x^2$ @ref \\ *fed* _kursiv_ `kode` <etiket> // # /* */ [x] {y} #import "x" ~ -- \\u{41}'

  test('is text and never markup, wherever they wrote it', () => {
    const text = textWithoutSpaces(read(planFullOf(markup)))
    const fields = text.split(withoutSpaces(markup)).length - 1
    // Header 2, lead, two names in the facts, goal 2, action 4, not doing 2, training 2, approval 4.
    expect(fields).toBe(19)
  })

  test('stays within the margins even as one endless word', () => {
    for (const character of ['i', 'W', 'å', '—', '_', '😀', '9']) {
      const pdf = read(planFullOf(character.repeat(300)))
      for (const run of pdf.runs) {
        expect(run.toX).toBeLessThan(rightMargin + overhang)
        expect(run.fromX).toBeGreaterThan(leftMargin - overhang)
      }
    }
  })

  test('keeps an endless word whole when it is searched or copied', () => {
    const word = 'Speciallægepraksisplanlægningsstabiliseringsperiode'.repeat(4)
    expect(textWithoutSpaces(read({ ...annasPlan, plannedTraining: [word] }))).toContain(word)
  })

  test('may hold emoji, and a character that no font has is written as its number', () => {
    const text = textWithoutSpaces(read({ ...annasPlan, plannedTraining: ['Godt klaret 😀 👍 中'] }))
    expect(text).toContain('Godtklaret😀👍[U+4E2D]')
  })

  test('goes on over as many pages as it needs, each numbered', () => {
    const long = Array.from({ length: 40 }, (_, index) => `Mål nummer ${index + 1}. `.repeat(20))
    const pdf = read({ ...annasPlan, goals: long.map((goal) => ({ goal, workplaceGoal: '' })) })
    expect(pdf.pages).toBeGreaterThan(3)
    const text = textWithoutSpaces(pdf)
    for (let page = 1; page <= pdf.pages; page += 1) expect(text).toContain(`Side${page}af${pdf.pages}`)
  })

  test('can be anything at all and the plan is still made', () => {
    const joining = fc.constantFrom(
      'e',
      '\u0301',
      '\u0323',
      '1',
      '\u20e3',
      '😀',
      '🏽',
      '🇩',
      '\u200d',
      '\ufe0f',
      '\n',
    )
    const anything = fc.string({ unit: fc.oneof(joining, fc.string({ unit: 'binary', maxLength: 3 })) })
    fc.assert(
      fc.property(anything, (text) => {
        expect(read(planFullOf(text)).metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
      }),
      { numRuns: 25 },
    )
  })
})
