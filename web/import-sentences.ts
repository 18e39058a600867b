import { type Day, parseDay } from '../domain/calendar/day.ts'
import { dayText } from './dates.ts'
import type { Frame } from './frame.ts'
import type {
  ChangeList,
  PreviewView,
  ShownEdit,
  ShownJoiner,
  ShownLeave,
  ShownMove,
  ShownReturn,
  ShownUnit,
} from './import-view.ts'
import { type ImportChangeTexts, importChangeTexts } from './texts/import-changes.ts'

/** One change of an import: whom or what it is about, and what happens. */
export interface ChangeLine {
  readonly name: string
  readonly number: string
  readonly sentence: string
}

/** A part of one list of a preview as readable lines; a list that the preview does not have is empty. */
export function changeLines(
  frame: Frame,
  preview: PreviewView,
  list: ChangeList,
  part: { readonly from: number; readonly count: number },
): ChangeLine[] {
  const write = writerOf(frame, preview)
  const some = <T>(all: readonly T[]) => all.slice(part.from, part.from + part.count)
  const lines = <T extends { name: string; number: string }>(all: readonly T[], say: (one: T) => string[]) =>
    some(all).map((one) => ({ name: one.name, number: one.number, sentence: say(one).join(' ') }))
  if (preview.kind === 'units') {
    if (list === 'added') return lines(preview.added, write.unit)
    if (list !== 'changed') return []
    return some(preview.changed).map(({ before, after }) => ({
      ...after,
      sentence: [...write.unit(after), write.unitBefore(before)].join(' '),
    }))
  }
  switch (list) {
    case 'joiners':
      return lines(preview.joiners, write.joiner)
    case 'leavers':
      return lines(preview.leavers, write.leaver)
    case 'returns':
      return lines(preview.returns, write.return)
    case 'leaderChanges':
      return lines(preview.leaderChanges, write.leaderChange)
    case 'unitMoves':
      return lines(preview.unitMoves, write.unitMove)
    case 'leaves':
      return lines(preview.leaves, write.leave)
    case 'contacts':
      return lines(preview.contacts, write.edits)
    case 'employments':
      return lines(preview.employments, write.edits)
    case 'added':
    case 'changed':
      return []
  }
}

function writerOf(frame: Frame, preview: PreviewView) {
  const texts = importChangeTexts[frame.language]
  const day = (on: Day) => dayText(frame, on)
  const span = ({ from, to }: { from: Day; to: Day | null }) => texts.span(day(from), to && day(to))
  const value = (text: string) => {
    const on = parseDay(text)
    return on === null ? text || texts.empty : day(on)
  }
  const known = preview.kind === 'people' ? preview.names : { employees: {}, units: {} }
  const employee = (number: string) => known.employees[number] ?? number
  const unitName = (number: string) => known.units[number] ?? number
  const under = ({ parent }: ShownUnit) => (parent === null ? texts.unitTop : texts.unitUnder(parent))
  return {
    joiner: ({ unit, leader, employedFrom, secondTo }: ShownJoiner) => [
      texts.joins(day(employedFrom), unitName(unit)),
      leader === null ? texts.noLeader : texts.leader(employee(leader)),
      ...(secondTo === null ? [] : [texts.secondTo(secondTo)]),
    ],
    leaver: ({ lastDay, before }: { lastDay: Day; before: Day | null }) => [
      texts.leaves(day(lastDay)),
      ...(before === null ? [] : [texts.before(day(before))]),
    ],
    return: ({ kind, lastDayBefore, lastDay }: ShownReturn) => [
      kind === 'back' ? texts.back(day(lastDayBefore)) : texts.resignationWithdrawn(day(lastDayBefore)),
      ...(lastDay === null ? [] : [texts.newLastDay(day(lastDay))]),
    ],
    leaderChange: (move: ShownMove) => moved(texts, move, employee, day, texts.leaderTo, texts.leaderFirst),
    unitMove: (move: ShownMove) => moved(texts, move, unitName, day, texts.moves, texts.movesFirst),
    leave: ({ change, from, to, before }: ShownLeave) => [
      texts.leave[change](span({ from, to })),
      ...(before !== null && change !== 'removed' ? [texts.leaveBefore(span(before))] : []),
    ],
    edits: ({ edits }: ShownEdit) =>
      edits.map(({ column, before, after }) => texts.edit(column, value(before), value(after))),
    unit: (unit: ShownUnit) => [under(unit), ...(unit.tr ? [texts.unitTr(unit.tr)] : [])],
    unitBefore: (unit: ShownUnit) => texts.unitWas(unit.name, under(unit)),
  }
}

/** Whom or where somebody belongs to from a day on, and which plans fall away by it. */
function moved(
  texts: ImportChangeTexts,
  { from, to, on, withdrawn }: ShownMove,
  name: (number: string) => string,
  day: (on: Day) => string,
  change: (from: string, to: string, on: string) => string,
  first: (to: string, on: string) => string,
): string[] {
  const plans = withdrawn.map((one) => texts.planWithdrawn(day(one)))
  if (from === to) return [...(to === null ? [] : [texts.keeps(name(to))]), ...plans]
  if (to === null) return [texts.leaderNone(from === null ? '' : name(from), day(on)), ...plans]
  return [from === null ? first(name(to), day(on)) : change(name(from), name(to), day(on)), ...plans]
}
