import type { Persona } from './world.ts'

const parties = ['employee', 'leader', 'deputy'] as const satisfies readonly Persona[]

/** Everything people write, and who may ever meet it; to everybody else it is as if it had never been written. */
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
} as const satisfies Record<string, readonly Persona[]>
export type TextName = keyof typeof texts

/** The column, as 'table.column', that each of them stands in. */
export const columnOf = {
  sheet: 'sheet.content',
  'leaders-sheet': 'sheet.content',
  'former-leaders-sheet': 'sheet.content',
  'former-leaders-shared-sheet': 'sheet.content',
  'colleagues-sheet': 'sheet.content',
  draft: 'plan_draft.content',
  plan: 'plan_version.content',
  'plan-comment': 'plan_comment.text',
  'last-plan': 'plan_version.content',
  'last-plan-comment': 'plan_comment.text',
  'opening-reason': 'plan_opening.reason',
  topic: 'topic.text',
  place: 'appointment.place',
  wish: 'appointment.wish',
  'status-note': 'status_talk.note',
  theme: 'theme_tag.theme',
  nudge: 'nudge.text',
  'feedback-draft': 'group_feedback.text',
  'local-orientation': 'local_orientation.text',
  'slot-place': 'slot.place',
  'group-place': 'group_talk.place',
  'mail-subject': 'mail.subject_line',
  'mail-between-the-two': 'mail.subject_line',
  'mail-of-an-offer': 'mail.subject_line',
  letter: 'mail.data',
  'letter-of-a-time': 'mail.data',
  'hold-reason': 'legal_hold.reason',
} as const satisfies Record<TextName, string>

/** A word that stands nowhere else. */
export function canary(name: TextName): string {
  return `kanarie${name.replaceAll('-', '')}zq`
}

/** What one person tells a whole team is held back by the program alone. */
export const toldToTeams: readonly TextName[] = ['local-orientation', 'slot-place', 'group-place']

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
}
