import type { Language } from '../../domain/language.ts'
import type { Section } from '../frame.ts'

export interface FrameTexts {
  skip: string
  menu: string
  sections: Record<Section, string>
  signedInAs: string
  signOut: string
  sessions: string
  signIn: string
  otherLanguage: string
  done: string
  errorTitle: string
  errors: string
  lookAgain: string
  /** What the guard takes a finding for (R7.3). */
  warnings: Record<'cpr-number' | 'health' | 'union', (found: string) => string>
  despite: string
  accessibility: string
  gdprNotice: string
  footer: string
  optional: string
  /** Under a long list. */
  paging: {
    name: string
    part: (from: number, to: number, all: number) => string
    previous: string
    next: string
  }
}

export const frameTexts: Readonly<Record<Language, FrameTexts>> = {
  da: {
    skip: 'Gå til indholdet',
    menu: 'Hovedmenu',
    sections: {
      home: 'Forside',
      team: 'Mit team',
      rounds: 'Runder',
      people: 'Medarbejdere',
      materials: 'Materialer',
      mails: 'Mails',
      evaluation: 'Evaluering',
      roles: 'Roller',
    },
    signedInAs: 'Logget ind som',
    signOut: 'Log ud',
    sessions: 'Hvor du er logget ind',
    signIn: 'Log ind',
    otherLanguage: 'English',
    done: 'Klaret',
    errorTitle: 'Det blev ikke gjort',
    errors: 'Ret dette:',
    lookAgain: 'Vi fandt dette:',
    warnings: {
      'cpr-number': (found) => `»${found}« ligner et CPR-nummer. Slet det: her er det ikke nødvendigt.`,
      health: (found) =>
        `»${found}« kan handle om helbred. Skriv hellere, hvad der er brug for, end hvorfor.`,
      union: (found) => `»${found}« kan handle om fagforening. Det hører ikke hjemme her.`,
    },
    despite: 'Jeg har set det igennem og vil dele det, som det står.',
    accessibility: 'Tilgængelighedserklæring',
    gdprNotice: 'Hvad vi ved om dig',
    footer: 'Årshjulet sørger for, at alle får deres årlige samtale.',
    optional: 'kan udelades',
    paging: {
      name: 'Sider',
      part: (from, to, all) => `${from}–${to} af ${all}`,
      previous: 'Forrige',
      next: 'Næste',
    },
  },
  en: {
    skip: 'Go to the content',
    menu: 'Main menu',
    sections: {
      home: 'Home',
      team: 'My team',
      rounds: 'Rounds',
      people: 'Employees',
      materials: 'Materials',
      mails: 'Mails',
      evaluation: 'Evaluation',
      roles: 'Roles',
    },
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    sessions: 'Where you are signed in',
    signIn: 'Sign in',
    otherLanguage: 'Dansk',
    done: 'Done',
    errorTitle: 'It was not done',
    errors: 'Correct this:',
    lookAgain: 'We found this:',
    warnings: {
      'cpr-number': (found) => `“${found}” looks like a CPR number. Delete it: it is not needed here.`,
      health: (found) => `“${found}” may be about health. Write what is needed rather than why.`,
      union: (found) => `“${found}” may be about a union. It does not belong here.`,
    },
    despite: 'I have looked it through and want to share it as it is.',
    accessibility: 'Accessibility statement',
    gdprNotice: 'What we know about you',
    footer: 'Årshjulet sees to it that everybody gets their yearly talk.',
    optional: 'optional',
    paging: {
      name: 'Pages',
      part: (from, to, all) => `${from}–${to} of ${all}`,
      previous: 'Previous',
      next: 'Next',
    },
  },
}
