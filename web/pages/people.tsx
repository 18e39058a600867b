import { Filter, FilterTick, SearchField } from '../components/filter.tsx'
import { chosenAddress, Paging } from '../components/paging.tsx'
import { type UnitLine, UnitChoice } from '../components/unit-choice.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { unitsTexts } from '../texts/units.ts'
import { peopleTexts } from '../texts/people.ts'

export interface PeopleView {
  readonly units: readonly UnitLine[]
  readonly chosen: PeopleChoice
  readonly people: readonly PersonRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** HR of everything imports files. */
  readonly isImporter: boolean
}

export interface PeopleChoice {
  readonly search: string
  readonly unitId: string
  readonly withoutLeader: boolean
  readonly withoutMail: boolean
  readonly alsoLeft: boolean
}

/** What the list shows of an employment. */
export interface PersonRow {
  readonly employmentId: string
  readonly personId: string
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly title: string
  readonly employedFrom: Day
  readonly lastDay: Day | null
  readonly unitName: string
  readonly leaderName: string | null
  readonly leaves: readonly { readonly from: Day; readonly to: Day | null }[]
}

/** Lines of one page. */
export const PEOPLE_AT_ONCE = 25

interface Parts {
  frame: Frame
  view: PeopleView
}

/** Everybody whom the reader is HR of, to be found and looked after. */
export function peoplePage(frame: Frame, view: PeopleView): string {
  const texts = peopleTexts[frame.language]
  const isChosen = Object.values(view.chosen).some(Boolean)
  const isEmpty = view.total === 0 && !isChosen
  return renderPage({
    frame,
    section: 'people',
    wide: true,
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {isEmpty && <p class="panel">{view.isImporter ? texts.noneYetImporter : texts.noneYet}</p>}
        <Ways frame={frame} isImporter={view.isImporter} />
        {!isEmpty && <Choice frame={frame} view={view} />}
        {view.people.length > 0 && <People frame={frame} view={view} />}
        {view.people.length === 0 && !isEmpty && <p class="panel">{texts.none}</p>}
        <p class="no-print">
          <a href="/service-tokens">{texts.serviceTokens}</a>
        </p>
      </>
    ),
  })
}

function Ways({ frame, isImporter }: { frame: Frame; isImporter: boolean }) {
  const texts = peopleTexts[frame.language]
  return (
    <p class="buttons">
      {isImporter && (
        <a class="button button-primary" href="/imports">
          {texts.importFile}
        </a>
      )}
      <a class={`button button-${isImporter ? 'secondary' : 'primary'}`} href="/people/new">
        {texts.add}
      </a>
      <a class="button button-secondary" href="/units">
        {unitsTexts[frame.language].title}
      </a>
    </p>
  )
}

function Choice({ frame, view: { units, chosen } }: Parts) {
  const texts = peopleTexts[frame.language]
  return (
    <Filter action="/people" name={texts.filter} button={texts.show}>
      <SearchField label={texts.search} hint={texts.searchHint} value={chosen.search} />
      <UnitChoice units={units} chosen={chosen.unitId} label={texts.unit} all={texts.allUnits} />
      <div>
        {(['withoutLeader', 'withoutMail', 'alsoLeft'] as const).map((name) => (
          <FilterTick key={name} name={name} label={texts[name]} checked={chosen[name]} />
        ))}
      </div>
    </Filter>
  )
}

function People({ frame, view: { chosen, people, page, total } }: Parts) {
  const texts = peopleTexts[frame.language]
  const { columns } = texts
  const to = (number: number) => chosenAddress('/people', { ...chosen, page: number })
  return (
    <>
      <table class="list cards">
        <caption class="sr-only">{texts.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.leader}</th>
            <th scope="col">{columns.marks}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.employmentId}>
              <th scope="row">
                <a href={`/people/${one.personId}`}>
                  {one.givenName} {one.familyName}
                </a>
              </th>
              <td data-label={columns.number}>{one.number}</td>
              <td data-label={columns.title}>{one.title}</td>
              <td data-label={columns.unit}>{one.unitName}</td>
              <td data-label={columns.leader}>
                {one.leaderName ?? <span class="mark mark-wait">{texts.noLeader}</span>}
              </td>
              <td data-label={columns.marks}>
                <Marks frame={frame} row={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Paging
        frame={frame}
        before={(page - 1) * PEOPLE_AT_ONCE}
        shown={people.length}
        all={total}
        hrefs={{ previous: to(page - 1), next: to(page + 1) }}
      />
    </>
  )
}

/** What is special about somebody today: coming, going, away, without an address. */
function Marks({ frame, row }: { frame: Frame; row: PersonRow }) {
  const marks = marksOf(frame, row)
  if (marks.length === 0) return null
  return (
    <>
      {marks.map(({ text, tone }) => (
        <span key={text} class={`mark mark-${tone}`}>
          {text}
        </span>
      ))}
    </>
  )
}

export function marksOf(
  frame: Frame,
  { email, employedFrom, lastDay, leaves }: Pick<PersonRow, 'email' | 'employedFrom' | 'lastDay' | 'leaves'>,
): { text: string; tone: 'wait' | 'quiet' | 'plain' }[] {
  const texts = peopleTexts[frame.language]
  const { today } = frame
  const day = (on: Day) => dayText(frame, on)
  const leave = leaves.find(({ from, to }) => from <= today && (to === null || to >= today))
  const hasLeft = lastDay !== null && lastDay < today
  return [
    ...(hasLeft ? [{ text: texts.left(day(lastDay)), tone: 'quiet' as const }] : []),
    ...(lastDay !== null && !hasLeft ? [{ text: texts.leaves(day(lastDay)), tone: 'plain' as const }] : []),
    ...(employedFrom > today ? [{ text: texts.begins(day(employedFrom)), tone: 'plain' as const }] : []),
    ...(leave
      ? [
          {
            text: leave.to === null ? texts.onOpenLeave : texts.onLeave(day(leave.to)),
            tone: 'quiet' as const,
          },
        ]
      : []),
    ...(email === null ? [{ text: texts.noMail, tone: 'wait' as const }] : []),
  ]
}
