import type { Instant } from '../domain/calendar/day.ts'
import { MINUTE } from '../domain/calendar/day.ts'

/** One appointment for somebody's own calendar; the same event as the one that was mailed, by its subject. */
export interface CalendarEntry {
  readonly subject: string
  readonly summary: string
  readonly description: string
  readonly place: string
  readonly url: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly at: Instant
}

/** The entry as an iCalendar file (RFC 5545): published, so that no calendar answers it to anybody. */
export function calendarFile(entry: CalendarEntry): string {
  const { subject, summary, description, place, url, startsAt, minutes, at } = entry
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//aarshjul//aarshjul//DA',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${subject}@aarshjul`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(startsAt + minutes * MINUTE)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    `URL:${url}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, String.raw`\n`)
}

const LONGEST = 75

/** No line is longer than 75 bytes; a letter's bytes stay together. */
function folded(line: string): string {
  const parts: string[] = ['']
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > LONGEST) {
      parts.push(' ')
      bytes = 1
    }
    parts[parts.length - 1] += letter
    bytes += size
  }
  return parts.join('\r\n')
}
