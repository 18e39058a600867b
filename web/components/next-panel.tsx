import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'

/** The one thing that comes next for one of the two of a talk. */
export interface NextStep<Action> {
  readonly title: string
  /** By when; null where no day is set. */
  readonly dueOn: Day | null
  readonly isLate: boolean
  /** What happens if it is not done, or what it is about. */
  readonly sentence: string | null
  /** Null where nothing is the reader's to do. */
  readonly action: Action | null
}

export interface NextWords {
  readonly heading: string
  readonly by: (day: string) => string
  readonly was: (day: string) => string
  readonly paused: string
}

export interface NextPanelParts {
  readonly frame: Frame
  readonly step: Omit<NextStep<never>, 'action'>
  readonly isPaused: boolean
  readonly words: NextWords
  /** What is to be known before the sentence. */
  readonly before?: ComponentChildren
  /** Where it is done. */
  readonly children: ComponentChildren
}

/** On top of a talk: what to do, by when, and what happens if not (R16). */
export function NextPanel({ frame, step, isPaused, words, before, children }: NextPanelParts) {
  const { title, dueOn, isLate, sentence } = step
  return (
    <section class={`panel next${isLate ? ' late' : ''}`} aria-labelledby="next">
      <p class="muted">{words.heading}</p>
      <h2 id="next">{title}</h2>
      {isPaused && <p>{words.paused}</p>}
      {dueOn && !isPaused && (
        <p>
          {isLate ? (
            <span class="mark mark-late">{words.was(dayText(frame, dueOn))}</span>
          ) : (
            <strong>{words.by(dayText(frame, dueOn))}</strong>
          )}
        </p>
      )}
      {before}
      {sentence && <p>{sentence}</p>}
      {children}
    </section>
  )
}

/** The way to the page where something is done. */
export interface Way {
  readonly href: string
  readonly text: string
}

export function WayButton({ way }: { way: Way }) {
  return (
    <p>
      <a class="button button-primary" href={way.href}>
        {way.text}
      </a>
    </p>
  )
}
