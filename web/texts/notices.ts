import type { Language } from '../../domain/language.ts'
import { peopleNotices } from './people-notices.ts'
import { roundNotices } from './round-notices.ts'

/** What is said on top of a page after something was done, by the code in its address (`?done=…`). */
export const notices = {
  'retention-changed': {
    da: 'Det er gemt. Fra i nat slettes det, der er ældre.',
    en: 'It is saved. From tonight on what is older is deleted.',
  },
  'hold-placed': { da: 'Intet om personen slettes nu.', en: 'Nothing about the person is deleted now.' },
  'hold-lifted': {
    da: 'Personen er ikke længere holdt tilbage fra sletning.',
    en: 'The person is no longer held back from deletion.',
  },
  'erasure-begun': {
    da: 'Personen bliver slettet nu. Kvitteringen står nederst om et øjeblik.',
    en: 'The person is being erased now. The receipt stands at the bottom in a moment.',
  },
  'tr-named': { da: 'Det er gemt.', en: 'It is saved.' },
  'closing-added': {
    da: 'Lukkedagene er tilføjet. Frister i kørende runder tælles om nu.',
    en: 'The closing days are added. Due dates in running rounds are being counted anew.',
  },
  'closing-removed': {
    da: 'Lukkedagene er fjernet. Frister i kørende runder tælles om nu.',
    en: 'The closing days are removed. Due dates in running rounds are being counted anew.',
  },
  'filing-tried': {
    da: 'Vi prøver igen nu. Lykkes det, er planen væk fra listen om et øjeblik.',
    en: 'We are trying again now. If it works, the plan is gone from the list in a moment.',
  },
  'time-accepted': { da: 'Du har sagt ja til tiden.', en: 'You have accepted the time.' },
  'other-time-asked': {
    da: 'Din leder får besked om, at du ønsker en anden tid. Den aftalte tid gælder, til den bliver flyttet.',
    en: 'Your leader is told that you would like another time. The time that was set stands until it is moved.',
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
    da: 'Tiden er din. I får den begge i kalenderen.',
    en: 'The time is yours. Both of you get it in the calendar.',
  },
  'plan-opened': {
    da: 'Planen er åbnet. De to har fået besked.',
    en: 'The plan is open. The two have been told.',
  },
  'topic-added': { da: 'Emnet er på dagsordenen.', en: 'The topic is on the agenda.' },
  'topic-removed': { da: 'Emnet er fjernet.', en: 'The topic is removed.' },
  'form-does-not-fit-said': {
    da: 'Din leder får besked om, at arket ikke passer til dit arbejde.',
    en: 'Your leader is told that the sheet does not fit your work.',
  },
  'was-held-said': {
    da: 'Tak. Din leder får besked og kan rette det.',
    en: 'Thank you. Your leader is told and can correct it.',
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
  'action-troubled': {
    da: 'Tak for svaret. Den anden får besked, og en statussamtale kan være en god idé.',
    en: 'Thank you for the answer. The other is told, and a status talk may be a good idea.',
  },
  'status-talk-agreed-away': {
    da: 'Det er noteret. Statussamtalen bliver kun sprunget over, når I begge har sagt det.',
    en: 'It is noted. The status talk is skipped only when both of you have said so.',
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
  'session-ended': { da: 'Du er logget ud dér.', en: 'You are signed out there.' },
  'other-sessions-ended': {
    da: 'Du er logget ud alle andre steder.',
    en: 'You are signed out everywhere else.',
  },
  'notes-deleted': { da: 'Noterne er slettet.', en: 'The notes are deleted.' },
  invited: {
    da: 'Indkaldelsen er sendt. I får begge tiden i kalenderen.',
    en: 'The invitation is sent. Both of you get the time in the calendar.',
  },
  'invited-at-short-notice': {
    da: 'Indkaldelsen er sendt. Varslet er kort, så tiden gælder først, når medarbejderen siger ja.',
    en: 'The invitation is sent. Notice is short, so the time stands once the employee accepts.',
  },
  'time-cancelled': {
    da: 'Tiden er aflyst. I får begge besked i kalenderen.',
    en: 'The time is cancelled. Both of you are told in the calendar.',
  },
  'held-reported': {
    da: 'Noteret. Medarbejderen bliver bedt om at bekræfte, og nu skal I blive enige om udviklingsplanen.',
    en: 'Noted. The employee is asked to confirm, and now the two of you agree on the development plan.',
  },
  'not-held-reported': {
    da: 'Noteret. Find en ny tid, så medarbejderen ikke bliver glemt.',
    en: 'Noted. Find a new time, so that the employee is not forgotten.',
  },
  'themes-kept': { da: 'Temaerne er gemt.', en: 'The themes are saved.' },
  'offer-made': {
    da: 'Tilbuddet er registreret. Medarbejderen kan svare på samtalens side.',
    en: 'The offer is registered. The employee can answer on the page of the talk.',
  },
  kept: { da: 'Det er gemt.', en: 'It is saved.' },
  'slots-published': {
    da: 'Tiderne er lagt ud. Medarbejderne kan vælge dem på samtalens side.',
    en: 'The times are published. The employees can pick them on the page of their talk.',
  },
  'slot-withdrawn': { da: 'Tiden er trukket tilbage.', en: 'The time is withdrawn.' },
  'deputy-named': { da: 'Stedfortræderen er udpeget.', en: 'The deputy is named.' },
  'deputy-ended': { da: 'Stedfortræderen er stoppet.', en: 'The deputy is ended.' },
  'group-talk-planned': {
    da: 'Indkaldelsen er sendt. Alle får tiden i kalenderen.',
    en: 'The invitation is sent. Everybody gets the time in the calendar.',
  },
  'group-talk-changed': {
    da: 'Ændringen er gemt. Alle får besked i kalenderen.',
    en: 'The change is saved. Everybody is told in the calendar.',
  },
  'group-talk-cancelled': {
    da: 'Gruppesamtalen er aflyst. Alle får besked i kalenderen.',
    en: 'The team talk is cancelled. Everybody is told in the calendar.',
  },
  'group-talk-held': {
    da: 'Noteret. Det står på hver medarbejders side, hvem der deltog.',
    en: 'Noted. Each employee’s page says whether they took part.',
  },
  ...roundNotices,
  'material-saved': {
    da: 'Den nye version er gemt. Sådan ser den ud.',
    en: 'The new version is saved. This is what it looks like.',
  },
  ...peopleNotices,
  'mail-queued-again': {
    da: 'Mailen er lagt i kø igen. Den bliver sendt ved næste lejlighed, hvis der stadig er grund til det.',
    en: 'The mail is in the queue again. It is sent at the next opportunity, if there is still a reason for it.',
  },
  'mail-in-next-digest': {
    da: 'Det, mailen skulle fortælle, kommer med i personens næste samlemail.',
    en: 'What the mail was to tell goes along in the person’s next digest.',
  },
  'draft-saved': { da: 'Udkastet er gemt.', en: 'The draft is saved.' },
  'plan-proposed': {
    da: 'Planen er foreslået. Den anden får besked.',
    en: 'The plan is proposed. The other is told.',
  },
  'plan-approved': { da: 'Du har godkendt planen.', en: 'You have approved the plan.' },
  'plan-agreed': { da: 'I er enige: planen er aftalt.', en: 'You agree: the plan is agreed.' },
  'plan-returned': {
    da: 'Planen er sendt tilbage med din kommentar.',
    en: 'The plan is returned with your comment.',
  },
  'plan-not-agreed': { da: 'Planen er lukket uden enighed.', en: 'The plan is closed without agreement.' },
  'statement-saved': { da: 'Din udtalelse er gemt.', en: 'Your statement is saved.' },
  'plan-filed': { da: 'Sagsnummeret er gemt som kvittering.', en: 'The case number is kept as the receipt.' },
  'feedback-saved': {
    da: 'Tilbagemeldingen er gemt. Teamet kan ikke se den endnu.',
    en: 'The feedback is saved. The team cannot see it yet.',
  },
  'feedback-sent': {
    da: 'Tilbagemeldingen er sendt til teamet.',
    en: 'The feedback is sent to the team.',
  },
} as const satisfies Record<string, Record<Language, string>>

export type NoticeCode = keyof typeof notices

export function isNoticeCode(code: unknown): code is NoticeCode {
  return typeof code === 'string' && Object.hasOwn(notices, code)
}
