import { PlanChangesPanel } from '../components/plan-changes.tsx'
import { CommentText } from '../components/plan-comment.tsx'
import { Filing } from '../components/plan-filing.tsx'
import { PlanText } from '../components/plan-text.tsx'
import { versionTones } from '../components/plan-versions.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { partiesOf, type PlanTalk, type PlanVersion, planPaths } from '../plan-view.ts'
import { planDraftTexts } from '../texts/plan-draft.ts'
import { planWords } from '../texts/plan-text.ts'
import { planVersionTexts } from '../texts/plan-version.ts'
import { planTexts } from '../texts/plan.ts'
import { writtenBy } from '../written-by.ts'

export interface PlanVersionView {
  readonly talk: PlanTalk
  readonly version: PlanVersion
  /** The one it is compared with; null where it is the first. */
  readonly against: PlanVersion | null
  readonly others: readonly PlanVersion[]
}

/** One version of a plan, to be read or printed: it never changes. */
export function planVersionPage(frame: Frame, view: PlanVersionView): string {
  const texts = planVersionTexts[frame.language]
  const { talk, version, against } = view
  const { party, onBehalfOf } = talk.standing
  const parties = partiesOf(talk)
  const filing = talk.filings.find(({ versionId }) => versionId === version.id)
  const name =
    party === 'employee'
      ? planTexts[frame.language].ownTitle
      : planTexts[frame.language].title(parties.employee)
  return renderPage({
    frame,
    section: party === 'leader' ? 'team' : 'home',
    title: `${name}, ${texts.title(version.number).toLowerCase()}`,
    back: { href: planPaths(talk.id).plan, text: planDraftTexts[frame.language].back },
    lead: (
      <p>
        {talk.round.name}
        {onBehalfOf && <span class="on-behalf"> {planTexts[frame.language].onBehalfOf(onBehalfOf)}</span>}
      </p>
    ),
    children: (
      <>
        <Facts frame={frame} view={view} />
        {version.comments.map((comment) => (
          <CommentText key={comment.at} frame={frame} comment={comment} />
        ))}
        <section class="panel">
          <PlanText frame={frame} parties={parties} plan={version.content} level="h2" />
          <p class="muted">{planWords[frame.language].payNote}</p>
        </section>
        {filing && <Filing frame={frame} talk={talk} filing={filing} />}
        <div class="no-print">
          {against && (
            <PlanChangesPanel frame={frame} parties={parties} before={against} after={version.content} />
          )}
          <Others frame={frame} view={view} />
        </div>
      </>
    ),
  })
}

function Facts({ frame, view }: { frame: Frame; view: PlanVersionView }) {
  const texts = planVersionTexts[frame.language]
  const { talk, version } = view
  const { status, createdAt, approvals, hash } = version
  const isConcluded = status === 'agreed' || status === 'not-agreed'
  return (
    <>
      <dl class="facts">
        <dt>{texts.status}</dt>
        <dd>
          <span class={`mark mark-${versionTones[status]}`}>{texts.statuses[status]}</span>
        </dd>
        <dt>{texts.author}</dt>
        <dd>
          {writtenBy(frame, version)}, {instantText(frame, createdAt)}
        </dd>
        {status !== 'replaced' && (
          <>
            <dt>{texts.approvedBy}</dt>
            <dd>
              {approvals.length === 0 && texts.nobody}
              {approvals.map((approval) => (
                <p key={approval.party}>
                  {writtenBy(frame, approval)}, {instantText(frame, approval.at)}
                </p>
              ))}
            </dd>
          </>
        )}
        <dt>{texts.checksum}</dt>
        <dd>
          <code class="checksum">{hash}</code>
        </dd>
      </dl>
      {isConcluded && (
        <p class="buttons">
          <a class="button button-secondary" href={planPaths(talk.id).pdf(version.id)}>
            {texts.filing.pdf}
          </a>
        </p>
      )}
      <p class="muted no-print">{texts.print}</p>
    </>
  )
}

function Others({ frame, view }: { frame: Frame; view: PlanVersionView }) {
  const texts = planVersionTexts[frame.language]
  const { talk, version, against, others } = view
  if (others.length === 0) return null
  return (
    <nav aria-label={texts.againstTitle}>
      <h2>{texts.againstTitle}</h2>
      <ul>
        {others.map(({ id, number }) => (
          <li key={id}>
            <a
              href={`${planPaths(talk.id).version(version.id)}?against=${id}`}
              aria-current={id === against?.id ? 'true' : undefined}
            >
              {texts.against(number)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
