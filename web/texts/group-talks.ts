import type { Language } from '../../domain/language.ts'

export interface GroupTalkTexts {
  title: string
  back: string
  lead: (talk: string) => string
  onBehalfOf: (leader: string) => string
  none: string
  states: Record<'planned' | 'held' | 'cancelled', string>
  members: string
  tookPart: string
  didNot: string
  heldOn: (on: string) => string
  calledIn: (count: number) => string
  attendance: (count: number, of: number) => string
  change: string
  save: string
  cancel: string
  report: string
  correct: string
  day: string
  whoTookPart: string
  whoTookPartHint: string
  keep: string
  add: string
  whom: string
  whomHint: string
  invite: string
  tooFew: string
  /** On the page of one talk. */
  ofTalk: {
    title: string
    with: (leader: string) => string
    you: { tookPart: string; didNot: string }
    they: { tookPart: string; didNot: string }
    ownRemains: (talk: string) => string
  }
}

export const groupTalkTexts: Readonly<Record<Language, GroupTalkTexts>> = {
  da: {
    title: 'Gruppesamtaler (GRUS)',
    back: 'Mit team',
    lead: (talk) =>
      `En gruppesamtale er én fælles tid for flere af dine medarbejdere. Alle får den i kalenderen. Den træder ikke i stedet for nogens egen ${talk}.`,
    onBehalfOf: (leader) => `På vegne af ${leader}`,
    none: 'Der er ingen gruppesamtaler endnu.',
    states: { planned: 'Aftalt', held: 'Holdt', cancelled: 'Aflyst' },
    members: 'Deltagere',
    tookPart: 'deltog',
    didNot: 'deltog ikke',
    heldOn: (on) => `Holdt ${on}.`,
    calledIn: (count) => `${count} indkaldt`,
    attendance: (count, of) => `${count} af ${of} deltog`,
    change: 'Ændr tid, sted eller deltagere',
    save: 'Gem, og giv alle besked',
    cancel: 'Aflys',
    report: 'Fortæl, at samtalen blev holdt',
    correct: 'Ret, hvem der deltog',
    day: 'Hvilken dag blev den holdt?',
    whoTookPart: 'Hvem deltog?',
    whoTookPartHint: 'Fjern dem, der ikke var med.',
    keep: 'Gem',
    add: 'Indkald til en gruppesamtale',
    whom: 'Hvem indkalder du?',
    whomHint: 'Mindst to. Den, der har orlov eller er fratrådt den dag, kan ikke indkaldes.',
    invite: 'Indkald',
    tooFew: 'Du kan indkalde, når mindst to af dine medarbejdere er med i runden.',
    ofTalk: {
      title: 'Gruppesamtale (GRUS)',
      with: (leader) => `Med ${leader} og kolleger`,
      you: { tookPart: 'Du deltog.', didNot: 'Du deltog ikke.' },
      they: { tookPart: 'Medarbejderen deltog.', didNot: 'Medarbejderen deltog ikke.' },
      ownRemains: (talk) => `Den træder ikke i stedet for jeres egen ${talk}.`,
    },
  },
  en: {
    title: 'Team talks (GRUS)',
    back: 'My team',
    lead: (talk) =>
      `A team talk is one common time for several of your employees. Everybody gets it in the calendar. It does not take the place of anybody’s own ${talk}.`,
    onBehalfOf: (leader) => `On behalf of ${leader}`,
    none: 'There are no team talks yet.',
    states: { planned: 'Arranged', held: 'Held', cancelled: 'Cancelled' },
    members: 'Taking part',
    tookPart: 'took part',
    didNot: 'did not take part',
    heldOn: (on) => `Held on ${on}.`,
    calledIn: (count) => `${count} called in`,
    attendance: (count, of) => `${count} of ${of} took part`,
    change: 'Change time, place or who takes part',
    save: 'Save, and tell everybody',
    cancel: 'Cancel',
    report: 'Say that the talk was held',
    correct: 'Correct who took part',
    day: 'On which day was it held?',
    whoTookPart: 'Who took part?',
    whoTookPartHint: 'Remove those who were not there.',
    keep: 'Save',
    add: 'Invite to a team talk',
    whom: 'Whom do you invite?',
    whomHint: 'At least two. Nobody who is on leave or has left that day can be invited.',
    invite: 'Invite',
    tooFew: 'You can invite when at least two of your employees are in the round.',
    ofTalk: {
      title: 'Team talk (GRUS)',
      with: (leader) => `With ${leader} and colleagues`,
      you: { tookPart: 'You took part.', didNot: 'You did not take part.' },
      they: { tookPart: 'The employee took part.', didNot: 'The employee did not take part.' },
      ownRemains: (talk) => `It does not take the place of your own ${talk}.`,
    },
  },
}
