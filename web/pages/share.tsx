import type { SheetAnswers } from '../../domain/material/answers.ts'
import type { Day } from '../../domain/calendar/day.ts'
import { type SheetForm, SheetReading } from '../components/sheet.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import type { ActionView } from '../talk-view.ts'
import { sharingTexts } from '../texts/sharing.ts'
import { talkAfterTexts } from '../texts/talk-after.ts'

export interface SharePageView {
  readonly what: 'sheet' | 'actions'
  readonly roundName: string
  readonly employee: string
  readonly colleague: string
  /** When the two will follow up together. */
  readonly followUpOn: Day | null
  /** Whether the reader is the one who shares it. */
  readonly isOwn: boolean
  readonly form: SheetForm | null
  readonly sheet: SheetAnswers | null
  readonly actions: readonly {
    readonly id: string
    readonly what: string
    readonly dueOn: Day
    readonly status: ActionView['status']
  }[]
}

/** What a colleague has shared: that, and nothing else of their talk. */
export function sharePage(frame: Frame, view: SharePageView): string {
  const texts = sharingTexts[frame.language]
  const { what, employee, colleague, followUpOn, roundName, isOwn, form, sheet } = view
  return renderPage({
    frame,
    section: 'home',
    title: isOwn ? texts.ownTitle(colleague) : texts.sharedBy(employee),
    back: { href: '/', text: texts.home },
    lead: <p>{roundName}</p>,
    children: (
      <>
        {!isOwn && <p>{texts.only}</p>}
        {followUpOn && <p>{texts.followUpOn(dayText(frame, followUpOn))}</p>}
        <section class="panel">
          <h2>{what === 'sheet' ? texts.whatSheet : texts.whatActions}</h2>
          {sheet && <SheetReading frame={frame} form={form} answers={sheet} />}
          {what === 'actions' && <Actions frame={frame} view={view} />}
        </section>
      </>
    ),
  })
}

function Actions({ frame, view }: { frame: Frame; view: SharePageView }) {
  const texts = sharingTexts[frame.language]
  const states = talkAfterTexts[frame.language].actionStates
  if (view.actions.length === 0) return <p class="muted">{texts.empty}</p>
  return (
    <>
      {view.actions.map(({ id, what, dueOn, status }) => (
        <article class="part" key={id}>
          <h3 class="written">{what}</h3>
          <p>
            {states[status]} · {texts.dueOn(dayText(frame, dueOn))}
          </p>
        </article>
      ))}
    </>
  )
}
