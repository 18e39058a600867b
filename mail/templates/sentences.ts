import type { Tone } from '../../domain/notices/tone.ts'
import type { ObligationKind } from '../../domain/policy/ladder.ts'
import type { InformationKind } from '../../domain/talk/effects.ts'

/** Names and dates of one notice, dates already in words; never anything people wrote (R15.3). */
export interface SentenceFacts {
  /** The shown name of the talk. */
  talk: string
  employee: string
  /** The other one of the two, seen from the reader. */
  other: string
  /** Who owes it, for those who only hear how it stands. */
  ower: string
  /** '15.02.2027 (uge 7)'; '' where nothing is due. */
  due: string
  /** ' 12.03.2027 (uge 10) kl. 9.30' with the space before it; '' where no time is known. */
  atTime: string
  round: string
  committee: string
  /** When the talks are held, and when orientation goes to all. */
  window: string
  orientation: string
}

/** One clear sentence for every notice there can be, in one language. */
export interface Sentences {
  obligations: Record<ObligationKind, Record<Tone, (facts: SentenceFacts) => string>>
  information: Record<InformationKind, (facts: SentenceFacts) => string>
}
