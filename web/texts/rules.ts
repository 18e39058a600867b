import type { Language } from '../../domain/language.ts'
import type { RuleLine } from '../rule-lines.ts'

type OtherLine = Exclude<
  RuleLine,
  | 'talksFrom'
  | 'talksTo'
  | 'leaderKickoffOn'
  | 'orientationOn'
  | 'inviteBy'
  | 'groupFeedbackBy'
  | 'evaluationBy'
  | 'closesOn'
>

/** The page on which HR changes a round's dates and rules. */
export interface RulesTexts {
  title: string
  leadDraft: string
  leadRunning: string
  window: string
  windowHint: string
  dates: string
  talks: string
  afterwards: string
  who: string
  lines: Record<OtherLine, string>
  hints: Partial<Record<OtherLine, string>>
  reveal: Record<'both-ready' | 'author', string>
  yes: string
  no: string
  look: string
  save: string
  preview: string
  nothingChanges: string
  datesMove: string
  talksMove: (count: number) => string
  unmoved: (count: number) => string
  what: string
  from: string
  to: string
  employee: string
  notYet: string
}

export const rulesTexts: Readonly<Record<Language, RulesTexts>> = {
  da: {
    title: 'Datoer og regler',
    leadDraft:
      'Ret de datoer og regler, der ikke passer jer. Flytter du perioden, følger de andre datoer med.',
    leadRunning:
      'Runden kører. Ret det, der skal ændres, og se først, hvad det flytter, og for hvem. Intet, der er sendt, bliver sendt igen.',
    window: 'Perioden for samtalerne',
    windowHint: 'En ny periode flytter alle datoer herunder, som du ikke selv retter.',
    dates: 'Datoer',
    talks: 'Samtalen',
    afterwards: 'Efter samtalen',
    who: 'Hvem er med',
    lines: {
      noticeDays: 'Varsel i arbejdsdage',
      talkMinutes: 'Samtalens længde i minutter',
      planMinutes: 'Heraf til planen, i minutter',
      prepareReminders: 'Påmindelser om at forberede sig',
      leaderPrepareReminder: 'Påmindelse til lederen om forberedelse',
      planAgreedWithin: 'Planen er aftalt inden for',
      journaledWithin: 'Planen er journaliseret inden for',
      statusTalks: 'Statussamtaler',
      statusTalkMinutes: 'Statussamtalens længde i minutter',
      reveal: 'Hvornår ser parterne hinandens ark?',
      fileNotAgreed: 'Journalisér planer, der endte uden enighed',
      statementsWithin: 'Tid til udtalelser, før de journaliseres',
      minimumGroup: 'Mindste antal personer bag et tal',
      nudgeEvery: 'Arbejdsdage mellem HR’s beskeder til samme person',
      leadersByLus: 'Ledere har LUS og er undtaget her',
      'eligibility.leastWeeklyHours': 'Mindste antal timer om ugen',
      'eligibility.leastMonthsEmployed': 'Mindste antal måneder ansat',
    },
    hints: {
      noticeDays: 'Fra indkaldelse til samtale, medmindre medarbejderen siger ja til mindre.',
      prepareReminders: 'Arbejdsdage før samtalen, med komma imellem.',
      leaderPrepareReminder: 'Arbejdsdage før samtalen.',
      planAgreedWithin: 'Arbejdsdage, efter at samtalen er holdt.',
      journaledWithin: 'Arbejdsdage, efter at planen er aftalt.',
      statementsWithin: 'Arbejdsdage, efter at planen endte uden enighed.',
      statusTalks: 'Måneder efter samtalen, med komma imellem.',
      'eligibility.leastWeeklyHours': 'Færre timer undtager. Tom: ingen grænse.',
      'eligibility.leastMonthsEmployed': 'Kortere tid undtager. Tom: ingen grænse.',
    },
    reveal: { 'both-ready': 'Når begge er klar', author: 'Når den, der har skrevet, deler sit ark' },
    yes: 'Ja',
    no: 'Nej',
    look: 'Vis, hvad det flytter',
    save: 'Gem ændringerne',
    preview: 'Det sker, hvis du gemmer',
    nothingChanges: 'Du har ikke ændret noget.',
    datesMove: 'Rundens datoer',
    talksMove: (count) =>
      count === 1 ? 'Frister flytter for 1 samtale' : `Frister flytter for ${count} samtaler`,
    unmoved: (count) => `${count} samtaler berøres ikke.`,
    what: 'Hvad',
    from: 'Fra',
    to: 'Til',
    employee: 'Medarbejder',
    notYet: 'Ingen dato',
  },
  en: {
    title: 'Dates and rules',
    leadDraft:
      'Change the dates and rules that do not suit you. If you move the window, the other dates follow.',
    leadRunning:
      'The round is running. Change what is to be changed, and see first what it moves, and for whom. Nothing that was sent is sent again.',
    window: 'The window of the talks',
    windowHint: 'Another window moves all dates below that you do not change yourself.',
    dates: 'Dates',
    talks: 'The talk',
    afterwards: 'After the talk',
    who: 'Who is in it',
    lines: {
      noticeDays: 'Notice in working days',
      talkMinutes: 'Length of the talk in minutes',
      planMinutes: 'Of these for the plan, in minutes',
      prepareReminders: 'Reminders to prepare',
      leaderPrepareReminder: 'Reminder to the leader to prepare',
      planAgreedWithin: 'The plan is agreed within',
      journaledWithin: 'The plan is filed within',
      statusTalks: 'Status talks',
      statusTalkMinutes: 'Length of the status talk in minutes',
      reveal: 'When do the two see each other’s sheets?',
      fileNotAgreed: 'File plans that ended without agreement',
      statementsWithin: 'Time for statements before they are filed',
      minimumGroup: 'Least number of people behind a figure',
      nudgeEvery: 'Working days between messages of HR to the same person',
      leadersByLus: 'Leaders have LUS and are exempt here',
      'eligibility.leastWeeklyHours': 'Least hours a week',
      'eligibility.leastMonthsEmployed': 'Least months employed',
    },
    hints: {
      noticeDays: 'From invitation to talk, unless the employee accepts less.',
      prepareReminders: 'Working days before the talk, with commas between.',
      leaderPrepareReminder: 'Working days before the talk.',
      planAgreedWithin: 'Working days after the talk was held.',
      journaledWithin: 'Working days after the plan was agreed.',
      statementsWithin: 'Working days after the plan ended without agreement.',
      statusTalks: 'Months after the talk, with commas between.',
      'eligibility.leastWeeklyHours': 'Fewer hours make exempt. Empty: no limit.',
      'eligibility.leastMonthsEmployed': 'A shorter time makes exempt. Empty: no limit.',
    },
    reveal: { 'both-ready': 'When both are ready', author: 'When the author shares the sheet' },
    yes: 'Yes',
    no: 'No',
    look: 'Show what it moves',
    save: 'Save the changes',
    preview: 'This happens if you save',
    nothingChanges: 'You have not changed anything.',
    datesMove: 'The dates of the round',
    talksMove: (count) => (count === 1 ? 'Due dates move for 1 talk' : `Due dates move for ${count} talks`),
    unmoved: (count) => `${count} talks are not touched.`,
    what: 'What',
    from: 'From',
    to: 'To',
    employee: 'Employee',
    notYet: 'No date',
  },
}
