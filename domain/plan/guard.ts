/** Something in a text that does not belong in a plan or a sheet that is shared (R7.3). It warns, it never blocks. */
export interface GuardWarning {
  readonly kind: 'cpr-number' | 'health' | 'union'
  /** Where it stands, such as 'goals.0.goal'. */
  readonly place: string
  readonly found: string
}

/** Looks through every text of a document, whatever its shape. */
export function guardWarnings(document: unknown): GuardWarning[] {
  return textsOf(document, []).flatMap(({ place, text }) => [
    ...cprNumbers(text).map((found): GuardWarning => ({ kind: 'cpr-number', place, found })),
    ...wordsIn(text, healthStems).map((found): GuardWarning => ({ kind: 'health', place, found })),
    ...wordsIn(text, unionStems).map((found): GuardWarning => ({ kind: 'union', place, found })),
  ])
}

/**
 * Danish personal identification numbers: a valid date, then four digits. The check digit (modulus 11) is not asked
 * for, because numbers given since 2007 need not have one that fits.
 */
export function cprNumbers(text: string): string[] {
  return [...text.matchAll(/(?<!\d)(\d{2})(\d{2})(\d{2})[-– ]?(\d{4})(?!\d)/g)]
    .filter(([, date, month, year, serial]) =>
      isDate(Number(date), Number(month), fullYear(Number(year), Number(serial?.charAt(0)))),
    )
    .map(([number]) => number)
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

function wordsIn(text: string, stems: RegExp): string[] {
  return [...new Set([...text.matchAll(stems)].map(([word]) => word))]
}

/** Beginnings of words; what follows in the word is taken along. */
function stemsOf(stems: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${stems.split(', ').join('|')})[\\p{L}\\d]*`, 'giu')
}

const healthStems = stemsOf(
  'sygdom, sygem, sygepl, sygef, sygesam, diagnos, depressi, angst, stress, kræft, adhd, gravid, fertilitet, ' +
    'medicin, psykiatr, psykolog, misbrug, alkoholis, handicap, blodprop, migræne, sclerose, diabetes, ' +
    'lægeerklæring, helbred, illness, sick leave, pregnan, cancer, medication, disabilit, burnout, anxiety',
)

const unionStems = stemsOf(
  'fagforening, fagforbund, tillidsrepræsentant, tillidsmand, tillidsvalgt, a-kasse, strejke, ' +
    'trade union, labour union, shop steward, union member',
)

function textsOf(value: unknown, path: readonly string[]): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place: path.join('.'), text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
}
