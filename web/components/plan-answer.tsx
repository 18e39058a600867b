import type { Frame } from '../frame.ts'
import { otherName, type PlanTalk, type PlanVersion, planPaths } from '../plan-view.ts'
import { canDo, whyNot } from '../talk-view.ts'
import { planTexts } from '../texts/plan.ts'
import { Form, Hidden, Submit, TextField } from './form.tsx'
import { CommentText } from './plan-comment.tsx'

/** Approve what was read, send it back, or change it oneself (R7.2). */
export function PlanAnswer({ frame, talk, current }: { frame: Frame; talk: PlanTalk; current: PlanVersion }) {
  const { answer, theLeader } = planTexts[frame.language]
  const paths = planPaths(talk.id)
  const approvedBy = talk.plan?.current?.approvedBy ?? []
  // Returned, it is nobody's approval yet: whoever mends it proposes anew.
  const isProposed = approvedBy.length > 0
  const other = otherName(talk, theLeader)
  return (
    <section class="panel no-print" id="answer">
      <h2>{answer.title}</h2>
      <Form frame={frame} action={paths.approval(current.id)}>
        <p>{isProposed ? answer.approveHint : answer.approveFirstHint(other)}</p>
        <Hidden name="hash" value={current.hash} />
        <Submit kind={isProposed ? 'primary' : 'secondary'}>{answer.approve(current.number)}</Submit>
      </Form>
      {isProposed && (
        <details open={frame.sent?.action === paths.return(current.id)}>
          <summary>{answer.return}</summary>
          <Form frame={frame} action={paths.return(current.id)}>
            <TextField
              name="comment"
              label={answer.comment}
              hint={answer.commentHint}
              rows={4}
              maxLength={10_000}
              required
            />
            <Submit kind="secondary">{answer.send}</Submit>
          </Form>
        </details>
      )}
      <p>
        {answer.changeHint} <a href={paths.draft}>{answer.change}</a>
      </p>
    </section>
  )
}

/** Either may end the drafting; it is said first what that means. */
export function EndNotAgreed({ frame, talk }: { frame: Frame; talk: PlanTalk }) {
  if (!canDo(talk, 'end-plan-not-agreed')) return null
  const { notAgreed } = planTexts[frame.language]
  const { notAgreed: action } = planPaths(talk.id)
  return (
    <details class="no-print" open={frame.sent?.action === action}>
      <summary>{notAgreed.open}</summary>
      <Form frame={frame} action={action}>
        <p>{notAgreed.text}</p>
        <p>
          <strong>{notAgreed.cannotBeUndone}</strong>
        </p>
        <TextField
          name="statement"
          label={notAgreed.statement}
          hint={notAgreed.statementHint}
          rows={5}
          maxLength={10_000}
        />
        <Submit kind="warning">{notAgreed.end}</Submit>
      </Form>
    </details>
  )
}

/** Both statements on a plan that was not agreed, and one's own to write or change. */
export function Statements({
  frame,
  talk,
  ended,
}: {
  frame: Frame
  talk: PlanTalk
  ended: PlanVersion | null
}) {
  const { notAgreed, theLeader } = planTexts[frame.language]
  const statements = ended?.comments.filter(({ kind }) => kind === 'statement') ?? []
  const own = statements.find(({ party }) => party === talk.standing.party)
  const others = statements.find(({ party }) => party !== talk.standing.party)
  const other = otherName(talk, theLeader)
  const { statement: action } = planPaths(talk.id)
  // What was written too late stays in its field.
  const isWritten = canDo(talk, 'write-statement') || frame.sent?.action === action
  return (
    <section class="panel">
      <h2>{notAgreed.others(other)}</h2>
      {others ? <CommentText frame={frame} comment={others} /> : <p class="muted">{notAgreed.none(other)}</p>}
      {isWritten ? (
        <Form frame={frame} action={action}>
          <TextField
            name="statement"
            label={notAgreed.own}
            hint={notAgreed.statementHint}
            rows={6}
            maxLength={10_000}
            value={own?.text ?? ''}
            required
          />
          <Submit>{notAgreed.save}</Submit>
        </Form>
      ) : (
        <>
          {own && <CommentText frame={frame} comment={own} />}
          <p>{whyNot(talk, 'write-statement')}</p>
        </>
      )}
    </section>
  )
}
