/** Why an import is not committed; nothing has been written. */
export const importRefusals = [
  /** No such import, or its file is no longer kept. */
  'import-unknown',
  'import-committed',
  /** The file has bad rows, and HR has not ticked "leave these rows out" (R13.1). */
  'import-has-bad-rows',
  /** "Valid from" is over. */
  'import-outdated',
  /** What the file changes is no longer what HR was shown: somebody or something was faster. */
  'import-changed',
] as const
export type ImportRefusal = (typeof importRefusals)[number]
