/** The kinds of talk a round can be about (R12). */
export const roundKinds = ['mus', 'lus', 'senior', 'leader-talent', 'feedback-mus'] as const
export type RoundKind = (typeof roundKinds)[number]
