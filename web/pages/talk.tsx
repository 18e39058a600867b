import type { Instant } from '../../domain/calendar/day.ts'
import type { TalkStatus } from '../../domain/talk/talk.ts'
import { Form, Submit, TextField } from '../components/form.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { TimeLine } from '../components/time-line.tsx'
import { spanText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { milestonesOf, type TalkCourse } from '../talk-milestones.ts'
import { talkTexts } from '../texts/talk.ts'

/** A talk as one of those sees it who may (R15.1): structurally what the api answers. */
export interface TalkPageView extends TalkCourse {
  readonly status: TalkStatus
  readonly round: { readonly name: string }
  readonly employee: { readonly name: string; readonly unit: string }
  readonly leader: { readonly name: string } | null
  readonly standing: { readonly party: 'employee' | 'leader' | null; readonly onBehalfOf: string | null }
  readonly appointment: TalkTime | null
  readonly acts: readonly {
    readonly act: string
    readonly subject: string
    readonly refused: { readonly code: string; readonly sentence: string } | null
  }[]
}

interface TalkTime {
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string | null
  readonly onlineUrl: string | null
  readonly stands: boolean
  readonly accepted: boolean
}

export function talkPage(frame: Frame, talk: TalkPageView): string {
  const texts = talkTexts[frame.language]
  const { party } = talk.standing
  return renderPage({
    frame,
    section: party === 'leader' ? 'team' : 'home',
    title:
      party === 'employee' ? texts.ownTitle(frame.talkName) : texts.title(frame.talkName, talk.employee.name),
    lead: (
      <p>
        {talk.round.name} <StatusMark frame={frame} status={talk.status} />
      </p>
    ),
    children: (
      <>
        {talk.appointment && <Appointment frame={frame} talk={talk} time={talk.appointment} />}
        <section class="panel">
          <h2>{texts.course}</h2>
          <TimeLine frame={frame} milestones={milestonesOf(frame, talk, party)} />
        </section>
      </>
    ),
  })
}

function Appointment({ frame, talk, time }: { frame: Frame; talk: TalkPageView; time: TalkTime }) {
  const texts = talkTexts[frame.language]
  const can = (act: string) =>
    talk.acts.some((one) => one.act === act && one.subject === talk.id && !one.refused)
  const path = `/talks/${talk.id}/appointment`
  return (
    <section class="panel next">
      <h2>{spanText(frame, time.startsAt, time.minutes)}</h2>
      {time.place && <p>{time.place}</p>}
      {can('accept-appointment') && !time.accepted && (
        <Form frame={frame} action={`${path}/acceptance`}>
          <Submit>{texts.accept}</Submit>
        </Form>
      )}
      {can('ask-other-time') && (
        <details open={frame.sent?.action === `${path}/other-time`}>
          <summary>{texts.otherTime}</summary>
          <Form frame={frame} action={`${path}/other-time`}>
            <TextField name="wish" label={texts.wish} hint={texts.wishHint} rows={3} maxLength={1000} />
            <Submit kind="secondary">{texts.askOtherTime}</Submit>
          </Form>
        </details>
      )}
    </section>
  )
}
