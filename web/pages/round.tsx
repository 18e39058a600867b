import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { CoverageChart, type CoverageCourse } from '../components/coverage-chart.tsx'
import { type EscalationLine, Escalations } from '../components/escalations.tsx'
import { type GroupTalkLine, GroupTalkLines } from '../components/group-talk-lines.tsx'
import { lateCount, type OverviewUnit, OverviewUnits, Reasons } from '../components/overview-units.tsx'
import { RoundMark } from '../components/round-mark.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { dayText } from '../dates.ts'
import { countText, percentText } from '../figures.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { roundTexts } from '../texts/round.ts'
import { roundWords } from '../texts/rounds.ts'
import { Opening, RoundNext } from '../components/round-next.tsx'

export interface RoundView extends RoundReach {
  readonly name: string
  readonly unitName: string
  readonly status: RoundStatus
  readonly pausedOn: Day | null
  readonly stopReason: string | null
  readonly evaluationDiscussedOn: Day | null
  readonly policy: {
    readonly talksFrom: Day
    readonly talksTo: Day
    readonly evaluationBy: Day
    readonly minimumGroup: number
  }
}

export interface RoundOverview {
  readonly round: RoundView
  readonly units: readonly OverviewUnit[]
  readonly weeks: CoverageCourse['weeks']
  /** While talks are being opened; null once they are. */
  readonly opening: { readonly started: number; readonly expected: number } | null
  /** Null where the reader may not see status by name. */
  readonly escalations: readonly EscalationLine[] | null
  readonly groupTalks: readonly GroupTalkLine[]
  /** Talks where something is late, and people without an outcome; null where the reader does not run the round. */
  readonly open: { readonly late: number; readonly unaccounted: number } | null
}

const MOST_ESCALATIONS = 5

/** A round that was started: what to do now, then coverage, lateness and reasons by unit (R14.4). */
export function roundPage(frame: Frame, view: RoundOverview): string {
  const texts = roundTexts[frame.language]
  const { round, units, opening } = view
  const first = units[0]
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: round.name,
    lead: (
      <p>
        {round.unitName} <RoundMark frame={frame} round={round} />
        <br />
        {texts.window(dayText(frame, round.policy.talksFrom), dayText(frame, round.policy.talksTo))}
      </p>
    ),
    children: (
      <>
        <RoundNav frame={frame} round={round} at="overview" />
        {opening ? <Opening frame={frame} roundId={round.id} opening={opening} /> : null}
        {!opening && round.isRunner && view.open && (
          <RoundNext
            frame={frame}
            round={round}
            open={view.open}
            escalations={view.escalations?.length ?? 0}
          />
        )}
        {first?.figures && <KeyFigures frame={frame} unit={first} weeks={view.weeks} />}
        {first?.figures?.expected != null && (
          <section class="panel">
            <h2>{texts.chart}</h2>
            <CoverageChart
              frame={frame}
              course={{
                talksFrom: round.policy.talksFrom,
                talksTo: round.policy.talksTo,
                expected: first.figures.expected,
                weeks: view.weeks,
              }}
            />
          </section>
        )}
        <UnitSection frame={frame} view={view} />
        <GroupTalkLines frame={frame} lines={view.groupTalks} />
        {view.escalations && <EscalationSection frame={frame} round={round} lines={view.escalations} />}
      </>
    ),
  })
}

function KeyFigures({
  frame,
  unit: { figures },
  weeks,
}: {
  frame: Frame
  unit: OverviewUnit
  weeks: CoverageCourse['weeks']
}) {
  const { figures: texts, hidden } = roundTexts[frame.language]
  if (figures === null) return null
  const planned = weeks.at(-1)?.planned ?? 0
  const late = lateCount(figures)
  const tiles = [
    {
      name: texts.held,
      value: percentText(frame, figures.coverage),
      note: noteOf(texts.heldOf, figures.held, figures.expected),
    },
    {
      name: texts.planned,
      value: percentText(frame, planned),
      note: figures.expected === null ? '' : texts.plannedOf(Math.round(planned * figures.expected)),
    },
    { name: texts.arranged, value: countText(figures.arranged, hidden), note: '' },
    { name: texts.late, value: countText(late, hidden), note: '', isLate: Boolean(late) },
    {
      name: texts.agreed,
      value: countText(figures.agreed, hidden),
      note: noteOf(texts.agreedOf, figures.agreed, figures.held),
    },
  ]
  return (
    <dl class="tiles">
      {tiles.map(({ name, value, note, isLate = false }) => (
        <div key={name} class={isLate ? 'late' : undefined}>
          <dt class="tile-name">{name}</dt>
          <dd class="tile-value">{value}</dd>
          {note && <dd class="tile-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}

function noteOf(
  text: (part: number, whole: number) => string,
  part: number | null,
  whole: number | null,
): string {
  return part === null || whole === null ? '' : text(part, whole)
}

function UnitSection({ frame, view: { round, units } }: { frame: Frame; view: RoundOverview }) {
  const texts = roundTexts[frame.language]
  const first = units[0]
  const least = round.policy.minimumGroup
  const api = `/api/v1/rounds/${round.id}/overview`
  return (
    <section>
      <h2>{texts.unitsTitle}</h2>
      <OverviewUnits frame={frame} roundId={round.id} units={units} hasTalks={round.isWatcher} />
      {!round.isWatcher && <p class="muted">{texts.hiddenWhy(least)}</p>}
      <p class="buttons">
        <a class="button button-secondary" href={`${api}.csv`} download>
          {texts.downloadCsv}
        </a>
        <a class="button button-secondary" href={`${api}.xlsx`} download>
          {texts.downloadXlsx}
        </a>
      </p>
      {first && (
        <>
          <h2>{texts.reasonsTitle}</h2>
          <Reasons frame={frame} reasons={first.reasons} least={least} />
        </>
      )}
    </section>
  )
}

function EscalationSection({
  frame,
  round,
  lines,
}: {
  frame: Frame
  round: RoundView
  lines: readonly EscalationLine[]
}) {
  const texts = roundTexts[frame.language]
  const isClosed = round.status === 'closed'
  if (isClosed && lines.length === 0) return null
  return (
    <section>
      <h2>{isClosed ? texts.followUpTitle : texts.escalationsTitle}</h2>
      {isClosed && <p>{texts.followUpLead}</p>}
      {lines.length === 0 ? (
        <p>{texts.escalationsNone}</p>
      ) : (
        <Escalations frame={frame} roundId={round.id} lines={lines.slice(0, MOST_ESCALATIONS)} />
      )}
      {lines.length > MOST_ESCALATIONS && (
        <p>
          <a href={`/rounds/${round.id}/escalations`}>{texts.escalationsAll(lines.length)}</a>
        </p>
      )}
    </section>
  )
}
