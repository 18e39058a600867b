import { dayText, instantText } from '../dates.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import type { AccessStanding } from '../../domain/permissions.ts'
import type { Party } from '../../domain/talk/talk.ts'
import type { Frame } from '../frame.ts'
import { groupFeedbackTexts } from '../texts/group-feedback.ts'
import { canDo, type TalkView } from '../talk-view.ts'
import { talkAfterTexts } from '../texts/talk-after.ts'
import { talkTexts } from '../texts/talk.ts'
import { Form, Submit, TextField } from './form.tsx'

/** The employee confirms or contradicts what the leader reported (R6.1). */
export function WasItHeld({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkTexts[frame.language]
  const { contradictedOn, isConfirmed } = talk.held
  const path = `/talks/${talk.id}/outcome`
  if (contradictedOn !== null)
    return <p class="panel">{texts.contradicted(dayText(frame, contradictedOn))}</p>
  const isAsked = talk.status === 'held' && canDo(talk, 'confirm-held')
  if (talk.dates.heldOn === null || isConfirmed || !isAsked) return null
  return (
    <section class="panel">
      <h2>{texts.heldOn(dayText(frame, talk.dates.heldOn))}</h2>
      <p>{texts.heldAsk}</p>
      <div class="buttons">
        <Form frame={frame} action={`${path}/confirmation`}>
          <Submit kind="secondary">{texts.confirmHeld}</Submit>
        </Form>
        {canDo(talk, 'contradict-held') && (
          <Form frame={frame} action={`${path}/contradiction`}>
            <Submit kind="secondary">{texts.contradictHeld}</Submit>
          </Form>
        )}
      </div>
      {canDo(talk, 'contradict-held') && <p class="muted">{texts.contradictHint}</p>}
    </section>
  )
}

/** The leader has answered that it was not held: whoever was there says otherwise (R6.1). */
export function ItWasHeld({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkTexts[frame.language]
  const said = talk.history.findLast(({ event }) => event === 'report-not-held')
  if (said === undefined || talk.appointment !== null || !canDo(talk, 'write-topic')) return null
  const action = `/talks/${talk.id}/topics/was-held`
  return (
    <section class="panel">
      <h2>{texts.notHeldSaid(dayText(frame, frame.localTime(said.at).on))}</h2>
      <p>{texts.wasHeldHint}</p>
      <details open={frame.sent?.action === action}>
        <summary>{texts.wasHeld}</summary>
        <Form frame={frame} action={action}>
          <TextField name="heldWhen" label={texts.heldWhen} maxLength={200} required />
          <Submit kind="secondary">{texts.sayWasHeld}</Submit>
        </Form>
      </details>
    </section>
  )
}

/** Everything to read and write around the talk, each in one place. */
export function TalkLinks({
  frame,
  talk,
  hasFeedback = false,
}: {
  frame: Frame
  talk: TalkView
  hasFeedback?: boolean
}) {
  const texts = talkTexts[frame.language]
  const path = `/talks/${talk.id}`
  const isLeader = talk.standing.party === 'leader'
  const links = [
    [`${path}/preparation`, isLeader ? texts.leaderPreparation : texts.preparation],
    [`${path}/plan`, texts.plan],
    ...(hasFeedback
      ? [[`${path}/group-feedback`, groupFeedbackTexts[frame.language].employees.link] as const]
      : []),
    [`${path}/orientation`, texts.orientation],
    [`${path}/materials/guide`, texts.guide],
    [`${path}/materials/conversation-guide`, texts.conversationGuide],
  ] as const
  return (
    <nav class="panel" aria-labelledby="talk-links">
      <h2 id="talk-links">{texts.materials}</h2>
      <ul>
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface AccessView {
  readonly name: string
  readonly onBehalfOf: string | null
  readonly standing: AccessStanding | null
  /** With which the plan was opened. */
  readonly reason: string | null
  readonly what: string
  readonly at: Instant
}

/** Lines that stand open; older ones are folded. */
const SHOWN_AT_ONCE = 50

interface AccessesParts {
  readonly frame: Frame
  /** Who reads the list. */
  readonly party: Party
  readonly accesses: readonly AccessView[]
}

/** Who has read what of the talk, and why they could (R15.2). */
export function Accesses({ frame, party, accesses }: AccessesParts) {
  const texts = talkAfterTexts[frame.language]
  const older = accesses.slice(SHOWN_AT_ONCE)
  return (
    <details>
      <summary>{texts.accesses}</summary>
      <p>{accesses.length === 0 ? texts.noAccesses : texts.accessesHint}</p>
      <AccessLines frame={frame} party={party} accesses={accesses.slice(0, SHOWN_AT_ONCE)} />
      {older.length > 0 && (
        <details>
          <summary>{texts.olderAccesses(older.length)}</summary>
          <AccessLines frame={frame} party={party} accesses={older} />
        </details>
      )}
    </details>
  )
}

function AccessLines({ frame, party, accesses }: AccessesParts) {
  const texts = talkAfterTexts[frame.language]
  return (
    <ul>
      {accesses.map(({ name, onBehalfOf, standing, reason, what, at }) => (
        <li key={`${at} ${name} ${what}`}>
          {texts.accessLine(name, texts.accessWhat[what] ?? what)}
          {standing && ` ${texts.accessWhy[party][standing]}`}
          {onBehalfOf && ` ${texts.onBehalfOf(onBehalfOf)}`}, {instantText(frame, at)}
          {reason && <span class="written"> – {texts.accessReason(reason)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What has happened, newest first. */
export function History({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkAfterTexts[frame.language]
  const told = talk.history
    .flatMap((line) => {
      const what = texts.events[line.event]
      return what === undefined ? [] : [{ ...line, what }]
    })
    .toReversed()
  if (told.length === 0) return null
  return (
    <details>
      <summary>{texts.history}</summary>
      <ul>
        {told.map(({ what, at, by, onBehalfOf }) => (
          <li key={`${at} ${what}`}>
            {what}
            {by && ` ${texts.byName(by)}`}
            {onBehalfOf && ` (${texts.onBehalfOf(onBehalfOf)})`}, {instantText(frame, at)}
          </li>
        ))}
      </ul>
    </details>
  )
}
