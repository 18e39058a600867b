import type { Language } from '../../domain/language.ts'

/** What is said after HR or a works council did something with a round. */
export const roundNotices = {
  'round-drafted': {
    da: 'Runden er gemt som kladde. Ingen mails er sendt.',
    en: 'The round is saved as a draft. No mails have been sent.',
  },
  'round-saved': { da: 'Ændringerne er gemt.', en: 'The changes are saved.' },
  'round-deleted': { da: 'Kladden er slettet.', en: 'The draft is deleted.' },
  'round-started': {
    da: 'Runden er startet. Samtalerne bliver åbnet nu.',
    en: 'The round has started. The talks are being opened now.',
  },
  'rules-changed': {
    da: 'Rundens regler er ændret. Intet, der er sendt, bliver sendt igen.',
    en: 'The rules of the round are changed. Nothing that was sent is sent again.',
  },
  'round-paused': { da: 'Runden er sat på pause.', en: 'The round is paused.' },
  'round-resumed': { da: 'Runden er genoptaget.', en: 'The round is resumed.' },
  'round-stopped': { da: 'Runden er stoppet.', en: 'The round is stopped.' },
  'round-closed': { da: 'Runden er lukket.', en: 'The round is closed.' },
  'unit-paused': { da: 'Enheden er sat på pause.', en: 'The unit is paused.' },
  'unit-resumed': { da: 'Enheden er genoptaget.', en: 'The unit is resumed.' },
  'unit-stopped': { da: 'Runden er stoppet for enheden.', en: 'The round is stopped for the unit.' },
  'nudge-sent': {
    da: 'Din besked er lagt på deres side. De får en mail om, at den er der.',
    en: 'Your message is on their page. They get a mail that says it is there.',
  },
  'talk-outcome-set': { da: 'Udfaldet er registreret.', en: 'The outcome is recorded.' },
  'exemption-withdrawn': {
    da: 'Undtagelsen er trukket tilbage, og samtalen er åben igen.',
    en: 'The exemption is withdrawn, and the talk is open again.',
  },
  'not-held-withdrawn': {
    da: '»Ikke holdt« er trukket tilbage, og samtalen er åben igen.',
    en: '“Not held” is taken back, and the talk is open again.',
  },
  'discussion-recorded': {
    da: 'Drøftelsen er registreret. Der kommer ikke flere påmindelser.',
    en: 'The discussion is recorded. There are no more reminders.',
  },
} as const satisfies Record<string, Record<Language, string>>
