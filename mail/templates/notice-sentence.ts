import type { Language } from '../../domain/language.ts'
import { toneOf } from '../../domain/notices/tone.ts'
import { type ObligationKind, obligationKinds } from '../../domain/policy/ladder.ts'
import type { NoticeKind } from '../../domain/talk/effects.ts'
import type { SentenceFacts, Sentences } from './sentences.ts'
import { sentencesDa } from './sentences-da.ts'
import { sentencesEn } from './sentences-en.ts'

const sentences: Record<Language, Sentences> = { da: sentencesDa, en: sentencesEn }

/** What a notice says, as one or two sentences. Throws on a step no ladder has. */
export function sentenceOf(kind: NoticeKind, step: string, facts: SentenceFacts, language: Language): string {
  const said = sentences[language]
  return isObligation(kind) ? said.obligations[kind][toneOf(step)](facts) : said.information[kind](facts)
}

export function isObligation(kind: NoticeKind): kind is ObligationKind {
  return (obligationKinds as readonly string[]).includes(kind)
}
