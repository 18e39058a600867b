import type { Day } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { reasonText } from '../texts/round.ts'
import { roundDraftTexts } from '../texts/round-draft.ts'

export interface RosterView {
  readonly round: { readonly id: string; readonly name: string; readonly sector: string }
  readonly roster: readonly RosterLine[]
  readonly elsewhere: readonly {
    readonly employmentId: string
    readonly name: string
    readonly roundName: string
  }[]
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
}

/** Who would be in a round that starts today, who is exempt and why (R1.5). */
export function roundRosterPage(frame: Frame, { round, roster, elsewhere }: RosterView): string {
  const texts = roundDraftTexts[frame.language].roster
  const exempt = roster.filter(({ exemptReason }) => exemptReason !== null)
  const withTalk = roster.filter(({ exemptReason }) => exemptReason === null)
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: `/rounds/${round.id}`, text: round.name },
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <h2>{texts.exempt(exempt.length)}</h2>
        {exempt.length === 0 ? (
          <p>{texts.noneExempt}</p>
        ) : (
          <People frame={frame} sector={round.sector} people={exempt} hasReason />
        )}
        <h2>{texts.withTalk(withTalk.length)}</h2>
        {withTalk.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <People frame={frame} sector={round.sector} people={withTalk} />
        )}
        {elsewhere.length > 0 && (
          <>
            <h2>{texts.elsewhere(elsewhere.length)}</h2>
            <ul>
              {elsewhere.map(({ employmentId, name, roundName }) => (
                <li key={employmentId}>
                  {name}: {roundName}
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  })
}

function People({
  frame,
  sector,
  people,
  hasReason = false,
}: {
  frame: Frame
  sector: string
  people: readonly RosterLine[]
  hasReason?: boolean
}) {
  const texts = roundDraftTexts[frame.language].roster
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col">{texts.unit}</th>
          {hasReason && <th scope="col">{texts.reason}</th>}
          <th scope="col">{texts.note}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.employmentId}>
            <th scope="row">{person.name}</th>
            <td data-label={texts.unit}>{person.unitName}</td>
            {hasReason && (
              <td data-label={texts.reason}>{reasonText(frame.language, person.exemptReason ?? '')}</td>
            )}
            <td data-label={texts.note}>{notesOf(frame, sector, person).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function notesOf(frame: Frame, sector: string, person: RosterLine): string[] {
  const texts = roundDraftTexts[frame.language].roster
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
