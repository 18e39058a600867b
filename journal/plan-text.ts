import type { Language } from '../domain/language.ts'
import { type PlanLabels, planLabels } from '../domain/plan/labels.ts'
import { definiteDa } from '../domain/talk/talk-word.ts'

/** Every fixed word of the filed plan. */
export interface PlanTexts extends PlanLabels {
  readonly title: string
  readonly resultOf: (kindName: string, heldOn: string) => string
  readonly proposalAfter: (kindName: string, heldOn: string) => string
  readonly employee: string
  readonly leader: string
  readonly heldOn: string
  readonly agreedOn: string
  readonly endedOn: string
  readonly version: string
  readonly notAgreedMark: string
  readonly notAgreed: string
  readonly approval: string
  readonly approvedSame: string
  readonly name: string
  readonly role: string
  readonly approvedOn: string
  readonly onBehalfOf: (name: string, leader: string) => string
  readonly statements: string
  readonly statementOf: (name: string, role: string) => string
  readonly noStatement: string
  /** R6.3 */
  readonly payNote: string
  readonly contentHash: string
  readonly page: string
  readonly of: string
}

export const planTexts: Readonly<Record<Language, PlanTexts>> = {
  da: {
    ...planLabels.da,
    title: 'Kompetenceudviklingsplan',
    resultOf: (kindName, heldOn) =>
      `Aftalt efter ${definiteDa(kindName)} den ${heldOn}. Planen er også referatet.`,
    proposalAfter: (kindName, heldOn) => `Sidste forslag efter ${definiteDa(kindName)} den ${heldOn}.`,
    employee: 'Medarbejder',
    leader: 'Leder',
    heldOn: 'Samtalen afholdt',
    agreedOn: 'Planen godkendt af begge',
    endedOn: 'Afsluttet uden enighed',
    version: 'Version',
    notAgreedMark: 'ikke enighed',
    notAgreed:
      'Medarbejder og leder er ikke blevet enige om planen. Teksten herunder er det sidste forslag. Det gælder ikke som en aftale.',
    approval: 'Godkendelse',
    approvedSame: 'Begge har godkendt denne version elektronisk.',
    name: 'Navn',
    role: 'Rolle',
    approvedOn: 'Godkendt',
    onBehalfOf: (name, leader) => `${name} på vegne af ${leader}`,
    statements: 'Udtalelser',
    statementOf: (name, role) => `${name}, ${role.toLowerCase()}`,
    noStatement: 'Ingen udtalelse.',
    payNote:
      'Løn: Ved samtalen kan I kun afstemme forventninger til løn. Løn forhandles et andet sted og er ikke en del af planen.',
    contentHash: 'Indholdets kontrolsum (SHA-256)',
    page: 'Side',
    of: 'af',
  },
  en: {
    ...planLabels.en,
    title: 'Competence development plan',
    resultOf: (kindName, heldOn) => `Result of ${kindName} on ${heldOn}. The plan is also the minutes.`,
    proposalAfter: (kindName, heldOn) => `Last proposal after ${kindName} on ${heldOn}.`,
    employee: 'Employee',
    leader: 'Leader',
    heldOn: 'Talk held',
    agreedOn: 'Plan approved by both',
    endedOn: 'Ended without agreement',
    version: 'Version',
    notAgreedMark: 'not agreed',
    notAgreed:
      'Employee and leader did not agree on the plan. The text below is the last proposal. It does not stand as an agreement.',
    approval: 'Approval',
    approvedSame: 'Both have approved this version electronically.',
    name: 'Name',
    role: 'Role',
    approvedOn: 'Approved',
    onBehalfOf: (name, leader) => `${name} on behalf of ${leader}`,
    statements: 'Statements',
    statementOf: (name, role) => `${name}, ${role.toLowerCase()}`,
    noStatement: 'No statement.',
    payNote:
      'Pay: the talk can only match expectations about pay. Pay is negotiated elsewhere and is not part of the plan.',
    contentHash: 'Checksum of the content (SHA-256)',
    page: 'Page',
    of: 'of',
  },
}
