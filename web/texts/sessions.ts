import type { Language } from '../../domain/language.ts'

export interface SessionTexts {
  title: string
  lead: string
  home: string
  here: string
  unknownDevice: string
  since: (when: string) => string
  lastUsed: (when: string) => string
  end: string
  endOf: (device: string) => string
  endOthers: string
  notYou: string
}

export const sessionTexts: Readonly<Record<Language, SessionTexts>> = {
  da: {
    title: 'Hvor du er logget ind',
    lead: 'Hver linje er en browser eller et program, hvor du er logget ind nu.',
    home: 'Forside',
    here: 'her',
    unknownDevice: 'Ukendt program',
    since: (when) => `Logget ind ${when}`,
    lastUsed: (when) => `Sidst brugt ${when}`,
    end: 'Log ud dér',
    endOf: (device) => `Log ud dér: ${device}`,
    endOthers: 'Log ud alle andre steder',
    notYou: 'Er der en linje, du ikke kender? Log ud dér, og sig det til HR.',
  },
  en: {
    title: 'Where you are signed in',
    lead: 'Each line is a browser or a program in which you are signed in now.',
    home: 'Home',
    here: 'here',
    unknownDevice: 'Unknown program',
    since: (when) => `Signed in ${when}`,
    lastUsed: (when) => `Last used ${when}`,
    end: 'Sign out there',
    endOf: (device) => `Sign out there: ${device}`,
    endOthers: 'Sign out everywhere else',
    notYou: 'Is there a line that you do not know? Sign out there, and tell HR.',
  },
}
