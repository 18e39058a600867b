import type { Day } from '../../domain/calendar/day.ts'
import { type BehaviourName, behaviourNames } from '../../domain/simulation/behaviours.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { noticeWords, stepWords } from '../texts/notice-kinds.ts'
import { roundDraftTexts } from '../texts/round-draft.ts'

type Audience = 'employee' | 'leader' | 'leaders-leader' | 'hr'
type Lane = 'at-once' | 'single' | 'digest'

export interface DryRunView {
  readonly round: { readonly id: string; readonly name: string }
  readonly behaviour: BehaviourName
  /** The day whose mails are listed. */
  readonly on: Day | null
  readonly total: number
  readonly days: readonly MailsOfDay[]
  readonly steps: readonly {
    readonly kind: string
    readonly step: string
    readonly audience: Audience
    readonly lane: Lane
    readonly count: number
    readonly firstOn: Day
    readonly lastOn: Day
  }[]
  readonly lines: readonly MailLine[]
}

interface MailsOfDay {
  readonly on: Day
  readonly single: number
  readonly digest: number
  readonly atOnce: number
}

interface MailLine {
  readonly kind: string
  readonly step: string
  readonly audience: Audience
  readonly lane: Lane
  readonly talkId: string | null
  readonly employeeName: string | null
  readonly recipientName: string | null
}

/** A draft's year played through: every mail, to which role, on which day; nothing is sent (R14.1). */
export function dryRunPage(frame: Frame, view: DryRunView): string {
  const texts = roundDraftTexts[frame.language].dryRun
  const { round, behaviour, on, total, days, lines } = view
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: `/rounds/${round.id}`, text: round.name },
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <Suppose frame={frame} view={view} />
        <p class="font-lead">{texts.total(total, days.length)}</p>
        <p class="buttons">
          <a
            class="button button-secondary"
            href={`/api/v1/rounds/${round.id}/dry-run.csv?behaviour=${behaviour}`}
            download
          >
            {texts.csv}
          </a>
        </p>
        {on !== null && <OneDay frame={frame} on={on} lines={lines} />}
        <h2>{texts.stepsTitle}</h2>
        <StepTable frame={frame} view={view} />
        <h2>{texts.daysTitle}</h2>
        <DayTable frame={frame} view={view} />
      </>
    ),
  })
}

function Suppose({ frame, view: { round, behaviour } }: { frame: Frame; view: DryRunView }) {
  const texts = roundDraftTexts[frame.language].dryRun
  return (
    <form method="get" action={`/rounds/${round.id}/dry-run`} class="panel">
      <fieldset>
        <legend class="form-label">{texts.suppose}</legend>
        {behaviourNames.map((name) => (
          <div class="form-group-radio" key={name}>
            <input
              class="form-radio"
              type="radio"
              id={`behaviour-${name}`}
              name="behaviour"
              value={name}
              checked={name === behaviour}
            />
            <label class="form-label" for={`behaviour-${name}`}>
              {texts.behaviours[name]}. {texts.behaviourNotes[name]}
            </label>
          </div>
        ))}
      </fieldset>
      <p class="buttons">
        <button class="button button-primary" type="submit">
          {texts.play}
        </button>
      </p>
    </form>
  )
}

function StepTable({ frame, view: { steps } }: { frame: Frame; view: DryRunView }) {
  const texts = roundDraftTexts[frame.language].dryRun
  const { language } = frame
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{texts.what}</th>
          <th scope="col">{texts.step}</th>
          <th scope="col">{texts.to}</th>
          <th scope="col">{texts.by}</th>
          <th scope="col" class="number">
            {texts.count}
          </th>
          <th scope="col">{texts.firstOn}</th>
          <th scope="col">{texts.lastOn}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ kind, step, audience, lane, count, firstOn, lastOn }) => (
          <tr key={`${kind} ${step} ${audience} ${lane}`}>
            <th scope="row">{noticeWords(language, kind)}</th>
            <td data-label={texts.step}>{stepWords(language, step)}</td>
            <td data-label={texts.to}>{texts.audiences[audience]}</td>
            <td data-label={texts.by}>{texts.lanes[lane]}</td>
            <td class="number" data-label={texts.count}>
              {count}
            </td>
            <td data-label={texts.firstOn}>{dayText(frame, firstOn)}</td>
            <td data-label={texts.lastOn}>{dayText(frame, lastOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayTable({ frame, view: { round, behaviour, days } }: { frame: Frame; view: DryRunView }) {
  const texts = roundDraftTexts[frame.language].dryRun
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{texts.day}</th>
          <th scope="col" class="number">
            {texts.single}
          </th>
          <th scope="col" class="number">
            {texts.digest}
          </th>
          <th scope="col" class="number">
            {texts.atOnce}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ on, single, digest, atOnce }) => (
          <tr key={on}>
            <th scope="row">
              <a href={`/rounds/${round.id}/dry-run?behaviour=${behaviour}&on=${on}`}>{dayText(frame, on)}</a>
            </th>
            <td class="number" data-label={texts.single}>
              {single}
            </td>
            <td class="number" data-label={texts.digest}>
              {digest}
            </td>
            <td class="number" data-label={texts.atOnce}>
              {atOnce}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneDay({ frame, on, lines }: { frame: Frame; on: Day; lines: readonly MailLine[] }) {
  const texts = roundDraftTexts[frame.language].dryRun
  const { language } = frame
  return (
    <section class="panel" id="day">
      <h2>{texts.dayTitle(dayText(frame, on))}</h2>
      <table class="list cards">
        <thead>
          <tr>
            <th scope="col">{texts.recipient}</th>
            <th scope="col">{texts.to}</th>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.about}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.recipientName} ${line.kind} ${line.step} ${line.talkId}`}>
              <th scope="row">{line.recipientName}</th>
              <td data-label={texts.to}>{texts.audiences[line.audience]}</td>
              <td data-label={texts.what}>
                {noticeWords(language, line.kind)}, {stepWords(language, line.step)}
              </td>
              <td data-label={texts.about}>{line.audience === 'employee' ? '' : line.employeeName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
