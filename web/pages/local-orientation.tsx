import type { Day } from '../../domain/calendar/day.ts'
import { Form, Submit, TextField } from '../components/form.tsx'
import { OtherVersion } from '../components/other-version.tsx'
import { LeadersStart } from '../components/leaders-start.tsx'
import { type TeamChoice, TeamChoices, TeamFields } from '../components/team-choice.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { localOrientationTexts } from '../texts/local-orientation.ts'
import { teamTexts } from '../texts/team.ts'

export interface LocalOrientationView {
  readonly teams: readonly TeamChoice[]
  readonly team: TeamChoice
  readonly text: string
  /** The version that is saved over. */
  readonly version: number
  /** What was saved from another place while this was being written; null where nothing was. */
  readonly conflict: string | null
  /** The last day it can be changed. */
  readonly changeableUntil: Day
  readonly isChangeable: boolean
}

/** What the leader tells their own team, beside what HR tells all (R4.1). */
export function localOrientationPage(frame: Frame, view: LocalOrientationView): string {
  const texts = localOrientationTexts[frame.language]
  const { teams, team, text, version, conflict, isChangeable } = view
  const until = dayText(frame, view.changeableUntil)
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    back: { href: '/team', text: teamTexts[frame.language].title },
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <TeamChoices frame={frame} path="/team/orientation" teams={teams} chosen={team} />
        {conflict !== null && (
          <OtherVersion
            frame={frame}
            href={`/team/orientation?${new URLSearchParams({ round: team.roundId, leader: team.leaderId })}`}
          >
            <p class="written">{conflict}</p>
          </OtherVersion>
        )}
        {isChangeable ? (
          <Form frame={frame} action="/team/orientation" class="panel">
            <TeamFields team={team} />
            <input type="hidden" name="version" value={version} />
            <TextField
              name="text"
              label={texts.text}
              hint={texts.hint}
              rows={10}
              maxLength={10_000}
              value={text}
            />
            <p>
              <strong>{texts.changeable(until)}</strong>
            </p>
            <Submit>{texts.save}</Submit>
          </Form>
        ) : (
          <section class="panel">
            <p class="muted">{texts.readOnly(until)}</p>
            <p class="written">{text || texts.nothing}</p>
          </section>
        )}
        <LeadersStart frame={frame}>
          <li>
            <a href={`/rounds/${team.roundId}`}>{texts.round}</a>
          </li>
        </LeadersStart>
      </>
    ),
  })
}
