import type { SheetAnswers } from '../../domain/material/answers.ts'
import type { Instant } from '../../domain/calendar/day.ts'
import { Form, Submit } from '../components/form.tsx'
import { type SheetForm, SheetReading } from '../components/sheet.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { sharingTexts } from '../texts/sharing.ts'

export interface KeptSheet {
  readonly id: string
  readonly employee: string
  readonly content: SheetAnswers
  readonly form: SheetForm | null
  readonly updatedAt: Instant
}

/** Notes of somebody who no longer leads the talk: theirs to read or delete for a while (R13.2). */
export function keptSheetsPage(frame: Frame, sheets: readonly KeptSheet[]): string {
  const texts = sharingTexts[frame.language]
  return renderPage({
    frame,
    section: 'home',
    title: texts.keptTitle,
    back: { href: '/', text: texts.home },
    lead: <p>{sheets.length === 0 ? texts.keptNone : texts.keptAbout}</p>,
    children: (
      <>
        {sheets.map(({ id, employee, content, form, updatedAt }) => (
          <section class="panel" key={id}>
            <h2>{employee}</h2>
            <p class="muted">{texts.keptLine(dayText(frame, frame.localTime(updatedAt).on))}</p>
            <SheetReading frame={frame} form={form} answers={content} />
            <Form frame={frame} action={`/me/kept-sheets/${id}/removal`}>
              <Submit kind="secondary">{texts.keptDelete}</Submit>
            </Form>
          </section>
        ))}
      </>
    ),
  })
}
