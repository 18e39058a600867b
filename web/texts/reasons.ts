import type { ExemptReason } from '../../domain/eligibility.ts'
import type { Language } from '../../domain/language.ts'
import type { NotHeldReason } from '../../domain/talk/talk.ts'

/** Why somebody has no talk, as rules and HR have it. */
const reasonWords: Readonly<Record<Language, Readonly<Record<ExemptReason | NotHeldReason, string>>>> = {
  da: {
    'too-few-hours': 'For få timer om ugen',
    'too-short-employment': 'Ansat for kort tid',
    lus: 'Har LUS',
    'no-leader': 'Ingen leder',
    'employee-declined': 'Medarbejderen ønskede den ikke',
    'leaving-soon': 'Fratræder snart',
    'talk-held-elsewhere': 'Samtale holdt et andet sted',
    retiring: 'Går på pension',
    reorganisation: 'Omorganisering',
    other: 'Andet',
  },
  en: {
    'too-few-hours': 'Too few hours a week',
    'too-short-employment': 'Employed too short a time',
    lus: 'Has LUS',
    'no-leader': 'No leader',
    'employee-declined': 'The employee did not want it',
    'leaving-soon': 'Leaving soon',
    'talk-held-elsewhere': 'Talk held elsewhere',
    retiring: 'Retiring',
    reorganisation: 'Reorganisation',
    other: 'Other',
  },
}

export function reasonText(language: Language, reason: string): string {
  return (reasonWords[language] as Readonly<Record<string, string>>)[reason] ?? reason
}
