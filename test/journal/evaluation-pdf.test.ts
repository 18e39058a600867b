import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import type { EvaluationDocument } from '../../journal/evaluation-document.ts'
import { renderEvaluationPdf } from '../../journal/evaluation-pdf.ts'
import { evaluationPdfTexts } from '../../journal/evaluation-text.ts'
import { schoolsEvaluation } from './evaluation-samples.ts'
import { readPdf, textWithoutSpaces, withoutSpaces } from './pdf-reading.ts'

const leftMargin = 68
const rightMargin = 595.28 - 68
const overhang = 4

function read(document: EvaluationDocument, language: 'da' | 'en' = 'da') {
  return readPdf(renderEvaluationPdf(document, language))
}

function textOf(document: EvaluationDocument, language: 'da' | 'en' = 'da'): string {
  return textWithoutSpaces(read(document, language))
}

describe('The works council’s evaluation as PDF', () => {
  test('is PDF/A-2a: tagged throughout with tables and headings, in its language and with its title', () => {
    const pdf = read(schoolsEvaluation)
    expect(pdf.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.metadata).toContain('Evaluering af MUS 2027 – Børn og Unge')
    expect(pdf.catalogue).toContain('/Lang (da-DK)')
    expect(pdf.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'Table', 'TH']))
    expect(read(schoolsEvaluation, 'en').catalogue).toContain('/Lang (en-GB)')
  })

  test('holds coverage, timeliness, follow-up, evaluations and themes of every unit', () => {
    const text = textOf(schoolsEvaluation)
    for (const words of [
      'MED-hovedudvalget',
      'Ikke endnu. Frist: 17.08.2027 (uge 33)',
      'Børn og Unge 214 199 93,0 % 2 13 0 4 2',
      'Børn og Unge 199 192 96,5 % 196 188 95,9 %',
      'Børn og Unge 0 0 – 66 49 74,2 %',
      'Søndermarksskolen 48 3,3 3,3 3,7 3,2',
      'Kom I godt rundt om din udvikling?',
      'Travlhed (31), Inklusion (14)',
      'Ingen temaer, som tilstrækkelig mange har til fælles.',
    ])
      expect(text).toContain(withoutSpaces(words))
    expect(textOf(schoolsEvaluation, 'en')).toContain(
      withoutSpaces('Børn og Unge 199 192 96.5% 196 188 95.9%'),
    )
  })

  test('says of a unit with too few people in every table that it is, never a nought, and says why', () => {
    const text = textOf(schoolsEvaluation)
    expect(text.split(withoutSpaces('Minidagplejen For få')).length - 1).toBe(5)
    expect(text).toContain(withoutSpaces('færre end 5 personer'))
  })

  test('leaves evaluations and themes for when the talks are over, and says until when', () => {
    const text = textOf({ ...schoolsEvaluation, on: day('2027-04-30') })
    expect(text).toContain(withoutSpaces(evaluationPdfTexts.da.later('30.04.2027 (uge 17)')))
    expect(text).not.toContain(withoutSpaces('Travlhed (31)'))
  })

  test('names the day of the discussion once there was one', () => {
    const discussed = textOf({ ...schoolsEvaluation, discussedOn: day('2027-08-12') })
    expect(discussed).toContain(withoutSpaces('Drøftet 12.08.2027 (uge 32)'))
  })

  test('stays within the margins and takes names and themes as text, whatever they are', () => {
    for (const name of ['W'.repeat(120), '#eval("1+1") $x$ <a> *b*', '中 😀']) {
      const rows = schoolsEvaluation.rows.map((row) => ({
        ...row,
        unit: name,
        themes: [{ theme: name, talks: 7 }],
      }))
      const pdf = read({ ...schoolsEvaluation, unit: name, roundName: name, committee: name, rows })
      for (const run of pdf.runs) {
        expect(run.toX).toBeLessThan(rightMargin + overhang)
        expect(run.fromX).toBeGreaterThan(leftMargin - overhang)
      }
      if (name.startsWith('#')) expect(textWithoutSpaces(pdf)).toContain(withoutSpaces(name))
    }
  })
})
