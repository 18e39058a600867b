import type { Language } from '../domain/language.ts'

/** Every fixed word of the evaluation's PDF, but the questions. */
export interface EvaluationPdfTexts {
  readonly title: (roundName: string) => string
  readonly lead: (on: string) => string
  readonly committee: string
  readonly window: string
  readonly span: (from: string, to: string) => string
  readonly discussed: string
  readonly notDiscussed: (dueOn: string) => string
  readonly unit: string
  readonly reading: string
  readonly readingLines: (minimum: number) => readonly string[]
  /** In place of figures about too few people. */
  readonly tooFew: string
  readonly coverage: string
  readonly coverageLead: string
  readonly coverageColumns: readonly string[]
  readonly timeliness: string
  readonly timelinessLead: string
  readonly timelinessColumns: readonly string[]
  readonly followUp: string
  readonly followUpLead: string
  readonly followUpColumns: readonly string[]
  readonly evaluations: string
  readonly evaluationsLead: string
  readonly averages: string
  readonly chosen: (unit: string) => string
  readonly question: string
  readonly answers: string
  readonly average: string
  readonly themes: string
  readonly themesLead: (minimum: number) => string
  readonly themesColumn: string
  readonly noThemes: string
  readonly later: (talksTo: string) => string
  readonly footer: (roundName: string, on: string) => string
  readonly page: string
  readonly of: string
}

export const evaluationPdfTexts: Readonly<Record<Language, EvaluationPdfTexts>> = {
  da: {
    title: (roundName) => `Evaluering af ${roundName}`,
    lead: (on) => `Grundlag for udvalgets drøftelse. Tallene er gjort op den ${on}.`,
    committee: 'Udvalg',
    window: 'Samtalerne holdes',
    span: (from, to) => `${from} – ${to}`,
    discussed: 'Drøftet',
    notDiscussed: (dueOn) => `Ikke endnu. Frist: ${dueOn}`,
    unit: 'Enhed',
    reading: 'Sådan læses tallene',
    readingLines: (minimum) => [
      'En enheds tal dækker enheden og alle enheder under den. Enhedens navn er rykket ind under den enhed, den hører til.',
      `»For få« står, hvor tallene handler om færre end ${minimum} personer, eller hvor sådan et tal kunne regnes ud af de andre. En enhed, der har ændret sig for lidt, siden tallene sidst blev vist, står, som den gjorde dengang. Derfor kan enhederne ikke altid lægges sammen.`,
      'En streg (–) betyder, at der ikke er noget at tælle.',
    ],
    tooFew: 'For få',
    coverage: 'Dækning',
    coverageLead: 'Hvor mange der skal have en samtale, og hvad der er blevet af den.',
    coverageColumns: [
      'Skal have samtale',
      'Holdt',
      'Dækning',
      'Udskudt',
      'Ikke holdt',
      'Uden udfald',
      'Undtaget',
      'Fratrådt',
    ],
    timeliness: 'Til tiden',
    timelinessLead: 'Samtaler holdt og planer aftalt inden for deres frist.',
    timelinessColumns: [
      'Samtaler holdt',
      'heraf til tiden',
      'Andel',
      'Planer aftalt',
      'heraf til tiden',
      'Andel',
    ],
    followUp: 'Opfølgning',
    followUpLead:
      'Af de statussamtaler og handlinger, hvis dato er kommet: hvor mange der er holdt eller sprunget over, og hvor mange der er fulgt op på.',
    followUpColumns: [
      'Statussamtaler',
      'holdt eller sprunget over',
      'Andel',
      'Handlinger',
      'fulgt op',
      'Andel',
    ],
    evaluations: 'Medarbejdernes evaluering',
    evaluationsLead: 'Svarene er anonyme. 1 er »slet ikke«, og 5 er »i meget høj grad«.',
    averages: 'Gennemsnit af svarene',
    chosen: (unit) => `Fordeling af svarene, ${unit}`,
    question: 'Spørgsmål',
    answers: 'Svar',
    average: 'Snit',
    themes: 'Temaer',
    themesLead: (minimum) =>
      `De temaer, lederne har sat på samtalerne, med antallet af samtaler. Et tema står her, når mindst ${minimum} personers samtaler har det.`,
    themesColumn: 'Temaer (antal samtaler)',
    noThemes: 'Ingen temaer, som tilstrækkelig mange har til fælles.',
    later: (talksTo) => `Tælles først, når samtalerne er slut, efter den ${talksTo}.`,
    footer: (roundName, on) => `${roundName} · opgjort ${on}`,
    page: 'Side',
    of: 'af',
  },
  en: {
    title: (roundName) => `Evaluation of ${roundName}`,
    lead: (on) => `For discussion in the committee. The figures are as of ${on}.`,
    committee: 'Committee',
    window: 'Talks are held',
    span: (from, to) => `${from} – ${to}`,
    discussed: 'Discussed',
    notDiscussed: (dueOn) => `Not yet. Due: ${dueOn}`,
    unit: 'Unit',
    reading: 'How to read the figures',
    readingLines: (minimum) => [
      'The figures of a unit cover the unit and all units below it. Its name is indented under the unit that it belongs to.',
      `“Too few” stands where the figures are about fewer than ${minimum} people, or where such a figure could be worked out from the others. A unit that has changed too little since its figures were last shown is given as it was then. That is why units do not always add up.`,
      'A dash (–) means that there is nothing to count.',
    ],
    tooFew: 'Too few',
    coverage: 'Coverage',
    coverageLead: 'How many are to have a talk, and what became of it.',
    coverageColumns: [
      'To have a talk',
      'Held',
      'Coverage',
      'Postponed',
      'Not held',
      'No outcome',
      'Exempt',
      'Left',
    ],
    timeliness: 'In time',
    timelinessLead: 'Talks held and plans agreed by their due dates.',
    timelinessColumns: ['Talks held', 'of them in time', 'Share', 'Plans agreed', 'of them in time', 'Share'],
    followUp: 'Follow-up',
    followUpLead:
      'Of the status talks and actions whose date has come: how many were held or skipped, and how many were followed up.',
    followUpColumns: ['Status talks', 'held or skipped', 'Share', 'Actions', 'followed up', 'Share'],
    evaluations: 'The employees’ evaluation',
    evaluationsLead: 'The answers are anonymous. 1 is “not at all” and 5 is “to a very high degree”.',
    averages: 'Averages of the answers',
    chosen: (unit) => `How the answers are spread, ${unit}`,
    question: 'Question',
    answers: 'Answers',
    average: 'Average',
    themes: 'Themes',
    themesLead: (minimum) =>
      `The themes that leaders have put on the talks, with the number of talks. A theme stands here once the talks of at least ${minimum} people have it.`,
    themesColumn: 'Themes (number of talks)',
    noThemes: 'No themes that enough have in common.',
    later: (talksTo) => `Counted once the talks are over, after ${talksTo}.`,
    footer: (roundName, on) => `${roundName} · as of ${on}`,
    page: 'Page',
    of: 'of',
  },
}
