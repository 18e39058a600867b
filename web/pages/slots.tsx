import type { Instant } from '../../domain/calendar/day.ts'
import { Checkboxes, Form, Hidden, Submit } from '../components/form.tsx'
import { HoursFields, PlaceFields, type ShownHours } from '../components/hours-fields.tsx'
import { type TeamChoice, TeamChoices, TeamFields } from '../components/team-choice.tsx'
import { spanText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { hoursTexts } from '../texts/hours.ts'
import { slotTexts } from '../texts/slots.ts'

export interface SlotView {
  readonly id: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  readonly isTaken: boolean
  /** Who picked it; null where it is free, or their talk is over. */
  readonly takenBy: string | null
  readonly isPast: boolean
}

export interface SlotsView {
  readonly teams: readonly TeamChoice[]
  readonly team: TeamChoice
  readonly slots: readonly SlotView[]
  readonly hours: ShownHours & { readonly place: string; readonly onlineUrl: string }
}

/** Times that employees pick themselves: those published, and a way to publish more (R4.2). */
export function slotsPage(frame: Frame, { teams, team, slots, hours }: SlotsView): string {
  const texts = slotTexts[frame.language]
  return renderPage({
    frame,
    section: 'team',
    title: texts.title,
    back: { href: '/team', text: texts.back },
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <TeamChoices frame={frame} path="/team/slots" teams={teams} chosen={team} />
        <h2>{texts.published}</h2>
        {slots.length > 0 ? (
          <SlotTable frame={frame} team={team} slots={slots} />
        ) : (
          <p class="panel">{texts.noneYet}</p>
        )}
        <h2>{texts.add}</h2>
        <Form frame={frame} action="/team/slots" class="panel">
          <TeamFields team={team} />
          <HoursFields frame={frame} hours={hours} />
          <PlaceFields frame={frame} place={hours.place} onlineUrl={hours.onlineUrl} />
          <div class="buttons">
            <Submit>{texts.find}</Submit>
          </div>
        </Form>
      </>
    ),
  })
}

function SlotTable({ frame, team, slots }: { frame: Frame; team: TeamChoice; slots: readonly SlotView[] }) {
  const texts = slotTexts[frame.language]
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.published}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.when}</th>
          <th scope="col">{texts.place}</th>
          <th scope="col">{texts.status}</th>
          <th scope="col">{texts.withdrawShort}</th>
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.id}>
            <th scope="row">{spanText(frame, slot.startsAt, slot.minutes)}</th>
            <td data-label={whereOf(frame, slot) ? texts.place : undefined}>{whereOf(frame, slot)}</td>
            <td data-label={texts.status}>
              <SlotStatus frame={frame} slot={slot} />
            </td>
            <td>
              {!slot.isTaken && (
                <Form frame={frame} action={`/team/slots/${slot.id}/withdrawal`}>
                  <TeamFields team={team} />
                  <button
                    class="button button-tertiary"
                    type="submit"
                    aria-label={texts.withdraw(spanText(frame, slot.startsAt, slot.minutes))}
                  >
                    {texts.withdrawShort}
                  </button>
                </Form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whereOf(frame: Frame, { place, onlineUrl }: SlotView): string {
  return [place, onlineUrl && slotTexts[frame.language].online].filter(Boolean).join(', ')
}

function SlotStatus({ frame, slot }: { frame: Frame; slot: SlotView }) {
  const texts = slotTexts[frame.language]
  if (!slot.isTaken)
    return (
      <span class={`mark ${slot.isPast ? 'mark-quiet' : 'mark-wait'}`}>
        {slot.isPast ? texts.past : texts.free}
      </span>
    )
  return (
    <span class="mark mark-good">{slot.takenBy === null ? texts.picked : texts.pickedBy(slot.takenBy)}</span>
  )
}

export interface FreeTimesView {
  readonly team: TeamChoice
  readonly times: readonly Instant[]
  readonly minutes: number
  readonly chosen: Readonly<Record<string, string>>
  readonly changeHref: string
}

/** The second step: the free times that were found, to be published. */
export function freeTimesPage(frame: Frame, view: FreeTimesView): string {
  const texts = slotTexts[frame.language]
  const { team, times, minutes, chosen, changeHref } = view
  return renderPage({
    frame,
    section: 'team',
    title: texts.foundTitle,
    back: { href: changeHref, text: texts.change },
    lead: <p>{times.length > 0 ? texts.foundLead(times.length) : texts.none}</p>,
    children: times.length > 0 && (
      <Form frame={frame} action="/team/slots/times">
        {Object.entries(chosen).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <TeamFields team={team} />
        <section class="panel choices-wide">
          <Checkboxes
            name="times"
            label={texts.times}
            values={times.map((at) => new Date(at).toISOString())}
            options={times.map((at) => ({
              value: new Date(at).toISOString(),
              label: spanText(frame, at, minutes),
            }))}
            required
          />
          {chosen.onlineUrl && (
            <p class="muted">
              {hoursTexts[frame.language].onlineUrl}: {chosen.onlineUrl}
            </p>
          )}
          {chosen.place && (
            <p class="muted">
              {hoursTexts[frame.language].place}: {chosen.place}
            </p>
          )}
        </section>
        <div class="buttons">
          <Submit>{texts.publish}</Submit>
        </div>
      </Form>
    ),
  })
}
