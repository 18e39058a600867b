export { morningWorkflow } from './morning/morning.workflow.ts'
export { openRoundWorkflow } from './round/open-round.workflow.ts'
export { roundWorkflow } from './round/round.workflow.ts'
export { talkWorkflow } from './talk/talk.workflow.ts'
