import { type UnitLine, unitOptions } from '../components/unit-choice.tsx'
import { type Day, weekOf } from '../../domain/calendar/day.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import { kindsToOpen } from '../../domain/round/round.ts'
import { Form, Hidden, Select, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { newRoundTexts } from '../texts/new-round.ts'
import { roundWords } from '../texts/rounds.ts'

const roundSectors = ['state', 'municipal', 'regional', 'private'] as const

/** What the first step asks; its names are those of its inputs. */
export interface RoundStart {
  readonly unitId: string
  readonly kind: string
  readonly sector: string
  readonly year: string
  readonly name: string
  readonly talksFrom: string
  readonly talksTo: string
}

export interface NewRoundView {
  readonly start: RoundStart
  /** Those the person is HR of, each after the one above it. */
  readonly units: readonly UnitLine[]
  /** The dates of the year; null in the first step. */
  readonly dates: readonly RoundDate[] | null
}

interface RoundDate {
  readonly key: PolicyDateKey
  readonly on: Day
}

/** A round is drafted in two steps: whom it is for and when, then the year as dates before anything is saved (§2). */
export function newRoundPage(frame: Frame, view: NewRoundView): string {
  const texts = newRoundTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: texts.title,
    children: (
      <>
        <h2>{view.dates === null ? texts.step1 : texts.step2}</h2>
        {view.dates === null ? (
          <StartForm frame={frame} view={view} />
        ) : (
          <CalendarForm frame={frame} view={view} dates={view.dates} />
        )}
      </>
    ),
  })
}

function StartForm({ frame, view: { start, units } }: { frame: Frame; view: NewRoundView }) {
  const texts = newRoundTexts[frame.language]
  const words = roundWords[frame.language]
  return (
    <>
      <p>{texts.lead}</p>
      <Form frame={frame} action="/rounds/new/calendar" class="panel">
        <Select
          name="unitId"
          label={texts.unit}
          hint={texts.unitHint}
          required
          value={start.unitId}
          options={unitOptions(units)}
        />
        <Select
          name="kind"
          label={texts.kind}
          hint={texts.kindHint}
          required
          value={start.kind}
          options={kindsToOpen.map((kind) => ({ value: kind, label: kindText(frame, kind) }))}
        />
        <Select
          name="sector"
          label={texts.sector}
          required
          value={start.sector}
          options={roundSectors.map((sector) => ({ value: sector, label: words.sectors[sector] }))}
        />
        <TextField name="year" label={texts.year} type="number" required width="xs" value={start.year} />
        <TextField
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          required
          maxLength={200}
          value={start.name}
        />
        <WindowFields frame={frame} start={start} />
        <Submit>{texts.showYear}</Submit>
      </Form>
    </>
  )
}

function WindowFields({ frame, start }: { frame: Frame; start: RoundStart }) {
  const texts = newRoundTexts[frame.language]
  return (
    <div class="field-row">
      <TextField
        name="talksFrom"
        label={texts.talksFrom}
        hint={texts.talksFromHint}
        type="date"
        required
        value={start.talksFrom}
      />
      <TextField
        name="talksTo"
        label={texts.talksTo}
        hint={texts.talksToHint}
        type="date"
        value={start.talksTo}
      />
    </div>
  )
}

interface CalendarParts {
  frame: Frame
  view: NewRoundView
  dates: readonly RoundDate[]
}

function CalendarForm({ frame, view: { start, units }, dates }: CalendarParts) {
  const texts = newRoundTexts[frame.language]
  const unit = units.find(({ id }) => id === start.unitId)
  return (
    <>
      <p>{texts.calendarLead}</p>
      <p class="muted">{texts.calendarHint}</p>
      <dl class="facts">
        <dt>{texts.name}</dt>
        <dd>{start.name}</dd>
        <dt>{texts.unit}</dt>
        <dd>{unit?.name}</dd>
        <dt>{texts.kind}</dt>
        <dd>{kindText(frame, start.kind)}</dd>
      </dl>
      <p>
        <a href={`/rounds/new?${new URLSearchParams({ ...start, step: 'start' }).toString()}`}>
          {texts.changeStart}
        </a>
      </p>
      <Form frame={frame} action="/rounds/new" class="panel">
        {Object.entries(start).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <DateFields frame={frame} dates={dates} />
        <div class="buttons">
          <Submit name="do" value="save">
            {texts.save}
          </Submit>
          <Submit kind="secondary" name="do" value="look">
            {texts.lookAgain}
          </Submit>
        </div>
        <p class="muted">{texts.nothingSaved}</p>
      </Form>
    </>
  )
}

/** Every date of a round's year as a field; the talks' own window is chosen elsewhere and stands as text. */
function DateFields({ frame, dates }: { frame: Frame; dates: readonly RoundDate[] }) {
  const words = roundWords[frame.language]
  return (
    <ol class="timeline">
      {dates.map(({ key, on }) => (
        <li key={key} class={on < frame.today ? 'late' : 'coming'}>
          {key === 'talksFrom' || key === 'talksTo' ? (
            <>
              <p class="what">
                {words.dates[key]}: {dayText(frame, on)}
              </p>
              <p class="muted">{words.dateNotes[key]}</p>
            </>
          ) : (
            <TextField
              name={`overrides.${key}`}
              label={`${words.dates[key]} (${words.week} ${weekOf(on)})`}
              hint={words.dateNotes[key]}
              type="date"
              required
              value={on}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

/** The yearly talk goes by the name the workplace gives it. */
function kindText(frame: Frame, kind: string): string {
  const name = (roundWords[frame.language].kinds as Record<string, string>)[kind] ?? kind
  return kind === 'mus' || kind === 'feedback-mus'
    ? `${frame.talkName}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : name
}
