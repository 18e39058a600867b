import type { Language } from '../../domain/language.ts'

export interface SharingTexts {
  title: string
  titleActions: string
  back: string
  about: string
  aboutActions: string
  search: string
  searchHint: string
  find: string
  found: (search: string) => string
  nobody: (search: string) => string
  colleague: string
  which: string
  followUp: string
  followUpHint: string
  followUpOn: (day: string) => string
  send: string
  shared: string
  sharedWith: (name: string, what: 'sheet' | 'actions', day: string) => string
  takeBack: string
  takeBackFrom: (name: string) => string
  see: string
  sharedBy: (name: string) => string
  ownTitle: (name: string) => string
  whatSheet: string
  whatActions: string
  only: string
  dueOn: (day: string) => string
  empty: string
  keptTitle: string
  keptAbout: string
  keptNone: string
  keptLine: (day: string) => string
  keptDelete: string
  home: string
}

export const sharingTexts: Readonly<Record<Language, SharingTexts>> = {
  da: {
    title: 'Forbered dig sammen med en kollega',
    titleActions: 'Del øvebaner med en kollega',
    back: 'Til samtalen',
    about:
      'Kollegaen kan læse dit forberedelsesark, som det står, og intet andet af din samtale. Din leder får det ikke at vide. Du kan tage det tilbage, når du vil.',
    aboutActions:
      'Kollegaen kan se de øvebaner, du vælger, og intet andet af din samtale. Så kan I følge op sammen. Du kan tage det tilbage, når du vil.',
    search: 'Find en kollega',
    searchHint: 'Skriv en del af navnet.',
    find: 'Søg',
    found: (search) => `Kolleger, der passer til »${search}«`,
    nobody: (search) => `Vi fandt ingen kollega, der passer til »${search}«.`,
    colleague: 'Hvem vil du dele med?',
    which: 'Hvilke øvebaner?',
    followUp: 'Hvornår følger I op sammen?',
    followUpHint: 'Aftal dagen med kollegaen. Den står hos jer begge. Du kan lade feltet være tomt.',
    followUpOn: (day) => `I følger op sammen ${day}`,
    send: 'Del',
    shared: 'Det, du deler nu',
    sharedWith: (name, what, day) =>
      `${what === 'sheet' ? 'Forberedelsesarket' : 'Øvebaner'} med ${name} siden ${day}`,
    takeBack: 'Tag tilbage',
    takeBackFrom: (name) => `Tag tilbage fra ${name}`,
    see: 'Se, hvad kollegaen ser',
    sharedBy: (name) => `Delt af ${name}`,
    ownTitle: (name) => `Det, du deler med ${name}`,
    whatSheet: 'Forberedelsesark',
    whatActions: 'Øvebaner',
    only: 'Det her er delt med dig, for at I kan forberede jer eller følge op sammen. Del det ikke videre.',
    dueOn: (day) => `Dato: ${day}`,
    empty: 'Der er ikke noget at vise endnu.',
    keptTitle: 'Dine noter fra samtaler, en anden nu leder',
    keptAbout:
      'Noterne er dine egne. De blev ikke delt, og den nye leder ser dem aldrig. De slettes af sig selv efter nogle uger. Du kan læse dem eller slette dem her.',
    keptNone: 'Der er ingen noter.',
    keptLine: (day) => `Sidst rettet ${day}`,
    keptDelete: 'Slet noterne nu',
    home: 'Forside',
  },
  en: {
    title: 'Prepare together with a colleague',
    titleActions: 'Share try-outs with a colleague',
    back: 'To the talk',
    about:
      'The colleague can read your preparation sheet as it stands, and nothing else of your talk. Your leader is not told. You can take it back whenever you want.',
    aboutActions:
      'The colleague can see the try-outs you choose, and nothing else of your talk. Then you can follow up together. You can take it back whenever you want.',
    search: 'Find a colleague',
    searchHint: 'Write a part of the name.',
    find: 'Search',
    found: (search) => `Colleagues that fit “${search}”`,
    nobody: (search) => `We found no colleague that fits “${search}”.`,
    colleague: 'With whom do you want to share?',
    which: 'Which try-outs?',
    followUp: 'When will you follow up together?',
    followUpHint: 'Agree on the day with the colleague. Both of you see it. You can leave it empty.',
    followUpOn: (day) => `You follow up together on ${day}`,
    send: 'Share',
    shared: 'What you share now',
    sharedWith: (name, what, day) =>
      `${what === 'sheet' ? 'The preparation sheet' : 'Try-outs'} with ${name} since ${day}`,
    takeBack: 'Take back',
    takeBackFrom: (name) => `Take back from ${name}`,
    see: 'See what the colleague sees',
    sharedBy: (name) => `Shared by ${name}`,
    ownTitle: (name) => `What you share with ${name}`,
    whatSheet: 'Preparation sheet',
    whatActions: 'Try-outs',
    only: 'This is shared with you so that you can prepare or follow up together. Do not pass it on.',
    dueOn: (day) => `Date: ${day}`,
    empty: 'There is nothing to show yet.',
    keptTitle: 'Your notes from talks that somebody else leads now',
    keptAbout:
      'The notes are your own. They were not shared, and the new leader never sees them. They are deleted by themselves after some weeks. You can read or delete them here.',
    keptNone: 'There are no notes.',
    keptLine: (day) => `Last changed ${day}`,
    keptDelete: 'Delete the notes now',
    home: 'Home',
  },
}
