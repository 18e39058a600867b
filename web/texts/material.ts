import type { Language } from '../../domain/language.ts'
import type { MaterialName } from '../../domain/material/material.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'

export interface MaterialTexts {
  names: Readonly<Record<MaterialName, string>>
  toTalk: string
  others: string
  files: string
  size: (kilobytes: number) => string
  print: string
  printA3: string
  begin: string
  beginWith: string
  beganWith: (heading: string) => string
  asWritten: string
  payNote: string
  orientationTitle: (round: string) => string
  invitedBy: (leader: string, day: string) => string
  yourLeader: string
  invitedIf: string
  alreadyInvited: string
  toTalkPage: string
  dates: string
  dateNames: Readonly<Partial<Record<PolicyDateKey, string>>>
  focus: string
  fromLeader: (name: string) => string
  links: string
  tr: string
  committee: (name: string) => string
  data: string
  dataLink: string
}

export const materialTexts: Readonly<Record<Language, MaterialTexts>> = {
  da: {
    names: {
      orientation: 'Orientering',
      guide: 'Vejledning',
      'preparation-sheet': 'Forberedelsesark',
      'leader-preparation': 'Lederens forberedelse',
      'conversation-guide': 'Samtaleguide',
      'plan-template': 'Skabelon til planen',
      'follow-up-guide': 'Guide til opfølgning',
      'senior-guide': 'Guide til seniorsamtalen',
      'leader-talent-guide': 'Guide til ledertalentsamtalen',
      background: 'Baggrund',
    },
    toTalk: 'Til samtalen',
    others: 'Andre materialer',
    files: 'Filer',
    size: (kilobytes) => `${kilobytes} kB`,
    print: 'Du kan skrive siden ud fra browserens menu.',
    printA3: 'Du kan skrive guiden ud fra browserens menu. Den er sat op til ét stort ark (A3) på tværs.',
    begin: 'Hvor vil I begynde?',
    beginWith: 'I behøver ikke tage emnerne i rækkefølge, og I behøver ikke nå dem alle.',
    beganWith: (heading) => `I begynder med: ${heading}`,
    asWritten: 'Vis i den skrevne rækkefølge',
    payNote:
      'Løn: Samtalen er ikke en lønforhandling. I kan afstemme forventninger her, men løn bliver forhandlet et andet sted.',
    orientationTitle: (round) => `Orientering om ${round}`,
    invitedBy: (leader, day) => `${leader} indkalder dig senest ${day}`,
    yourLeader: 'Din leder',
    invitedIf:
      'Du behøver ikke gøre noget nu. Har du ikke fået en tid inden da, så tryk på »Jeg er ikke blevet indkaldt« på samtalens side.',
    alreadyInvited: 'Du er indkaldt. Se tiden, og forbered dig.',
    toTalkPage: 'Se din samtale',
    dates: 'Årets datoer',
    dateNames: {
      inviteBy: 'Alle er indkaldt senest',
      talksFrom: 'Samtalerne begynder',
      talksTo: 'Samtalerne slutter',
      groupFeedbackBy: 'Lederen giver teamet en samlet tilbagemelding senest',
    },
    focus: 'Årets fokus',
    fromLeader: (name) => `Fra ${name}`,
    links: 'Strategier og politikker',
    tr: 'Din tillidsrepræsentant',
    committee: (name) => `Retningslinjerne for samtalerne er drøftet i ${name}.`,
    data: 'Sådan bruger vi dine oplysninger',
    dataLink: 'Læs om, hvad vi gemmer om dig, hvor længe og hvorfor',
  },
  en: {
    names: {
      orientation: 'Orientation',
      guide: 'Guide',
      'preparation-sheet': 'Preparation sheet',
      'leader-preparation': 'The leader’s preparation',
      'conversation-guide': 'Conversation guide',
      'plan-template': 'Template for the plan',
      'follow-up-guide': 'Guide to following up',
      'senior-guide': 'Guide to the senior talk',
      'leader-talent-guide': 'Guide to the leader-talent talk',
      background: 'Background',
    },
    toTalk: 'To the talk',
    others: 'Other materials',
    files: 'Files',
    size: (kilobytes) => `${kilobytes} kB`,
    print: 'You can print the page from the browser’s menu.',
    printA3:
      'You can print the guide from the browser’s menu. It is laid out for one large sheet (A3), sideways.',
    begin: 'Where do you want to begin?',
    beginWith: 'You need not take the subjects in order, and you need not cover them all.',
    beganWith: (heading) => `You begin with: ${heading}`,
    asWritten: 'Show in the written order',
    payNote:
      'Pay: the talk is not a pay negotiation. You can match expectations here, but pay is negotiated elsewhere.',
    orientationTitle: (round) => `Orientation about ${round}`,
    invitedBy: (leader, day) => `${leader} invites you by ${day}`,
    yourLeader: 'Your leader',
    invitedIf:
      'You need not do anything now. If you have no time by then, press “I have not been invited” on the page of the talk.',
    alreadyInvited: 'You are invited. See the time, and prepare.',
    toTalkPage: 'See your talk',
    dates: 'The dates of the year',
    dateNames: {
      inviteBy: 'Everybody is invited by',
      talksFrom: 'The talks begin',
      talksTo: 'The talks end',
      groupFeedbackBy: 'The leader gives the team common feedback by',
    },
    focus: 'The focus of the year',
    fromLeader: (name) => `From ${name}`,
    links: 'Strategies and policies',
    tr: 'Your union representative',
    committee: (name) => `The guidelines for the talks have been discussed in ${name}.`,
    data: 'How we use your data',
    dataLink: 'Read what we keep about you, for how long and why',
  },
}
