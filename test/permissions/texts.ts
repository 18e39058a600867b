import type { Persona } from './world.ts'

const parties = ['employee', 'leader', 'deputy'] as const satisfies readonly Persona[]

const hrOfTheUnit = ['hr', 'hrAbove', 'breakGlass'] as const satisfies readonly Persona[]
const inTheRound = [
  ...parties,
  'colleague',
  'leadersLeader',
  ...hrOfTheUnit,
] as const satisfies readonly Persona[]

/** Everything people write, with what else the tables know in words, and who may ever meet it; to everybody else it is as if it had never been written. */
export const texts = {
  /** Anna's own preparation, not shared. */
  sheet: ['employee'],
  'leaders-sheet': ['leader'],
  'former-leaders-sheet': ['formerLeader'],
  /** What the leader before this one shared stays shared. */
  'former-leaders-shared-sheet': parties,
  'colleagues-sheet': ['colleague'],
  draft: parties,
  /** The agreed plan; Anna shares one action of it with a colleague. */
  plan: [...parties, 'reader'],
  'plan-comment': parties,
  /** Opened for a while by HR with the right to it. */
  'last-plan': [...parties, 'breakGlass'],
  'last-plan-comment': parties,
  /** Why that plan was opened, and another one before. */
  'opening-reason': [...parties, 'breakGlass'],
  topic: parties,
  place: parties,
  /** Where a status talk and a talk that Anna was offered are held. */
  'status-place': parties,
  'extra-place': parties,
  wish: parties,
  'status-note': parties,
  /** What Ben tagged Anna's talk with. */
  theme: ['leader'],
  /** HR's own words to Anna. */
  nudge: ['employee', 'hr', 'hrAbove', 'breakGlass'],
  'feedback-draft': ['leader', 'deputy'],
  /** The leader's own words to the team, for all who see a talk of it. */
  'local-orientation': [...parties, 'colleague', 'leadersLeader', 'hr', 'hrAbove', 'breakGlass'],
  /** Of a time that the team can pick. */
  'slot-place': [...parties, 'colleague'],
  /** Where the team meets. */
  'group-place': [...parties, 'colleague'],
  /** Of a mail to Anna; and of one that tells what the two tell each other. */
  'mail-subject': ['employee', 'hr', 'hrAbove', 'breakGlass'],
  'mail-between-the-two': ['employee'],
  /** Of a time of a talk that Anna was offered. */
  'mail-of-an-offer': ['employee'],
  /** To a colleague without an address, to be printed. */
  letter: ['colleague', 'leader', 'deputy', 'hr', 'hrAbove', 'breakGlass'],
  /** Another: where that colleague's talk is held. */
  'letter-of-a-time': ['colleague', 'leader', 'deputy'],
  /** Why somebody is held back from deletion. */
  'hold-reason': ['hrAbove', 'administrator'],
  /** Anna's, as HR sees and corrects it, and a program of HR's. */
  phone: ['employee', ...hrOfTheUnit, 'peopleToken'],
  'birth-date': ['employee'],
  'case-number': ['employee'],
  /** What the personnel file answered, and why it did not take last year's plan: HR is told the latter in the program's words. */
  receipt: parties,
  'filing-outcome': [],
  /** HR's own words to all in the round, and why it was stopped, or a unit of it. */
  'round-text': [...inTheRound, 'council', 'roundsToken'],
  'stop-reason': [...hrOfTheUnit, 'council', 'roundsToken'],
  'unit-stop-reason': [...hrOfTheUnit, 'roundsToken'],
  /** The union's, by name, in everybody's orientation. */
  representative: [...inTheRound, 'formerLeader', 'council', 'administrator', 'peopleToken', 'roundsToken'],
  /** The program's own books are nobody's to read. */
  'import-rows': [],
  'kept-answer': [],
  'audited-answer': [],
  fact: [],
  /** Where Anna is signed in; and what HR called a token. */
  device: ['employee'],
  'token-name': ['hr', 'administrator'],
  /** Where a mail to Anna went, and what was answered. */
  'mail-address': ['employee', ...hrOfTheUnit],
  'mail-answer': ['employee', ...hrOfTheUnit],
} as const satisfies Record<string, readonly Persona[]>
export type TextName = keyof typeof texts

/** A day that nobody else was born on. */
export const BORN = '1971-03-29'

/** A word that stands nowhere else. */
export function canary(name: TextName): string {
  if (name === 'birth-date') return BORN
  return `kanarie${name.replaceAll('-', '')}zq`
}

/**
 * What one person tells a whole team, facts of people and of the round, and the program's own books are held back by the
 * program alone, not by the database's fence.
 */
export const heldByTheProgram: readonly TextName[] = [
  'local-orientation',
  'slot-place',
  'group-place',
  'phone',
  'birth-date',
  'case-number',
  'round-text',
  'stop-reason',
  'unit-stop-reason',
  'representative',
  'import-rows',
  'kept-answer',
  'audited-answer',
  'fact',
  'device',
  'token-name',
  'receipt',
  'filing-outcome',
  'mail-answer',
]

/**
 * Texts that are read without a trace (R15.2), and why. Their authors, too, read their own texts without one, and the
 * employee what is theirs.
 */
export const readUnnoted: Partial<Readonly<Record<TextName, string>>> = {
  sheet: 'its author alone reads it',
  'leaders-sheet': 'its author alone reads it',
  'former-leaders-sheet': 'its author alone reads it',
  'colleagues-sheet': 'its author alone reads it',
  theme: 'its author alone reads it',
  'opening-reason': 'it stands in the list of who has read what, which both of them have',
  place: 'where the two meet is on every page of the talk',
  nudge: 'HR reads what HR wrote',
  'feedback-draft': 'it is about the team, and written by whoever leads it',
  'local-orientation': 'it is told to a whole team',
  'slot-place': 'it is told to a whole team',
  'group-place': 'it is told to a whole team',
  'mail-subject': 'subjects are words of the program',
  'mail-between-the-two': 'its reader alone sees it in the log',
  'mail-of-an-offer': 'its reader alone sees it in the log',
  'hold-reason': 'it is written by those who read it',
  'status-place': 'as with the talk’s own place',
  'extra-place': 'as with the talk’s own place',
  phone: 'HR keeps it up to date, on the list of people',
  'birth-date': 'nobody else reads it',
  'case-number': 'nobody else reads it',
  receipt: 'where a plan was filed is no word of the two',
  'round-text': 'it is told to a whole round',
  'stop-reason': 'it is told to those who follow a round',
  'unit-stop-reason': 'it is written by those who read it',
  representative: 'it is told to a whole workplace',
  'token-name': 'it is no word about anybody',
  'mail-address': 'as with the subjects of mails',
  'mail-answer': 'as with the subjects of mails',
}
