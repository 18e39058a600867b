import { anyOf, has } from './words.ts'

/**
 * Danish personal identification numbers: a valid date, then four digits. A check digit that fits settles it, but numbers
 * given since 2007 may have none. Without it, what is written the usual way (with a hyphen, a space or nothing between)
 * counts unless it is called the number of something else, and what is written with dots, blanks or a full year counts
 * where the last four digits hang on to the date: apart from it they are an hour or a postal code. Ten digits in any other
 * groups count where the check digit fits.
 */
export function cprNumbers(text: string): string[] {
  const found = [
    ...candidates(text, USUAL).filter((number) => hasCheckDigit(number) || isUsual(number)),
    ...candidates(text, APART).filter((number) => hasCheckDigit(number) || hangsTogether(number)),
    ...candidates(text, GROUPED).filter(hasCheckDigit),
  ]
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ written }) => written))]
}

/** Blanks and hyphens as word processors write them, too. */
const BLANK = '[ \\u00a0\\u2009\\u202f]'
const HYPHEN = '\\-\\u2010-\\u2015\\u2212'
const USUAL = new RegExp(
  `(?<!\\d|[\\da-z]-)(?<day>\\d{2})(?<month>\\d{2})(?<year>\\d{2})${BLANK}?(?<last>[${HYPHEN}/.]?)${BLANK}?(?<serial>\\d{4})(?![\\d-])`,
  'gi',
)
const APART = new RegExp(
  `(?<!\\d)(?<day>\\d{2})(?<joint>(?:${BLANK}|[./-]){1,2})(?<month>\\d{2})(?:${BLANK}|[./-]){1,2}(?<century>19|20)?(?<year>\\d{2})` +
    `(?<last>(?:${BLANK}|[./${HYPHEN}]){0,3})(?<serial>\\d{4})(?!\\d)`,
  'g',
)
/** '0707 61 4285'. */
const GROUPED = new RegExp(
  `(?<!\\d${BLANK}?)(?<day>\\d${BLANK}?\\d)${BLANK}?(?<month>\\d${BLANK}?\\d)${BLANK}?(?<year>\\d${BLANK}?\\d)${BLANK}?` +
    `(?<serial>\\d(?:${BLANK}?\\d){3})(?!${BLANK}?\\d)`,
  'g',
)

interface Candidate {
  readonly written: string
  readonly at: number
  /** What stands before it. */
  readonly before: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly serial: string
  readonly century: string | undefined
  /** What stands between the day and the month, and before the last four digits. */
  readonly joint: string | undefined
  readonly last: string | undefined
}

function candidates(text: string, pattern: RegExp): Candidate[] {
  return [...text.matchAll(pattern)]
    .map((match) => {
      const { last, joint, century, ...groups } = match.groups ?? {}
      const [day = '', month = '', year = '', serial = ''] = [
        groups.day,
        groups.month,
        groups.year,
        groups.serial,
      ].map((digits) => digits?.replaceAll(/\D/g, ''))
      const before = text.slice(0, match.index)
      return { written: match[0], at: match.index, before, day, month, year, serial, last, joint, century }
    })
    .filter(isDated)
}

/** '311299.4455' may be a sum of money. */
function isUsual(number: Candidate): boolean {
  return number.last !== '.' && !isCalledOtherwise(number)
}

/** 'Faktura nr. 3112994455': ten digits on end with the name of another number before them. */
function isCalledOtherwise({ written, before }: Candidate): boolean {
  const [, name = ''] = /(\p{L}+)\.?(?:\s+(?:nummer|nr|number|no)\.?)?:?\s*$/iu.exec(before) ?? []
  return /^\d+$/.test(written) && has(name, otherNumber)
}

const otherNumber = anyOf(
  'faktura*, ordre*, booking*, sag, sagen, sags*, kunde*, konto*, projekt*, vare*, bilag*, reference*, telefon*, tlf, ' +
    'mobil*, invoice, order, case, account, customer, phone',
)

/** '01.01.80-1234' and '01 01 80 1234'; a full year and a hyphen may as well begin a span of years. */
function hangsTogether({ century, joint, last = '' }: Candidate): boolean {
  return century === undefined && (last === joint || HANGING.test(last))
}

const HANGING = new RegExp(`^[${HYPHEN}]$`)

function isDated({ day, month, year, serial }: Candidate): boolean {
  const written = Number(day)
  // Somebody without a number of their own yet gets one with 60 added to the day.
  const date = written > 60 ? written - 60 : written
  return isDate(date, Number(month), fullYear(Number(year), Number(serial.charAt(0))))
}

/** The seventh digit tells the century (CPR office: "Personnummeret i CPR"). */
function fullYear(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year
  if (seventh === 4 || seventh === 9) return (year <= 36 ? 2000 : 1900) + year
  return (year <= 57 ? 2000 : 1800) + year
}

function isDate(date: number, month: number, year: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, date))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date
}

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

function hasCheckDigit({ day, month, year, serial }: Candidate): boolean {
  const digits = [...day, ...month, ...year, ...serial].map(Number)
  return digits.reduce((sum, digit, place) => sum + digit * (WEIGHTS[place] ?? 0), 0) % 11 === 0
}
