import { type UnitLine, unitOptions } from '../components/unit-choice.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { Form, Hidden, Select, Submit, TextField } from '../components/form.tsx'
import { RoundMark } from '../components/round-mark.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { roundControlTexts } from '../texts/round-control.ts'
import { roundWords } from '../texts/rounds.ts'

export interface RoundControlView {
  readonly round: RoundReach & {
    readonly name: string
    readonly status: RoundStatus
    readonly pausedOn: Day | null
    readonly policy: { readonly closesOn: Day }
  }
  readonly units: readonly UnitLine[]
  readonly pauses: readonly { readonly unitId: string; readonly unitName: string; readonly pausedOn: Day }[]
  readonly stops: readonly {
    readonly unitId: string
    readonly unitName: string
    readonly stoppedOn: Day
    readonly reason: string
  }[]
}

interface Parts {
  frame: Frame
  view: RoundControlView
}

/** What stops the clock of a round or of one of its units (R14.3), and its end (R1.5). */
export function roundControlPage(frame: Frame, view: RoundControlView): string {
  const texts = roundControlTexts[frame.language]
  const { round } = view
  const hasEnded = round.status === 'closed' || round.status === 'stopped'
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: `${texts.title}: ${round.name}`,
    lead: (
      <p>
        <RoundMark frame={frame} round={round} />
      </p>
    ),
    children: (
      <>
        <RoundNav frame={frame} round={round} at="control" />
        {hasEnded ? (
          <p class="panel">{texts.ended}</p>
        ) : (
          <>
            <Pause frame={frame} view={view} />
            <Units frame={frame} view={view} />
            <Close frame={frame} view={view} />
            <Stop frame={frame} view={view} />
          </>
        )}
      </>
    ),
  })
}

function Pause({ frame, view: { round } }: Parts) {
  const texts = roundControlTexts[frame.language]
  const path = `/rounds/${round.id}`
  if (round.pausedOn !== null)
    return (
      <section class="panel next">
        <h2>{texts.resume.title(dayText(frame, round.pausedOn))}</h2>
        <p>{texts.resume.lead}</p>
        <Form frame={frame} action={`${path}/resumption`}>
          <Submit>{texts.resume.now}</Submit>
        </Form>
      </section>
    )
  return (
    <section class="panel">
      <h2>{texts.pause.title}</h2>
      <p>{texts.pause.lead}</p>
      <Form frame={frame} action={`${path}/pause`}>
        <Submit kind="secondary">{texts.pause.now}</Submit>
      </Form>
    </section>
  )
}

function Units({ frame, view: { round, units, pauses, stops } }: Parts) {
  const texts = roundControlTexts[frame.language].units
  return (
    <section class="panel">
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <Form frame={frame} action={`/rounds/${round.id}/units/pause`}>
        <Select name="unitId" label={texts.unit} required options={unitOptions(units)} />
        <Submit kind="secondary">{texts.pause}</Submit>
      </Form>
      {pauses.length > 0 && <h3>{texts.paused}</h3>}
      {pauses.map(({ unitId, unitName, pausedOn }) => (
        <Form key={unitId} frame={frame} action={`/rounds/${round.id}/units/resumption`} class="buttons">
          <span>{texts.pausedLine(unitName, dayText(frame, pausedOn))}</span>
          <Hidden name="unitId" value={unitId} />
          <Submit kind="secondary">{texts.resume(unitName)}</Submit>
        </Form>
      ))}
      {stops.length > 0 && (
        <>
          <h3>{texts.stopped}</h3>
          <ul>
            {stops.map(({ unitId, unitName, stoppedOn, reason }) => (
              <li key={unitId}>{texts.stoppedLine(unitName, dayText(frame, stoppedOn), reason)}</li>
            ))}
          </ul>
        </>
      )}
      <StopUnit frame={frame} round={round} units={units} />
    </section>
  )
}

/** Folded like everything that cannot be taken back. */
function StopUnit({ frame, round, units }: { frame: Frame } & Pick<RoundControlView, 'round' | 'units'>) {
  const texts = roundControlTexts[frame.language].units
  const action = `/rounds/${round.id}/units/stop`
  return (
    <details open={frame.sent?.action === action}>
      <summary>{texts.stop}</summary>
      <p>{texts.stopLead}</p>
      <Form frame={frame} action={action}>
        <Select name="stoppedUnitId" label={texts.unit} required options={unitOptions(units)} />
        <TextField name="unitReason" label={texts.reason} hint={texts.reasonHint} required maxLength={200} />
        <Submit kind="warning">{texts.stopNow}</Submit>
      </Form>
    </details>
  )
}

function Close({ frame, view: { round } }: Parts) {
  const texts = roundControlTexts[frame.language].close
  return (
    <section class="panel">
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      {round.status === 'closing' ? (
        <Form frame={frame} action={`/rounds/${round.id}/closing`}>
          <Submit>{texts.now}</Submit>
        </Form>
      ) : (
        <p class="muted">{texts.waits(dayText(frame, round.policy.closesOn))}</p>
      )}
    </section>
  )
}

function Stop({ frame, view: { round } }: Parts) {
  const texts = roundControlTexts[frame.language].stop
  const action = `/rounds/${round.id}/stop`
  return (
    <details class="panel" open={frame.sent?.action === action}>
      <summary>{texts.title}</summary>
      <p>{texts.lead}</p>
      <Form frame={frame} action={action}>
        <TextField name="reason" label={texts.reason} required maxLength={200} />
        <Submit kind="warning">{texts.now}</Submit>
      </Form>
    </details>
  )
}
