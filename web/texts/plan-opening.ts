import type { Language } from '../../domain/language.ts'

export interface PlanOpeningTexts {
  title: string
  heading: string
  lead: string
  told: string
  reason: string
  reasonHint: string
  open: string
  openUntil: (until: string) => string
  noPlan: string
  link: string
  openedTitle: string
  opened: (by: string, at: string) => string
  lasts: (until: string) => string
  lasted: (until: string) => string
  why: (reason: string) => string
  somebody: string
}

export const planOpeningTexts: Readonly<Record<Language, PlanOpeningTexts>> = {
  da: {
    title: 'Nødåbning af planen',
    heading: 'Åbn planen',
    lead: 'Planen hører til de to. Åbn den kun, når det er nødvendigt, og når de ikke selv kan vise dig den.',
    told: 'Begge får det at vide med det samme, på mail og på samtalens side. De ser dit navn og din begrundelse, og hver gang du læser planen. Åbningen varer et døgn.',
    reason: 'Begrundelse',
    reasonHint: 'De to læser den, som du skriver den. Skriv ikke om helbred eller andet følsomt.',
    open: 'Åbn planen i et døgn',
    openUntil: (until) => `Planen er åben for dig indtil ${until}. De to kan se, når du læser den.`,
    noPlan: 'Der er ikke foreslået nogen plan endnu.',
    link: 'Nødåbning af planen',
    openedTitle: 'HR har åbnet planen',
    opened: (by, at) => `${by} åbnede planen ${at}.`,
    lasts: (until) => `Den er åben indtil ${until}.`,
    lasted: (until) => `Den var åben indtil ${until}.`,
    why: (reason) => `Begrundelse: ${reason}`,
    somebody: 'En medarbejder i HR',
  },
  en: {
    title: 'Emergency opening of the plan',
    heading: 'Open the plan',
    lead: 'The plan belongs to the two. Open it only where it is necessary, and where they cannot show it to you themselves.',
    told: 'Both are told at once, by mail and on the talk’s page. They see your name and your reason, and every time you read the plan. It stays open for a day and a night.',
    reason: 'Reason',
    reasonHint:
      'The two read it as you write it. Do not write about health or anything else that is sensitive.',
    open: 'Open the plan for a day and a night',
    openUntil: (until) => `The plan is open to you until ${until}. The two can see when you read it.`,
    noPlan: 'No plan has been proposed yet.',
    link: 'Emergency opening of the plan',
    openedTitle: 'HR has opened the plan',
    opened: (by, at) => `${by} opened the plan on ${at}.`,
    lasts: (until) => `It is open until ${until}.`,
    lasted: (until) => `It was open until ${until}.`,
    why: (reason) => `Reason: ${reason}`,
    somebody: 'Somebody in HR',
  },
}
