import type { Language } from '../../domain/language.ts'

type OwnCode =
  | 'times.status'
  | 'topics.kind'
  | 'sharedWith.what'
  | 'planVersions.status'
  | 'comments.kind'
  | 'party'
  | 'filing.status'
  | 'groupFeedbacks.status'
  | 'mails.status'
  | 'offers.answer'

export interface OwnDataTexts {
  title: string
  lead: string
  inIt: string
  inItList: readonly string[]
  notInIt: string
  download: string
  notice: string
  fileName: string
  madeOn: (day: string) => string
  nothing: string
  isSo: Readonly<Record<'yes' | 'no', string>>
  /** What the data calls by a code and no other page does; by field, with the list it stands in. */
  codes: Readonly<Record<OwnCode, Readonly<Record<string, string>>>>
}

export const ownDataTexts: Readonly<Record<Language, OwnDataTexts>> = {
  da: {
    title: 'Dine oplysninger',
    lead: 'Hent en kopi af det, Årshjulet har om dig. Den er kun til dig.',
    inIt: 'Kopien er én zip-fil med en side, du kan læse, og de samme oplysninger til en computer (JSON):',
    inItList: [
      'hvad du selv har skrevet',
      'hvad andre har skrevet om dig, som du må se',
      'de mails, du har fået fra tjenesten',
      'hvem der har læst hvad i dine samtaler og hvorfor de kunne, og hvad du selv har læst',
      'dine roller, stedfortrædere og logins',
    ],
    notInIt:
      'Din leders egne noter er ikke med, så længe de ikke er delt med dig, og heller ikke de temaer, din leder har sat på samtalen til den samlede tilbagemelding: spørg din leder eller databeskyttelsesrådgiveren. Dine svar i evalueringen er uden navn og kan ikke findes igen. Planer i personalesagen får du hos HR.',
    download: 'Hent en kopi',
    notice: 'Hvad vi gemmer, hvorfor og hvor længe',
    fileName: 'dine-oplysninger',
    madeOn: (day) => `Lavet ${day}`,
    nothing: 'Intet',
    isSo: { yes: 'Ja', no: 'Nej' },
    codes: {
      'times.status': { current: 'Gælder', replaced: 'Flyttet', cancelled: 'Aflyst' },
      'topics.kind': {
        topic: 'Emne',
        'form-does-not-fit': 'Arket passer ikke til mig',
        'was-held': 'Samtalen blev holdt',
      },
      'sharedWith.what': { sheet: 'Forberedelsesarket', actions: 'Øvebaner' },
      'planVersions.status': { proposed: 'Foreslået' },
      'comments.kind': { returned: 'Sendt tilbage', statement: 'Udtalelse' },
      party: { employee: 'Medarbejderen', leader: 'Lederen' },
      'filing.status': {
        pending: 'Er på vej',
        unknown: 'Uvist, bliver undersøgt',
        failed: 'Lykkedes ikke endnu',
        filed: 'Journaliseret',
      },
      'groupFeedbacks.status': { owed: 'Ikke sendt', optional: 'Ikke sendt', sent: 'Sendt' },
      'mails.status': { leased: 'Er ved at blive sendt' },
      'offers.answer': { yes: 'Ja', no: 'Nej' },
    },
  },
  en: {
    title: 'Your data',
    lead: 'Get a copy of what Årshjulet has about you. It is for you alone.',
    inIt: 'The copy is one zip file with a page to read, and the same data for a computer (JSON):',
    inItList: [
      'what you wrote yourself',
      'what others wrote about you that you may see',
      'the mails you got from the service',
      'who has read what of your talks and why they could, and what you have read yourself',
      'your roles, deputies and sign-ins',
    ],
    notInIt:
      'Your leader’s own notes are not in it as long as they are not shared with you, nor are the themes that your leader has put on the talk for the common feedback: ask your leader or the data protection officer. Your answers to the evaluation have no name and cannot be found again. Ask HR for plans in the personnel file.',
    download: 'Get a copy',
    notice: 'What we keep, why and for how long',
    fileName: 'your-data',
    madeOn: (day) => `Made ${day}`,
    nothing: 'Nothing',
    isSo: { yes: 'Yes', no: 'No' },
    codes: {
      'times.status': { current: 'Counts', replaced: 'Moved', cancelled: 'Cancelled' },
      'topics.kind': {
        topic: 'Topic',
        'form-does-not-fit': 'The sheet does not fit me',
        'was-held': 'The talk was held',
      },
      'sharedWith.what': { sheet: 'The preparation sheet', actions: 'Try-outs' },
      'planVersions.status': { proposed: 'Proposed' },
      'comments.kind': { returned: 'Returned', statement: 'Statement' },
      party: { employee: 'The employee', leader: 'The leader' },
      'filing.status': {
        pending: 'On its way',
        unknown: 'Uncertain, being looked into',
        failed: 'Has not succeeded yet',
        filed: 'Filed',
      },
      'groupFeedbacks.status': { owed: 'Not sent', optional: 'Not sent', sent: 'Sent' },
      'mails.status': { leased: 'Being sent' },
      'offers.answer': { yes: 'Yes', no: 'No' },
    },
  },
}
