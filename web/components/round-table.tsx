import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { dayText } from '../dates.ts'
import { percentText } from '../figures.ts'
import type { Frame } from '../frame.ts'
import { roundsTexts } from '../texts/rounds.ts'
import { RoundMark } from './round-mark.tsx'

export interface RoundLine {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly status: RoundStatus
  readonly pausedOn: Day | null
  readonly guidelinesDiscussedOn: Day | null
  readonly evaluationDiscussedOn: Day | null
  readonly policy: { readonly talksFrom: Day; readonly talksTo: Day; readonly evaluationBy: Day }
  /** Null where the reader does not run the round. */
  readonly progress: RoundProgress | null
  /** While talks are being opened. */
  readonly opening: { readonly started: number; readonly expected: number } | null
}

interface RoundProgress {
  readonly unaccounted: number
  readonly toHold: number
  readonly held: number
  readonly late: number
}

/** Rounds with how far each has come and what to look at. */
export function RoundTable({ frame, rounds }: { frame: Frame; rounds: readonly RoundLine[] }) {
  const texts = roundsTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.round}</th>
          <th scope="col">{texts.unit}</th>
          <th scope="col">{texts.talks}</th>
          <th scope="col">{texts.coverage}</th>
          <th scope="col">{texts.attention}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.id}>
            <th scope="row">
              <a href={`/rounds/${round.id}`}>{round.name}</a> <RoundMark frame={frame} round={round} />
            </th>
            <td data-label={texts.unit}>{round.unitName}</td>
            <td data-label={texts.talks}>
              {dayText(frame, round.policy.talksFrom)} – {dayText(frame, round.policy.talksTo)}
            </td>
            <td data-label={texts.coverage}>
              <Coverage frame={frame} round={round} />
            </td>
            <td data-label={texts.attention}>
              <Attention frame={frame} round={round} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Coverage({ frame, round }: { frame: Frame; round: RoundLine }) {
  const texts = roundsTexts[frame.language]
  const { progress, status } = round
  if (status === 'draft' || progress === null || progress.toHold === 0) return <>–</>
  const { held, toHold } = progress
  return (
    <>
      <strong>{percentText(frame, held / toHold)}</strong> <span>({texts.heldOf(held, toHold)})</span>
    </>
  )
}

/** What HR is to look at, most urgent first. */
function Attention({ frame, round }: { frame: Frame; round: RoundLine }) {
  const lines = attentionOf(frame, round)
  if (lines.length === 0) return <span class="muted">{roundsTexts[frame.language].nothing}</span>
  return (
    <ul class="plain-list no-max-width">
      {lines.map(({ text, tone }) => (
        <li key={text}>
          <span class={`mark mark-${tone}`}>{text}</span>
        </li>
      ))}
    </ul>
  )
}

function attentionOf(frame: Frame, round: RoundLine): { text: string; tone: 'late' | 'wait' | 'plain' }[] {
  const texts = roundsTexts[frame.language]
  const { progress, opening, status } = round
  if (status === 'draft')
    return round.guidelinesDiscussedOn === null ? [{ text: texts.notDiscussed, tone: 'wait' }] : []
  if (status === 'closed' || status === 'stopped') return []
  const { talksTo, evaluationBy } = round.policy
  const isEvaluationNear = round.evaluationDiscussedOn === null && frame.today > talksTo
  return [
    ...(opening ? [{ text: texts.opening(opening.started, opening.expected), tone: 'plain' as const }] : []),
    ...(progress && progress.late > 0 ? [{ text: texts.late(progress.late), tone: 'late' as const }] : []),
    ...(progress && status === 'closing' && progress.unaccounted > 0
      ? [{ text: texts.unaccounted(progress.unaccounted), tone: 'late' as const }]
      : []),
    ...(isEvaluationNear
      ? [{ text: texts.toEvaluate(dayText(frame, evaluationBy)), tone: 'wait' as const }]
      : []),
  ]
}
