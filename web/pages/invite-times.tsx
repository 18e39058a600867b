import type { Instant } from '../../domain/calendar/day.ts'
import { Form, Hidden, Submit, TextField } from '../components/form.tsx'
import { instantText, timeValue } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { hoursTexts } from '../texts/hours.ts'
import { inviteTexts } from '../texts/invite.ts'
import { teamTexts } from '../texts/team.ts'

export interface ProposedTimeView {
  readonly talkId: string
  readonly employee: string
  /** The leader whose deputy invites. */
  readonly onBehalfOf: string | null
  /** Null where there is none, with the reason. */
  readonly startsAt: Instant | null
  readonly reason: string | null
}

export interface InviteTimesView {
  readonly times: readonly ProposedTimeView[]
  /** Of those who were chosen, who has a time by now. */
  readonly already: readonly {
    readonly talkId: string
    readonly employee: string
    readonly startsAt: Instant
  }[]
  /** What was chosen in the step before, by the names of its inputs. */
  readonly chosen: Readonly<Record<string, string>>
  readonly changeHref: string
}

/** The second step: a time for each, to be adjusted and sent. */
export function inviteTimesPage(frame: Frame, view: InviteTimesView): string {
  const texts = inviteTexts[frame.language]
  const { times, already, chosen, changeHref } = view
  return renderPage({
    frame,
    section: 'team',
    title: texts.timesTitle,
    back: { href: changeHref, text: texts.change },
    lead: times.length > 0 && <p>{texts.timesLead(times.length)}</p>,
    children: (
      <>
        {already.length > 0 && <Already frame={frame} already={already} />}
        {times.length > 0 && (
          <Form frame={frame} action="/team/invite/times">
            {Object.entries(chosen).map(([name, value]) => (
              <Hidden key={name} name={name} value={value} />
            ))}
            {times.map((time) => (
              <ProposedTime key={time.talkId} frame={frame} time={time} place={chosen.place ?? ''} />
            ))}
            {times.length > 1 && <p class="muted">{texts.leaveOut}</p>}
            <div class="buttons">
              <Submit>{texts.send(times.length)}</Submit>
              <a class="button button-secondary" href={changeHref}>
                {texts.change}
              </a>
            </div>
          </Form>
        )}
      </>
    ),
  })
}

function Already({ frame, already }: { frame: Frame; already: InviteTimesView['already'] }) {
  const texts = inviteTexts[frame.language]
  return (
    <section class="panel">
      <h2>{texts.already}</h2>
      <ul>
        {already.map(({ talkId, employee, startsAt }) => (
          <li key={talkId}>
            <a href={`/talks/${talkId}`}>{employee}</a>: {instantText(frame, startsAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ProposedTime({ frame, time, place }: { frame: Frame; time: ProposedTimeView; place: string }) {
  const texts = inviteTexts[frame.language]
  const fields = hoursTexts[frame.language]
  const { talkId, employee, onBehalfOf, startsAt, reason } = time
  const local = startsAt === null ? null : frame.localTime(startsAt)
  return (
    <fieldset class="panel tight">
      <legend>
        {employee}
        {onBehalfOf && <span class="on-behalf"> {teamTexts[frame.language].onBehalfOf(onBehalfOf)}</span>}
      </legend>
      {reason && (
        <p>
          <span class="mark mark-wait">{texts.noTime}</span> {reason}
        </p>
      )}
      <div class="field-row">
        <TextField
          name={`on.${talkId}`}
          label={fields.day}
          type="date"
          value={local?.on ?? ''}
          width="s"
          bare
        />
        <TextField
          name={`time.${talkId}`}
          label={fields.time}
          type="time"
          value={local ? timeValue(local.minutes) : ''}
          width="s"
          bare
        />
        <TextField
          name={`place.${talkId}`}
          label={fields.place}
          value={place}
          maxLength={200}
          width="l"
          bare
        />
      </div>
    </fieldset>
  )
}
