import { timeValue } from '../dates.ts'
import type { Frame } from '../frame.ts'
import type { TalkTime } from '../talk-view.ts'
import { hoursTexts } from '../texts/hours.ts'
import { Form, Submit, TextField } from './form.tsx'

export interface TimeFieldsParts {
  readonly frame: Frame
  /** The time there is. */
  readonly time: Pick<TalkTime, 'startsAt' | 'minutes' | 'place' | 'onlineUrl'> | null
  /** The usual length; '' = the round's own. */
  readonly minutes: string
  /** Tells the inputs of several such forms on a page apart. */
  readonly suffix?: string
}

export interface TimeFormParts extends TimeFieldsParts {
  readonly action: string
  readonly button: string
  readonly hint?: string
}

/** Day, time, length and place of one talk, as the leader sets or moves it. */
export function TimeForm(parts: TimeFormParts) {
  const { frame, action, button, hint } = parts
  return (
    <Form frame={frame} action={action}>
      {hint && <p class="muted">{hint}</p>}
      <TimeFields {...parts} />
      <Submit kind="secondary">{button}</Submit>
    </Form>
  )
}

/** The same, inside of a form. */
export function TimeFields(parts: TimeFieldsParts) {
  const { frame, time, suffix = '' } = parts
  const texts = hoursTexts[frame.language]
  return (
    <>
      <When {...parts} />
      <TextField name={`place${suffix}`} label={texts.place} value={time?.place ?? ''} maxLength={200} />
      <TextField
        name={`onlineUrl${suffix}`}
        label={texts.onlineUrl}
        hint={texts.onlineHint}
        type="url"
        value={time?.onlineUrl ?? ''}
        maxLength={500}
      />
    </>
  )
}

function When({ frame, time, minutes, suffix = '' }: TimeFieldsParts) {
  const texts = hoursTexts[frame.language]
  const local = time && frame.localTime(time.startsAt)
  return (
    <div class="field-row">
      <TextField
        name={`on${suffix}`}
        label={texts.day}
        type="date"
        width="s"
        value={local?.on ?? ''}
        min={frame.today}
        required
      />
      <TextField
        name={`time${suffix}`}
        label={texts.time}
        type="time"
        width="s"
        value={local ? timeValue(local.minutes) : ''}
        required
      />
      <TextField
        name={`minutes${suffix}`}
        label={texts.length}
        type="number"
        width="s"
        value={time ? String(time.minutes) : minutes}
        min="5"
        max="480"
      />
    </div>
  )
}
