import type { Language } from '../../domain/language.ts'
import type { ObligationKind } from '../../domain/policy/ladder.ts'

/** What has a due date in a talk: what is owed, and the last day for the talk itself. */
type Named = ObligationKind | 'hold-date'

/** What is owed, as the name of a thing: for tables and lists of HR. */
const names: Readonly<Record<Language, Readonly<Record<Named, string>>>> = {
  da: {
    invite: 'Indkaldelse',
    hold: 'Samtalen',
    'hold-date': 'Sidste dag for samtalen',
    'confirm-held': 'Svar på, om den blev holdt',
    prepare: 'Medarbejderens forberedelse',
    'leader-prepare': 'Lederens forberedelse',
    'agree-plan': 'Udviklingsplan',
    action: 'Handling',
    journal: 'Journalisering',
    'status-talk': 'Statussamtale',
    'group-feedback': 'Samlet tilbagemelding',
    evaluation: 'Drøftelse af evalueringen',
  },
  en: {
    invite: 'Invitation',
    hold: 'The talk',
    'hold-date': 'The last day for the talk',
    'confirm-held': 'Answer whether it was held',
    prepare: 'The employee’s preparation',
    'leader-prepare': 'The leader’s preparation',
    'agree-plan': 'Development plan',
    action: 'Action',
    journal: 'Filing',
    'status-talk': 'Status talk',
    'group-feedback': 'Common feedback',
    evaluation: 'Discussion of the evaluation',
  },
}

export function owedWords(language: Language, obligation: string): string {
  return (names[language] as Readonly<Record<string, string>>)[obligation] ?? obligation
}

interface EscalationTexts {
  title: string
  lead: string
  caption: string
  about: string
  what: string
  leader: string
  noLeader: string
  team: string
  dueOn: string
  told: string
  since: (day: string) => string
  audiences: Record<'leaders-leader' | 'hr', string>
}

export const escalationTexts: Readonly<Record<Language, EscalationTexts>> = {
  da: {
    title: 'Sendt videre til leders leder eller HR',
    lead: 'Fristen er overskredet, og leders leder eller HR har fået besked. Det er stadig ikke gjort. Den ældste frist står først.',
    caption: 'Den ældste frist først',
    about: 'Medarbejder',
    what: 'Hvad mangler',
    leader: 'Leder',
    noLeader: 'Ingen leder',
    team: 'Hele teamet',
    dueOn: 'Frist',
    told: 'Har fået besked',
    since: (day) => `siden ${day}`,
    audiences: { 'leaders-leader': 'Leders leder', hr: 'HR' },
  },
  en: {
    title: 'Open escalations',
    lead: 'This is still open, and the leader’s leader or HR has been told. The oldest due date comes first.',
    caption: 'The oldest due date first',
    about: 'Employee',
    what: 'What is missing',
    leader: 'Leader',
    noLeader: 'No leader',
    team: 'The whole team',
    dueOn: 'Due',
    told: 'Has been told',
    since: (day) => `since ${day}`,
    audiences: { 'leaders-leader': 'Leader’s leader', hr: 'HR' },
  },
}
