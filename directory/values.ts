import type { Day } from '../domain/calendar/day.ts'
import { parseDay } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { RowProblemCode } from './problems.ts'

/** A cell as a value, or why it is none. A blank cell is null. */
export type Read<T> = { value: T | null } | { code: RowProblemCode }

export type Reader<T> = (cell: string) => Read<T>

/** Words for people: letters, digits and ordinary punctuation on one line. */
export function readText(cell: string): Read<string> {
  if (PLAIN.test(cell)) return { value: cell }
  const code = foulPlay(cell)
  if (code !== null) return { code }
  const value = tidy(cell)
  return { value: value === '' ? null : value }
}

/** A name as it may stand in a mail header: no brackets, quotes, at signs or colons. */
export function readName(cell: string): Read<string> {
  const read = readText(cell)
  if ('code' in read || read.value === null) return read
  return /^[\p{L}\p{M}\p{N}\p{Zs}.,'’`´()/&-]+$/u.test(read.value) ? read : { code: 'invalid-character' }
}

/** An employee or unit number: '41001', '5110-1'. */
export function readNumber(cell: string): Read<string> {
  const read = readText(cell)
  if ('code' in read || read.value === null) return read
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(read.value) ? read : { code: 'invalid-number' }
}

/** A mail address in lower case (R13.1: compared without case). */
export function readMail(cell: string): Read<string> {
  const read = readText(cell)
  if ('code' in read || read.value === null) return read
  const value = read.value.toLowerCase()
  return value.length <= 254 && MAIL.test(value) ? { value } : { code: 'invalid-mail' }
}

const MAIL =
  /^[\p{L}\p{N}!#$%&'*/=?^_`{|}~+-]+(?:\.[\p{L}\p{N}!#$%&'*/=?^_`{|}~+-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u

/** A telephone number; the one value that may begin with a plus. */
export function readPhone(cell: string): Read<string> {
  const bare = tidy(cell)
  const read = readText(bare.startsWith('+') ? bare.slice(1) : bare)
  if ('code' in read || read.value === null) return read
  return /^\+?[0-9][0-9 ()./-]{2,29}$/.test(bare) ? { value: bare } : { code: 'invalid-phone' }
}

/** 1.4.2010, 01-02-1999 or 2010-04-01. */
export function readDay(cell: string): Read<Day> {
  const text = tidy(cell)
  if (text === '') return { value: null }
  const danish = /^(\d{1,2})([.-])(\d{1,2})\2(\d{4})$/.exec(text)
  const iso = danish
    ? `${danish[4]}-${danish[3]?.padStart(2, '0')}-${danish[1]?.padStart(2, '0')}`
    : text.slice(0, 10)
  if (!danish && text.length !== 10) return { code: 'bad-date' }
  const value = parseDay(iso)
  return value !== null && value >= '1900-01-01' && value < '2200-01-01' ? { value } : { code: 'bad-date' }
}

const HOURS_IN_A_WEEK = 168

/** Hours a week, to the hundredth as they are stored: '37', '37,0' and '37.00' are one value. */
export function readHours(cell: string): Read<number> {
  const text = tidy(cell)
  if (text === '') return { value: null }
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(text)) return { code: 'bad-hours' }
  const value = Number(text.replace(',', '.'))
  return value <= HOURS_IN_A_WEEK ? { value } : { code: 'bad-hours' }
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  da: 'da',
  'da-dk': 'da',
  dk: 'da',
  dansk: 'da',
  danish: 'da',
  en: 'en',
  'en-gb': 'en',
  'en-us': 'en',
  engelsk: 'en',
  english: 'en',
}

/** Danish or English; blank is null. */
export function readLanguage(cell: string): Read<Language> {
  const read = readText(cell)
  if ('code' in read) return read
  if (read.value === null) return { value: null }
  const value = LANGUAGES[read.value.toLowerCase()]
  return value === undefined ? { code: 'unknown-language' } : { value }
}

/** What most cells hold: harmless, tidy, and in the one form of each letter. Nothing else is to be looked for in it. */
const PLAIN = /^[0-9A-Za-zÆØÅæøå](?: ?[0-9A-Za-zÆØÅæøå.,/@_-])*$/

/** What makes a text dangerous in a mail header, on a page or in a spreadsheet that is made from it later. */
function foulPlay(cell: string): RowProblemCode | null {
  if (/[\r\n\u2028\u2029\u0085]/.test(cell)) return 'line-break'
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(cell)) return 'control-character'
  if (/^[\p{Zs}]*[=+@-]/u.test(cell)) return 'formula'
  // U+FFFD stands for bytes that were lost before the file reached us; Cf and Co have no shape to read.
  return /[\ufffd\p{Cf}\p{Co}\p{Cs}]/u.test(cell.replace(/\u00ad/g, '')) ? 'invalid-character' : null
}

/** One form of each letter, single blanks, none at the ends (but tabs and line ends stay: they are no blanks). */
function tidy(cell: string): string {
  if (PLAIN.test(cell)) return cell
  return cell
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '')
}
