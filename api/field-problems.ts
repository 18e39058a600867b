import type { Language } from '../domain/language.ts'
import { type Problem, type Sentences, wrongInput } from './problem.ts'

/** What can be wrong with one field beyond its form. */
export type FieldProblemCode =
  | 'ends-before-it-begins'
  | 'in-the-past'
  | 'no-quiet-periods'
  | 'too-far-away'
  | 'too-short-for-a-talk'
  | 'in-the-future'
  | 'unknown-unit'
  | 'unknown-person'
  | 'unknown-employment'
  | 'unknown-talk'
  | 'own-deputy'
  | 'not-a-colleague'
  | 'number-taken'
  | 'question-id-twice'
  | 'option-id-twice'
  | 'scale-too-short'
  | 'unknown-file'
  | 'nobody-named'
  | 'months-out-of-bounds'
  | 'not-looked-at'

/** A 422 that names one field. */
export function wrongField(
  place: string,
  value: string,
  code: FieldProblemCode,
  language: Language,
): Problem {
  return wrongFields([{ place, value, code }], language)
}

/** A 422 that names every wrong field. */
export function wrongFields(
  fields: readonly { place: string; value: string; code: FieldProblemCode }[],
  language: Language,
): Problem {
  return wrongInput(
    fields.map(({ place, value, code }) => ({
      place,
      value,
      expected: code,
      sentence: sentences[code][language],
    })),
  )
}

const sentences: Readonly<Record<FieldProblemCode, Sentences>> = {
  'months-out-of-bounds': {
    da: 'Vælg et antal måneder inden for de nævnte grænser.',
    en: 'Choose a number of months within the bounds that are named.',
  },
  'not-looked-at': {
    da: 'Sæt kryds ved, at du har set, hvad der forsvinder.',
    en: 'Tick that you have seen what goes.',
  },
  'ends-before-it-begins': {
    da: 'Den sidste dag ligger før den første.',
    en: 'The last day is before the first.',
  },
  'no-quiet-periods': {
    da: 'Skriv uger som 28-30 eller datoer som 24.12-01.01, med komma imellem.',
    en: 'Write weeks such as 28-30 or dates such as 24.12-01.01, with commas between.',
  },
  'in-the-past': {
    da: 'Dagen er forbi. Vælg i dag eller senere.',
    en: 'The day is over. Choose today or later.',
  },
  'in-the-future': {
    da: 'Dagen er ikke kommet endnu. Vælg i dag eller tidligere.',
    en: 'The day has not come yet. Choose today or earlier.',
  },
  'too-far-away': {
    da: 'Vælg højst et halvt år ad gangen.',
    en: 'Choose at most half a year at a time.',
  },
  'too-short-for-a-talk': {
    da: 'Der er ikke plads til en samtale i det tidsrum.',
    en: 'There is no room for a talk between these times.',
  },
  'unknown-unit': { da: 'Enheden findes ikke.', en: 'The unit does not exist.' },
  'unknown-person': { da: 'Personen findes ikke.', en: 'The person does not exist.' },
  'unknown-employment': { da: 'Ansættelsen findes ikke.', en: 'The employment does not exist.' },
  'unknown-talk': { da: 'Samtalen hører ikke til runden.', en: 'The talk does not belong to the round.' },
  'own-deputy': {
    da: 'Man kan ikke være sin egen stedfortræder.',
    en: 'Nobody can be their own deputy.',
  },
  'not-a-colleague': {
    da: 'Vælg en kollega, der er ansat i dag.',
    en: 'Choose a colleague who is employed today.',
  },
  'number-taken': {
    da: 'Medarbejdernummeret bruges allerede.',
    en: 'The employee number is already in use.',
  },
  'question-id-twice': {
    da: 'To spørgsmål har samme id. Hvert spørgsmål skal have sit eget.',
    en: 'Two questions have the same id. Each question needs its own.',
  },
  'option-id-twice': {
    da: 'To svarmuligheder har samme id. Hver skal have sit eget.',
    en: 'Two choices have the same id. Each needs its own.',
  },
  'scale-too-short': {
    da: 'Skalaens højeste tal skal være større end det laveste.',
    en: 'The highest number of the scale must be greater than the lowest.',
  },
  'unknown-file': {
    da: 'Filen findes ikke. Læg den op igen.',
    en: 'The file does not exist. Upload it again.',
  },
  'nobody-named': { da: 'Vælg mindst én modtager.', en: 'Choose at least one recipient.' },
}
