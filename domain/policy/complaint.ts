import type { Language } from '../language.ts'

/** One thing wrong with a document somebody wrote: where, what stood there, and what is expected. */
export interface Complaint {
  /** '' = the whole document, else the path of the field, such as 'sendWindow.singleFrom' or 'ladders.invite.steps.0.offset'. */
  field: string
  /** What stood there; undefined = nothing. */
  value: unknown
  expected: Expected
}

export type Expected =
  | { form: 'date' }
  | { form: 'date-of-year' }
  | { form: 'whole-number'; least: number; most: number }
  | { form: 'yes-or-no' }
  | { form: 'one-of'; options: readonly string[] }
  | { form: 'list'; least: number; most: number }
  | { form: 'fields'; names: readonly string[] }
  | { form: 'nothing' }
  | { form: 'step-name' }
  | { form: 'different-values' }
  | { form: 'rising-offsets' }
  | { form: 'open-days' }
  | { form: 'on-or-after' | 'after' | 'at-most'; field: string; value: string | number }

/**
 * "talksFrom is '2027-02-30': expected a date such as 2027-02-26", in the reader's language. A page may
 * give the field the label it has there.
 */
export function complaintSentence(
  complaint: Complaint,
  language: Language,
  label = complaint.field || 'policy',
): string {
  const { is, isMissing, expected } = frames[language]
  const place =
    complaint.value === undefined ? `${label} ${isMissing}` : `${label} ${is} ${shown(complaint.value)}`
  return `${place}: ${expected} ${expectedIn[language](complaint.expected)}`
}

const frames = {
  da: { is: 'er', isMissing: 'mangler', expected: 'vi forventede' },
  en: { is: 'is', isMissing: 'is missing', expected: 'expected' },
} as const

const expectedIn: Record<Language, (expected: Expected) => string> = {
  da(expected) {
    switch (expected.form) {
      case 'date':
        return 'en dato som 2027-02-26'
      case 'date-of-year':
        return 'en måned og dag som 12-24'
      case 'whole-number':
        return `et helt tal fra ${expected.least} til ${expected.most}`
      case 'yes-or-no':
        return 'true eller false'
      case 'one-of':
        return `en af ${expected.options.join(', ')}`
      case 'list':
        return `en liste med ${expected.least} til ${expected.most} værdier`
      case 'fields':
        return `felterne ${expected.names.join(', ')}`
      case 'nothing':
        return 'ingenting, for feltet findes ikke'
      case 'step-name':
        return 'et trin som reminder, overdue eller hr-2'
      case 'different-values':
        return 'at ingen værdi står to gange'
      case 'rising-offsets':
        return 'trin i rækkefølge efter antal arbejdsdage'
      case 'open-days':
        return 'at året har arbejdsdage tilbage'
      case 'on-or-after':
        return `samme dag som ${expected.field} (${expected.value}) eller senere`
      case 'after':
        return `en dag efter ${expected.field} (${expected.value})`
      case 'at-most':
        return `højst ${expected.field} (${expected.value})`
    }
  },
  en(expected) {
    switch (expected.form) {
      case 'date':
        return 'a date such as 2027-02-26'
      case 'date-of-year':
        return 'a month and day such as 12-24'
      case 'whole-number':
        return `a whole number from ${expected.least} to ${expected.most}`
      case 'yes-or-no':
        return 'true or false'
      case 'one-of':
        return `one of ${expected.options.join(', ')}`
      case 'list':
        return `a list of ${expected.least} to ${expected.most} values`
      case 'fields':
        return `the fields ${expected.names.join(', ')}`
      case 'nothing':
        return 'nothing, for there is no such field'
      case 'step-name':
        return 'a step such as reminder, overdue or hr-2'
      case 'different-values':
        return 'no value to stand there twice'
      case 'rising-offsets':
        return 'steps in the order of their working days'
      case 'open-days':
        return 'the year to have working days left'
      case 'on-or-after':
        return `the day of ${expected.field} (${expected.value}) or later`
      case 'after':
        return `a day after ${expected.field} (${expected.value})`
      case 'at-most':
        return `at most ${expected.field} (${expected.value})`
    }
  },
}

/** Long values are cut: a complaint is one sentence. */
const MOST_SHOWN = 60

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value))
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`
}
