import type { Day, Instant } from '../../domain/calendar/day.ts'
import { Form, Hidden, Submit, TextField } from '../components/form.tsx'
import { OtherVersion } from '../components/other-version.tsx'
import { dayText, instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { groupFeedbackTexts } from '../texts/group-feedback.ts'

/** The leader's common feedback to a team: structurally what the api answers. */
export interface GroupFeedbackView {
  readonly roundId: string
  readonly roundName: string
  readonly leaderId: string
  readonly leaderName: string
  readonly isDeputy: boolean
  readonly status: 'owed' | 'optional' | 'sent'
  readonly text: string
  /** The version that is saved over. */
  readonly version: number
  /** What was saved from another place while this was being written; null where nothing was. */
  readonly conflict: string | null
  readonly sentAt: Instant | null
  readonly dueOn: Day
  readonly talksTo: Day
  readonly minimumGroup: number
  readonly themes: readonly { readonly theme: string; readonly talks: number }[] | null
}

/** Where the leader sees what the team's talks had in common, and writes back to all of them (R10.1). */
export function groupFeedbackPage(frame: Frame, view: GroupFeedbackView): string {
  const texts = groupFeedbackTexts[frame.language]
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    back: { href: '/team', text: texts.back },
    lead: (
      <p>
        {view.roundName}
        {view.isDeputy && <span class="on-behalf"> {texts.onBehalfOf(view.leaderName)}</span>}
      </p>
    ),
    children: (
      <>
        <Step frame={frame} view={view} />
        <Themes frame={frame} view={view} />
        {view.status === 'sent' ? (
          <section class="panel">
            <h2>{texts.text}</h2>
            <p class="written">{view.text}</p>
          </section>
        ) : (
          <Editor frame={frame} view={view} />
        )}
      </>
    ),
  })
}

function Step({ frame, view }: { frame: Frame; view: GroupFeedbackView }) {
  const { steps } = groupFeedbackTexts[frame.language]
  const { status, dueOn, talksTo, sentAt, minimumGroup } = view
  const isEarly = frame.today <= talksTo
  const isLate = status === 'owed' && dueOn < frame.today
  if (status === 'sent')
    return (
      <section class="panel next">
        <h2>{steps.sent}</h2>
        {sentAt !== null && <p>{steps.sentText(instantText(frame, sentAt))}</p>}
      </section>
    )
  return (
    <section class={`panel next${isLate ? ' late' : ''}`}>
      <h2>{isEarly ? steps.early : steps[status]}</h2>
      {isEarly && <p>{steps.earlyText(dayText(frame, talksTo))}</p>}
      {!isEarly && status === 'optional' && <p>{steps.optionalText(minimumGroup)}</p>}
      {!isEarly && status === 'owed' && (
        <>
          <p>
            {isLate ? (
              <span class="mark mark-late">{steps.lateText(dayText(frame, dueOn))}</span>
            ) : (
              steps.owedText(dayText(frame, dueOn))
            )}
          </p>
          <p class="muted">{steps.ifNot}</p>
        </>
      )}
    </section>
  )
}

/** What so many share that nobody is recognisable by it; and in plain words why the rest is not shown. */
function Themes({ frame, view }: { frame: Frame; view: GroupFeedbackView }) {
  const { themes: texts } = groupFeedbackTexts[frame.language]
  const { themes, talksTo, minimumGroup } = view
  const isEarly = frame.today <= talksTo
  return (
    <section class="panel">
      <h2>{texts.title}</h2>
      {themes === null && (
        <p>{isEarly ? texts.early(dayText(frame, talksTo)) : texts.tooFew(minimumGroup)}</p>
      )}
      {themes?.length === 0 && <p>{texts.none}</p>}
      {themes !== null && themes.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{texts.theme}</th>
              <th scope="col" class="number">
                {texts.talks}
              </th>
            </tr>
          </thead>
          <tbody>
            {themes.map(({ theme, talks }) => (
              <tr key={theme}>
                <th scope="row">{theme}</th>
                <td class="number">{talks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <details>
        <summary>{texts.ruleTitle}</summary>
        {texts.rule(minimumGroup).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </details>
    </section>
  )
}

function Editor({ frame, view }: { frame: Frame; view: GroupFeedbackView }) {
  const texts = groupFeedbackTexts[frame.language]
  const action = `/rounds/${view.roundId}/group-feedback`
  const { saved, saving, failed, conflict } = texts.saving
  return (
    <section class="panel">
      <h2>{texts.text}</h2>
      {view.conflict !== null && (
        <OtherVersion frame={frame} href={`${action}?leaderId=${view.leaderId}`}>
          <p class="written">{view.conflict}</p>
        </OtherVersion>
      )}
      <Form frame={frame} action={action} autosave={action}>
        <Hidden name="leaderId" value={view.leaderId} />
        <input type="hidden" name="version" value={view.version} />
        <TextField
          name="text"
          label={texts.label}
          hint={texts.textHint}
          rows={10}
          maxLength={10_000}
          value={view.text}
          bare
        />
        <p
          class="saved"
          role="status"
          data-saved={saved}
          data-saving={saving}
          data-failed={failed}
          data-conflict={conflict}
        />
        <p>{texts.sendHint}</p>
        <div class="buttons">
          <Submit kind="secondary" name="do" value="save">
            {texts.save}
          </Submit>
          <Submit name="do" value="send">
            {texts.send}
          </Submit>
        </div>
      </Form>
    </section>
  )
}

/** What an employee's team was sent. */
export function teamsFeedbackPage(
  frame: Frame,
  view: {
    readonly talkId: string
    readonly roundName: string
    readonly back: string
    readonly leaderName: string
    readonly text: string
    readonly sentAt: Instant
  },
): string {
  const { employees } = groupFeedbackTexts[frame.language]
  return renderPage({
    frame,
    section: 'home',
    title: employees.title(view.roundName),
    back: { href: `/talks/${view.talkId}`, text: view.back },
    lead: <p>{employees.sent(view.leaderName, instantText(frame, view.sentAt))}</p>,
    children: (
      <section class="panel">
        <p class="written">{view.text}</p>
      </section>
    ),
  })
}
