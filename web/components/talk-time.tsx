import { dayText, instantText, spanText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { canDo, type TalkTime, type TalkView } from '../talk-view.ts'
import { slotTexts } from '../texts/slots.ts'
import { talkTexts } from '../texts/talk.ts'
import { Form, Submit, TextField } from './form.tsx'

export interface FreeTime {
  readonly id: string
  readonly startsAt: number
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
}

/** The employee's side of finding a time: what is set, another time, free times to pick, "I have not been invited". */
export function EmployeesTime({
  frame,
  talk,
  slots,
}: {
  frame: Frame
  talk: TalkView
  slots: readonly FreeTime[]
}) {
  const { appointment } = talk
  if (talk.dates.heldOn !== null) return null
  return (
    <>
      {appointment && <SetTime frame={frame} talk={talk} time={appointment} />}
      {slots.length > 0 && !appointment?.stands && <Slots frame={frame} talk={talk} slots={slots} />}
      {!appointment && <NotInvited frame={frame} talk={talk} />}
    </>
  )
}

/** A time as either party reads it: when and where; `of` = what it is of, to be had for a calendar too. */
export function TimeFacts({ frame, time, of }: { frame: Frame; time: TalkTime; of?: string | null }) {
  const texts = talkTexts[frame.language]
  return (
    <>
      <p>
        <strong>{spanText(frame, time.startsAt, time.minutes)}</strong>
        {time.place && (
          <>
            <br />
            {time.place}
          </>
        )}
      </p>
      {time.onlineUrl && (
        <p>
          <a href={time.onlineUrl} rel="noopener noreferrer">
            {texts.join}
          </a>
        </p>
      )}
      {of && <ToCalendar frame={frame} time={time} of={of} />}
    </>
  )
}

/** A time that stands, for one's own calendar; `of` = the talk's address, with the status talk or the offer it is of. */
export function ToCalendar({
  frame,
  time,
  of,
  text,
}: {
  frame: Frame
  time: TalkTime
  of: string
  text?: string
}) {
  if (!time.stands) return null
  return (
    <p>
      <a href={`/api/v1${of}/appointment/calendar`} download>
        {text ?? talkTexts[frame.language].addToCalendar}
      </a>
    </p>
  )
}

function SetTime({ frame, talk, time }: { frame: Frame; talk: TalkView; time: TalkTime }) {
  const texts = talkTexts[frame.language]
  const path = `/talks/${talk.id}/appointment`
  return (
    <section class="panel">
      <h2>{texts.time}</h2>
      <TimeFacts frame={frame} time={time} />
      <p>{howItStands(frame, time)}</p>
      {time.wish && <p class="muted written">{texts.wishWas(time.wish)}</p>}
      <ToCalendar frame={frame} time={time} of={`/talks/${talk.id}`} />
      {time.otherTimeAsked && !time.accepted && canDo(talk, 'accept-appointment') && (
        <Form frame={frame} action={`${path}/acceptance`}>
          <Submit kind="secondary">{texts.acceptAnyway}</Submit>
        </Form>
      )}
      {canDo(talk, 'ask-other-time') && (
        <OtherTime frame={frame} action={`${path}/other-time`} wish={time.wish ?? ''} />
      )}
    </section>
  )
}

function howItStands(frame: Frame, time: TalkTime): string {
  const texts = talkTexts[frame.language]
  if (time.otherTimeAsked) return time.stands ? texts.otherTimeAsked : texts.otherTimeOpen
  if (time.accepted) return texts.accepted
  if (time.answerBy !== null) return texts.shortNotice(instantText(frame, time.answerBy))
  return texts.standsUnanswered
}

/** "Another time, please", with one's own suggestions. */
export function OtherTime({
  frame,
  action,
  name = 'wish',
  wish,
}: {
  frame: Frame
  action: string
  name?: string
  wish: string
}) {
  const texts = talkTexts[frame.language]
  return (
    <details open={frame.sent?.action === action}>
      <summary>{texts.otherTime}</summary>
      <Form frame={frame} action={action}>
        <TextField
          name={name}
          label={texts.wish}
          hint={texts.wishHint}
          rows={3}
          maxLength={1000}
          value={wish}
        />
        <Submit kind="secondary">{texts.askOtherTime}</Submit>
      </Form>
    </details>
  )
}

function Slots({ frame, talk, slots }: { frame: Frame; talk: TalkView; slots: readonly FreeTime[] }) {
  const texts = talkTexts[frame.language]
  return (
    <section class="panel" id="free-times">
      <h2>{texts.slots}</h2>
      <p>{texts.slotsHint}</p>
      <Form frame={frame} action={`/talks/${talk.id}/slot-choice`}>
        <ul class="plain-list no-max-width">
          {slots.map(({ id, startsAt, minutes, place, onlineUrl }) => (
            <li key={id}>
              <Submit kind="secondary" name="slotId" value={id}>
                {texts.pick(spanText(frame, startsAt, minutes))}
                {place && `, ${place}`}
                {onlineUrl && `, ${slotTexts[frame.language].online}`}
              </Submit>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}

function NotInvited({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkTexts[frame.language]
  if (!canDo(talk, 'report-not-invited')) return null
  const { inviteDueOn } = talk.dates
  const says = !talk.hastensInvitation
    ? texts.notInvitedHint
    : inviteDueOn < frame.today
      ? texts.notInvitedLate
      : texts.notInvitedSoon
  const said = talk.history.findLast(({ event }) => event === 'report-not-invited')
  return (
    <section class="panel">
      <h2>{texts.notInvited}</h2>
      <p>{says(dayText(frame, inviteDueOn))}</p>
      {said && <p class="muted">{texts.notInvitedSaid(dayText(frame, frame.localTime(said.at).on))}</p>}
      <Form frame={frame} action={`/talks/${talk.id}/not-invited`}>
        <Submit kind="secondary">{texts.reportNotInvited}</Submit>
      </Form>
    </section>
  )
}
