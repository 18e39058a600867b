import type { ErasureRefusal } from '../domain/retention/retention.ts'
import type { Sentences } from './problem.ts'

/** Why a person cannot be erased now. */
export const erasureSentences: Readonly<Record<ErasureRefusal, Sentences>> = {
  'still-employed': {
    da: 'Personen er stadig ansat. Arbejdsgiveren har brug for oplysningerne, og næste personalefil ville hente dem igen. Registrér først sidste arbejdsdag.',
    en: 'The person is still employed. The employer needs the data, and the next file of people would bring them back. Enter the last day employed first.',
  },
  'legal-hold': {
    da: 'Oplysningerne er holdt tilbage fra sletning. Ophæv det først, hvis sagen er slut.',
    en: 'The data are held back from deletion. Lift that first, if the case is over.',
  },
  'filing-open': {
    da: 'En aftalt plan er ikke nået frem til personalesagen endnu. Vent, til den er journaliseret.',
    en: 'An agreed plan has not reached the personnel file yet. Wait until it is filed.',
  },
  'already-erased': { da: 'Personen er slettet.', en: 'The person is erased.' },
}
