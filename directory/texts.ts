import type { Language } from '../domain/language.ts'
import type { ImportRefusal } from '../domain/people/import.ts'
import { fieldName } from './columns.ts'
import type { DirectoryFileError, FileErrorCode } from './file-error.ts'
import type { Problem, RowProblemCode, WarningCode } from './problems.ts'

type Sentence = Readonly<Record<Language, string>>

/** {value} is what stands in the file, {other} what it clashes with. */
const SENTENCES: Readonly<Record<RowProblemCode | WarningCode, Sentence>> = {
  'wrong-cell-count': {
    da: 'Linjen har {value} felter, og det passer ikke med overskrifterne. Måske står et skilletegn inde i en tekst.',
    en: 'The line has {value} fields, which does not fit the headers. There may be a separator inside a text.',
  },
  'missing-value': { da: 'Feltet skal udfyldes.', en: 'The field must be filled in.' },
  'empty-name': { da: 'Navnet mangler.', en: 'The name is missing.' },
  'too-long': { da: '»{value}« er for lang.', en: '“{value}” is too long.' },
  'line-break': {
    da: '»{value}« indeholder et linjeskift (vist som ¶). Teksten skal stå på én linje.',
    en: '“{value}” contains a line break (shown as ¶). The text must be on one line.',
  },
  'control-character': {
    da: '»{value}« indeholder et usynligt styretegn (vist som �).',
    en: '“{value}” contains an invisible control character (shown as �).',
  },
  formula: {
    da: '»{value}« begynder som en formel. Værdien må ikke begynde med =, +, - eller @.',
    en: '“{value}” begins like a formula. The value must not begin with =, +, - or @.',
  },
  'invalid-character': {
    da: '»{value}« indeholder et tegn, som ikke må stå her.',
    en: '“{value}” contains a character that is not allowed here.',
  },
  'invalid-number': {
    da: '»{value}« er ikke et gyldigt nummer. Brug bogstaver, tal, punktum, bindestreg og skråstreg, højst 40 tegn.',
    en: '“{value}” is not a valid number. Use letters, digits, full stop, hyphen and slash, at most 40 characters.',
  },
  'invalid-mail': { da: '»{value}« er ikke en mailadresse.', en: '“{value}” is not a mail address.' },
  'invalid-phone': { da: '»{value}« er ikke et telefonnummer.', en: '“{value}” is not a telephone number.' },
  'bad-date': {
    da: '»{value}« er ikke en dato. Skriv den som 01.04.2010, 01-04-2010 eller 2010-04-01.',
    en: '“{value}” is not a date. Write it as 01.04.2010, 01-04-2010 or 2010-04-01 (day before month).',
  },
  'bad-hours': {
    da: '»{value}« er ikke et antal timer om ugen. Skriv for eksempel 37 eller 29,6.',
    en: '“{value}” is not a number of hours a week. Write for example 37 or 29.6.',
  },
  'unknown-language': {
    da: '»{value}« er ikke et sprog, vi har. Skriv da eller en.',
    en: '“{value}” is not a language we have. Write da or en.',
  },
  'last-day-before-first-day': {
    da: 'Sidste dag ({value}) ligger før første dag.',
    en: 'The last day ({value}) is before the first day.',
  },
  'born-after-first-day': {
    da: 'Fødselsdatoen ({value}) ligger ikke før første dag.',
    en: 'The date of birth ({value}) is not before the first day.',
  },
  'leave-without-first-day': {
    da: 'Orloven har en sidste dag ({value}), men ingen første dag.',
    en: 'The leave has a last day ({value}) but no first day.',
  },
  'leave-ends-before-it-begins': {
    da: 'Orloven slutter ({value}), før den begynder.',
    en: 'The leave ends ({value}) before it begins.',
  },
  'duplicate-number': {
    da: 'Nummeret »{value}« står også på linje {other}.',
    en: 'The number “{value}” is also on line {other}.',
  },
  'duplicate-mail': {
    da: 'Mailadressen »{value}« bruges også af medarbejder {other}, som ikke er samme person (navn og fødselsdato skal være ens).',
    en: 'The mail address “{value}” is also used by employee {other}, who is not the same person (name and date of birth must be equal).',
  },
  'unknown-unit': { da: 'Enheden »{value}« findes ikke.', en: 'The unit “{value}” does not exist.' },
  'unknown-leader': {
    da: 'Lederen »{value}« findes hverken i filen eller i forvejen.',
    en: 'The leader “{value}” is neither in the file nor known already.',
  },
  'self-leader': {
    da: 'Medarbejder »{value}« står som sin egen leder.',
    en: 'Employee “{value}” is given as their own leader.',
  },
  'leader-cycle': {
    da: 'Med »{value}« som leder går ledelsesvejen i ring.',
    en: 'With “{value}” as leader the line of leaders runs in a circle.',
  },
  'unknown-parent': {
    da: 'Den overordnede enhed »{value}« findes ikke.',
    en: 'The parent unit “{value}” does not exist.',
  },
  'self-parent': {
    da: 'Enheden »{value}« står som sin egen overordnede enhed.',
    en: 'The unit “{value}” is given as its own parent.',
  },
  'parent-cycle': {
    da: 'Med »{value}« som overordnet går enhederne i ring.',
    en: 'With “{value}” as parent the units run in a circle.',
  },
  'no-mail': {
    da: 'Medarbejder {other} har ingen mailadresse. Lederen får vedkommendes breve til udskrift.',
    en: 'Employee {other} has no mail address. The leader gets their letters to print.',
  },
  'leader-left-out': {
    da: 'Linjen med lederen »{value}« har fejl. Udelades den, beholder medarbejderen sin nuværende leder, hvis der er en.',
    en: 'The line of the leader “{value}” has errors. If it is left out, the employee keeps the present leader, if any.',
  },
  'leader-names-itself': {
    da: 'Med »{value}« ville du selv blive leder eller træde i stedet for lederen. Lederen bliver ikke ændret; bed en kollega i HR om at gøre det.',
    en: 'With “{value}” you would become the leader or act for the leader. The leader is not changed; ask a colleague in HR to do it.',
  },
  'leader-has-left': {
    da: 'Lederen »{value}« har sidste dag {other} og er fratrådt, når ændringen gælder.',
    en: 'The leader “{value}” has {other} as last day and will have left when the change takes effect.',
  },
  'person-differs': {
    da: '»{value}« passer ikke med personens anden ansættelse, {other}. Oplysningerne fra {other} gælder.',
    en: '“{value}” does not fit the person’s other employment, {other}. What {other} says is used.',
  },
  'may-be-one-person': {
    da: 'Medarbejderen har samme mailadresse (»{value}«), navn og fødselsdato som medarbejder {other}. Er det samme person?',
    en: 'The employee has the same mail address (“{value}”), name and date of birth as employee {other}. Is it one person?',
  },
  'unknown-column': {
    da: 'Kolonnen »{value}« kendes ikke og bliver ikke læst.',
    en: 'The column “{value}” is not known and is not read.',
  },
}

const FILE_SENTENCES: Readonly<Record<FileErrorCode, Sentence>> = {
  'file-too-large': { da: 'Filen er for stor.', en: 'The file is too large.' },
  'too-many-rows': {
    da: 'Filen har for mange linjer ({value}). Der må højst være {limit}.',
    en: 'The file has too many lines ({value}). There may be at most {limit}.',
  },
  'file-empty': { da: 'Filen er tom.', en: 'The file is empty.' },
  'unreadable-file': {
    da: 'Filen kan ikke læses. Gem den som CSV eller XLSX, og prøv igen.',
    en: 'The file cannot be read. Save it as CSV or XLSX and try again.',
  },
  'quote-not-closed': {
    da: 'Et anførselstegn, der begynder på linje {line}, bliver aldrig lukket.',
    en: 'A quotation mark that opens on line {line} is never closed.',
  },
  'missing-column': {
    da: 'Kolonnen »{column}« mangler i overskriften på linje {line}.',
    en: 'The column “{column}” is missing from the header on line {line}.',
  },
  'repeated-column': {
    da: 'Kolonnen »{column}« står to gange i overskriften på linje {line}.',
    en: 'The column “{column}” is there twice in the header on line {line}.',
  },
}

const REFUSAL_SENTENCES: Readonly<Record<ImportRefusal, Sentence>> = {
  'import-unknown': {
    da: 'Der vises kun én oversigt ad gangen: den over den fil, du indlæste sidst. Intet fra den ældre fil er taget i brug. Vil du bruge den, så indlæs den igen.',
    en: 'Only one overview is shown at a time: that of the file you uploaded last. Nothing of the older file was put to use. If you want to use it, upload it again.',
  },
  'import-committed': { da: 'Filen er allerede taget i brug.', en: 'The file has already been put to use.' },
  'import-has-bad-rows': {
    da: 'Filen har linjer med fejl. Ret dem, eller sæt kryds ved »Udelad disse linjer«.',
    en: 'The file has lines with errors. Correct them, or tick “Leave these lines out”.',
  },
  'import-outdated': {
    da: 'Datoen »Gælder fra« er overskredet. Vælg en ny dato.',
    en: 'The date “Valid from” is over. Choose a new date.',
  },
  'import-changed': {
    da: 'Oplysningerne er ændret, siden du så oversigten. Se den igen, før du tager filen i brug.',
    en: 'The information has changed since you saw the overview. Look at it again before you put the file to use.',
  },
}

/** Why an import is not committed, as a sentence. */
export function importRefusalText(refusal: ImportRefusal, language: Language): string {
  return REFUSAL_SENTENCES[refusal][language]
}

/** 'Linje 11, E-mail: »ikke-en-adresse« er ikke en mailadresse.' */
export function problemText(problem: Problem<RowProblemCode | WarningCode>, language: Language): string {
  const { line, field } = problem
  const place = [`${language === 'da' ? 'Linje' : 'Line'} ${line}`]
  if (field !== null) place.push(fieldName(field, language))
  return `${place.join(', ')}: ${problemReason(problem, language)}`
}

/** The sentence alone, where line and column stand beside it: '»ikke-en-adresse« er ikke en mailadresse.' */
export function problemReason(
  { code, value, other = '' }: Problem<RowProblemCode | WarningCode>,
  language: Language,
): string {
  return fill(SENTENCES[code][language], { value, other })
}

/** Why a file as a whole cannot be read, as a sentence. */
export function fileErrorText({ code, detail }: DirectoryFileError, language: Language): string {
  const { field, ...rest } = detail
  const column = field === undefined ? {} : { column: fieldName(field, language) }
  return fill(FILE_SENTENCES[code][language], { ...rest, ...column })
}

/** One pass, so that a value that looks like a placeholder stays what it is. */
function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
