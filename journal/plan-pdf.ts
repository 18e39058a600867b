import type { Language } from '../domain/language.ts'
import type { PlanDocument } from './plan-document.ts'
import { planView } from './plan-view.ts'
import { setPdf } from './press.ts'

/** One plan as PDF/A-2a in the language asked for; its date is the day the plan was concluded (R8.1). */
export function renderPlanPdf(plan: PlanDocument, language: Language): Uint8Array {
  return setPdf('plan', (printable) => planView(plan, language, printable))
}
