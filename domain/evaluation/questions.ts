import type { Language } from '../language.ts'

/**
 * The employee's anonymous evaluation of the talk (R6.2): places on a scale only, because what people write in
 * their own words can be recognised.
 */
export const evaluationQuestionIds = ['prepared', 'listened', 'future', 'worthwhile'] as const
export type EvaluationQuestionId = (typeof evaluationQuestionIds)[number]

/** 1 = not at all, 5 = to a very high degree. */
export const evaluationScale = { least: 1, most: 5 } as const

export type EvaluationAnswers = Record<EvaluationQuestionId, number>

interface EvaluationTexts {
  questions: Record<EvaluationQuestionId, string>
  leastLabel: string
  mostLabel: string
  /** Stands above the questions. */
  anonymous: string
}

export const evaluationTexts: Readonly<Record<Language, EvaluationTexts>> = {
  da: {
    questions: {
      prepared: 'Var I begge godt forberedt?',
      listened: 'Blev du lyttet til?',
      future: 'Kom I godt rundt om din udvikling?',
      worthwhile: 'Var samtalen tiden værd?',
    },
    leastLabel: 'Slet ikke',
    mostLabel: 'I meget høj grad',
    anonymous: 'Dine svar gemmes uden navn og dato. Ingen kan se, hvad du har svaret.',
  },
  en: {
    questions: {
      prepared: 'Were you both well prepared?',
      listened: 'Were you listened to?',
      future: 'Did you get well around your development?',
      worthwhile: 'Was the talk worth the time?',
    },
    leastLabel: 'Not at all',
    mostLabel: 'To a very high degree',
    anonymous: 'Your answers are kept without name and date. Nobody can see what you answered.',
  },
}
