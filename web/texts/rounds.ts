import type { RoundKind, RoundStatus } from '../../domain/round/round.ts'
import type { Language } from '../../domain/language.ts'
import { policyDateNames } from '../../domain/policy/date-names.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'

/** The words of rounds, wherever a page shows one. */
export interface RoundWords {
  /** The way back to the list. */
  all: string
  week: string
  statuses: Record<RoundStatus, string>
  paused: string
  kinds: Record<RoundKind, string>
  sectors: Record<'state' | 'municipal' | 'regional' | 'private', string>
  /** What a date of the round's year is called. */
  dates: Readonly<Record<PolicyDateKey, string>>
  /** What happens on it, in a sentence. */
  dateNotes: Record<PolicyDateKey, string>
}

export const roundWords: Readonly<Record<Language, RoundWords>> = {
  da: {
    all: 'Alle runder',
    week: 'uge',
    statuses: {
      draft: 'Kladde',
      scheduled: 'Planlagt',
      running: 'I gang',
      closing: 'Ved at lukke',
      closed: 'Lukket',
      stopped: 'Stoppet',
    },
    paused: 'Sat på pause',
    kinds: {
      mus: 'Den årlige samtale',
      lus: 'LUS, for ledere',
      senior: 'Seniorsamtale',
      'leader-talent': 'Ledertalentsamtale',
      'feedback-mus': 'Den årlige samtale med feedback',
    },
    sectors: { state: 'Stat', municipal: 'Kommune', regional: 'Region', private: 'Privat' },
    dates: policyDateNames.da,
    dateNotes: {
      leaderKickoffOn: 'Lederne får mail om at forberede runden sammen.',
      orientationOn: 'Alle på deltagerlisten får mail om formål, datoer og fokus.',
      talksFrom: 'Første dag, en samtale kan holdes.',
      inviteBy: 'Sidste dag for lederne til at indkalde. Derefter rykker vi.',
      talksTo: 'Sidste dag for samtalerne. Derefter rykker vi.',
      groupFeedbackBy: 'Hver leder har givet teamet en samlet tilbagemelding.',
      evaluationBy: 'SU eller MED har drøftet evalueringen af runden.',
      closesOn: 'Alle skal have et udfald. Planer og opfølgning fortsætter.',
    },
  },
  en: {
    all: 'All rounds',
    week: 'week',
    statuses: {
      draft: 'Draft',
      scheduled: 'Scheduled',
      running: 'Running',
      closing: 'Closing',
      closed: 'Closed',
      stopped: 'Stopped',
    },
    paused: 'Paused',
    kinds: {
      mus: 'The yearly talk',
      lus: 'LUS, for leaders',
      senior: 'Senior talk',
      'leader-talent': 'Leader-talent talk',
      'feedback-mus': 'The yearly talk with feedback',
    },
    sectors: { state: 'State', municipal: 'Municipality', regional: 'Region', private: 'Private' },
    dates: policyDateNames.en,
    dateNotes: {
      leaderKickoffOn: 'Leaders get a mail about preparing the round together.',
      orientationOn: 'Everybody on the roster gets a mail about purpose, dates and focus.',
      talksFrom: 'The first day a talk can be held.',
      inviteBy: 'The last day for leaders to invite. After it we remind them.',
      talksTo: 'The last day for the talks. After it we remind them.',
      groupFeedbackBy: 'Each leader has given the team common feedback.',
      evaluationBy: 'The works council has discussed the evaluation of the round.',
      closesOn: 'Everybody must have an outcome. Plans and follow-up go on.',
    },
  },
}

/** The list of rounds. */
export interface RoundsTexts {
  title: string
  leadHr: string
  leadCouncil: string
  create: string
  none: string
  caption: string
  round: string
  unit: string
  talks: string
  coverage: string
  attention: string
  heldOf: (held: number, of: number) => string
  late: (count: number) => string
  unaccounted: (count: number) => string
  opening: (started: number, of: number) => string
  notStarted: string
  notDiscussed: string
  nothing: string
  toEvaluate: (day: string) => string
}

export const roundsTexts: Readonly<Record<Language, RoundsTexts>> = {
  da: {
    title: 'Runder',
    leadHr: 'En runde er et års samtaler for en enhed og alle under den.',
    leadCouncil: 'Her ser du tal for de runder, dine enheder er med i. Ingen enkeltpersoner vises.',
    create: 'Opret en runde',
    none: 'Der er ingen runder endnu.',
    caption: 'Runder, den nyeste først',
    round: 'Runde',
    unit: 'Enhed',
    talks: 'Samtaler',
    coverage: 'Holdt',
    attention: 'Kræver opmærksomhed',
    heldOf: (held, of) => `${held} af ${of} er holdt`,
    late: (count) => `${count} ${count === 1 ? 'samtale er' : 'samtaler er'} forsinket`,
    unaccounted: (count) => `${count} ${count === 1 ? 'person' : 'personer'} mangler et udfald`,
    opening: (started, of) => `${started} af ${of} samtaler er åbnet`,
    notStarted: 'Er ikke startet',
    notDiscussed: 'Retningslinjernes drøftelse er ikke angivet',
    nothing: 'Intet',
    toEvaluate: (day) => `Evalueringen skal være drøftet senest ${day}`,
  },
  en: {
    title: 'Rounds',
    leadHr: 'A round is one year of talks for a unit and everybody below it.',
    leadCouncil: 'Here you see figures of the rounds your units are in. No single person is shown.',
    create: 'Create a round',
    none: 'There are no rounds yet.',
    caption: 'Rounds, newest first',
    round: 'Round',
    unit: 'Unit',
    talks: 'Talks',
    coverage: 'Held',
    attention: 'Needs attention',
    heldOf: (held, of) => `${held} of ${of} are held`,
    late: (count) => `${count} ${count === 1 ? 'talk is' : 'talks are'} late`,
    unaccounted: (count) => `${count} ${count === 1 ? 'person has' : 'people have'} no outcome`,
    opening: (started, of) => `${started} of ${of} talks are open`,
    notStarted: 'Not started',
    notDiscussed: 'No date given when the guidelines were discussed',
    nothing: 'Nothing',
    toEvaluate: (day) => `The evaluation is to be discussed by ${day}`,
  },
}
