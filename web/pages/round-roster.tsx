import { chosenAddress, Paging } from '../components/paging.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import type { TalkStatus } from '../../domain/talk/talk.ts'
import { roundBack, RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { reasonText } from '../texts/reasons.ts'
import { type RosterList, rosterLists, roundRosterTexts } from '../texts/round-roster.ts'

export interface RosterView {
  readonly round: RoundReach & {
    readonly name: string
    readonly sector: string
    readonly status: RoundStatus
  }
  readonly roster: readonly RosterLine[]
  readonly elsewhere: readonly ElsewhereLine[]
  readonly list: RosterList
  readonly page: number
}

interface RosterLine {
  readonly employmentId: string
  readonly name: string
  readonly unitName: string
  readonly exemptReason: string | null
  readonly eligibleFrom: Day | null
  readonly hasMail: boolean
  readonly hasBirthDate: boolean
  readonly isLeader: boolean
  readonly talk: { readonly id: string; readonly status: TalkStatus } | null
}

interface ElsewhereLine {
  readonly employmentId: string
  readonly name: string
  readonly roundName: string
}

/** Lines of one page. */
const PEOPLE_AT_ONCE = 25

/** Who is in a round and who is exempt; of a draft as if it started today, and why (R1.5). */
export function roundRosterPage(frame: Frame, view: RosterView): string {
  const texts = roundRosterTexts[frame.language]
  const { round, elsewhere, list } = view
  const isDraft = round.status === 'draft'
  const lists = {
    talks: view.roster.filter((person) => !isExempt(person)),
    exempt: view.roster.filter(isExempt),
  }
  const counts = { talks: lists.talks.length, exempt: lists.exempt.length, elsewhere: elsewhere.length }
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: roundBack(frame, round),
    title: isDraft ? texts.title : `${texts.title}: ${round.name}`,
    lead: <p>{isDraft ? texts.leadDraft : texts.leadStarted}</p>,
    children: (
      <>
        {!isDraft && <RoundNav frame={frame} round={round} at="roster" />}
        <Lists frame={frame} view={view} counts={counts} />
        {counts[list] === 0 ? (
          <p class="panel">{texts.none[list]}</p>
        ) : list === 'elsewhere' ? (
          <Part
            frame={frame}
            view={view}
            lines={elsewhere}
            show={(lines) => <Elsewhere frame={frame} lines={lines} />}
          />
        ) : (
          <Part
            frame={frame}
            view={view}
            lines={lists[list]}
            show={(lines) => <People frame={frame} view={view} people={lines} />}
          />
        )}
      </>
    ),
  })
}

function isExempt({ exemptReason, talk }: RosterLine): boolean {
  return exemptReason !== null || talk?.status === 'exempt'
}

interface Parts {
  readonly frame: Frame
  readonly view: RosterView
}

function Lists({ frame, view: { round, list }, counts }: Parts & { counts: Record<RosterList, number> }) {
  const texts = roundRosterTexts[frame.language]
  return (
    <nav class="filters" aria-label={texts.show}>
      <ul class="plain-list no-max-width">
        {rosterLists.map((one) => (
          <li key={one}>
            <a href={rosterAddress(round.id, one, 1)} aria-current={one === list ? 'true' : undefined}>
              {texts.lists[one]} ({counts[one]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function rosterAddress(roundId: string, list: RosterList, page: number): string {
  return chosenAddress(`/rounds/${roundId}/roster`, { list, page: page === 1 ? '' : page })
}

/** The lines of the page that is shown, and the way to the others. */
function Part<Line>({
  frame,
  view: { round, list, page },
  lines,
  show,
}: Parts & { lines: readonly Line[]; show: (lines: readonly Line[]) => preact.JSX.Element }) {
  const before = (page - 1) * PEOPLE_AT_ONCE
  const shown = lines.slice(before, before + PEOPLE_AT_ONCE)
  const to = (number: number) => rosterAddress(round.id, list, number)
  return (
    <>
      {show(shown)}
      <Paging
        frame={frame}
        before={before}
        shown={shown.length}
        all={lines.length}
        hrefs={{ previous: to(page - 1), next: to(page + 1) }}
      />
    </>
  )
}

function People({ frame, view: { round, list }, people }: Parts & { people: readonly RosterLine[] }) {
  const texts = roundRosterTexts[frame.language]
  const isDraft = round.status === 'draft'
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.lists[list]}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col">{texts.unit}</th>
          {list === 'exempt' && isDraft && <th scope="col">{texts.reason}</th>}
          {list === 'talks' && !isDraft && <th scope="col">{texts.status}</th>}
          <th scope="col">{texts.note}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.employmentId}>
            <th scope="row">
              {person.talk === null ? (
                person.name
              ) : (
                <a href={`/rounds/${round.id}/talks/${person.talk.id}`}>{person.name}</a>
              )}
            </th>
            <td data-label={texts.unit}>{person.unitName}</td>
            {person.exemptReason !== null && (
              <td data-label={texts.reason}>{reasonText(frame.language, person.exemptReason)}</td>
            )}
            {list === 'talks' && person.talk !== null && (
              <td data-label={texts.status}>
                <StatusMark frame={frame} status={person.talk.status} />
              </td>
            )}
            <td data-label={texts.note}>{notesOf(frame, round.sector, person).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Elsewhere({ frame, lines }: { frame: Frame; lines: readonly ElsewhereLine[] }) {
  const texts = roundRosterTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.lists.elsewhere}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col">{texts.round}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ employmentId, name, roundName }) => (
          <tr key={employmentId}>
            <th scope="row">{name}</th>
            <td data-label={texts.round}>{roundName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function notesOf(frame: Frame, sector: string, person: RosterLine): string[] {
  const texts = roundRosterTexts[frame.language]
  return [
    ...(person.isLeader ? [texts.isLeader] : []),
    ...(person.hasMail ? [] : [texts.noMail]),
    // Only the state must offer senior talks from an age on (R4.5).
    ...(sector === 'state' && !person.hasBirthDate ? [texts.noBirthDate] : []),
    ...(person.eligibleFrom !== null && person.eligibleFrom > frame.today
      ? [texts.eligibleFrom(dayText(frame, person.eligibleFrom))]
      : []),
  ]
}
