import { evaluationQuestionIds, evaluationTexts } from '../domain/evaluation/questions.ts'
import type { Language } from '../domain/language.ts'
import type { PackRow } from './evaluation-pack.ts'
import { percent } from './overview-table.ts'
import type { Table, TableCell } from './table-file.ts'

/** The evaluation pack as a table: one line for each unit, empty where a group is too small. */
export function packTable(name: string, rows: readonly PackRow[], language: Language): Table {
  const { questions } = evaluationTexts[language]
  return {
    name,
    header: [
      ...headers[language],
      ...evaluationQuestionIds.map((id) => questions[id]),
      themesHeader[language],
    ],
    rows: rows.map((row) => [
      row.unit.number,
      row.unit.name,
      ...figuresOf(row),
      ...answersOf(row),
      themesOf(row),
    ]),
  }
}

const headers: Record<Language, string[]> = {
  da: [
    'Enhedsnr.',
    'Enhed',
    'Skal have samtale',
    'Holdt',
    'Holdt i procent',
    'Holdt til tiden',
    'Planer aftalt',
    'Planer aftalt til tiden',
    'Statussamtaler, der skulle være holdt',
    'Statussamtaler holdt eller sprunget over',
    'Handlinger, der skulle være fulgt op',
    'Handlinger fulgt op',
    'Antal evalueringer',
  ],
  en: [
    'Unit no.',
    'Unit',
    'To have a talk',
    'Held',
    'Held, per cent',
    'Held in time',
    'Plans agreed',
    'Plans agreed in time',
    'Status talks due',
    'Status talks held or skipped',
    'Actions due',
    'Actions followed up',
    'Evaluations',
  ],
}

const themesHeader: Record<Language, string> = { da: 'Temaer', en: 'Themes' }

function figuresOf({ figures, actions, evaluations }: PackRow): TableCell[] {
  return [
    figures?.expected ?? null,
    figures?.held ?? null,
    percent(figures?.coverage ?? null),
    figures?.heldInTime ?? null,
    figures?.agreed ?? null,
    figures?.agreedInTime ?? null,
    figures?.statusTalksDue ?? null,
    figures?.statusTalksDone ?? null,
    actions?.due ?? null,
    actions?.answered ?? null,
    evaluations?.answers ?? null,
  ]
}

function answersOf({ evaluations }: PackRow): TableCell[] {
  return evaluationQuestionIds.map((id) => {
    const average = evaluations?.questions.find((question) => question.id === id)?.average ?? null
    return average === null ? null : Math.round(average * 10) / 10
  })
}

function themesOf({ themes }: PackRow): TableCell {
  return themes === null ? null : themes.map(({ theme, talks }) => `${theme} (${talks})`).join(', ')
}
