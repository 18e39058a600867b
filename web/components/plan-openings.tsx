import type { Instant } from '../../domain/calendar/day.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { planOpeningTexts } from '../texts/plan-opening.ts'

export interface PlanOpeningLine {
  readonly by: string | null
  readonly reason: string
  readonly openedAt: Instant
  readonly untilAt: Instant
}

/** What both read of each time HR opened their plan (R15.1). */
export function PlanOpenings({
  frame,
  openings,
  now,
}: {
  frame: Frame
  openings: readonly PlanOpeningLine[]
  now: Instant
}) {
  const texts = planOpeningTexts[frame.language]
  if (openings.length === 0) return null
  return (
    <section class="panel">
      <h2>{texts.openedTitle}</h2>
      {openings.map(({ by, reason, openedAt, untilAt }) => {
        const until = instantText(frame, untilAt)
        return (
          <div key={openedAt}>
            <p>
              {texts.opened(by ?? texts.somebody, instantText(frame, openedAt))}{' '}
              {untilAt > now ? texts.lasts(until) : texts.lasted(until)}
            </p>
            <p class="written">{texts.why(reason)}</p>
          </div>
        )
      })}
    </section>
  )
}
