import type { ObligationKind } from '../../domain/policy/ladder.ts'
import type { NextWords } from '../components/next-panel.tsx'
import type { Language } from '../../domain/language.ts'
import type { ExtraKind, TalkStatus } from '../../domain/talk/talk.ts'

export interface LeaderActsTexts extends NextWords {
  /** What happens if the leader does not. */
  ifNot: Partial<Record<ObligationKind, string>>
  go: Partial<Record<ObligationKind, string>>
  waitsFor: (employee: string, what: string) => string
  otherTime: (employee: string) => string
  otherTimeIf: string
  moveTime: string
  talkAt: (when: string) => string
  talkAtHint: string
  nothing: string
  ended: Partial<Record<TalkStatus, string>>
  time: string
  noTime: string
  stands: string
  accepted: string
  waits: (when: string) => string
  wish: (words: string) => string
  toCalendar: string
  invite: string
  inviteHint: string
  move: string
  moveHint: string
  send: string
  sendMove: string
  cancel: string
  cancelHint: string
  cancelTime: string
  many: string
  outcomeHint: string
  contradicted: (employee: string, day: string) => string
  heldOn: string
  held: string
  notHeld: string
  notHeldHint: string
  moved: string
  alreadyHeld: string
  offers: string
  offersHint: string
  offerNames: Record<ExtraKind, string>
  offerDue: string
  returnHint: string
  offer: (name: string) => string
  offered: (day: string) => string
  answers: Record<'yes' | 'no', string>
  noAnswer: string
  offerTime: string
  offerHeld: (day: string) => string
  reportOfferHeld: string
  statusDue: (day: string) => string
  statusTime: string
  statusHeld: string
  note: string
  noteHint: string
  themes: string
  themesHint: (minimum: number) => string
  themesField: string
  themesFieldHint: string
  saveThemes: string
}

export const leaderActsTexts: Readonly<Record<Language, LeaderActsTexts>> = {
  da: {
    heading: 'Dit næste skridt',
    by: (day) => `Senest ${day}`,
    was: (day) => `Skulle være gjort ${day}`,
    paused: 'Samtalen er sat på pause. Ingen frister løber.',
    ifNot: {
      invite: 'Sker det ikke, får din egen leder og derefter HR besked.',
      hold: 'Fristen er overskredet. Find en tid nu; HR afgør, om samtalen kan udskydes.',
      'confirm-held': 'Svarer du ikke, får din egen leder og derefter HR besked.',
      'leader-prepare': 'Kun du ser dine noter, indtil de bliver delt.',
      'agree-plan': 'Bliver planen ikke aftalt, får din egen leder og derefter HR besked.',
      journal: 'Sker det ikke, får din egen leder og derefter HR besked.',
      'status-talk': 'Sker det ikke, får din egen leder og derefter HR besked.',
      action: 'Svar kort: gjort, ny dato, eller at det ikke kan lade sig gøre.',
    },
    go: {
      invite: 'Find en tid',
      hold: 'Find en tid',
      'leader-prepare': 'Åbn din feedback',
      'agree-plan': 'Åbn planen',
      journal: 'Åbn planen',
      'status-talk': 'Gå til statussamtalen',
      action: 'Gå til handlingen',
    },
    waitsFor: (employee, what) => `Venter på ${employee}: ${what}`,
    otherTime: (employee) => `${employee} ønsker en anden tid`,
    otherTimeIf: 'Tiden er uændret, til du flytter den.',
    moveTime: 'Find en anden tid',
    talkAt: (when) => `Samtale ${when}`,
    talkAtHint: 'Når den er slut, spørger vi dig, om den blev holdt.',
    nothing: 'Intet venter på dig her',
    ended: {
      exempt: 'Medarbejderen er undtaget i denne runde',
      left: 'Medarbejderen er fratrådt',
      stopped: 'Runden er stoppet',
      'not-held': 'Samtalen bliver ikke holdt',
      'taken-over': 'Næste rundes samtale har overtaget',
    },
    time: 'Tid for samtalen',
    noTime: 'Der er ikke sat en tid endnu.',
    stands: 'Tiden gælder. Medarbejderen har ikke svaret; intet svar er et ja.',
    accepted: 'Medarbejderen har sagt ja.',
    waits: (when) =>
      `Varslet er kort: Tiden gælder først, når medarbejderen siger ja, senest ${when}; ellers bortfalder den.`,
    wish: (words) => `Ønsket: ${words}`,
    toCalendar: 'Føj til kalender',
    invite: 'Indkald til en tid',
    inviteHint: 'Medarbejderen får besked og en kalenderinvitation med det samme.',
    move: 'Flyt tiden',
    moveHint: 'I får begge den nye tid i kalenderen i stedet for den gamle.',
    send: 'Send indkaldelsen',
    sendMove: 'Flyt tiden',
    cancel: 'Aflys tiden',
    cancelHint: 'I får begge besked, og du skal finde en ny tid.',
    cancelTime: 'Aflys tiden',
    many: 'Indkald flere på én gang',
    outcomeHint: 'Svaret starter fristen for udviklingsplanen.',
    contradicted: (employee, day) =>
      `${employee} har ${day} svaret, at samtalen ikke blev holdt, som du meldte. Tal sammen, og svar igen.`,
    heldOn: 'Holdt den',
    held: 'Ja, den blev holdt',
    notHeld: 'Nej, den blev ikke holdt',
    notHeldHint: 'Så skal du finde en ny tid.',
    moved: 'Den er flyttet: skriv den nye tid',
    alreadyHeld: 'Har I allerede holdt samtalen?',
    offers: 'Tilbud om særlige samtaler',
    offersHint: 'Medarbejderen vælger frit og kan altid sige nej.',
    offerNames: { senior: 'Seniorsamtale', 'leader-talent': 'Ledertalentsamtale', return: 'Opstartssamtale' },
    offerDue: 'Skal tilbydes',
    returnHint: 'Efter en lang orlov kan I tale om opstarten. Du kan sætte en tid uden at vente på et svar.',
    offer: (name) => `Tilbyd ${name.toLowerCase()}`,
    offered: (day) => `Tilbudt ${day}.`,
    answers: { yes: 'Medarbejderen har sagt ja.', no: 'Medarbejderen har sagt nej.' },
    noAnswer: 'Medarbejderen har ikke svaret endnu.',
    offerTime: 'Sæt eller flyt tiden',
    offerHeld: (day) => `Holdt ${day}.`,
    reportOfferHeld: 'Registrér som holdt',
    statusDue: (day) => `Senest ${day}. Du indkalder; et kvarter er nok.`,
    statusTime: 'Sæt eller flyt tiden',
    statusHeld: 'Registrér som holdt',
    note: 'Kort note',
    noteHint: 'I kan begge læse den. Højst et par linjer.',
    themes: 'Temaer til den samlede tilbagemelding',
    themesHint: (minimum) =>
      `Sæt ord på, hvad samtalen handlede om. Kun du ser dem her; de tælles sammen for hele teamet, når mindst ${minimum} samtaler er holdt.`,
    themesField: 'Temaer',
    themesFieldHint: 'Højst otte, adskilt af komma. For eksempel: faglig sparring, arbejdstid.',
    saveThemes: 'Gem temaerne',
  },
  en: {
    heading: 'Your next step',
    by: (day) => `By ${day}`,
    was: (day) => `Was due ${day}`,
    paused: 'The talk is paused. No dates pass.',
    ifNot: {
      invite: 'If not, your own leader is told, and then HR.',
      hold: 'The date has passed. Find a time now; HR decides whether the talk can be postponed.',
      'confirm-held': 'If you do not answer, your own leader is told, and then HR.',
      'leader-prepare': 'Only you see your notes until they are shared.',
      'agree-plan': 'If the plan is not agreed, your own leader is told, and then HR.',
      journal: 'If not, your own leader is told, and then HR.',
      'status-talk': 'If not, your own leader is told, and then HR.',
      action: 'Answer in short: done, a new date, or that it cannot be done.',
    },
    go: {
      invite: 'Find a time',
      hold: 'Find a time',
      'leader-prepare': 'Open your feedback',
      'agree-plan': 'Open the plan',
      journal: 'Open the plan',
      'status-talk': 'Go to the status talk',
      action: 'Go to the action',
    },
    waitsFor: (employee, what) => `Waits for ${employee}: ${what}`,
    otherTime: (employee) => `${employee} would like another time`,
    otherTimeIf: 'The time is unchanged until you move it.',
    moveTime: 'Find another time',
    talkAt: (when) => `Talk on ${when}`,
    talkAtHint: 'When it is over, we ask you whether it was held.',
    nothing: 'Nothing awaits you here',
    ended: {
      exempt: 'The employee is exempt from this round',
      left: 'The employee has left',
      stopped: 'The round is stopped',
      'not-held': 'The talk will not be held',
      'taken-over': 'The talk of the next round has taken over',
    },
    time: 'Time of the talk',
    noTime: 'No time has been set yet.',
    stands: 'The time stands. The employee has not answered; no answer is a yes.',
    accepted: 'The employee has accepted.',
    waits: (when) =>
      `Notice is short: the time stands once the employee accepts, by ${when}; otherwise it is withdrawn.`,
    wish: (words) => `Their wish: ${words}`,
    toCalendar: 'Add to calendar',
    invite: 'Invite to a time',
    inviteHint: 'The employee is told and gets a calendar invitation at once.',
    move: 'Move the time',
    moveHint: 'Both of you get the new time in the calendar; the old one moves along.',
    send: 'Send the invitation',
    sendMove: 'Move the time',
    cancel: 'Cancel the time',
    cancelHint: 'Both of you are told, and you have to find a new time.',
    cancelTime: 'Cancel the time',
    many: 'Invite several at once',
    outcomeHint: 'The answer starts the time for the development plan.',
    contradicted: (employee, day) =>
      `On ${day} ${employee} answered that the talk was not held as you reported. Speak together and answer again.`,
    heldOn: 'Held on',
    held: 'Yes, it was held',
    notHeld: 'No, it was not held',
    notHeldHint: 'You then have to find a new time.',
    moved: 'It is moved: write the new time',
    alreadyHeld: 'Have you already held the talk?',
    offers: 'Offers of particular talks',
    offersHint: 'The employee chooses freely and can always say no.',
    offerNames: { senior: 'Senior talk', 'leader-talent': 'Leader-talent talk', return: 'Return talk' },
    offerDue: 'Must be offered',
    returnHint:
      'After a long leave the two of you can talk about the return. You can set a time without waiting for an answer.',
    offer: (name) => `Offer a ${name.toLowerCase()}`,
    offered: (day) => `Offered on ${day}.`,
    answers: { yes: 'The employee has said yes.', no: 'The employee has said no.' },
    noAnswer: 'The employee has not answered yet.',
    offerTime: 'Set or move the time',
    offerHeld: (day) => `Held on ${day}.`,
    reportOfferHeld: 'Register as held',
    statusDue: (day) => `By ${day}. You invite; a quarter of an hour is enough.`,
    statusTime: 'Set or move the time',
    statusHeld: 'Register as held',
    note: 'Short note',
    noteHint: 'Both of you can read it. A line or two.',
    themes: 'Themes for the common feedback',
    themesHint: (minimum) =>
      `Say what the talk was about. You alone see them here; they are counted for the whole team once at least ${minimum} talks are held.`,
    themesField: 'Themes',
    themesFieldHint: 'At most eight, with commas between. For example: professional sparring, working hours.',
    saveThemes: 'Save the themes',
  },
}
