import type { Frame } from '../frame.ts'
import { hoursTexts } from '../texts/hours.ts'
import { Checkboxes, TextField } from './form.tsx'

/** When somebody has time, as they typed it. */
export interface ShownHours {
  readonly from: string
  readonly to: string
  /** '1,2,3'. */
  readonly weekdays: string
  readonly begin: string
  readonly end: string
  readonly minutes: string
  readonly pause: string
}

/** What is offered first: working days between 9 and 15, a quarter between talks. */
export const usualHours = { weekdays: '1,2,3,4,5', begin: '09:00', end: '15:00', pause: '15' } as const

/** Days, hours and length, inside of a form. */
export function HoursFields({ frame, hours }: { frame: Frame; hours: ShownHours }) {
  const texts = hoursTexts[frame.language]
  const day = { type: 'date', min: frame.today, width: 's', required: true } as const
  const time = { type: 'time', width: 's', required: true } as const
  const length = { type: 'number', width: 's', required: true } as const
  return (
    <>
      <div class="field-row">
        <TextField name="from" label={texts.from} value={hours.from} {...day} />
        <TextField name="to" label={texts.to} value={hours.to} {...day} />
      </div>
      <div class="field-row">
        <TextField name="begin" label={texts.begin} value={hours.begin} {...time} />
        <TextField name="end" label={texts.end} value={hours.end} {...time} />
        <TextField name="minutes" label={texts.minutes} value={hours.minutes} min="5" max="480" {...length} />
        <TextField name="pause" label={texts.pause} value={hours.pause} min="0" max="240" {...length} />
      </div>
      <div class="choices-row">
        <Checkboxes
          name="weekdays"
          label={texts.weekdays}
          values={hours.weekdays.split(',')}
          options={texts.weekdayNames
            .slice(0, 5)
            .map((label, index) => ({ value: String(index + 1), label }))}
          required
        />
      </div>
    </>
  )
}

/** Where a talk is held, inside of a form. */
export function PlaceFields({
  frame,
  place = '',
  onlineUrl = '',
}: {
  frame: Frame
  place?: string
  onlineUrl?: string
}) {
  const texts = hoursTexts[frame.language]
  return (
    <>
      <TextField name="place" label={texts.place} hint={texts.placeHint} value={place} maxLength={200} />
      <TextField
        name="onlineUrl"
        label={texts.onlineUrl}
        hint={texts.onlineHint}
        type="url"
        value={onlineUrl}
        maxLength={500}
      />
    </>
  )
}
