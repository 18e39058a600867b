import type { Language } from '../../domain/language.ts'

export const rosterLists = ['talks', 'exempt', 'elsewhere'] as const
export type RosterList = (typeof rosterLists)[number]

/** Who is in a round, and who is exempt and why. */
export interface RoundRosterTexts {
  title: string
  leadDraft: string
  leadStarted: string
  show: string
  lists: Record<RosterList, string>
  none: Record<RosterList, string>
  name: string
  unit: string
  reason: string
  status: string
  round: string
  note: string
  eligibleFrom: (day: string) => string
  noMail: string
  noBirthDate: string
  isLeader: string
}

export const roundRosterTexts: Readonly<Record<Language, RoundRosterTexts>> = {
  da: {
    title: 'Hvem er med',
    leadDraft:
      'Sådan ville deltagerlisten se ud, hvis runden startede i dag. Den følger medarbejderlisten, til du starter.',
    leadStarted:
      'Alle, runden skal gøre rede for. Nye medarbejdere kommer med af sig selv, når de står i medarbejderlisten.',
    show: 'Vis',
    lists: { talks: 'Med i runden', exempt: 'Undtaget', elsewhere: 'Med i en anden runde' },
    none: {
      talks: 'Ingen er med i runden. Kontrollér enheden og datoerne.',
      exempt: 'Ingen er undtaget.',
      elsewhere: 'Ingen i enheden er med i en anden runde.',
    },
    name: 'Navn',
    unit: 'Enhed',
    reason: 'Grund',
    status: 'Status',
    round: 'Runde',
    note: 'Bemærk',
    eligibleFrom: (day) => `Fra ${day}`,
    noMail: 'Ingen mailadresse',
    noBirthDate: 'Ingen fødselsdato',
    isLeader: 'Leder',
  },
  en: {
    title: 'Who is in it',
    leadDraft:
      'This is the roster if the round started today. It follows the list of employees until you start.',
    leadStarted:
      'Everybody the round accounts for. New employees come in by themselves once they are on the list of employees.',
    show: 'Show',
    lists: { talks: 'In the round', exempt: 'Exempt', elsewhere: 'In another round' },
    none: {
      talks: 'Nobody is in the round. Check the unit and the dates.',
      exempt: 'Nobody is exempt.',
      elsewhere: 'Nobody of the unit is in another round.',
    },
    name: 'Name',
    unit: 'Unit',
    reason: 'Reason',
    status: 'Status',
    round: 'Round',
    note: 'Note',
    eligibleFrom: (day) => `From ${day}`,
    noMail: 'No mail address',
    noBirthDate: 'No birth date',
    isLeader: 'Leader',
  },
}
