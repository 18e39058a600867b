import { day } from '../../domain/calendar/day.ts'
import { type EvaluationAnswers, evaluationQuestionIds } from '../../domain/evaluation/questions.ts'
import { evaluationSummary } from '../../domain/evaluation/summary.ts'
import type { OverviewFigures } from '../../domain/round/overview.ts'
import type { EvaluationDocument, EvaluationRow } from '../../journal/evaluation-document.ts'

/** A municipality's schools after their talks; Minidagplejen is too small for figures. */
export const schoolsEvaluation: EvaluationDocument = {
  employer: 'Ærøskøbing Kommune',
  roundName: 'MUS 2027',
  unit: 'Børn og Unge',
  committee: 'MED-hovedudvalget',
  on: day('2027-08-02'),
  talksFrom: day('2027-02-01'),
  talksTo: day('2027-04-30'),
  dueOn: day('2027-08-17'),
  discussedOn: null,
  minimumGroup: 5,
  rows: [
    row('Børn og Unge', 0, 214, [
      ['Travlhed', 61],
      ['Samarbejde på tværs af årgange', 38],
      ['Inklusion', 22],
      ['Efteruddannelse i matematikvejledning', 9],
    ]),
    row('Søndermarksskolen', 1, 88, [
      ['Travlhed', 31],
      ['Inklusion', 14],
    ]),
    row('Søndermarksskolen, indskolingen', 2, 41, [['Travlhed', 17]]),
    row('Søndermarksskolen, udskolingen og specialklasserne', 2, 47, []),
    row('Ådalens Integrerede Institution', 1, 119, [['Samarbejde på tværs af årgange', 21]]),
    { unit: 'Minidagplejen', depth: 1, figures: null, actions: null, evaluations: null, themes: null },
  ],
}

function row(unit: string, depth: number, expected: number, themes: [string, number][]): EvaluationRow {
  const held = Math.floor(expected * 0.93)
  const answers = Array.from({ length: Math.floor(held * 0.6) }, (_, index) => answerOf(index))
  return {
    unit,
    depth,
    figures: figuresOf(expected, held),
    actions: { due: Math.floor(held / 3), answered: Math.floor(held / 4) },
    evaluations: evaluationSummary(answers),
    themes: themes.map(([theme, talks]) => ({ theme, talks })),
  }
}

function figuresOf(expected: number, held: number): OverviewFigures {
  return {
    roster: expected + 6,
    expected,
    held,
    coverage: held / expected,
    arranged: 0,
    exempt: 4,
    postponed: 2,
    left: 2,
    notHeld: expected - held - 2,
    stopped: 0,
    missed: expected - held - 2,
    unaccounted: 0,
    agreed: held - 3,
    filed: held - 3,
    heldInTime: held - 7,
    agreedInTime: held - 11,
    statusTalksDue: 0,
    statusTalksDone: 0,
    late: {},
  }
}

function answerOf(index: number): EvaluationAnswers {
  const answers = evaluationQuestionIds.map((id, question) => [id, 5 - (((index * (question + 1)) % 9) >> 1)])
  return Object.fromEntries(answers) as EvaluationAnswers
}
