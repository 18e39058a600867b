import type { Language } from '../../domain/language.ts'

/** HR's list of people. */
export interface PeopleTexts {
  title: string
  lead: string
  importFile: string
  add: string
  noneYet: string
  noneYetImporter: string
  filter: string
  search: string
  searchHint: string
  unit: string
  allUnits: string
  withoutLeader: string
  withoutMail: string
  alsoLeft: string
  show: string
  none: string
  serviceTokens: string
  columns: { name: string; number: string; title: string; unit: string; leader: string; marks: string }
  noLeader: string
  noMail: string
  left: (on: string) => string
  leaves: (on: string) => string
  begins: (on: string) => string
  onLeave: (until: string) => string
  onOpenLeave: string
}

export const peopleTexts: Readonly<Record<Language, PeopleTexts>> = {
  da: {
    title: 'Medarbejdere',
    lead: 'Dem, du er HR for. Find én for at skrive en ny leder, orlov eller en sidste dag ind.',
    importFile: 'Indlæs en fil',
    add: 'Tilføj en medarbejder',
    noneYet: 'Der er ingen medarbejdere endnu.',
    noneYetImporter: 'Der er ingen medarbejdere endnu. Indlæs filen fra lønsystemet for at komme i gang.',
    filter: 'Vælg, hvem du vil se',
    search: 'Søg',
    searchHint: 'En del af navnet, nummeret eller mailadressen',
    unit: 'Enhed',
    allUnits: 'Alle enheder',
    withoutLeader: 'Kun uden leder',
    withoutMail: 'Kun uden mailadresse',
    alsoLeft: 'Også fratrådte',
    show: 'Vis',
    none: 'Ingen passer til det, du har valgt.',
    serviceTokens: 'Lad et HR-system sende og hente data (adgangsnøgler)',
    columns: {
      name: 'Navn',
      number: 'Nr.',
      title: 'Stilling',
      unit: 'Enhed',
      leader: 'Leder',
      marks: 'Bemærk',
    },
    noLeader: 'Ingen leder',
    noMail: 'Ingen mailadresse',
    left: (on) => `Fratrådt ${on}`,
    leaves: (on) => `Fratræder ${on}`,
    begins: (on) => `Begynder ${on}`,
    onLeave: (until) => `Orlov til og med ${until}`,
    onOpenLeave: 'Orlov indtil videre',
  },
  en: {
    title: 'Employees',
    lead: 'Those you are HR of. Find one to enter a new leader, a leave or a last day.',
    importFile: 'Import a file',
    add: 'Add an employee',
    noneYet: 'There are no employees yet.',
    noneYetImporter: 'There are no employees yet. Import the file from the payroll system to begin.',
    filter: 'Choose whom to see',
    search: 'Search',
    searchHint: 'A part of the name, the number or the mail address',
    unit: 'Unit',
    allUnits: 'All units',
    withoutLeader: 'Only those without a leader',
    withoutMail: 'Only those without a mail address',
    alsoLeft: 'Those who have left too',
    show: 'Show',
    none: 'Nobody matches what you have chosen.',
    serviceTokens: 'Let an HR system send and fetch data (service tokens)',
    columns: {
      name: 'Name',
      number: 'No.',
      title: 'Title',
      unit: 'Unit',
      leader: 'Leader',
      marks: 'Note',
    },
    noLeader: 'No leader',
    noMail: 'No mail address',
    left: (on) => `Left ${on}`,
    leaves: (on) => `Leaves ${on}`,
    begins: (on) => `Begins ${on}`,
    onLeave: (until) => `On leave through ${until}`,
    onOpenLeave: 'On leave until further notice',
  },
}
