import type { Language } from '../../domain/language.ts'
import type { MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { type LocalTime, timeWord } from './words.ts'

export interface SignInInput {
  givenName: string
  token: string
  /** The link works until then, once. */
  until: LocalTime
}

export function signInMail(input: SignInInput, language: Language, place: MailPlace): MailContent {
  const texts = signInTexts[language]
  const until = timeWord(input.until, language)
  return {
    subject: texts.subject(until),
    preview: texts.works(until),
    title: texts.title,
    blocks: [
      { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
      { kind: 'text', text: texts.works(until) },
      { kind: 'button', label: texts.button, href: linksOf(place.publicUrl).signIn(input.token) },
      { kind: 'note', text: texts.notYou },
    ],
    footer: frameTexts[language].footer(place.employerName),
  }
}

interface SignInTexts {
  subject(until: string): string
  title: string
  works(until: string): string
  button: string
  notYou: string
}

const signInTexts: Record<Language, SignInTexts> = {
  da: {
    subject: (until) => `Log ind på Årshjulet – linket virker indtil ${until}`,
    title: 'Log ind på Årshjulet',
    works: (until) => `Her er dit link til at logge ind. Det virker én gang og kun indtil ${until}.`,
    button: 'Log ind',
    notYou: 'Har du ikke bedt om at logge ind, kan du se bort fra mailen. Send den ikke videre.',
  },
  en: {
    subject: (until) => `Sign in to Årshjulet – the link works until ${until}`,
    title: 'Sign in to Årshjulet',
    works: (until) => `Here is your link to sign in. It works once, and only until ${until}.`,
    button: 'Sign in',
    notYou: 'If you did not ask to sign in, ignore this mail. Do not pass it on.',
  },
}
