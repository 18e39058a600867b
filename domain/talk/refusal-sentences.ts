import type { Language } from '../language.ts'
import type { NoTimeReason } from './propose-times.ts'
import type { RefusalCode } from './refusals.ts'

/** Why an act is not possible now, and what is possible instead. */
export const refusalSentences: Readonly<Record<RefusalCode, Readonly<Record<Language, string>>>> = {
  'talk-closed': {
    da: 'Samtalen er afsluttet. Nye aftaler hører til i næste rundes samtale.',
    en: 'The talk is closed. New agreements belong in the talk of the next round.',
  },
  'not-started': {
    da: 'Det er for tidligt: Forløbet er ikke begyndt. Orienteringen kommer, når det begynder.',
    en: 'It is too early: the course has not begun. The orientation comes when it does.',
  },
  'already-held': {
    da: 'Samtalen er allerede holdt. Arbejd videre med planen, eller aftal en statussamtale.',
    en: 'The talk has already been held. Go on with the plan, or arrange a status talk.',
  },
  'not-held-yet': {
    da: 'Samtalen er ikke holdt endnu. Det bliver muligt, når den er holdt.',
    en: 'The talk has not been held yet. This becomes possible once it has.',
  },
  'no-appointment': {
    da: 'Der er ikke aftalt nogen tid. Lederen kan indkalde til en.',
    en: 'No time has been set. The leader can invite to one.',
  },
  'already-accepted': {
    da: 'Tiden er allerede accepteret. Passer den ikke længere, kan du bede om en anden.',
    en: 'The time has already been accepted. If it no longer suits you, you can ask for another.',
  },
  'appointment-has-begun': {
    da: 'Samtalen skulle allerede være begyndt. Lederen skal nu oplyse, om samtalen blev holdt.',
    en: 'The talk should already have begun. The leader now has to say whether the talk was held.',
  },
  'time-in-the-past': {
    da: 'Tidspunktet er passeret. Vælg et senere.',
    en: 'The time has passed. Choose a later one.',
  },
  'time-ends-before-it-begins': {
    da: 'Sluttidspunktet skal ligge efter starttidspunktet. Ret et af dem.',
    en: 'The end must be later than the beginning. Change one of them.',
  },
  'time-too-long': {
    da: 'En samtale kan højst vare otte timer. Vælg en kortere tid.',
    en: 'A talk can last eight hours at most. Choose a shorter time.',
  },
  'time-too-soon-to-answer': {
    da: 'Tiden er så tæt på, at medarbejderen ikke kan nå at svare. Vælg en senere, eller lad medarbejderen vælge blandt ledige tider.',
    en: 'The time is so near that the employee cannot answer first. Choose a later one, or let the employee pick a free time.',
  },
  'time-within-leave': {
    da: 'Medarbejderen har orlov den dag. Vælg en anden dag.',
    en: 'The employee is on leave that day. Choose another day.',
  },
  'time-after-last-day': {
    da: 'Medarbejderen er ikke ansat den dag. Vælg en tidligere.',
    en: 'The employee is no longer employed that day. Choose an earlier one.',
  },
  'already-invited': {
    da: 'Du er indkaldt. Tiden står på samtalens side, og du kan bede om en anden der.',
    en: 'You have been invited. The time is on the page of the talk, and you can ask for another there.',
  },
  'held-in-the-future': {
    da: 'Dagen er ikke kommet endnu. Vælg den dag, samtalen blev holdt.',
    en: 'The day has not come yet. Choose the day the talk was held.',
  },
  'held-before-start': {
    da: 'Dagen er for tidlig. Vælg den dag, samtalen blev holdt i denne runde.',
    en: 'The day is too early. Choose the day the talk was held in this round.',
  },
  'already-confirmed': {
    da: 'Du har allerede bekræftet, at samtalen blev holdt. Er det en fejl, så tal med din leder eller HR.',
    en: 'You have already confirmed that the talk was held. If that is a mistake, speak with your leader or HR.',
  },
  'plan-already-approved': {
    da: 'Samtalen har allerede ført til en plan og regnes for holdt. Er det en fejl, så tal med din leder eller HR.',
    en: 'The talk has already led to a plan and counts as held. If that is a mistake, speak with your leader or HR.',
  },
  'date-in-the-past': {
    da: 'Datoen skal ligge efter i dag. Vælg en senere.',
    en: 'The date must be later than today. Choose a later one.',
  },
  'date-missing': {
    da: 'Skriv den nye dato.',
    en: 'Enter the new date.',
  },
  'date-after-last-day': {
    da: 'Medarbejderen er ikke ansat den dag. Vælg en tidligere dato.',
    en: 'The employee is no longer employed that day. Choose an earlier date.',
  },
  'no-leave-to-return-from': {
    da: 'Medarbejderen har ingen orlov at vende tilbage fra. Skriv den dato, der udskydes til.',
    en: 'The employee has no leave to return from. Enter the date to postpone to.',
  },
  'not-exempt': {
    da: 'Medarbejderen er ikke undtaget, så samtalen kan gå videre, som den står.',
    en: 'The employee is not exempt, so the talk can go on as it stands.',
  },
  'not-ended-as-not-held': {
    da: 'Samtalen er ikke afsluttet som ikke holdt, så der er intet at trække tilbage.',
    en: 'The talk is not ended as not held, so there is nothing to take back.',
  },
  'round-is-closed': {
    da: 'Runden er lukket, og der er gjort rede for alle. Udskyd samtalen til en dato, hvis den skal holdes alligevel.',
    en: 'The round is closed and everybody accounted for. Postpone the talk to a date if it is to be held after all.',
  },
  'leader-missing': {
    da: 'Medarbejderen har ingen leder. Angiv, hvem der holder samtalen, så åbner den igen af sig selv.',
    en: 'The employee has no leader. Say who holds the talk, and it opens again by itself.',
  },
  'no-plan-version': {
    da: 'Der er ikke foreslået nogen plan endnu. I kan begge skrive et forslag.',
    en: 'No plan has been proposed yet. Either of you can write one.',
  },
  'another-version-is-current': {
    da: 'Der er kommet en nyere version af planen. Læs den, før du svarer.',
    en: 'There is a newer version of the plan. Read it before you answer.',
  },
  'own-version': {
    da: 'Du har allerede godkendt denne version. Nu mangler kun den anden at svare.',
    en: 'You have already approved this version. Now only the other has yet to answer.',
  },
  'plan-not-ended': {
    da: 'En udtalelse kan skrives, når planen er endt uden enighed.',
    en: 'A statement can be written once the plan has ended as not agreed.',
  },
  'statements-closed': {
    da: 'Der kan ikke skrives flere udtalelser: planen er sendt til journalisering med dem, der var skrevet. Tal med HR, hvis noget mangler.',
    en: 'No more statements can be written: the plan was sent to be filed with those that were. Speak with HR if something is missing.',
  },
  'statements-awaited': {
    da: 'Planen journaliseres, når I begge har skrevet en udtalelse, eller når fristen for dem er gået.',
    en: 'The plan is filed once both of you have written a statement, or once the time for them is over.',
  },
  'plan-not-open': {
    da: 'Der er ingen plan at tage stilling til nu. En plan, I er enige om, kan ændres ved at foreslå en ny version.',
    en: 'There is no plan to decide on now. An agreed plan can be changed by proposing a new version.',
  },
  'not-filed-by-hand': {
    da: 'Du skal ikke selv journalisere planen. Du behøver ikke gøre noget.',
    en: 'The plan is not for you to file. You need not do anything.',
  },
  'not-filed-by-service': {
    da: 'Planen bliver ikke journaliseret af sig selv. Der er ikke noget at prøve igen.',
    en: 'The plan is not filed by itself. There is nothing to try again.',
  },
  'already-filed': {
    da: 'Planen er allerede journaliseret. Kvitteringen står på planens side.',
    en: 'The plan has already been filed. The receipt is on the page of the plan.',
  },
  'no-such-status-talk': {
    da: 'Statussamtalen findes ikke længere. Se samtalens side for dem, der er tilbage.',
    en: 'The status talk no longer exists. See the page of the talk for those that are left.',
  },
  'status-talk-ended': {
    da: 'Statussamtalen er allerede holdt, sprunget over eller afløst af næste rundes samtale.',
    en: 'The status talk has already been held, skipped or replaced by the talk of the next round.',
  },
  'already-agreed-away': {
    da: 'Du har allerede foreslået at springe statussamtalen over. Nu mangler kun den anden at svare.',
    en: 'You have already suggested skipping the status talk. Now only the other has yet to answer.',
  },
  'no-such-action': {
    da: 'Handlingen hører ikke til denne samtale. Find den i den nyeste samtale.',
    en: 'The action does not belong to this talk. Find it in the newest one.',
  },
  'action-ended': {
    da: 'Handlingen er allerede afsluttet. Aftal en ny i planen, hvis der er brug for det.',
    en: 'The action has already ended. Agree on a new one in the plan if you need it.',
  },
  'offer-not-accepted': {
    da: 'Medarbejderen har ikke sagt ja til tilbuddet.',
    en: 'The employee has not accepted the offer.',
  },
  'extra-held': {
    da: 'Den ekstra samtale er allerede holdt.',
    en: 'The extra talk has already been held.',
  },
  'employment-ended': {
    da: 'Medarbejderen er fratrådt. Kun journaliseringen af det, I blev enige om, går videre.',
    en: 'The employee has left. Only the filing of what you agreed goes on.',
  },
  'talk-stopped': {
    da: 'HR har stoppet runden. Spørg HR, hvis I gerne vil holde samtalen alligevel.',
    en: 'HR has stopped the round. Ask HR if you would like to hold the talk all the same.',
  },
  'talk-exempt': {
    da: 'Medarbejderen er undtaget i denne runde. HR kan ophæve undtagelsen.',
    en: 'The employee is exempt in this round. HR can withdraw the exemption.',
  },
  'talk-not-held': {
    da: 'HR har afsluttet samtalen som ikke holdt. Skal den holdes alligevel, kan HR trække det tilbage.',
    en: 'HR has ended the talk as not held. If it is to be held after all, HR can take that back.',
  },
  'talk-taken-over': {
    da: 'Næste rundes samtale har afløst denne. Fortsæt dér.',
    en: 'The talk of the next round has taken over. Go on there.',
  },
}

/** Why no time is proposed for somebody, and what the leader can do. */
export function noTimeSentence(reason: NoTimeReason, language: Language): string {
  return noTimeSentences[reason][language]
}

const noTimeSentences: Readonly<Record<NoTimeReason, Readonly<Record<Language, string>>>> = {
  'closed-days': {
    da: 'Der er ingen arbejdsdage blandt de valgte dage.',
    en: 'None of the chosen days is a working day.',
  },
  'has-left': {
    da: 'Medarbejderen er fratrådt på de valgte dage.',
    en: 'The employee has left on the chosen days.',
  },
  'on-leave': {
    da: 'Medarbejderen har orlov på de valgte dage.',
    en: 'The employee is on leave on the chosen days.',
  },
  'notice-too-short': {
    da: 'De valgte dage er for tæt på: varslet kan ikke holdes. Skriver du selv en tid, gælder den først, når medarbejderen siger ja.',
    en: 'The chosen days are too close: notice cannot be kept. A time that you write yourself stands once the employee accepts.',
  },
  'after-hold-date': {
    da: 'De valgte dage ligger efter sidste dag for samtalen.',
    en: 'The chosen days are after the last day for the talk.',
  },
  'no-room': {
    da: 'Der er ikke flere ledige tider i de valgte timer. Vælg flere dage, eller skriv selv en tid.',
    en: 'There is no free time left in the chosen hours. Choose more days, or write a time yourself.',
  },
}
