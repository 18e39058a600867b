import { addDays, type Day } from '../domain/calendar/day.ts'
import type { PeopleChanges } from '../domain/people/changes.ts'
import type { Directory } from '../domain/people/directory.ts'
import { spanOn, unitsBelow } from '../domain/people/directory.ts'
import { checkPeople } from './check-people.ts'
import type { CheckedPeople } from './check-people.ts'
import { createDecision } from './decision.ts'
import type { Decision, DiffOptions } from './decision.ts'
import { decideContacts } from './diff-contacts.ts'
import { decideEmployment, compareEmployment } from './diff-employment.ts'
import { decideLeaders, decideUnits, followMovedFirstDays } from './diff-places.ts'
import type { PeopleFile } from './people-file.ts'
import { planLeave } from './plan-leave.ts'
import type { PeoplePreview } from './preview.ts'

/** What HR is shown, and what is written if HR agrees. */
export type Decided = { preview: PeoplePreview; changes: PeopleChanges }

/**
 * Decides what a people file means for what is stored (R13.1, R13.2). Rows of the preview's `bad` are
 * left out of the changes.
 * @throws RangeError when validFrom is before today
 */
export function decidePeople(file: PeopleFile, directory: Directory, options: DiffOptions): Decided {
  if (options.validFrom < options.today) {
    throw new RangeError(`validFrom is '${options.validFrom}': expected ${options.today} or later`)
  }
  const everybody = checkPeople(file, directory)
  const checked = { ...everybody, rows: withoutStrangersWhoLeft(everybody.rows, directory, options.today) }
  const decision = createDecision(checked, directory, options)
  decideContacts(decision)
  for (const row of checked.rows) {
    decideEmployment(decision, row)
    decideUnits(decision, row)
    decideLeaders(decision, row)
    decideLeaves(decision, row)
  }
  followMovedFirstDays(decision)
  const absent = decideAbsent(decision, checked)
  const { preview, changes } = decision
  return {
    preview: {
      validFrom: options.validFrom,
      completeFor: options.completeFor?.unit ?? null,
      ...preview,
      absent,
      bad: checked.bad,
      warnings: [...checked.warnings, ...decision.warnings].sort((a, b) => a.line - b.line),
      unchanged: everybody.rows.filter(({ number }) => !decision.touched.has(number)).length,
    },
    changes,
  }
}

/**
 * A file may go on naming those who have left for months. Whoever is not known, and left before today, has nothing to
 * come: they stay out, as somebody does who was erased (R15.2). Who is still named as a leader comes in, to be replaced.
 */
function withoutStrangersWhoLeft(
  rows: CheckedPeople['rows'],
  directory: Directory,
  today: Day,
): CheckedPeople['rows'] {
  const leaders = new Set(rows.map(({ leader }) => leader))
  return rows.filter(
    ({ number, lastDay }) =>
      directory.employments.has(number) || lastDay === null || lastDay >= today || leaders.has(number),
  )
}

function decideLeaves(decision: Decision, row: CheckedPeople['rows'][number]): void {
  const { has, employmentOf, options, changes, preview } = decision
  if (!has('leaveFrom')) return
  const employmentId = decision.idOf(row.number)
  const stored = employmentOf(row.number)?.leaves ?? []
  for (const { change, leave, before } of planLeave(stored, row.leave, options.validFrom, options.newId)) {
    decision.touch(row.number)
    const { id, from, to } = leave
    preview.leaves.push({ ...decision.nameOf(row), change, from, to, before })
    if (change === 'removed') {
      changes.leaves.removed.push({ ...leave, employmentId })
      decision.fact({
        employmentId,
        effectiveOn: options.today,
        kind: 'leave-removed',
        data: { leaveId: id },
      })
    } else {
      changes.leaves.set.push({ ...leave, employmentId })
      decision.fact({ employmentId, effectiveOn: from, kind: 'leave-set', data: { leaveId: id, from, to } })
    }
  }
}

/** Who is missing from a file that is complete for a unit; those HR has confirmed leave before the cut. */
function decideAbsent(decision: Decision, checked: CheckedPeople): PeoplePreview['absent'] {
  const { completeFor, validFrom } = decision.options
  if (completeFor === undefined) return []
  const lastDay = addDays(validFrom, -1)
  const units = unitsBelow(decision.directory.units, completeFor.unit)
  const inFile = new Set([...checked.rows, ...checked.bad].map(({ number }) => number))
  const absent: PeoplePreview['absent'][number][] = []
  for (const employment of decision.directory.employments.values()) {
    const { number, employedFrom } = employment
    const unit = spanOn(employment.units, validFrom)?.target
    const isEmployed =
      employedFrom <= lastDay && (employment.lastDay === null || employment.lastDay > lastDay)
    if (unit === undefined || !units.has(unit) || !isEmployed || inFile.has(number)) continue
    const confirmed = completeFor.leavers.includes(number)
    absent.push({ ...decision.nameOf({ number }), unit, lastDay, confirmed })
    if (confirmed) compareEmployment(decision, employment, { lastDay })
  }
  return absent
}
