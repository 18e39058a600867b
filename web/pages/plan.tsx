import { instantText } from '../dates.ts'
import { EndNotAgreed, PlanAnswer, Statements } from '../components/plan-answer.tsx'
import { PlanChangesPanel } from '../components/plan-changes.tsx'
import { Filing } from '../components/plan-filing.tsx'
import { PlanStep } from '../components/plan-step.tsx'
import { PlanText } from '../components/plan-text.tsx'
import { Actions } from '../components/talk-after.tsx'
import { VersionList } from '../components/plan-versions.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import {
  mayDraft,
  partiesOf,
  type PlanDraft,
  type PlanTalk,
  type PlanVersion,
  planPaths,
} from '../plan-view.ts'
import { canDo } from '../talk-view.ts'
import { planWords } from '../texts/plan-text.ts'
import { planVersionTexts } from '../texts/plan-version.ts'
import { planTexts } from '../texts/plan.ts'
import { writtenBy } from '../written-by.ts'
import { theTalk } from '../talk-name.ts'

export interface PlanView {
  readonly talk: PlanTalk
  readonly draft: PlanDraft | null
  /** Whether the draft says something else than the newest version. */
  readonly isDraftOther: boolean
  /** Newest first. */
  readonly versions: readonly PlanVersion[]
}

/** The plan of a talk: what is next, what is on the table, what was agreed, and where it is filed. */
export function planPage(frame: Frame, view: PlanView): string {
  const texts = planTexts[frame.language]
  const { talk, draft, versions } = view
  const { party, onBehalfOf } = talk.standing
  const current = versions.find(({ status }) => status === 'current') ?? null
  const filings = talk.filings
    .toReversed()
    .filter(({ versionId }) => !canDo(talk, 'journal-by-hand', versionId))
  return renderPage({
    frame,
    section: party === 'leader' ? 'team' : 'home',
    title: party === 'employee' ? texts.ownTitle : texts.title(talk.employee.name),
    back: { href: `/talks/${talk.id}`, text: texts.back(theTalk(frame, talk.round.kind)) },
    lead: (
      <p>
        {talk.round.name}
        {onBehalfOf && <span class="on-behalf"> {texts.onBehalfOf(onBehalfOf)}</span>}
      </p>
    ),
    children: (
      <>
        <PlanStep frame={frame} talk={talk} current={current} hasDraft={draft !== null} />
        {filings.map((filing) => (
          <Filing key={filing.versionId} frame={frame} talk={talk} filing={filing} />
        ))}
        <Actions frame={frame} talk={talk} />
        {(talk.status === 'not-agreed' || canDo(talk, 'write-statement')) && (
          <Statements
            frame={frame}
            talk={talk}
            ended={versions.find(({ status }) => status === 'not-agreed') ?? null}
          />
        )}
        {current && <OnTheTable frame={frame} view={view} current={current} />}
        <LastAgreed frame={frame} view={view} isAlone={current === null} />
        <DraftLine frame={frame} view={view} />
        <VersionList frame={frame} talk={talk} versions={versions} />
        <p class="muted">{planWords[frame.language].payNote}</p>
        <EndNotAgreed frame={frame} talk={talk} />
      </>
    ),
  })
}

/** The version to decide on: what is new in it, the whole of it, and the answer below. */
function OnTheTable({ frame, view, current }: { frame: Frame; view: PlanView; current: PlanVersion }) {
  const { talk, versions } = view
  const { current: title, title: versionTitle, proposed } = planVersionTexts[frame.language]
  const before = versions.find(({ number }) => number < current.number)
  const parties = partiesOf(talk)
  return (
    <>
      {before && <PlanChangesPanel frame={frame} parties={parties} before={before} after={current.content} />}
      <section class="panel">
        <h2>
          {title}: {versionTitle(current.number)}
        </h2>
        <p class="muted">{proposed(writtenBy(frame, current), instantText(frame, current.createdAt))}</p>
        <PlanText frame={frame} parties={parties} plan={current.content} />
      </section>
      {canDo(talk, 'approve-plan') && <PlanAnswer frame={frame} talk={talk} current={current} />}
    </>
  )
}

function LastAgreed({ frame, view, isAlone }: { frame: Frame; view: PlanView; isAlone: boolean }) {
  const { talk, versions } = view
  const agreed = versions.find(({ status }) => status === 'agreed')
  if (!agreed) return null
  const { lastAgreed, title, filing } = planVersionTexts[frame.language]
  const texts = planTexts[frame.language]
  const paths = planPaths(talk.id)
  return (
    <section class="panel">
      <h2>
        {lastAgreed}: {title(agreed.number)}
      </h2>
      <p class="buttons">
        <a class="button button-secondary" href={paths.pdf(agreed.id)}>
          {filing.pdf}
        </a>
        {isAlone && canDo(talk, 'propose-plan') && (
          <a class="button button-secondary" href={paths.draft}>
            {texts.revise}
          </a>
        )}
      </p>
      {isAlone && canDo(talk, 'propose-plan') && <p class="muted">{texts.reviseHint}</p>}
      <PlanText frame={frame} parties={partiesOf(talk)} plan={agreed.content} />
    </section>
  )
}

/** That something is written which nobody has proposed yet. */
function DraftLine({ frame, view }: { frame: Frame; view: PlanView }) {
  const { draft, isDraftOther, talk, versions } = view
  if (draft === null || !isDraftOther || !mayDraft(talk)) return null
  const texts = planTexts[frame.language]
  return (
    <p>
      {versions.length > 0 && `${texts.draft.differs} `}
      {texts.draft.saved(writtenBy(frame, draft), instantText(frame, draft.updatedAt))}{' '}
      <a href={planPaths(talk.id).draft}>{texts.goOnWriting}</a>
    </p>
  )
}
