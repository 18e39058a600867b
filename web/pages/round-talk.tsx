import type { ComponentChildren } from 'preact'
import { exemptReasons } from '../../domain/eligibility.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import type { Day } from '../../domain/calendar/day.ts'
import { notHeldReasons } from '../../domain/talk/talk.ts'
import { Form, Select, Submit, TextField } from '../components/form.tsx'
import { type NoticeLine, TalkNotices } from '../components/talk-notices.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { TimeLine } from '../components/time-line.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { milestonesOf, type TalkCourse } from '../talk-milestones.ts'
import { owedWords } from '../texts/escalations.ts'
import { planOpeningTexts } from '../texts/plan-opening.ts'
import { type ActWords, roundTalksTexts } from '../texts/round-talks.ts'
import { reasonText } from '../texts/reasons.ts'
import { talkTexts } from '../texts/talk.ts'
import { timeLineTexts } from '../texts/time-line.ts'
import { talkName } from '../talk-name.ts'

export interface RoundTalkView extends TalkCourse {
  readonly round: { readonly id: string; readonly name: string; readonly kind: RoundKind }
  readonly outcomeReason: string | null
  readonly employee: { readonly name: string; readonly unit: string }
  readonly leader: { readonly name: string } | null
  readonly forHr: { readonly personId: string; readonly employmentId: string } | null
  readonly notices: readonly NoticeLine[]
  readonly owed: readonly {
    readonly obligation: string
    readonly subject: string
    readonly dueOn: Day
    readonly isOverdue: boolean
  }[]
  readonly acts: readonly {
    readonly act: string
    readonly refused: { readonly code: string; readonly sentence: string } | null
  }[]
  /** Break-glass. */
  readonly standing: { readonly mayOpenPlan: boolean }
  /** HR of the round's unit writes to people. */
  readonly isRunner: boolean
}

/** One talk as HR sees it: status and dates, and the outcomes that are HR's to set (R1.5, R6.1). */
export function roundTalkPage(frame: Frame, talk: RoundTalkView): string {
  const texts = roundTalksTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: `/rounds/${talk.round.id}/talks`, text: `${texts.title}: ${talk.round.name}` },
    title: talkTexts[frame.language].title(talkName(frame, talk.round.kind), talk.employee.name),
    lead: (
      <p>
        {texts.talk.lead(talk.employee.unit, talk.leader?.name ?? texts.noLeader)}{' '}
        <StatusMark frame={frame} status={talk.status} />{' '}
        {talk.isPaused && <span class="mark mark-wait">{texts.paused}</span>}
      </p>
    ),
    children: (
      <>
        <Leaderless frame={frame} talk={talk} />
        <section class={`panel next${talk.owed.some(({ isOverdue }) => isOverdue) ? ' late' : ''}`}>
          <h2>{texts.talk.owed}</h2>
          <Ended frame={frame} talk={talk} />
          <Owed frame={frame} talk={talk} />
        </section>
        <Acts frame={frame} talk={talk} />
        <section class="panel">
          <h2>{talkTexts[frame.language].course}</h2>
          <TimeLine frame={frame} milestones={milestonesOf(frame, talk, null)} />
          <p class="muted">{texts.talk.never}</p>
        </section>
        <TalkNotices frame={frame} notices={talk.notices} />
        {talk.forHr && (
          <p>
            <a href={`/people/${talk.forHr.personId}`}>{texts.talk.person}</a>
          </p>
        )}
        {talk.standing.mayOpenPlan && (
          <p>
            <a href={`/talks/${talk.id}/plan-opening`}>{planOpeningTexts[frame.language].link}</a>
          </p>
        )}
        {talk.isRunner && (
          <p>
            <a href={`/rounds/${talk.round.id}/nudges/new?talkId=${talk.id}`}>{texts.talk.write}</a>
          </p>
        )}
      </>
    ),
  })
}

/** Without a leader nothing runs: HR names who holds the talk (R1.5). */
function Leaderless({ frame, talk }: { frame: Frame; talk: RoundTalkView }) {
  const texts = roundTalksTexts[frame.language].talk
  if (talk.leader !== null || talk.forHr === null) return null
  return (
    <section class="panel next">
      <h2>{texts.leaderless}</h2>
      <p>{texts.leaderlessLead}</p>
      <p>
        <a class="button button-primary" href={`/employments/${talk.forHr.employmentId}/leader`}>
          {texts.nameLeader}
        </a>
      </p>
    </section>
  )
}

/** Why no talk is to come, where that is so. */
function Ended({ frame, talk }: { frame: Frame; talk: RoundTalkView }) {
  const ends = timeLineTexts[frame.language].ends[talk.status]
  if (ends === undefined) return null
  return (
    <p>
      {ends}
      {talk.outcomeReason && (
        <>
          <br />
          {roundTalksTexts[frame.language].talk.reason}: {reasonText(frame.language, talk.outcomeReason)}
        </>
      )}
    </p>
  )
}

function Owed({ frame, talk }: { frame: Frame; talk: RoundTalkView }) {
  const texts = roundTalksTexts[frame.language].talk
  if (talk.owed.length === 0) return <p>{texts.nothingOwed}</p>
  return (
    <ul>
      {talk.owed.map(({ obligation, subject, dueOn, isOverdue }) => (
        <li key={`${obligation} ${subject}`}>
          {owedWords(frame.language, obligation)}
          {isOverdue ? ' ' : ', '}
          {isOverdue ? (
            <span class="mark mark-late">{texts.lateSince(dayText(frame, dueOn))}</span>
          ) : (
            texts.dueOn(dayText(frame, dueOn))
          )}
        </li>
      ))}
    </ul>
  )
}

/** What HR may do, each folded until it is chosen; what cannot be done now says why. */
function Acts({ frame, talk }: { frame: Frame; talk: RoundTalkView }) {
  const { talk: texts } = roundTalksTexts[frame.language]
  const path = `/rounds/${talk.round.id}/talks/${talk.id}`
  const part = { frame, talk }
  const notHeld = talk.status === 'not-held' ? texts.notHeldAgain : texts.notHeld
  const exempt = talk.status === 'exempt' ? texts.exemptAgain : texts.exempt
  return (
    <section>
      <h2>{texts.acts}</h2>
      {!talk.acts.some(({ act, refused }) => act in names && refused === null) && <p>{texts.noActs}</p>}
      <Act {...part} act="withdraw-exemption" words={texts.withdraw}>
        <Form frame={frame} action={`${path}/exemption-withdrawal`}>
          <Submit>{texts.withdraw.heading}</Submit>
        </Form>
      </Act>
      <Act {...part} act="withdraw-not-held" words={texts.withdrawNotHeld}>
        <Form frame={frame} action={`${path}/not-held-withdrawal`}>
          <Submit>{texts.withdrawNotHeld.heading}</Submit>
        </Form>
      </Act>
      <Act {...part} act="postpone" words={texts.postpone}>
        <Form frame={frame} action={`${path}/postponement`}>
          <TextField name="until" label={texts.until} hint={texts.untilHint} type="date" />
          <Submit>{texts.postpone.heading}</Submit>
        </Form>
      </Act>
      <Act {...part} act="set-not-held" words={notHeld}>
        <Reason {...part} path={`${path}/not-held`} name="notHeldReason" reasons={notHeldReasons}>
          {notHeld.heading}
        </Reason>
      </Act>
      <Act {...part} act="exempt" words={exempt}>
        <Reason {...part} path={`${path}/exemption`} name="exemptReason" reasons={exemptReasons}>
          {exempt.heading}
        </Reason>
      </Act>
    </section>
  )
}

const names: Readonly<Record<string, string>> = {
  'withdraw-exemption': 'exemption-withdrawal',
  'withdraw-not-held': 'not-held-withdrawal',
  postpone: 'postponement',
  'set-not-held': 'not-held',
  exempt: 'exemption',
}

interface ActParts {
  frame: Frame
  talk: RoundTalkView
  act: string
  words: ActWords
  children: ComponentChildren
}

function Act({ frame, talk, act, words, children }: ActParts) {
  const possible = talk.acts.find((one) => one.act === act)
  if (!possible || possible.refused !== null) return null
  const isSent = frame.sent?.action.endsWith(`/${names[act]}`) ?? false
  return (
    <details class="panel" open={isSent}>
      <summary>{words.heading}</summary>
      <p>{words.lead}</p>
      {children}
    </details>
  )
}

/** Why there is no talk: nothing is chosen before HR has, and what was chosen can be corrected. */
function Reason({
  frame,
  talk,
  path,
  name,
  reasons,
  children,
}: {
  frame: Frame
  talk: RoundTalkView
  path: string
  name: string
  reasons: readonly string[]
  children: string
}) {
  const texts = roundTalksTexts[frame.language].talk
  const chosen = talk.outcomeReason !== null && reasons.includes(talk.outcomeReason) ? talk.outcomeReason : ''
  const options = reasons.map((value) => ({ value, label: reasonText(frame.language, value) }))
  return (
    <Form frame={frame} action={path}>
      <Select
        name={name}
        label={texts.reasonLabel}
        required
        value={chosen}
        options={[{ value: '', label: texts.chooseReason }, ...options]}
      />
      <Submit>{children}</Submit>
    </Form>
  )
}
