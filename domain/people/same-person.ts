import type { Day } from '../calendar/day.ts'

/** What tells whether two records are of one human. */
export interface Identifying {
  readonly email: string | null
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: Day | null
}

/** Name and birth date, which with a mail address make one person (R13.1); null without a birth date. */
export function identityOf(who: Omit<Identifying, 'email'>): string | null {
  if (who.birthDate === null) return null
  return `${`${who.givenName} ${who.familyName}`.toLocaleLowerCase('da')} ${who.birthDate}`
}

/** Whether address, name and birth date are all known and equal: less proves nothing (R13.1). */
export function isSamePerson(a: Identifying, b: Identifying): boolean {
  const identity = identityOf(a)
  return identity !== null && identity === identityOf(b) && a.email !== null && a.email === b.email
}
