import type { Language } from '../../domain/language.ts'

export interface InviteTexts {
  title: string
  back: string
  lead: string
  who: string
  whoHint: string
  nobody: string
  due: (on: string) => string
  earliest: (on: string) => string
  noEarliest: string
  leave: (until: string) => string
  openLeave: string
  propose: string
  timesTitle: string
  timesLead: (count: number) => string
  noTime: string
  leaveOut: string
  change: string
  send: (count: number) => string
  already: string
  sentTitle: string
  sentLead: (count: number) => string
  stands: string
  waits: (by: string) => string
  nextInvite: string
  toTeam: string
  place: string
}

export const inviteTexts: Readonly<Record<Language, InviteTexts>> = {
  da: {
    title: 'Indkald medarbejdere',
    back: 'Mit team',
    lead: 'Vælg hvem og hvornår. Så laver vi et forslag, der går uden om tider, du allerede har her, fri- og lukkedage, orlov og varsel. Intet bliver sendt, før du har set det.',
    who: 'Hvem?',
    whoHint: 'De, der endnu ikke har en tid.',
    nobody: 'Alle har en tid. Vil du flytte en, så åbn samtalen.',
    due: (on) => `indkaldes senest ${on}`,
    earliest: (on) => `varslet holder fra ${on}`,
    noEarliest: 'orlov uden kendt slutdato',
    leave: (until) => `orlov til og med ${until}`,
    openLeave: 'orlov indtil videre',
    propose: 'Vis forslag til tider',
    timesTitle: 'Forslag til tider',
    timesLead: (count) =>
      count === 1
        ? 'Ret dag, tid og sted, som du vil. Medarbejderen får besked og en kalenderinvitation, når du sender.'
        : 'Ret dage, tider og steder, som du vil. Medarbejderne får hver besked og en kalenderinvitation, når du sender.',
    noTime: 'Ingen tid fundet',
    leaveOut: 'Gør dag og klokkeslæt tomme for den, der ikke skal indkaldes nu.',
    change: 'Vælg andre dage og timer',
    send: (count) => (count === 1 ? 'Send indkaldelsen' : 'Send indkaldelserne'),
    already: 'Er indkaldt',
    sentTitle: 'Indkaldelserne er sendt',
    sentLead: (count) =>
      count === 1
        ? 'Én medarbejder er indkaldt og får besked nu. Du får en kalenderinvitation.'
        : `${count} medarbejdere er indkaldt og får besked nu. Du får en kalenderinvitation for hver.`,
    stands: 'Tiden gælder, medmindre medarbejderen beder om en anden.',
    waits: (by) =>
      `Varslet er kort. Tiden gælder først, når medarbejderen siger ja, senest ${by}; ellers bortfalder den.`,
    nextInvite: 'Indkald flere',
    toTeam: 'Til mit team',
    place: 'Sted',
  },
  en: {
    title: 'Invite employees',
    back: 'My team',
    lead: 'Choose who and when. We then make a proposal that avoids times you already have here, days off and closing days, leave and the notice period. Nothing is sent before you have seen it.',
    who: 'Who?',
    whoHint: 'Those who have no time yet.',
    nobody: 'Everybody has a time. To move one, open the talk.',
    due: (on) => `to be invited by ${on}`,
    earliest: (on) => `notice is kept from ${on}`,
    noEarliest: 'on leave, the end is not known',
    leave: (until) => `on leave through ${until}`,
    openLeave: 'on leave until further notice',
    propose: 'Show proposed times',
    timesTitle: 'Proposed times',
    timesLead: (count) =>
      count === 1
        ? 'Change day, time and place as you like. The employee is told and gets a calendar invitation when you send.'
        : 'Change days, times and places as you like. Each employee is told and gets a calendar invitation when you send.',
    noTime: 'No time found',
    leaveOut: 'Empty the day and the time of whoever is not to be invited now.',
    change: 'Choose other days and hours',
    send: (count) => (count === 1 ? 'Send the invitation' : 'Send the invitations'),
    already: 'Invited',
    sentTitle: 'The invitations are sent',
    sentLead: (count) =>
      count === 1
        ? 'One employee is invited and is told now. You get a calendar invitation.'
        : `${count} employees are invited and are told now. You get a calendar invitation for each.`,
    stands: 'The time stands unless the employee asks for another.',
    waits: (by) =>
      `Notice is short. The time stands once the employee accepts, by ${by}; otherwise it is withdrawn.`,
    nextInvite: 'Invite more',
    toTeam: 'To my team',
    place: 'Place',
  },
}
