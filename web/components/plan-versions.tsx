import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { type PlanTalk, type PlanVersion, planPaths } from '../plan-view.ts'
import { planVersionTexts } from '../texts/plan-version.ts'
import { CommentText } from './plan-comment.tsx'
import { writtenBy } from '../written-by.ts'

export const versionTones = {
  current: 'wait',
  replaced: 'quiet',
  agreed: 'good',
  'not-agreed': 'quiet',
} as const

/** Every version that was proposed, newest first, with why it was returned. */
export function VersionList({
  frame,
  talk,
  versions,
}: {
  frame: Frame
  talk: PlanTalk
  versions: readonly PlanVersion[]
}) {
  if (versions.length === 0) return null
  const texts = planVersionTexts[frame.language]
  return (
    <section class="panel no-print">
      <h2>{texts.all}</h2>
      <ul class="plain-list no-max-width">
        {versions.map(({ id, number, status, by, onBehalfOf, createdAt, comments }) => (
          <li key={id}>
            <p>
              <a href={planPaths(talk.id).version(id)}>{texts.read(number)}</a>{' '}
              <span class={`mark mark-${versionTones[status]}`}>{texts.statuses[status]}</span>{' '}
              <span class="muted">
                {texts.proposed(writtenBy(frame, { by, onBehalfOf }), instantText(frame, createdAt))}
              </span>
            </p>
            {comments
              .filter(({ kind }) => kind === 'returned')
              .map((comment) => (
                <CommentText key={comment.at} frame={frame} comment={comment} />
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
