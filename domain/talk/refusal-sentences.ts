import type { Language } from '../language.ts'
import type { RefusalCode } from './refusals.ts'

/** Why an act is not possible now, in one plain sentence. */
export const refusalSentences: Readonly<Record<RefusalCode, Readonly<Record<Language, string>>>> = {
  'talk-closed': {
    da: 'Samtalen er afsluttet, og der er ikke mere at gøre på den.',
    en: 'The talk is closed, and there is nothing more to do on it.',
  },
  'not-started': {
    da: 'Det er for tidligt: din tid i runden er ikke begyndt endnu.',
    en: 'It is too early: your time in the round has not begun yet.',
  },
  'already-held': { da: 'Samtalen er allerede holdt.', en: 'The talk has already been held.' },
  'not-held-yet': { da: 'Samtalen er ikke holdt endnu.', en: 'The talk has not been held yet.' },
  'no-appointment': { da: 'Der er ikke aftalt nogen tid.', en: 'No time has been set.' },
  'already-accepted': { da: 'Tiden er allerede accepteret.', en: 'The time has already been accepted.' },
  'appointment-has-begun': {
    da: 'Tiden er allerede begyndt. Lederen skal nu oplyse, om samtalen blev holdt.',
    en: 'The time has already begun. The leader now has to say whether the talk was held.',
  },
  'time-in-the-past': {
    da: 'Tiden er allerede gået. Vælg en senere.',
    en: 'The time has passed. Choose a later one.',
  },
  'time-ends-before-it-begins': {
    da: 'Sluttidspunktet ligger før starttidspunktet.',
    en: 'The end is earlier than the beginning.',
  },
  'time-too-long': {
    da: 'En samtale kan højst vare otte timer.',
    en: 'A talk can last eight hours at most.',
  },
  'time-too-soon-to-answer': {
    da: 'Tiden er så tæt på, at medarbejderen ikke kan nå at svare. Vælg en senere.',
    en: 'The time is so near that the employee cannot answer first. Choose a later one.',
  },
  'time-within-leave': {
    da: 'Medarbejderen har orlov den dag. Vælg en anden.',
    en: 'The employee is on leave that day. Choose another.',
  },
  'time-after-last-day': {
    da: 'Medarbejderen er ikke ansat den dag. Vælg en tidligere.',
    en: 'The employee is no longer employed that day. Choose an earlier one.',
  },
  'already-invited': {
    da: 'Du er indkaldt. Tiden står på samtalens side.',
    en: 'You have been invited. The time is on the page of the talk.',
  },
  'held-in-the-future': {
    da: 'Dagen er ikke kommet endnu. Vælg den dag, samtalen blev holdt.',
    en: 'The day has not come yet. Choose the day the talk was held.',
  },
  'held-before-start': {
    da: 'Dagen ligger før rundens start. Vælg den dag, samtalen blev holdt.',
    en: 'The day is before the round began. Choose the day the talk was held.',
  },
  'already-confirmed': {
    da: 'Det er allerede bekræftet, at samtalen blev holdt.',
    en: 'It has already been confirmed that the talk was held.',
  },
  'plan-already-approved': {
    da: 'Planen fra samtalen er godkendt, så samtalen er holdt.',
    en: 'The plan of the talk has been approved, so the talk was held.',
  },
  'date-in-the-past': { da: 'Datoen skal ligge efter i dag.', en: 'The date must be later than today.' },
  'date-missing': { da: 'Skriv den nye dato.', en: 'Enter the new date.' },
  'date-after-last-day': {
    da: 'Medarbejderen er ikke ansat den dag. Vælg en tidligere dato.',
    en: 'The employee is no longer employed that day. Choose an earlier date.',
  },
  'no-leave-to-return-from': {
    da: 'Medarbejderen har ikke orlov. Skriv den dato, der udskydes til.',
    en: 'The employee is not on leave. Enter the date to postpone to.',
  },
  'not-exempt': { da: 'Medarbejderen er ikke undtaget.', en: 'The employee is not exempt.' },
  'leader-missing': {
    da: 'Medarbejderen har ingen leder. Angiv først, hvem der holder samtalen.',
    en: 'The employee has no leader. First say who holds the talk.',
  },
  'no-plan-version': {
    da: 'Der er ikke foreslået nogen plan endnu.',
    en: 'No plan has been proposed yet.',
  },
  'another-version-is-current': {
    da: 'Der er kommet en nyere udgave af planen. Læs den, før du svarer.',
    en: 'There is a newer version of the plan. Read it before you answer.',
  },
  'own-version': {
    da: 'Du har allerede godkendt denne udgave. Den anden mangler at svare.',
    en: 'You have already approved this version. The other has yet to answer.',
  },
  'plan-not-open': {
    da: 'Planen er afsluttet. En ændring er en ny udgave.',
    en: 'The plan is concluded. A change is a new version.',
  },
  'not-filed-by-hand': {
    da: 'Planen skal ikke journaliseres i hånden.',
    en: 'The plan is not to be filed by hand.',
  },
  'already-filed': { da: 'Planen er allerede journaliseret.', en: 'The plan has already been filed.' },
  'no-such-status-talk': {
    da: 'Statussamtalen findes ikke længere.',
    en: 'The status talk no longer exists.',
  },
  'status-talk-ended': {
    da: 'Statussamtalen er allerede holdt, aftalt væk eller afløst.',
    en: 'The status talk has already been held, agreed away or replaced.',
  },
  'already-agreed-away': {
    da: 'Du har allerede sagt, at I kan undvære statussamtalen. Den anden mangler at svare.',
    en: 'You have already said that you can do without the status talk. The other has yet to answer.',
  },
  'no-such-action': {
    da: 'Handlingen hører ikke til denne samtale.',
    en: 'The action does not belong to this talk.',
  },
  'action-ended': { da: 'Handlingen er allerede afsluttet.', en: 'The action has already ended.' },
  'employment-ended': {
    da: 'Medarbejderen er fratrådt.',
    en: 'The employee has left.',
  },
  'talk-stopped': { da: 'Runden er stoppet af HR.', en: 'HR has stopped the round.' },
  'talk-exempt': {
    da: 'Medarbejderen er undtaget i denne runde.',
    en: 'The employee is exempt in this round.',
  },
  'talk-not-held': {
    da: 'HR har afsluttet samtalen som ikke holdt.',
    en: 'HR has ended the talk as not held.',
  },
  'talk-taken-over': {
    da: 'Næste rundes samtale har afløst denne.',
    en: 'The talk of the next round has taken over.',
  },
}
