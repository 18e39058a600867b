import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { canDo, type OfferView, type TalkView } from '../talk-view.ts'
import { talkAgendaTexts } from '../texts/talk-agenda.ts'
import { Form, Submit, TextField } from './form.tsx'
import { TimeFacts } from './talk-time.tsx'

export interface TopicView {
  readonly id: string
  readonly kind: 'topic' | 'form-does-not-fit' | 'was-held'
  readonly text: string
}

/** What the employee wants on the agenda: written by them, read by both (R4.4). */
export function Topics({
  frame,
  talk,
  topics,
}: {
  frame: Frame
  talk: TalkView
  topics: readonly TopicView[]
}) {
  const texts = talkAgendaTexts[frame.language]
  const isOwn = talk.standing.party === 'employee'
  const mayWrite = canDo(talk, 'write-topic')
  const path = `/talks/${talk.id}/topics`
  if (!mayWrite && topics.length === 0) return null
  return (
    <section class="panel" id="topics">
      <h2>{isOwn ? texts.topics : texts.topicsOf(talk.employee.name)}</h2>
      {mayWrite && <p>{texts.topicsHint}</p>}
      {topics.length === 0 && !isOwn && <p class="muted">{texts.noTopics}</p>}
      <ul class="plain-list no-max-width lines">
        {topics.map(({ id, kind, text }) => (
          <li key={id}>
            <div>
              {kind === 'form-does-not-fit' && <p class="muted">{texts.formSaid}</p>}
              {kind === 'was-held' && <p class="muted">{texts.wasHeldSaid}</p>}
              <p class="written">{text}</p>
            </div>
            {isOwn && (
              <Form frame={frame} action={`${path}/${id}/removal`}>
                <button class="button button-tertiary" type="submit" aria-label={texts.remove(text)}>
                  {texts.removeShort}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <AddTopic frame={frame} path={path} />}
    </section>
  )
}

function AddTopic({ frame, path }: { frame: Frame; path: string }) {
  const texts = talkAgendaTexts[frame.language]
  const misfit = `${path}/form-does-not-fit`
  return (
    <>
      <Form frame={frame} action={path}>
        <TextField name="text" label={texts.topic} rows={2} maxLength={2000} required />
        <Submit kind="secondary">{texts.add}</Submit>
      </Form>
      <details open={frame.sent?.action === misfit}>
        <summary>{texts.formDoesNotFit}</summary>
        <Form frame={frame} action={misfit}>
          <TextField
            name="why"
            label={texts.formWhy}
            hint={texts.formHint}
            rows={3}
            maxLength={2000}
            required
          />
          <Submit kind="secondary">{texts.formSend}</Submit>
        </Form>
      </details>
    </>
  )
}

/** What the leader has offered beside the talk; answering is the employee's (R4.5). */
export function EmployeesOffers({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const offers = talk.content?.offers ?? []
  if (offers.length === 0) return null
  return (
    <section class="panel" id="offers">
      <h2>{talkAgendaTexts[frame.language].offers}</h2>
      {offers.map((offer) => (
        <Offer key={offer.id} frame={frame} talk={talk} offer={offer} />
      ))}
    </section>
  )
}

function Offer({ frame, talk, offer }: { frame: Frame; talk: TalkView; offer: OfferView }) {
  const texts = talkAgendaTexts[frame.language]
  const { kind, answer, appointment, heldOn } = offer
  const path = `/talks/${talk.id}/offers/${kind}`
  return (
    <div class="part">
      <h3>{texts.offerTitle[kind]}</h3>
      {kind !== 'return' && (
        <p>
          <a href={`/talks/${talk.id}/materials/${kind}-guide`}>{texts.offerGuide}</a>
        </p>
      )}
      {answer && <p>{answer === 'yes' ? texts.saidYes : texts.saidNo}</p>}
      {heldOn !== null && <p>{texts.offerHeld(dayText(frame, heldOn))}</p>}
      {heldOn === null && <AnswerOffer frame={frame} path={path} answer={answer} />}
      {heldOn === null && answer === 'yes' && !appointment && <p class="muted">{texts.offerWaits}</p>}
      {heldOn === null && appointment && <TimeFacts frame={frame} time={appointment} of={path} />}
      {canDo(talk, 'cancel-extra-appointment', offer.id) && (
        <Form frame={frame} action={`${path}/appointment/cancellation`}>
          <Submit kind="tertiary">{texts.cancelTime}</Submit>
        </Form>
      )}
    </div>
  )
}

function AnswerOffer({ frame, path, answer }: { frame: Frame; path: string; answer: string | null }) {
  const texts = talkAgendaTexts[frame.language]
  return (
    <>
      {answer === null && <p>{texts.offerAsk}</p>}
      <Form frame={frame} action={`${path}/answer`} class="buttons">
        {answer !== 'yes' && (
          <Submit kind={answer ? 'tertiary' : 'primary'} name="answer" value="yes">
            {answer ? texts.changeToYes : texts.offerYes}
          </Submit>
        )}
        {answer !== 'no' && (
          <Submit kind={answer ? 'tertiary' : 'secondary'} name="answer" value="no">
            {answer ? texts.changeToNo : texts.offerNo}
          </Submit>
        )}
      </Form>
    </>
  )
}
