import type { Links } from './links.ts'
import type { SentenceFacts } from './sentences.ts'

/** The single mails that have words of their own; every other notice speaks with its sentence alone. */
export const employeeMailKeys = [
  'orientation',
  'prepare',
  'plan-proposed',
  'plan-returned',
  'plan-agreed',
  'agree-plan-reminder',
  'agree-plan-overdue',
  'action-reminder',
  'action-asked',
  'action-told',
  'action-reported',
  'evaluate-talk',
  'slots-published',
  'talk-offered',
  'agree-away-asked',
] as const
export type EmployeeMailKey = (typeof employeeMailKeys)[number]

/** The facts in words, as the texts want them. */
export interface EmployeeWords extends SentenceFacts {
  /** '' where nobody leads the employee. */
  leader: string
  inviteBy: string
  /** Whether the sheets are read by both once both are ready, or each when its author shares it (R5.3). */
  readTogether: boolean
  tr: string
}

export interface EmployeeText {
  subject: string
  title: string
  paragraphs: string[]
  button: { label: string; href: string }
  facts?: { label: string; value: string }[]
  links?: { label: string; href: string }[]
}

export interface EmployeeTexts {
  own: Record<EmployeeMailKey, (words: EmployeeWords, links: Links, talkId: string) => EmployeeText>
  /** The words around a notice's own sentence. */
  any: { title: string; button: string }
  noLeader: string
  committee: string
}
