import { earlierOf } from '../../domain/calendar/day.ts'
import { dayText, instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { leadersNext } from '../leader-next.ts'
import { canDo, type TalkTime, type TalkView, whyNot } from '../talk-view.ts'
import { leaderActsTexts } from '../texts/leader-acts.ts'
import { Form, Submit, TextField } from './form.tsx'
import { NextPanel, WayButton } from './next-panel.tsx'
import { TimeFacts, ToCalendar } from './talk-time.tsx'
import { TimeForm } from './time-form.tsx'

/** On top of a leader's talk: what to do, by when, and what happens if not; the question whether it was held first. */
export function LeadersNext({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = leaderActsTexts[frame.language]
  const { action, ...step } = leadersNext(frame, talk)
  const { contradictedOn } = talk.held
  const contradicted = contradictedOn && (
    <p>{texts.contradicted(talk.employee.name, dayText(frame, contradictedOn))}</p>
  )
  return (
    <NextPanel frame={frame} step={step} isPaused={talk.isPaused} words={texts} before={contradicted}>
      {talk.status === 'to-confirm' && <WasHeld frame={frame} talk={talk} />}
      {action && <WayButton way={action} />}
    </NextPanel>
  )
}

/** Held on a day, not held, or moved (R6.1). */
function WasHeld({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = leaderActsTexts[frame.language]
  const path = `/talks/${talk.id}`
  return (
    <>
      {canDo(talk, 'report-held') && <ReportHeld frame={frame} talk={talk} />}
      {canDo(talk, 'report-not-held') && (
        <Form frame={frame} action={`${path}/outcome/not-held`}>
          <div class="buttons">
            <Submit kind="secondary">{texts.notHeld}</Submit>
            <span class="muted">{texts.notHeldHint}</span>
          </div>
        </Form>
      )}
      {canDo(talk, 'set-appointment') && (
        <details open={frame.sent?.action === `${path}/appointment`}>
          <summary>{texts.moved}</summary>
          <TimeForm
            frame={frame}
            action={`${path}/appointment`}
            time={null}
            minutes={String(talk.appointment?.minutes ?? '')}
            button={texts.sendMove}
          />
        </details>
      )}
    </>
  )
}

function ReportHeld({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = leaderActsTexts[frame.language]
  const { appointment } = talk
  const talkOn = appointment ? frame.localTime(appointment.startsAt).on : frame.today
  return (
    <Form frame={frame} action={`/talks/${talk.id}/outcome`}>
      <TextField
        name="heldOn"
        label={texts.heldOn}
        type="date"
        width="s"
        value={earlierOf(talkOn, frame.today)}
        max={frame.today}
        required
      />
      <p class="muted">{texts.outcomeHint}</p>
      <Submit>{texts.held}</Submit>
    </Form>
  )
}

/** The talk's time: invite to one, move it, cancel it (R4.2). */
export function LeadersTime({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = leaderActsTexts[frame.language]
  const { appointment } = talk
  const path = `/talks/${talk.id}/appointment`
  if (talk.dates.heldOn !== null || talk.status === 'to-confirm') return null
  const canSet = canDo(talk, 'set-appointment')
  const refused = whyNot(talk, 'set-appointment')
  return (
    <section class="panel" id="time">
      <h2>{texts.time}</h2>
      {appointment ? (
        <SetTime frame={frame} time={appointment} of={`/talks/${talk.id}`} />
      ) : (
        <p>{refused ?? texts.noTime}</p>
      )}
      {canSet && (
        <details open={appointment === null || appointment.otherTimeAsked || frame.sent?.action === path}>
          <summary>{appointment ? texts.move : texts.invite}</summary>
          <TimeForm
            frame={frame}
            action={path}
            time={appointment}
            minutes=""
            button={appointment ? texts.sendMove : texts.send}
            hint={appointment ? texts.moveHint : texts.inviteHint}
          />
        </details>
      )}
      {!appointment && canSet && (
        <p>
          <a href="/team/invite">{texts.many}</a>
        </p>
      )}
      {appointment && canDo(talk, 'cancel-appointment') && (
        <CancelTime frame={frame} action={`${path}/cancellation`} />
      )}
      {canDo(talk, 'report-held') && (
        <details open={frame.sent?.action === `/talks/${talk.id}/outcome`}>
          <summary>{texts.alreadyHeld}</summary>
          <ReportHeld frame={frame} talk={talk} />
        </details>
      )}
    </section>
  )
}

function SetTime({ frame, time, of }: { frame: Frame; time: TalkTime; of: string }) {
  const texts = leaderActsTexts[frame.language]
  const how = time.accepted
    ? texts.accepted
    : time.answerBy === null
      ? texts.stands
      : texts.waits(instantText(frame, time.answerBy))
  return (
    <>
      <TimeFacts frame={frame} time={time} />
      {!time.otherTimeAsked && <p>{how}</p>}
      {time.wish && <p class="written">{texts.wish(time.wish)}</p>}
      {time.warnings.map(({ code, sentence }) => (
        <p key={code}>
          <span class="mark mark-wait">{sentence}</span>
        </p>
      ))}
      <ToCalendar frame={frame} time={time} of={of} text={texts.toCalendar} />
    </>
  )
}

/** Calling a time off is one step more, so that it does not happen by a slip. */
export function CancelTime({ frame, action }: { frame: Frame; action: string }) {
  const texts = leaderActsTexts[frame.language]
  return (
    <details>
      <summary>{texts.cancel}</summary>
      <Form frame={frame} action={action}>
        <p>{texts.cancelHint}</p>
        <Submit kind="warning">{texts.cancelTime}</Submit>
      </Form>
    </details>
  )
}
