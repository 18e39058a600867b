import type { RoundKind } from '../round/round.ts'

/** The texts people get through the year, in the order they meet them (R5.1). */
export const materialNames = [
  'orientation',
  'guide',
  'preparation-sheet',
  'leader-preparation',
  'conversation-guide',
  'plan-template',
  'follow-up-guide',
  'senior-guide',
  'leader-talent-guide',
  'background',
] as const
export type MaterialName = (typeof materialNames)[number]

/** The kinds of round that begin with texts of their own (§12); all others begin with everybody's. */
export const kindsWithOwnTexts = ['lus', 'feedback-mus'] as const satisfies readonly RoundKind[]
/** '' = every kind that has none of its own. */
export type MaterialKind = '' | (typeof kindsWithOwnTexts)[number]

export const phases = ['past', 'now', 'future'] as const
export type Phase = (typeof phases)[number]

/**
 * What one version of a material says, as plain JSON. Texts are plain: a blank line begins a paragraph, and a
 * line that begins with '- ' is an item of a list.
 */
export interface MaterialContent {
  title: string
  intro: string
  sections: MaterialSection[]
  /** Own files, such as a local PDF form. */
  files: MaterialFile[]
}

export interface MaterialSection {
  heading: string
  /** The three phases of preparation (R5.2); null where the section belongs to none. */
  phase: Phase | null
  text: string
  questions: MaterialQuestion[]
}

/** Answers are kept under the question's id, which is the same in every language and version. */
export type MaterialQuestion = {
  id: string
  text: string
  help: string
} & QuestionForm

export type QuestionForm =
  | { form: 'text' }
  | { form: 'scale'; least: number; most: number; leastLabel: string; mostLabel: string }
  | { form: 'choice'; options: { id: string; label: string }[]; several: boolean }

export interface MaterialFile {
  id: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
}

/** Why a material cannot be used as written: the place, what stands there, and a code for what is expected. */
export interface MaterialComplaint {
  place: string
  value: string
  code: 'question-id-twice' | 'option-id-twice' | 'scale-too-short'
}

/** What is wrong beyond the form of the document: ids must name one question each, and a scale needs two ends. */
export function materialComplaints(content: MaterialContent): MaterialComplaint[] {
  const complaints: MaterialComplaint[] = []
  const seen = new Set<string>()
  content.sections.forEach((section, s) => {
    section.questions.forEach((question, q) => {
      const place = `sections.${s}.questions.${q}`
      if (seen.has(question.id))
        complaints.push({ place: `${place}.id`, value: question.id, code: 'question-id-twice' })
      seen.add(question.id)
      complaints.push(...formComplaints(question, place))
    })
  })
  return complaints
}

function formComplaints(question: MaterialQuestion, place: string): MaterialComplaint[] {
  if (question.form === 'scale' && question.most <= question.least) {
    return [{ place: `${place}.most`, value: String(question.most), code: 'scale-too-short' }]
  }
  if (question.form !== 'choice') return []
  const ids = question.options.map((option) => option.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice === undefined ? [] : [{ place: `${place}.options`, value: twice, code: 'option-id-twice' }]
}
