import type { Language } from '../../domain/language.ts'
import { toneOf } from '../../domain/notices/tone.ts'
import { type ObligationKind, obligationKinds } from '../../domain/policy/ladder.ts'
import type { NoticeKind } from '../../domain/talk/effects.ts'
import type { SentenceFacts, Sentences } from './sentences.ts'
import { sentencesDa } from './sentences-da.ts'
import { sentencesEn } from './sentences-en.ts'
import { subjectsDa } from './subjects-da.ts'
import { subjectsEn } from './subjects-en.ts'

const sentences: Record<Language, Sentences> = { da: sentencesDa, en: sentencesEn }
const subjects: Record<Language, Sentences> = { da: subjectsDa, en: subjectsEn }

/** What a notice says, as one or two sentences. Throws on a step no ladder has. */
export function sentenceOf(kind: NoticeKind, step: string, facts: SentenceFacts, language: Language): string {
  return said(sentences[language], kind, step, facts)
}

/** The same in few words, for the subject of a mail that tells nothing else. Throws on a step no ladder has. */
export function subjectOf(kind: NoticeKind, step: string, facts: SentenceFacts, language: Language): string {
  return said(subjects[language], kind, step, facts)
}

export function isObligation(kind: NoticeKind): kind is ObligationKind {
  return (obligationKinds as readonly string[]).includes(kind)
}

function said(texts: Sentences, kind: NoticeKind, step: string, facts: SentenceFacts): string {
  return isObligation(kind) ? texts.obligations[kind][toneOf(step)](facts) : texts.information[kind](facts)
}
