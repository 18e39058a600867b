import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { roundTexts } from '../texts/round.ts'

/** Talks being opened one after another; the script asks how far they are, and without it the page is loaded again. */
export function Opening({
  frame,
  roundId,
  opening,
}: {
  frame: Frame
  roundId: string
  opening: { readonly started: number; readonly expected: number }
}) {
  const texts = roundTexts[frame.language]
  const { started, expected } = opening
  return (
    <section
      class="panel next"
      data-progress={`/api/v1/rounds/${roundId}/progress`}
      data-progress-text={texts.openingTemplate}
    >
      <h2 id="opening">{texts.opening}</h2>
      <progress class="progress" max={expected} value={started} aria-labelledby="opening" />
      <p data-progress-line aria-live="polite">
        {texts.openingText(started, expected)}
      </p>
      <p class="muted">{texts.openingHint}</p>
    </section>
  )
}

export interface RoundNextParts {
  readonly frame: Frame
  readonly round: {
    readonly id: string
    readonly status: RoundStatus
    readonly pausedOn: Day | null
    readonly stopReason: string | null
    readonly evaluationDiscussedOn: Day | null
    readonly policy: { readonly talksTo: Day; readonly evaluationBy: Day }
  }
  readonly open: { readonly late: number; readonly unaccounted: number }
  /** What is open and has come further up than the leader. */
  readonly escalations: number
}

/** The one thing HR should do with the round now. */
export function RoundNext({ frame, round, open, escalations }: RoundNextParts) {
  const texts = roundTexts[frame.language].next
  const path = `/rounds/${round.id}`
  if (round.status === 'stopped') return <Next text={texts.stopped(round.stopReason ?? '')} />
  const hasEnded = round.status === 'closed'
  const isUndiscussed = round.evaluationDiscussedOn === null && frame.today > round.policy.talksTo
  if (hasEnded && isUndiscussed) return <Evaluate frame={frame} round={round} before={texts.ended} />
  if (hasEnded) return <Next text={texts.ended} />
  if (round.pausedOn !== null)
    return (
      <Next text={texts.paused(dayText(frame, round.pausedOn))}>
        <Way href={`${path}/control`} text={texts.resume} isFirst />
      </Next>
    )
  if (round.status === 'closing' && open.unaccounted > 0)
    return (
      <Next text={texts.unaccounted(open.unaccounted)} isLate>
        <Way href={`${path}/talks?unaccounted=true`} text={texts.seeUnaccounted} isFirst />
      </Next>
    )
  if (round.status === 'closing')
    return (
      <Next text={texts.close}>
        <Way href={`${path}/control`} text={texts.closeNow} isFirst />
      </Next>
    )
  if (open.late > 0)
    return (
      <Next text={texts.late(open.late)} isLate>
        <Way href={`${path}/talks?late=true`} text={texts.seeLate} isFirst />
        <Way href={`${path}/nudges/new?late=yes`} text={texts.write} />
      </Next>
    )
  // Such as a team's common feedback, which is no talk's.
  if (escalations > 0)
    return (
      <Next text={texts.escalated(escalations)} isLate>
        <Way href={`${path}/escalations`} text={texts.seeEscalated} isFirst />
      </Next>
    )
  if (isUndiscussed) return <Evaluate frame={frame} round={round} />
  return <Next text={texts.onTrack} />
}

function Evaluate({
  frame,
  round,
  before,
}: Pick<RoundNextParts, 'frame' | 'round'> & { /** What is to be known first. */ before?: string }) {
  const texts = roundTexts[frame.language].next
  const { evaluationBy } = round.policy
  const text = texts.evaluate(dayText(frame, evaluationBy))
  return (
    <Next text={before ? `${before} ${text}` : text} isLate={frame.today > evaluationBy}>
      <Way href={`/rounds/${round.id}/evaluation`} text={texts.openEvaluation} isFirst />
    </Next>
  )
}

function Next({
  text,
  isLate = false,
  children,
}: {
  text: string
  isLate?: boolean
  children?: ComponentChildren
}) {
  return (
    <section class={`panel next${isLate ? ' late' : ''}`}>
      <p class="font-lead">{text}</p>
      {children && <p class="buttons">{children}</p>}
    </section>
  )
}

function Way({ href, text, isFirst = false }: { href: string; text: string; isFirst?: boolean }) {
  return (
    <a class={`button button-${isFirst ? 'primary' : 'secondary'}`} href={href}>
      {text}
    </a>
  )
}
