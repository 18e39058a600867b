import type { Instant } from '../../domain/calendar/day.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { inviteTexts } from '../texts/invite.ts'
import { teamTexts } from '../texts/team.ts'

export interface InvitedView {
  readonly talkId: string
  readonly employee: string
  /** The leader whose deputy invited. */
  readonly onBehalfOf: string | null
  readonly startsAt: Instant
  /** Until when it can be accepted, where notice is short; null where it stands. */
  readonly answerBy: Instant | null
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[]
}

/** What became of each invitation. */
export function inviteSentPage(frame: Frame, invited: readonly InvitedView[], left: number): string {
  const texts = inviteTexts[frame.language]
  return renderPage({
    frame,
    section: 'team',
    title: texts.sentTitle,
    lead: <p>{texts.sentLead(invited.length)}</p>,
    children: (
      <>
        <ul class="owed plain-list no-max-width">
          {invited.map(({ talkId, employee, onBehalfOf, startsAt, answerBy, warnings }) => (
            <li key={talkId}>
              <a href={`/talks/${talkId}`}>{employee}</a>
              <p>{instantText(frame, startsAt)}</p>
              {onBehalfOf && <p class="on-behalf">{teamTexts[frame.language].onBehalfOf(onBehalfOf)}</p>}
              <p class="muted">{answerBy ? texts.waits(instantText(frame, answerBy)) : texts.stands}</p>
              {warnings.map(({ code, sentence }) => (
                <p key={code}>
                  <span class="mark mark-wait">{sentence}</span>
                </p>
              ))}
            </li>
          ))}
        </ul>
        <div class="buttons">
          <a class="button button-primary" href="/team">
            {texts.toTeam}
          </a>
          {left > 0 && (
            <a class="button button-secondary" href="/team/invite">
              {texts.nextInvite}
            </a>
          )}
        </div>
      </>
    ),
  })
}
