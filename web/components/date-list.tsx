import type { Day } from '../../domain/calendar/day.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { roundWords } from '../texts/rounds.ts'

/** The dates of a round's year, earliest first, each with what happens on it. */
export function DateList({
  frame,
  dates,
}: {
  frame: Frame
  dates: readonly { readonly key: PolicyDateKey; readonly on: Day }[]
}) {
  const words = roundWords[frame.language]
  return (
    <ol class="timeline">
      {dates.map(({ key, on }) => (
        <li key={key} class={on < frame.today ? 'done' : 'coming'}>
          <p class="what">
            {words.dates[key]}: {dayText(frame, on)}
          </p>
          <p class="muted">{words.dateNotes[key]}</p>
        </li>
      ))}
    </ol>
  )
}
