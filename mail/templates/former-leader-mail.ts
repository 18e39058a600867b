import type { Day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import type { MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { dayWord } from './words.ts'

export interface FormerLeaderInput {
  givenName: string
  on: Day
  /** Names: of those who are led by somebody else now, and by whom. */
  changes: readonly { employee: string; leader: string }[]
}

/** Others lead the reader's employees from a day on, and read what was the reader's to read (R15.1). */
export function formerLeaderMail(
  input: FormerLeaderInput,
  language: Language,
  place: MailPlace,
): MailContent {
  const texts = formerLeaderTexts[language]
  const on = dayWord(input.on, language)
  return {
    subject: texts.subject(input.changes.length, on),
    preview: texts.reads,
    title: texts.title(input.changes.length),
    blocks: [
      { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
      { kind: 'text', text: texts.lead(on) },
      {
        kind: 'facts',
        rows: input.changes.map(({ employee, leader }) => ({ label: employee, value: leader })),
      },
      { kind: 'text', text: texts.reads },
      { kind: 'note', text: texts.wrong(input.changes.length) },
      { kind: 'button', label: texts.button, href: linksOf(place.publicUrl).home },
    ],
    footer: frameTexts[language].footer(place.employerName),
  }
}

interface FormerLeaderTexts {
  subject(count: number, on: string): string
  title(count: number): string
  lead(on: string): string
  reads: string
  wrong(count: number): string
  button: string
}

const formerLeaderTexts: Record<Language, FormerLeaderTexts> = {
  da: {
    subject: (count, on) =>
      count === 1
        ? `En af dine medarbejdere har en ny leder i Årshjulet fra ${on}`
        : `${count} af dine medarbejdere har en ny leder i Årshjulet fra ${on}`,
    title: (count) =>
      count === 1 ? 'En af dine medarbejdere har en ny leder' : 'Nogle af dine medarbejdere har en ny leder',
    lead: (on) => `HR har registreret en anden leder end dig fra ${on}:`,
    reads:
      'Den nye leder kan læse udviklingsplanerne og det, der er delt i forberedelsen – også fra tidligere år. Det kan du ikke længere.',
    wrong: (count) =>
      `Er det ikke rigtigt, så sig det til HR. ${count === 1 ? 'Medarbejderen' : 'Medarbejderne'} har fået samme besked.`,
    button: 'Se dit team',
  },
  en: {
    subject: (count, on) =>
      count === 1
        ? `One of your employees has a new leader in Årshjulet from ${on}`
        : `${count} of your employees have a new leader in Årshjulet from ${on}`,
    title: (count) =>
      count === 1 ? 'One of your employees has a new leader' : 'Some of your employees have a new leader',
    lead: (on) => `HR has entered another leader than you from ${on}:`,
    reads:
      'The new leader can read the development plans and what was shared of the preparation, also from earlier years. You no longer can.',
    wrong: (count) =>
      `If that is wrong, tell HR. The ${count === 1 ? 'employee has' : 'employees have'} been told the same.`,
    button: 'See your team',
  },
}
