import type { Language } from '../../domain/language.ts'
import type {
  AttemptOutcome,
  MailReason,
  MailState,
  MailTemplate,
} from '../../domain/notices/mail-outcome.ts'

export interface MailsTexts {
  title: string
  lead: string
  failed: (count: number) => string
  failedHint: string
  showRefused: (count: number) => string
  showUnknown: (count: number) => string
  allWell: string
  allWellHint: string
  letters: (count: number) => string
  filter: string
  state: string
  allStates: string
  search: string
  on: string
  show: string
  none: string
  noneAtAll: string
  columns: { when: string; to: string; what: string; state: string; more: string }
  states: Record<MailState, string>
  reasons: Record<MailReason, string>
  templates: Record<MailTemplate, string>
  outcomes: Record<AttemptOutcome, string>
  log: string
  sendAgain: string
  attempts: (count: number) => string
  attempt: (outcome: string, at: string, answer: string) => string
  resent: (at: string, by: string | null) => string
}

export const mailsTexts: Readonly<Record<Language, MailsTexts>> = {
  da: {
    title: 'Mails',
    lead: 'Hver mail til medarbejderne i dine enheder, og hvad der blev af den. Hvad der stod i den, bliver ikke gemt.',
    failed: (count) =>
      count === 1 ? '1 mail er måske ikke kommet frem' : `${count} mails er måske ikke kommet frem`,
    failedHint:
      'Er adressen forkert, så ret den i lønsystemet, og indlæs filen igen. Send så mailen igen fra personens side.',
    showRefused: (count) => `Se de afviste (${count})`,
    showUnknown: (count) => `Se de uvisse (${count})`,
    allWell: 'Ingen mails er gået galt',
    allWellHint: 'Ingen er afvist, og ingen er uvisse. Du skal ikke gøre noget.',
    letters: (count) => `Breve til dem uden mailadresse (${count})`,
    filter: 'Find mails',
    state: 'Hvordan gik det',
    allStates: 'Alle',
    search: 'Navn eller adresse',
    on: 'Dag',
    show: 'Vis',
    none: 'Ingen mails passer til det, du har valgt.',
    noneAtAll: 'Der er ikke sendt mails endnu. De kommer, når en runde begynder.',
    columns: { when: 'Hvornår', to: 'Til', what: 'Hvad', state: 'Hvordan gik det', more: 'Mere' },
    states: {
      queued: 'Venter på at blive sendt',
      deferred: 'Udsat af mailserveren',
      sent: 'Sendt',
      refused: 'Afvist',
      unknown: 'Uvist',
      dropped: 'Ikke sendt',
      printed: 'Lagt til udskrift',
    },
    reasons: {
      done: 'Grunden var væk: Det var gjort, eller det gjaldt ikke længere.',
      paused: 'Runden er på pause. Mailen venter.',
      'on-leave': 'Medarbejderen er på orlov.',
      left: 'Medarbejderen er fratrådt.',
      replaced: 'En anden har overtaget.',
      overtaken: 'En nyere mail sagde det samme eller mere.',
      'past-due-day': 'Det var for sent: Dagen eller tiden var forbi.',
      'no-address': 'Personen har ingen mailadresse. Brevet skal skrives ud.',
      'no-recipient': 'Ingen havde rollen.',
      stopped: 'Runden er stoppet.',
      'gave-up': 'Mailserveren udsatte mailen for mange gange.',
      unknown: 'Forbindelsen gik, lige da mailen var afleveret. Den er nok kommet frem.',
    },
    templates: {
      notice: 'Besked',
      digest: 'Samlemail',
      calendar: 'Kalendermail',
      'group-talk': 'Gruppesamtale',
      'sign-in': 'Link til at logge ind',
      'plan-opening': 'Nødåbning af en plan',
      'leader-change': 'Ny leder',
      'address-change': 'Ny mailadresse',
      'further-number': 'Endnu et medarbejdernummer',
    },
    outcomes: { sent: 'Modtaget af mailserveren', refused: 'Afvist', deferred: 'Udsat', unknown: 'Uvist' },
    log: 'Alle mails til personen',
    sendAgain: 'Se den, og send igen',
    attempts: (count) => (count === 1 ? '1 forsøg' : `${count} forsøg`),
    attempt: (outcome, at, answer) => `${outcome} ${at} (${answer})`,
    resent: (at, by) => `Sendt igen ${at}${by ? ` af ${by}` : ''}.`,
  },
  en: {
    title: 'Mails',
    lead: 'Every mail to the employees in your units, and what became of it. What it said is not kept.',
    failed: (count) => (count === 1 ? '1 mail may not have arrived' : `${count} mails may not have arrived`),
    failedHint:
      'If the address is wrong, correct it in the payroll system and import the file again. Then send the mail again from the person’s page.',
    showRefused: (count) => `See the refused (${count})`,
    showUnknown: (count) => `See the uncertain (${count})`,
    allWell: 'No mails have gone wrong',
    allWellHint: 'None is refused, and none is uncertain. You need not do anything.',
    letters: (count) => `Letters to those without a mail address (${count})`,
    filter: 'Find mails',
    state: 'How it went',
    allStates: 'All',
    search: 'Name or address',
    on: 'Day',
    show: 'Show',
    none: 'No mails match what you have chosen.',
    noneAtAll: 'No mails have been sent yet. They come when a round begins.',
    columns: { when: 'When', to: 'To', what: 'What', state: 'How it went', more: 'More' },
    states: {
      queued: 'Waits to be sent',
      deferred: 'Put off by the mail server',
      sent: 'Sent',
      refused: 'Refused',
      unknown: 'Uncertain',
      dropped: 'Not sent',
      printed: 'To be printed',
    },
    reasons: {
      done: 'The reason had gone: it was done, or no longer so.',
      paused: 'The round is paused. The mail waits.',
      'on-leave': 'The employee is on leave.',
      left: 'The employee has left.',
      replaced: 'Somebody else has taken over.',
      overtaken: 'A newer mail said the same or more.',
      'past-due-day': 'It was too late: the day or the time had passed.',
      'no-address': 'The person has no mail address. The letter is to be printed.',
      'no-recipient': 'Nobody held the role.',
      stopped: 'The round is stopped.',
      'gave-up': 'The mail server put the mail off too many times.',
      unknown: 'The connection broke just as the mail was handed over. It has probably arrived.',
    },
    templates: {
      notice: 'Notice',
      digest: 'Digest',
      calendar: 'Calendar mail',
      'group-talk': 'Team talk',
      'sign-in': 'Link to sign in',
      'plan-opening': 'Emergency opening of a plan',
      'leader-change': 'New leader',
      'address-change': 'New mail address',
      'further-number': 'One more employee number',
    },
    outcomes: {
      sent: 'Accepted by the mail server',
      refused: 'Refused',
      deferred: 'Put off',
      unknown: 'Uncertain',
    },
    log: 'All mails to the person',
    sendAgain: 'See it, and send again',
    attempts: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
    attempt: (outcome, at, answer) => `${outcome} ${at} (${answer})`,
    resent: (at, by) => `Sent again ${at}${by ? ` by ${by}` : ''}.`,
  },
}
