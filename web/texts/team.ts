import type { Language } from '../../domain/language.ts'
import type { OfferKind } from '../../domain/talk/talk.ts'
import type { ObligationKind } from '../../domain/policy/ladder.ts'

export const teamFilters = ['all', 'mine', 'not-invited', 'late'] as const
export type TeamFilter = (typeof teamFilters)[number]

export interface TeamTexts {
  title: string
  waiting: (count: number) => string
  upToDate: string
  empty: string
  noneShown: string
  show: string
  filters: Record<TeamFilter, string>
  employee: string
  status: string
  next: string
  date: string
  late: string
  nothing: string
  onBehalfOf: (leader: string) => string
  vacant: string
  paused: string
  leave: (until: string) => string
  openLeave: string
  invite: (count: number) => string
  slots: string
  deputies: string
  orientation: string
  feedback: string
  groupTalks: string
  window: (from: string, to: string) => string
  /** What is next, in few words, when the leader owes it. */
  steps: Record<ObligationKind, string>
  waitsForEmployee: (what: string) => string
  employeeSteps: Partial<Record<ObligationKind, string>>
  talk: string
  offersDue: Readonly<Record<OfferKind, string>>
  answerBy: (when: string) => string
  answerOtherTime: string
  answerOtherStatusTime: string
  contradicted: string
}

export const teamTexts: Readonly<Record<Language, TeamTexts>> = {
  da: {
    title: 'Mit team',
    waiting: (count) => (count === 1 ? 'Én samtale venter på dig.' : `${count} samtaler venter på dig.`),
    upToDate: 'Du er ajour. Lige nu venter ingen samtaler på dig.',
    empty: 'Her står dine medarbejdere, når en runde er i gang.',
    noneShown: 'Ingen her lige nu.',
    show: 'Vis',
    filters: { all: 'Alle', mine: 'Venter på mig', 'not-invited': 'Mangler tid', late: 'Forsinket' },
    employee: 'Medarbejder',
    status: 'Status',
    next: 'Næste skridt',
    date: 'Dato',
    late: 'Forsinket',
    nothing: 'Intet lige nu',
    onBehalfOf: (leader) => `På vegne af ${leader}`,
    vacant: 'Lederstillingen er ledig; du står for samtalerne så længe.',
    paused: 'Sat på pause',
    leave: (until) => `Orlov til og med ${until}`,
    openLeave: 'Orlov indtil videre',
    invite: (count) => (count === 1 ? 'Indkald én medarbejder' : `Indkald ${count} medarbejdere`),
    slots: 'Læg ledige tider ud',
    deputies: 'Stedfortrædere',
    orientation: 'Lokalt afsnit i orienteringen',
    feedback: 'Samlet tilbagemelding til teamet',
    groupTalks: 'Gruppesamtaler (GRUS)',
    window: (from, to) => `Samtalerne holdes fra ${from} til ${to}.`,
    steps: {
      invite: 'Indkald',
      hold: 'Find en tid, og hold samtalen',
      'confirm-held': 'Svar på, om den blev holdt',
      prepare: 'Forberedelse',
      'leader-prepare': 'Forbered din feedback',
      'agree-plan': 'Skriv eller godkend planen',
      action: 'Svar på en handling',
      journal: 'Journalisér planen',
      'status-talk': 'Hold statussamtale',
      'group-feedback': 'Samlet tilbagemelding',
      evaluation: 'Evaluering',
    },
    waitsForEmployee: (what) => `Venter på medarbejderen: ${what}`,
    employeeSteps: { 'agree-plan': 'planen', action: 'en handling', prepare: 'forberedelse' },
    talk: 'Samtale',
    offersDue: {
      senior: 'Seniorsamtale skal tilbydes',
      'leader-talent': 'Ledertalentsamtale skal tilbydes',
    },
    answerBy: (when) => `Gælder først, når medarbejderen siger ja, senest ${when}`,
    answerOtherTime: 'Ønsker en anden tid',
    answerOtherStatusTime: 'Ønsker en anden tid til statussamtalen',
    contradicted: 'Siger, at samtalen ikke blev holdt',
  },
  en: {
    title: 'My team',
    waiting: (count) => (count === 1 ? 'One talk awaits you.' : `${count} talks await you.`),
    upToDate: 'You are up to date. No talk awaits you now.',
    empty: 'Your employees are listed here once a round is under way.',
    noneShown: 'Nobody here just now.',
    show: 'Show',
    filters: { all: 'All', mine: 'Await me', 'not-invited': 'Without a time', late: 'Late' },
    employee: 'Employee',
    status: 'Status',
    next: 'Next step',
    date: 'Date',
    late: 'Late',
    nothing: 'Nothing now',
    onBehalfOf: (leader) => `On behalf of ${leader}`,
    vacant: 'The leader’s post is vacant; you answer for the talks meanwhile.',
    paused: 'Paused',
    leave: (until) => `On leave through ${until}`,
    openLeave: 'On leave until further notice',
    invite: (count) => (count === 1 ? 'Invite one employee' : `Invite ${count} employees`),
    slots: 'Publish free times',
    deputies: 'Deputies',
    orientation: 'Local paragraph in the orientation',
    feedback: 'Common feedback to the team',
    groupTalks: 'Team talks (GRUS)',
    window: (from, to) => `Talks are held from ${from} to ${to}.`,
    steps: {
      invite: 'Invite',
      hold: 'Find a time and hold the talk',
      'confirm-held': 'Answer whether it was held',
      prepare: 'Preparation',
      'leader-prepare': 'Prepare your feedback',
      'agree-plan': 'Write or approve the plan',
      action: 'Answer about an action',
      journal: 'File the plan',
      'status-talk': 'Hold a status talk',
      'group-feedback': 'Common feedback',
      evaluation: 'Evaluation',
    },
    waitsForEmployee: (what) => `Waits for the employee: ${what}`,
    employeeSteps: { 'agree-plan': 'the plan', action: 'an action', prepare: 'preparation' },
    talk: 'Talk',
    offersDue: {
      senior: 'A senior talk must be offered',
      'leader-talent': 'A leader-talent talk must be offered',
    },
    answerBy: (when) => `Stands once the employee accepts, by ${when}`,
    answerOtherTime: 'Would like another time',
    answerOtherStatusTime: 'Would like another time for the status talk',
    contradicted: 'Says that the talk was not held',
  },
}
