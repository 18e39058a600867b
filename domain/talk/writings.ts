import type { Instant } from '../calendar/day.ts'
import { refuseWritingMove } from './moves.ts'
import type { Refusal } from './refusals.ts'
import { settle } from './settle.ts'
import type { TalkState } from './talk.ts'
import { beginTurn } from './turn.ts'

/** What a person writes into a talk without the rules doing anything of it: an agenda topic, an offer. */
export const writingTypes = ['write-topic', 'make-offer'] as const
export type Writing = (typeof writingTypes)[number]

/** Why it cannot be written at this instant, or null: as `refuse`, the same answer for button and route. */
export function refuseWriting(state: TalkState, writing: Writing, at: Instant): Refusal | null {
  if (state.closed) return { code: 'talk-closed' }
  const turn = beginTurn(state, at)
  settle(turn)
  const code = refuseWritingMove(turn.talk.status, writing)
  return code === null ? null : { code }
}
