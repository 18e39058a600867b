import type { Frame } from './frame.ts'
import type { PlanWriter } from './plan-view.ts'
import { planVersionTexts } from './texts/plan-version.ts'

/** 'Dora Dam på vegne af Ben Bæk'; `somebody` = how a sentence calls a person who is forgotten. */
export function writtenBy(
  { language }: Frame,
  { by, onBehalfOf }: PlanWriter,
  somebody = planVersionTexts[language].somebody,
): string {
  const name = by ?? somebody
  return onBehalfOf === null ? name : planVersionTexts[language].onBehalfOf(name, onBehalfOf)
}
