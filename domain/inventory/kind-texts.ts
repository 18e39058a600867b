import type { Language } from '../language.ts'
import type { DataKindName } from './data-kinds.ts'

/** What a kind of data is, and why it is kept, as people read it. */
export interface KindText {
  readonly what: string
  readonly why: string
}

type KindTexts = Readonly<Record<DataKindName, KindText>>

const da: KindTexts = {
  key: { what: 'Løbenumre og id’er uden mening i sig selv', why: 'Så tabellerne hænger sammen' },
  organisation: { what: 'Enheder og deres lukkedage', why: 'Så frister følger arbejdspladsen' },
  round: { what: 'Rundens navn, regler, datoer og fælles tekster', why: 'Så alle har samme år foran sig' },
  material: { what: 'Vejledninger, ark og filer, som HR lægger ud', why: 'Så man kan forberede sig' },
  identity: {
    what: 'Dit navn, dit medarbejdernummer og dit sprog',
    why: 'Så samtalen bliver din, og du får besked på dit eget sprog',
  },
  contact: {
    what: 'Din mailadresse og dit telefonnummer på arbejdet',
    why: 'Så du kan få mails og kalenderaftaler',
  },
  'birth-date': {
    what: 'Din fødselsdato, aldrig dit CPR-nummer',
    why: 'Så to med samme navn ikke blandes sammen, og så seniorsamtalen kan tilbydes',
  },
  job: {
    what: 'Din stilling, dine timer, hvornår du er ansat, din enhed og din leder',
    why: 'Så den rigtige leder indkalder dig i rette tid',
  },
  representative: {
    what: 'Navnet på enhedens tillidsrepræsentant, som orienteringen nævner',
    why: 'Så man kan finde tillidsrepræsentanten',
  },
  leave: {
    what: 'Datoerne for orlov, aldrig grunden',
    why: 'Så du ikke får mails på orlov, og så fristerne venter på dig',
  },
  role: {
    what: 'Roller i tjenesten, og hvem der er stedfortræder for hvem',
    why: 'Så de rigtige kan handle, og så det kan ses, hvem der gav dem adgang',
  },
  change: {
    what: 'Hvornår du skiftede leder, enhed eller timer, fik orlov eller sagde op',
    why: 'Så din samtale følger med',
  },
  import: {
    what: 'Den fil med medarbejdere, som HR har læst ind og endnu ikke godkendt',
    why: 'Så HR kan se den igennem, før den bruges',
  },
  course: {
    what: 'Hvor langt din samtale er: datoer, frister, udfald, tilbud og statussamtaler',
    why: 'Så samtalen bliver holdt og fulgt op, og ingen bliver glemt',
  },
  appointment: {
    what: 'Tid og sted for samtaler (HR og din leders leder ser kun tiden, dit team kun tider, der kan vælges, og gruppesamtaler), om du deltog i en gruppesamtale, og hvad du skrev, da du bad om en anden tid',
    why: 'Så I kan mødes',
  },
  preparation: {
    what: 'Forberedelsesark og lederens noter',
    why: 'Så I kan forberede jer; et ark er kun forfatterens, indtil det deles',
  },
  topic: { what: 'Emner, du vil have på dagsordenen', why: 'Så lederen kan forberede sig på dem' },
  plan: {
    what: 'Jeres plan: versioner, godkendelser, kommentarer, handlinger og noter fra statussamtaler, og hvilke kolleger du har delt ark og handlinger med',
    why: 'Planen er referatet af samtalen og det, I følger op på',
  },
  'plan-draft': { what: 'Udkastet til jeres plan', why: 'Så I kan skrive planen sammen' },
  filing: {
    what: 'Hvornår og hvordan planen blev journaliseret i din personalesag',
    why: 'Arbejdsgiveren skal kunne vise, at planen er journaliseret',
  },
  theme: {
    what: 'Temaer, som lederen har sat på samtalen; alle andre ser dem kun talt sammen',
    why: 'Så teamet kan få en samlet tilbagemelding, uden at nogen kan genkendes',
  },
  'group-feedback': {
    what: 'Lederens eget afsnit i orienteringen og den samlede tilbagemelding til teamet',
    why: 'Så lederen kan skrive til hele sit team',
  },
  evaluation: {
    what: 'Svar på evalueringen: uden navn, samtale og tidspunkt',
    why: 'Så samtalerne kan blive bedre',
  },
  figures: {
    what: 'Hvem der var talt med i de tal, der har været vist, som id’er; efter en sletning uden navn bag',
    why: 'Så ingen kan regne sig frem til én person',
  },
  nudge: { what: 'Beskeder fra HR om en samtale, der trækker ud', why: 'Så den kommer i gang' },
  mail: {
    what: 'Hvilke mails du har fået, hvornår og med hvilken emnelinje, og breve, som din leder printer; ikke hvad nogen har skrevet i samtalen',
    why: 'Så HR kan se, om du er nået, og så du ikke får det samme to gange',
  },
  access: {
    what: 'Hvem der har læst hvad i din samtale, hvornår og hvorfor',
    why: 'Så du kan holde øje med det',
  },
  audit: {
    what: 'Hvem der gjorde hvad hvornår, som id’er, datoer, tal og kontroltal, aldrig tekst; det vigtigste står under din samtale',
    why: 'Så det kan vises, at intet er lavet om bagefter',
  },
  'who-did-it': { what: 'Hvem der lavede en ændring, som et id', why: 'Så det kan ses, hvem der gjorde det' },
  forgetting: {
    what: 'Om dine oplysninger er holdt tilbage fra sletning, og hvad der er slettet: antal, aldrig indhold',
    why: 'Så det kan vises, at der bliver slettet',
  },
  request: {
    what: 'Svar på forespørgsler fra din browser',
    why: 'Så noget kun bliver gjort én gang, selv om du trykker to gange',
  },
  session: {
    what: 'Dine loginlinks, hvornår du har logget ind, hvilken slags browser du brugte, og hvilke roller du havde; nøgler kun som kontroltal',
    why: 'Så det kun er dig, der kommer ind som dig',
  },
  'service-token': {
    what: 'Adgangsnøgler, du har lavet til HR-systemer: navn, hvad de gælder for, hvor længe, og hvornår de sidst blev brugt; selve nøglen kun som kontroltal',
    why: 'Så et system kan arbejde for dig, uden at det får dit login, og så det kan stoppes',
  },
}

const en: KindTexts = {
  key: { what: 'Numbers and ids without a meaning of their own', why: 'So that the tables fit together' },
  organisation: { what: 'Units and the days they are closed', why: 'So that dates follow the workplace' },
  round: {
    what: 'The round’s name, rules, dates and common texts',
    why: 'So that all have the same year before them',
  },
  material: { what: 'Guides, sheets and files that HR lays out', why: 'So that people can prepare' },
  identity: {
    what: 'Your name, your employee number and your language',
    why: 'So that the talk is yours, and you are told in your own language',
  },
  contact: {
    what: 'Your mail address and telephone number at work',
    why: 'So that mails and appointments reach you',
  },
  'birth-date': {
    what: 'Your date of birth, never your CPR number',
    why: 'So that two of one name are not mixed up, and the senior talk can be offered',
  },
  job: {
    what: 'Your job, your hours, when you are employed, your unit and your leader',
    why: 'So that the right leader invites you in time',
  },
  representative: {
    what: 'The name of the unit’s union representative, whom the orientation mentions',
    why: 'So that people can find their representative',
  },
  leave: {
    what: 'The dates of leave, never the reason',
    why: 'So that you get no mails on leave, and dates wait for you',
  },
  role: {
    what: 'Roles in the service, and who is deputy for whom',
    why: 'So that the right people can act, and it can be seen who gave them access',
  },
  change: {
    what: 'When you changed leader, unit or hours, went on leave or resigned',
    why: 'So that your talk follows',
  },
  import: {
    what: 'The file of employees that HR has read in and not yet approved',
    why: 'So that HR can look it through before it is used',
  },
  course: {
    what: 'How far your talk has come: dates, due dates, outcome, offers and status talks',
    why: 'So that the talk is held and followed up, and nobody is forgotten',
  },
  appointment: {
    what: 'When and where talks are (HR and your leader’s leader see the time only, your team only times to choose and team talks), whether you took part in a team talk, and what you wrote when you asked for another time',
    why: 'So that you can meet',
  },
  preparation: {
    what: 'Preparation sheets and the leader’s notes',
    why: 'So that you both can prepare; a sheet is its author’s alone until it is shared',
  },
  topic: { what: 'Topics you want on the agenda', why: 'So that the leader can prepare for them' },
  plan: {
    what: 'Your plan: versions, approvals, comments, actions and notes from status talks, and which colleagues you share sheets and actions with',
    why: 'The plan is the minutes of the talk and what you both follow up',
  },
  'plan-draft': { what: 'The draft of your plan', why: 'So that you can write the plan together' },
  filing: {
    what: 'When and how the plan was filed in your personnel file',
    why: 'The employer must be able to show that the plan was filed',
  },
  theme: {
    what: 'Themes that the leader has put on the talk; all others meet them counted only',
    why: 'So that the team can get common feedback without anybody being recognised',
  },
  'group-feedback': {
    what: 'The leader’s own paragraph in the orientation and the common feedback to the team',
    why: 'So that the leader can write to the whole team',
  },
  evaluation: {
    what: 'Answers to the evaluation: without name, talk and time',
    why: 'So that the talks can become better',
  },
  figures: {
    what: 'Who was counted in the figures that have been shown, as ids; after an erasure without a name behind them',
    why: 'So that nobody can work out a single person',
  },
  nudge: { what: 'Messages from HR about a talk that is late', why: 'So that it gets going' },
  mail: {
    what: 'Which mails you got, when and with which subject line, and letters that your leader prints; not what anybody wrote in the talk',
    why: 'So that HR can see whether you were reached, and you are not told the same thing twice',
  },
  access: { what: 'Who has read what of your talk, when and why', why: 'So that you can keep an eye on it' },
  audit: {
    what: 'Who did what and when, as ids, dates, numbers and checksums, never text; the most important stands below your talk',
    why: 'So that it can be shown that nothing was changed afterwards',
  },
  'who-did-it': { what: 'Who made a change, as an id', why: 'So that it can be seen who did it' },
  forgetting: {
    what: 'Whether your data are held back from deletion, and what was deleted: numbers, never content',
    why: 'So that it can be shown that things are deleted',
  },
  request: {
    what: 'Answers to requests from your browser',
    why: 'So that a thing is done only once, even if you press twice',
  },
  session: {
    what: 'Your sign-in links, when you signed in, what kind of browser you used, and which roles you had; keys as checksums only',
    why: 'So that only you come in as you',
  },
  'service-token': {
    what: 'Service tokens that you made for HR systems: name, what they are good for, for how long, and when they were last used; the token itself as a checksum only',
    why: 'So that a system can work for you without your sign-in, and can be stopped',
  },
}

export const kindTexts: Readonly<Record<Language, KindTexts>> = { da, en }
