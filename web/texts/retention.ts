import type { Language } from '../../domain/language.ts'
import type { DeletedKind, RetentionKind } from '../../domain/retention/retention.ts'

export interface RetentionTexts {
  title: string
  next: {
    nothing: string
    nothingHint: string
    held: (count: number) => string
    heldHint: string
    look: string
  }
  rules: string
  kinds: Record<RetentionKind, { name: string; hint: string }>
  bounds: (least: number, most: number) => string
  months: (name: string) => string
  save: string
  person: string
  personLead: string
  number: string
  find: string
  holds: string
  holdsLead: string
  noHolds: string
  heldSince: (day: string) => string
  lift: string
  receipts: string
  receiptsLead: string
  noReceipts: string
  day: string
  what: string
  why: string
  count: string
  causes: Record<'retention' | 'erasure', string>
  deleted: Record<DeletedKind, string>
  erasure: {
    title: (name: string) => string
    lead: string
    goes: string
    counts: (counts: {
      talks: number
      sheets: number
      plans: number
      mails: number
      accesses: number
    }) => string[]
    stays: string
    staysList: readonly string[]
    notNow: string
    erase: string
    sure: string
    hold: string
    holdLead: string
    reason: string
    reasonHint: string
    place: string
  }
}

const da: RetentionTexts = {
  title: 'Opbevaring og sletning',
  next: {
    nothing: 'Du skal ikke gøre noget',
    nothingHint: 'Hver nat slettes det, der er ældre, end I har valgt her.',
    held: (count) =>
      count === 1
        ? '1 person er holdt tilbage fra sletning'
        : `${count} personer er holdt tilbage fra sletning`,
    heldHint:
      'Se efter, om grunden stadig gælder, og ophæv det, når den er væk. Alt andet, der er ældre, end I har valgt her, slettes hver nat.',
    look: 'Se, hvem der er holdt tilbage',
  },
  rules: 'Hvor længe gemmes det',
  kinds: {
    preparation: {
      name: 'Forberedelse',
      hint: 'Ark, noter, emner og udkast. Regnes fra den dag, samtalen er holdt eller lukket.',
    },
    plan: {
      name: 'Planer',
      hint: 'Planens tekst, kommentarer og noter fra statussamtaler. Regnes fra den dag, samtalen er lukket. Det, der er journaliseret, følger personalesagens regler.',
    },
    nudges: { name: 'HR’s beskeder', hint: 'Regnes fra den dag, beskeden er skrevet.' },
    mails: {
      name: 'Oversigten over mails',
      hint: 'Hvem der har fået hvilken mail. Regnes fra den dag, mailen blev sendt, eller det viste sig, at den ikke skulle sendes.',
    },
    accesses: { name: 'Adgangslog', hint: 'Hvem der har læst hvad. Regnes fra den dag, det er læst.' },
    people: {
      name: 'Fratrådte',
      hint: 'Regnes fra sidste dag ansat. Så slettes personen helt, og kun tal uden navn bliver.',
    },
  },
  bounds: (least, most) => `Mellem ${least} og ${most} måneder.`,
  months: (name) => `${name} (måneder)`,
  save: 'Gem månederne',
  person: 'Én person',
  personLead: 'Slet en fratrådt, eller hold en persons oplysninger tilbage fra sletning.',
  number: 'Medarbejdernummer',
  find: 'Find',
  holds: 'Holdt tilbage fra sletning',
  holdsLead: 'Intet om disse personer slettes, før du ophæver det.',
  noHolds: 'Ingen er holdt tilbage.',
  heldSince: (day) => `Siden ${day}`,
  lift: 'Ophæv',
  receipts: 'Kvitteringer',
  receiptsLead:
    'Hvad der er slettet, hvor meget og hvornår; aldrig, hvem det handlede om, eller hvad der stod.',
  noReceipts: 'Intet er slettet endnu.',
  day: 'Dag',
  what: 'Hvad',
  why: 'Hvorfor',
  count: 'Antal',
  causes: { retention: 'Alder', erasure: 'Person slettet' },
  deleted: {
    preparation: 'Forberedelse',
    plan: 'Plantekster',
    nudges: 'HR’s beskeder',
    mails: 'Mails',
    accesses: 'Adgangslog',
    people: 'Personer',
    previews: 'Indlæste filer, der ikke blev godkendt',
    texts: 'Andre tekster',
    times: 'Tider, frister og hændelser',
    roles: 'Roller og lederforhold',
    'sign-in': 'Login',
    files: 'Mailfiler',
    'workflow-runs': 'Samtalernes tekniske spor',
  },
  erasure: {
    title: (name) => `Slet ${name}`,
    lead: 'Det kan ikke fortrydes.',
    goes: 'Det forsvinder',
    counts: ({ talks, sheets, plans, mails, accesses }) => [
      'Navn, mailadresse, telefon, fødselsdato, medarbejdernummer, orlov, roller og login',
      `Ark og noter: ${sheets}`,
      `Planversioner med tekst: ${plans}`,
      `Mails: ${mails}`,
      `Linjer i adgangsloggen: ${accesses}`,
      `Samtalers tekniske spor: ${talks}`,
    ],
    stays: 'Det bliver',
    staysList: [
      'Det, der er journaliseret i personalesagen: den er arbejdsgiverens arkiv, og dér slettes efter dens egne regler.',
      'Tal i lukkede runder: samtalen tæller stadig, uden navn og uden tekst.',
      'Det, der er andres, for eksempel den feedback, personen som leder har delt med sine medarbejdere.',
      'Mails, der allerede ligger i folks indbakker.',
      'Kontrolloggen, som kun har id’er og kontroltal.',
    ],
    notNow: 'Det kan ikke lade sig gøre nu',
    erase: 'Slet personen',
    sure: 'Jeg har set, hvad der forsvinder.',
    hold: 'Hold tilbage fra sletning',
    holdLead:
      'For eksempel mens en sag kører. Så slettes intet om personen, heller ikke af alder, og intet i de samtaler, personen har skrevet eller læst i.',
    reason: 'Hvorfor',
    reasonHint: 'For eksempel et sagsnummer. Skriv ikke om helbred.',
    place: 'Hold tilbage',
  },
}

const en: RetentionTexts = {
  title: 'Retention and erasure',
  next: {
    nothing: 'You need not do anything',
    nothingHint: 'Every night what is older than you have chosen here is deleted.',
    held: (count) =>
      count === 1 ? '1 person is held back from deletion' : `${count} people are held back from deletion`,
    heldHint:
      'See whether the reason still holds, and lift it when it is gone. Everything else that is older than you have chosen here is deleted every night.',
    look: 'See who is held back',
  },
  rules: 'How long it is kept',
  kinds: {
    preparation: {
      name: 'Preparation',
      hint: 'Sheets, notes, topics and drafts. Counted from the day the talk was held or closed.',
    },
    plan: {
      name: 'Plans',
      hint: 'The plan’s text, comments and notes from status talks. Counted from the day the talk was closed. What was filed follows the rules of the personnel file.',
    },
    nudges: { name: 'HR’s messages', hint: 'Counted from the day the message was written.' },
    mails: {
      name: 'Mail log',
      hint: 'Who was sent which mail. Counted from the day the mail was sent, or turned out not to be wanted any more.',
    },
    accesses: { name: 'Access log', hint: 'Who has read what. Counted from the day it was read.' },
    people: {
      name: 'Those who have left',
      hint: 'Counted from the last day employed. Then the person is erased altogether, and only figures without a name stay.',
    },
  },
  bounds: (least, most) => `Between ${least} and ${most} months.`,
  months: (name) => `${name} (months)`,
  save: 'Save the months',
  person: 'One person',
  personLead: 'Erase somebody who has left, or hold a person’s data back from deletion.',
  number: 'Employee number',
  find: 'Find',
  holds: 'Held back from deletion',
  holdsLead: 'Nothing about these people is deleted until you lift it.',
  noHolds: 'Nobody is held back.',
  heldSince: (day) => `Since ${day}`,
  lift: 'Lift',
  receipts: 'Receipts',
  receiptsLead: 'What was deleted, how much and when; never whose, or what it said.',
  noReceipts: 'Nothing has been deleted yet.',
  day: 'Day',
  what: 'What',
  why: 'Why',
  count: 'Number',
  causes: { retention: 'Age', erasure: 'Person erased' },
  deleted: {
    preparation: 'Preparation',
    plan: 'Texts of plans',
    nudges: 'HR’s messages',
    mails: 'Mails',
    accesses: 'Access log',
    people: 'People',
    previews: 'Files read in and not approved',
    texts: 'Other texts',
    times: 'Times, due dates and changes',
    roles: 'Roles and reporting lines',
    'sign-in': 'Sign-in',
    files: 'Mail files',
    'workflow-runs': 'Technical traces of talks',
  },
  erasure: {
    title: (name) => `Erase ${name}`,
    lead: 'It cannot be taken back.',
    goes: 'What goes',
    counts: ({ talks, sheets, plans, mails, accesses }) => [
      'Name, mail address, telephone, date of birth, employee number, leave, roles and sign-in',
      `Sheets and notes: ${sheets}`,
      `Plan versions with text: ${plans}`,
      `Mails: ${mails}`,
      `Lines of the access log: ${accesses}`,
      `Technical traces of talks: ${talks}`,
    ],
    stays: 'What stays',
    staysList: [
      'What was filed in the personnel file: that is the employer’s archive, where its own rules apply.',
      'Figures of closed rounds: the talk still counts, without a name and without text.',
      'What is others’, such as the feedback that the person, as a leader, shared with employees.',
      'Mails that lie in people’s inboxes already.',
      'The audit log, which holds ids and checksums only.',
    ],
    notNow: 'It is not possible now',
    erase: 'Erase the person',
    sure: 'I have seen what goes.',
    hold: 'Hold back from deletion',
    holdLead:
      'Such as while a case runs. Nothing about the person is deleted then, not by age either, and nothing in the talks in which they wrote or read.',
    reason: 'Why',
    reasonHint: 'Such as a case number. Write nothing about health.',
    place: 'Hold back',
  },
}

export const retentionTexts: Readonly<Record<Language, RetentionTexts>> = { da, en }
