import { Filter, FilterChoice, FilterTick } from '../components/filter.tsx'
import { chosenAddress, Paging } from '../components/paging.tsx'
import { type UnitLine, UnitChoice } from '../components/unit-choice.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import { type TalkStatus, talkStatuses } from '../../domain/talk/talk.ts'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { owedWords } from '../texts/escalations.ts'
import { roundTalksTexts } from '../texts/round-talks.ts'
import { roundWords } from '../texts/rounds.ts'
import { statusWords } from '../texts/status.ts'

export interface RoundTalksView {
  readonly round: RoundReach & { readonly name: string }
  readonly units: readonly UnitLine[]
  readonly chosen: {
    readonly unitId: string
    readonly status: string
    readonly late: boolean
    readonly unaccounted: boolean
  }
  /** Those of the page that is shown. */
  readonly talks: readonly RoundTalkLine[]
  readonly total: number
  readonly page: number
}

export interface RoundTalkLine {
  readonly talkId: string
  readonly name: string
  readonly unitName: string
  readonly leaderName: string | null
  readonly status: TalkStatus
  readonly isPaused: boolean
  readonly inviteDueOn: Day | null
  readonly holdDueOn: Day | null
  readonly heldOn: Day | null
  readonly planDueOn: Day | null
  readonly agreedOn: Day | null
  readonly late: readonly string[]
}

/** Lines of one page. */
export const TALKS_AT_ONCE = 25

/** The drill-down of the overview: who is late with what, never content (R14.4). */
export function roundTalksPage(frame: Frame, view: RoundTalksView): string {
  const texts = roundTalksTexts[frame.language]
  const { round, talks } = view
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: `${texts.title}: ${round.name}`,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <RoundNav frame={frame} round={round} at="talks" />
        <Choice frame={frame} view={view} />
        {talks.length === 0 ? <p class="panel">{texts.none}</p> : <Talks frame={frame} view={view} />}
      </>
    ),
  })
}

function Choice({ frame, view: { round, units, chosen } }: { frame: Frame; view: RoundTalksView }) {
  const texts = roundTalksTexts[frame.language]
  const words = statusWords[frame.language]
  const statuses = talkStatuses.map((status) => ({ value: status, label: words[status] }))
  return (
    <Filter action={`/rounds/${round.id}/talks`} name={texts.filter} button={texts.show}>
      <UnitChoice units={units} chosen={chosen.unitId} label={texts.unit} all={texts.allUnits} />
      <FilterChoice
        name="status"
        label={texts.status}
        options={[{ value: '', label: texts.allStatuses }, ...statuses]}
        chosen={chosen.status}
      />
      <div>
        <FilterTick name="late" label={texts.late} checked={chosen.late} />
        <FilterTick name="unaccounted" label={texts.unaccounted} checked={chosen.unaccounted} />
      </div>
    </Filter>
  )
}

function Talks({
  frame,
  view: { round, chosen, talks, total, page },
}: {
  frame: Frame
  view: RoundTalksView
}) {
  const { columns } = roundTalksTexts[frame.language]
  const to = (number: number) => chosenAddress(`/rounds/${round.id}/talks`, { ...chosen, page: number })
  return (
    <>
      <table class="list cards">
        <thead>
          <tr>
            <th scope="col">{columns.employee}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.leader}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.next}</th>
            <th scope="col">{columns.late}</th>
          </tr>
        </thead>
        <tbody>
          {talks.map((talk) => (
            <TalkRow key={talk.talkId} frame={frame} roundId={round.id} talk={talk} />
          ))}
        </tbody>
      </table>
      <Paging
        frame={frame}
        before={(page - 1) * TALKS_AT_ONCE}
        shown={talks.length}
        all={total}
        hrefs={{ previous: to(page - 1), next: to(page + 1) }}
      />
    </>
  )
}

function TalkRow({ frame, roundId, talk }: { frame: Frame; roundId: string; talk: RoundTalkLine }) {
  const texts = roundTalksTexts[frame.language]
  const { columns } = texts
  return (
    <tr>
      <th scope="row">
        <a href={`/rounds/${roundId}/talks/${talk.talkId}`}>{talk.name}</a>
      </th>
      <td data-label={columns.unit}>{talk.unitName}</td>
      <td data-label={columns.leader}>{talk.leaderName ?? texts.noLeader}</td>
      <td data-label={columns.status}>
        <StatusMark frame={frame} status={talk.status} />{' '}
        {talk.isPaused && <span class="mark mark-wait">{texts.paused}</span>}
      </td>
      <td data-label={columns.next}>{dateOf(frame, talk)}</td>
      <td data-label={columns.late}>
        {talk.late.length > 0 && (
          <span class="mark mark-late">
            {[...new Set(talk.late)].map((what) => owedWords(frame.language, what)).join(', ')}
          </span>
        )}
      </td>
    </tr>
  )
}

/** The date that says most about how far a talk has come. */
function dateOf(frame: Frame, talk: RoundTalkLine): string {
  const texts = roundTalksTexts[frame.language]
  const day = (on: Day) => dayText(frame, on)
  if (talk.agreedOn) return texts.agreedOn(day(talk.agreedOn))
  if (talk.status === 'held' && talk.planDueOn) return texts.planBy(day(talk.planDueOn))
  if (talk.heldOn) return texts.heldOn(day(talk.heldOn))
  if (talk.status === 'awaiting' && talk.inviteDueOn) return texts.inviteBy(day(talk.inviteDueOn))
  if (talk.status === 'postponed')
    return talk.inviteDueOn ? texts.inviteBy(day(talk.inviteDueOn)) : texts.untilReturn
  const isOpen = ['invited', 'arranged', 'to-confirm'].includes(talk.status)
  return isOpen && talk.holdDueOn ? texts.holdBy(day(talk.holdDueOn)) : ''
}
