import type { Day } from '../domain/calendar/day.ts'
import { laterOf } from '../domain/calendar/day.ts'
import type { PeopleFact } from '../domain/people/changes.ts'
import type { DirectoryEmployment } from '../domain/people/directory.ts'
import { settled } from '../domain/people/directory.ts'
import { mayBeNamedLeader } from '../domain/permissions.ts'
import type { Decision } from './decision.ts'
import type { PersonRow } from './people-file.ts'
import type { SpanPlan } from './plan-span.ts'
import { planSpan } from './plan-span.ts'
import { shown } from './problems.ts'

/** Moves the employment to the unit its row names, from the import's "valid from". */
export function decideUnits(decision: Decision, row: PersonRow): void {
  const unitId = decision.directory.units.get(row.unit)?.id
  if (unitId === undefined) {
    throw new Error(`unit '${row.unit}' of line ${row.line}: expected a stored unit`)
  }
  const { number, employedFrom } = row
  const stored = decision.employmentOf(number)
  if (stored === null) {
    const next = { targetId: unitId, from: employedFrom }
    const employmentId = decision.idOf(number)
    decision.changes.memberships.push({ employmentId, cut: employedFrom, heldTo: null, next })
    return
  }
  if (hasLeftBefore(decision, number, decision.options.today)) return
  const plan = planSpan(stored.units, {
    target: row.unit,
    cut: decision.options.validFrom,
    on: laterOf(decision.options.validFrom, employedFrom),
    firstDayMoved: hasMoved(decision, number),
  })
  if (plan !== null) carryOut(decision, number, plan, { kind: 'unit', targetId: unitId })
}

/** Gives the employment the leader its row names: from "valid from", never before the leader's first day. */
export function decideLeaders(decision: Decision, row: PersonRow): void {
  if (!decision.has('leader') || decision.leaderLeftOut.has(row.number)) return
  const stored = decision.employmentOf(row.number)
  if (stored === null) decideFirstLeader(decision, row)
  else decideLeader(decision, stored, { leader: row.leader, row })
}

/**
 * A line that waits for the first day of its leader waits for the new day when that day is moved, also for
 * employees whom the file does not name.
 */
export function followMovedFirstDays(decision: Decision): void {
  const moved = new Set([...decision.rows.keys()].filter((number) => hasMoved(decision, number)))
  if (moved.size === 0) return
  for (const employment of decision.directory.employments.values()) {
    const leader = settled(employment.leaders)
    const isDecided = decision.rows.has(employment.number) && decision.has('leader')
    if (leader !== null && moved.has(leader) && !isDecided) {
      decideLeader(decision, employment, { leader, row: null })
    }
  }
}

function decideFirstLeader(decision: Decision, row: PersonRow): void {
  const { number, leader, employedFrom } = row
  const { today } = decision.options
  if (leader === null) return
  if (namesItself(decision, row, leader)) return
  const employmentId = decision.idOf(number)
  const leaderId = decision.idOf(leader)
  const from = laterOf(employedFrom, firstDayOf(decision, leader))
  warnIfGone(decision, row, leader, laterOf(from, today))
  decision.changes.lines.push({
    employmentId,
    cut: employedFrom,
    heldTo: null,
    next: { targetId: leaderId, from },
  })
  if (from > employedFrom && from > today && !hasLeftBefore(decision, number, from)) {
    decision.fact({ employmentId, effectiveOn: from, kind: 'leader-changed', data: { leaderId } })
  }
}

/** @param wish.row the row that names the leader; null when only the leader's first day was moved */
function decideLeader(
  decision: Decision,
  stored: DirectoryEmployment,
  wish: { leader: string | null; row: PersonRow | null },
): void {
  const { validFrom, today } = decision.options
  const { leader } = wish
  const { number } = stored
  if (hasLeftBefore(decision, number, today)) return
  const started = laterOf(validFrom, firstDayOf(decision, number))
  const on = leader === null ? started : laterOf(started, firstDayOf(decision, leader))
  if (wish.row !== null && leader !== null) warnIfGone(decision, wish.row, leader, on)
  const firstDayMoved = hasMoved(decision, number) || (leader !== null && hasMoved(decision, leader))
  const plan = planSpan(stored.leaders, { target: leader, cut: validFrom, on, firstDayMoved })
  if (plan?.changes && wish.row !== null && leader !== null && namesItself(decision, wish.row, leader)) return
  const targetId = leader === null ? null : decision.idOf(leader)
  if (plan !== null) carryOut(decision, number, plan, { kind: 'leader', targetId })
}

type Place = { kind: 'leader'; targetId: string | null } | { kind: 'unit'; targetId: string }

/** Writes a plan, tells the talks, and shows HR what can still be felt: not what comes after the last day. */
function carryOut(decision: Decision, number: string, plan: SpanPlan, place: Place): void {
  const { changes, preview, options } = decision
  const employmentId = decision.idOf(number)
  const { targetId } = place
  const { next: hasNext, ...held } = plan.write
  const next = hasNext && targetId !== null ? { targetId, from: plan.on } : null
  const isLeader = place.kind === 'leader'
  ;(isLeader ? changes.lines : changes.memberships).push({ employmentId, ...held, next })
  decision.touch(number)
  for (const on of plan.withdrawn) {
    const kind = isLeader ? 'leader-change-withdrawn' : 'unit-change-withdrawn'
    decision.fact({ employmentId, effectiveOn: options.today, kind, data: { on } })
  }
  if (hasLeftBefore(decision, number, plan.on)) return
  if (plan.changes && plan.on > firstDayOf(decision, number)) {
    decision.fact({ employmentId, effectiveOn: plan.on, ...changedFact(place) })
  }
  const { before: from, after: to, on, withdrawn } = plan
  if (from !== to || !plan.changes) {
    const shows = isLeader ? preview.leaderChanges : preview.unitMoves
    shows.push({ ...decision.nameOf({ number }), from, to, on, withdrawn })
  }
}

type ChangedFact = Extract<PeopleFact, { kind: 'leader-changed' | 'unit-changed' }>

function changedFact(place: Place): Pick<ChangedFact, 'kind' | 'data'> & Partial<ChangedFact> {
  return place.kind === 'leader'
    ? { kind: 'leader-changed', data: { leaderId: place.targetId } }
    : { kind: 'unit-changed', data: { unitId: place.targetId } }
}

/** The first day employed: as the file has it, else as stored. */
function firstDayOf(decision: Decision, number: string): Day {
  const employment = decision.rows.get(number) ?? decision.employmentOf(number)
  if (employment === null || employment === undefined) {
    throw new Error(`employee '${number}': expected a row or a stored employment`)
  }
  return employment.employedFrom
}

/** Whether the file has another first day than the one stored. */
function hasMoved(decision: Decision, number: string): boolean {
  const row = decision.rows.get(number)
  const stored = decision.employmentOf(number)
  return row !== undefined && stored !== null && row.employedFrom !== stored.employedFrom
}

function hasLeftBefore(decision: Decision, number: string, on: Day): boolean {
  const lastDay = decision.lastDayOf(number)
  return lastDay !== null && lastDay < on
}

/**
 * Whether the row would make whoever imports a leader, or who acts for the leader: the line stays as it is, and the row's
 * warning says so.
 */
function namesItself(decision: Decision, row: PersonRow, leader: string): boolean {
  const { by } = decision.options
  const named = decision.rows.get(leader)
  const personId = named === undefined ? decision.employmentOf(leader)?.person : decision.personIdOf(named)
  if (by === null || personId === undefined) return false
  if (mayBeNamedLeader(by, { personId, employmentId: decision.idOf(leader) })) return false
  decision.warnings.push({
    line: row.line,
    field: 'leader',
    code: 'leader-names-itself',
    value: shown(leader),
  })
  return true
}

/** A leader whose last day is over when the line begins: the file is older than somebody's resignation. */
function warnIfGone(decision: Decision, row: PersonRow, leader: string, on: Day): void {
  if (!hasLeftBefore(decision, leader, on)) return
  decision.warnings.push({
    line: row.line,
    field: 'leader',
    code: 'leader-has-left',
    value: shown(leader),
    other: decision.lastDayOf(leader) ?? '',
  })
}
