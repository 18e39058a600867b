import type { Instant } from '../../domain/calendar/day.ts'
import { Checkboxes, Form, Submit, TextField } from '../components/form.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { instantText } from '../dates.ts'
import type { FoundEmployment } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { employmentChangeTexts } from '../texts/employment-changes.ts'
import { roundNudgeTexts } from '../texts/round-nudge.ts'
import { roundWords } from '../texts/rounds.ts'

export interface RoundNudgeView {
  readonly round: RoundReach & { readonly name: string }
  /** Of the talks: the most late first. */
  readonly leaders: readonly NudgeLeader[]
  /** Those who are ticked when the page opens. */
  readonly chosen: readonly string[]
  /** The employee who is written to; null where only leaders are. */
  readonly employee: { readonly talkId: string; readonly name: string } | null
  readonly nudges: readonly {
    readonly id: string
    readonly to: 'leader' | 'employee'
    readonly name: string | null
    readonly text: string
    readonly by: string | null
    readonly at: Instant
  }[]
}

interface NudgeLeader extends Pick<FoundEmployment, 'number' | 'name' | 'title' | 'unitName'> {
  readonly leaderId: string
  readonly late: number
  readonly all: number
}

/** HR's own words to leaders and employees; the mail carries only a link to them (R14.5). */
export function roundNudgePage(frame: Frame, view: RoundNudgeView): string {
  const texts = roundNudgeTexts[frame.language]
  const { round, leaders, employee, chosen } = view
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: `${texts.title}: ${round.name}`,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <RoundNav frame={frame} round={round} at="nudge" />
        <Form frame={frame} action={`/rounds/${round.id}/nudges/new`} class="panel">
          {employee && (
            <Checkboxes
              name="talkIds"
              label={texts.employee}
              required
              values={[employee.talkId]}
              options={[{ value: employee.talkId, label: employee.name }]}
            />
          )}
          {!employee && leaders.length === 0 && <p>{texts.noLeaders}</p>}
          {!employee && leaders.length > 0 && (
            <Checkboxes
              name="leaderIds"
              label={texts.leaders}
              hint={texts.leadersHint}
              required
              values={chosen}
              options={leaders.map(({ leaderId, name, title, unitName, number, late, all }) => ({
                value: leaderId,
                label: texts.leaderLine(name, late, all),
                hint: employmentChangeTexts[frame.language].foundLine(title, unitName, number),
              }))}
            />
          )}
          <TextField
            name="text"
            label={texts.text}
            hint={texts.textHint}
            rows={6}
            required
            maxLength={2000}
          />
          <p class="buttons">
            <Submit>{texts.send}</Submit>
          </p>
        </Form>
        <Earlier frame={frame} nudges={view.nudges} />
      </>
    ),
  })
}

function Earlier({ frame, nudges }: { frame: Frame; nudges: RoundNudgeView['nudges'] }) {
  const texts = roundNudgeTexts[frame.language]
  return (
    <section>
      <h2>{texts.earlier}</h2>
      {nudges.length === 0 && <p>{texts.none}</p>}
      {nudges.map(({ id, to, name, text, by, at }) => (
        <article key={id} class="panel">
          <h3>
            {to === 'leader' ? texts.toLeader : texts.toEmployee}
            {name && `: ${name}`}
          </h3>
          <p class="written">{text}</p>
          <p class="muted">{texts.by(by ?? 'HR', instantText(frame, at))}</p>
        </article>
      ))}
    </section>
  )
}
