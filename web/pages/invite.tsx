import type { Day } from '../../domain/calendar/day.ts'
import { Checkboxes, Form, Submit } from '../components/form.tsx'
import { HoursFields, PlaceFields, type ShownHours } from '../components/hours-fields.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import type { TeamTalkView } from '../team-next-step.ts'
import { hoursTexts } from '../texts/hours.ts'
import { inviteTexts } from '../texts/invite.ts'
import { teamTexts } from '../texts/team.ts'

/** Somebody who has no time yet and can be invited. */
export interface InviteeView extends TeamTalkView {
  readonly roundName: string
  /** The leader whom the person acts for. */
  readonly onBehalfOf: string | null
  readonly earliestOn: Day | null
}

export interface InviteView {
  readonly invitees: readonly InviteeView[]
  readonly chosen: readonly string[]
  readonly hours: ShownHours & { readonly place: string; readonly onlineUrl: string }
}

/** The first step: who, and when the leader has time. */
export function invitePage(frame: Frame, { invitees, chosen, hours }: InviteView): string {
  const texts = inviteTexts[frame.language]
  const isOneRound = new Set(invitees.map(({ roundName }) => roundName)).size === 1
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    back: { href: '/team', text: texts.back },
    lead: <p>{invitees.length > 0 ? texts.lead : texts.nobody}</p>,
    children: invitees.length > 0 && (
      <Form frame={frame} action="/team/invite">
        <section class="panel choices-wide">
          <Checkboxes
            name="talkIds"
            label={texts.who}
            hint={texts.whoHint}
            values={chosen}
            options={invitees.map((invitee) => ({
              value: invitee.id,
              label: isOneRound ? invitee.employee : `${invitee.employee} · ${invitee.roundName}`,
              hint: aboutInvitee(frame, invitee),
            }))}
            required
          />
        </section>
        <section class="panel">
          <h2>{hoursTexts[frame.language].when}</h2>
          <HoursFields frame={frame} hours={hours} />
        </section>
        <section class="panel">
          <h2>{hoursTexts[frame.language].where}</h2>
          <PlaceFields frame={frame} place={hours.place} onlineUrl={hours.onlineUrl} />
        </section>
        <div class="buttons">
          <Submit>{texts.propose}</Submit>
        </div>
      </Form>
    ),
  })
}

function aboutInvitee(frame: Frame, { owed, leave, earliestOn, onBehalfOf }: InviteeView): string {
  const texts = inviteTexts[frame.language]
  const due = owed.find(({ obligation }) => obligation === 'invite' || obligation === 'hold')
  return [
    onBehalfOf && teamTexts[frame.language].onBehalfOf(onBehalfOf),
    due && texts.due(dayText(frame, due.dueOn)),
    leave && (leave.to ? texts.leave(dayText(frame, leave.to)) : texts.openLeave),
    earliestOn ? texts.earliest(dayText(frame, earliestOn)) : texts.noEarliest,
  ]
    .filter(Boolean)
    .join(' · ')
}
