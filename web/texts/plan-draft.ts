import type { Language } from '../../domain/language.ts'

export interface PlanDraftTexts {
  ownTitle: string
  title: (employee: string) => string
  back: string
  lead: string
  early: (talk: string) => string
  saving: { saved: string; saving: string; failed: string; conflict: string }
  lastSaved: (by: string, when: string) => string
  somebody: string
  save: string
  goal: (number: number) => string
  goalText: string
  workplaceGoal: string
  workplaceGoalHint: string
  goalsHint: string
  addGoal: string
  action: (number: number) => string
  actionsHint: string
  what: string
  whatHint: string
  owner: string
  dueOn: string
  dueOnHint: string
  support: string
  supportHint: string
  effect: string
  effectHint: string
  addAction: string
  notDoingHint: string
  notDoing: (number: number) => string
  notDoingWhat: string
  why: string
  addNotDoing: string
  training: string
  trainingHint: string
  plannedHint: string
  completedHint: string
  remove: (what: string) => string
  pay: string
  propose: string
  proposeHint: (other: string) => string
  theLeader: string
  conflict: {
    title: string
    text: string
    stored: (by: string, when: string) => string
    yours: string
    keepBoth: string
    keepBothHint: string
    keepMine: string
    useStored: string
  }
  toSinceLast: string
  /** Over what the guard finds in a draft. */
  readAlready: string
}

export const planDraftTexts: Readonly<Record<Language, PlanDraftTexts>> = {
  da: {
    ownTitle: 'Skriv din udviklingsplan',
    title: (employee) => `Skriv udviklingsplanen for ${employee}`,
    back: 'Til planen',
    lead: 'I kan begge skrive i udkastet. Skriv det, I er enige om i samtalen. Vælg hellere en eller to handlinger, der bliver til noget, end mange.',
    early: (talk) => `Du kan gemme udkastet nu og foreslå planen, når ${talk} er holdt.`,
    saving: {
      saved: 'Udkastet er gemt.',
      saving: 'Gemmer …',
      failed: 'Udkastet er ikke gemt endnu. Det, du har skrevet, står her stadig. Prøv »Gem udkast«.',
      conflict:
        'Den anden har gemt i mellemtiden. Tryk på »Gem udkast« for at se begge udgaver. Intet bliver overskrevet.',
    },
    lastSaved: (by, when) => `Sidst gemt af ${by} ${when}.`,
    readAlready: 'I læser begge udkastet, som det er gemt. Se det igennem en gang til.',
    somebody: 'en tidligere medarbejder',
    save: 'Gem udkast',
    goal: (number) => `Mål ${number}`,
    goalText: 'Hvad vil medarbejderen blive bedre til?',
    workplaceGoal: 'Hvilket af arbejdspladsens mål støtter det?',
    workplaceGoalHint: 'For eksempel et mål i jeres strategi eller for teamet.',
    goalsHint:
      'Et mål er det, medarbejderen vil blive bedre til. Vis gerne, hvilket af arbejdspladsens mål det støtter.',
    addGoal: 'Tilføj mål',
    action: (number) => `Handling ${number}`,
    actionsHint:
      'En handling er noget konkret, en af jer gør inden en bestemt dag. En øvebane er at prøve noget af i det daglige arbejde. Udvikling er mere end kurser.',
    what: 'Hvad skal der ske?',
    whatHint: 'For eksempel: følge en kollegas undervisning to gange og tale om den bagefter.',
    owner: 'Hvem gør det?',
    dueOn: 'Senest hvornår?',
    dueOnHint: 'Den dag spørger vi, hvordan det gik.',
    support: 'Hvilken støtte kræver det?',
    supportHint: 'For eksempel tid, en makker eller penge.',
    effect: 'Hvordan kan vi se, at det virker?',
    effectHint: 'For eksempel hvad kolleger eller borgere vil lægge mærke til.',
    addAction: 'Tilføj handling',
    notDoingHint:
      'Er der noget, medarbejderen ønsker, og som lederen siger nej til? Skriv det med begrundelsen.',
    notDoing: (number) => `Punkt ${number}`,
    notDoingWhat: 'Hvad gør lederen ikke?',
    why: 'Hvorfor ikke?',
    addNotDoing: 'Tilføj noget, lederen ikke gør',
    training: 'Kurser og uddannelse',
    trainingHint: 'Et kursus eller en uddannelse på hver linje.',
    plannedHint: 'Det, I har aftalt.',
    completedHint: 'Det, medarbejderen har gennemført siden sidst.',
    remove: (what) => `Fjern ${what.toLowerCase()}`,
    pay: 'Om løn',
    propose: 'Foreslå planen',
    proposeHint: (other) =>
      `Når du foreslår planen, har du selv godkendt den. Så får ${other} besked om at godkende den eller sende den tilbage.`,
    theLeader: 'din leder',
    conflict: {
      title: 'Der er to udgaver af udkastet',
      text: 'Den anden har gemt, mens du skrev. Din udgave er ikke gemt endnu, og intet er overskrevet. Vælg, hvordan I går videre.',
      stored: (by, when) => `Gemt af ${by} ${when}`,
      yours: 'Din udgave, ikke gemt',
      keepBoth: 'Saml de to udgaver',
      keepBothHint: 'Det, der kun står i den gemte udgave, bliver føjet til dit. Du kan slette bagefter.',
      keepMine: 'Gem kun min udgave',
      useStored: 'Brug kun den gemte udgave',
    },
    toSinceLast: 'Se planen, I aftalte sidst',
  },
  en: {
    ownTitle: 'Write your development plan',
    title: (employee) => `Write the development plan of ${employee}`,
    back: 'To the plan',
    lead: 'Both of you can write in the draft. Write what you agree on in the talk. Rather choose one or two actions that will happen than many.',
    early: (talk) => `You can save the draft now and propose the plan once ${talk} has been held.`,
    saving: {
      saved: 'The draft is saved.',
      saving: 'Saving …',
      failed: 'The draft is not saved yet. What you have written still stands here. Try “Save draft”.',
      conflict:
        'The other has saved meanwhile. Press “Save draft” to see both versions. Nothing is overwritten.',
    },
    lastSaved: (by, when) => `Last saved by ${by} ${when}.`,
    readAlready: 'Both of you read the draft as it is saved. Look it through once more.',
    somebody: 'a former employee',
    save: 'Save draft',
    goal: (number) => `Goal ${number}`,
    goalText: 'What does the employee want to become better at?',
    workplaceGoal: 'Which of the workplace’s goals does it serve?',
    workplaceGoalHint: 'For example a goal in your strategy or of the team.',
    goalsHint:
      'A goal is what the employee wants to become better at. Please show which goal of the workplace it serves.',
    addGoal: 'Add goal',
    action: (number) => `Action ${number}`,
    actionsHint:
      'An action is something concrete that one of you does by a certain day. A try-out is trying something in the daily work. Development is more than courses.',
    what: 'What will be done?',
    whatHint: 'For example: follow a colleague’s lessons twice and talk about them afterwards.',
    owner: 'Who does it?',
    dueOn: 'By when?',
    dueOnHint: 'On that day we ask how it went.',
    support: 'Which support does it take?',
    supportHint: 'For example time, a partner or money.',
    effect: 'How can we see that it works?',
    effectHint: 'For example what colleagues or citizens will notice.',
    addAction: 'Add action',
    notDoingHint:
      'Is there something the employee wants that the leader says no to? Write it with the reason.',
    notDoing: (number) => `Item ${number}`,
    notDoingWhat: 'What will the leader not do?',
    why: 'Why not?',
    addNotDoing: 'Add something the leader will not do',
    training: 'Courses and education',
    trainingHint: 'One course or education on each line.',
    plannedHint: 'What you have agreed.',
    completedHint: 'What the employee has completed since last.',
    remove: (what) => `Remove ${what.toLowerCase()}`,
    pay: 'About pay',
    propose: 'Propose the plan',
    proposeHint: (other) =>
      `When you propose the plan you have approved it yourself. Then ${other} is asked to approve it or to return it.`,
    theLeader: 'your leader',
    conflict: {
      title: 'There are two versions of the draft',
      text: 'The other saved while you were writing. Your version is not saved yet, and nothing is overwritten. Choose how to go on.',
      stored: (by, when) => `Saved by ${by} ${when}`,
      yours: 'Your version, not saved',
      keepBoth: 'Put the two together',
      keepBothHint: 'What only stands in the saved version is added to yours. You can delete afterwards.',
      keepMine: 'Save only my version',
      useStored: 'Use only the saved version',
    },
    toSinceLast: 'See the plan you agreed last',
  },
}
