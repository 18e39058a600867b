import type { CalendarFacts } from '../calendar/calendar.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { Lane } from '../notices/mail-outcome.ts'
import { nextHandOver } from '../notices/send-window.ts'
import type { Policy } from '../policy/policy.ts'
import type { NoticeAudience, NoticeKind } from '../talk/effects.ts'
import type { TalkOpening } from '../talk/talk.ts'
import { compiled } from '../talk/turn.ts'

/** Somebody on the roster, as their talk would open, and who holds the roles around them today. */
export interface RoundPerson
  extends Omit<TalkOpening, 'roundId' | 'policy' | 'calendar' | 'journaling' | 'openedAt'> {
  /** The closing days of their unit; the round's where left out. */
  calendar?: CalendarFacts
  /** Opaque keys, so that digests are counted per person; null where nobody is above. */
  leader: string | null
  leadersLeader: string | null
  /** Everybody of the nearest HR: each is told. */
  hr: readonly string[]
}

/** A round as HR would start it. */
export interface RoundToRun {
  roundId: string
  policy: Policy
  calendar: CalendarFacts
  journaling: TalkOpening['journaling']
  startedAt: Instant
  people: readonly RoundPerson[]
}

/** One thing somebody would be told by mail. Things for leaders and HR come together in one digest a day. */
export interface DryRunLine {
  /** The day the mail goes. */
  on: Day
  lane: Lane
  audience: NoticeAudience
  kind: NoticeKind | 'invitation' | 'cancellation'
  step: string
  /** The talk it is about; null for what is about a team or the whole round. */
  talkId: string | null
  /** The opaque key of whoever holds the role. */
  recipient: string
}

/** What would be sent on one day: mails, not things told. */
export interface MailsOfDay {
  on: Day
  single: number
  /** One for each leader or HR person who is told anything that day. */
  digest: number
  atOnce: number
}

/** How many mails each day would bring, earliest first. */
export function mailsPerDay(lines: readonly DryRunLine[]): MailsOfDay[] {
  const days = new Map<Day, MailsOfDay>()
  const digests = new Set<string>()
  for (const { on, lane, recipient } of lines) {
    const day = days.get(on) ?? { on, single: 0, digest: 0, atOnce: 0 }
    days.set(on, day)
    if (lane === 'single') day.single++
    else if (lane === 'at-once') day.atOnce++
    else if (!digests.has(`${on} ${recipient}`)) {
      digests.add(`${on} ${recipient}`)
      day.digest++
    }
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** One told thing, a line for each who holds the role: on the day their mail may go. */
export function linesTo(
  round: RoundToRun,
  person: RoundPerson,
  at: Instant,
  told: Pick<DryRunLine, 'audience' | 'kind' | 'step' | 'talkId'>,
  lane: Lane = told.audience === 'employee' ? 'single' : 'digest',
): DryRunLine[] {
  const calendar = compiled(person.calendar ?? round.calendar)
  const goesAt = nextHandOver(lane, person.talkId, at, round.policy.sendWindow, calendar)
  const on = calendar.dayOf(goesAt)
  return holdersOf(person, told.audience).map((recipient) => ({ on, lane, ...told, recipient }))
}

/** Nobody above is no reason to keep silent: it goes to the next one up, at last to HR (R11.2). */
function holdersOf(person: RoundPerson, audience: NoticeAudience): readonly string[] {
  if (audience === 'employee') return [person.talkId]
  if (audience === 'leader' && person.leader !== null) return [person.leader]
  if (audience !== 'hr' && person.leadersLeader !== null) return [person.leadersLeader]
  return person.hr
}
