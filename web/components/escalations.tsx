import type { Day, Instant } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { escalationTexts, owedWords } from '../texts/escalations.ts'

export interface EscalationLine {
  readonly obligation: string
  readonly audience: 'leaders-leader' | 'hr'
  readonly talkId: string | null
  readonly employeeName: string | null
  readonly leaderName: string | null
  readonly unitName: string | null
  readonly dueOn: Day | null
  readonly since: Instant
}

/** What is open and was told further up, the oldest first: status, never content (R11.3). */
export function Escalations({
  frame,
  roundId,
  lines,
}: {
  frame: Frame
  roundId: string
  lines: readonly EscalationLine[]
}) {
  const texts = escalationTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.about}</th>
          <th scope="col">{texts.what}</th>
          <th scope="col">{texts.leader}</th>
          <th scope="col">{texts.dueOn}</th>
          <th scope="col">{texts.told}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.obligation} ${line.talkId} ${line.leaderName} ${line.dueOn}`}>
            <th scope="row">
              {line.talkId === null ? (
                (line.unitName ?? texts.team)
              ) : (
                <a href={`/rounds/${roundId}/talks/${line.talkId}`}>{line.employeeName}</a>
              )}
              {line.talkId !== null && line.unitName && <span class="muted"> · {line.unitName}</span>}
            </th>
            <td data-label={texts.what}>{owedWords(frame.language, line.obligation)}</td>
            <td data-label={texts.leader}>{line.leaderName ?? texts.noLeader}</td>
            <td data-label={texts.dueOn}>{line.dueOn ? dayText(frame, line.dueOn) : ''}</td>
            <td data-label={texts.told}>
              {texts.audiences[line.audience]}, {texts.since(dayText(frame, frame.localTime(line.since).on))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
