import { z } from 'zod'
import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import { timeWarningCodes, timeWarnings, timeWarningSentence } from '../domain/talk/time-warnings.ts'

/** What to look at once more about a time; it is accepted all the same. */
export const timeWarning = z.object({ code: z.enum(timeWarningCodes), sentence: z.string() })

export function warningsAbout(
  time: { startsAt: Instant; endsAt: Instant },
  calendar: Calendar,
  language: Language,
): z.output<typeof timeWarning>[] {
  return timeWarnings(time, calendar).map((warning) => ({
    code: warning.code,
    sentence: timeWarningSentence(warning, language),
  }))
}
