import type { Language } from '../../domain/language.ts'
import type { Phase } from '../../domain/material/material.ts'

export interface PreparationTexts {
  title: string
  leadersTitle: (employee: string) => string
  toTalk: string
  private: string
  isShared: string
  by: (day: string) => string
  was: (day: string) => string
  revealBoth: (other: string) => string
  revealAuthor: string
  youReady: string
  youNot: string
  otherReady: (other: string) => string
  otherNot: (other: string) => string
  phases: Readonly<Record<Phase, string>>
  noForm: string
  save: string
  saving: string
  saved: string
  failed: string
  conflict: string
  /** A shared sheet is not saved before what the guard found was seen. */
  lookAgain: string
  ready: string
  readyAgain: string
  notReady: string
  share: string
  shareHint: string
  colleague: string
  sinceLast: string
  lastGoals: string
  lastActions: string
  openActions: string
  actionLine: (what: string, owner: string, day: string) => string
  you: string
  sharedByEmployee: (name: string) => string
  sharedByLeader: string
  sharedByFormerLeader: string
  noAnswer: string
  nothingWritten: string
  goneQuestion: string
  print: string
}

export const preparationTexts: Readonly<Record<Language, PreparationTexts>> = {
  da: {
    title: 'Dit forberedelsesark',
    leadersTitle: (employee) => `Din feedback til ${employee}`,
    toTalk: 'Til samtalen',
    private:
      'Kun du kan læse arket, indtil det bliver delt. Svar på det, der er vigtigt for dig, og spring resten over.',
    isShared: 'Arket er delt: I kan begge læse det. Det, du retter, kan den anden også se.',
    by: (day) => `Vær klar senest ${day}.`,
    was: (day) => `Skulle være klar ${day}.`,
    revealBoth: (other) => `Når I begge er klar, kan du og ${other} læse hinandens ark.`,
    revealAuthor: 'Du bestemmer selv, om du vil dele arket.',
    youReady: 'Du er klar',
    youNot: 'Du er ikke klar endnu',
    otherReady: (other) => `${other} er klar`,
    otherNot: (other) => `${other} er ikke klar endnu`,
    phases: { past: '1. Tilbageblik', now: '2. Nu', future: '3. Fremover' },
    noForm: 'Runden har ikke noget ark. Skriv dine emner på samtalens side.',
    save: 'Gem',
    saving: 'Gemmer …',
    saved: 'Gemt',
    failed: 'Ikke gemt. Det, du har skrevet, står her stadig. Vi prøver igen, når du skriver videre.',
    conflict: 'Arket er gemt fra et andet sted imens. Tryk på »Gem« for at se begge udgaver.',
    lookAgain:
      'Ikke gemt: arket er delt, og noget i det bør du se en gang til. Tryk på »Gem« for at se hvad.',
    ready: 'Gem, og markér som klar',
    readyAgain: 'Gem ændringerne',
    notReady: 'Jeg er ikke klar alligevel',
    share: 'Del arket nu',
    shareHint: 'Så kan den anden læse det med det samme. Det kan ikke tages tilbage.',
    colleague: 'Forbered dig sammen med en kollega',
    sinceLast: 'Siden sidst',
    lastGoals: 'Mål i den seneste plan',
    lastActions: 'Handlinger i den seneste plan',
    openActions: 'Handlinger, der stadig er åbne',
    actionLine: (what, owner, day) => `${what} (${owner}, ${day})`,
    you: 'dig',
    sharedByEmployee: (name) => `${name} har delt sit ark`,
    sharedByLeader: 'Din leder har delt sin feedback',
    sharedByFormerLeader: 'Delt af den tidligere leder',
    noAnswer: 'Ikke besvaret',
    nothingWritten: 'Der er ikke skrevet noget endnu.',
    goneQuestion: 'Et spørgsmål, som arket ikke længere stiller',
    print: 'Du kan skrive arket ud fra browserens menu.',
  },
  en: {
    title: 'Your preparation sheet',
    leadersTitle: (employee) => `Your feedback to ${employee}`,
    toTalk: 'To the talk',
    private: 'Only you can read the sheet until it is shared. Answer what matters to you, and skip the rest.',
    isShared: 'The sheet is shared: both of you can read it. The other also sees what you change.',
    by: (day) => `Be ready by ${day}.`,
    was: (day) => `Was to be ready ${day}.`,
    revealBoth: (other) => `Once both of you are ready, you and ${other} can read each other’s sheets.`,
    revealAuthor: 'You decide yourself whether to share the sheet.',
    youReady: 'You are ready',
    youNot: 'You are not ready yet',
    otherReady: (other) => `${other} is ready`,
    otherNot: (other) => `${other} is not ready yet`,
    phases: { past: '1. Looking back', now: '2. Now', future: '3. Looking ahead' },
    noForm: 'The round has no sheet. Write your topics on the page of the talk.',
    save: 'Save',
    saving: 'Saving …',
    saved: 'Saved',
    failed: 'Not saved. What you have written still stands here. We try again when you write on.',
    conflict: 'The sheet was saved from another place meanwhile. Press “Save” to see both versions.',
    lookAgain:
      'Not saved: the sheet is shared, and something in it wants a second look. Press “Save” to see what.',
    ready: 'Save, and mark as ready',
    readyAgain: 'Save the changes',
    notReady: 'I am not ready after all',
    share: 'Share the sheet now',
    shareHint: 'Then the other can read it at once. It cannot be taken back.',
    colleague: 'Prepare together with a colleague',
    sinceLast: 'Since last',
    lastGoals: 'Goals in the latest plan',
    lastActions: 'Actions in the latest plan',
    openActions: 'Actions that are still open',
    actionLine: (what, owner, day) => `${what} (${owner}, ${day})`,
    you: 'you',
    sharedByEmployee: (name) => `${name} has shared their sheet`,
    sharedByLeader: 'Your leader has shared their feedback',
    sharedByFormerLeader: 'Shared by the former leader',
    noAnswer: 'Not answered',
    nothingWritten: 'Nothing has been written yet.',
    goneQuestion: 'A question that the sheet no longer asks',
    print: 'You can print the sheet from the browser’s menu.',
  },
}
