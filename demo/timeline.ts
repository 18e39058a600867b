import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { weekOf } from '../domain/calendar/day.ts'

/** One line of the play as it is printed. */
export interface Line {
  at: Instant
  kind: 'act' | 'mail'
  text: string
}

/** Collects what happened and prints it day by day. */
export interface Timeline {
  act(at: Instant, text: string): void
  mail(at: Instant, text: string): void
  print(say: (line: string) => void, calendar: Calendar): void
}

export function createTimeline(): Timeline {
  const lines: Line[] = []
  return {
    act: (at, text) => void lines.push({ at, kind: 'act', text }),
    mail: (at, text) => void lines.push({ at, kind: 'mail', text }),
    print: (say, calendar) => printDays(lines, say, calendar),
  }
}

function printDays(lines: Line[], say: (line: string) => void, calendar: Calendar): void {
  let shown: Day | null = null
  for (const { at, kind, text } of lines.toSorted((a, b) => a.at - b.at)) {
    const { on, minutes } = calendar.localTime(at)
    if (on !== shown) say(`\n${heading(on)}`)
    shown = on
    const clock = `${String(Math.floor(minutes / 60)).padStart(2)}.${String(minutes % 60).padStart(2, '0')}`
    say(`  ${clock}  ${kind === 'mail' ? '✉ ' : '  '}${text}`)
  }
}

/** Dates look here as they do in the mails: '03.02.2027'. */
export function dateText(on: Day): string {
  return on.split('-').toReversed().join('.')
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function heading(on: Day): string {
  return `${weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()]} ${dateText(on)} (uge ${weekOf(on)})`
}
