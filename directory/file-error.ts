import type { Field } from './fields.ts'

export const fileErrorCodes = [
  'file-too-large',
  'too-many-rows',
  'file-empty',
  'unreadable-file',
  'quote-not-closed',
  'missing-column',
  'repeated-column',
] as const

export type FileErrorCode = (typeof fileErrorCodes)[number]

/** Where a file fails and what was expected; which entries are set depends on the code. */
export type FileErrorDetail = {
  line?: number
  field?: Field
  value?: number
  limit?: number
}

/** The file as a whole cannot be used; no row of it was read. `directory/texts.ts` has the sentence for people. */
export class DirectoryFileError extends Error {
  readonly code: FileErrorCode
  readonly detail: FileErrorDetail

  constructor(code: FileErrorCode, detail: FileErrorDetail) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.name = 'DirectoryFileError'
    this.code = code
    this.detail = detail
  }
}
