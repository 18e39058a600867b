import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { PlanComment } from '../plan-view.ts'
import { planVersionTexts } from '../texts/plan-version.ts'
import { writtenBy } from '../written-by.ts'

/** What one of the two wrote on a version: why it was returned, or a statement where there was no agreement. */
export function CommentText({ frame, comment }: { frame: Frame; comment: PlanComment }) {
  const texts = planVersionTexts[frame.language]
  const said = comment.kind === 'returned' ? texts.returnedBy : texts.statementBy
  return (
    <figure class="comment">
      <figcaption class="muted">{said(writtenBy(frame, comment), instantText(frame, comment.at))}</figcaption>
      <blockquote class="written">{comment.text}</blockquote>
    </figure>
  )
}
