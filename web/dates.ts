import { formatDay, formatDayAndTime, formatTime } from '../domain/calendar/format.ts'
import { addDays, type Day, type Instant } from '../domain/calendar/day.ts'
import type { Frame } from './frame.ts'

/** '30.03.2027 (uge 13)' (R16). */
export function dayText(frame: Pick<Frame, 'language'>, on: Day): string {
  return formatDay(on, frame.language)
}

/** '30.03.2027 (uge 13) kl. 9.30', in the installation's zone. */
export function instantText(frame: Pick<Frame, 'language' | 'localTime'>, at: Instant): string {
  const { on, minutes } = frame.localTime(at)
  return formatDayAndTime(on, minutes, frame.language)
}

/** '30.03.2027 (uge 13) kl. 9.30–10.30'. */
export function spanText(frame: Frame, at: Instant, minutes: number): string {
  const end = frame.localTime(at + minutes * 60_000)
  const endTime = formatTime(end.minutes, frame.language).replace('kl. ', '')
  return `${instantText(frame, at)}–${endTime}`
}

/** The value of an `<input type="time">`. */
export function timeValue(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Days: what is due later does not ask for anything yet. */
const SOON = 21

/** Whether something asks for whoever owes it now: the one rule of what waits for somebody, on every page. */
export function isSoon(frame: Frame, dueOn: Day): boolean {
  return dueOn <= addDays(frame.today, SOON)
}
