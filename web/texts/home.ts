import type { Language } from '../../domain/language.ts'

export interface HomeTexts {
  title: string
  owedTitle: (count: number) => string
  nothingOwed: string
  later: (count: number) => string
  dueOn: (day: string) => string
  lateSince: (day: string) => string
  paused: string
  onBehalfOf: (name: string) => string
  myYear: (round: string) => string
  openTalk: string
  noTalk: string
  earlier: string
  team: string
  teamLine: (all: number, held: number, late: number) => string
  openTeam: string
  rounds: string
  shared: string
  sharedBy: (name: string) => string
  kept: string
  fromHr: string
  ownData: string
  retention: string
  devMails: string
  api: string
}

export const homeTexts: Readonly<Record<Language, HomeTexts>> = {
  da: {
    title: 'Forside',
    owedTitle: (count) => (count === 1 ? 'Én ting venter på dig' : `${count} ting venter på dig`),
    nothingOwed: 'Du er ajour: Lige nu venter intet på dig. Vi skriver, når det er din tur.',
    later: (count) => `Senere i år (${count})`,
    dueOn: (day) => `Senest ${day}`,
    lateSince: (day) => `Skulle være gjort ${day}`,
    paused: 'Sat på pause',
    onBehalfOf: (name) => `På vegne af ${name}`,
    myYear: (round) => `Dit år i ${round}`,
    openTalk: 'Åbn samtalen',
    noTalk: 'Du har ingen samtale i gang. Når den næste runde begynder, får du besked.',
    earlier: 'Tidligere samtaler',
    team: 'Dit team',
    teamLine: (all, held, late) =>
      `${held} af ${all} samtaler er holdt.${late > 0 ? ` ${late} er forsinket.` : ''}`,
    openTeam: 'Se teamet',
    rounds: 'Runder, du følger',
    shared: 'Delt med dig',
    sharedBy: (name) => `Delt af ${name}`,
    fromHr: 'Besked fra HR',
    kept: 'Dine noter fra samtaler, en anden nu leder',
    ownData: 'Hent en kopi af dine oplysninger',
    retention: 'Opbevaring og sletning af data',
    devMails: 'Se de mails, tjenesten har sendt her',
    api: 'API’et for andre systemer',
  },
  en: {
    title: 'Home',
    owedTitle: (count) => (count === 1 ? 'One thing awaits you' : `${count} things await you`),
    nothingOwed: 'You are up to date: nothing awaits you now. We write when it is your turn.',
    later: (count) => `Later this year (${count})`,
    dueOn: (day) => `By ${day}`,
    lateSince: (day) => `Was due ${day}`,
    paused: 'Paused',
    onBehalfOf: (name) => `On behalf of ${name}`,
    myYear: (round) => `Your year in ${round}`,
    openTalk: 'Open the talk',
    noTalk: 'You have no talk under way. You will be told when the next round begins.',
    earlier: 'Earlier talks',
    team: 'Your team',
    teamLine: (all, held, late) => `${held} of ${all} talks are held.${late > 0 ? ` ${late} are late.` : ''}`,
    openTeam: 'See the team',
    rounds: 'Rounds you follow',
    shared: 'Shared with you',
    sharedBy: (name) => `Shared by ${name}`,
    fromHr: 'Message from HR',
    kept: 'Your notes from talks that somebody else leads now',
    ownData: 'Get a copy of your data',
    retention: 'Retention and erasure of data',
    devMails: 'See the mails the service has sent here',
    api: 'The API for other systems',
  },
}
