import type { Language } from '../../domain/language.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import type { PolicyLine } from '../../domain/policy/line-names.ts'

/** The page on which HR changes a round's dates and rules. */
export interface RulesTexts {
  title: string
  /** By how far the round is; the day is the leaders' kick-off. */
  leads: Record<RoundStatus, (kickOff: string) => string>
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
  hints: Partial<Record<PolicyLine, string>>
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
    leads: {
      draft: () =>
        'Ret de datoer og regler, der ikke passer jer. Flytter du perioden, følger de andre datoer med.',
      scheduled: (kickOff) =>
        `Runden er planlagt. Lederne får den første mail ${kickOff}. Ret det, der skal ændres, og se først, hvad det flytter, og for hvem.`,
      running: () =>
        'Runden er i gang. Ret det, der skal ændres, og se først, hvad det flytter, og for hvem. Intet, der er sendt, bliver sendt igen.',
      closing: () =>
        'Runden er ved at lukke. Ret det, der skal ændres, og se først, hvad det flytter, og for hvem. Intet, der er sendt, bliver sendt igen.',
      closed: () => 'Runden er lukket. Det her er de regler, den fulgte til sidst. De kan ikke ændres mere.',
      stopped: () =>
        'Runden er stoppet. Det her er de regler, den fulgte til sidst. De kan ikke ændres mere.',
    },
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
      'Hvem der rykkes hvornår (rykkertrapperne), og hvor god tid en påmindelse kræver, ændres gennem API’et. Enhedernes egne lukkedage står under Medarbejdere. Alt andet i årets regler står på siden her.',
    hints: {
      noticeDays: 'Fra indkaldelse til samtale, medmindre medarbejderen siger ja til mindre.',
      prepareReminders: 'Arbejdsdage før samtalen, med komma imellem.',
      leaderPrepareReminder: 'Arbejdsdage før samtalen.',
      planAgreedWithin: 'Arbejdsdage, efter at samtalen er holdt.',
      journaledWithin: 'Arbejdsdage, efter at planen er aftalt.',
      statementsWithin: 'Arbejdsdage, efter at planen endte uden enighed.',
      statusTalks: 'Måneder efter samtalen, med komma imellem.',
      'eligibility.leastWeeklyHours':
        'Den, der har færre timer, er undtaget. Lad feltet stå tomt, hvis I ingen grænse har.',
      'eligibility.leastMonthsEmployed':
        'Den, der har været ansat kortere, er undtaget. Lad feltet stå tomt, hvis I ingen grænse har.',
      seniorTalkFromAge: 'Betyder kun noget i staten.',
      quietPeriods:
        'Uger som 28-30 eller datoer som 24.12-01.01, med komma imellem. I dem løber ingen frister, og der sendes ikke mails.',
      returnTalkAfter: 'Skriv 0, hvis den aldrig skal tilbydes.',
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
      count === 1 ? 'Frister flyttes for 1 samtale' : `Frister flyttes for ${count} samtaler`,
    unmoved: (count) => (count === 1 ? '1 samtale berøres ikke.' : `${count} samtaler berøres ikke.`),
    what: 'Hvad',
    from: 'Fra',
    to: 'Til',
    employee: 'Medarbejder',
    notYet: 'Ingen dato',
  },
  en: {
    title: 'Dates and rules',
    leads: {
      draft: () =>
        'Change the dates and rules that do not suit you. If you move the window, the other dates follow.',
      scheduled: (kickOff) =>
        `The round is scheduled. Leaders get the first mail on ${kickOff}. Change what is to be changed, and see first what it moves, and for whom.`,
      running: () =>
        'The round is running. Change what is to be changed, and see first what it moves, and for whom. Nothing that was sent is sent again.',
      closing: () =>
        'The round is closing. Change what is to be changed, and see first what it moves, and for whom. Nothing that was sent is sent again.',
      closed: () =>
        'The round is closed. These are the rules it followed in the end. They can no longer be changed.',
      stopped: () =>
        'The round is stopped. These are the rules it followed in the end. They can no longer be changed.',
    },
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
      'Who is reminded when (the ladders), and how much time a reminder needs, is changed through the API. The units’ own closing days are under Employees. Everything else in the rules of the year is on this page.',
    hints: {
      noticeDays: 'From invitation to talk, unless the employee accepts less.',
      prepareReminders: 'Working days before the talk, with commas between.',
      leaderPrepareReminder: 'Working days before the talk.',
      planAgreedWithin: 'Working days after the talk was held.',
      journaledWithin: 'Working days after the plan was agreed.',
      statementsWithin: 'Working days after the plan ended without agreement.',
      statusTalks: 'Months after the talk, with commas between.',
      'eligibility.leastWeeklyHours':
        'Whoever has fewer hours is exempt. Leave it empty if you have no limit.',
      'eligibility.leastMonthsEmployed':
        'Whoever was employed for a shorter time is exempt. Leave it empty if you have no limit.',
      seniorTalkFromAge: 'Matters in the state alone.',
      quietPeriods:
        'Weeks such as 28-30 or dates such as 24.12-01.01, with commas between. In them no due date runs, and no mails are sent.',
      returnTalkAfter: 'Write 0 if it is never to be offered.',
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
    unmoved: (count) => (count === 1 ? '1 talk is not touched.' : `${count} talks are not touched.`),
    what: 'What',
    from: 'From',
    to: 'To',
    employee: 'Employee',
    notYet: 'No date',
  },
}
