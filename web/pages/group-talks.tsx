import type { Day, Instant } from '../../domain/calendar/day.ts'
import { Checkboxes, Form, Hidden, Submit, TextField } from '../components/form.tsx'
import { TimeFields } from '../components/time-form.tsx'
import { dayText, spanText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { groupTalkTexts } from '../texts/group-talks.ts'

/** The team talks (GRUS) of one leader in one round: structurally what the api answers. */
export interface GroupTalksView {
  readonly roundId: string
  readonly roundName: string
  readonly leaderId: string
  readonly onBehalfOf: string | null
  /** Minutes of the round's talks, offered first. */
  readonly usualMinutes: number
  readonly members: readonly Member[]
  readonly groupTalks: readonly GroupTalkView[]
}

interface Member {
  readonly talkId: string
  readonly employee: string
}

interface GroupTalkView {
  readonly id: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  readonly status: 'planned' | 'held' | 'cancelled'
  readonly heldOn: Day | null
  readonly parts: readonly (Member & { readonly tookPart: boolean | null })[]
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[]
  /** It has begun: it can be reported held, and no longer be changed. */
  readonly hasBegun: boolean
}

/** Where a leader calls several of the team in to one talk, and says afterwards who took part (§12). */
export function groupTalksPage(frame: Frame, view: GroupTalksView): string {
  const texts = groupTalkTexts[frame.language]
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    back: { href: '/team', text: texts.back },
    lead: (
      <>
        <p>
          {view.roundName}
          {view.onBehalfOf !== null && <span class="on-behalf"> {texts.onBehalfOf(view.onBehalfOf)}</span>}
        </p>
        <p>{texts.lead(frame.talkName)}</p>
      </>
    ),
    children: (
      <>
        {view.groupTalks.length === 0 && <p class="panel">{texts.none}</p>}
        {view.groupTalks.map((one) => (
          <GroupTalk key={one.id} frame={frame} view={view} one={one} />
        ))}
        <section class="panel">
          <h2>{texts.add}</h2>
          {view.members.length < 2 ? <p>{texts.tooFew}</p> : <NewGroupTalk frame={frame} view={view} />}
        </section>
      </>
    ),
  })
}

interface PartParts {
  frame: Frame
  view: GroupTalksView
  one: GroupTalkView
}

function GroupTalk({ frame, view, one }: PartParts) {
  const texts = groupTalkTexts[frame.language]
  const mark = { planned: 'plain', held: 'good', cancelled: 'quiet' }[one.status]
  return (
    <section class="panel">
      <h2>
        {spanText(frame, one.startsAt, one.minutes)}{' '}
        <span class={`mark mark-${mark}`}>{texts.states[one.status]}</span>
      </h2>
      {one.place && <p>{one.place}</p>}
      {one.heldOn && <p>{texts.heldOn(dayText(frame, one.heldOn))}</p>}
      {one.warnings.map(({ code, sentence }) => (
        <p class="muted" key={code}>
          {sentence}
        </p>
      ))}
      <h3>{texts.members}</h3>
      <ul>
        {one.parts.map(({ talkId, employee, tookPart }) => (
          <li key={talkId}>
            {employee}
            {tookPart !== null && ` – ${tookPart ? texts.tookPart : texts.didNot}`}
          </li>
        ))}
      </ul>
      {one.status === 'planned' && !one.hasBegun && <Changes frame={frame} view={view} one={one} />}
      {one.status !== 'cancelled' && one.hasBegun && <Held frame={frame} view={view} one={one} />}
    </section>
  )
}

function Changes({ frame, view, one }: PartParts) {
  const texts = groupTalkTexts[frame.language]
  const path = pathOf(view, one)
  const known = new Map([...one.parts, ...view.members].map((member) => [member.talkId, member]))
  return (
    <>
      <details open={frame.sent?.action === path}>
        <summary>{texts.change}</summary>
        <Form frame={frame} action={path}>
          <Hidden name="leaderId" value={view.leaderId} />
          <TimeFields frame={frame} time={one} minutes="" suffix={`-${one.id}`} />
          <Whom frame={frame} name={`talkIds-${one.id}`} members={[...known.values()]} chosen={one.parts} />
          <Submit kind="secondary">{texts.save}</Submit>
        </Form>
      </details>
      <Form frame={frame} action={`${path}/cancellation`}>
        <Hidden name="leaderId" value={view.leaderId} />
        <Submit kind="tertiary">{texts.cancel}</Submit>
      </Form>
    </>
  )
}

function Held({ frame, view, one }: PartParts) {
  const texts = groupTalkTexts[frame.language]
  const path = `${pathOf(view, one)}/outcome`
  const isNew = one.heldOn === null
  return (
    <details open={isNew || frame.sent?.action === path}>
      <summary>{isNew ? texts.report : texts.correct}</summary>
      <Form frame={frame} action={path}>
        <Hidden name="leaderId" value={view.leaderId} />
        <TextField
          name={`heldOn-${one.id}`}
          label={texts.day}
          type="date"
          width="m"
          value={one.heldOn ?? frame.localTime(one.startsAt).on}
          max={frame.today}
          required
        />
        <Checkboxes
          name={`tookPart-${one.id}`}
          label={texts.whoTookPart}
          hint={texts.whoTookPartHint}
          values={one.parts.filter(({ tookPart }) => tookPart !== false).map(({ talkId }) => talkId)}
          options={one.parts.map(({ talkId, employee }) => ({ value: talkId, label: employee }))}
          required
        />
        <Submit kind={isNew ? 'primary' : 'secondary'}>{texts.keep}</Submit>
      </Form>
    </details>
  )
}

function NewGroupTalk({ frame, view }: { frame: Frame; view: GroupTalksView }) {
  const texts = groupTalkTexts[frame.language]
  return (
    <Form frame={frame} action={`/rounds/${view.roundId}/group-talks`}>
      <Hidden name="leaderId" value={view.leaderId} />
      <TimeFields frame={frame} time={null} minutes={String(view.usualMinutes)} />
      <Whom frame={frame} name="talkIds" members={view.members} chosen={view.members} />
      <Submit>{texts.invite}</Submit>
    </Form>
  )
}

function Whom({
  frame,
  name,
  members,
  chosen,
}: {
  frame: Frame
  name: string
  members: readonly Member[]
  chosen: readonly Member[]
}) {
  const texts = groupTalkTexts[frame.language]
  return (
    <Checkboxes
      name={name}
      label={texts.whom}
      hint={texts.whomHint}
      values={chosen.map(({ talkId }) => talkId)}
      options={members.map(({ talkId, employee }) => ({ value: talkId, label: employee }))}
      required
    />
  )
}

function pathOf({ roundId }: GroupTalksView, { id }: GroupTalkView): string {
  return `/rounds/${roundId}/group-talks/${id}`
}
