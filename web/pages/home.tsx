import type { Day } from '../../domain/calendar/day.ts'
import { AskedItem, type AskedView } from '../components/asked.tsx'
import { FromHr, type FromHrView } from '../components/from-hr.tsx'
import { type Owed, OwedItem } from '../components/owed.tsx'
import { type RoundLine, RoundTable } from '../components/round-table.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { TimeLine } from '../components/time-line.tsx'
import type { TalkStatus } from '../../domain/talk/talk.ts'
import { isSoon } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { milestonesOf, type TalkCourse } from '../talk-milestones.ts'
import { filingsTexts } from '../texts/filings.ts'
import { homeTexts } from '../texts/home.ts'

export interface HomeView {
  readonly owed: readonly Owed[]
  /** What is not owed, but somebody waits for it. */
  readonly asked: readonly AskedView[]
  /** How many plans of HR's people could not be filed. */
  readonly unfiled: number
  /** The person's talks under way, newest round first, each with its whole course. */
  readonly current: readonly (TalkCourse & { readonly round: { readonly name: string } })[]
  readonly earlier: readonly TalkLine[]
  readonly team: readonly TalkLine[]
  /** Those under way that the person follows as HR or works council. */
  readonly rounds: readonly RoundLine[]
  readonly shared: readonly { readonly id: string; readonly by: string; readonly href: string }[]
  readonly fromHr: readonly FromHrView[]
  /** How many own notes from talks that somebody else leads now there are. */
  readonly kept: number
  /** Whether the person decides how long things are kept. */
  readonly governsData: boolean
  /** Whether the mails that were "sent" can be looked at here (embedded mode). */
  readonly hasDevMails: boolean
}

interface TalkLine {
  readonly id: string
  readonly roundName: string
  readonly status: TalkStatus
  readonly heldOn: Day | null
  readonly holdDueOn: Day | null
}

/** What I owe now, then my year, then my other hats (R16: one clear next step on top). */
export function homePage(frame: Frame, view: HomeView): string {
  const texts = homeTexts[frame.language]
  const { owed, asked, current, earlier, team, rounds, shared } = view
  const now = waiting(
    owed.filter(({ dueOn }) => isSoon(frame, dueOn)),
    asked,
    view.unfiled,
  )
  const later = owed.filter(({ dueOn }) => !isSoon(frame, dueOn))
  return renderPage({
    frame,
    section: 'home',
    title: now.length > 0 ? texts.owedTitle(now.length) : texts.title,
    children: (
      <>
        {now.length > 0 ? <Waiting frame={frame} lines={now} /> : <p class="panel">{texts.nothingOwed}</p>}
        <FromHr frame={frame} messages={view.fromHr} />
        {later.length > 0 && (
          <details class="later">
            <summary>{texts.later(later.length)}</summary>
            <Waiting frame={frame} lines={waiting(later)} />
          </details>
        )}
        {current.map((talk) => (
          <section key={talk.id} class="panel">
            <h2>{texts.myYear(talk.round.name)}</h2>
            <TimeLine frame={frame} milestones={milestonesOf(frame, talk, 'employee')} />
            <p>
              <a href={`/talks/${talk.id}`}>{texts.openTalk}</a>
            </p>
          </section>
        ))}
        {current.length === 0 && team.length === 0 && rounds.length === 0 && <p>{texts.noTalk}</p>}
        {team.length > 0 && <Team frame={frame} team={team} />}
        {rounds.length > 0 && (
          <section>
            <h2>{texts.rounds}</h2>
            <RoundTable frame={frame} rounds={rounds} />
          </section>
        )}
        {shared.length > 0 && <Shared frame={frame} shared={shared} />}
        {earlier.length > 0 && <Earlier frame={frame} talks={earlier} />}
        <Ways frame={frame} view={view} />
      </>
    ),
  })
}

/** What is looked at now and then. */
function Ways({ frame, view }: { frame: Frame; view: HomeView }) {
  const texts = homeTexts[frame.language]
  return (
    <>
      {view.kept > 0 && (
        <p>
          <a href="/me/kept-sheets">{texts.kept}</a>
        </p>
      )}
      <p>
        <a href="/me/data">{texts.ownData}</a>
      </p>
      {view.governsData && (
        <p>
          <a href="/retention">{texts.retention}</a>
        </p>
      )}
      {view.hasDevMails && (
        <p class="muted">
          <a href="/dev/mails">{texts.devMails}</a> · <a href="/api/docs">{texts.api}</a>
        </p>
      )}
    </>
  )
}

/** One thing that waits, and the day by which it matters. */
type WaitingLine = { readonly on: Day | null } & (
  | { readonly owed: Owed }
  | { readonly asked: AskedView }
  | { readonly unfiled: number }
)

/** Most urgent first; what is in no hurry comes last. */
function waiting(owed: readonly Owed[], asked: readonly AskedView[] = [], unfiled = 0): WaitingLine[] {
  const lines = [
    ...(unfiled > 0 ? [{ on: null, unfiled }] : []),
    ...owed.map((line) => ({ on: line.dueOn, owed: line })),
    ...asked.map((line) => ({ on: line.on, asked: line })),
  ]
  const urgency = ({ on }: WaitingLine) => on ?? '9999-12-31'
  return lines.sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0))
}

function Waiting({ frame, lines }: { frame: Frame; lines: readonly WaitingLine[] }) {
  return (
    <ul class="owed plain-list no-max-width">
      {lines.map((line) =>
        'owed' in line ? (
          <OwedItem key={`${line.owed.obligation} ${line.owed.subject}`} frame={frame} owed={line.owed} />
        ) : 'unfiled' in line ? (
          <li key="unfiled">
            <a href="/filings">{filingsTexts[frame.language].waiting(line.unfiled)}</a>
            <p>{filingsTexts[frame.language].waitingHint}</p>
          </li>
        ) : (
          <AskedItem key={`${line.asked.ask} ${line.asked.subject}`} frame={frame} asked={line.asked} />
        ),
      )}
    </ul>
  )
}

function Team({ frame, team }: { frame: Frame; team: readonly TalkLine[] }) {
  const texts = homeTexts[frame.language]
  const held = team.filter(({ heldOn }) => heldOn !== null).length
  const late = team.filter(
    ({ heldOn, holdDueOn }) => heldOn === null && holdDueOn !== null && holdDueOn < frame.today,
  )
  return (
    <section class="panel">
      <h2>{texts.team}</h2>
      <p>{texts.teamLine(team.length, held, late.length)}</p>
      <p>
        <a href="/team">{texts.openTeam}</a>
      </p>
    </section>
  )
}

function Shared({ frame, shared }: { frame: Frame; shared: HomeView['shared'] }) {
  const texts = homeTexts[frame.language]
  return (
    <section>
      <h2>{texts.shared}</h2>
      <ul>
        {shared.map(({ id, by, href }) => (
          <li key={id}>
            <a href={href}>{texts.sharedBy(by)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Earlier({ frame, talks }: { frame: Frame; talks: readonly TalkLine[] }) {
  return (
    <section>
      <h2>{homeTexts[frame.language].earlier}</h2>
      <ul>
        {talks.map((talk) => (
          <li key={talk.id}>
            <a href={`/talks/${talk.id}`}>{talk.roundName}</a>{' '}
            <StatusMark frame={frame} status={talk.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
