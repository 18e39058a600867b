import { type Day, parseDay } from '../../domain/calendar/day.ts'
import type { SetupGrant } from '../../db/setup-grants.ts'
import { grantedRoles } from '../../domain/permissions.ts'

/** Reads what stands behind `--number`, `--role`, `--unit`, `--from` and `--to`; from today unless said. */
export function readGrantWish(
  given: Readonly<Record<string, string | undefined>>,
  today: Day,
): { wish: SetupGrant } | { complaints: string[] } {
  const complaints: string[] = []
  const read = <T>(
    name: string,
    parse: (text: string) => T | null,
    expected: string,
    otherwise?: T,
  ): T | null => {
    const text = given[name]?.trim() ?? ''
    if (text === '' && otherwise !== undefined) return otherwise
    const value = text === '' ? null : parse(text)
    if (value !== null) return value
    complaints.push(`--${name} is ${text === '' ? 'missing' : `'${text}'`}: expected ${expected}`)
    return null
  }
  const aRole = (text: string) => grantedRoles.find((role) => role === text) ?? null
  const number = read('number', (text) => text, 'an employee number such as 41003')
  const role = read('role', aRole, `one of ${grantedRoles.join(', ')}`)
  const unit = read('unit', (text) => text, 'the number of a unit such as 5000')
  const from = read('from', parseDay, 'a date such as 2027-01-01', today)
  const to = read<Day | null>('to', parseDay, 'a date such as 2027-12-31', null)
  if (from !== null && to !== null && to < from)
    complaints.push(`--to is '${to}': expected a day that is not before --from, ${from}`)
  if (number === null || role === null || unit === null || from === null || complaints.length > 0)
    return { complaints }
  return { wish: { number, role, unit, from, to } }
}
