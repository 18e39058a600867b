import type { Language } from '../../domain/language.ts'
import type { ExtraKind } from '../../domain/talk/talk.ts'

export interface TalkAgendaTexts {
  topics: string
  topicsHint: string
  topicsOf: (employee: string) => string
  noTopics: string
  topic: string
  add: string
  remove: (text: string) => string
  removeShort: string
  formDoesNotFit: string
  formHint: string
  formWhy: string
  formSend: string
  formSaid: string
  wasHeldSaid: string
  offers: string
  offerTitle: Readonly<Record<ExtraKind, string>>
  offerAsk: string
  offerGuide: string
  offerYes: string
  offerNo: string
  saidYes: string
  saidNo: string
  changeToYes: string
  changeToNo: string
  offerWaits: string
  offerHeld: (day: string) => string
  cancelTime: string
}

export const talkAgendaTexts: Readonly<Record<Language, TalkAgendaTexts>> = {
  da: {
    topics: 'Dine emner til dagsordenen',
    topicsHint: 'Skriv det, du gerne vil tale om. Din leder kan se emnerne med det samme.',
    topicsOf: (employee) => `Emner fra ${employee}`,
    noTopics: 'Der er ingen emner endnu.',
    topic: 'Nyt emne',
    add: 'Tilføj emnet',
    remove: (text) => `Fjern emnet: ${text}`,
    removeShort: 'Fjern',
    formDoesNotFit: 'Passer arket ikke til dit arbejde?',
    formHint:
      'Skriv, hvad der ikke passer. Din leder får besked, og I kan aftale at forberede jer på en anden måde.',
    formWhy: 'Hvad passer ikke?',
    formSend: 'Send til min leder',
    formSaid: 'Om arket, der ikke passer',
    wasHeldSaid: 'Samtalen blev holdt',
    offers: 'Tilbud til dig',
    offerTitle: { senior: 'Seniorsamtale', 'leader-talent': 'Ledertalentsamtale', return: 'Opstartssamtale' },
    offerAsk: 'Det er et tilbud. Du bestemmer selv, og du kan fortryde dit svar.',
    offerGuide: 'Læs om samtalen',
    offerYes: 'Ja tak',
    offerNo: 'Nej tak',
    saidYes: 'Du har sagt ja tak.',
    saidNo: 'Du har sagt nej tak.',
    changeToYes: 'Skift til ja tak',
    changeToNo: 'Skift til nej tak',
    offerWaits: 'Din leder finder en tid.',
    offerHeld: (day) => `Holdt ${day}.`,
    cancelTime: 'Aflys tiden',
  },
  en: {
    topics: 'Your topics for the agenda',
    topicsHint: 'Write what you would like to talk about. Your leader can see the topics at once.',
    topicsOf: (employee) => `Topics from ${employee}`,
    noTopics: 'There are no topics yet.',
    topic: 'New topic',
    add: 'Add the topic',
    remove: (text) => `Remove the topic: ${text}`,
    removeShort: 'Remove',
    formDoesNotFit: 'Does the sheet not fit your work?',
    formHint: 'Write what does not fit. Your leader is told, and you can agree to prepare in another way.',
    formWhy: 'What does not fit?',
    formSend: 'Send to my leader',
    formSaid: 'About the sheet that does not fit',
    wasHeldSaid: 'The talk was held',
    offers: 'Offers to you',
    offerTitle: { senior: 'Senior talk', 'leader-talent': 'Leader-talent talk', return: 'Return talk' },
    offerAsk: 'It is an offer. You decide yourself, and you can change your answer.',
    offerGuide: 'Read about the talk',
    offerYes: 'Yes, please',
    offerNo: 'No, thank you',
    saidYes: 'You have said yes.',
    saidNo: 'You have said no.',
    changeToYes: 'Change to yes',
    changeToNo: 'Change to no',
    offerWaits: 'Your leader finds a time.',
    offerHeld: (day) => `Held ${day}.`,
    cancelTime: 'Cancel the time',
  },
}
