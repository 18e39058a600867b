import { createCalendar, defaultCalendarSettings } from '../../domain/calendar/calendar.ts'
import { zoneOffsets } from '../../domain/calendar/zone-offsets.ts'

const { zoneName: _name, ...settings } = defaultCalendarSettings

/** The working days and hours of everybody whom the faults are about. */
export const schoolDays = createCalendar({ ...settings, zone: zoneOffsets('Europe/Copenhagen', 2036, 2041) })
