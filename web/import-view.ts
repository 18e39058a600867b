import type { Day, Instant } from '../domain/calendar/day.ts'

/** An import as HR sees it: its preview until it is put to use, then what it came to (R13.1). */
export interface ImportRun {
  readonly id: string
  readonly fileName: string
  readonly validFrom: Day
  readonly byName: string | null
  readonly createdAt: Instant
  readonly committedAt: Instant | null
}

interface Named {
  readonly number: string
  readonly name: string
}

/** What stands against a row, or is worth a look. */
export interface RowRemark {
  readonly line: number
  readonly column: string | null
  readonly value: string
  readonly reason: string
}

interface Checked {
  readonly bad: readonly {
    readonly line: number
    readonly number: string | null
    readonly problems: readonly RowRemark[]
  }[]
  readonly warnings: readonly RowRemark[]
  /** Rows that change nothing. */
  readonly unchanged: number
}

/** From and to are numbers: of leaders, or of units. */
export interface ShownMove extends Named {
  readonly from: string | null
  readonly to: string | null
  readonly on: Day
  readonly withdrawn: readonly Day[]
}

export interface ShownEdit extends Named {
  readonly edits: readonly {
    readonly field: string
    readonly column: string
    readonly before: string
    readonly after: string
  }[]
}

export interface ShownLeave extends Named {
  readonly change: 'new' | 'changed' | 'ended' | 'removed'
  readonly from: Day
  readonly to: Day | null
  readonly before: { readonly from: Day; readonly to: Day | null } | null
}

export interface ShownJoiner extends Named {
  readonly unit: string
  readonly leader: string | null
  readonly employedFrom: Day
  readonly secondTo: string | null
}

export interface ShownReturn extends Named {
  readonly kind: 'withdrawn' | 'back'
  readonly lastDayBefore: Day
  readonly lastDay: Day | null
}

export interface PeoplePreviewView extends Checked {
  readonly kind: 'people'
  readonly names: {
    readonly employees: Readonly<Record<string, string>>
    readonly units: Readonly<Record<string, string>>
  }
  readonly completeFor: string | null
  readonly joiners: readonly ShownJoiner[]
  readonly leavers: readonly (Named & { readonly lastDay: Day; readonly before: Day | null })[]
  readonly returns: readonly ShownReturn[]
  readonly leaderChanges: readonly ShownMove[]
  readonly unitMoves: readonly ShownMove[]
  readonly leaves: readonly ShownLeave[]
  readonly contacts: readonly ShownEdit[]
  readonly employments: readonly ShownEdit[]
  readonly absent: readonly (Named & {
    readonly unit: string
    readonly lastDay: Day
    readonly confirmed: boolean
  })[]
}

export interface ShownUnit extends Named {
  readonly parent: string | null
  readonly tr: string
}

export interface UnitsPreviewView extends Checked {
  readonly kind: 'units'
  readonly added: readonly ShownUnit[]
  readonly changed: readonly { readonly before: ShownUnit; readonly after: ShownUnit }[]
}

export type PreviewView = PeoplePreviewView | UnitsPreviewView

/** The lists of a preview that are changes, in the order HR reads them. */
export const changeLists = [
  'joiners',
  'leavers',
  'returns',
  'leaderChanges',
  'unitMoves',
  'leaves',
  'contacts',
  'employments',
  'added',
  'changed',
] as const
export type ChangeList = (typeof changeLists)[number]

/** What beside the changes may be too long for the page itself. */
export const remarkLists = ['bad', 'warnings'] as const
export type ImportList = ChangeList | (typeof remarkLists)[number]

/** How many entries of each list a preview or a summary has. */
export type ImportCounts = Readonly<Record<string, number>>

export function countsOf(preview: PreviewView): ImportCounts {
  const lists = Object.entries(preview).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  )
  return {
    ...Object.fromEntries(lists.map(([name, list]) => [name, list.length])),
    unchanged: preview.unchanged,
  }
}

/** How many people get another mail address, which lets nobody in for some days. */
export function newAddressesIn(preview: PreviewView): number {
  if (preview.kind === 'units') return 0
  return preview.contacts.filter(({ edits }) =>
    edits.some(({ field, before, after }) => field === 'email' && before !== '' && after !== ''),
  ).length
}

export function changesIn(counts: ImportCounts): number {
  return changeLists.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
}
