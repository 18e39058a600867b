import type { Instant } from '../../domain/calendar/day.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { Form, Submit, TextField } from '../components/form.tsx'
import { PlanText } from '../components/plan-text.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import type { WrittenPlan } from '../plan-changes.ts'
import { planOpeningTexts } from '../texts/plan-opening.ts'
import { talkTexts } from '../texts/talk.ts'
import { talkName } from '../talk-name.ts'

export interface PlanOpeningView {
  readonly talk: {
    readonly id: string
    readonly round: { readonly id: string; readonly kind: RoundKind }
    readonly employee: { readonly name: string }
    readonly leader: { readonly name: string } | null
  }
  /** Null until it is opened, and once that is over. */
  readonly opening: { readonly untilAt: Instant } | null
  readonly plan: WrittenPlan | null
}

/** Where HR opens a plan with a reason, and then reads it (R15.1). */
export function planOpeningPage(frame: Frame, { talk, opening, plan }: PlanOpeningView): string {
  const texts = planOpeningTexts[frame.language]
  const name = talkTexts[frame.language].title(talkName(frame, talk.round.kind), talk.employee.name)
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: `/rounds/${talk.round.id}/talks/${talk.id}`, text: name },
    title: texts.title,
    lead: <p>{opening === null ? texts.lead : texts.openUntil(instantText(frame, opening.untilAt))}</p>,
    children:
      opening === null ? (
        <Form frame={frame} action={`/talks/${talk.id}/plan-opening`} class="panel">
          <h2>{texts.heading}</h2>
          <p>
            <strong>{texts.told}</strong>
          </p>
          <TextField
            name="reason"
            label={texts.reason}
            hint={texts.reasonHint}
            rows={4}
            maxLength={2_000}
            required
          />
          <Submit>{texts.open}</Submit>
        </Form>
      ) : (
        <section class="panel">
          {plan === null ? (
            <p>{texts.noPlan}</p>
          ) : (
            <PlanText
              frame={frame}
              parties={{ employee: talk.employee.name, leader: talk.leader?.name ?? null }}
              plan={plan}
              level="h2"
            />
          )}
        </section>
      ),
  })
}
