import type { Language } from '../language.ts'
import type { RetentionMonths } from '../retention/retention.ts'
import { dataKindNames, dataKinds } from './data-kinds.ts'
import { inventoriedColumns } from './inventory.ts'
import { kindTexts } from './kind-texts.ts'
import { inventoryTerms } from './terms.ts'

/** One kind of data as the record of processing lists it. */
export interface ProcessingLine {
  readonly what: string
  readonly why: string
  readonly basis: string
  readonly readers: readonly string[]
  readonly kept: string
  /** Whether it tells something about a person. */
  readonly isPersonal: boolean
  /** 'table.column' of each column that holds it. */
  readonly columns: readonly string[]
}

/** The inventory in words, for the record of processing (GDPR art. 30) and the notice to people (art. 13). */
export function processingLines(language: Language, months: RetentionMonths): ProcessingLine[] {
  const terms = inventoryTerms[language]
  const columns = Map.groupBy(inventoriedColumns(), ({ kind }) => kind)
  return dataKindNames.map((name) => {
    const kind = dataKinds[name]
    return {
      ...kindTexts[language][name],
      basis: terms.basis[kind.basis],
      readers: kind.readers.map((reader) => terms.readers[reader]),
      kept: terms.kept[kind.kept](months),
      isPersonal: kind.isPersonal,
      columns: (columns.get(name) ?? []).map(({ column }) => column),
    }
  })
}
