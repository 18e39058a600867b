import type { ExemptReason } from '../../domain/eligibility.ts'
import type { Language } from '../../domain/language.ts'
import type { NotHeldReason } from '../../domain/talk/talk.ts'
import { sentenceCase } from '../../domain/talk/talk-word.ts'

export interface TalkTexts {
  ownTitle: (talk: string) => string
  title: (talk: string, employee: string) => string
  onBehalfOf: (leader: string) => string
  course: string
  materials: string
  orientation: string
  guide: string
  conversationGuide: string
  preparation: string
  leaderPreparation: string
  plan: string
  statusOnly: string
  actsNext: string
  nobodyNext: string
  reason: string
  reasons: Readonly<Record<ExemptReason | NotHeldReason, string>>
  time: string
  noTime: string
  join: string
  accepted: string
  standsUnanswered: string
  shortNotice: (until: string) => string
  otherTimeAsked: string
  otherTimeOpen: string
  acceptAnyway: string
  wishWas: (wish: string) => string
  addToCalendar: string
  accept: string
  otherTime: string
  wish: string
  wishHint: string
  askOtherTime: string
  slots: string
  slotsHint: string
  pick: (time: string) => string
  notInvited: string
  notInvitedHint: (day: string) => string
  notInvitedSoon: (day: string) => string
  notInvitedLate: (day: string) => string
  reportNotInvited: string
  notInvitedSaid: (day: string) => string
  heldOn: (day: string) => string
  heldAsk: string
  confirmHeld: string
  contradictHeld: string
  contradictHint: string
  notHeldSaid: (day: string) => string
  wasHeldHint: string
  wasHeld: string
  heldWhen: string
  sayWasHeld: string
  contradicted: (day: string) => string
}

export const talkTexts: Readonly<Record<Language, TalkTexts>> = {
  da: {
    ownTitle: (talk) => `Din ${talk}`,
    title: (talk, employee) => sentenceCase(`${talk} med ${employee}`),
    onBehalfOf: (leader) => `På vegne af ${leader}`,
    course: 'Forløbet',
    materials: 'Til samtalen',
    orientation: 'Orientering om runden',
    guide: 'Vejledning',
    conversationGuide: 'Samtaleguide',
    preparation: 'Forberedelsesark',
    leaderPreparation: 'Din feedback til medarbejderen',
    plan: 'Udviklingsplan',
    statusOnly: 'Du ser, hvor langt samtalen er. Hvad de to skriver til hinanden, ser kun de to.',
    actsNext: 'Det næste skridt',
    nobodyNext: 'Lige nu venter forløbet ikke på nogen.',
    reason: 'Årsag',
    reasons: {
      'too-few-hours': 'for få timer om ugen',
      'too-short-employment': 'for kort tids ansættelse',
      lus: 'har lederudviklingssamtale (LUS)',
      'no-leader': 'ingen leder',
      'employee-declined': 'medarbejderen ønsker ikke samtalen',
      'leaving-soon': 'fratræder snart',
      'talk-held-elsewhere': 'samtalen er holdt et andet sted',
      retiring: 'går på pension',
      reorganisation: 'omorganisering',
      other: 'andet',
    },
    time: 'Tiden',
    noTime: 'Der er ikke aftalt nogen tid endnu.',
    join: 'Deltag online',
    accepted: 'Du har sagt ja til tiden.',
    standsUnanswered: 'Tiden gælder, også hvis du ikke svarer.',
    shortNotice: (until) => `Tiden gælder først, når du siger ja. Svar senest ${until}.`,
    otherTimeAsked: 'Du har bedt om en anden tid. Denne tid gælder, til din leder flytter den.',
    otherTimeOpen:
      'Du har bedt om en anden tid. Varslet er kort, så denne tid gælder kun, hvis du siger ja til den alligevel.',
    acceptAnyway: 'Ja, tiden passer mig alligevel',
    wishWas: (wish) => `Dit ønske: ${wish}`,
    addToCalendar: 'Hent til din kalender',
    accept: 'Ja, tiden passer mig',
    otherTime: 'Tiden passer mig ikke',
    wish: 'Hvornår passer det dig bedre?',
    wishHint: 'Skriv gerne to eller tre dage og tidspunkter.',
    askOtherTime: 'Bed om en anden tid',
    slots: 'Vælg en ledig tid',
    slotsHint: 'Din leder har disse tider. Den, du vælger, er aftalt med det samme.',
    pick: (time) => `Vælg ${time}`,
    notInvited: 'Mangler du en indkaldelse?',
    notInvitedHint: (day) =>
      `Din leder skal indkalde dig senest ${day}. Vi giver din leder besked om, at du venter.`,
    notInvitedSoon: (day) =>
      `Din leder skal indkalde dig senest ${day}. Vi rykker din leder nu. Sker der ikke noget, får lederens leder og HR besked.`,
    notInvitedLate: (day) =>
      `Din leder skulle have indkaldt dig senest ${day}. Vi rykker din leder. Sker der ikke noget, får lederens leder og HR besked.`,
    reportNotInvited: 'Jeg er ikke blevet indkaldt',
    notInvitedSaid: (day) => `Du gav besked ${day}. Du kan give besked igen.`,
    heldOn: (day) => `Samtalen blev holdt ${day}`,
    heldAsk: 'Passer det?',
    confirmHeld: 'Ja, den blev holdt',
    contradictHeld: 'Nej, den blev ikke holdt',
    contradictHint: 'Siger du nej, får din leder besked og skal svare igen.',
    notHeldSaid: (day) => `Din leder svarede ${day}, at samtalen ikke blev holdt`,
    wasHeldHint: 'Din leder skal finde en ny tid. Holdt I samtalen alligevel, så sig det her.',
    wasHeld: 'Vi holdt den faktisk',
    heldWhen: 'Hvornår holdt I den?',
    sayWasHeld: 'Giv min leder besked',
    contradicted: (day) => `Du har ${day} svaret, at samtalen ikke blev holdt. Din leder skal svare.`,
  },
  en: {
    ownTitle: (talk) => `Your ${talk}`,
    title: (talk, employee) => sentenceCase(`${talk} with ${employee}`),
    onBehalfOf: (leader) => `On behalf of ${leader}`,
    course: 'The course',
    materials: 'For the talk',
    orientation: 'Orientation about the round',
    guide: 'Guide',
    conversationGuide: 'Conversation guide',
    preparation: 'Preparation sheet',
    leaderPreparation: 'Your feedback to the employee',
    plan: 'Development plan',
    statusOnly: 'You see how far the talk has come. What the two write to each other only the two can see.',
    actsNext: 'The next step',
    nobodyNext: 'Right now the course waits for nobody.',
    reason: 'Reason',
    reasons: {
      'too-few-hours': 'too few hours a week',
      'too-short-employment': 'employed for too short a time',
      lus: 'has a leader’s development talk (LUS)',
      'no-leader': 'no leader',
      'employee-declined': 'the employee does not want the talk',
      'leaving-soon': 'leaves soon',
      'talk-held-elsewhere': 'the talk was held elsewhere',
      retiring: 'retires',
      reorganisation: 'reorganisation',
      other: 'other',
    },
    time: 'The time',
    noTime: 'No time has been set yet.',
    join: 'Join online',
    accepted: 'You have accepted the time.',
    standsUnanswered: 'The time stands, also if you do not answer.',
    shortNotice: (until) => `The time stands only once you accept. Answer by ${until}.`,
    otherTimeAsked: 'You have asked for another time. This one stands until your leader moves it.',
    otherTimeOpen:
      'You have asked for another time. The notice is short, so this one stands only if you accept it after all.',
    acceptAnyway: 'Yes, the time suits me after all',
    wishWas: (wish) => `Your wish: ${wish}`,
    addToCalendar: 'Add to your calendar',
    accept: 'Yes, the time suits me',
    otherTime: 'The time does not suit me',
    wish: 'When would suit you better?',
    wishHint: 'Please write two or three days and times.',
    askOtherTime: 'Ask for another time',
    slots: 'Pick a free time',
    slotsHint: 'Your leader has these times. The one you pick is arranged at once.',
    pick: (time) => `Pick ${time}`,
    notInvited: 'Has no invitation come?',
    notInvitedHint: (day) =>
      `Your leader is to invite you by ${day}. We tell your leader that you are waiting.`,
    notInvitedSoon: (day) =>
      `Your leader is to invite you by ${day}. We remind your leader now. If nothing happens, your leader’s leader and HR are told.`,
    notInvitedLate: (day) =>
      `Your leader should have invited you by ${day}. We remind your leader. If nothing happens, your leader’s leader and HR are told.`,
    reportNotInvited: 'I have not been invited',
    notInvitedSaid: (day) => `You said so on ${day}. You can say so again.`,
    heldOn: (day) => `The talk was held ${day}`,
    heldAsk: 'Is that right?',
    confirmHeld: 'Yes, it was held',
    contradictHeld: 'No, it was not held',
    contradictHint: 'If you say no, your leader is told and has to answer again.',
    notHeldSaid: (day) => `Your leader answered on ${day} that the talk was not held`,
    wasHeldHint: 'Your leader is to find another time. If you had the talk after all, say so here.',
    wasHeld: 'We did have it',
    heldWhen: 'When did you have it?',
    sayWasHeld: 'Tell my leader',
    contradicted: (day) => `On ${day} you answered that the talk was not held. Your leader has to answer.`,
  },
}
