import type { Language } from '../../domain/language.ts'
import type { MaterialName, Phase, QuestionForm } from '../../domain/material/material.ts'

export interface MaterialEditorTexts {
  title: (name: string, language: string, jobGroup: string) => string
  languages: Record<Language, string>
  /** Who meets it, and when. */
  uses: Record<MaterialName, string>
  back: string
  newest: (version: number, day: string, by: string | null) => string
  none: string
  startedFromLanguage: (language: string) => string
  startedFromVersion: (version: number) => string
  keepsDefault: string
  keepsDraft: string
  keepsRunning: (begun: number) => string
  forGroup: (jobGroup: string) => string
  unsaved: string
  preview: string
  previewTitle: string
  previewHint: string
  save: (version: number) => string
  contentTitle: string
  intro: string
  introHint: string
  sectionTitle: (place: number) => string
  heading: string
  phase: string
  phaseNone: string
  phases: Record<Phase, string>
  text: string
  textHint: string
  questions: string
  questionsIn: (count: number) => string
  unwritten: string
  forms: Record<QuestionForm['form'], string>
  question: string
  help: string
  helpHint: string
  least: string
  most: string
  leastLabel: string
  mostLabel: string
  options: string
  optionsHint: string
  option: (place: number) => string
  moreOptions: string
  several: string
  add: Record<QuestionForm['form'], string>
  addQuestion: string
  up: string
  down: string
  removeQuestion: string
  removeSection: string
  addSection: string
  files: string
  filesHint: string
  file: string
  attach: string
  removeFile: string
  elsewhere: (language: string) => string
  elsewhereHint: string
  adopt: string
  versions: string
  version: (number: number) => string
  versionColumn: string
  editFrom: string
  editNewest: string
  olderThan: (newest: number) => string
  when: string
  by: string
  nobody: string
  groups: string
  groupsHint: string
  everybody: string
  addGroup: string
  openGroup: string
  allGroupsHave: string
}

export const materialEditorTexts: Readonly<Record<Language, MaterialEditorTexts>> = {
  da: {
    title: (name, language, jobGroup) => `${name} på ${language}${jobGroup && ` til ${jobGroup}`}`,
    languages: { da: 'dansk', en: 'engelsk' },
    uses: {
      orientation: 'Alle læser den, når runden begynder.',
      guide: 'Begge læser den sammen med indkaldelsen.',
      'preparation-sheet': 'Medarbejderen svarer på spørgsmålene før samtalen.',
      'leader-preparation': 'Lederen svarer på spørgsmålene før samtalen. Medarbejderen ser den ikke.',
      'conversation-guide': 'Ligger på bordet under samtalen. Kan skrives ud på A3.',
      'plan-template': 'Begge læser den, når de skriver planen.',
      'follow-up-guide': 'Begge læser den før en statussamtale.',
      'senior-guide': 'Til en ekstra samtale for seniorer.',
      'leader-talent-guide': 'Til en ekstra samtale om ledertalent.',
      background: 'Viden og baggrund for den, der vil læse mere.',
    },
    back: 'Materialer',
    newest: (version, day, by) => `Version ${version} er den nyeste, fra ${day}${by ? ` af ${by}` : ''}.`,
    none: 'Den er ikke skrevet endnu.',
    startedFromLanguage: (language) =>
      `Den er ikke skrevet endnu. Du begynder med det, folk får i stedet (på ${language}): Ret til, hvad der skal stå.`,
    startedFromVersion: (version) =>
      `Du retter videre fra version ${version}. Gemmer du, bliver det den nyeste.`,
    keepsDefault: 'Nye runder får den nyeste version. Runder, der er oprettet, beholder deres egen.',
    keepsDraft: 'Rettelser gælder for alle, når runden starter.',
    keepsRunning: (begun) =>
      `${begun === 1 ? '1 samtale er begyndt og beholder den version, den begyndte' : `${begun} samtaler er begyndt og beholder den version, de begyndte`} med. En ny version gælder kun samtaler, der begynder senere.`,
    forGroup: (jobGroup) => `Kun medarbejdere med stillingsgruppen ${jobGroup} får denne udgave.`,
    unsaved: 'Ændringerne er ikke gemt endnu.',
    preview: 'Se, hvordan det bliver',
    previewTitle: 'Sådan kommer det til at se ud',
    previewHint: 'Du kan prøve felterne. Det, du skriver i dem, bliver ikke gemt.',
    save: (version) => `Gem som version ${version}`,
    contentTitle: 'Titel',
    intro: 'Indledning',
    introHint: 'En tom linje giver et nyt afsnit. En linje, der begynder med »- «, bliver et punkt.',
    sectionTitle: (place) => `Afsnit ${place}`,
    heading: 'Overskrift',
    phase: 'Fase',
    phaseNone: 'Ingen',
    phases: { past: 'Tilbageblik', now: 'Nu', future: 'Fremover' },
    text: 'Tekst',
    textHint: 'Kan stå tom, hvor spørgsmålene siger det hele.',
    questions: 'Spørgsmål',
    questionsIn: (count) => (count === 0 ? 'kun tekst' : `${count} spørgsmål`),
    unwritten: 'Nyt spørgsmål',
    forms: { text: 'tekst', scale: 'skala', choice: 'valg' },
    question: 'Spørgsmål',
    help: 'Hjælp',
    helpHint: 'Står under spørgsmålet.',
    least: 'Fra',
    most: 'Til',
    leastLabel: 'Den laveste betyder',
    mostLabel: 'Den højeste betyder',
    options: 'Svarmuligheder',
    optionsHint: 'Mindst to. En tom linje falder væk.',
    option: (place) => `Svar ${place}`,
    moreOptions: 'Flere svarmuligheder',
    several: 'Man må vælge flere',
    add: { text: 'Tekst', scale: 'Skala', choice: 'Valg' },
    addQuestion: 'Tilføj spørgsmål:',
    up: 'Flyt op',
    down: 'Flyt ned',
    removeQuestion: 'Fjern spørgsmålet',
    removeSection: 'Fjern afsnittet',
    addSection: 'Tilføj afsnit',
    files: 'Filer',
    filesHint:
      'En lokal formular eller vejledning, som medarbejderen kan hente. PDF, DOCX eller ODT på højst 5 MB.',
    file: 'Vælg en fil',
    attach: 'Vedhæft filen',
    removeFile: 'Fjern',
    elsewhere: (language) => `Kun på ${language}`,
    elsewhereHint:
      'Disse spørgsmål findes ikke her. Tilføj dem herfra, og oversæt dem: Så hører svarene sammen på tværs af sprog.',
    adopt: 'Tilføj her',
    versions: 'Alle versioner',
    version: (number) => `Version ${number}`,
    versionColumn: 'Version',
    editFrom: 'Ret videre fra denne version',
    editNewest: 'Ret materialet',
    olderThan: (newest) => `Der er kommet nyere versioner siden. Den nyeste er version ${newest}.`,
    when: 'Gemt',
    by: 'Af',
    nobody: 'Fulgte med Årshjulet',
    groups: 'Udgaver til stillingsgrupper',
    groupsHint: 'En stillingsgruppe uden sin egen udgave får den, der er til alle.',
    everybody: 'Alle',
    addGroup: 'Ny udgave til',
    openGroup: 'Skriv en udgave',
    allGroupsHave:
      'Alle stillingsgrupper har deres egen udgave, eller også har ingen medarbejder en stillingsgruppe.',
  },
  en: {
    title: (name, language, jobGroup) => `${name} in ${language}${jobGroup && ` for ${jobGroup}`}`,
    languages: { da: 'Danish', en: 'English' },
    uses: {
      orientation: 'Everybody reads it when the round begins.',
      guide: 'Both read it with the invitation.',
      'preparation-sheet': 'The employee answers the questions before the talk.',
      'leader-preparation': 'The leader answers the questions before the talk. The employee does not see it.',
      'conversation-guide': 'Lies on the table during the talk. Can be printed on A3.',
      'plan-template': 'Both read it when they write the plan.',
      'follow-up-guide': 'Both read it before a status talk.',
      'senior-guide': 'For an extra talk for seniors.',
      'leader-talent-guide': 'For an extra talk about leader talent.',
      background: 'Knowledge and background for those who want to read more.',
    },
    back: 'Materials',
    newest: (version, day, by) => `Version ${version} is the newest, of ${day}${by ? ` by ${by}` : ''}.`,
    none: 'It is not written yet.',
    startedFromLanguage: (language) =>
      `It is not written yet. You begin with what people get instead (in ${language}): change it to what it should say.`,
    startedFromVersion: (version) => `You go on from version ${version}. Saved, it becomes the newest.`,
    keepsDefault: 'New rounds get the newest version. Rounds that exist keep their own.',
    keepsDraft: 'Changes hold for everybody once the round starts.',
    keepsRunning: (begun) =>
      `${begun === 1 ? '1 talk has begun and keeps the version it began' : `${begun} talks have begun and keep the version they began`} with. A new version is only for talks that begin later.`,
    forGroup: (jobGroup) => `Only employees of the job group ${jobGroup} get this edition.`,
    unsaved: 'The changes are not saved yet.',
    preview: 'See what it will look like',
    previewTitle: 'This is what it will look like',
    previewHint: 'You can try the fields. What you write in them is not saved.',
    save: (version) => `Save as version ${version}`,
    contentTitle: 'Title',
    intro: 'Introduction',
    introHint: 'An empty line begins a paragraph. A line that begins with “- ” becomes an item of a list.',
    sectionTitle: (place) => `Section ${place}`,
    heading: 'Heading',
    phase: 'Phase',
    phaseNone: 'None',
    phases: { past: 'Looking back', now: 'Now', future: 'Looking ahead' },
    text: 'Text',
    textHint: 'May be empty where the questions say it all.',
    questions: 'Questions',
    questionsIn: (count) => (count === 0 ? 'text only' : count === 1 ? '1 question' : `${count} questions`),
    unwritten: 'New question',
    forms: { text: 'text', scale: 'scale', choice: 'choice' },
    question: 'Question',
    help: 'Help',
    helpHint: 'Stands under the question.',
    least: 'From',
    most: 'To',
    leastLabel: 'The lowest means',
    mostLabel: 'The highest means',
    options: 'Answers to choose from',
    optionsHint: 'At least two. An empty line falls away.',
    option: (place) => `Answer ${place}`,
    moreOptions: 'More answers',
    several: 'More than one may be chosen',
    add: { text: 'Text', scale: 'Scale', choice: 'Choice' },
    addQuestion: 'Add a question:',
    up: 'Move up',
    down: 'Move down',
    removeQuestion: 'Remove the question',
    removeSection: 'Remove the section',
    addSection: 'Add a section',
    files: 'Files',
    filesHint: 'A local form or guide that the employee can fetch. PDF, DOCX or ODT of at most 5 MB.',
    file: 'Choose a file',
    attach: 'Attach the file',
    removeFile: 'Remove',
    elsewhere: (language) => `Only in ${language}`,
    elsewhereHint:
      'These questions are not here. Add them from here and translate them: then the answers belong together across languages.',
    adopt: 'Add here',
    versions: 'All versions',
    version: (number) => `Version ${number}`,
    versionColumn: 'Version',
    editFrom: 'Go on from this version',
    editNewest: 'Change the material',
    olderThan: (newest) => `There are newer versions. The newest is version ${newest}.`,
    when: 'Saved',
    by: 'By',
    nobody: 'Came with Årshjulet',
    groups: 'Editions for job groups',
    groupsHint: 'A job group without an edition of its own gets the one for everybody.',
    everybody: 'Everybody',
    addGroup: 'New edition for',
    openGroup: 'Write an edition',
    allGroupsHave: 'Every job group has its own edition, or no employee has a job group.',
  },
}
