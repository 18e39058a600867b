import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/calendar/day.ts'
import { dayText, instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { isEarly, mayDraft, otherName, type PlanTalk, type PlanVersion, planPaths } from '../plan-view.ts'
import { canDo, whyNot } from '../talk-view.ts'
import { planTexts } from '../texts/plan.ts'
import { CommentText } from './plan-comment.tsx'
import { FileByHand } from './plan-filing.tsx'
import { writtenBy } from '../written-by.ts'
import { theTalk } from '../talk-name.ts'

export interface StepParts {
  readonly frame: Frame
  readonly talk: PlanTalk
  /** The version the two have to decide on; null where none was proposed since the last agreement. */
  readonly current: PlanVersion | null
  readonly hasDraft: boolean
}

/** What comes next, by when, and what happens otherwise. */
export function PlanStep(parts: StepParts) {
  const { frame, talk } = parts
  const { file } = planTexts[frame.language].steps
  const filing = talk.filings.find(({ versionId }) => canDo(talk, 'journal-by-hand', versionId))
  if (filing === undefined) return <OwnStep {...parts} />
  return (
    <>
      <Step title={file.title}>
        <p>{file.text}</p>
        <DueOn frame={frame} dueOn={filing.dueOn} />
        <FileByHand frame={frame} talk={talk} versionId={filing.versionId} />
      </Step>
      {talk.status !== 'agreed' && <OwnStep {...parts} />}
    </>
  )
}

function OwnStep(parts: StepParts) {
  const { frame, talk, current } = parts
  const { steps } = planTexts[frame.language]
  if (talk.status === 'not-agreed')
    return (
      <Step title={steps.notAgreed.title}>
        <p>
          {steps.notAgreed.text} {canDo(talk, 'write-statement') && steps.notAgreed.write}
        </p>
      </Step>
    )
  if (current !== null && canDo(talk, 'propose-plan')) return <Turn {...parts} current={current} />
  if (talk.status === 'agreed') return <Agreed {...parts} />
  if (mayDraft(talk)) return <Write {...parts} />
  return (
    <Step title={steps.closed.title}>
      <p>{whyNot(talk, 'propose-plan')}</p>
    </Step>
  )
}

/** A version is on the table: answer it, mend it, or wait for the other. */
function Turn({ frame, talk, current }: StepParts & { readonly current: PlanVersion }) {
  const { steps, theLeader, mendNow } = planTexts[frame.language]
  const other = otherName(talk, theLeader)
  const isMine = talk.plan?.missing === talk.standing.party
  const returned = current.comments.filter(({ kind }) => kind === 'returned').at(-1)
  const isReturned = returned !== undefined && talk.plan?.current?.approvedBy.length === 0
  if (!isMine)
    return (
      <Step title={steps.waits.title(other)}>
        <p>{isReturned ? steps.waits.returned : steps.waits.proposed}</p>
        <Due frame={frame} talk={talk} />
      </Step>
    )
  if (isReturned)
    return (
      <Step title={steps.mend.title}>
        <p>{steps.mend.text(other)}</p>
        <CommentText frame={frame} comment={returned} />
        <Due frame={frame} talk={talk} isMine />
        <p class="buttons">
          <a class="button button-primary" href={planPaths(talk.id).draft}>
            {mendNow}
          </a>
        </p>
      </Step>
    )
  return (
    <Step title={steps.approve.title}>
      <p>{steps.approve.text(writtenBy(frame, current), instantText(frame, current.createdAt))}</p>
      <Due frame={frame} talk={talk} isMine />
      <p class="buttons">
        <a class="button button-primary" href="#answer">
          {steps.approve.toAnswer}
        </a>
      </p>
    </Step>
  )
}

function Write({ frame, talk, hasDraft }: StepParts) {
  const { steps, theLeader, writeNow, goOnWriting } = planTexts[frame.language]
  const other = otherName(talk, theLeader)
  return (
    <Step title={isEarly(talk) ? steps.early.title : steps.write.title}>
      <p>{isEarly(talk) ? steps.early.text(theTalk(frame, talk.round.kind)) : steps.write.text(other)}</p>
      {!isEarly(talk) && <Due frame={frame} talk={talk} isMine />}
      <p class="buttons">
        <a class="button button-primary" href={planPaths(talk.id).draft}>
          {hasDraft ? goOnWriting : writeNow}
        </a>
      </p>
    </Step>
  )
}

function Agreed({ frame, talk }: StepParts) {
  const { steps } = planTexts[frame.language]
  const { agreedOn } = talk.dates
  return (
    <Step title={steps.agreed.title}>{agreedOn && <p>{steps.agreed.text(dayText(frame, agreedOn))}</p>}</Step>
  )
}

function Due({ frame, talk, isMine = false }: { frame: Frame; talk: PlanTalk; isMine?: boolean }) {
  const texts = planTexts[frame.language]
  const dueOn = talk.plan?.turnDueOn
  if (dueOn === undefined) return null
  return (
    <>
      <DueOn frame={frame} dueOn={dueOn} />
      {isMine && <p class="muted">{texts.ifNot}</p>}
    </>
  )
}

function DueOn({ frame, dueOn }: { frame: Frame; dueOn: Day }) {
  const texts = planTexts[frame.language]
  const day = dayText(frame, dueOn)
  return <p>{dueOn < frame.today ? <span class="mark mark-late">{texts.late(day)}</span> : texts.due(day)}</p>
}

function Step({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="panel next">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
