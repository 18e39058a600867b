/** Why an employer may keep something (GDPR art. 6 and 9, databeskyttelsesloven § 12). */
export type Basis = 'employment' | 'accountability' | 'security' | 'none'

/** Who meets it in the service. Those who run the servers could read the tables; they are not listed each time. */
export type Reader =
  | 'yourself'
  | 'leader'
  | 'leaders-leader'
  | 'hr'
  | 'chosen-colleague'
  | 'hr-by-opening'
  | 'team'
  | 'colleagues'
  | 'works-council'
  | 'administrator'
  | 'everybody'
  | 'nobody'

/** How long it is kept; the words for each stand in kind-texts.ts. */
export type Kept =
  | 'while-needed'
  | 'employment'
  | 'talk'
  | 'preparation'
  | 'plan'
  | 'round'
  | 'round-texts'
  | 'round-notes'
  | 'anonymous'
  | 'nudges'
  | 'mails'
  | 'accesses'
  | 'audit'
  | 'a-month'
  | 'a-week'
  | 'a-day'
  | 'preview'

export interface DataKind {
  readonly basis: Basis
  readonly readers: readonly Reader[]
  readonly kept: Kept
  /** Whether it tells something about a person; what does not is left out of the notice. */
  readonly isPersonal: boolean
}

/** What the service knows, in the kinds people think of it; every column is of one of them (inventory.ts). */
export const dataKinds = {
  key: { basis: 'none', readers: ['nobody'], kept: 'while-needed', isPersonal: false },
  organisation: { basis: 'none', readers: ['everybody'], kept: 'while-needed', isPersonal: false },
  round: { basis: 'none', readers: ['everybody'], kept: 'round', isPersonal: false },
  material: { basis: 'none', readers: ['everybody'], kept: 'round', isPersonal: false },
  identity: {
    basis: 'employment',
    readers: ['yourself', 'leader', 'leaders-leader', 'hr', 'administrator', 'colleagues'],
    kept: 'employment',
    isPersonal: true,
  },
  contact: {
    basis: 'employment',
    readers: ['yourself', 'hr', 'administrator'],
    kept: 'employment',
    isPersonal: true,
  },
  'birth-date': {
    basis: 'employment',
    readers: ['yourself', 'hr'],
    kept: 'employment',
    isPersonal: true,
  },
  job: {
    basis: 'employment',
    readers: ['yourself', 'leader', 'leaders-leader', 'hr', 'colleagues'],
    kept: 'employment',
    isPersonal: true,
  },
  representative: { basis: 'employment', readers: ['everybody'], kept: 'while-needed', isPersonal: false },
  leave: { basis: 'employment', readers: ['yourself', 'leader', 'hr'], kept: 'employment', isPersonal: true },
  role: {
    basis: 'accountability',
    readers: ['yourself', 'leader', 'hr', 'administrator'],
    kept: 'employment',
    isPersonal: true,
  },
  change: { basis: 'employment', readers: ['nobody'], kept: 'employment', isPersonal: true },
  import: { basis: 'employment', readers: ['hr'], kept: 'preview', isPersonal: true },
  course: {
    basis: 'employment',
    readers: ['yourself', 'leader', 'leaders-leader', 'hr'],
    kept: 'talk',
    isPersonal: true,
  },
  appointment: {
    basis: 'employment',
    readers: ['yourself', 'leader', 'leaders-leader', 'hr', 'team'],
    kept: 'preparation',
    isPersonal: true,
  },
  preparation: {
    basis: 'employment',
    readers: ['yourself', 'leader', 'chosen-colleague'],
    kept: 'preparation',
    isPersonal: true,
  },
  topic: { basis: 'employment', readers: ['yourself', 'leader'], kept: 'preparation', isPersonal: true },
  plan: {
    basis: 'employment',
    readers: ['yourself', 'leader', 'chosen-colleague', 'hr-by-opening'],
    kept: 'plan',
    isPersonal: true,
  },
  'plan-draft': {
    basis: 'employment',
    readers: ['yourself', 'leader'],
    kept: 'preparation',
    isPersonal: true,
  },
  filing: { basis: 'employment', readers: ['yourself', 'leader', 'hr'], kept: 'plan', isPersonal: true },
  theme: {
    basis: 'employment',
    readers: ['leader', 'hr', 'works-council'],
    kept: 'round-notes',
    isPersonal: true,
  },
  'group-feedback': {
    basis: 'employment',
    readers: ['leader', 'leaders-leader', 'hr', 'team'],
    kept: 'round-texts',
    isPersonal: true,
  },
  evaluation: { basis: 'employment', readers: ['works-council', 'hr'], kept: 'anonymous', isPersonal: false },
  figures: { basis: 'accountability', readers: ['nobody'], kept: 'round', isPersonal: true },
  nudge: { basis: 'employment', readers: ['yourself', 'hr'], kept: 'nudges', isPersonal: true },
  mail: { basis: 'employment', readers: ['yourself', 'leader', 'hr'], kept: 'mails', isPersonal: true },
  access: {
    basis: 'accountability',
    readers: ['yourself', 'leader', 'hr-by-opening'],
    kept: 'accesses',
    isPersonal: true,
  },
  audit: {
    basis: 'accountability',
    readers: ['yourself', 'leader', 'leaders-leader', 'hr'],
    kept: 'audit',
    isPersonal: true,
  },
  'who-did-it': {
    basis: 'accountability',
    readers: ['yourself', 'leader', 'hr'],
    kept: 'talk',
    isPersonal: true,
  },
  forgetting: {
    basis: 'accountability',
    readers: ['hr', 'administrator'],
    kept: 'while-needed',
    isPersonal: true,
  },
  request: { basis: 'security', readers: ['nobody'], kept: 'a-week', isPersonal: true },
  session: { basis: 'security', readers: ['yourself'], kept: 'a-day', isPersonal: true },
  'service-token': {
    basis: 'security',
    readers: ['yourself', 'administrator'],
    kept: 'a-month',
    isPersonal: true,
  },
} as const satisfies Readonly<Record<string, DataKind>>

export type DataKindName = keyof typeof dataKinds

export const dataKindNames = Object.keys(dataKinds) as readonly DataKindName[]
