import type { Language } from '../../domain/language.ts'

export interface SlotTexts {
  title: string
  back: string
  lead: string
  team: (round: string, leader: string | null) => string
  chooseTeam: string
  find: string
  foundTitle: string
  foundLead: (count: number) => string
  none: string
  change: string
  times: string
  publish: string
  published: string
  noneYet: string
  when: string
  place: string
  online: string
  status: string
  free: string
  past: string
  pickedBy: (name: string) => string
  picked: string
  withdraw: (when: string) => string
  withdrawShort: string
  add: string
}

export const slotTexts: Readonly<Record<Language, SlotTexts>> = {
  da: {
    title: 'Ledige tider',
    back: 'Mit team',
    lead: 'Læg tider ud, som medarbejderne selv vælger imellem. En valgt tid gælder med det samme, og I får begge en kalenderinvitation.',
    team: (round, leader) => (leader === null ? round : `${round} – på vegne af ${leader}`),
    chooseTeam: 'Team og runde',
    find: 'Find ledige tider',
    foundTitle: 'Vælg tider',
    foundLead: (count) =>
      count === 1
        ? 'Her er én tid, der går uden om det, du allerede har i Årshjulet.'
        : `Her er ${count} tider, der går uden om det, du allerede har i Årshjulet. Fjern dem, du ikke vil have med.`,
    none: 'Der er ingen ledige tider i de dage og timer. Vælg nogle andre.',
    change: 'Vælg andre dage og timer',
    times: 'Tider',
    publish: 'Læg tiderne ud',
    published: 'Lagt ud',
    noneYet: 'Du har ikke lagt tider ud endnu.',
    when: 'Tid',
    place: 'Sted',
    online: 'online',
    status: 'Status',
    free: 'Ledig',
    past: 'Forbi',
    pickedBy: (name) => `Valgt af ${name}`,
    picked: 'Valgt',
    withdraw: (when) => `Træk tilbage: ${when}`,
    withdrawShort: 'Træk tilbage',
    add: 'Læg flere tider ud',
  },
  en: {
    title: 'Free times',
    back: 'My team',
    lead: 'Publish times that the employees choose between. A time that is picked stands at once, and both of you get a calendar invitation.',
    team: (round, leader) => (leader === null ? round : `${round} – on behalf of ${leader}`),
    chooseTeam: 'Team and round',
    find: 'Find free times',
    foundTitle: 'Choose times',
    foundLead: (count) =>
      count === 1
        ? 'Here is one time that avoids what you already have in Årshjulet.'
        : `Here are ${count} times that avoid what you already have in Årshjulet. Remove those you do not want.`,
    none: 'There is no free time on those days and hours. Choose others.',
    change: 'Choose other days and hours',
    times: 'Times',
    publish: 'Publish the times',
    published: 'Published',
    noneYet: 'You have not published any times yet.',
    when: 'Time',
    place: 'Place',
    online: 'online',
    status: 'Status',
    free: 'Free',
    past: 'Past',
    pickedBy: (name) => `Picked by ${name}`,
    picked: 'Picked',
    withdraw: (when) => `Withdraw: ${when}`,
    withdrawShort: 'Withdraw',
    add: 'Publish more times',
  },
}
