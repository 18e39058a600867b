import type { Language } from '../domain/language.ts'
import type { EvaluationDocument } from './evaluation-document.ts'
import { evaluationView } from './evaluation-view.ts'
import { setPdf } from './press.ts'

/** What the works council evaluates a round by, as PDF/A-2a in the language asked for (R10.2). */
export function renderEvaluationPdf(document: EvaluationDocument, language: Language): Uint8Array {
  return setPdf('evaluation', (printable) => evaluationView(document, language, printable))
}
