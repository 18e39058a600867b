import type { Language } from '../../domain/language.ts'

/** Two persons that are one human. */
export interface JoiningTexts {
  title: string
  lead: string
  keeps: string
  moves: string
  line: (number: string, title: string, unit: string, leader: string | null) => string
  goesAlong: string
  sheets: string
  readings: string
  mails: string
  refused: string
  join: string
  joinHint: string
}

export const joiningTexts: Readonly<Record<Language, JoiningTexts>> = {
  da: {
    title: 'Er det samme person?',
    lead: 'Lægger du dem sammen, logger personen ind ét sted og får én samlemail. Hver ansættelse har stadig sin egen samtale.',
    keeps: 'Personen, der bliver',
    moves: 'Lægges ind under den',
    line: (number, title, unit, leader) =>
      [`Ansættelse ${number}`, title, unit, leader && `leder ${leader}`].filter(Boolean).join(', '),
    goesAlong: 'Det følger med',
    sheets: 'Egne noter fra forberedelse',
    readings: 'Linjer i adgangsloggen',
    mails: 'Linjer i oversigten over mails',
    refused: 'De kan ikke lægges sammen',
    join: 'Læg sammen til én person',
    joinHint: 'Det kan ikke fortrydes her.',
  },
  en: {
    title: 'Is this the same person?',
    lead: 'If you join them, the person signs in in one place and gets one digest. Each employment still has a talk of its own.',
    keeps: 'The person who stays',
    moves: 'Is put under them',
    line: (number, title, unit, leader) =>
      [`Employment ${number}`, title, unit, leader && `leader ${leader}`].filter(Boolean).join(', '),
    goesAlong: 'What goes along',
    sheets: 'Own notes of preparation',
    readings: 'Entries of the access log',
    mails: 'Mails in the mail log',
    refused: 'They cannot be joined',
    join: 'Join into one person',
    joinHint: 'It cannot be undone here.',
  },
}
