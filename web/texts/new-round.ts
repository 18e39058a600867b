import type { Language } from '../../domain/language.ts'

/** The steps in which HR drafts a round. */
export interface NewRoundTexts {
  title: string
  step1: string
  step2: string
  lead: string
  unit: string
  unitHint: string
  kind: string
  kindHint: string
  sector: string
  year: string
  name: string
  nameHint: string
  talksFrom: string
  talksFromHint: string
  talksTo: string
  talksToHint: string
  showYear: string
  calendarLead: string
  calendarHint: string
  lookAgain: string
  save: string
  changeStart: string
  nothingSaved: string
}

export const newRoundTexts: Readonly<Record<Language, NewRoundTexts>> = {
  da: {
    title: 'Ny runde',
    step1: 'Trin 1 af 2: Hvem og hvornår',
    step2: 'Trin 2 af 2: Rundens kalender',
    lead: 'Vælg, hvem runden er for, og hvornår samtalerne holdes. Så regner vi resten af året ud. Intet bliver gemt endnu.',
    unit: 'Enhed',
    unitHint: 'Runden gælder enheden og alle under den.',
    kind: 'Samtaletype',
    kindHint: 'Senior- og ledertalentsamtaler tilbyder lederen den enkelte. De er ikke en runde.',
    sector: 'Sektor',
    year: 'År',
    name: 'Rundens navn',
    nameHint: 'Det står i mails og på siderne.',
    talksFrom: 'Første dag, samtaler holdes',
    talksFromHint: 'For eksempel 01.02.2027.',
    talksTo: 'Sidste dag, samtaler holdes',
    talksToHint: 'Udelader du den, varer perioden tre måneder.',
    showYear: 'Vis rundens kalender',
    calendarLead: 'Sådan bliver året. Ret de datoer, der ikke passer jer, og gem runden som kladde.',
    calendarHint:
      'Datoerne er regnet i arbejdsdage. En kladde sender ingen mails, og du kan rette alt, til du starter runden.',
    lookAgain: 'Vis kalenderen igen',
    save: 'Gem som kladde',
    changeStart: 'Ret enhed, type eller periode',
    nothingSaved: 'Intet er gemt endnu.',
  },
  en: {
    title: 'New round',
    step1: 'Step 1 of 2: Who and when',
    step2: 'Step 2 of 2: The calendar of the round',
    lead: 'Choose whom the round is for and when the talks are held. We work out the rest of the year. Nothing is saved yet.',
    unit: 'Unit',
    unitHint: 'The round is for the unit and everybody below it.',
    kind: 'Kind of talk',
    kindHint: 'Leaders offer senior and leader-talent talks to individuals. They are no round.',
    sector: 'Sector',
    year: 'Year',
    name: 'Name of the round',
    nameHint: 'It stands in mails and on the pages.',
    talksFrom: 'First day of the talks',
    talksFromHint: 'For example 2027-02-01.',
    talksTo: 'Last day of the talks',
    talksToHint: 'Without it the window is three months long.',
    showYear: 'Show the calendar of the round',
    calendarLead: 'This is the year. Change the dates that do not suit you, and save the round as a draft.',
    calendarHint:
      'Dates are counted in working days. A draft sends no mail, and you can change everything until you start the round.',
    lookAgain: 'Show the calendar again',
    save: 'Save as a draft',
    changeStart: 'Change unit, kind or window',
    nothingSaved: 'Nothing is saved yet.',
  },
}
