import { addDays, laterOf } from '../domain/calendar/day.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { EmploymentRecord } from '../domain/people/changes.ts'
import type { DirectoryEmployment } from '../domain/people/directory.ts'
import type { Decision } from './decision.ts'
import { editsOf } from './diff-contacts.ts'
import type { PersonRow } from './people-file.ts'

const EMPLOYMENT_FIELDS = ['title', 'jobGroup', 'caseNumber', 'hoursPerWeek', 'employedFrom'] as const

/** Adds a joiner, or compares an employment's title, hours, first and last day with the stored ones. */
export function decideEmployment(decision: Decision, row: PersonRow): void {
  const stored = decision.employmentOf(row.number)
  if (stored === null) decideJoiner(decision, row)
  else {
    const { has } = decision
    const { employedFrom } = row
    compareEmployment(decision, stored, {
      lastDay: has('lastDay') ? row.lastDay : stored.lastDay,
      title: has('title') ? row.title : stored.title,
      jobGroup: has('jobGroup') ? row.jobGroup : stored.jobGroup,
      caseNumber: has('caseNumber') ? row.caseNumber : stored.caseNumber,
      hoursPerWeek: has('hoursPerWeek') ? row.hoursPerWeek : stored.hoursPerWeek,
      employedFrom,
    })
  }
}

function decideJoiner(decision: Decision, row: PersonRow): void {
  const { number, employedFrom, lastDay, title, jobGroup, caseNumber, hoursPerWeek } = row
  const employmentId = decision.idOf(number)
  const personId = decision.personIdOf(row)
  decision.changes.employments.added.push({
    id: employmentId,
    number,
    personId,
    title,
    jobGroup,
    caseNumber,
    employedFrom,
    lastDay,
    hoursPerWeek,
  })
  decision.preview.joiners.push({
    ...decision.nameOf(row),
    unit: row.unit,
    leader: row.leader,
    employedFrom,
    secondTo: otherNumber(decision, personId, number),
  })
  decision.fact({ employmentId, effectiveOn: employedFrom, kind: 'joined', data: { employedFrom } })
  if (lastDay !== null) leave(decision, employmentId, lastDay)
  decision.touch(number)
}

/** Another employment of the same person: a stored one, or one of this file. */
function otherNumber(decision: Decision, personId: string, number: string): string | null {
  const inFile = decision.rowsOfPeople.get(personId)?.find((other) => other.number !== number)
  return inFile?.number ?? decision.numbersOf(personId)[0] ?? null
}

/** Compares what is stored of an employment with what it shall be, the last day employed first of all. */
export function compareEmployment(
  decision: Decision,
  stored: DirectoryEmployment,
  wanted: Partial<Pick<EmploymentRecord, (typeof EMPLOYMENT_FIELDS)[number]>> & { lastDay: Day | null },
): void {
  const { id, number, person: personId } = stored
  const { title, jobGroup, caseNumber, hoursPerWeek, employedFrom } = { ...stored, ...wanted }
  const { lastDay } = wanted
  const after = { id, number, personId, title, jobGroup, caseNumber, hoursPerWeek, employedFrom, lastDay }
  const edits = editsOf(EMPLOYMENT_FIELDS, stored, after)
  if (edits.length === 0 && after.lastDay === stored.lastDay) return
  decision.touch(number)
  decision.changes.employments.changed.push(after)
  if (edits.length > 0) decision.preview.employments.push({ ...decision.nameOf(stored), edits })
  if (edits.some(({ field }) => field === 'hoursPerWeek' || field === 'employedFrom')) {
    decision.fact({
      employmentId: id,
      effectiveOn: decision.options.today,
      kind: 'employment-changed',
      data: { employedFrom },
    })
  }
  if (after.lastDay !== stored.lastDay) moveLastDay(decision, stored, after)
}

function moveLastDay(decision: Decision, stored: DirectoryEmployment, after: EmploymentRecord): void {
  const { today } = decision.options
  const name = decision.nameOf(stored)
  const { lastDay, id, employedFrom } = after
  const hadLeft = stored.lastDay !== null && stored.lastDay < today
  const isEmployedAgain = lastDay === null || (hadLeft && lastDay >= today)
  if (stored.lastDay !== null && isEmployedAgain) {
    const kind = hadLeft ? 'back' : 'withdrawn'
    decision.preview.returns.push({ ...name, kind, lastDayBefore: stored.lastDay, lastDay })
    const effectiveOn = hadLeft ? laterOf(today, employedFrom) : today
    decision.fact({ employmentId: id, effectiveOn, kind: 'leaving-withdrawn', data: {} })
  } else if (lastDay !== null) {
    decision.preview.leavers.push({ ...name, lastDay, before: stored.lastDay })
  }
  if (lastDay !== null) leave(decision, id, lastDay)
}

function leave(decision: Decision, employmentId: string, lastDay: Day): void {
  decision.fact({ employmentId, effectiveOn: addDays(lastDay, 1), kind: 'leaves', data: { lastDay } })
}
