import { z } from 'zod'
import { enteredDay, enteredMinutes } from './entered.ts'
import type { FormFields } from './page.ts'

const text = z.string().max(500).default('')

/** When a leader has time, and where, as they typed it: carried from one step to the next in the address. */
export const hoursQuery = z.object({
  from: text,
  to: text,
  /** '1,2,3'. */
  weekdays: text,
  begin: text,
  end: text,
  minutes: text,
  pause: text,
  place: text,
  onlineUrl: text,
})
export type HoursQuery = z.output<typeof hoursQuery>

export function enteredHours(entered: FormFields): HoursQuery {
  const { text: of } = entered
  return {
    from: of('from'),
    to: of('to'),
    weekdays: entered.all('weekdays').join(','),
    begin: of('begin'),
    end: of('end'),
    minutes: of('minutes'),
    pause: of('pause'),
    place: of('place'),
    onlineUrl: of('onlineUrl'),
  }
}

/** As the api takes them; what is no number or time goes on as none, and the api names the place. */
export function hoursBody({ from, to, weekdays, begin, end, minutes, pause }: HoursQuery) {
  return {
    from: enteredDay(from),
    to: enteredDay(to),
    weekdays: weekdays.split(',').filter(Boolean).map(Number),
    begin: enteredMinutes(begin) ?? Number.NaN,
    end: enteredMinutes(end) ?? Number.NaN,
    ...(minutes !== '' && { minutes: Number(minutes) }),
    pause: Number(pause),
  }
}
