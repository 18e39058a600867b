import type { Language } from '../../domain/language.ts'

export interface HomeTexts {
  title: string
  owedTitle: (count: number) => string
  nothingOwed: string
  later: (count: number) => string
  /** What comes first when nothing is to be done now. */
  coming: (what: string, day: string) => string
  dueOn: (day: string) => string
  dueFrom: (first: string, last: string) => string
  lateSince: (day: string) => string
  /** What is late in a round, of which HR was told. */
  toldHr: (count: number, round: string) => string
  oldestDue: (day: string) => string
  rests: Record<'pause' | 'leave' | 'answer', string>
  onBehalfOf: (name: string) => string
  myYear: (round: string) => string
  openTalk: string
  noTalk: string
  alsoLive: string
  earlier: string
  team: string
  teamLine: (all: number, held: number) => string
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
    later: (count) => `Kommer senere (${count})`,
    coming: (what, day) => `Det næste: ${what}, senest ${day}.`,
    dueOn: (day) => `Senest ${day}`,
    dueFrom: (first, last) => `Senest ${first}, de sidste senest ${last}`,
    lateSince: (day) => `Skulle være gjort ${day}`,
    toldHr: (count, round) =>
      count === 1
        ? `${round}: 1 frist er sendt videre til HR og stadig åben`
        : `${round}: ${count} frister er sendt videre til HR og stadig åbne`,
    oldestDue: (day) => `Den ældste skulle være gjort ${day}`,
    rests: {
      pause: 'Sat på pause',
      leave: 'Venter, mens medarbejderen har orlov',
      answer: 'Venter på medarbejderens svar på tiden',
    },
    onBehalfOf: (name) => `På vegne af ${name}`,
    myYear: (round) => `Dit år i ${round}`,
    openTalk: 'Åbn samtalen',
    noTalk: 'Du har ingen samtale i gang. Når den næste runde begynder, får du besked.',
    alsoLive: 'Også i gang',
    earlier: 'Tidligere samtaler',
    team: 'Dit team',
    teamLine: (all, held) => `${held} af ${all} samtaler er holdt.`,
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
    later: (count) => `To come later (${count})`,
    coming: (what, day) => `Next: ${what}, by ${day}.`,
    dueOn: (day) => `By ${day}`,
    dueFrom: (first, last) => `By ${first}, the last by ${last}`,
    lateSince: (day) => `Was due ${day}`,
    toldHr: (count, round) =>
      count === 1
        ? `${round}: 1 due date was sent on to HR and is still open`
        : `${round}: ${count} due dates were sent on to HR and are still open`,
    oldestDue: (day) => `The oldest was due ${day}`,
    rests: {
      pause: 'Paused',
      leave: 'Rests while the employee is on leave',
      answer: 'Awaits the employee’s answer to the time',
    },
    onBehalfOf: (name) => `On behalf of ${name}`,
    myYear: (round) => `Your year in ${round}`,
    openTalk: 'Open the talk',
    noTalk: 'You have no talk under way. You will be told when the next round begins.',
    alsoLive: 'Also under way',
    earlier: 'Earlier talks',
    team: 'Your team',
    teamLine: (all, held) => `${held} of ${all} talks are held.`,
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
