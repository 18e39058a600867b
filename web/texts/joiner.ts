import type { Language } from '../../domain/language.ts'

/** Somebody new, entered by hand. */
export interface JoinerTexts {
  title: string
  lead: string
  who: string
  job: string
  number: string
  numberHint: string
  givenName: string
  familyName: string
  email: string
  emailHint: string
  newEmailHint: (days: number) => string
  phone: string
  birthDate: string
  language: string
  unit: string
  leader: string
  leaderHint: string
  noLeader: string
  jobTitle: string
  jobGroup: string
  jobGroupHint: string
  employedFrom: string
  lastDay: string
  lastDayHint: string
  hours: string
  hoursHint: string
  save: string
}

export const joinerTexts: Readonly<Record<Language, JoinerTexts>> = {
  da: {
    title: 'Tilføj en medarbejder',
    lead: 'Kommer medarbejderen også med den næste fil, passer de sammen på medarbejdernummeret. Kørende runder tager medarbejderen med, hvis reglerne siger det.',
    who: 'Hvem',
    job: 'Ansættelsen',
    number: 'Medarbejdernummer',
    numberHint: 'Det samme som i lønsystemet.',
    givenName: 'Fornavn',
    familyName: 'Efternavn',
    email: 'Mail',
    emailHint: 'Uden adresse får lederen brevene til udskrift.',
    newEmailHint: (days) =>
      `Ændrer du adressen, får medarbejderen besked på både den gamle og den nye og bliver logget ud. Den nye kan bruges til at logge ind efter ${days} dage.`,
    phone: 'Telefon',
    birthDate: 'Fødselsdato',
    language: 'Sprog',
    unit: 'Enhed',
    leader: 'Leder',
    leaderHint: 'Er lederen ikke på listen, så vælg »Ikke afgjort«: du kan søge på den næste side.',
    noLeader: 'Ikke afgjort',
    jobTitle: 'Stilling',
    jobGroup: 'Stillingsgruppe',
    jobGroupHint: 'Afgør, hvilke materialer medarbejderen får.',
    employedFrom: 'Første dag',
    lastDay: 'Sidste dag',
    lastDayHint: 'Kun hvis ansættelsen er tidsbegrænset.',
    hours: 'Timer om ugen',
    hoursHint: 'For eksempel 37 eller 29,5.',
    save: 'Tilføj medarbejderen',
  },
  en: {
    title: 'Add an employee',
    lead: 'If the employee comes with the next file too, the employee number tells that they are the same. Running rounds take the employee in where the rules say so.',
    who: 'Who',
    job: 'The employment',
    number: 'Employee number',
    numberHint: 'The same as in the payroll system.',
    givenName: 'First name',
    familyName: 'Last name',
    email: 'Mail',
    emailHint: 'Without an address the leader gets the letters to print.',
    newEmailHint: (days) =>
      `If you change the address, the employee is told at both the old and the new one, and is signed out. The new one can be used to sign in after ${days} days.`,
    phone: 'Telephone',
    birthDate: 'Date of birth',
    language: 'Language',
    unit: 'Unit',
    leader: 'Leader',
    leaderHint: 'If the leader is not on the list, choose “Not decided”: you can search on the next page.',
    noLeader: 'Not decided',
    jobTitle: 'Title',
    jobGroup: 'Job group',
    jobGroupHint: 'Decides which materials the employee gets.',
    employedFrom: 'First day',
    lastDay: 'Last day',
    lastDayHint: 'Only if the employment is limited in time.',
    hours: 'Hours a week',
    hoursHint: 'For example 37 or 29.5.',
    save: 'Add the employee',
  },
}
