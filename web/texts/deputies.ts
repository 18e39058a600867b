import type { Language } from '../../domain/language.ts'

export interface DeputyTexts {
  title: string
  lead: string
  mine: string
  none: string
  forOthers: string
  actsFor: (leader: string, from: string, to: string) => string
  acts: (deputy: string, from: string, to: string) => string
  end: string
  endOf: (deputy: string) => string
  name: string
  search: string
  searchHint: string
  find: string
  found: string
  nobody: string
  who: string
  from: string
  to: string
  job: string
  nameButton: string
}

export const deputyTexts: Readonly<Record<Language, DeputyTexts>> = {
  da: {
    title: 'Stedfortrædere',
    lead: 'Er du væk i en periode, kan en kollega stå for dine samtaler så længe. Stedfortræderen kan se og gøre det samme som dig, og alt, hvad stedfortræderen gør, står som »på vegne af« dig.',
    mine: 'Dine stedfortrædere',
    none: 'Du har ingen stedfortræder.',
    forOthers: 'Du er stedfortræder for',
    actsFor: (leader, from, to) => `${leader} fra ${from} til og med ${to}`,
    acts: (deputy, from, to) => `${deputy} fra ${from} til og med ${to}`,
    end: 'Stop i dag',
    endOf: (deputy) => `Stop i dag: ${deputy}`,
    name: 'Udpeg en stedfortræder',
    search: 'Søg efter en kollega',
    searchHint: 'Skriv mindst to bogstaver af navnet.',
    find: 'Søg',
    found: 'Vælg kollega og periode',
    nobody: 'Ingen kollega hedder sådan. Prøv en anden del af navnet.',
    who: 'Kollega',
    from: 'Fra dag',
    to: 'Til og med dag',
    job: 'Dit job',
    nameButton: 'Udpeg stedfortræder',
  },
  en: {
    title: 'Deputies',
    lead: 'If you are away for a while, a colleague can answer for your talks meanwhile. The deputy can see and do the same as you, and everything the deputy does is marked as “on behalf of” you.',
    mine: 'Your deputies',
    none: 'You have no deputy.',
    forOthers: 'You are the deputy of',
    actsFor: (leader, from, to) => `${leader} from ${from} through ${to}`,
    acts: (deputy, from, to) => `${deputy} from ${from} through ${to}`,
    end: 'End today',
    endOf: (deputy) => `End today: ${deputy}`,
    name: 'Name a deputy',
    search: 'Search for a colleague',
    searchHint: 'Write at least two letters of the name.',
    find: 'Search',
    found: 'Choose colleague and period',
    nobody: 'No colleague has such a name. Try another part of it.',
    who: 'Colleague',
    from: 'From day',
    to: 'Through day',
    job: 'Your job',
    nameButton: 'Name deputy',
  },
}
