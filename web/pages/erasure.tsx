import { Alert } from '../components/alert.tsx'
import { Checkbox, Form, Submit, TextField } from '../components/form.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { retentionTexts } from '../texts/retention.ts'

export interface ErasureView {
  readonly personId: string
  readonly name: string
  readonly refusal: { readonly sentence: string } | null
  readonly isErased: boolean
  readonly counts: {
    readonly talks: number
    readonly sheets: number
    readonly plans: number
    readonly mails: number
    readonly accesses: number
  }
}

/** What erasing somebody takes and what it leaves, before it is done (R15.2). */
export function erasurePage(frame: Frame, view: ErasureView): string {
  const all = retentionTexts[frame.language]
  const texts = all.erasure
  const { personId, name, refusal, isErased, counts } = view
  return renderPage({
    frame,
    section: 'people',
    title: texts.title(name),
    back: { href: '/retention', text: all.title },
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {refusal && (
          <Alert kind="info" heading={texts.notNow}>
            <p>{refusal.sentence}</p>
          </Alert>
        )}
        <h2>{texts.goes}</h2>
        <List lines={texts.counts(counts)} />
        <h2>{texts.stays}</h2>
        <List lines={texts.staysList} />
        {!refusal && (
          <Form frame={frame} action={`/people/${personId}/erasure`}>
            <Checkbox name="sure" label={texts.sure} />
            <Submit kind="warning">{texts.erase}</Submit>
          </Form>
        )}
        {!isErased && (
          <section class="panel">
            <h2>{texts.hold}</h2>
            <p>{texts.holdLead}</p>
            <Form frame={frame} action={`/people/${personId}/legal-hold`}>
              <TextField
                name="reason"
                label={texts.reason}
                hint={texts.reasonHint}
                required
                maxLength={200}
              />
              <Submit kind="secondary">{texts.place}</Submit>
            </Form>
          </section>
        )}
      </>
    ),
  })
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
