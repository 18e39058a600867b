import type { Day } from '../../domain/calendar/day.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { DateList } from '../components/date-list.tsx'
import { LeadersStart } from '../components/leaders-start.tsx'
import { RoundMark } from '../components/round-mark.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { localOrientationTexts } from '../texts/local-orientation.ts'
import { roundTexts } from '../texts/round.ts'

export interface RoundBrief {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly status: RoundStatus
  readonly pausedOn: Day | null
  readonly focusText: string
  readonly orientationText: string
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly dates: readonly { readonly key: PolicyDateKey; readonly on: Day }[]
  /** The reader leads a team in it. */
  readonly isLeader: boolean
}

/** A round for those in it and their leaders, who come by a link of their mails: its texts and dates. */
export function roundBriefPage(frame: Frame, round: RoundBrief): string {
  const texts = roundTexts[frame.language]
  return renderPage({
    frame,
    title: round.name,
    lead: (
      <p>
        {round.unitName} <RoundMark frame={frame} round={round} />
      </p>
    ),
    children: (
      <>
        {round.isLeader && (
          <LeadersStart frame={frame}>
            <li>
              <a href={`/team/orientation?round=${round.id}`}>
                {localOrientationTexts[frame.language].write}
              </a>
            </li>
          </LeadersStart>
        )}
        {round.focusText && (
          <section class="panel">
            <h2>{texts.focus}</h2>
            <p class="written">{round.focusText}</p>
          </section>
        )}
        {round.orientationText && (
          <section class="panel">
            <h2>{texts.orientation}</h2>
            <p class="written">{round.orientationText}</p>
          </section>
        )}
        <section class="panel">
          <h2>{texts.dates}</h2>
          <DateList frame={frame} dates={round.dates} />
        </section>
        {round.links.length > 0 && (
          <section class="panel">
            <h2>{texts.links}</h2>
            <ul>
              {round.links.map(({ label, url }) => (
                <li key={url}>
                  <a href={url}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  })
}
