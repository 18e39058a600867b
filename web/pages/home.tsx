import type { Day } from '../../domain/calendar/day.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import type { AskedView } from '../components/asked.tsx'
import { FromHr, type FromHrView } from '../components/from-hr.tsx'
import { type LateLeader, LateLeaders } from '../components/late-leaders.tsx'
import { Coming, type Owed } from '../components/owed.tsx'
import { type RoundLine, RoundTable } from '../components/round-table.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { TimeLine } from '../components/time-line.tsx'
import { type ToldHr, Waiting, waiting } from '../components/waiting.tsx'
import type { TalkStatus } from '../../domain/talk/talk.ts'
import { isSoon } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { milestonesOf, type TalkCourse } from '../talk-milestones.ts'
import { homeTexts } from '../texts/home.ts'
import { teamTexts } from '../texts/team.ts'

export interface HomeView {
  readonly owed: readonly Owed[]
  /** What is not owed, but somebody waits for it. */
  readonly asked: readonly AskedView[]
  /** What the ladder has told the person of others. */
  readonly escalated: {
    readonly toHr: readonly ToldHr[]
    readonly toLeadersLeader: readonly LateLeader[]
  }
  /** How many plans of HR's people could not be filed. */
  readonly unfiled: number
  /** The person's talks under way, newest round first, each with its whole course. */
  readonly current: readonly CurrentTalk[]
  /** Those under way beside them. */
  readonly alsoLive: readonly TalkLine[]
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

interface CurrentTalk extends TalkCourse {
  readonly round: { readonly name: string }
  readonly employee: { readonly title: string; readonly unit: string }
}

interface TalkLine {
  readonly id: string
  readonly roundName: string
  readonly kind: RoundKind
  readonly status: TalkStatus
  readonly employee: string
  readonly title: string
  readonly unit: string
  readonly inviteDueOn: Day | null
  readonly heldOn: Day | null
}

/** What I owe now, then my year, then my other hats (R16: one clear next step on top). */
export function homePage(frame: Frame, view: HomeView): string {
  const texts = homeTexts[frame.language]
  const { owed, asked, current, alsoLive, earlier, team, rounds, shared } = view
  const owedNow = owed.filter(({ dueOn, rest }) => rest === null && isSoon(frame, dueOn))
  const later = owed.filter((line) => !owedNow.includes(line))
  const isTwice = repeatedIn([
    ...current.map(({ round }) => round.name),
    ...alsoLive.map(roundOf),
    ...earlier.map(roundOf),
  ])
  const { toHr: toldHr, toLeadersLeader: lateLeaders } = view.escalated
  const now = waiting(owedNow, asked, { unfiled: view.unfiled, toldHr })
  return renderPage({
    frame,
    section: 'home',
    title: now.length > 0 ? texts.owedTitle(now.length) : texts.title,
    children: (
      <>
        {now.length > 0 && <Waiting frame={frame} lines={now} />}
        {lateLeaders.length > 0 && <LateLeaders frame={frame} lines={lateLeaders} />}
        {now.length + lateLeaders.length === 0 && <NothingNow frame={frame} view={view} />}
        <FromHr frame={frame} messages={view.fromHr} />
        {later.length > 0 && (
          <details class="later">
            <summary>{texts.later(later.length)}</summary>
            <Waiting frame={frame} lines={waiting(later)} />
          </details>
        )}
        {current.map((talk) => (
          <section key={talk.id} class="panel">
            <h2>
              {texts.myYear(talk.round.name)} <StatusMark frame={frame} status={talk.status} />
            </h2>
            {isTwice(talk.round.name) && <p class="muted">{jobOf(talk.employee)}</p>}
            <TimeLine frame={frame} milestones={milestonesOf(frame, talk, 'employee')} />
            <p>
              <a href={`/talks/${talk.id}`}>{texts.openTalk}</a>
            </p>
          </section>
        ))}
        {alsoLive.length > 0 && (
          <Talks frame={frame} title={texts.alsoLive} talks={alsoLive} isTwice={isTwice} />
        )}
        {current.length === 0 && team.length === 0 && rounds.length === 0 && <p>{texts.noTalk}</p>}
        {team.length > 0 && <Team frame={frame} team={team} asking={talksAskingLeader(owedNow, asked)} />}
        {rounds.length > 0 && (
          <section>
            <h2>{texts.rounds}</h2>
            <RoundTable frame={frame} rounds={rounds} />
          </section>
        )}
        {shared.length > 0 && <Shared frame={frame} shared={shared} />}
        {earlier.length > 0 && (
          <Talks frame={frame} title={texts.earlier} talks={earlier} isTwice={isTwice} />
        )}
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

/** Nothing is to be done now: what comes first is told with its date. */
function NothingNow({ frame, view: { owed, team } }: { frame: Frame; view: HomeView }) {
  const toInvite = team.flatMap((talk) => {
    const isToBeInvited = talk.status === 'awaiting' && !owed.some(({ talkId }) => talkId === talk.id)
    const { employee, roundName, kind, inviteDueOn } = talk
    return isToBeInvited && inviteDueOn !== null
      ? [{ obligation: 'invite', owedBy: 'leader' as const, employee, roundName, kind, dueOn: inviteDueOn }]
      : []
  })
  const coming = [...owed.filter(({ rest }) => rest === null), ...toInvite]
  return (
    <div class="panel">
      <p>{homeTexts[frame.language].nothingOwed}</p>
      <Coming frame={frame} owed={coming} />
    </div>
  )
}

/** In how many talks something asks for the leader now: as many as the team page says. */
function talksAskingLeader(owed: readonly Owed[], asked: readonly AskedView[]): number {
  return new Set([
    ...owed.flatMap(({ owedBy, talkId }) => (owedBy === 'leader' && talkId !== null ? [talkId] : [])),
    ...asked.flatMap(({ ask, talkId }) => (ask === 'answer-wish' ? [talkId] : [])),
  ]).size
}

/** They are in the list and are not to have a talk. */
const withoutTalk: ReadonlySet<TalkStatus> = new Set<TalkStatus>(['exempt', 'left', 'stopped', 'taken-over'])

function Team({ frame, team, asking }: { frame: Frame; team: readonly TalkLine[]; asking: number }) {
  const texts = homeTexts[frame.language]
  const expected = team.filter(({ status }) => !withoutTalk.has(status))
  const held = expected.filter(({ heldOn }) => heldOn !== null).length
  return (
    <section class="panel">
      <h2>{texts.team}</h2>
      <p>
        {texts.teamLine(expected.length, held)} {asking > 0 && teamTexts[frame.language].waiting(asking)}
      </p>
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

interface TalksParts {
  frame: Frame
  title: string
  talks: readonly TalkLine[]
  isTwice: (round: string) => boolean
}

function Talks({ frame, title, talks, isTwice }: TalksParts) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {talks.map((talk) => (
          <li key={talk.id}>
            <a href={`/talks/${talk.id}`}>{talk.roundName}</a>
            {isTwice(talk.roundName) && <span class="muted"> · {jobOf(talk)}</span>}{' '}
            <StatusMark frame={frame} status={talk.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function roundOf({ roundName }: TalkLine): string {
  return roundName
}

/** Two jobs have a talk each in one round: its name alone would not tell them apart. */
function repeatedIn(rounds: readonly string[]): (round: string) => boolean {
  return (round) => rounds.filter((one) => one === round).length > 1
}

function jobOf({ title, unit }: { title: string; unit: string }): string {
  return [title, unit].filter(Boolean).join(', ')
}
