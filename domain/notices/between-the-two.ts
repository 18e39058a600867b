import type { NoticeKind } from '../talk/effects.ts'

/** What one of the two tells the other of how they are doing with each other: HR is not told of it (R4.4, R15.1). */
export const betweenTheTwo: readonly NoticeKind[] = [
  'talk-offered',
  'offer-answered',
  'form-does-not-fit',
  'other-time-asked',
  'action-reported',
  'plan-returned',
]
