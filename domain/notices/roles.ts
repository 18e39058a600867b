import type { NoticeAudience } from '../talk/effects.ts'

/** One leader of the line above an employee, as of a day. */
export interface LineLeader {
  personId: string
  name: string
  /** Employed and not on leave. */
  present: boolean
  /** Who acts for the leader that day, where somebody is named and present (R13.2). */
  deputyId: string | null
}

/** Those above one employee, or one team's leader, on a day. */
export interface Line {
  /** Nearest first. Of a team the first is the team's leader. */
  leaders: LineLeader[]
  /** HR of the unit and of each unit above that has any, nearest first; those on leave left out. */
  hr: string[][]
}

/**
 * Who holds a role today: the people a notice goes to (R11.2). The deputy stands in for a leader who is away; a
 * vacancy goes to the next above, at last to HR. What goes above the leader never comes back to whom it is about, such as
 * a leader who acts for their own; and HR never hears about their own duty or talk, but the next HR above does, as long as
 * there is one. Empty where nobody is left.
 * @param owing the people the notice is about: the leader's step must not end with the leader
 */
export function holdersOf(
  audience: Exclude<NoticeAudience, 'employee'>,
  line: Line,
  owing: readonly string[] = [],
): string[] {
  if (audience === 'hr') return hrAbove(line, owing)
  const isAbove = audience === 'leaders-leader'
  for (const leader of line.leaders.slice(isAbove ? 1 : 0)) {
    const holder = holderOf(leader)
    if (holder !== null && !(isAbove && owing.includes(holder))) return [holder]
  }
  return hrAbove(line, owing)
}

/** The one who acts as a leader that day; null for a vacancy. */
export function holderOf(leader: LineLeader): string | null {
  return leader.deputyId ?? (leader.present ? leader.personId : null)
}

function hrAbove(line: Line, owing: readonly string[]): string[] {
  for (const level of line.hr) {
    const others = level.filter((person) => !owing.includes(person))
    if (others.length > 0) return others
  }
  return line.hr[0] ?? []
}
