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
  theme: ['leader', 'deputy'],
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

/** A word that stands nowhere else. */
export function canary(name: TextName): string {
  return `kanarie${name.replaceAll('-', '')}zq`
}

/** What one person tells a whole team is held back by the program alone. */
export const toldToTeams: readonly TextName[] = ['local-orientation', 'slot-place', 'group-place']
