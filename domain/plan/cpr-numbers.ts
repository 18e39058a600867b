/**
 * Danish personal identification numbers: a valid date, then four digits. Written the usual way, with a hyphen, a space
 * or nothing between, they need no check digit that fits, because numbers given since 2007 may have none. A date with
 * dots, blanks or a full year is often only a date, and the digits after it an hour or a postal code: they belong to it
 * where they hang on by a hyphen or in the way its own parts do, or where the check digit fits.
 */
export function cprNumbers(text: string): string[] {
  const usual = [...text.matchAll(USUAL)].filter(([, ...parts]) => isDateOf(parts))
  const apart = [...text.matchAll(APART)]
    .filter(({ groups }) => isDateOf(partsOf(groups)))
    .filter(({ groups }) => isOneNumber(groups) || hasCheckDigit(partsOf(groups)))
  return [...new Set([...usual, ...apart].sort((a, b) => a.index - b.index).map(([number]) => number))]
}

const USUAL = /(?<![\d-])(\d{2})(\d{2})(\d{2})[ \u00a0]?[-–—/]?[ \u00a0]?(\d{4})(?![\d-])/g
const APART =
  /(?<!\d)(?<day>\d{2})(?<joint>[ \u00a0./-]{1,2})(?<month>\d{2})[ \u00a0./-]{1,2}(?<century>19|20)?(?<year>\d{2})(?<last>[ \u00a0./–-]{0,3})(?<serial>\d{4})(?!\d)/g

type Groups = Readonly<Record<string, string>> | undefined

function partsOf(groups: Groups): Parts {
  return [groups?.day ?? '', groups?.month ?? '', groups?.year ?? '', groups?.serial ?? '']
}

/** '01.01.80-1234' and '01 01 80 1234'; a full year before a hyphen may as well begin a span of years. */
function isOneNumber(groups: Groups): boolean {
  if (groups?.century !== undefined) return false
  return groups?.last === groups?.joint || /^[-–]$/.test(groups?.last ?? '')
}

type Parts = readonly string[]

function isDateOf([day, month, year, serial]: Parts): boolean {
  const written = Number(day)
  // Somebody without a number of their own yet gets one with 60 added to the day.
  const date = written > 60 ? written - 60 : written
  return isDate(date, Number(month), fullYear(Number(year), Number(serial?.charAt(0))))
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

function hasCheckDigit([day = '', month = '', year = '', serial = '']: Parts): boolean {
  const digits = [...day, ...month, ...year, ...serial].map(Number)
  return digits.reduce((sum, digit, place) => sum + digit * (WEIGHTS[place] ?? 0), 0) % 11 === 0
}
