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
  daysOff: string
  mails: string
  mailsHint: string
  special: string
  specialHint: string
  elsewhere: string
  elsewhereHint: string
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
    daysOff: 'Dage, der ikke tæller',
    mails: 'Hvornår mails sendes',
    mailsHint: 'Klokkeslæt på arbejdsdage. Kalendermails og mails til at logge ind sendes straks.',
    special: 'Særlige tilfælde',
    specialHint: 'Længder i arbejdsdage, hvor der ikke står andet. De passer de fleste, som de er.',
    elsewhere: 'Det, der ikke ændres her',
    elsewhereHint:
      'Hvem der rykkes hvornår (rykkertrapperne) ændres gennem API’et. Enhedernes egne lukkedage står under Medarbejdere. Alt andet i årets regler står på siden her.',
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
      seniorTalkFromAge: 'Alder, fra hvilken staten skal tilbyde seniorsamtale',
      quietPeriods: 'Stille perioder',
      'closed.mayDay': '1. maj er lukkedag',
      'closed.constitutionDay': 'Grundlovsdag er lukkedag',
      'closed.christmasEve': 'Juleaftensdag er lukkedag',
      'closed.newYearsEve': 'Nytårsaftensdag er lukkedag',
      'sendWindow.singleFrom': 'Mails til medarbejdere fra',
      'sendWindow.singleTo': 'Mails til medarbejdere til',
      'sendWindow.digestAt': 'Samlemails fra',
      'sendWindow.digestTo': 'Samlemails senest',
      'stepWindow.from': 'Dagens rykkere findes fra',
      'stepWindow.to': 'Dagens rykkere findes senest',
      answerBy: 'En tid med kort varsel skal besvares senest kl.',
      confirmHeldWithin: 'Lederen svarer på, om samtalen blev holdt, inden for',
      reinviteWithin: 'Ny indkaldelse efter aflysning inden for',
      approveAfterTurn: 'Mindste frist til at godkende planen, når turen skifter',
      'notInvited.beforeTalksTo': '»Jeg er ikke indkaldt« fremskynder, når der er tilbage af perioden',
      'notInvited.leadersLeader': '»Jeg er ikke indkaldt«: leders leder får besked efter',
      'notInvited.hr': '»Jeg er ikke indkaldt«: HR får besked efter',
      'leads.orientation': 'Ny i runden: orientering efter',
      'leads.invite': 'Ny i runden: indkaldelse inden for',
      'leads.hold': 'Ny i runden: samtalen holdes inden for',
      holdAfterTalksTo: 'Samtalen udskydes, når den ellers falder så længe efter perioden',
      handOverGrace: 'Ny leder har ro for rykkere op ad linjen i',
      leastAfterLeave: 'Mindste frist efter orlov',
      returnTalkAfter: 'Opstartssamtale kan holdes efter en orlov på mindst, i dage',
      filingFailureEvery: 'HR mindes om en plan, der ikke kunne journaliseres, hver',
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
      seniorTalkFromAge: 'Betyder kun noget i staten.',
      quietPeriods:
        'Uger som 28-30 eller datoer som 24.12-01.01, med komma imellem. I dem løber ingen frister, og der sendes ikke mails.',
      returnTalkAfter: '0: tilbydes aldrig.',
      'closed.constitutionDay': '5. juni.',
      'closed.christmasEve': '24. december.',
      'closed.newYearsEve': '31. december.',
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
    daysOff: 'Days that do not count',
    mails: 'When mails are sent',
    mailsHint: 'Times of day on working days. Calendar mails and mails to sign in go at once.',
    special: 'Special cases',
    specialHint: 'Lengths in working days unless it says otherwise. As they are, they suit most.',
    elsewhere: 'What is not changed here',
    elsewhereHint:
      'Who is reminded when (the ladders) is changed through the API. The units’ own closing days stand under People. Everything else in the rules of the year is on this page.',
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
      seniorTalkFromAge: 'Age from which the state must offer a senior talk',
      quietPeriods: 'Quiet periods',
      'closed.mayDay': '1 May is a closing day',
      'closed.constitutionDay': 'Constitution Day is a closing day',
      'closed.christmasEve': 'Christmas Eve is a closing day',
      'closed.newYearsEve': 'New Year’s Eve is a closing day',
      'sendWindow.singleFrom': 'Mails to employees from',
      'sendWindow.singleTo': 'Mails to employees until',
      'sendWindow.digestAt': 'Digests from',
      'sendWindow.digestTo': 'Digests at the latest',
      'stepWindow.from': 'The day’s reminders are found from',
      'stepWindow.to': 'The day’s reminders are found by',
      answerBy: 'A time at short notice is to be answered by',
      confirmHeldWithin: 'The leader answers whether the talk was held within',
      reinviteWithin: 'New invitation after a cancellation within',
      approveAfterTurn: 'Least time to approve the plan when the turn changes',
      'notInvited.beforeTalksTo': '“I have not been invited” speeds up with so much of the window left',
      'notInvited.leadersLeader': '“I have not been invited”: the leader’s leader is told after',
      'notInvited.hr': '“I have not been invited”: HR is told after',
      'leads.orientation': 'New in the round: orientation after',
      'leads.invite': 'New in the round: invitation within',
      'leads.hold': 'New in the round: the talk is held within',
      holdAfterTalksTo: 'The talk is postponed when it would fall so long after the window',
      handOverGrace: 'No step goes above a new leader for',
      leastAfterLeave: 'Least time after a leave',
      returnTalkAfter: 'A return talk can be held after a leave of at least, in days',
      filingFailureEvery: 'HR is reminded of a plan that could not be filed every',
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
      seniorTalkFromAge: 'Matters in the state alone.',
      quietPeriods:
        'Weeks such as 28-30 or dates such as 24.12-01.01, with commas between. In them no due date runs, and no mails are sent.',
      returnTalkAfter: '0: never offered.',
      'closed.constitutionDay': '5 June.',
      'closed.christmasEve': '24 December.',
      'closed.newYearsEve': '31 December.',
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
