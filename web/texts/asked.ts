import type { Language } from '../../domain/language.ts'
import type { Asked, AskKind } from '../../domain/talk/asked.ts'

interface Facts {
  readonly employee: string
  readonly talk: string
  readonly about: Asked['about']
  readonly time: string
  /** Null where the time stands without an answer. */
  readonly answerBy: string | null
}

type Sentences = Readonly<Record<AskKind, (facts: Facts) => string>>

/** What somebody is asked for, as a link text, and what happens without an answer. */
export const askedTexts: Readonly<Record<Language, { title: Sentences; note: Sentences }>> = {
  da: {
    title: {
      'answer-time': (f) => `Svar på tiden til ${nameOf(f, aboutDa)}: ${f.time}`,
      'pick-time': (f) => `Vælg en ledig tid til ${f.talk}`,
      'answer-offer': (f) => `Svar på tilbuddet om en ${nameOf(f, aboutDa)}`,
      evaluate: (f) => `Fortæl anonymt, hvordan ${f.talk} var`,
      'answer-wish': (f) => `${f.employee} ønsker en anden tid til ${nameOf(f, aboutDa)}`,
    },
    note: {
      'answer-time': ({ answerBy }) =>
        answerBy === null
          ? 'Svarer du ikke, regner vi med, at du kommer.'
          : `Varslet er kort: Svar senest ${answerBy}, ellers bortfalder tiden.`,
      'pick-time': (f) => `Den første er ${f.time}. Den, du vælger, er aftalt med det samme.`,
      'answer-offer': () => 'Du bestemmer selv, og du kan fortryde dit svar.',
      evaluate: () => 'Det tager et minut. Svarene gemmes uden navn, og det er frivilligt.',
      'answer-wish': (f) => `Tiden ${f.time} er uændret, til du flytter den.`,
    },
  },
  en: {
    title: {
      'answer-time': (f) => `Answer the time for ${nameOf(f, aboutEn)}: ${f.time}`,
      'pick-time': (f) => `Pick a free time for ${f.talk}`,
      'answer-offer': (f) => `Answer the offer of a ${nameOf(f, aboutEn)}`,
      evaluate: (f) => `Tell anonymously how ${f.talk} was`,
      'answer-wish': (f) => `${f.employee} would like another time for ${nameOf(f, aboutEn)}`,
    },
    note: {
      'answer-time': ({ answerBy }) =>
        answerBy === null
          ? 'If you do not answer, we expect you to come.'
          : `The notice is short: answer by ${answerBy}, or the time falls away.`,
      'pick-time': (f) => `The first is ${f.time}. The one you pick is arranged at once.`,
      'answer-offer': () => 'It is up to you, and you can change your answer.',
      evaluate: () => 'It takes a minute. The answers are kept without a name, and it is voluntary.',
      'answer-wish': (f) => `The time ${f.time} is unchanged until you move it.`,
    },
  },
}

type AboutTexts = Readonly<Record<Exclude<Asked['about'], 'talk'>, string>>

const aboutDa: AboutTexts = {
  'status-talk': 'statussamtalen',
  senior: 'seniorsamtale',
  'leader-talent': 'ledertalentsamtale',
  return: 'opstartssamtale',
}

const aboutEn: AboutTexts = {
  'status-talk': 'the status talk',
  senior: 'senior talk',
  'leader-talent': 'leader-talent talk',
  return: 'return talk',
}

function nameOf({ about, talk }: Facts, names: AboutTexts): string {
  return about === 'talk' ? talk : names[about]
}
