import { formatDate, formatDay } from '../domain/calendar/format.ts'
import { evaluationQuestionIds, evaluationScale, evaluationTexts } from '../domain/evaluation/questions.ts'
import type { Language } from '../domain/language.ts'
import { type EvaluationDocument, type EvaluationRow, isCounted } from './evaluation-document.ts'
import { type EvaluationPdfTexts, evaluationPdfTexts } from './evaluation-text.ts'
import { oneLine, shortened } from './printable.ts'

/** What the form sets, word by word; it decides nothing but the form. All strings are final. */
export interface EvaluationView {
  readonly language: Language
  readonly documentTitle: string
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly employer: string
  readonly unit: string
  readonly title: string
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly reading: { readonly heading: string; readonly lines: readonly string[] }
  readonly sections: readonly Section[]
  readonly footer: string
  readonly page: string
  readonly of: string
}

interface Section {
  readonly heading: string
  readonly lead: string
  /** In place of the tables; null where there are some. */
  readonly instead: string | null
  readonly tables: readonly Table[]
}

interface Table {
  /** Empty where the section has one table alone. */
  readonly heading: string
  readonly columns: readonly string[]
  /** Whether the cells are words and not figures. */
  readonly isText: boolean
  /** Of the first column, as a multiple of another's. */
  readonly width: number
  readonly rows: readonly Row[]
  /** What stands in a row that has no cells. */
  readonly tooFew: string
}

interface Row {
  readonly name: string
  readonly depth: number
  /** Null = too few people. */
  readonly cells: readonly string[] | null
}

export function evaluationView(
  document: EvaluationDocument,
  language: Language,
  printable: (text: string) => string,
): EvaluationView {
  const texts = evaluationPdfTexts[language]
  const known = { document: printableNames(document, printable), language, texts }
  const { employer, unit, roundName, on } = known.document
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  return {
    language,
    documentTitle: `${texts.title(roundName)} – ${unit}`,
    date: { year, month, day: date },
    employer,
    unit,
    title: texts.title(roundName),
    lead: texts.lead(formatDay(on, language)),
    facts: factsOf(known),
    reading: { heading: texts.reading, lines: texts.readingLines(document.minimumGroup) },
    sections: [
      coverage(known),
      timeliness(known),
      followUp(known),
      ...(isCounted(document) ? [evaluations(known), themes(known)] : [later(known)]),
    ],
    footer: texts.footer(shortened(roundName), formatDate(on, language)),
    page: texts.page,
    of: texts.of,
  }
}

interface Known {
  readonly document: EvaluationDocument
  readonly language: Language
  readonly texts: EvaluationPdfTexts
}

/** Names and themes are people's words, each on one line. */
function printableNames(
  document: EvaluationDocument,
  printable: (text: string) => string,
): EvaluationDocument {
  const named = (text: string) => oneLine(printable(text))
  return {
    ...document,
    employer: named(document.employer),
    roundName: named(document.roundName),
    unit: named(document.unit),
    committee: named(document.committee),
    rows: document.rows.map((row) => ({
      ...row,
      unit: named(row.unit),
      themes: row.themes?.map(({ theme, talks }) => ({ theme: named(theme), talks })) ?? null,
    })),
  }
}

function factsOf({ document, language, texts }: Known): EvaluationView['facts'] {
  const { committee, talksFrom, talksTo, discussedOn, dueOn } = document
  const named = committee === '' ? [] : [{ label: texts.committee, text: committee }]
  const window = texts.span(formatDate(talksFrom, language), formatDate(talksTo, language))
  const discussed =
    discussedOn === null ? texts.notDiscussed(formatDay(dueOn, language)) : formatDay(discussedOn, language)
  return [...named, { label: texts.window, text: window }, { label: texts.discussed, text: discussed }]
}

function coverage({ document, language, texts }: Known): Section {
  const rows = rowsOf(document, texts.tooFew, ({ figures }) =>
    figures === null
      ? null
      : [
          figures.expected,
          figures.held,
          share(figures.held, figures.expected, language),
          figures.postponed,
          figures.missed,
          figures.unaccounted,
          figures.exempt,
          figures.left,
        ],
  )
  return section(texts.coverage, texts.coverageLead, figureTable(texts, texts.coverageColumns, rows))
}

function timeliness({ document, language, texts }: Known): Section {
  const rows = rowsOf(document, texts.tooFew, ({ figures }) =>
    figures === null
      ? null
      : [
          figures.held,
          figures.heldInTime,
          share(figures.heldInTime, figures.held, language),
          figures.agreed,
          figures.agreedInTime,
          share(figures.agreedInTime, figures.agreed, language),
        ],
  )
  return section(texts.timeliness, texts.timelinessLead, figureTable(texts, texts.timelinessColumns, rows))
}

function followUp({ document, language, texts }: Known): Section {
  const rows = rowsOf(document, texts.tooFew, ({ figures, actions }) =>
    figures === null || actions === null
      ? null
      : [
          figures.statusTalksDue,
          figures.statusTalksDone,
          share(figures.statusTalksDone, figures.statusTalksDue, language),
          actions.due,
          actions.answered,
          share(actions.answered, actions.due, language),
        ],
  )
  return section(texts.followUp, texts.followUpLead, figureTable(texts, texts.followUpColumns, rows))
}

function evaluations({ document, language, texts }: Known): Section {
  const { questions } = evaluationTexts[language]
  const rows = rowsOf(document, texts.tooFew, (row) =>
    row.evaluations === null
      ? null
      : [
          row.evaluations.answers,
          ...row.evaluations.questions.map(({ average }) => decimal(average, language)),
        ],
  )
  const columns = [texts.answers, ...evaluationQuestionIds.map((id) => questions[id])]
  const tables = [figureTable(texts, columns, rows, texts.averages)]
  const [top] = document.rows
  if (top?.evaluations) tables.unshift(spread(top.unit, top.evaluations, { document, language, texts }))
  return { ...section(texts.evaluations, texts.evaluationsLead), tables }
}

/** How often each place of the scale was chosen, for the reader's topmost unit. */
function spread(
  unit: string,
  { questions: answered }: NonNullable<EvaluationRow['evaluations']>,
  { language, texts }: Known,
): Table {
  const places = Array.from({ length: evaluationScale.most - evaluationScale.least + 1 }, (_, place) =>
    String(evaluationScale.least + place),
  )
  const rows = answered.map(({ id, chosen, average }) => ({
    name: evaluationTexts[language].questions[id],
    depth: 0,
    cells: [...chosen.map(String), decimal(average, language)],
  }))
  const columns = [texts.question, ...places, texts.average]
  return { heading: texts.chosen(unit), columns, isText: false, width: 5, rows, tooFew: texts.tooFew }
}

function themes({ document, texts }: Known): Section {
  const rows = rowsOf(document, texts.tooFew, (row) => {
    if (row.themes === null) return null
    const named = row.themes.map(({ theme, talks }) => `${theme} (${talks})`)
    return [named.length === 0 ? texts.noThemes : named.join(', ')]
  })
  const table = { ...figureTable(texts, [texts.themesColumn], rows), isText: true, width: 0.5 }
  return section(texts.themes, texts.themesLead(document.minimumGroup), table)
}

function later({ document, language, texts }: Known): Section {
  const heading = `${texts.evaluations}, ${texts.themes.toLowerCase()}`
  return { ...section(heading, ''), instead: texts.later(formatDay(document.talksTo, language)) }
}

function section(heading: string, lead: string, ...tables: Table[]): Section {
  return { heading, lead, instead: null, tables }
}

function figureTable(
  texts: EvaluationPdfTexts,
  columns: readonly string[],
  rows: readonly Row[],
  heading = '',
): Table {
  return { heading, columns: [texts.unit, ...columns], isText: false, width: 2.6, rows, tooFew: texts.tooFew }
}

function rowsOf(
  { rows }: EvaluationDocument,
  tooFew: string,
  cells: (row: EvaluationRow) => readonly (string | number | null)[] | null,
): Row[] {
  const top = Math.min(...rows.map(({ depth }) => depth))
  return rows.map((row) => ({
    name: row.unit,
    depth: row.depth - top,
    cells: cells(row)?.map((cell) => String(cell ?? tooFew)) ?? null,
  }))
}

/** In per cent; a dash where there is nothing to count, or a figure is held back. */
function share(part: number | null, whole: number | null, language: Language): string {
  if (part === null || whole === null || whole === 0) return NOTHING
  const percent = decimal((part / whole) * 100, language)
  return language === 'da' ? `${percent} %` : `${percent}%`
}

function decimal(value: number | null, language: Language): string {
  if (value === null) return NOTHING
  return language === 'da' ? value.toFixed(1).replace('.', ',') : value.toFixed(1)
}

const NOTHING = '–'
