import type { Language } from '../domain/language.ts'

/** What HR is told before a round starts; none of it blocks (R1.2, R12, R13.1). */
export type RoundWarningCode =
  | 'guidelines-not-discussed'
  | 'leaders-without-lus'
  | 'nobody-on-roster'
  | 'people-without-leader'
  | 'people-without-mail'
  | 'people-without-birth-date'
  | 'people-elsewhere'
  | 'kickoff-is-over'
  | 'orientation-is-over'

export interface RoundWarning {
  code: RoundWarningCode
  sentence: string
}

/** @param count how many people it is about, where it is about people */
export function warning(code: RoundWarningCode, language: Language, count = 0): RoundWarning {
  return { code, sentence: sentences[language][code](count) }
}

const sentences: Record<Language, Record<RoundWarningCode, (count: number) => string>> = {
  da: {
    'guidelines-not-discussed': () =>
      'Der er ikke angivet, hvornår retningslinjerne er drøftet i SU eller MED. Du kan starte runden alligevel.',
    'leaders-without-lus': (count) =>
      `${count === 1 ? '1 leder' : `${count} ledere`} er undtaget på grund af LUS, men ingen LUS-runde for året har ${count === 1 ? 'lederen' : 'dem'} med. Opret en, så lederne også får en samtale.`,
    'nobody-on-roster': () => 'Ingen er på deltagerlisten. Kontrollér enheden og datoerne.',
    'people-without-leader': (count) =>
      `${people.da(count)} har ingen leder i filen og er undtaget, indtil du angiver, hvem der holder samtalen.`,
    'people-without-mail': (count) =>
      `${people.da(count)} har ingen mailadresse. Deres breve bliver til en side, som lederen kan skrive ud.`,
    'people-without-birth-date': (count) =>
      `${people.da(count)} har ingen fødselsdato i filen. I staten skal der tilbydes seniorsamtale fra en vis alder, og uden fødselsdato kan lederen ikke blive mindet om det.`,
    'people-elsewhere': (count) =>
      `${people.da(count)} er allerede med i en anden runde af samme slags og kommer ikke med her.`,
    'kickoff-is-over': () =>
      'Dagen, hvor lederne forbereder sig sammen, er forbi. Lederne får deres mail, så snart runden er startet.',
    'orientation-is-over': () =>
      'Orienteringsdagen er forbi. Alle får orienteringen, så snart runden er startet, og fristerne tæller fra den dag.',
  },
  en: {
    'guidelines-not-discussed': () =>
      'It is not stated when the guidelines were discussed in the works council. You can start the round all the same.',
    'leaders-without-lus': (count) =>
      `${count === 1 ? '1 leader is' : `${count} leaders are`} exempt because of LUS, but no LUS round of the year has ${count === 1 ? 'that leader' : 'them'}. Create one so that leaders have a talk too.`,
    'nobody-on-roster': () => 'Nobody is on the roster. Check the unit and the dates.',
    'people-without-leader': (count) =>
      `${people.en(count)} no leader in the file and ${count === 1 ? 'is' : 'are'} exempt until you name who holds the talk.`,
    'people-without-mail': (count) =>
      `${people.en(count)} no mail address. Their mails become a page for the leader to print.`,
    'people-without-birth-date': (count) =>
      `${people.en(count)} no birth date in the file. In the state a senior talk must be offered from an age on, and without it leaders cannot be reminded.`,
    'people-elsewhere': (count) =>
      `${count === 1 ? '1 person is' : `${count} people are`} already in another round of the same kind and will not be in this one.`,
    'kickoff-is-over': () =>
      'The day on which leaders prepare together is over. Leaders get their mail as soon as the round has started.',
    'orientation-is-over': () =>
      'The orientation day is over. Everybody gets the orientation as soon as the round has started, and deadlines count from that day.',
  },
}

const people: Record<Language, (count: number) => string> = {
  da: (count) => (count === 1 ? '1 person' : `${count} personer`),
  en: (count) => (count === 1 ? '1 person has' : `${count} people have`),
}
