import type { Directory, DirectoryEmployment } from '../domain/people/directory.ts'
import { type Identifying, identityOf } from '../domain/people/same-person.ts'
import { listed } from './duplicates.ts'
import type { PersonRow } from './people-file.ts'
import type { Problem, Warning } from './problems.ts'
import { shown } from './problems.ts'

/** Who uses a mail address: a row of the file, or somebody stored whom the file does not touch. */
type Claim = {
  row: PersonRow | null
  /** The stored person's id; null for a row of somebody new. */
  person: string | null
  /** Name and birth date, which with the address make one person (R13.1). */
  who: Identifying
  /** The address is this person's already. */
  owns: boolean
}

export type MailCheck = { clashes: ReadonlyMap<PersonRow, Problem>; warnings: readonly Warning[] }

/** Finds addresses that several people would share (R13.1). */
export function checkMails(rows: readonly PersonRow[], directory: Directory): MailCheck {
  const clashes = new Map<PersonRow, Problem>()
  const warnings: Warning[] = []
  const numbersOf = employeeNumbers(directory)
  for (const [mail, claims] of claimsByMail(rows, directory)) {
    const reference = claims.find(({ owns }) => owns) ?? claims[0]
    if (
      reference === undefined ||
      claims.every((claim) => claim.person !== null && claim.person === reference.person)
    ) {
      continue
    }
    const numbers = claims.flatMap(({ row, person }) => (row === null ? numbersOf(person) : [row.number]))
    const problem = <Code extends 'duplicate-mail' | 'may-be-one-person'>(
      { line, number }: PersonRow,
      code: Code,
    ) => ({
      line,
      field: 'email' as const,
      code,
      value: shown(mail),
      other: listed(numbers, number),
    })
    const allOne = claims.every((claim) => isOnePerson(claim, reference))
    for (const claim of claims) {
      if (claim.row === null) continue
      if (reference.owns ? !isOnePerson(claim, reference) : !allOne) {
        clashes.set(claim.row, problem(claim.row, 'duplicate-mail'))
      } else if (claim.person !== null && reference.person !== null && claim.person !== reference.person) {
        warnings.push(problem(claim.row, 'may-be-one-person'))
      }
    }
  }
  return { clashes, warnings }
}

/**
 * Which person the rows are about whose address is not theirs alone: the stored person's id, or a key that rows of one new
 * person share. Asked of rows whose addresses do not clash.
 */
export function peopleByMail(rows: readonly PersonRow[], directory: Directory): Map<string, string> {
  const known = new Map<string, string>()
  for (const claims of claimsByMail(rows, directory).values()) {
    const [first, ...others] = claims
    if (first === undefined || others.length === 0) continue
    const stored = claims.find(({ person }) => person !== null)?.person
    const identity = identityOf(first.who)
    if (identity === null) continue
    for (const { row } of claims)
      if (row !== null) known.set(row.number, stored ?? `${row.email} ${identity}`)
  }
  return known
}

/** Of addresses that are claimed more than once: about the others there is nothing to decide. */
function claimsByMail(rows: readonly PersonRow[], directory: Directory): Map<string, Claim[]> {
  const inFile = new Set(rows.map(({ number }) => directory.employments.get(number)?.person))
  const others = [...directory.people.values()].filter(({ id }) => !inFile.has(id))
  const shared = repeated([...rows, ...others].map(({ email }) => email))
  const claims = new Map<string, Claim[]>()
  if (shared.size === 0) return claims
  const claim = (mail: string | null, made: Claim) => {
    if (mail === null || !shared.has(mail)) return
    const list = claims.get(mail)
    if (list === undefined) claims.set(mail, [made])
    else list.push(made)
  }
  for (const row of rows) {
    const person = directory.employments.get(row.number)?.person ?? null
    const owns = person !== null && directory.people.get(person)?.email === row.email
    claim(row.email, { row, person, who: row, owns })
  }
  for (const person of others) {
    claim(person.email, { row: null, person: person.id, who: person, owns: true })
  }
  return claims
}

function repeated(mails: readonly (string | null)[]): Set<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const mail of mails) {
    if (mail === null) continue
    if (seen.has(mail)) twice.add(mail)
    else seen.add(mail)
  }
  return twice
}

function isOnePerson(a: Claim, b: Claim): boolean {
  if (a === b) return true
  if (a.person !== null && a.person === b.person) return true
  const identity = identityOf(a.who)
  return identity !== null && identity === identityOf(b.who)
}

/** Looks up employee numbers by person; indexes the directory at the first question. */
export function employeeNumbers(directory: Directory): (person: string | null) => readonly string[] {
  let index: Map<string, DirectoryEmployment[]> | undefined
  return (person) => {
    if (person === null) return []
    index ??= Map.groupBy(directory.employments.values(), (employment) => employment.person)
    return index.get(person)?.map(({ number }) => number) ?? []
  }
}
