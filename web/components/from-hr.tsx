import { addDays, type Instant } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { homeTexts } from '../texts/home.ts'

export interface FromHrView {
  readonly id: string
  readonly text: string
  readonly by: string | null
  readonly at: Instant
}

/** Days: older messages have done their work. */
const SHOWN_FOR = 30

/** HR's own words to the reader: the mail only said that there are some (R14.5). */
export function FromHr({ frame, messages }: { frame: Frame; messages: readonly FromHrView[] }) {
  const texts = homeTexts[frame.language]
  const since = addDays(frame.today, -SHOWN_FOR)
  const dated = messages.map((message) => ({ ...message, on: frame.localTime(message.at).on }))
  const shown = dated.filter(({ on }) => on >= since)
  if (shown.length === 0) return null
  return (
    <section class="panel">
      <h2>{texts.fromHr}</h2>
      {shown.map(({ id, text, by, on }) => (
        <div key={id}>
          <p class="written">{text}</p>
          <p class="muted">
            {by && `${by}, `}
            {dayText(frame, on)}
          </p>
        </div>
      ))}
    </section>
  )
}
