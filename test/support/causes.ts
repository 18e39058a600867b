import type { RecordTalkInput } from '../../db/record-talk.ts'
import { nextDue } from '../../domain/talk/decide.ts'

/** What a talk was caused to decide. */
export interface Causes {
  readonly steps: number
  readonly acts: number
  readonly facts: number
  /** How often an act or fact moved a due time that was being waited for. */
  readonly moves: number
}

/** Counts the causes of one talk's decisions, in their order. */
export function causesOf(decisions: readonly RecordTalkInput[]): Causes {
  const steps = decisions.filter(({ decisionId }) => decisionId.startsWith('due:'))
  const facts = decisions.filter(({ decisionId }) => decisionId.startsWith('fact:'))
  let moves = 0
  decisions.forEach((input, index) => {
    const before = decisions[index - 1]
    const isMoved = before === undefined || nextDue(input.state) !== nextDue(before.state)
    const wasWaiting = before === undefined || nextDue(before.state) !== null
    if (!steps.includes(input) && isMoved && wasWaiting) moves++
  })
  return {
    steps: steps.length,
    acts: decisions.length - steps.length - facts.length,
    facts: facts.length,
    moves,
  }
}

/** The least that the engine can write down for these causes in so many runs, by kind of event. */
export function leastEvents({ steps, acts, facts, moves }: Causes, runs: number): Record<string, number> {
  const tasks = runs + steps + acts + facts
  return {
    WORKFLOW_EXECUTION_STARTED: runs,
    WORKFLOW_EXECUTION_CONTINUED_AS_NEW: runs - 1,
    WORKFLOW_TASK_SCHEDULED: tasks,
    WORKFLOW_TASK_STARTED: tasks,
    WORKFLOW_TASK_COMPLETED: tasks,
    TIMER_STARTED: steps + moves,
    TIMER_FIRED: steps,
    // Only where an act moves the next due time.
    TIMER_CANCELED: moves,
    WORKFLOW_EXECUTION_UPDATE_ACCEPTED: acts,
    WORKFLOW_EXECUTION_UPDATE_COMPLETED: acts,
    WORKFLOW_EXECUTION_SIGNALED: facts,
    MARKER_RECORDED: steps + acts + facts,
  }
}
