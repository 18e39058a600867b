import type { NextWords } from '../components/next-panel.tsx'
import type { Language } from '../../domain/language.ts'
import type { TalkStatus } from '../../domain/talk/talk.ts'

/** What is next in an employee's year: what to do, by when, and what happens if it is not done. */
export interface TalkNextTexts extends NextWords {
  answer: (time: string) => string
  answerBy: (time: string) => string
  answerKept: string
  otherTime: (leader: string) => string
  otherTimeIf: string
  prepare: string
  prepareIf: string
  openSheet: string
  plan: string
  planIf: string
  openPlan: string
  action: string
  actionIf: string
  openActions: string
  evaluate: string
  evaluateIf: string
  openEvaluation: string
  choose: string
  chooseIf: (leader: string) => string
  seeTimes: string
  offer: string
  offerIf: string
  seeOffer: string
  ready: (time: string) => string
  openGuide: string
  invite: (leader: string) => string
  inviteIf: string
  noLeader: string
  notStarted: (day: string) => string
  startsLater: string
  confirm: (leader: string) => string
  confirmIf: string
  planAtLeader: (leader: string) => string
  planAtLeaderIf: string
  answerStatus: (time: string) => string
  seeStatus: string
  statusTalk: (leader: string) => string
  statusTalkAt: (time: string) => string
  confirmStatus: (leader: string) => string
  confirmStatusIf: string
  agreed: string
  ended: Readonly<Partial<Record<TalkStatus, string>>>
}

export const talkNextTexts: Readonly<Record<Language, TalkNextTexts>> = {
  da: {
    heading: 'Det næste skridt',
    by: (day) => `Senest ${day}.`,
    was: (day) => `Skulle være gjort ${day}.`,
    paused: 'Runden er sat på pause af HR. Ingen frister løber, og vi skriver ikke til nogen imens.',
    answer: (time) => `Svar på tiden: ${time}`,
    answerBy: (time) =>
      `Varslet er kort, så tiden gælder først, når du siger ja. Svar senest ${time}. Ellers bortfalder tiden, og din leder skal finde en ny.`,
    answerKept: 'Svarer du ikke, regner vi med, at du kommer.',
    otherTime: (leader) => `${leader} svarer på dit ønske om en anden tid`,
    otherTimeIf: 'Du får besked, når tiden bliver flyttet.',
    prepare: 'Forbered dig til samtalen',
    prepareIf:
      'Arket er dit eget, indtil det bliver delt. Får du det ikke gjort, holder I samtalen alligevel, og ingen anden får besked.',
    openSheet: 'Åbn dit forberedelsesark',
    plan: 'Udviklingsplanen venter på dig',
    planIf:
      'Læs den, og godkend den, eller send den tilbage med en kommentar. Svarer du ikke, får din leder besked.',
    openPlan: 'Åbn planen',
    action: 'Fortæl, hvordan det går med det, I har aftalt',
    actionIf: 'Svarer du ikke, får din leder det at vide. Der bliver ikke rykket mere.',
    openActions: 'Se handlingerne',
    evaluate: 'Fortæl anonymt, hvordan samtalen var',
    evaluateIf: 'Det tager et minut. Svarene gemmes uden navn, og det er frivilligt.',
    openEvaluation: 'Svar på spørgsmålene',
    choose: 'Vælg en tid til samtalen',
    chooseIf: (leader) =>
      `${leader} har lagt tider ud. Vælger du ingen af dem, skal ${leader} stadig indkalde dig.`,
    seeTimes: 'Se tiderne',
    offer: 'Du har fået tilbudt en samtale mere',
    offerIf: 'Du bestemmer selv, om du siger ja eller nej, og du kan ændre dit svar senere.',
    seeOffer: 'Læs om tilbuddet, og svar',
    ready: (time) => `Du er klar. Samtalen er ${time}.`,
    openGuide: 'Se samtaleguiden, I kan bruge',
    invite: (leader) => `${leader} skal indkalde dig`,
    inviteIf:
      'Du behøver ikke gøre noget. Sker det ikke, rykker vi din leder, så lederens leder og til sidst HR.',
    noLeader: 'Din leder',
    notStarted: (day) => `Dit forløb begynder ${day}. Du får en orientering den dag.`,
    startsLater: 'Dit forløb begynder, når du er tilbage. Du får besked.',
    confirm: (leader) => `${leader} skal svare på, om samtalen blev holdt`,
    confirmIf: 'Svarer din leder ikke, rykker vi, og siden får lederens leder og HR besked.',
    planAtLeader: (leader) => `Udviklingsplanen venter på ${leader}`,
    planAtLeaderIf:
      'Du må gerne selv skrive et udkast. Sker der ikke noget, rykker vi din leder, så lederens leder og HR.',
    answerStatus: (time) => `Svar på tiden til statussamtalen: ${time}`,
    seeStatus: 'Se tiden, og svar',
    statusTalk: (leader) => `${leader} skal indkalde dig til en statussamtale`,
    statusTalkAt: (time) => `Statussamtale ${time}`,
    confirmStatus: (leader) => `${leader} skal registrere, at I har holdt statussamtalen`,
    confirmStatusIf: 'Sker det ikke, rykker vi din leder, så lederens leder og til sidst HR.',
    agreed: 'Planen er aftalt. Nu handler det om det, I har lovet hinanden.',
    ended: {
      exempt: 'Du er undtaget fra denne runde. Er det en fejl, så skriv til HR.',
      postponed: 'Samtalen er udskudt.',
      left: 'Forløbet er slut, fordi ansættelsen slutter.',
      'not-held':
        'HR har registreret, at samtalen ikke bliver holdt i denne runde. Er det en fejl, så skriv til HR.',
      stopped: 'HR har stoppet samtalen. Der sker ikke mere i dette forløb.',
      'taken-over': 'Næste rundes samtale har taget over. Du finder den på forsiden.',
      'not-agreed':
        'I blev ikke enige om en plan. Du kan skrive en udtalelse. HR kan kun se, at I ikke blev enige.',
    },
  },
  en: {
    heading: 'The next step',
    by: (day) => `By ${day}.`,
    was: (day) => `Was due ${day}.`,
    paused: 'HR has paused the round. No date passes, and we write to nobody meanwhile.',
    answer: (time) => `Answer the invitation: ${time}`,
    answerBy: (time) =>
      `The notice is short, so the time holds only once you accept. Answer by ${time}. Otherwise the time falls away, and your leader must find another.`,
    answerKept: 'If you do not answer, we expect you to come.',
    otherTime: (leader) => `${leader} answers your wish for another time`,
    otherTimeIf: 'You will be told when the time is moved.',
    prepare: 'Prepare for the talk',
    prepareIf:
      'The sheet is your own until it is shared. If you do not get to it, you still have the talk, and nobody else is told.',
    openSheet: 'Open your preparation sheet',
    plan: 'The development plan awaits you',
    planIf: 'Read it and approve it, or return it with a comment. If you do not answer, your leader is told.',
    openPlan: 'Open the plan',
    action: 'Tell how it goes with what you have agreed',
    actionIf: 'If you do not answer, your leader is told. There are no further reminders.',
    openActions: 'See the actions',
    evaluate: 'Tell anonymously how the talk was',
    evaluateIf: 'It takes a minute. The answers are kept without a name, and it is voluntary.',
    openEvaluation: 'Answer the questions',
    choose: 'Pick a time for the talk',
    chooseIf: (leader) =>
      `${leader} has published times. If you pick none of them, ${leader} is still to invite you.`,
    seeTimes: 'See the times',
    offer: 'You are offered one more talk',
    offerIf: 'Whether you say yes or no is yours to decide, and you can change your answer later.',
    seeOffer: 'Read about the offer and answer',
    ready: (time) => `You are ready. The talk is ${time}.`,
    openGuide: 'See the conversation guide you can use',
    invite: (leader) => `${leader} is to invite you`,
    inviteIf:
      'You need not do anything. If it does not happen, we remind your leader, then your leader’s leader, and at last HR.',
    noLeader: 'Your leader',
    notStarted: (day) => `Your course begins ${day}. You will get an orientation that day.`,
    startsLater: 'Your course begins when you are back. You will be told.',
    confirm: (leader) => `${leader} is to answer whether the talk was held`,
    confirmIf: 'If your leader does not answer, we remind them, and later tell your leader’s leader and HR.',
    planAtLeader: (leader) => `The development plan awaits ${leader}`,
    planAtLeaderIf:
      'You may well write a draft yourself. If nothing happens, we remind your leader, then your leader’s leader and HR.',
    answerStatus: (time) => `Answer the invitation to the status talk: ${time}`,
    seeStatus: 'See the time and answer',
    statusTalk: (leader) => `${leader} is to invite you to a status talk`,
    statusTalkAt: (time) => `Status talk ${time}`,
    confirmStatus: (leader) => `${leader} is to register that you have had the status talk`,
    confirmStatusIf:
      'If it does not happen, we remind your leader, then your leader’s leader, and at last HR.',
    agreed: 'The plan is agreed. Now it is about what you have promised each other.',
    ended: {
      exempt: 'You are exempt from this round. If that is a mistake, write to HR.',
      postponed: 'The talk is postponed.',
      left: 'The course has ended because the employment ends.',
      'not-held':
        'HR has recorded that the talk will not be held in this round. If that is a mistake, write to HR.',
      stopped: 'HR has stopped the talk. Nothing more happens in this course.',
      'taken-over': 'The talk of the next round has taken over. You find it on the home page.',
      'not-agreed':
        'You did not agree on a plan. You can write a statement. HR sees only that you did not agree.',
    },
  },
}
