import type { StepKind, StepName } from '../policy/ladder.ts'
import { stepKinds } from '../policy/ladder.ts'

/**
 * How a step speaks: `reminder` before the day, `asked` on it, `overdue` after it, each to the one who owes;
 * `told` to everybody else, who hears only how it stands (R11.3).
 */
export type Tone = 'reminder' | 'asked' | 'overdue' | 'told'

/** 'hr-2' and 'reminder-5' are steps of the kinds 'hr' and 'reminder'. Throws on a step no ladder has. */
export function toneOf(step: string): Tone {
  const kind = kindOf(step)
  if (kind === 'reminder' || kind === 'asked' || kind === 'overdue') return kind
  return 'told'
}

function kindOf(step: string): StepKind {
  const found = stepKinds.find(
    (kind) => (step as StepName) === kind || (step.startsWith(`${kind}-`) && /-\d+$/.test(step)),
  )
  if (found === undefined)
    throw new Error(`notice step is '${step}': expected one of ${stepKinds.join(', ')}`)
  return found
}
