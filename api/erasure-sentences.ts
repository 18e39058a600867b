import type { ErasureRefusal } from '../domain/retention/retention.ts'
import type { Sentences } from './problem.ts'

/** Why a person cannot be erased now. */
export const erasureSentences: Readonly<Record<ErasureRefusal, Sentences>> = {
  'still-employed': {
    da: 'Personen er stadig ansat. Arbejdsgiveren har brug for oplysningerne, og den næste fil fra lønsystemet ville hente dem igen. Skriv først den sidste dag ind.',
    en: 'The person is still employed. The employer needs the data, and the next file from the payroll system would bring them back. Enter the last day employed first.',
  },
  'legal-hold': {
    da: 'Oplysningerne er holdt tilbage fra sletning. Ophæv det først, hvis sagen er slut.',
    en: 'The data are held back from deletion. Lift that first, if the case is over.',
  },
  'talks-held': {
    da: 'Personen er med i samtaler, der er holdt tilbage fra sletning på grund af en anden. Ophæv det først, hvis sagen er slut.',
    en: 'The person is in talks that are held back from deletion because of somebody else. Lift that first, if the case is over.',
  },
  'filing-open': {
    da: 'En aftalt plan er ikke nået frem til personalesagen endnu. Vent, til den er journaliseret.',
    en: 'An agreed plan has not reached the personnel file yet. Wait until it is filed.',
  },
  'already-erased': { da: 'Personen er slettet.', en: 'The person is erased.' },
}
