import type { Language } from '../../domain/language.ts'
import type { MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { type LocalTime, timeWord } from './words.ts'

export interface FurtherNumberInput {
  givenName: string
  number: string
  enteredAt: LocalTime
  /** The number lets nobody in before. */
  from: LocalTime
}

/** One more employment, with a number of its own, is somebody's. */
export function furtherNumberMail(
  { givenName, number, enteredAt, from }: FurtherNumberInput,
  language: Language,
  place: MailPlace,
): MailContent {
  const texts = furtherNumberTexts[language]
  return {
    subject: texts.subject(timeWord(enteredAt, language)),
    preview: texts.what(number),
    title: texts.title,
    blocks: [
      { kind: 'text', text: frameTexts[language].greeting(givenName) },
      { kind: 'text', text: texts.what(number) },
      { kind: 'text', text: texts.waits(timeWord(from, language)) },
      { kind: 'button', label: frameTexts[language].open, href: linksOf(place.publicUrl).home },
      { kind: 'note', text: texts.notYours },
    ],
    footer: frameTexts[language].footer(place.employerName),
  }
}

interface FurtherNumberTexts {
  subject(at: string): string
  title: string
  what(number: string): string
  waits(from: string): string
  notYours: string
}

const furtherNumberTexts: Record<Language, FurtherNumberTexts> = {
  da: {
    subject: (at) => `Du fik endnu et medarbejdernummer i Årshjulet ${at}`,
    title: 'Du har fået endnu et medarbejdernummer i Årshjulet',
    what: (number) => `Ansættelsen med medarbejdernummer ${number} er registreret som din i Årshjulet.`,
    waits: (from) =>
      `Bruger din arbejdsplads medarbejdernummeret, når du logger ind, kan du bruge det nye nummer fra ${from}. Ventetiden beskytter dig: Du kan nå at sige fra. Indtil da logger du ind, som du plejer.`,
    notYours: 'Er det ikke din ansættelse, så ring til HR med det samme.',
  },
  en: {
    subject: (at) => `You got one more employee number in Årshjulet on ${at}`,
    title: 'You have got one more employee number in Årshjulet',
    what: (number) => `The employment with employee number ${number} has been entered as yours in Årshjulet.`,
    waits: (from) =>
      `If your workplace uses the employee number when you sign in, you can use the new number from ${from}. The wait protects you: you have time to object. Until then you sign in as you are used to.`,
    notYours: 'If it is not your employment, call HR at once.',
  },
}
