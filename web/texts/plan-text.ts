import type { Language } from '../../domain/language.ts'
import { type PlanLabels, planLabels } from '../../domain/plan/labels.ts'

/** The words of a plan itself, wherever it is read or written. */
export interface PlanWords extends PlanLabels {
  noDate: string
  leader: string
  owners: { employee: (name: string) => string; leader: (name: string) => string }
  /** R6.3 */
  payNote: string
  changes: {
    title: (number: number) => string
    none: (number: number) => string
    added: string
    removed: string
    changed: string
    legend: string
  }
  sinceLast: { title: string; openActions: string; plan: string; none: string; due: (day: string) => string }
}

export const planWords: Readonly<Record<Language, PlanWords>> = {
  da: {
    ...planLabels.da,
    noDate: 'Ingen dato endnu',
    leader: 'Lederen',
    owners: { employee: (name) => `${name} (medarbejder)`, leader: (name) => `${name} (leder)` },
    payNote:
      'Ved samtalen kan I kun afstemme forventninger til løn. Løn forhandles et andet sted og er ikke en del af planen.',
    changes: {
      title: (number) => `Det er ændret siden version ${number}`,
      none: (number) => `Ordene er de samme som i version ${number}.`,
      added: 'Nyt',
      removed: 'Taget ud',
      changed: 'Ændret',
      legend: 'Nye ord er understreget, og ord, der er taget ud, er streget over.',
    },
    sinceLast: {
      title: 'Siden sidst',
      openActions: 'Handlinger, der stadig er åbne',
      plan: 'Planen, I aftalte sidst',
      none: 'Der er ingen åbne handlinger.',
      due: (day) => `senest ${day}`,
    },
  },
  en: {
    ...planLabels.en,
    noDate: 'No date yet',
    leader: 'The leader',
    owners: { employee: (name) => `${name} (employee)`, leader: (name) => `${name} (leader)` },
    payNote:
      'The talk can only match expectations about pay. Pay is negotiated elsewhere and is not part of the plan.',
    changes: {
      title: (number) => `Changed since version ${number}`,
      none: (number) => `The words are the same as in version ${number}.`,
      added: 'New',
      removed: 'Taken out',
      changed: 'Changed',
      legend: 'New words are underlined, and words that were taken out are struck through.',
    },
    sinceLast: {
      title: 'Since last',
      openActions: 'Actions that are still open',
      plan: 'The plan you agreed last',
      none: 'There are no open actions.',
      due: (day) => `by ${day}`,
    },
  },
}
