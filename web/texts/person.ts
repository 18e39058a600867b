import type { Language } from '../../domain/language.ts'

/** One person as HR sees them, and what HR enters by hand. */
export interface PersonTexts {
  nothing: string
  mayBe: (name: string) => string
  mayBeHint: string
  look: string
  noLeader: string
  noLeaderHint: string
  chooseLeader: string
  noMail: string
  noMailHint: string
  enterMail: string
  contact: string
  mails: string
  mail: string
  newMail: (from: string) => string
  phone: string
  language: string
  languages: Record<Language, string>
  none: string
  employment: (number: string) => string
  newNumber: (from: string) => string
  title: string
  jobGroup: string
  hours: string
  from: string
  lastDay: string
  unit: string
  leader: string
  leave: string
  leads: string
  leadsCount: (count: number) => string
  deputy: string
  deputyLine: (name: string, from: string, to: string) => string
  planned: (name: string, from: string) => string
  plannedNone: (from: string) => string
  acts: (number: string) => string
  correct: string
  changeLeader: string
  move: string
  setLastDay: string
  enterLeave: string
  nameDeputy: string
  talks: string
}

export const personTexts: Readonly<Record<Language, PersonTexts>> = {
  da: {
    nothing: 'Intet mangler. Det, du kan skrive ind, står under ansættelsen.',
    mayBe: (name) => `Er det samme person som en anden ${name}?`,
    mayBeHint:
      'Der er to med samme mailadresse, navn og fødselsdato. Er det én person, kan du lægge dem sammen.',
    look: 'Se de to',
    noLeader: 'Der er ingen leder',
    noLeaderHint:
      'Så længe ingen er leder, er medarbejderen undtaget fra runder. For den øverste leder er det rigtigt.',
    chooseLeader: 'Vælg en leder',
    noMail: 'Der er ingen mailadresse',
    noMailHint:
      'Lederen får brevene til udskrift. Adressen kommer med filen fra lønsystemet, eller du kan skrive den ind.',
    enterMail: 'Skriv adressen ind',
    contact: 'Kontakt',
    mails: 'Mails til personen',
    mail: 'Mail',
    newMail: (from) => `Adressen er ny. Den kan bruges til at logge ind fra ${from}.`,
    phone: 'Telefon',
    language: 'Sprog',
    languages: { da: 'Dansk', en: 'Engelsk' },
    none: '–',
    employment: (number) => `Ansættelse ${number}`,
    newNumber: (from) =>
      `Nummeret er nyt for personen. Logger man ind med sit medarbejdernummer, kan dette bruges fra ${from}.`,
    title: 'Stilling',
    jobGroup: 'Stillingsgruppe',
    hours: 'Timer om ugen',
    from: 'Ansat fra',
    lastDay: 'Sidste dag',
    unit: 'Enhed',
    leader: 'Leder',
    leave: 'Orlov',
    leads: 'Er leder for',
    leadsCount: (count) => (count === 1 ? '1 medarbejder' : `${count} medarbejdere`),
    deputy: 'Stedfortræder',
    deputyLine: (name, from, to) => `${name} fra ${from} til og med ${to}`,
    planned: (name, from) => `${name} fra ${from}`,
    plannedNone: (from) => `Ingen fra ${from}`,
    acts: (number) => `Skriv noget ind om ansættelse ${number}`,
    correct: 'Ret oplysninger',
    changeLeader: 'Skift leder',
    move: 'Flyt til en anden enhed',
    setLastDay: 'Sidste dag',
    enterLeave: 'Orlov',
    nameDeputy: 'Stedfortræder',
    talks: 'Samtaler',
  },
  en: {
    nothing: 'Nothing is missing. What you can enter stands under the employment.',
    mayBe: (name) => `Is this the same person as another ${name}?`,
    mayBeHint:
      'There are two with the same mail address, name and date of birth. If they are one person, you can join them.',
    look: 'See the two',
    noLeader: 'There is no leader',
    noLeaderHint:
      'As long as nobody leads them, the employee is exempt from rounds. For whoever is at the top that is right.',
    chooseLeader: 'Choose a leader',
    noMail: 'There is no mail address',
    noMailHint:
      'The leader gets the letters to print. The address comes with the file from the payroll system, or you can enter it.',
    enterMail: 'Enter the address',
    contact: 'Contact',
    mails: 'Mails to this person',
    mail: 'Mail',
    newMail: (from) => `The address is new. It can be used to sign in from ${from}.`,
    phone: 'Telephone',
    language: 'Language',
    languages: { da: 'Danish', en: 'English' },
    none: '–',
    employment: (number) => `Employment ${number}`,
    newNumber: (from) =>
      `The number is new to this person. Where people sign in by employee number, this one can be used from ${from}.`,
    title: 'Title',
    jobGroup: 'Job group',
    hours: 'Hours a week',
    from: 'Employed from',
    lastDay: 'Last day',
    unit: 'Unit',
    leader: 'Leader',
    leave: 'Leave',
    leads: 'Leads',
    leadsCount: (count) => (count === 1 ? '1 employee' : `${count} employees`),
    deputy: 'Deputy',
    deputyLine: (name, from, to) => `${name} from ${from} through ${to}`,
    planned: (name, from) => `${name} from ${from}`,
    plannedNone: (from) => `Nobody from ${from}`,
    acts: (number) => `Enter something about employment ${number}`,
    correct: 'Correct details',
    changeLeader: 'Change leader',
    move: 'Move to another unit',
    setLastDay: 'Last day',
    enterLeave: 'Leave',
    nameDeputy: 'Deputy',
    talks: 'Talks',
  },
}
