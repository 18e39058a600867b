import type { Language } from '../../domain/language.ts'

export const evaluationPageTexts: Readonly<
  Record<
    Language,
    {
      title: string
      toTalk: string
      promise: string
      howKept: (minimum: number) => readonly string[]
      voluntary: string
      send: string
      answered: string
      answeredHint: string
      notYet: string
    }
  >
> = {
  da: {
    title: 'Hvordan var samtalen?',
    toTalk: 'Til samtalen',
    promise: 'Vi lover dig, at svarene er anonyme',
    howKept: (minimum) => [
      'Svarene bliver gemt uden dit navn, uden samtalen og uden klokkeslæt. Kun måneden bliver gemt.',
      'For sig selv gemmer vi, at du har svaret, så vi ikke spørger igen.',
      `SU eller MED-udvalget og HR ser kun samlede tal, når mindst ${minimum} har svaret.`,
    ],
    voluntary: 'Det er frivilligt og tager et minut. Svarene kan ikke rettes bagefter.',
    send: 'Send svarene anonymt',
    answered: 'Tak, du har svaret.',
    answeredHint: 'Vi gemmer kun, at du har svaret. Ingen, heller ikke du selv, kan se hvad.',
    notYet: 'Spørgsmålene kan besvares, når samtalen er holdt.',
  },
  en: {
    title: 'How was the talk?',
    toTalk: 'To the talk',
    promise: 'We promise you that the answers are anonymous',
    howKept: (minimum) => [
      'The answers are kept without your name, without the talk and without the time of day. Only the month is kept.',
      'Separately we keep that you have answered, so that we do not ask again.',
      `The works council and HR see only totals, once at least ${minimum} have answered.`,
    ],
    voluntary: 'It is voluntary and takes a minute. The answers cannot be changed afterwards.',
    send: 'Send the answers anonymously',
    answered: 'Thank you, you have answered.',
    answeredHint: 'We keep only that you have answered. Nobody, not even you, can see what.',
    notYet: 'The questions can be answered once the talk was held.',
  },
}
