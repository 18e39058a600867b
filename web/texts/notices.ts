import type { Language } from '../../domain/language.ts'

/** What is said on top of a page after something was done, by the code in its address (`?done=…`). */
export const notices = {
  'language-chosen': { da: 'Sproget er skiftet.', en: 'The language is changed.' },
  'time-accepted': { da: 'Du har sagt ja til tiden.', en: 'You have accepted the time.' },
  'other-time-asked': {
    da: 'Din leder får besked om, at du ønsker en anden tid. Den nuværende tid står, til den bliver flyttet.',
    en: 'Your leader is told that you would like another time. The present time stands until it is moved.',
  },
  'other-time-asked-early': {
    da: 'Din leder får besked om, at du ønsker en anden tid.',
    en: 'Your leader is told that you would like another time.',
  },
  'not-invited-reported': {
    da: 'Tak. Vi har givet besked. Du hører fra din leder.',
    en: 'Thank you. We have passed it on. You will hear from your leader.',
  },
  'slot-picked': {
    da: 'Tiden er din. Vi har skrevet den til jer begge.',
    en: 'The time is yours. We have written it to you both.',
  },
  'topic-added': { da: 'Emnet er på dagsordenen.', en: 'The topic is on the agenda.' },
  'topic-removed': { da: 'Emnet er fjernet.', en: 'The topic is removed.' },
  'form-does-not-fit-said': {
    da: 'Din leder får besked om, at arket ikke passer til dit arbejde.',
    en: 'Your leader is told that the sheet does not fit your work.',
  },
  'held-confirmed': { da: 'Tak. Det er noteret.', en: 'Thank you. It is noted.' },
  'held-contradicted': {
    da: 'Tak. Din leder får besked og skal svare igen.',
    en: 'Thank you. Your leader is told and has to answer again.',
  },
  'offer-answered': { da: 'Dit svar er sendt til din leder.', en: 'Your answer is sent to your leader.' },
  'extra-time-cancelled': {
    da: 'Tiden er aflyst. I får begge besked i kalenderen.',
    en: 'The time is cancelled. You are both told in the calendar.',
  },
  'action-reported': { da: 'Tak for svaret.', en: 'Thank you for the answer.' },
  'status-talk-agreed-away': {
    da: 'Det er noteret. Statussamtalen falder væk, når I begge har sagt det.',
    en: 'It is noted. The status talk falls away when both of you have said so.',
  },
  'sheet-saved': { da: 'Arket er gemt.', en: 'The sheet is saved.' },
  'sheet-ready': { da: 'Arket er gemt, og du er klar.', en: 'The sheet is saved, and you are ready.' },
  'sheet-not-ready': {
    da: 'Arket er gemt, og du er ikke markeret som klar.',
    en: 'The sheet is saved, and you are not marked as ready.',
  },
  'sheet-shared': { da: 'Arket er delt.', en: 'The sheet is shared.' },
  evaluated: {
    da: 'Tak. Dine svar er gemt uden dit navn.',
    en: 'Thank you. Your answers are kept without your name.',
  },
  'shared-with-colleague': {
    da: 'Det er delt. Din kollega finder det på sin forside.',
    en: 'It is shared. Your colleague finds it on their home page.',
  },
  'share-taken-back': {
    da: 'Det er taget tilbage. Din kollega kan ikke læse det mere.',
    en: 'It is taken back. Your colleague can no longer read it.',
  },
  'notes-deleted': { da: 'Noterne er slettet.', en: 'The notes are deleted.' },
} as const satisfies Record<string, Record<Language, string>>

export type NoticeCode = keyof typeof notices

export function isNoticeCode(code: unknown): code is NoticeCode {
  return typeof code === 'string' && Object.hasOwn(notices, code)
}
