import { guardWarnings } from '../../domain/plan/guard.ts'
import { Findings } from '../components/findings.tsx'
import { Form, Submit, TextField } from '../components/form.tsx'
import { ActionRows, GoalRows, NotDoingRows, type RowsParts } from '../components/plan-rows.tsx'
import { PlanText } from '../components/plan-text.tsx'
import { hasLastPlan, LastPlan, type LastPlanView } from '../components/last-plan.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import type { WrittenPlan } from '../plan-changes.ts'
import { filledIn, otherName, partiesOf, type PlanDraft, type PlanTalk, planPaths } from '../plan-view.ts'
import { canDo } from '../talk-view.ts'
import { planDraftTexts } from '../texts/plan-draft.ts'
import { planWords } from '../texts/plan-text.ts'
import { planTexts } from '../texts/plan.ts'
import { writtenBy } from '../written-by.ts'
import { theTalk } from '../talk-name.ts'

export interface PlanDraftView {
  readonly talk: PlanTalk
  /** What is saved. */
  readonly draft: PlanDraft | null
  /** What the fields hold: what is saved, or what was just typed and could not be. */
  readonly written: WrittenPlan
  /** The version a save is made over: the one that was seen. */
  readonly version: number
  /** Whether the other has saved meanwhile: both are shown, and nothing is overwritten. */
  readonly isConflict: boolean
  readonly sinceLast: LastPlanView
}

/** Where the plan is written, beside last year's (R5.5, R7.1). */
export function planDraftPage(frame: Frame, view: PlanDraftView): string {
  const texts = planDraftTexts[frame.language]
  const { talk, sinceLast } = view
  const { party, onBehalfOf } = talk.standing
  const { plan: href } = planPaths(talk.id)
  const hasBefore = hasLastPlan(sinceLast)
  return renderPage({
    frame,
    section: party === 'leader' ? 'team' : 'home',
    title: party === 'employee' ? texts.ownTitle : texts.title(talk.employee.name),
    back: { href, text: texts.back },
    wide: hasBefore,
    lead: onBehalfOf ? <p class="on-behalf">{planTexts[frame.language].onBehalfOf(onBehalfOf)}</p> : null,
    children: (
      <>
        <p>{texts.lead}</p>
        {hasBefore && (
          <p>
            <a href="#since-last">{texts.toSinceLast}</a>
          </p>
        )}
        <div class={hasBefore ? 'with-aside' : ''}>
          <Writing frame={frame} view={view} />
          {hasBefore && (
            <aside class="panel" id="since-last" aria-label={planWords[frame.language].sinceLast.title}>
              <LastPlan frame={frame} parties={partiesOf(talk)} view={sinceLast} />
            </aside>
          )}
        </div>
      </>
    ),
  })
}

function Writing({ frame, view }: { frame: Frame; view: PlanDraftView }) {
  const texts = planDraftTexts[frame.language]
  const { talk, written, version, draft, isConflict } = view
  const words = planWords[frame.language]
  const action = planPaths(talk.id).draft
  const parts: RowsParts = { frame, parties: partiesOf(talk), plan: written }
  return (
    <Form frame={frame} action={action} autosave={action}>
      <input type="hidden" name="version" value={version} />
      {isConflict && draft !== null ? (
        <Conflict frame={frame} view={view} draft={draft} />
      ) : (
        <div class="buttons">
          <Submit kind="secondary" name="do" value="save">
            {texts.save}
          </Submit>
          <Saved frame={frame} draft={draft} />
        </div>
      )}
      <ReadAlready frame={frame} draft={draft} />
      <section class="panel" id="goals">
        <h2>{words.goals}</h2>
        <p>{texts.goalsHint}</p>
        <GoalRows {...parts} />
      </section>
      <section class="panel" id="actions">
        <h2>{words.actions}</h2>
        <p>{texts.actionsHint}</p>
        <ActionRows {...parts} />
      </section>
      <section class="panel" id="notDoing">
        <h2>{words.notDoing}</h2>
        <p>{texts.notDoingHint}</p>
        <NotDoingRows {...parts} />
      </section>
      <Training frame={frame} written={written} />
      <section class="panel">
        <h2>{texts.pay}</h2>
        <p>{words.payNote}</p>
      </section>
      <Propose frame={frame} talk={talk} />
    </Form>
  )
}

function Training({ frame, written }: { frame: Frame; written: WrittenPlan }) {
  const texts = planDraftTexts[frame.language]
  const words = planWords[frame.language]
  const lines = { rows: 3, maxLength: 25_000 }
  return (
    <section class="panel">
      <h2>{texts.training}</h2>
      <p>{texts.trainingHint}</p>
      <TextField
        name="content.plannedTraining"
        label={words.plannedTraining}
        hint={texts.plannedHint}
        value={written.plannedTraining.join('\n')}
        {...lines}
      />
      <TextField
        name="content.completedTraining"
        label={words.completedTraining}
        hint={texts.completedHint}
        value={written.completedTraining.join('\n')}
        {...lines}
      />
    </section>
  )
}

/** Who saved last; the script says here how its saving goes. */
function Saved({ frame, draft }: { frame: Frame; draft: PlanDraft | null }) {
  const texts = planDraftTexts[frame.language]
  const { saved, saving, failed, conflict } = texts.saving
  return (
    <p
      class="saved"
      role="status"
      data-saved={saved}
      data-saving={saving}
      data-failed={failed}
      data-conflict={conflict}
    >
      {draft && texts.lastSaved(writtenBy(frame, draft, texts.somebody), instantText(frame, draft.updatedAt))}
    </p>
  )
}

/** The other reads the draft as it is saved: what does not belong in it is said then, and not first when it is proposed. */
function ReadAlready({ frame, draft }: { frame: Frame; draft: PlanDraft | null }) {
  const warnings = guardWarnings(draft?.content)
  if (warnings.length === 0 || frame.sent?.problem?.warnings.length) return null
  return (
    <div class="look-again">
      <p>{planDraftTexts[frame.language].readAlready}</p>
      <Findings frame={frame} warnings={warnings} />
    </div>
  )
}

function Propose({ frame, talk }: { frame: Frame; talk: PlanTalk }) {
  const texts = planDraftTexts[frame.language]
  if (!canDo(talk, 'propose-plan')) return <p class="muted">{texts.early(theTalk(frame, talk.round.kind))}</p>
  return (
    <>
      <p>{texts.proposeHint(otherName(talk, texts.theLeader))}</p>
      <div class="buttons">
        <Submit name="do" value="propose">
          {texts.propose}
        </Submit>
        <Submit kind="secondary" name="do" value="save">
          {texts.save}
        </Submit>
      </div>
    </>
  )
}

/** What the other saved beside what was typed; the person chooses, knowing both. */
function Conflict({ frame, view, draft }: { frame: Frame; view: PlanDraftView; draft: PlanDraft }) {
  const { conflict, somebody } = planDraftTexts[frame.language]
  const parties = partiesOf(view.talk)
  return (
    <section class="panel next late">
      <h2>{conflict.title}</h2>
      <p>{conflict.text}</p>
      <div class="columns">
        <div>
          <h3>{conflict.stored(writtenBy(frame, draft, somebody), instantText(frame, draft.updatedAt))}</h3>
          <PlanText frame={frame} parties={parties} plan={filledIn(draft.content)} level="h4" />
        </div>
        <div>
          <h3>{conflict.yours}</h3>
          <PlanText frame={frame} parties={parties} plan={filledIn(view.written)} level="h4" />
        </div>
      </div>
      <div class="buttons">
        <Submit name="do" value="merge">
          {conflict.keepBoth}
        </Submit>
        <Submit kind="secondary" name="do" value="save">
          {conflict.keepMine}
        </Submit>
        <a class="button button-secondary" href={planPaths(view.talk.id).draft}>
          {conflict.useStored}
        </a>
      </div>
      <p class="muted">{conflict.keepBothHint}</p>
    </section>
  )
}
