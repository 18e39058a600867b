import type { Language } from '../language.ts'

/** What the parts of a plan are called, on the page where it is written and in the filed document alike. */
export interface PlanLabels {
  readonly goals: string
  readonly noGoals: string
  readonly workplaceGoal: string
  readonly actions: string
  readonly noActions: string
  readonly owner: string
  readonly dueOn: string
  readonly support: string
  readonly effect: string
  readonly notDoing: string
  readonly nothingNotDoing: string
  readonly why: string
  readonly plannedTraining: string
  readonly completedTraining: string
  readonly noTraining: string
}

export const planLabels: Readonly<Record<Language, PlanLabels>> = {
  da: {
    goals: 'Udviklingsmål',
    noGoals: 'Ingen udviklingsmål.',
    workplaceGoal: 'Arbejdspladsens mål',
    actions: 'Handlinger og øvebaner',
    noActions: 'Ingen handlinger.',
    owner: 'Ansvarlig',
    dueOn: 'Senest',
    support: 'Støtte',
    effect: 'Sådan ser vi effekten',
    notDoing: 'Det gør lederen ikke – og hvorfor',
    nothingNotDoing: 'Intet nævnt.',
    why: 'Hvorfor',
    plannedTraining: 'Planlagt uddannelse',
    completedTraining: 'Gennemført uddannelse',
    noTraining: 'Ingen.',
  },
  en: {
    goals: 'Goals',
    noGoals: 'No goals.',
    workplaceGoal: 'The workplace’s goal',
    actions: 'Actions and try-outs',
    noActions: 'No actions.',
    owner: 'Owner',
    dueOn: 'By',
    support: 'Support',
    effect: 'How we see the effect',
    notDoing: 'What the leader will not do, and why',
    nothingNotDoing: 'Nothing named.',
    why: 'Why',
    plannedTraining: 'Planned training',
    completedTraining: 'Completed training',
    noTraining: 'None.',
  },
}
