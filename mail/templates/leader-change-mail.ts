import type { Day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import type { MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { dayWord } from './words.ts'

export interface LeaderChangeInput {
  givenName: string
  leader: string
  on: Day
}

/** Somebody else holds the employee's talk from a day on, and reads what belongs to the two. */
export function leaderChangeMail(
  input: LeaderChangeInput,
  language: Language,
  place: MailPlace,
): MailContent {
  const texts = leaderChangeTexts[language]
  const on = dayWord(input.on, language)
  return {
    subject: texts.subject(on),
    preview: texts.reads,
    title: texts.title,
    blocks: [
      { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
      { kind: 'text', text: texts.leads(input.leader, on) },
      { kind: 'text', text: texts.reads },
      { kind: 'note', text: texts.wrong },
      { kind: 'button', label: texts.button, href: linksOf(place.publicUrl).home },
    ],
    footer: frameTexts[language].footer(place.employerName),
  }
}

interface LeaderChangeTexts {
  subject(on: string): string
  title: string
  leads(leader: string, on: string): string
  reads: string
  wrong: string
  button: string
}

const leaderChangeTexts: Record<Language, LeaderChangeTexts> = {
  da: {
    subject: (on) => `Du har en ny leder i Årshjulet fra ${on}`,
    title: 'Du har en ny leder i Årshjulet',
    leads: (leader, on) => `HR har registreret ${leader} som din leder fra ${on}.`,
    reads:
      'Din leder kan læse jeres udviklingsplaner og det, du har delt i forberedelsen – også fra tidligere år. Du kan altid se, hvem der har læst hvad, på siden om din samtale.',
    wrong: 'Er det ikke rigtigt, så sig det til HR.',
    button: 'Se dine samtaler',
  },
  en: {
    subject: (on) => `You have a new leader in Årshjulet from ${on}`,
    title: 'You have a new leader in Årshjulet',
    leads: (leader, on) => `HR has entered ${leader} as your leader from ${on}.`,
    reads:
      'Your leader can read your development plans and what you have shared of your preparation, also from earlier years. You can always see who has read what on the page of your talk.',
    wrong: 'If that is wrong, tell HR.',
    button: 'See your talks',
  },
}
