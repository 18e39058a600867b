import type { RoundStatus } from '../../domain/round/round.ts'
import type { Frame } from '../frame.ts'
import { roundWords } from '../texts/rounds.ts'

const tones: Readonly<Record<RoundStatus, 'good' | 'wait' | 'quiet' | 'plain'>> = {
  draft: 'wait',
  scheduled: 'plain',
  running: 'good',
  closing: 'wait',
  closed: 'quiet',
  stopped: 'quiet',
}

/** How far a round has come, and whether it is paused. */
export function RoundMark({
  frame,
  round,
}: {
  frame: Frame
  round: { readonly status: RoundStatus; readonly pausedOn: string | null }
}) {
  const words = roundWords[frame.language]
  return (
    <>
      <span class={`mark mark-${tones[round.status]}`}>{words.statuses[round.status]}</span>
      {round.pausedOn && (
        <>
          {' '}
          <span class="mark mark-wait">{words.paused}</span>
        </>
      )}
    </>
  )
}
