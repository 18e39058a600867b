import type { Language } from '../../domain/language.ts'

/** The page of a round that runs or has run. */
export interface RoundTexts {
  window: (from: string, to: string) => string
  dates: string
  about: string
  focus: string
  orientation: string
  links: string
  nav: string
  goTo: {
    overview: string
    talks: string
    roster: string
    escalations: string
    nudge: string
    rules: string
    texts: string
    materials: string
    control: string
    evaluation: string
    trend: string
  }
  next: {
    paused: (day: string) => string
    resume: string
    late: (count: number) => string
    seeLate: string
    write: string
    unaccounted: (count: number) => string
    seeUnaccounted: string
    close: string
    closeNow: string
    escalated: (count: number) => string
    seeEscalated: string
    evaluate: (day: string) => string
    openEvaluation: string
    onTrack: string
    ended: string
    stopped: (reason: string) => string
  }
  opening: string
  openingText: (started: number, of: number) => string
  /** With '{started}' and '{expected}', for the script. */
  openingTemplate: string
  openingHint: string
  downloadCsv: string
  downloadXlsx: string
  unitsTitle: string
  unitsCaption: string
  allUnits: (count: number) => string
  hidden: string
  hiddenWhy: (least: number) => string
  columns: {
    unit: string
    expected: string
    held: string
    coverage: string
    arranged: string
    postponed: string
    exempt: string
    late: string
    unaccounted: string
  }
  reasonsTitle: string
  reasonsHidden: (least: number) => string
  reasonsNone: string
  figures: {
    held: string
    heldOf: (held: number, of: number) => string
    planned: string
    plannedOf: (count: number) => string
    arranged: string
    late: string
    agreed: string
    agreedOf: (agreed: number, held: number) => string
  }
  chart: string
  chartAbout: (held: string, planned: string) => string
  chartHeld: string
  chartPlan: string
  chartTable: string
  weekEnding: string
  noWeeks: string
  escalationsTitle: string
  escalationsNone: string
  /** In place of the title once the round is closed: what was agreed in it goes on to its own end. */
  followUpTitle: string
  followUpLead: string
  escalationsAll: (count: number) => string
}

export const roundTexts: Readonly<Record<Language, RoundTexts>> = {
  da: {
    window: (from, to) => `Samtalerne holdes fra ${from} til ${to}.`,
    dates: 'Rundens datoer',
    about: 'Om runden',
    focus: 'Årets fokus',
    orientation: 'Orientering',
    links: 'Læs mere',
    nav: 'Sider i runden',
    goTo: {
      overview: 'Overblik',
      talks: 'Samtaler',
      roster: 'Hvem er med',
      escalations: 'Sendt videre',
      nudge: 'Skriv til nogen',
      rules: 'Datoer og regler',
      texts: 'Tekster',
      materials: 'Materialer',
      control: 'Pause, stop og luk',
      evaluation: 'Evaluering',
      trend: 'Udvikling over år',
    },
    next: {
      paused: (day) =>
        `Runden har været sat på pause siden ${day}. Intet bliver sendt, og ingen frist udløber.`,
      resume: 'Genoptag runden',
      late: (count) => `${count} ${count === 1 ? 'samtale er' : 'samtaler er'} forsinket.`,
      seeLate: 'Se de forsinkede',
      write: 'Skriv til deres ledere',
      unaccounted: (count) =>
        `Runden er ved at lukke, men ${count} ${count === 1 ? 'person mangler' : 'personer mangler'} et udfald.`,
      seeUnaccounted: 'Giv dem et udfald',
      close: 'Alle har et udfald. Runden kan lukkes.',
      closeNow: 'Luk runden',
      escalated: (count) =>
        `${count} ${count === 1 ? 'frist' : 'frister'} er overskredet og sendt videre til lederens leder eller HR.`,
      seeEscalated: 'Se, hvad der er sendt videre',
      evaluate: (day) => `Evalueringen skal være drøftet i SU eller MED senest ${day}.`,
      openEvaluation: 'Åbn evalueringen',
      onTrack: 'Alt følger planen. Du skal ikke gøre noget lige nu.',
      ended: 'Runden er lukket.',
      stopped: (reason) => `Runden er stoppet. Begrundelse: ${reason}`,
    },
    opening: 'Samtalerne bliver åbnet',
    openingText: (started, of) => `${started} af ${of} samtaler er åbnet.`,
    openingTemplate: '{started} af {expected} samtaler er åbnet.',
    openingHint: 'Du kan roligt forlade siden imens. Hent den igen for at se, hvor langt vi er.',
    downloadCsv: 'Hent som CSV',
    downloadXlsx: 'Hent som Excel (XLSX)',
    unitsTitle: 'Enheder',
    unitsCaption: 'Hver enhed med alle under den',
    allUnits: (count) => `Se alle ${count} enheder`,
    hidden: 'For få',
    hiddenWhy: (least) =>
      `»For få« betyder, at tallet ville handle om færre end ${least} personer, eller at det sammen med andre tal ville afsløre så få. Et tal, der har ændret sig for færre end ${least}, står, som det sidst blev vist.`,
    columns: {
      unit: 'Enhed',
      expected: 'Skal have samtale',
      held: 'Holdt',
      coverage: 'Holdt i procent',
      arranged: 'Tid aftalt',
      postponed: 'Udskudt',
      exempt: 'Undtaget',
      late: 'Forsinket',
      unaccounted: 'Uden udfald',
    },
    reasonsTitle: 'Hvorfor nogle ikke har en samtale',
    reasonsHidden: (least) => `Grundene vises, når mindst ${least} personer har en.`,
    reasonsNone: 'Ingen er undtaget, udskudt eller uden samtale.',
    figures: {
      held: 'Holdt',
      heldOf: (held, of) => `${held} af ${of} samtaler`,
      planned: 'Plan til i dag',
      plannedOf: (count) => `${count} samtaler, hvis de fordeles jævnt`,
      arranged: 'Har en tid',
      late: 'Forsinket',
      agreed: 'Planer aftalt',
      agreedOf: (agreed, held) => `${agreed} af ${held} holdte samtaler`,
    },
    chart: 'Holdte samtaler uge for uge',
    chartAbout: (held, planned) => `Indtil nu er ${held} holdt. Jævnt fordelt ville det være ${planned}.`,
    chartHeld: 'Holdt',
    chartPlan: 'Plan, jævnt fordelt',
    chartTable: 'Samme tal som tabel',
    weekEnding: 'Til og med',
    noWeeks: 'Kurven begynder, når samtalerne begynder.',
    escalationsTitle: 'Sendt videre til leders leder eller HR',
    escalationsNone: 'Intet er sendt videre lige nu.',
    followUpTitle: 'Opfølgning, der er forsinket',
    followUpLead:
      'Runden er lukket, men det, der er aftalt i den, går videre. Her er det, som leders leder eller HR har fået besked om.',
    escalationsAll: (count) => `Se alle ${count}, der er sendt videre`,
  },
  en: {
    window: (from, to) => `Talks are held from ${from} to ${to}.`,
    dates: 'The dates of the round',
    about: 'About the round',
    focus: 'Focus of the year',
    orientation: 'Orientation',
    links: 'Read more',
    nav: 'Pages of the round',
    goTo: {
      overview: 'Overview',
      talks: 'Talks',
      roster: 'Who is in it',
      escalations: 'Escalations',
      nudge: 'Write to somebody',
      rules: 'Dates and rules',
      texts: 'Texts',
      materials: 'Materials',
      control: 'Pause, stop and close',
      evaluation: 'Evaluation',
      trend: 'Trend over years',
    },
    next: {
      paused: (day) => `The round has been paused since ${day}. Nothing is sent, and no date passes.`,
      resume: 'Resume the round',
      late: (count) => `${count} ${count === 1 ? 'talk is' : 'talks are'} late.`,
      seeLate: 'See those that are late',
      write: 'Write to their leaders',
      unaccounted: (count) =>
        `The round is about to close, but ${count} ${count === 1 ? 'person has' : 'people have'} no outcome.`,
      seeUnaccounted: 'Give them an outcome',
      close: 'Everybody has an outcome. The round can be closed.',
      closeNow: 'Close the round',
      escalated: (count) =>
        `${count} ${count === 1 ? 'date has' : 'dates have'} passed, and the leader’s leader or HR has been told.`,
      seeEscalated: 'See the escalations',
      evaluate: (day) => `The works council is to have discussed the evaluation by ${day}.`,
      openEvaluation: 'Open the evaluation',
      onTrack: 'Everything follows the plan. There is nothing for you to do now.',
      ended: 'The round is closed.',
      stopped: (reason) => `The round is stopped. Reason: ${reason}`,
    },
    opening: 'The talks are being opened',
    openingText: (started, of) => `${started} of ${of} talks are open.`,
    openingTemplate: '{started} of {expected} talks are open.',
    openingHint: 'You may leave the page meanwhile. Load it again to see how far we are.',
    downloadCsv: 'Download as CSV',
    downloadXlsx: 'Download as Excel (XLSX)',
    unitsTitle: 'Units',
    unitsCaption: 'Each unit with everybody below it',
    allUnits: (count) => `See all ${count} units`,
    hidden: 'Too few',
    hiddenWhy: (least) =>
      `“Too few” means that the figure would be about fewer than ${least} people, or would give away so few together with other figures. A figure that has changed for fewer than ${least} stands as it was last shown.`,
    columns: {
      unit: 'Unit',
      expected: 'To have a talk',
      held: 'Held',
      coverage: 'Held, per cent',
      arranged: 'Time agreed',
      postponed: 'Postponed',
      exempt: 'Exempt',
      late: 'Late',
      unaccounted: 'No outcome',
    },
    reasonsTitle: 'Why some have no talk',
    reasonsHidden: (least) => `The reasons are shown once at least ${least} people have one.`,
    reasonsNone: 'Nobody is exempt, postponed or without a talk.',
    figures: {
      held: 'Held',
      heldOf: (held, of) => `${held} of ${of} talks`,
      planned: 'Plan by today',
      plannedOf: (count) => `${count} talks, if spread evenly`,
      arranged: 'Have a time',
      late: 'Late',
      agreed: 'Plans agreed',
      agreedOf: (agreed, held) => `${agreed} of ${held} talks held`,
    },
    chart: 'Talks held week by week',
    chartAbout: (held, planned) => `So far ${held} are held. Spread evenly it would be ${planned}.`,
    chartHeld: 'Held',
    chartPlan: 'Plan, spread evenly',
    chartTable: 'The same figures as a table',
    weekEnding: 'Through',
    noWeeks: 'The curve begins when the talks begin.',
    escalationsTitle: 'Open escalations',
    escalationsNone: 'There are no open escalations.',
    followUpTitle: 'Follow-up that is late',
    followUpLead:
      'The round is closed, but what was agreed in it goes on. This is what the leader’s leader or HR has been told.',
    escalationsAll: (count) => `See all ${count} escalations`,
  },
}
