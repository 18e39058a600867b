import type { Language } from '../language.ts'
import type { RoundRefusalCode } from './round.ts'

/** Why an act on a round is not possible now, in one plain sentence. */
export const roundRefusalSentences: Readonly<Record<RoundRefusalCode, Readonly<Record<Language, string>>>> = {
  'round-ended': { da: 'Runden er afsluttet.', en: 'The round has ended.' },
  'round-already-paused': { da: 'Runden er allerede sat på pause.', en: 'The round is already paused.' },
  'round-not-paused': { da: 'Runden er ikke sat på pause.', en: 'The round is not paused.' },
  'someone-unaccounted-for': {
    da: 'Runden kan ikke lukkes, før der er gjort rede for alle.',
    en: 'The round cannot close until everybody is accounted for.',
  },
  'round-not-closing': {
    da: 'Runden kan lukkes fra den dag, hvor reglerne siger, at den slutter.',
    en: 'The round can be closed from the day on which its rules say that it ends.',
  },
  'discussed-in-the-future': {
    da: 'Dagen er ikke kommet endnu. Skriv den dag, udvalget drøftede evalueringen.',
    en: 'The day has not come yet. Enter the day on which the committee discussed the evaluation.',
  },
}
