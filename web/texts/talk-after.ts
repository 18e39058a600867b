import type { Language } from '../../domain/language.ts'
import type { AccessStanding } from '../../domain/permissions.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import type { Party } from '../../domain/talk/talk.ts'
import type { ActionView, StatusTalkView } from '../talk-view.ts'

export interface TalkAfterTexts {
  actions: string
  actionsHint: string
  mine: string
  ownerIs: (name: string) => string
  dueOn: (day: string) => string
  actionStates: Readonly<Record<ActionView['status'], string>>
  report: string
  how: string
  hows: Readonly<Record<'done' | 'new-date' | 'cannot' | 'no-effect', string>>
  reportHint: string
  newDate: string
  newDateHint: string
  send: string
  shareActions: string
  statusTalk: (number: number) => string
  statusTalks: string
  statusDue: (day: string) => string
  statusStates: Readonly<Record<StatusTalkView['status'], string>>
  statusHeld: (day: string) => string
  note: string
  agreeAway: string
  agreeAwayHint: string
  agreedAwayByMe: string
  agreedAwayByOther: (name: string) => string
  accesses: string
  accessesHint: string
  noAccesses: string
  olderAccesses: (count: number) => string
  accessWhat: Readonly<Record<string, string>>
  accessLine: (name: string, what: string) => string
  /** As the employee reads it, and as the leader does. */
  accessWhy: Readonly<Record<Party, Readonly<Record<AccessStanding, string>>>>
  accessReason: (reason: string) => string
  onBehalfOf: (name: string) => string
  history: string
  byName: (name: string) => string
  /** Every act, and what happened without one; what is not named is not shown. */
  events: Readonly<Record<TalkAct['type'], string>> & Readonly<Record<string, string>>
}

export const talkAfterTexts: Readonly<Record<Language, TalkAfterTexts>> = {
  da: {
    actions: 'Det, I har aftalt',
    actionsHint: 'Hver handling har en dato. Den, der ejer den, bliver spurgt den dag.',
    mine: 'Du',
    ownerIs: (name) => `Ansvarlig: ${name}`,
    dueOn: (day) => `Dato: ${day}`,
    actionStates: {
      open: 'I gang',
      done: 'Færdig',
      cannot: 'Kan ikke lade sig gøre',
      'no-effect': 'Har ingen virkning',
      dropped: 'Udgået',
    },
    report: 'Fortæl, hvordan det går',
    how: 'Hvordan går det?',
    hows: {
      done: 'Det er gjort',
      'new-date': 'Det skal have en ny dato',
      cannot: 'Det kan ikke lade sig gøre',
      'no-effect': 'Det har ingen virkning',
    },
    reportHint:
      'Kan det ikke lade sig gøre, eller virker det ikke, får den anden besked, og vi foreslår en statussamtale.',
    newDate: 'Den nye dato',
    newDateHint: 'Kun hvis du valgte en ny dato.',
    send: 'Send svaret',
    shareActions: 'Del øvebaner med en kollega',
    statusTalk: (number) => `Statussamtale ${number}`,
    statusTalks: 'Statussamtaler',
    statusDue: (day) => `Senest ${day}. Din leder indkalder. Samtalen tager et kvarter.`,
    statusStates: {
      open: 'Kommer',
      held: 'Holdt',
      'agreed-away': 'Sprunget over efter aftale',
      replaced: 'Afløst af næste samtale',
    },
    statusHeld: (day) => `Holdt ${day}.`,
    note: 'Note',
    agreeAway: 'Vi springer den over',
    agreeAwayHint: 'Den bliver kun sprunget over, når I begge har sagt det.',
    agreedAwayByMe: 'Du har foreslået at springe den over. Nu mangler den anden at svare.',
    agreedAwayByOther: (name) => `${name} har foreslået at springe den over.`,
    accesses: 'Hvem har læst med?',
    accessesHint: 'Her kan I begge se, hvem der har læst noget af det, I har skrevet, og hvorfor de kunne.',
    noAccesses: 'Ingen har læst noget endnu.',
    olderAccesses: (count) => (count === 1 ? '1 ældre læsning' : `${count} ældre læsninger`),
    accessWhat: {
      plan: 'planen',
      sheet: 'et delt forberedelsesark',
      topics: 'emnerne til dagsordenen',
      'plan-pdf': 'planen som PDF',
      'previous-plan': 'den plan, I aftalte sidst',
      actions: 'de handlinger, I har aftalt',
      wish: 'ønsket om en anden tid',
      'status-talk-note': 'noten fra en statussamtale',
      'shared-sheet': 'forberedelsesarket, du har delt',
      'shared-actions': 'øvebanerne, du har delt',
    },
    accessLine: (name, what) => `${name} læste ${what}`,
    accessWhy: {
      employee: {
        employee: '(det er dig selv)',
        leader: 'som din leder',
        deputy: 'som stedfortræder for din leder,',
        'stand-in': 'i stedet for din leder, som mangler eller er væk',
        colleague: 'som den kollega, du har delt det med',
        'break-glass': 'som HR, ved en nødåbning',
      },
      leader: {
        employee: 'som medarbejderen',
        leader: 'som leder',
        deputy: 'som stedfortræder for lederen,',
        'stand-in': 'i stedet for lederen, som mangler eller er væk',
        colleague: 'som kollega',
        'break-glass': 'som HR, ved en nødåbning',
      },
    },
    accessReason: (reason) => `begrundelse: ${reason}`,
    onBehalfOf: (name) => `på vegne af ${name}`,
    history: 'Hvad der er sket',
    byName: (name) => `af ${name}`,
    events: {
      opened: 'Forløbet begyndte',
      'plan-opened': 'Planen blev åbnet ved en nødåbning',
      'set-appointment': 'Tiden blev sat',
      'accept-appointment': 'En tid blev accepteret',
      'ask-other-time': 'Der blev bedt om en anden tid',
      'cancel-appointment': 'Tiden blev aflyst',
      'report-not-invited': '»Jeg er ikke blevet indkaldt«',
      'mark-ready': 'Forberedelsen blev markeret som klar eller ikke klar',
      'report-held': 'Samtalen blev registreret som holdt',
      'report-not-held': 'Samtalen blev registreret som ikke holdt',
      'confirm-held': 'Det blev bekræftet, at samtalen blev holdt',
      'contradict-held': 'Der blev svaret, at samtalen ikke blev holdt',
      postpone: 'Samtalen blev udskudt',
      'set-not-held': 'Samtalen blev afsluttet som ikke holdt',
      'withdraw-not-held': '»Ikke holdt« blev trukket tilbage',
      exempt: 'Undtaget fra runden',
      'withdraw-exemption': 'Undtagelsen blev ophævet',
      'propose-plan': 'En version af planen blev foreslået',
      'approve-plan': 'Planen blev godkendt',
      'return-plan': 'Planen blev sendt tilbage',
      'end-plan-not-agreed': 'Planen blev lukket uden enighed',
      'write-statement': 'Der blev skrevet en udtalelse',
      'journal-by-hand': 'Planen blev journaliseret',
      'retry-filing': 'Journaliseringen blev forsøgt igen',
      'plan-filed': 'Planen blev lagt i personalesagen',
      'set-status-appointment': 'Der blev sat tid til en statussamtale',
      'cancel-status-appointment': 'Tiden til en statussamtale blev aflyst',
      'report-status-talk-held': 'En statussamtale blev holdt',
      'agree-status-talk-away': 'Det blev foreslået at springe en statussamtale over',
      'report-action': 'Der blev svaret på en handling',
      'answer-offer': 'Der blev svaret på et tilbud',
      'set-extra-appointment': 'Der blev sat tid til en ekstra samtale',
      'cancel-extra-appointment': 'Tiden til en ekstra samtale blev aflyst',
      'report-extra-held': 'En ekstra samtale blev holdt',
      'leader-changed': 'Ny leder',
      leaves: 'Ansættelsen slutter',
      'leaving-withdrawn': 'Ansættelsen fortsætter',
      paused: 'Runden blev sat på pause',
      resumed: 'Runden blev genoptaget',
      stopped: 'Runden blev stoppet',
      'round-closed': 'Runden blev lukket',
    },
  },
  en: {
    actions: 'What you have agreed',
    actionsHint: 'Every action has a date. Whoever owns it is asked that day.',
    mine: 'You',
    ownerIs: (name) => `Owner: ${name}`,
    dueOn: (day) => `Date: ${day}`,
    actionStates: {
      open: 'Under way',
      done: 'Done',
      cannot: 'Cannot be done',
      'no-effect': 'Has no effect',
      dropped: 'Left out',
    },
    report: 'Tell how it goes',
    how: 'How does it go?',
    hows: {
      done: 'It is done',
      'new-date': 'It needs a new date',
      cannot: 'It cannot be done',
      'no-effect': 'It has no effect',
    },
    reportHint: 'If it cannot be done or has no effect, the other is told, and we suggest a status talk.',
    newDate: 'The new date',
    newDateHint: 'Only if you chose a new date.',
    send: 'Send the answer',
    shareActions: 'Share try-outs with a colleague',
    statusTalk: (number) => `Status talk ${number}`,
    statusTalks: 'Status talks',
    statusDue: (day) => `By ${day}. Your leader invites you. It takes a quarter of an hour.`,
    statusStates: {
      open: 'To come',
      held: 'Held',
      'agreed-away': 'Skipped by agreement',
      replaced: 'Replaced by the next talk',
    },
    statusHeld: (day) => `Held ${day}.`,
    note: 'Note',
    agreeAway: 'We skip it',
    agreeAwayHint: 'It is skipped only when both of you have said so.',
    agreedAwayByMe: 'You have suggested skipping it. Now the other has yet to answer.',
    agreedAwayByOther: (name) => `${name} has suggested skipping it.`,
    accesses: 'Who has read along?',
    accessesHint: 'Here both of you can see who has read any of what you have written, and why they could.',
    noAccesses: 'Nobody has read anything yet.',
    olderAccesses: (count) => (count === 1 ? '1 older reading' : `${count} older readings`),
    accessWhat: {
      plan: 'the plan',
      sheet: 'a shared preparation sheet',
      topics: 'the topics for the agenda',
      'plan-pdf': 'the plan as PDF',
      'previous-plan': 'the plan you agreed last',
      actions: 'the actions you have agreed',
      wish: 'the wish for another time',
      'status-talk-note': 'the note of a status talk',
      'shared-sheet': 'the preparation sheet you have shared',
      'shared-actions': 'the try-outs you have shared',
    },
    accessLine: (name, what) => `${name} read ${what}`,
    accessWhy: {
      employee: {
        employee: '(that is you)',
        leader: 'as your leader',
        deputy: 'as deputy for your leader,',
        'stand-in': 'in place of your leader, who is missing or away',
        colleague: 'as the colleague you shared it with',
        'break-glass': 'as HR, by an emergency opening',
      },
      leader: {
        employee: 'as the employee',
        leader: 'as leader',
        deputy: 'as deputy for the leader,',
        'stand-in': 'in place of the leader, who is missing or away',
        colleague: 'as a colleague',
        'break-glass': 'as HR, by an emergency opening',
      },
    },
    accessReason: (reason) => `reason: ${reason}`,
    onBehalfOf: (name) => `on behalf of ${name}`,
    history: 'What has happened',
    byName: (name) => `by ${name}`,
    events: {
      opened: 'The course began',
      'plan-opened': 'The plan was opened by an emergency opening',
      'set-appointment': 'The time was set',
      'accept-appointment': 'A time was accepted',
      'ask-other-time': 'Another time was asked for',
      'cancel-appointment': 'The time was cancelled',
      'report-not-invited': '“I have not been invited”',
      'mark-ready': 'The preparation was marked as ready or not ready',
      'report-held': 'The talk was recorded as held',
      'report-not-held': 'The talk was recorded as not held',
      'confirm-held': 'It was confirmed that the talk was held',
      'contradict-held': 'It was answered that the talk was not held',
      postpone: 'The talk was postponed',
      'set-not-held': 'The talk was ended as not held',
      'withdraw-not-held': '“Not held” was taken back',
      exempt: 'Exempt from the round',
      'withdraw-exemption': 'The exemption was withdrawn',
      'propose-plan': 'A version of the plan was proposed',
      'approve-plan': 'The plan was approved',
      'return-plan': 'The plan was returned',
      'end-plan-not-agreed': 'The plan was closed without agreement',
      'write-statement': 'A statement was written',
      'journal-by-hand': 'The plan was filed',
      'retry-filing': 'The filing was tried again',
      'plan-filed': 'The plan was put into the personnel file',
      'set-status-appointment': 'A time was set for a status talk',
      'cancel-status-appointment': 'The time of a status talk was cancelled',
      'report-status-talk-held': 'A status talk was held',
      'agree-status-talk-away': 'It was suggested to skip a status talk',
      'report-action': 'An action was reported on',
      'answer-offer': 'An offer was answered',
      'set-extra-appointment': 'A time was set for an extra talk',
      'cancel-extra-appointment': 'The time of an extra talk was cancelled',
      'report-extra-held': 'An extra talk was held',
      'leader-changed': 'New leader',
      leaves: 'The employment ends',
      'leaving-withdrawn': 'The employment goes on',
      paused: 'The round was paused',
      resumed: 'The round was resumed',
      stopped: 'The round was stopped',
      'round-closed': 'The round was closed',
    },
  },
}
