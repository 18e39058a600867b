import type { BehaviourName } from '../../domain/simulation/behaviours.ts'
import type { Language } from '../../domain/language.ts'

/** A round before it starts: what is to be looked at, and its people and mails played through. */
export interface RoundDraftTexts {
  lead: string
  warnings: string
  steps: {
    rules: string
    roster: string
    texts: string
    materials: string
    dryRun: string
  }
  rulesNote: (from: string, to: string) => string
  rosterNote: (talks: number, exempt: number) => string
  textsNote: (has: boolean) => string
  materialsNote: string
  dryRunNote: string
  start: string
  startNote: (kickOff: string, orientation: string) => string
  delete: string
  deleteNote: string
  deleteNow: string
  dryRun: {
    title: string
    lead: string
    suppose: string
    behaviours: Record<BehaviourName, string>
    behaviourNotes: Record<BehaviourName, string>
    play: string
    total: (count: number, days: number) => string
    csv: string
    stepsTitle: string
    what: string
    step: string
    to: string
    by: string
    count: string
    firstOn: string
    lastOn: string
    daysTitle: string
    day: string
    single: string
    digest: string
    atOnce: string
    dayTitle: (day: string) => string
    recipient: string
    about: string
    audiences: Record<'employee' | 'leader' | 'leaders-leader' | 'hr', string>
    lanes: Record<'at-once' | 'single' | 'digest', string>
    all: string
  }
}

export const roundDraftTexts: Readonly<Record<Language, RoundDraftTexts>> = {
  da: {
    lead: 'Runden er en kladde. Gå trinnene igennem, og start den, når du er tilfreds.',
    warnings: 'Se på det her, før du starter',
    steps: {
      rules: 'Datoer og regler',
      roster: 'Hvem er med, og hvem er undtaget',
      texts: 'Tekster, fokus og links',
      materials: 'Materialer',
      dryRun: 'Prøvekørsel: alle mails, før de sendes',
    },
    rulesNote: (from, to) => `Samtalerne holdes fra ${from} til ${to}.`,
    rosterNote: (talks, exempt) => `${talks} får en samtale, ${exempt} er undtaget.`,
    textsNote: (has) =>
      has ? 'Der er skrevet en orientering.' : 'Der er ikke skrevet en orientering endnu.',
    materialsNote: 'Forberedelsesark, samtaleguide og plan, som de ser ud i denne runde.',
    dryRunNote: 'Se, hvem der får hvad hvilken dag. Intet bliver sendt.',
    start: 'Start runden',
    startNote: (kickOff, orientation) =>
      `Når du starter, åbner vi en samtale for hver på deltagerlisten. Lederne får mail ${kickOff}, alle andre ${orientation}.`,
    delete: 'Slet kladden',
    deleteNote: 'Kladden og dens materialer forsvinder. Det kan ikke fortrydes.',
    deleteNow: 'Ja, slet kladden',
    dryRun: {
      title: 'Prøvekørsel',
      lead: 'Vi spiller hele året igennem med de samme regler, som runden kører efter. Intet bliver sendt.',
      suppose: 'Hvad skal vi antage?',
      behaviours: {
        'nobody-acts': 'Ingen gør noget',
        'only-talks': 'Samtalerne holdes, men ingen planer kommer på plads',
        'everyone-on-time': 'Alle gør alt til tiden',
      },
      behaviourNotes: {
        'nobody-acts': 'Det værste tilfælde: alle rykkere bliver sendt.',
        'only-talks': 'Rykkere om planer og opfølgning bliver sendt.',
        'everyone-on-time': 'Det bedste tilfælde: det mindste antal mails.',
      },
      play: 'Kør',
      total: (count, days) =>
        `${count} ${count === 1 ? 'mail' : 'mails'} fordelt på ${days} ${days === 1 ? 'dag' : 'dage'}.`,
      csv: 'Hent alle mails som CSV',
      stepsTitle: 'Trin for trin',
      what: 'Om',
      step: 'Trin',
      to: 'Til',
      by: 'Sendes',
      count: 'Antal',
      firstOn: 'Første',
      lastOn: 'Sidste',
      daysTitle: 'Mails pr. dag',
      day: 'Dag',
      single: 'Enkelte',
      digest: 'Samlemails',
      atOnce: 'Kalender',
      dayTitle: (day) => `Hver mail ${day}`,
      recipient: 'Modtager',
      about: 'Om medarbejder',
      audiences: {
        employee: 'Medarbejder',
        leader: 'Leder',
        'leaders-leader': 'Leders leder',
        hr: 'HR',
      },
      lanes: { 'at-once': 'med det samme', single: 'alene', digest: 'i samlemail' },
      all: 'Alle dage',
    },
  },
  en: {
    lead: 'The round is a draft. Go through the steps and start it when you are satisfied.',
    warnings: 'Look at this before you start',
    steps: {
      rules: 'Dates and rules',
      roster: 'Who is in it, and who is exempt',
      texts: 'Texts, focus and links',
      materials: 'Materials',
      dryRun: 'Dry run: every mail before it is sent',
    },
    rulesNote: (from, to) => `Talks are held from ${from} to ${to}.`,
    rosterNote: (talks, exempt) => `${talks} get a talk, ${exempt} are exempt.`,
    textsNote: (has) => (has ? 'An orientation is written.' : 'No orientation is written yet.'),
    materialsNote: 'Preparation sheet, conversation guide and plan as they are in this round.',
    dryRunNote: 'See who gets what on which day. Nothing is sent.',
    start: 'Start the round',
    startNote: (kickOff, orientation) =>
      `When you start, we open a talk for everybody on the roster. Leaders get mail on ${kickOff}, everybody else on ${orientation}.`,
    delete: 'Delete the draft',
    deleteNote: 'The draft and its materials disappear. It cannot be undone.',
    deleteNow: 'Yes, delete the draft',
    dryRun: {
      title: 'Dry run',
      lead: 'We play the whole year by the same rules as the round runs by. Nothing is sent.',
      suppose: 'What shall we suppose?',
      behaviours: {
        'nobody-acts': 'Nobody does a thing',
        'only-talks': 'Talks are held, but nothing comes of the plans',
        'everyone-on-time': 'Everybody does everything in time',
      },
      behaviourNotes: {
        'nobody-acts': 'The worst case: every reminder is sent.',
        'only-talks': 'Reminders about plans and follow-up are sent.',
        'everyone-on-time': 'The best case: the least number of mails.',
      },
      play: 'Play',
      total: (count, days) =>
        `${count} ${count === 1 ? 'mail' : 'mails'} on ${days} ${days === 1 ? 'day' : 'days'}.`,
      csv: 'Download all mails as CSV',
      stepsTitle: 'Step by step',
      what: 'About',
      step: 'Step',
      to: 'To',
      by: 'Sent',
      count: 'Number',
      firstOn: 'First',
      lastOn: 'Last',
      daysTitle: 'Mails each day',
      day: 'Day',
      single: 'Single',
      digest: 'Digests',
      atOnce: 'Calendar',
      dayTitle: (day) => `Every mail on ${day}`,
      recipient: 'Recipient',
      about: 'About employee',
      audiences: { employee: 'Employee', leader: 'Leader', 'leaders-leader': 'Leader’s leader', hr: 'HR' },
      lanes: { 'at-once': 'at once', single: 'alone', digest: 'in a digest' },
      all: 'All days',
    },
  },
}
