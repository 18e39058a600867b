import type { Language } from '../../domain/language.ts'
import type { MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { type LocalTime, timeWord } from './words.ts'

export interface AddressChangeInput {
  /** What the reader is told: of the address the mail goes to, or, of a `first` one, on paper. */
  news: 'replaced' | 'removed' | 'first' | 'now-yours'
  givenName: string
  changedAt: LocalTime
  /** The new address lets nobody in before. */
  from: LocalTime
}

/** Somebody's mail address is another. The addresses themselves are not in it: one of them may be a stranger's. */
export function addressChangeMail(
  { news, givenName, changedAt, from }: AddressChangeInput,
  language: Language,
  place: MailPlace,
): MailContent {
  const texts = addressChangeTexts[language]
  const isRemoved = news === 'removed'
  return {
    subject: texts.subjects[news](timeWord(changedAt, language)),
    preview: texts.what[news],
    title: texts.titles[news],
    blocks: [
      { kind: 'text', text: frameTexts[language].greeting(givenName) },
      { kind: 'text', text: texts.what[news] },
      { kind: 'text', text: isRemoved ? texts.signedOut : texts.waits(timeWord(from, language)) },
      ...(isRemoved ? [] : [{ kind: 'text' as const, text: texts.meanwhile }]),
      { kind: 'button', label: frameTexts[language].open, href: linksOf(place.publicUrl).home },
      { kind: 'note', text: news === 'now-yours' ? texts.notYours : texts.notYou },
    ],
    footer: frameTexts[language].footer(place.employerName),
  }
}

interface AddressChangeTexts {
  subjects: Record<AddressChangeInput['news'], (at: string) => string>
  titles: Record<AddressChangeInput['news'], string>
  what: Record<AddressChangeInput['news'], string>
  signedOut: string
  waits: (from: string) => string
  meanwhile: string
  notYou: string
  notYours: string
}

const addressChangeTexts: Record<Language, AddressChangeTexts> = {
  da: {
    subjects: {
      replaced: (at) => `Din mailadresse i Årshjulet blev ændret ${at}`,
      removed: (at) => `Din mailadresse i Årshjulet blev fjernet ${at}`,
      first: (at) => `Du fik en mailadresse i Årshjulet ${at}`,
      'now-yours': (at) => `Din nye mailadresse i Årshjulet fra ${at}`,
    },
    titles: {
      replaced: 'Din mailadresse i Årshjulet er ændret',
      removed: 'Din mailadresse i Årshjulet er fjernet',
      first: 'Du har fået en mailadresse i Årshjulet',
      'now-yours': 'Din nye mailadresse i Årshjulet',
    },
    what: {
      replaced:
        'Der er registreret en anden mailadresse for dig i Årshjulet. Nye mails derfra kommer ikke længere til denne adresse.',
      removed:
        'Denne mailadresse er ikke længere din i Årshjulet, og der er ikke registreret en ny. Fra nu af får du breve af din leder.',
      first:
        'Der er registreret en mailadresse for dig i Årshjulet. Fra nu af får du mails i stedet for breve.',
      'now-yours': 'Denne mailadresse er nu din i Årshjulet. Fra nu af kommer dine mails derfra hertil.',
    },
    signedOut: 'Du er logget ud overalt.',
    waits: (from) =>
      `Du er logget ud overalt. Den nye adresse kan bruges til at logge ind fra ${from}. Ventetiden beskytter dig: Du kan nå at sige fra, før nogen kan logge ind med den.`,
    meanwhile:
      'Logger du ind via arbejdspladsen, og kender den dig på dit medarbejdernummer, kan du logge ind hele tiden.',
    notYou: 'Kender du ikke til ændringen, så ring til HR med det samme.',
    notYours: 'Er det ikke din adresse, eller kender du ikke til ændringen, så sig det til HR med det samme.',
  },
  en: {
    subjects: {
      replaced: (at) => `Your mail address in Årshjulet was changed on ${at}`,
      removed: (at) => `Your mail address in Årshjulet was removed on ${at}`,
      first: (at) => `You got a mail address in Årshjulet on ${at}`,
      'now-yours': (at) => `Your new mail address in Årshjulet from ${at}`,
    },
    titles: {
      replaced: 'Your mail address in Årshjulet has been changed',
      removed: 'Your mail address in Årshjulet has been removed',
      first: 'You have got a mail address in Årshjulet',
      'now-yours': 'Your new mail address in Årshjulet',
    },
    what: {
      replaced:
        'Another mail address has been entered for you in Årshjulet. New mails from there no longer come to this address.',
      removed:
        'This mail address is no longer yours in Årshjulet, and no new one has been entered. From now on your leader gives you letters.',
      first:
        'A mail address has been entered for you in Årshjulet. From now on you get mails instead of letters.',
      'now-yours': 'This mail address is now yours in Årshjulet. From now on its mails to you come here.',
    },
    signedOut: 'You have been signed out everywhere.',
    waits: (from) =>
      `You have been signed out everywhere. The new address can be used to sign in from ${from}. The wait protects you: you have time to object before anybody can sign in with it.`,
    meanwhile:
      'If you sign in through your workplace, and it knows you by your employee number, you can sign in all the while.',
    notYou: 'If you know nothing of the change, call HR at once.',
    notYours: 'If this is not your address, or you know nothing of the change, tell HR at once.',
  },
}
