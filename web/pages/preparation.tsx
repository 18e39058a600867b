import type { SheetAnswers } from '../../domain/material/answers.ts'
import type { MaterialContent } from '../../domain/material/material.ts'
import type { Party } from '../../domain/talk/talk.ts'
import { Form, Submit } from '../components/form.tsx'
import { Files } from '../components/material.tsx'
import { OtherVersion } from '../components/other-version.tsx'
import { SheetFields, type SheetForm, SheetReading } from '../components/sheet.tsx'
import { SinceLast, type SinceLastView } from '../components/since-last.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { canDo, type TalkView } from '../talk-view.ts'
import { talkTexts } from '../texts/talk.ts'
import { materialTexts } from '../texts/material.ts'
import { preparationTexts } from '../texts/preparation.ts'

export interface PreparationView {
  readonly talk: TalkView
  readonly party: Party
  /** The questions; null where the round has none. */
  readonly form: (SheetForm & Pick<MaterialContent, 'files'>) | null
  readonly mine: { readonly content: SheetAnswers; readonly isShared: boolean } | null
  /** The version that is saved over; what somebody saw before they were told of another is not it. */
  readonly version: number
  readonly shared: readonly SharedSheet[]
  readonly reveal: 'both-ready' | 'author'
  readonly sinceLast: SinceLastView
  /** What was saved from another place while this was being written; null where nothing was. */
  readonly conflict: SheetAnswers | null
}

interface SharedSheet {
  readonly author: Party
  readonly content: SheetAnswers
  readonly form: SheetForm | null
}

/** The sheet of either party: private until shared, saved as it is written (R5.2–R5.5). */
export function preparationPage(frame: Frame, view: PreparationView): string {
  const texts = preparationTexts[frame.language]
  const { talk, party, form, conflict } = view
  const names = namesIn(frame, view)
  const { onBehalfOf } = talk.standing
  return renderPage({
    frame,
    section: party === 'leader' ? 'team' : 'home',
    title: party === 'leader' ? texts.leadersTitle(talk.employee.name) : texts.title,
    back: { href: `/talks/${talk.id}`, text: texts.toTalk },
    ...(onBehalfOf && { lead: <p class="on-behalf">{talkTexts[frame.language].onBehalfOf(onBehalfOf)}</p> }),
    children: (
      <>
        <HowFar frame={frame} view={view} />
        <Shared frame={frame} view={view} />
        <SinceLast frame={frame} sinceLast={view.sinceLast} names={names} />
        {conflict && (
          <OtherVersion frame={frame} href={`/talks/${talk.id}/preparation`}>
            <SheetReading frame={frame} form={form} answers={conflict} />
          </OtherVersion>
        )}
        {form ? <Sheet frame={frame} view={view} form={form} /> : <p class="panel">{texts.noForm}</p>}
        {form && <Files frame={frame} path={`/api/v1/talks/${talk.id}/material-files`} files={form.files} />}
        <p class="muted">{materialTexts[frame.language].payNote}</p>
        <p class="muted no-print">{texts.print}</p>
      </>
    ),
  })
}

function namesIn(frame: Frame, { talk, party }: PreparationView): Record<Party, string> {
  const { you } = preparationTexts[frame.language]
  return {
    employee: party === 'employee' ? you : talk.employee.name,
    leader: party === 'leader' && !talk.standing.onBehalfOf ? you : (talk.leader?.name ?? ''),
  }
}

/** Who may read it, by when it is to be ready, and how far both are. */
function HowFar({ frame, view }: { frame: Frame; view: PreparationView }) {
  const texts = preparationTexts[frame.language]
  const { talk, party, mine, reveal } = view
  const other = party === 'employee' ? 'leader' : 'employee'
  const nameOfOther = namesIn(frame, view)[other]
  const owed = talk.owed.find(({ obligation }) =>
    party === 'employee' ? obligation === 'prepare' : obligation === 'leader-prepare',
  )
  return (
    <section class={`panel next${owed?.isOverdue ? ' late' : ''}`}>
      <p>{mine?.isShared ? texts.isShared : texts.private}</p>
      {owed && (
        <p>
          <strong>{(owed.isOverdue ? texts.was : texts.by)(dayText(frame, owed.dueOn))}</strong>
        </p>
      )}
      {!mine?.isShared && (
        <p>{reveal === 'both-ready' ? texts.revealBoth(nameOfOther) : texts.revealAuthor}</p>
      )}
      <p>
        <span class={`mark mark-${talk.ready[party] ? 'good' : 'wait'}`}>
          {talk.ready[party] ? texts.youReady : texts.youNot}
        </span>{' '}
        {nameOfOther && (
          <span class={`mark mark-${talk.ready[other] ? 'good' : 'quiet'}`}>
            {(talk.ready[other] ? texts.otherReady : texts.otherNot)(nameOfOther)}
          </span>
        )}
      </p>
      {party === 'employee' && (
        <p>
          <a href={`/talks/${talk.id}/sharing?what=sheet`}>{texts.colleague}</a>
        </p>
      )}
    </section>
  )
}

function Shared({ frame, view }: { frame: Frame; view: PreparationView }) {
  const texts = preparationTexts[frame.language]
  const { talk, party, shared } = view
  const heading = (author: Party) => {
    if (author === 'employee') return texts.sharedByEmployee(talk.employee.name)
    return party === 'leader' ? texts.sharedByFormerLeader : texts.sharedByLeader
  }
  return (
    <>
      {shared.map(({ author, content, form }, index) => (
        <section class="panel" key={index}>
          <h2>{heading(author)}</h2>
          <SheetReading frame={frame} form={form} answers={content} />
        </section>
      ))}
    </>
  )
}

function Sheet({ frame, view, form }: { frame: Frame; view: PreparationView; form: SheetForm }) {
  const texts = preparationTexts[frame.language]
  const { talk, party, mine, version } = view
  const path = `/talks/${talk.id}/preparation`
  const isReady = talk.ready[party]
  return (
    <Form frame={frame} action={path} autosave={`${path}/draft`} allOptional>
      <input type="hidden" name="version" value={version} />
      <SheetFields frame={frame} form={form} answers={mine?.content ?? {}} />
      <p
        class="saved"
        role="status"
        data-saved={texts.saved}
        data-saving={texts.saving}
        data-failed={texts.failed}
        data-conflict={texts.conflict}
        data-look-again={texts.lookAgain}
      />
      <div class="buttons">
        <Submit kind={isReady ? 'primary' : 'secondary'} name="do" value="save">
          {isReady ? texts.readyAgain : texts.save}
        </Submit>
        {!isReady && canDo(talk, 'mark-ready') && (
          <Submit name="do" value="ready">
            {texts.ready}
          </Submit>
        )}
        {isReady && canDo(talk, 'mark-ready') && (
          <Submit kind="secondary" name="do" value="not-ready">
            {texts.notReady}
          </Submit>
        )}
        {!mine?.isShared && (
          <Submit kind="secondary" name="do" value="share">
            {texts.share}
          </Submit>
        )}
      </div>
      {!mine?.isShared && <p class="muted no-print">{texts.shareHint}</p>}
    </Form>
  )
}
