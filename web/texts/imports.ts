import type { Language } from '../../domain/language.ts'
import type { ImportList } from '../import-view.ts'

export interface ImportsTexts {
  title: string
  lead: string
  choose: string
  file: string
  fileHint: string
  kind: string
  kinds: Record<'people' | 'units', string>
  kindHints: Record<'people' | 'units', string>
  show: string
  columns: string
  columnsLead: string
  columnsOf: Record<'people' | 'units', string>
  earlier: string
  noneEarlier: string
  table: { file: string; when: string; by: string; changes: string; leftOut: string }
  noChange: string
  back: string
  preview: {
    title: string
    from: (day: string) => string
    nothing: string
    nothingHint: string
    nothingUsable: string
    ready: (count: number) => string
    readyHint: string
    newAddresses: (count: number, days: number) => string
    hasBad: (count: number) => string
    correctBad: string
    orLeaveOut: string
    leaveOut: (count: number) => string
    use: string
    again: string
    againHint: string
    seeAgain: string
    another: string
  }
  means: {
    title: string
    validFrom: string
    validFromHint: string
    complete: string
    completeHint: string
    notComplete: string
    absent: (count: number, unit: string) => string
    absentHint: string
    noneAbsent: (unit: string) => string
    absentLine: (name: string, number: string, lastDay: string) => string
    tooManyAbsent: (count: number) => string
    showAgain: string
  }
  lists: Record<ImportList, string>
  unchanged: string
  entry: { name: string; number: string; what: string }
  row: { line: string; number: string; column: string; value: string; reason: string }
  seeAll: (count: number) => string
  result: {
    title: string
    done: (on: string, by: string | null) => string
    see: string
    leftOut: (count: number) => string
    leftOutHint: string
    lines: (lines: string) => string
  }
}

export const importsTexts: Readonly<Record<Language, ImportsTexts>> = {
  da: {
    title: 'Indlæs en fil',
    lead: 'Hent filen fra lønsystemet. Du ser, hvad den ændrer, før noget bliver gemt.',
    choose: 'Vælg filen',
    file: 'Fil',
    fileHint: 'CSV eller XLSX, højst 20 MB. Tegnsæt og skilletegn finder vi selv ud af.',
    kind: 'Hvad er der i filen?',
    kinds: { people: 'Medarbejdere', units: 'Enheder' },
    kindHints: {
      people: 'Ansættelser med enhed, leder, første og sidste dag og orlov.',
      units: 'Skoler, afdelinger og teams, og hvad de hører under. Indlæs dem før medarbejderne.',
    },
    show: 'Vis, hvad filen ændrer',
    columns: 'Hvilke kolonner kan filen have?',
    columnsLead:
      'Rækkefølgen er ligegyldig, og overskrifterne må også være på engelsk. En kolonne, der mangler, ændrer intet. Orlovens art bliver aldrig læst.',
    columnsOf: { people: 'Medarbejdere', units: 'Enheder' },
    earlier: 'Indlæst før',
    noneEarlier: 'Der er ikke indlæst nogen fil endnu.',
    table: { file: 'Fil', when: 'Taget i brug', by: 'Af', changes: 'Ændringer', leftOut: 'Udeladte linjer' },
    noChange: 'Ingen',
    back: 'Indlæs en fil',
    preview: {
      title: 'Se, hvad filen ændrer',
      from: (day) => `Flytninger og lederskift gælder fra ${day}.`,
      nothing: 'Filen ændrer ingenting',
      nothingHint: 'Alt, hvad der står i den, er her allerede.',
      nothingUsable: 'Der er intet i filen, der kan tages i brug',
      ready: (count) => (count === 1 ? 'Én ændring er klar' : `${count} ændringer er klar`),
      readyHint: 'Intet er gemt endnu. Når du tager filen i brug, følger kørende runder med med det samme.',
      newAddresses: (count, days) =>
        `${count === 1 ? 'Én mailadresse bliver ændret' : `${count} mailadresser bliver ændret`}. Den, det gælder, får besked på både den gamle og den nye, bliver logget ud og kan ikke logge ind med den nye de første ${days} dage. Gælder det mange, så vælg et tidspunkt, hvor ingen frist er nær.`,
      hasBad: (count) => (count === 1 ? 'Én linje har fejl' : `${count} linjer har fejl`),
      correctBad: 'Ret fejlene i filen, og indlæs den igen.',
      orLeaveOut: 'Du kan også udelade linjer med fejl. Så ændrer de ingenting.',
      leaveOut: (count) => (count === 1 ? 'Udelad denne linje' : `Udelad disse ${count} linjer`),
      use: 'Tag filen i brug',
      again: 'Oplysningerne er ændret imens',
      againHint:
        'Nogen har indlæst eller rettet noget, siden du så oversigten. Se den igen, før du går videre.',
      seeAgain: 'Se oversigten igen',
      another: 'Indlæs en anden fil',
    },
    means: {
      title: 'Hvad filen betyder',
      validFrom: 'Gælder fra',
      validFromHint: 'Flytninger og lederskift sker denne dag.',
      complete: 'Er filen komplet for en enhed?',
      completeHint: 'Vælg en enhed, hvis alle i den og under den står i filen. Så ser du, hvem der mangler.',
      notComplete: 'Nej. At nogen mangler i filen, betyder intet',
      absent: (count, unit) =>
        count === 1 ? `Én fra ${unit} står ikke i filen` : `${count} fra ${unit} står ikke i filen`,
      absentHint:
        'Sæt kryds ved dem, der er fratrådt, og vis oversigten igen: først da tæller krydserne. De andre bliver ikke ændret.',
      noneAbsent: (unit) => `Alle fra ${unit} står i filen.`,
      absentLine: (name, number, lastDay) => `${name} (${number}), sidste dag ${lastDay}`,
      tooManyAbsent: (count) =>
        `Yderligere ${count} mangler. Så mange plejer ikke at fratræde på én gang: er det den rigtige fil?`,
      showAgain: 'Vis oversigten med disse svar',
    },
    lists: {
      joiners: 'Nye medarbejdere',
      leavers: 'Fratræder',
      returns: 'Bliver alligevel eller vender tilbage',
      leaderChanges: 'Får en anden leder',
      unitMoves: 'Skifter enhed',
      leaves: 'Orlov',
      contacts: 'Navn og kontaktoplysninger',
      employments: 'Stilling, timer og første dag',
      added: 'Nye enheder',
      changed: 'Enheder, der ændres',
      bad: 'Linjer med fejl',
      warnings: 'Værd at se på',
    },
    unchanged: 'Uændrede linjer',
    entry: { name: 'Navn', number: 'Nr.', what: 'Hvad der sker' },
    row: { line: 'Linje', number: 'Nr.', column: 'Kolonne', value: 'I filen står', reason: 'Hvorfor' },
    seeAll: (count) => `Se alle ${count}`,
    result: {
      title: 'Filen er taget i brug',
      done: (on, by) => (by === null ? `Gjort ${on}.` : `Gjort ${on} af ${by}.`),
      see: 'Se medarbejderne',
      leftOut: (count) => (count === 1 ? 'Én linje blev udeladt' : `${count} linjer blev udeladt`),
      leftOutHint: 'Ret dem i filen, og indlæs den igen: kun de rettede linjer ændrer så noget.',
      lines: (lines) => `Linje ${lines}`,
    },
  },
  en: {
    title: 'Import a file',
    lead: 'Take the file from the payroll system. You see what it changes before anything is saved.',
    choose: 'Choose the file',
    file: 'File',
    fileHint: 'CSV or XLSX, at most 20 MB. We find out about character set and separators ourselves.',
    kind: 'What is in the file?',
    kinds: { people: 'Employees', units: 'Units' },
    kindHints: {
      people: 'Employments with unit, leader, first and last day, and leave.',
      units: 'Schools, departments and teams, and what they belong to. Import them before the employees.',
    },
    show: 'Show what the file changes',
    columns: 'Which columns can the file have?',
    columnsLead:
      'Their order does not matter, and the headers may be in Danish too. A column that is missing changes nothing. The type of a leave is never read.',
    columnsOf: { people: 'Employees', units: 'Units' },
    earlier: 'Imported before',
    noneEarlier: 'No file has been imported yet.',
    table: { file: 'File', when: 'Put to use', by: 'By', changes: 'Changes', leftOut: 'Lines left out' },
    noChange: 'None',
    back: 'Import a file',
    preview: {
      title: 'See what the file changes',
      from: (day) => `Moves and leader changes take effect on ${day}.`,
      nothing: 'The file changes nothing',
      nothingHint: 'Everything in it is here already.',
      nothingUsable: 'Nothing in the file can be put to use',
      ready: (count) => (count === 1 ? 'One change is ready' : `${count} changes are ready`),
      readyHint: 'Nothing is saved yet. When you put the file to use, running rounds follow at once.',
      newAddresses: (count, days) =>
        `${count === 1 ? 'One mail address is changed' : `${count} mail addresses are changed`}. Whoever it concerns is told at both the old and the new one, is signed out, and cannot sign in by the new one for the first ${days} days. If they are many, choose a time when no due date is near.`,
      hasBad: (count) => (count === 1 ? 'One line has errors' : `${count} lines have errors`),
      correctBad: 'Correct the errors in the file and import it again.',
      orLeaveOut: 'You can also leave lines with errors out. Then they change nothing.',
      leaveOut: (count) => (count === 1 ? 'Leave this line out' : `Leave these ${count} lines out`),
      use: 'Put the file to use',
      again: 'The information has changed meanwhile',
      againHint:
        'Somebody has imported or changed something since you saw the overview. Look at it again first.',
      seeAgain: 'See the overview again',
      another: 'Import another file',
    },
    means: {
      title: 'What the file means',
      validFrom: 'Valid from',
      validFromHint: 'Moves and leader changes happen on this day.',
      complete: 'Is the file complete for a unit?',
      completeHint:
        'Choose a unit if everybody in it and below it is in the file. Then you see who is missing.',
      notComplete: 'No. That somebody is missing from the file means nothing',
      absent: (count, unit) =>
        count === 1 ? `One from ${unit} is not in the file` : `${count} from ${unit} are not in the file`,
      absentHint:
        'Tick those who have left, and show the overview again: the ticks count only then. The others are not changed.',
      noneAbsent: (unit) => `Everybody from ${unit} is in the file.`,
      absentLine: (name, number, lastDay) => `${name} (${number}), last day ${lastDay}`,
      tooManyAbsent: (count) =>
        `${count} more ${count === 1 ? 'is' : 'are'} missing. So many do not usually leave at once: is it the right file?`,
      showAgain: 'Show the overview with these answers',
    },
    lists: {
      joiners: 'New employees',
      leavers: 'Leaving',
      returns: 'Staying after all, or coming back',
      leaderChanges: 'Getting another leader',
      unitMoves: 'Moving to another unit',
      leaves: 'Leave',
      contacts: 'Names and contact details',
      employments: 'Titles, hours and first days',
      added: 'New units',
      changed: 'Units that change',
      bad: 'Lines with errors',
      warnings: 'Worth a look',
    },
    unchanged: 'Unchanged lines',
    entry: { name: 'Name', number: 'No.', what: 'What happens' },
    row: { line: 'Line', number: 'No.', column: 'Column', value: 'In the file', reason: 'Why' },
    seeAll: (count) => `See all ${count}`,
    result: {
      title: 'The file is in use',
      done: (on, by) => (by === null ? `Done ${on}.` : `Done ${on} by ${by}.`),
      see: 'See the employees',
      leftOut: (count) => (count === 1 ? 'One line was left out' : `${count} lines were left out`),
      leftOutHint:
        'Correct them in the file and import it again: only the corrected lines then change anything.',
      lines: (lines) => `Line ${lines}`,
    },
  },
}
