import type { Day, Instant } from '../../domain/calendar/day.ts'
import type { DeletedKind, RetentionKind } from '../../domain/retention/retention.ts'
import { Form, Submit, TextField } from '../components/form.tsx'
import { WayButton } from '../components/next-panel.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { retentionTexts } from '../texts/retention.ts'

export interface RetentionView {
  readonly rules: readonly RetentionRuleView[]
  readonly holds: readonly {
    readonly id: string
    readonly personId: string
    readonly name: string
    readonly reason: string
    readonly placedAt: Instant
  }[]
  readonly receipts: readonly {
    readonly on: Day
    readonly cause: 'retention' | 'erasure'
    readonly kind: DeletedKind
    readonly count: number
  }[]
}

interface RetentionRuleView {
  readonly kind: RetentionKind
  readonly months: number
  readonly least: number
  readonly most: number
}

/** How long everything is kept, who is held back, and what was deleted (R15.2). */
export function retentionPage(frame: Frame, view: RetentionView): string {
  const texts = retentionTexts[frame.language]
  return renderPage({
    frame,
    section: 'people',
    title: texts.title,
    children: (
      <>
        <Next frame={frame} holds={view.holds} />
        <h2>{texts.rules}</h2>
        <Form frame={frame} action="/retention/months" class="panel">
          {view.rules.map((rule) => (
            <Rule key={rule.kind} frame={frame} rule={rule} />
          ))}
          <Submit>{texts.save}</Submit>
        </Form>
        <section class="panel">
          <h2>{texts.person}</h2>
          <p>{texts.personLead}</p>
          <Form frame={frame} action="/retention/person">
            <TextField name="number" label={texts.number} required width="m" />
            <Submit kind="secondary">{texts.find}</Submit>
          </Form>
        </section>
        <h2 id="holds">{texts.holds}</h2>
        <p>{view.holds.length === 0 ? texts.noHolds : texts.holdsLead}</p>
        {view.holds.map((hold) => (
          <section class="panel" key={hold.id}>
            <h3>
              <a href={`/people/${hold.personId}/erasure`}>{hold.name}</a>
            </h3>
            <p>{hold.reason}</p>
            <p class="muted">{texts.heldSince(dayText(frame, frame.localTime(hold.placedAt).on))}</p>
            <Form frame={frame} action={`/retention/holds/${hold.id}/end`}>
              <Submit kind="secondary">{texts.lift}</Submit>
            </Form>
          </section>
        ))}
        <h2>{texts.receipts}</h2>
        <p>{view.receipts.length === 0 ? texts.noReceipts : texts.receiptsLead}</p>
        {view.receipts.length > 0 && <Receipts frame={frame} receipts={view.receipts} />}
      </>
    ),
  })
}

/** Deleting needs nobody; what holds it back does, once its reason is gone. */
function Next({ frame, holds }: { frame: Frame; holds: RetentionView['holds'] }) {
  const texts = retentionTexts[frame.language].next
  return (
    <section class="panel next">
      <h2>{holds.length > 0 ? texts.held(holds.length) : texts.nothing}</h2>
      <p>{holds.length > 0 ? texts.heldHint : texts.nothingHint}</p>
      {holds.length > 0 && <WayButton way={{ href: '#holds', text: texts.look }} />}
    </section>
  )
}

function Rule({ frame, rule }: { frame: Frame; rule: RetentionRuleView }) {
  const texts = retentionTexts[frame.language]
  const { kind, months, least, most } = rule
  const { name, hint } = texts.kinds[kind]
  return (
    <TextField
      name={`${kind}-months`}
      label={texts.months(name)}
      hint={`${hint} ${texts.bounds(least, most)}`}
      type="number"
      min={String(least)}
      max={String(most)}
      width="xs"
      required
      value={String(months)}
    />
  )
}

function Receipts({ frame, receipts }: { frame: Frame; receipts: RetentionView['receipts'] }) {
  const texts = retentionTexts[frame.language]
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{texts.day}</th>
          <th scope="col">{texts.what}</th>
          <th scope="col">{texts.why}</th>
          <th scope="col">{texts.count}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map(({ on, cause, kind, count }) => (
          <tr key={`${on} ${cause} ${kind}`}>
            <td data-label={texts.day}>{dayText(frame, on)}</td>
            <td data-label={texts.what}>{texts.deleted[kind]}</td>
            <td data-label={texts.why}>{texts.causes[cause]}</td>
            <td data-label={texts.count}>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
