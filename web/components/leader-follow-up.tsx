import type { ExtraKind } from '../../domain/talk/talk.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { canDo, type OfferView, type StatusTalkView, type TalkView } from '../talk-view.ts'
import { leaderActsTexts } from '../texts/leader-acts.ts'
import { Form, Submit, TextField } from './form.tsx'
import { CancelTime } from './leader-acts.tsx'
import { TimeFacts } from './talk-time.tsx'
import { TimeForm } from './time-form.tsx'

const kinds: readonly ExtraKind[] = ['senior', 'leader-talent', 'return']

/**
 * Senior and leader-talent talks: offered, answered, arranged, held; what must be offered is marked (R4.5). After a long
 * leave the rules offer a return talk (R13.2).
 */
export function LeadersOffers({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = leaderActsTexts[frame.language]
  const { content } = talk
  if (content === null) return null
  const offerOf = (kind: ExtraKind) => content.offers.find((offer) => offer.kind === kind)
  const isDue = (kind: ExtraKind) => content.offersDue.includes(kind)
  const shown = kinds.filter((kind) => kind !== 'return' || offerOf(kind) !== undefined)
  if (content.offers.length === 0 && !canDo(talk, 'make-offer')) return null
  return (
    <details
      class="panel"
      id="offers"
      open={kinds.some((kind) => isDue(kind) || isOpen(offerOf(kind))) || isAbout(frame, talk)}
    >
      <summary>{texts.offers}</summary>
      <p class="muted">{texts.offersHint}</p>
      {shown.map((kind) => (
        <article class="part" key={kind}>
          <h3>
            {texts.offerNames[kind]} {isDue(kind) && <span class="mark mark-wait">{texts.offerDue}</span>}
          </h3>
          {kind === 'return' && <p>{texts.returnHint}</p>}
          <LeadersOffer frame={frame} talk={talk} kind={kind} offer={offerOf(kind)} />
        </article>
      ))}
    </details>
  )
}

function isOpen(offer: OfferView | undefined): boolean {
  return offer !== undefined && offer.answer !== 'no' && offer.heldOn === null
}

function isAbout(frame: Frame, talk: TalkView): boolean {
  return frame.sent?.action.startsWith(`/talks/${talk.id}/offers`) ?? false
}

function LeadersOffer({
  frame,
  talk,
  kind,
  offer,
}: {
  frame: Frame
  talk: TalkView
  kind: ExtraKind
  offer: OfferView | undefined
}) {
  const texts = leaderActsTexts[frame.language]
  const path = `/talks/${talk.id}/offers/${kind}`
  if (offer === undefined) {
    if (!canDo(talk, 'make-offer')) return null
    return (
      <Form frame={frame} action={path}>
        <Submit kind="secondary">{texts.offer(texts.offerNames[kind])}</Submit>
      </Form>
    )
  }
  const { id, answer, appointment, heldOn } = offer
  const suffix = `-${kind}`
  return (
    <>
      <p>
        {texts.offered(dayText(frame, frame.localTime(offer.offeredAt).on))}{' '}
        {answer === 'yes' || answer === 'no' ? texts.answers[answer] : texts.noAnswer}
      </p>
      {heldOn && <p>{texts.offerHeld(dayText(frame, heldOn))}</p>}
      {appointment && !heldOn && <TimeFacts frame={frame} time={appointment} of={path} />}
      {canDo(talk, 'set-extra-appointment', id) && (
        <details open={appointment === null || frame.sent?.action === `${path}/appointment`}>
          <summary>{texts.offerTime}</summary>
          <TimeForm
            frame={frame}
            action={`${path}/appointment`}
            time={appointment}
            minutes=""
            suffix={suffix}
            button={texts.send}
          />
        </details>
      )}
      {appointment && canDo(talk, 'cancel-extra-appointment', id) && (
        <CancelTime frame={frame} action={`${path}/appointment/cancellation`} />
      )}
      {canDo(talk, 'report-extra-held', id) && (
        <details open={frame.sent?.action === `${path}/outcome`}>
          <summary>{texts.reportOfferHeld}</summary>
          <Form frame={frame} action={`${path}/outcome`}>
            <HeldOn frame={frame} name={`heldOn${suffix}`} />
            <Submit kind="secondary">{texts.reportOfferHeld}</Submit>
          </Form>
        </details>
      )}
    </>
  )
}

function HeldOn({ frame, name }: { frame: Frame; name: string }) {
  const texts = leaderActsTexts[frame.language]
  return (
    <TextField
      name={name}
      label={texts.heldOn}
      type="date"
      width="s"
      value={frame.today}
      max={frame.today}
      required
    />
  )
}

/** What only the leader does with a status talk: set its time, cancel it, register it as held (R9.1). */
export function LeadersStatusTalk({
  frame,
  talk,
  one,
}: {
  frame: Frame
  talk: TalkView
  one: StatusTalkView
}) {
  const texts = leaderActsTexts[frame.language]
  const path = `/talks/${talk.id}/status-talks/${one.id}`
  const suffix = `-${one.id}`
  return (
    <>
      {one.appointment?.wish && <p class="written">{texts.wish(one.appointment.wish)}</p>}
      {canDo(talk, 'set-status-appointment', one.id) && (
        <details
          open={frame.sent?.action === `${path}/appointment` || one.appointment?.otherTimeAsked === true}
        >
          <summary>{texts.statusTime}</summary>
          <TimeForm
            frame={frame}
            action={`${path}/appointment`}
            time={one.appointment}
            minutes=""
            suffix={suffix}
            button={one.appointment ? texts.sendMove : texts.send}
          />
        </details>
      )}
      {one.appointment && canDo(talk, 'cancel-status-appointment', one.id) && (
        <CancelTime frame={frame} action={`${path}/appointment/cancellation`} />
      )}
      {canDo(talk, 'report-status-talk-held', one.id) && (
        <details open={frame.sent?.action === `${path}/outcome`}>
          <summary>{texts.statusHeld}</summary>
          <Form frame={frame} action={`${path}/outcome`}>
            <HeldOn frame={frame} name={`heldOn${suffix}`} />
            <TextField
              name={`note${suffix}`}
              label={texts.note}
              hint={texts.noteHint}
              rows={3}
              maxLength={2000}
            />
            <Submit kind="secondary">{texts.statusHeld}</Submit>
          </Form>
        </details>
      )}
    </>
  )
}

/** What the talk was about, in words that are only ever counted for a whole team (R10.1). */
export function Themes({ frame, talk, themes }: { frame: Frame; talk: TalkView; themes: readonly string[] }) {
  const texts = leaderActsTexts[frame.language]
  const action = `/talks/${talk.id}/themes`
  if (talk.dates.heldOn === null) return null
  return (
    <details class="panel" id="themes" open={frame.sent?.action === action}>
      <summary>{texts.themes}</summary>
      <p>{texts.themesHint(talk.round.minimumGroup)}</p>
      <Form frame={frame} action={action}>
        <TextField
          name="themes"
          label={texts.themesField}
          hint={texts.themesFieldHint}
          value={themes.join(', ')}
          maxLength={600}
        />
        <Submit kind="secondary">{texts.saveThemes}</Submit>
      </Form>
    </details>
  )
}
