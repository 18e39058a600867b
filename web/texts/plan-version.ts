import type { Language } from '../../domain/language.ts'
import { sentenceCase } from '../../domain/talk/talk-word.ts'

/** The words about one version of a plan, and about where it is filed. */
export interface PlanVersionTexts {
  title: (number: number) => string
  proposed: (by: string, when: string) => string
  statuses: Record<'current' | 'replaced' | 'agreed' | 'not-agreed', string>
  approvedBy: string
  nobody: string
  returnedBy: (by: string, when: string) => string
  statementBy: (by: string, when: string) => string
  somebody: string
  onBehalfOf: (name: string, leader: string) => string
  all: string
  read: (number: number) => string
  status: string
  author: string
  print: string
  current: string
  lastAgreed: string
  againstTitle: string
  against: (number: number) => string
  checksum: string
  filing: {
    title: string
    byItself: (day: string) => string
    afterStatements: (day: string) => string
    failed: string
    byLeader: (leader: string, day: string) => string
    byHand: { get: string; put: string; enter: string }
    caseNumber: string
    caseNumberHint: string
    save: string
    filed: (when: string) => string
    reference: string
    receipt: string
    pdf: string
  }
}

export const planVersionTexts: Readonly<Record<Language, PlanVersionTexts>> = {
  da: {
    title: (number) => `Version ${number}`,
    proposed: (by, when) => `Foreslået af ${by} ${when}`,
    statuses: {
      current: 'Venter på godkendelse',
      replaced: 'Erstattet',
      agreed: 'Aftalt',
      'not-agreed': 'Uden enighed',
    },
    approvedBy: 'Godkendt af',
    nobody: 'Ingen endnu',
    returnedBy: (by, when) => `${by} sendte den tilbage ${when}:`,
    statementBy: (by, when) => `Udtalelse fra ${by} ${when}:`,
    somebody: 'En tidligere medarbejder',
    onBehalfOf: (name, leader) => `${name} på vegne af ${leader}`,
    all: 'Alle versioner',
    read: (number) => `Læs version ${number}`,
    status: 'Status',
    author: 'Foreslået af',
    print: 'Siden kan udskrives på A4.',
    current: 'Forslaget',
    lastAgreed: 'Den aftalte plan',
    againstTitle: 'Sammenlign med en anden version',
    against: (number) => `Version ${number}`,
    checksum: 'Kontrolsum',
    filing: {
      title: 'Journalisering',
      afterStatements: (day) =>
        `Planen journaliseres, når I begge har skrevet en udtalelse. Fristen er ${day}; derefter journaliseres den med det, der er skrevet.`,
      byItself: (day) =>
        `Planen bliver lagt i personalesagen af sig selv, senest ${day}. Du skal ikke gøre noget.`,
      failed:
        'Det er endnu ikke lykkedes at lægge planen i personalesagen. Vi prøver igen hver dag, og HR har fået besked. Du skal ikke gøre noget.',
      byLeader: (leader, day) => `${sentenceCase(leader)} lægger planen i personalesagen senest ${day}.`,
      byHand: {
        get: 'Hent planen som PDF.',
        put: 'Læg den i medarbejderens personalesag.',
        enter: 'Skriv sagsnummeret her. Det er kvitteringen, som I begge kan se.',
      },
      caseNumber: 'Sagsnummer',
      caseNumberHint: 'Som det står i personalesagen, for eksempel 2027-001234.',
      save: 'Planen er journaliseret',
      filed: (when) => `Planen blev lagt i personalesagen ${when}.`,
      reference: 'Sagsnummer',
      receipt: 'Kvittering',
      pdf: 'Hent planen som PDF',
    },
  },
  en: {
    title: (number) => `Version ${number}`,
    proposed: (by, when) => `Proposed by ${by} ${when}`,
    statuses: {
      current: 'Awaits approval',
      replaced: 'Replaced',
      agreed: 'Agreed',
      'not-agreed': 'Not agreed',
    },
    approvedBy: 'Approved by',
    nobody: 'Nobody yet',
    returnedBy: (by, when) => `${by} returned it ${when}:`,
    statementBy: (by, when) => `Statement of ${by} ${when}:`,
    somebody: 'A former employee',
    onBehalfOf: (name, leader) => `${name} on behalf of ${leader}`,
    all: 'All versions',
    read: (number) => `Read version ${number}`,
    status: 'Status',
    author: 'Proposed by',
    print: 'The page can be printed on A4.',
    current: 'The proposal',
    lastAgreed: 'The agreed plan',
    againstTitle: 'Compare with another version',
    against: (number) => `Version ${number}`,
    checksum: 'Checksum',
    filing: {
      title: 'Filing',
      afterStatements: (day) =>
        `The plan is filed once both of you have written a statement. The last day is ${day}; then it is filed with what has been written.`,
      byItself: (day) =>
        `The plan is put in the personnel file by itself, by ${day}. You need not do anything.`,
      failed:
        'The plan could not be put in the personnel file yet. We try again every day, and HR has been told. You need not do anything.',
      byLeader: (leader, day) => `${sentenceCase(leader)} puts the plan in the personnel file by ${day}.`,
      byHand: {
        get: 'Download the plan as PDF.',
        put: 'Put it in the employee’s personnel file.',
        enter: 'Enter the case number here. It is the receipt, which both of you can see.',
      },
      caseNumber: 'Case number',
      caseNumberHint: 'As it stands in the personnel file, for example 2027-001234.',
      save: 'The plan has been filed',
      filed: (when) => `The plan was put in the personnel file ${when}.`,
      reference: 'Case number',
      receipt: 'Receipt',
      pdf: 'Download the plan as PDF',
    },
  },
}
