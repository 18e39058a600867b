import type { Day } from '../../domain/calendar/day.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { Coming } from '../components/owed.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { fitsFilter, nextStepOf, owedLater, type TeamTalkView, waitsForLeader } from '../team-next-step.ts'
import { personMailsTexts } from '../texts/person-mails.ts'
import { type TeamFilter, teamFilters, teamTexts } from '../texts/team.ts'

/** The people one leader has talks with in one round. */
export interface TeamView {
  readonly round: {
    readonly id: string
    readonly name: string
    readonly kind: RoundKind
    readonly orientationOn: Day
    readonly talksFrom: Day
    readonly talksTo: Day
  }
  readonly leaderId: string
  readonly leaderName: string | null
  readonly onBehalfOf: string | null
  readonly talks: readonly TeamTalkView[]
}

/** Everybody the person leads or acts for: what each talk waits for, by when, and a way to do it. */
export function teamPage(
  frame: Frame,
  teams: readonly TeamView[],
  filter: TeamFilter,
  letters: number,
): string {
  const texts = teamTexts[frame.language]
  const talks = teams.flatMap((team) => team.talks)
  const mine = talks.filter((talk) => waitsForLeader(frame, talk)).length
  const invitable = talks.filter(({ canBeInvited }) => canBeInvited).length
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    wide: true,
    lead: talks.length > 0 && <p>{mine > 0 ? texts.waiting(mine) : texts.upToDate}</p>,
    children: (
      <>
        {talks.length === 0 && <p class="panel">{texts.empty}</p>}
        {mine === 0 && <Coming frame={frame} owed={comingIn(frame, teams)} />}
        <div class="buttons">
          {invitable > 0 && (
            <a class="button button-primary" href="/team/invite">
              {texts.invite(invitable)}
            </a>
          )}
          {invitable > 0 && (
            <a class="button button-secondary" href="/team/slots">
              {texts.slots}
            </a>
          )}
          <a class="button button-secondary" href="/team/deputies">
            {texts.deputies}
          </a>
          {letters > 0 && (
            <a class="button button-secondary" href="/mails/printed">
              {personMailsTexts[frame.language].teamLetters(letters)}
            </a>
          )}
        </div>
        {talks.length > 0 && <Filters frame={frame} talks={talks} filter={filter} />}
        {teams.map((team) => (
          <Team key={`${team.round.id} ${team.leaderId}`} frame={frame} team={team} filter={filter} />
        ))}
      </>
    ),
  })
}

function comingIn(frame: Frame, teams: readonly TeamView[]) {
  return teams.flatMap(({ round, talks }) =>
    talks.flatMap((talk) =>
      owedLater(frame, talk).map((owed) => ({
        ...owed,
        employee: talk.employee,
        roundName: round.name,
        kind: round.kind,
      })),
    ),
  )
}

function Filters({
  frame,
  talks,
  filter,
}: {
  frame: Frame
  talks: readonly TeamTalkView[]
  filter: TeamFilter
}) {
  const texts = teamTexts[frame.language]
  return (
    <nav class="filters" aria-label={texts.show}>
      <ul class="plain-list no-max-width">
        {teamFilters.map((one) => (
          <li key={one}>
            <a
              href={one === 'all' ? '/team' : `/team?show=${one}`}
              aria-current={one === filter ? 'true' : undefined}
            >
              {texts.filters[one]} ({talks.filter((talk) => fitsFilter(frame, talk, one)).length})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Team({ frame, team, filter }: { frame: Frame; team: TeamView; filter: TeamFilter }) {
  const texts = teamTexts[frame.language]
  const { round, leaderId, leaderName, onBehalfOf } = team
  const shown = team.talks.filter((talk) => fitsFilter(frame, talk, filter))
  if (shown.length === 0 && filter !== 'all' && onBehalfOf !== null) return null
  return (
    <section>
      <h2>{round.name}</h2>
      {onBehalfOf !== null && <p class="on-behalf">{texts.onBehalfOf(onBehalfOf)}</p>}
      {leaderName === null && <p class="on-behalf">{texts.vacant}</p>}
      <p class="muted">{texts.window(dayText(frame, round.talksFrom), dayText(frame, round.talksTo))}</p>
      {shown.length > 0 ? <TeamTable frame={frame} talks={shown} team={team} /> : <p>{texts.noneShown}</p>}
      <ul class="link-row plain-list no-max-width">
        <li>
          <a href={`/team/orientation?round=${round.id}&leader=${leaderId}`}>{texts.orientation}</a>
        </li>
        <li>
          <a href={`/rounds/${round.id}/group-feedback${onBehalfOf === null ? '' : `?leaderId=${leaderId}`}`}>
            {texts.feedback}
          </a>
        </li>
        <li>
          <a href={`/rounds/${round.id}/group-talks?leaderId=${leaderId}`}>{texts.groupTalks}</a>
        </li>
      </ul>
    </section>
  )
}

function TeamTable({ frame, talks, team }: { frame: Frame; talks: readonly TeamTalkView[]; team: TeamView }) {
  const texts = teamTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">
        {team.round.name}
        {team.onBehalfOf !== null && `, ${texts.onBehalfOf(team.onBehalfOf)}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{texts.employee}</th>
          <th scope="col">{texts.status}</th>
          <th scope="col">{texts.next}</th>
          <th scope="col">{texts.date}</th>
        </tr>
      </thead>
      <tbody>
        {talks.map((talk) => (
          <TeamRow key={talk.id} frame={frame} talk={talk} />
        ))}
      </tbody>
    </table>
  )
}

function TeamRow({ frame, talk }: { frame: Frame; talk: TeamTalkView }) {
  const texts = teamTexts[frame.language]
  const next = nextStepOf(frame, talk)
  return (
    <tr>
      <th scope="row">
        <a href={`/talks/${talk.id}`}>{talk.employee}</a>
        {talk.unit && <span class="beside">{talk.unit}</span>}
      </th>
      <td data-label={texts.status}>
        <StatusMark frame={frame} status={talk.status} />
        {talk.isPaused && <span class="mark mark-quiet">{texts.paused}</span>}
        {talk.offersDue.map((kind) => (
          <a key={kind} class="mark mark-wait" href={`/talks/${talk.id}#offers`}>
            {texts.offersDue[kind]}
          </a>
        ))}
        {talk.leave && (
          <span class="beside">
            {talk.leave.to ? texts.leave(dayText(frame, talk.leave.to)) : texts.openLeave}
          </span>
        )}
      </td>
      <td data-label={texts.next}>
        <NextStepOf frame={frame} talk={talk} />
        {next.note && <span class="beside">{next.note}</span>}
      </td>
      <td data-label={texts.date}>
        {next.when} {next.isLate && <span class="mark mark-late">{texts.late}</span>}
      </td>
    </tr>
  )
}

/** What is the leader's leads to where it is done; what waits for them now stands out. */
function NextStepOf({ frame, talk }: { frame: Frame; talk: TeamTalkView }) {
  const { isLeaders, href, what } = nextStepOf(frame, talk)
  if (!isLeaders) return what
  const link = <a href={href}>{what}</a>
  return waitsForLeader(frame, talk) ? <strong>{link}</strong> : link
}
