import type { Language } from '../../domain/language.ts'

export interface GroupFeedbackTexts {
  title: string
  onBehalfOf: (leader: string) => string
  back: string
  steps: {
    owed: string
    optional: string
    early: string
    sent: string
    owedText: (day: string) => string
    lateText: (day: string) => string
    ifNot: string
    optionalText: (minimum: number) => string
    earlyText: (day: string) => string
    sentText: (when: string) => string
  }
  themes: {
    title: string
    theme: string
    talks: string
    none: string
    early: (day: string) => string
    tooFew: (minimum: number) => string
    ruleTitle: string
    rule: (minimum: number) => readonly string[]
  }
  text: string
  label: string
  textHint: string
  save: string
  saving: { saved: string; saving: string; failed: string; conflict: string }
  send: string
  sendHint: string
  employees: {
    title: (round: string) => string
    sent: (leader: string, when: string) => string
    link: string
  }
}

export const groupFeedbackTexts: Readonly<Record<Language, GroupFeedbackTexts>> = {
  da: {
    title: 'Samlet tilbagemelding til teamet',
    onBehalfOf: (leader) => `På vegne af ${leader}`,
    back: 'Til mit team',
    steps: {
      owed: 'Skriv til teamet, hvad samtalerne har vist',
      optional: 'Du kan skrive til teamet',
      early: 'Vent med at sende, til samtalerne er holdt',
      sent: 'Tilbagemeldingen er sendt',
      owedText: (day) => `Send senest ${day}.`,
      lateText: (day) => `Skulle være sendt ${day}.`,
      ifNot: 'Bliver den ikke sendt, minder vi dig om det, og siden får din egen leder og HR besked.',
      optionalText: (minimum) =>
        `Der er holdt færre end ${minimum} samtaler, eller runden er ikke nået så langt. Du skal ikke sende noget, men du må gerne.`,
      earlyText: (day) => `Du kan begynde at skrive nu. Temaerne bliver vist, når samtalerne slutter ${day}.`,
      sentText: (when) => `Teamet fik den ${when}. Den kan ikke ændres.`,
    },
    themes: {
      title: 'Temaer fra samtalerne',
      theme: 'Tema',
      talks: 'Samtaler',
      none: 'Ingen temaer er delt af så mange, at de kan vises.',
      early: (day) => `Temaerne bliver talt sammen, når perioden for samtaler slutter ${day}.`,
      tooFew: (minimum) =>
        `Temaerne kan ikke vises for dit team: Der skal være mindst ${minimum} holdte samtaler, og tallene må ikke kunne regnes ud af andre tal. Dine temaer tæller med ét niveau højere oppe.`,
      ruleTitle: 'Hvorfor ser jeg ikke alle temaer?',
      rule: (minimum) => [
        `Ingen må kunne genkendes. Et tema bliver kun vist, når det er sat på samtaler med mindst ${minimum} medarbejdere.`,
        'Når et tal kan regnes ud af andre tal, for eksempel af et andet team eller en tidligere dag, bliver det også skjult.',
        'Derfor kan der mangle temaer, selv om du selv har sat dem på.',
      ],
    },
    text: 'Din tilbagemelding',
    label: 'Hvad vil du sige til teamet?',
    textHint:
      'Skriv om mønstre og fælles ønsker, og hvad I gør ved dem. Skriv ikke noget, der kan føres tilbage til en enkelt.',
    save: 'Gem',
    saving: {
      saved: 'Gemt.',
      saving: 'Gemmer …',
      failed: 'Det er ikke gemt endnu. Det, du har skrevet, står her stadig.',
      conflict:
        'Tilbagemeldingen er gemt eller sendt fra et andet sted imens. Tryk på »Gem« for at se begge udgaver.',
    },
    send: 'Send til teamet',
    sendHint: 'Alle i teamet får besked. Når den er sendt, kan den ikke ændres.',
    employees: {
      title: (round) => `Samlet tilbagemelding efter ${round}`,
      sent: (leader, when) => `Sendt af ${leader} ${when} til hele teamet.`,
      link: 'Samlet tilbagemelding til teamet',
    },
  },
  en: {
    title: 'Common feedback to the team',
    onBehalfOf: (leader) => `On behalf of ${leader}`,
    back: 'To my team',
    steps: {
      owed: 'Write to the team what the talks have shown',
      optional: 'You can write to the team',
      early: 'Wait with sending until the talks have been held',
      sent: 'The feedback is sent',
      owedText: (day) => `Send it by ${day}.`,
      lateText: (day) => `Was due ${day}.`,
      ifNot: 'If it is not sent we remind you, and later your own leader and HR are told.',
      optionalText: (minimum) =>
        `Fewer than ${minimum} talks have been held, or the round has not come that far. You need not send anything, but you may.`,
      earlyText: (day) => `You can begin to write now. The themes are shown once the talks end ${day}.`,
      sentText: (when) => `The team got it ${when}. It cannot be changed.`,
    },
    themes: {
      title: 'Themes of the talks',
      theme: 'Theme',
      talks: 'Talks',
      none: 'No themes are shared by so many that they can be shown.',
      early: (day) => `The themes are counted once the time of the talks ends ${day}.`,
      tooFew: (minimum) =>
        `The themes of your team cannot be shown: it takes at least ${minimum} held talks, and the numbers must not follow from other numbers. Your themes count one level up.`,
      ruleTitle: 'Why do I not see all themes?',
      rule: (minimum) => [
        `Nobody must be recognisable. A theme is only shown when it was tagged in talks with at least ${minimum} employees.`,
        'Where a number could be worked out from other numbers, such as another team’s or an earlier day’s, it is hidden too.',
        'So themes may be missing although you tagged them yourself.',
      ],
    },
    text: 'Your feedback',
    label: 'What do you want to say to the team?',
    textHint:
      'Write about patterns and shared wishes, and what you will do about them. Write nothing that can be traced back to one person.',
    save: 'Save',
    saving: {
      saved: 'Saved.',
      saving: 'Saving …',
      failed: 'It is not saved yet. What you have written still stands here.',
      conflict:
        'The feedback was saved or sent from another place meanwhile. Press “Save” to see both versions.',
    },
    send: 'Send to the team',
    sendHint: 'Everybody in the team is told. When it is sent it cannot be changed.',
    employees: {
      title: (round) => `Common feedback after ${round}`,
      sent: (leader, when) => `Sent by ${leader} ${when} to the whole team.`,
      link: 'Common feedback to the team',
    },
  },
}
