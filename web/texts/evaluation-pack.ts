import type { Language } from '../../domain/language.ts'

/** What the works council evaluates a round by, and the trend over the years. */
export interface EvaluationPackTexts {
  list: {
    title: string
    lead: string
    none: string
    round: string
    dueOn: string
    state: string
    discussed: (day: string) => string
    waits: string
    late: string
    notYet: (day: string) => string
  }
  title: (round: string) => string
  lead: (committee: string, day: string) => string
  committee: string
  discussedOn: (day: string) => string
  record: {
    title: string
    lead: string
    on: string
    now: string
    correct: string
    correctNow: string
  }
  pdf: string
  csv: string
  hidden: string
  hiddenWhy: (least: number) => string
  notOver: (day: string) => string
  coverage: string
  answers: string
  answersOf: (count: number) => string
  average: string
  themes: string
  themeLine: (theme: string, talks: number) => string
  noThemes: string
  columns: {
    unit: string
    expected: string
    held: string
    coverage: string
    inTime: string
    agreed: string
    agreedInTime: string
    statusTalks: string
    actions: string
  }
  ofDue: (done: number, due: number) => string
  trend: {
    title: string
    lead: (unit: string) => string
    unit: string
    show: string
    caption: string
    round: string
    year: string
    none: string
  }
}

export const evaluationPackTexts: Readonly<Record<Language, EvaluationPackTexts>> = {
  da: {
    list: {
      title: 'Evaluering af runder',
      lead: 'SU eller MED drøfter hver runde, når den er slut. Her er tallene, og her registreres drøftelsen.',
      none: 'Der er ingen runder at evaluere endnu.',
      round: 'Runde',
      dueOn: 'Drøftes senest',
      state: 'Drøftet',
      discussed: (day) => `Drøftet ${day}`,
      waits: 'Venter på at blive drøftet',
      late: 'Skulle være drøftet',
      notYet: (day) => `Samtalerne holdes til ${day}`,
    },
    title: (round) => `Evaluering af ${round}`,
    lead: (committee, day) => `Drøftes i ${committee} senest ${day}.`,
    committee: 'SU eller MED',
    discussedOn: (day) => `Drøftet ${day}. Tak.`,
    record: {
      title: 'Registrér drøftelsen',
      lead: 'Når udvalget har drøftet evalueringen, skriver du dagen her. Så ophører påmindelserne.',
      on: 'Dag, hvor evalueringen blev drøftet',
      now: 'Registrér drøftelsen',
      correct: 'Ret datoen',
      correctNow: 'Gem den rigtige dag',
    },
    pdf: 'Hent som PDF til mødet',
    csv: 'Hent som CSV',
    hidden: 'For få',
    hiddenWhy: (least) =>
      `»For få« betyder, at tallet ville handle om færre end ${least} personer, eller at det sammen med andre tal ville afsløre så få. Derfor kan også en større enhed ved siden af en lille være skjult, og et tal, der har ændret sig for færre end ${least}, står, som det sidst blev vist.`,
    notOver: (day) =>
      `Svar og temaer tælles, når samtalerne er slut ${day}. Før ville de fortælle om de sidste få.`,
    coverage: 'Samtaler og planer',
    answers: 'Medarbejdernes evaluering af samtalen',
    answersOf: (count) =>
      `${count} har svaret, uden navn. Skalaen går fra 1 (slet ikke) til 5 (i meget høj grad).`,
    average: 'Gennemsnit',
    themes: 'Temaer fra samtalerne',
    themeLine: (theme, talks) => `${theme} (${talks} samtaler)`,
    noThemes: 'Lederne har ikke mærket samtalerne med temaer.',
    columns: {
      unit: 'Enhed',
      expected: 'Skal have samtale',
      held: 'Holdt',
      coverage: 'Holdt i procent',
      inTime: 'Holdt til tiden',
      agreed: 'Planer aftalt',
      agreedInTime: 'Aftalt til tiden',
      statusTalks: 'Statussamtaler',
      actions: 'Handlinger fulgt op',
    },
    ofDue: (done, due) => `${done} af ${due}`,
    trend: {
      title: 'Udvikling over år',
      lead: (unit) => `Runder, som ${unit} har været med i.`,
      unit: 'Enhed',
      show: 'Vis',
      caption: 'Runder efter år',
      round: 'Runde',
      year: 'År',
      none: 'Enheden har ikke været med i en runde af den type endnu.',
    },
  },
  en: {
    list: {
      title: 'Evaluation of rounds',
      lead: 'The works council discusses each round when it is over. Here are the figures, and here the discussion is recorded.',
      none: 'There are no rounds to evaluate yet.',
      round: 'Round',
      dueOn: 'To be discussed by',
      state: 'Discussed',
      discussed: (day) => `Discussed on ${day}`,
      waits: 'Waits to be discussed',
      late: 'Should have been discussed',
      notYet: (day) => `Talks are held until ${day}`,
    },
    title: (round) => `Evaluation of ${round}`,
    lead: (committee, day) => `To be discussed in ${committee} by ${day}.`,
    committee: 'the works council',
    discussedOn: (day) => `Discussed on ${day}. Thank you.`,
    record: {
      title: 'Record the discussion',
      lead: 'When the committee has discussed the evaluation, enter the day here. The reminders then end.',
      on: 'The day on which the evaluation was discussed',
      now: 'Record the discussion',
      correct: 'Correct the date',
      correctNow: 'Save the right day',
    },
    pdf: 'Download as PDF for the meeting',
    csv: 'Download as CSV',
    hidden: 'Too few',
    hiddenWhy: (least) =>
      `“Too few” means that the figure would be about fewer than ${least} people, or would give away so few together with other figures. That is why a larger unit beside a small one may be hidden too, and a figure that has changed for fewer than ${least} stands as it was last shown.`,
    notOver: (day) =>
      `Answers and themes are counted when the talks are over on ${day}. Before that they would tell of the last few.`,
    coverage: 'Talks and plans',
    answers: 'The employees’ evaluation of the talk',
    answersOf: (count) =>
      `${count} have answered, without names. The scale goes from 1 (not at all) to 5 (to a very high degree).`,
    average: 'Average',
    themes: 'Themes of the talks',
    themeLine: (theme, talks) => `${theme} (${talks} talks)`,
    noThemes: 'The leaders have not tagged the talks with themes.',
    columns: {
      unit: 'Unit',
      expected: 'To have a talk',
      held: 'Held',
      coverage: 'Held, per cent',
      inTime: 'Held in time',
      agreed: 'Plans agreed',
      agreedInTime: 'Agreed in time',
      statusTalks: 'Status talks',
      actions: 'Actions followed up',
    },
    ofDue: (done, due) => `${done} of ${due}`,
    trend: {
      title: 'Trend over years',
      lead: (unit) => `Rounds that ${unit} has been in.`,
      unit: 'Unit',
      show: 'Show',
      caption: 'Rounds by year',
      round: 'Round',
      year: 'Year',
      none: 'The unit has not been in a round of this kind yet.',
    },
  },
}
