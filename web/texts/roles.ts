import type { Language } from '../../domain/language.ts'
import type { GrantedRole } from '../../domain/permissions.ts'

/** Who holds which role where (R13.4). */
export interface RolesTexts {
  title: string
  lead: string
  names: Record<GrantedRole, string>
  notes: Record<GrantedRole, string>
  give: string
  search: string
  nobodyFound: string
  who: string
  role: string
  unit: string
  unitHint: string
  from: string
  to: string
  toHint: string
  giveButton: string
  now: string
  none: string
  withoutHr: (units: string) => string
  columns: { name: string; role: string; unit: string; period: string; end: string }
  fromOn: (from: string) => string
  span: (from: string, to: string) => string
  begins: string
  end: string
  endOf: (role: string, name: string, unit: string) => string
  endSure: (role: string, name: string) => string
  endToday: string
  serviceTokens: string
}

export const rolesTexts: Readonly<Record<Language, RolesTexts>> = {
  da: {
    title: 'Roller',
    lead: 'En rolle gælder for en enhed og alt under den. Hver ændring bliver skrevet i loggen.',
    names: {
      hr: 'HR',
      'works-council': 'SU/MED',
      administrator: 'Administrator',
      'break-glass': 'Nødadgang',
    },
    notes: {
      hr: 'Kører runder, indlæser medarbejdere og ser status, aldrig indhold.',
      'works-council': 'Ser tal, hvor ingen kan genkendes.',
      administrator: 'Giver og stopper roller.',
      'break-glass': 'Åbner en plan i et døgn i nødstilfælde. Begge parter får besked, og det bliver logget.',
    },
    give: 'Giv en rolle',
    search: 'Hvem skal have rollen?',
    nobodyFound: 'Ingen hedder sådan. Prøv en anden del af navnet.',
    who: 'Medarbejder',
    role: 'Rolle',
    unit: 'Enhed',
    unitHint: 'Og alt under den.',
    from: 'Fra dag',
    to: 'Til og med dag',
    toHint: 'Lad den stå tom, hvis rollen gælder indtil videre.',
    giveButton: 'Giv rollen',
    now: 'Hvem har hvilken rolle',
    none: 'Ingen har en rolle her endnu.',
    withoutHr: (units) =>
      `Ingen er HR for ${units}. Det, HR skal have at vide, kommer ikke frem til nogen. Giv en kollega rollen HR.`,
    columns: { name: 'Navn', role: 'Rolle', unit: 'Enhed', period: 'Periode', end: 'Stop' },
    fromOn: (from) => `Fra ${from}`,
    span: (from, to) => `Fra ${from} til og med ${to}`,
    begins: 'Ikke begyndt',
    end: 'Stop rollen',
    endOf: (role, name, unit) => `${role} for ${unit}, ${name}`,
    endSure: (role, name) => `Fra i dag har ${name} ikke længere rollen ${role}.`,
    endToday: 'Stop i dag',
    serviceTokens: 'Se, hvilke systemer der har adgang (adgangsnøgler)',
  },
  en: {
    title: 'Roles',
    lead: 'A role counts for a unit and everything below it. Every change is written in the log.',
    names: {
      hr: 'HR',
      'works-council': 'Works council',
      administrator: 'Administrator',
      'break-glass': 'Emergency access',
    },
    notes: {
      hr: 'Runs rounds, imports employees and sees status, never content.',
      'works-council': 'Sees figures in which nobody can be recognised.',
      administrator: 'Gives and ends roles.',
      'break-glass':
        'Opens a plan for a day and a night in an emergency. Both parties are told, and it is logged.',
    },
    give: 'Give a role',
    search: 'Who is to have the role?',
    nobodyFound: 'Nobody has such a name. Try another part of it.',
    who: 'Employee',
    role: 'Role',
    unit: 'Unit',
    unitHint: 'And everything below it.',
    from: 'From day',
    to: 'Through day',
    toHint: 'Leave it empty if the role counts until further notice.',
    giveButton: 'Give the role',
    now: 'Who holds which role',
    none: 'Nobody holds a role here yet.',
    withoutHr: (units) =>
      `Nobody is HR of ${units}. What HR is to be told reaches nobody. Give a colleague the role of HR.`,
    columns: { name: 'Name', role: 'Role', unit: 'Unit', period: 'Period', end: 'End' },
    fromOn: (from) => `From ${from}`,
    span: (from, to) => `From ${from} through ${to}`,
    begins: 'Not begun',
    end: 'End the role',
    endOf: (role, name, unit) => `${role} of ${unit}, ${name}`,
    endSure: (role, name) => `From today ${name} no longer has the role ${role}.`,
    endToday: 'End today',
    serviceTokens: 'See which systems have access (service tokens)',
  },
}
