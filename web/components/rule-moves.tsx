import type { Day } from '../../domain/calendar/day.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { owedWords } from '../texts/escalations.ts'
import { roundWords } from '../texts/rounds.ts'
import { rulesTexts } from '../texts/rules.ts'

export interface RuleMovesView {
  readonly dates: readonly { readonly key: PolicyDateKey; readonly from: Day; readonly to: Day }[]
  readonly talks: readonly {
    readonly talkId: string
    readonly employeeName: string
    readonly moves: readonly {
      readonly obligation: string
      readonly subject: string
      readonly from: Day | null
      readonly to: Day | null
    }[]
  }[]
  readonly unmoved: number
}

/** What a change of the rules moves: the round's dates, then who gets which due date. */
export function RuleMoves({
  frame,
  moves: { dates, talks, unmoved },
}: {
  frame: Frame
  moves: RuleMovesView
}) {
  const texts = rulesTexts[frame.language]
  const words = roundWords[frame.language]
  return (
    <>
      {dates.length > 0 && (
        <>
          <h3>{texts.datesMove}</h3>
          <ul>
            {dates.map(({ key, from, to }) => (
              <li key={key}>
                {words.dates[key]}: {dayText(frame, from)} → <strong>{dayText(frame, to)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {talks.length > 0 && (
        <>
          <h3>{texts.talksMove(talks.length)}</h3>
          <TalkMoves frame={frame} talks={talks} />
        </>
      )}
      <p>{texts.unmoved(unmoved)}</p>
    </>
  )
}

function TalkMoves({ frame, talks }: { frame: Frame; talks: RuleMovesView['talks'] }) {
  const texts = rulesTexts[frame.language]
  const day = (on: Day | null) => (on === null ? texts.notYet : dayText(frame, on))
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{texts.employee}</th>
          <th scope="col">{texts.what}</th>
          <th scope="col">{texts.from}</th>
          <th scope="col">{texts.to}</th>
        </tr>
      </thead>
      <tbody>
        {talks.flatMap(({ talkId, employeeName, moves }) =>
          moves.map(({ obligation, subject, from, to }) => (
            <tr key={`${talkId} ${obligation} ${subject}`}>
              <th scope="row">{employeeName}</th>
              <td data-label={texts.what}>{owedWords(frame.language, obligation)}</td>
              <td data-label={texts.from}>{day(from)}</td>
              <td data-label={texts.to}>{day(to)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
