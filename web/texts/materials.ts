import type { Language } from '../../domain/language.ts'

/** The list of materials: the installation's, and a round's own. */
interface MaterialsTexts {
  title: string
  defaultsLead: string
  notYours: string
  look: string
  first: string
  defaultsTitle: string
  ofKind: (kind: string) => string
  ofKindLead: string
  asEverybodys: string
  columns: { name: string; for: string; da: string; en: string }
  everybody: string
  open: (version: number) => string
  write: string
  missing: (language: string) => string
  missingAll: string
  rounds: string
  roundsHint: string
  noRounds: string
}

export const materialsTexts: Readonly<Record<Language, MaterialsTexts>> = {
  da: {
    title: 'Materialer',
    defaultsLead: 'Det, medarbejdere og ledere læser og udfylder i løbet af året.',
    notYours:
      'Standarderne bliver rettet af HR for hele arbejdspladsen. Her kan du rette materialerne i dine egne runder.',
    look: 'Se materialerne igennem',
    first: 'Begynd med forberedelsesarket',
    defaultsTitle: 'Standarder for nye runder',
    ofKind: (kind) => `Egne tekster: ${kind}`,
    ofKindLead: 'Runder af den slags begynder med disse tekster. Hvad der ikke står her, er som ovenfor.',
    asEverybodys: 'Som ovenfor.',
    columns: { name: 'Materiale', for: 'Til', da: 'Dansk', en: 'Engelsk' },
    everybody: 'Alle',
    open: (version) => `Version ${version}`,
    write: 'Skriv den',
    missing: (language) => `Mangler. Vises på ${language}.`,
    missingAll: 'Ikke skrevet.',
    rounds: 'En rundes egne materialer',
    roundsHint: 'Hver runde har sin egen udgave, som kan rettes, uden at andre runder ændrer sig.',
    noRounds: 'Du har ingen runder endnu.',
  },
  en: {
    title: 'Materials',
    defaultsLead: 'What employees and leaders read and fill in during the year.',
    notYours:
      'The defaults are changed by HR of the whole workplace. Here you can change those of your own rounds.',
    look: 'Look the materials through',
    first: 'Begin with the preparation sheet',
    defaultsTitle: 'Defaults for new rounds',
    ofKind: (kind) => `Texts of their own: ${kind}`,
    ofKindLead: 'Rounds of this kind begin with these texts. What is not here is as above.',
    asEverybodys: 'As above.',
    columns: { name: 'Material', for: 'For', da: 'Danish', en: 'English' },
    everybody: 'Everybody',
    open: (version) => `Version ${version}`,
    write: 'Write it',
    missing: (language) => `Missing. Shown in ${language}.`,
    missingAll: 'Not written.',
    rounds: 'The materials of one round',
    roundsHint: 'Every round has an edition of its own, which can be changed without changing other rounds.',
    noRounds: 'You have no rounds yet.',
  },
}
