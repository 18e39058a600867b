import type { Field } from './fields.ts'

/** Why a row cannot be used. */
export const rowProblemCodes = [
  'wrong-cell-count',
  'missing-value',
  'empty-name',
  'too-long',
  'line-break',
  'control-character',
  'formula',
  'invalid-character',
  'invalid-number',
  'invalid-mail',
  'invalid-phone',
  'bad-date',
  'bad-hours',
  'unknown-language',
  'last-day-before-first-day',
  'born-after-first-day',
  'leave-without-first-day',
  'leave-ends-before-it-begins',
  'duplicate-number',
  'duplicate-mail',
  'unknown-unit',
  'unknown-leader',
  'self-leader',
  'leader-cycle',
  'unknown-parent',
  'self-parent',
  'parent-cycle',
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

/** What HR should look at although the row can be used. */
export const warningCodes = [
  'no-mail',
  'leader-left-out',
  'leader-names-itself',
  'leader-has-left',
  'person-differs',
  'may-be-one-person',
  'unknown-column',
] as const
export type WarningCode = (typeof warningCodes)[number]

/** One thing about one line of a file. `directory/texts.ts` has its sentence. */
export type Problem<Code extends RowProblemCode | WarningCode = RowProblemCode> = {
  line: number
  field: Field | null
  code: Code
  /** As the file has it, made safe to show: cut short, control characters visible. */
  value: string
  /** What the value clashes with: the other line, employee number or unit. */
  other?: string
}
export type Warning = Problem<WarningCode>

/** A row that cannot be used, and everything that is wrong with it. */
export type BadRow = {
  line: number
  /** The employee or unit number, where it can be read. */
  number: string | null
  problems: readonly Problem[]
}

const LONGEST_SHOWN = 80

/** A value for people to read in a sentence: a line break shows as ¶, a long text ends in …. */
export function shown(value: string): string {
  const visible = value
    .replace(/\r\n|\r|\n|\u2028|\u2029/g, '¶')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: making them visible is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/g, '�')
  return visible.length > LONGEST_SHOWN ? `${visible.slice(0, LONGEST_SHOWN)}…` : visible
}
