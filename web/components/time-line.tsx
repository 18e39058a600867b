import type { Frame } from '../frame.ts'
import { timeLineTexts } from '../texts/time-line.ts'

export interface Milestone {
  readonly what: string
  /** When; null where no day is known yet. */
  readonly when: string | null
  /** `ahead` is the first of those to come, and nobody's yet; of what is `ended` something else became. */
  readonly state: 'done' | 'ended' | 'now' | 'ahead' | 'late' | 'coming'
  /** Who acts, or what is to be known of it. */
  readonly note?: string
  readonly href?: string
}

/** A year from its beginning to its end: what has happened, what is now, what comes. */
export function TimeLine({ frame, milestones }: { frame: Frame; milestones: readonly Milestone[] }) {
  const texts = timeLineTexts[frame.language]
  return (
    <ol class="timeline">
      {milestones.map(({ what, when, state, note, href }) => (
        <li key={what} class={state} aria-current={state === 'now' || state === 'late' ? 'step' : undefined}>
          <p class="what">
            {href ? <a href={href}>{what}</a> : what} <span class="sr-only">({texts.states[state]})</span>
          </p>
          {when && <p>{when}</p>}
          {note && <p class="muted">{note}</p>}
        </li>
      ))}
    </ol>
  )
}
