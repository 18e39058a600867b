import type { Language } from '../../domain/language.ts'
import type { TokenScope } from '../../domain/permissions.ts'

export interface ServiceTokenTexts {
  title: string
  lead: string
  leadOfAll: string
  make: string
  name: string
  nameHint: string
  scopes: string
  scopeNames: Record<TokenScope, { label: string; hint: string }>
  days: string
  daysHint: string
  daysOf: (days: number) => string
  makeButton: string
  list: string
  none: string
  over: (count: number) => string
  states: Record<'valid' | 'unfounded' | 'expired' | 'revoked', string>
  unfounded: (maker: string) => string
  by: string
  goodFor: string
  made: string
  until: string
  used: string
  never: string
  revoke: string
  revokeHint: string
  revokeButton: string
  revokeOf: (name: string) => string
  madeTitle: string
  madeLead: string
  tokenOf: (name: string) => string
  tokenHint: string
  goodUntil: (day: string) => string
  how: string
  docs: string
  back: string
}

export const serviceTokenTexts: Readonly<Record<Language, ServiceTokenTexts>> = {
  da: {
    title: 'Adgangsnøgler til HR-systemer',
    lead: 'Med en adgangsnøgle kan et andet system, som jeres lønsystem, sende og hente data for dig. Den gælder aldrig for mere, end du selv må, og kun så længe du er HR.',
    leadOfAll:
      'Du er administrator for det hele. Her er alle adgangsnøgler, som HR har lavet til andre systemer, og du kan kalde dem tilbage.',
    make: 'Lav en adgangsnøgle',
    name: 'Hvad skal den bruges til?',
    nameHint: 'For eksempel: Lønsystemet sender medarbejdere hver nat',
    scopes: 'Hvad skal den gælde for?',
    scopeNames: {
      people: {
        label: 'Medarbejdere',
        hint: 'Sende filer med medarbejdere og enheder, tage dem i brug og læse listerne.',
      },
      rounds: {
        label: 'Status og tal',
        hint: 'Læse runder, overblik og tal. Aldrig det, nogen har skrevet i en samtale.',
      },
      filing: {
        label: 'Journalisering',
        hint: 'Se, hvilke planer der ikke kunne journaliseres, og prøve igen. Aldrig selve planen.',
      },
    },
    days: 'Hvor længe skal den gælde?',
    daysHint: 'Højst et år. Lav en ny i god tid, før den udløber.',
    daysOf: (days) => (days === 365 ? 'Et år' : `${days} dage`),
    makeButton: 'Lav adgangsnøglen',
    list: 'Adgangsnøgler',
    none: 'Der er ingen adgangsnøgler i brug.',
    over: (count) => `Udløbet eller kaldt tilbage (${count})`,
    states: { valid: 'Gælder', unfounded: 'Gælder ikke', expired: 'Udløbet', revoked: 'Kaldt tilbage' },
    unfounded: (maker) => `${maker} er ikke HR i dag. Lav en ny, og kald den her tilbage.`,
    by: 'Lavet af',
    goodFor: 'Gælder for',
    made: 'Lavet',
    until: 'Gælder til',
    used: 'Sidst brugt',
    never: 'Aldrig',
    revoke: 'Kald tilbage',
    revokeHint: 'Systemet får nej med det samme. Det kan ikke fortrydes.',
    revokeButton: 'Kald adgangsnøglen tilbage',
    revokeOf: (name) => `Kald adgangsnøglen tilbage: ${name}`,
    madeTitle: 'Adgangsnøglen er lavet',
    madeLead: 'Kopiér den nu, og læg den ind i det system, der skal bruge den. Den vises ikke igen.',
    tokenOf: (name) => `Adgangsnøgle: ${name}`,
    tokenHint: 'Send den aldrig i en mail. Alle, der har den, kan bruge den.',
    goodUntil: (day) => `Den gælder til ${day}.`,
    how: 'Systemet viser den i headeren Authorization med hver forespørgsel:',
    docs: 'Det kan systemet spørge om',
    back: 'Adgangsnøgler',
  },
  en: {
    title: 'Service tokens for HR systems',
    lead: 'With a service token another system, such as your payroll system, sends and fetches data for you. It is never good for more than you may do yourself, and only as long as you are HR.',
    leadOfAll:
      'You are administrator of everything. Here are all service tokens that HR has made for other systems, and you can revoke them.',
    make: 'Make a service token',
    name: 'What is it for?',
    nameHint: 'For example: The payroll system sends employees every night',
    scopes: 'What is it to be good for?',
    scopeNames: {
      people: {
        label: 'Employees',
        hint: 'Sending files of employees and units, putting them to use and reading the lists.',
      },
      rounds: {
        label: 'Status and figures',
        hint: 'Reading rounds, overviews and figures. Never what anybody wrote in a talk.',
      },
      filing: {
        label: 'Filing',
        hint: 'Seeing which plans could not be filed, and trying again. Never the plan itself.',
      },
    },
    days: 'How long is it to be valid?',
    daysHint: 'A year at most. Make a new one well before it expires.',
    daysOf: (days) => (days === 365 ? 'A year' : `${days} days`),
    makeButton: 'Make the service token',
    list: 'Service tokens',
    none: 'There are no service tokens in use.',
    over: (count) => `Expired or revoked (${count})`,
    states: { valid: 'Valid', unfounded: 'Not valid', expired: 'Expired', revoked: 'Revoked' },
    unfounded: (maker) => `${maker} is not HR today. Make a new one, and revoke this one.`,
    by: 'Made by',
    goodFor: 'Good for',
    made: 'Made',
    until: 'Valid until',
    used: 'Last used',
    never: 'Never',
    revoke: 'Revoke',
    revokeHint: 'The system is refused at once. It cannot be undone.',
    revokeButton: 'Revoke the service token',
    revokeOf: (name) => `Revoke the service token: ${name}`,
    madeTitle: 'The service token is made',
    madeLead: 'Copy it now, and put it into the system that is to use it. It is not shown again.',
    tokenOf: (name) => `Service token: ${name}`,
    tokenHint: 'Never send it in a mail. Everybody who has it can use it.',
    goodUntil: (day) => `It is valid until ${day}.`,
    how: 'The system shows it in the Authorization header of every request:',
    docs: 'What the system can ask',
    back: 'Service tokens',
  },
}
