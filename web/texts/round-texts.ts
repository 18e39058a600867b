import type { Language } from '../../domain/language.ts'

/** What HR writes about a round. */
export interface RoundTextsTexts {
  title: string
  lead: string
  name: string
  year: string
  focus: string
  focusHint: string
  orientation: string
  orientationHint: string
  links: string
  linksHint: string
  linkLabel: (number: number) => string
  linkUrl: (number: number) => string
  committee: string
  committeeHint: string
  discussedOn: string
  discussedHint: string
  recurs: string
  save: string
}

export const roundTextsTexts: Readonly<Record<Language, RoundTextsTexts>> = {
  da: {
    title: 'Tekster, fokus og links',
    lead: 'Det her står i orienteringen til alle og på rundens side. Skriv kort og til medarbejderen.',
    name: 'Rundens navn',
    year: 'År',
    focus: 'Årets fokus',
    focusHint: 'Hvad skal samtalerne især handle om i år?',
    orientation: 'Orientering',
    orientationHint: 'Formål, og hvad I vil bruge samtalerne til.',
    links: 'Links til jeres strategier og politikker',
    linksHint: 'Et link uden adresse bliver ikke gemt.',
    linkLabel: (number) => `Link ${number}: tekst`,
    linkUrl: (number) => `Link ${number}: adresse`,
    committee: 'Udvalg',
    committeeHint: 'For eksempel MED-udvalget eller SU.',
    discussedOn: 'Dag, hvor retningslinjerne blev drøftet',
    discussedHint: 'Mangler den, advarer vi før start. Runden kan starte alligevel.',
    recurs: 'Åbn næste års kladde af sig selv',
    save: 'Gem teksterne',
  },
  en: {
    title: 'Texts, focus and links',
    lead: 'This stands in the orientation to all and on the page of the round. Write briefly, and to the employee.',
    name: 'Name of the round',
    year: 'Year',
    focus: 'Focus of the year',
    focusHint: 'What should the talks be about this year in particular?',
    orientation: 'Orientation',
    orientationHint: 'The purpose, and what you will use the talks for.',
    links: 'Links to your strategies and policies',
    linksHint: 'A link without an address is not saved.',
    linkLabel: (number) => `Link ${number}: text`,
    linkUrl: (number) => `Link ${number}: address`,
    committee: 'Committee',
    committeeHint: 'For example the works council.',
    discussedOn: 'The day on which the guidelines were discussed',
    discussedHint: 'Without it we warn before the start. The round can start all the same.',
    recurs: 'Open next year’s draft by itself',
    save: 'Save the texts',
  },
}
