import type { ComponentChildren } from 'preact'
import { exemptReasons } from '../../domain/eligibility.ts'
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
import { roundTalksTexts } from '../texts/round-talks.ts'
import { reasonText } from '../texts/reasons.ts'
import { talkTexts } from '../texts/talk.ts'

export interface RoundTalkView extends TalkCourse {
  readonly round: { readonly id: string; readonly name: string }
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
    title: talkTexts[frame.language].title(frame.talkName, talk.employee.name),
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
          <Owed frame={frame} talk={talk} />
          {talk.outcomeReason && (
            <p>
              {texts.talk.reason}: {reasonText(frame.language, talk.outcomeReason)}
            </p>
          )}
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
  return (
    <section>
      <h2>{texts.acts}</h2>
      {!talk.acts.some(({ act, refused }) => act in names && refused === null) && <p>{texts.noActs}</p>}
      <Act {...part} act="withdraw-exemption" heading={texts.withdraw} lead={texts.withdrawLead}>
        <Form frame={frame} action={`${path}/exemption-withdrawal`}>
          <Submit>{texts.withdraw}</Submit>
        </Form>
      </Act>
      <Act {...part} act="withdraw-not-held" heading={texts.withdrawNotHeld} lead={texts.withdrawNotHeldLead}>
        <Form frame={frame} action={`${path}/not-held-withdrawal`}>
          <Submit>{texts.withdrawNotHeld}</Submit>
        </Form>
      </Act>
      <Act {...part} act="postpone" heading={texts.postpone} lead={texts.postponeLead}>
        <Form frame={frame} action={`${path}/postponement`}>
          <TextField name="until" label={texts.until} hint={texts.untilHint} type="date" />
          <Submit>{texts.postpone}</Submit>
        </Form>
      </Act>
      <Act {...part} act="set-not-held" heading={texts.notHeld} lead={texts.notHeldLead}>
        <Form frame={frame} action={`${path}/not-held`}>
          <Select
            name="notHeldReason"
            label={texts.reasonLabel}
            required
            options={reasonOptions(frame, notHeldReasons)}
          />
          <Submit>{texts.notHeld}</Submit>
        </Form>
      </Act>
      <Act {...part} act="exempt" heading={texts.exempt} lead={texts.exemptLead}>
        <Form frame={frame} action={`${path}/exemption`}>
          <Select
            name="exemptReason"
            label={texts.reasonLabel}
            required
            options={reasonOptions(frame, exemptReasons)}
          />
          <Submit>{texts.exempt}</Submit>
        </Form>
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
  heading: string
  lead: string
  children: ComponentChildren
}

function Act({ frame, talk, act, heading, lead, children }: ActParts) {
  const possible = talk.acts.find((one) => one.act === act)
  if (!possible || possible.refused !== null) return null
  const isSent = frame.sent?.action.endsWith(`/${names[act]}`) ?? false
  return (
    <details class="panel" open={isSent}>
      <summary>{heading}</summary>
      <p>{lead}</p>
      {children}
    </details>
  )
}

function reasonOptions(frame: Frame, reasons: readonly string[]) {
  return reasons.map((value) => ({ value, label: reasonText(frame.language, value) }))
}
