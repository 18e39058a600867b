import type { Language } from '../../domain/language.ts'

/** The plans that could not be filed, for HR (R8.3): whose, why, and another try; never what is written. */
export interface FilingsTexts {
  title: string
  lead: string
  waiting: (count: number) => string
  waitingHint: string
  none: string
  noneHint: string
  columns: { employee: string; round: string; state: string; tried: string; act: string }
  states: Record<'failed' | 'unknown', string>
  attempts: (count: number) => string
  notTried: string
  again: string
}

export const filingsTexts: Readonly<Record<Language, FilingsTexts>> = {
  da: {
    title: 'Planer, der ikke er journaliseret',
    lead: 'Du ser, hvem det drejer sig om, og hvorfor. Hvad der står i planerne, er kun for de to.',
    waiting: (count) =>
      count === 1 ? '1 plan kunne ikke journaliseres' : `${count} planer kunne ikke journaliseres`,
    waitingHint: 'Få årsagen rettet, og prøv igen. Tjenesten prøver også selv igen.',
    none: 'Alle planer er journaliseret',
    noneHint: 'Ingen aftalt plan venter på personalearkivet. Du skal ikke gøre noget.',
    columns: {
      employee: 'Medarbejder',
      round: 'Runde',
      state: 'Hvordan gik det',
      tried: 'Sidst forsøgt',
      act: 'Prøv igen',
    },
    states: { failed: 'Ikke journaliseret', unknown: 'Uvist' },
    attempts: (count) => (count === 1 ? '1 forsøg' : `${count} forsøg`),
    notTried: 'Ikke endnu',
    again: 'Prøv igen nu',
  },
  en: {
    title: 'Plans that are not filed',
    lead: 'You see whom it concerns, and why. What is written in the plans is for the two alone.',
    waiting: (count) => (count === 1 ? '1 plan could not be filed' : `${count} plans could not be filed`),
    waitingHint: 'Have the cause mended, and try again. The service also tries again by itself.',
    none: 'All plans are filed',
    noneHint: 'No agreed plan waits for the personnel file. You need not do anything.',
    columns: {
      employee: 'Employee',
      round: 'Round',
      state: 'How it went',
      tried: 'Last tried',
      act: 'Try again',
    },
    states: { failed: 'Not filed', unknown: 'Uncertain' },
    attempts: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
    notTried: 'Not yet',
    again: 'Try again now',
  },
}
