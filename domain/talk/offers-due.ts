import { addMonths, type Day, type Instant } from '../calendar/day.ts'
import type { ExtraKind, OfferKind, TalkState } from './talk.ts'
import { refuseWriting } from './writings.ts'

/** What the tables know about it. */
export interface OfferFacts {
  readonly sector: string
  /** Null where no file has told it. */
  readonly birthDate: Day | null
  readonly offered: readonly ExtraKind[]
}

/** In the state a senior talk must be offered from an age on (R4.5); the leader is told that, never the birth date. */
export function offersDue(
  state: TalkState,
  { sector, birthDate, offered }: OfferFacts,
  at: Instant,
): OfferKind[] {
  if (refuseWriting(state, 'make-offer', at) !== null) return []
  if (sector !== 'state' || birthDate === null) return []
  const oldEnoughOn = addMonths(birthDate, 12 * state.policy.seniorTalkFromAge)
  return oldEnoughOn <= state.policy.talksTo && !offered.includes('senior') ? ['senior'] : []
}
