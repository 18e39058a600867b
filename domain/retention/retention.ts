/** What is deleted by age; HR chooses the months (R15.2). */
export const retentionKinds = ['preparation', 'plan', 'nudges', 'mails', 'accesses', 'people'] as const
export type RetentionKind = (typeof retentionKinds)[number]

export type RetentionMonths = Readonly<Record<RetentionKind, number>>

/** Short for what served one talk, longer for what people have agreed. */
export const defaultMonths: RetentionMonths = {
  preparation: 3,
  plan: 36,
  nudges: 12,
  mails: 12,
  accesses: 24,
  people: 12,
}

interface Bounds {
  readonly least: number
  readonly most: number
}

/** What HR may choose: a plan is "since last" in the next year's talk, and its status talks last for most of a year. */
export const monthBounds: Readonly<Record<RetentionKind, Bounds>> = {
  preparation: { least: 1, most: 24 },
  plan: { least: 18, most: 120 },
  nudges: { least: 1, most: 60 },
  mails: { least: 6, most: 60 },
  accesses: { least: 12, most: 60 },
  people: { least: 3, most: 120 },
}

/** Whether HR may choose so many months. */
export function isWithinBounds(kind: RetentionKind, months: number): boolean {
  const { least, most } = monthBounds[kind]
  return Number.isInteger(months) && months >= least && months <= most
}

/** Of everything that a night deletes, and what an erasure does, as the receipts name it. */
export const deletedKinds = [
  ...retentionKinds,
  'previews',
  'texts',
  'times',
  'roles',
  'sign-in',
  'files',
  'workflow-runs',
] as const
export type DeletedKind = (typeof deletedKinds)[number]

/** Why a person cannot be erased now. */
export const erasureRefusals = [
  'still-employed',
  'legal-hold',
  'talks-held',
  'filing-open',
  'already-erased',
] as const
export type ErasureRefusal = (typeof erasureRefusals)[number]

/** How a person stands on the day somebody wants them erased. */
export interface ErasureStanding {
  readonly isEmployed: boolean
  readonly isHeld: boolean
  /** Somebody else is, who has part in their talks, or in whose they have. */
  readonly isHeldByOthers: boolean
  /** Plans that were agreed and have not reached the personnel file. */
  readonly openFilings: number
  readonly isErased: boolean
}

/**
 * An employer still needs what it has about those who work there, and the next file of people would bring them back; an
 * agreed plan reaches the personnel file first (R8.3); a legal hold stops everything.
 */
export function erasureRefusal(standing: ErasureStanding): ErasureRefusal | null {
  if (standing.isErased) return 'already-erased'
  if (standing.isHeld) return 'legal-hold'
  if (standing.isHeldByOthers) return 'talks-held'
  if (standing.isEmployed) return 'still-employed'
  return standing.openFilings > 0 ? 'filing-open' : null
}
