import { formatDate } from '../calendar/format.ts'
import { parseDay } from '../calendar/day.ts'
import type { Language } from '../language.ts'
import type { Complaint } from './complaint.ts'
import { policyLineNames } from './line-names.ts'
import type { PolicyDateKey } from './policy.ts'

/** What people call the dates of a round's year. */
export const policyDateNames: Readonly<Record<Language, Readonly<Record<PolicyDateKey, string>>>> = {
  da: {
    leaderKickoffOn: 'Ledernes opstart',
    orientationOn: 'Orientering til alle',
    talksFrom: 'Samtalerne begynder',
    inviteBy: 'Alle er indkaldt',
    talksTo: 'Samtalerne er holdt',
    groupFeedbackBy: 'Samlet tilbagemelding til teamet',
    evaluationBy: 'Evalueringen er drøftet',
    closesOn: 'Runden lukker',
  },
  en: {
    leaderKickoffOn: 'The leaders begin',
    orientationOn: 'Orientation to all',
    talksFrom: 'The talks begin',
    inviteBy: 'Everybody is invited',
    talksTo: 'The talks are held',
    groupFeedbackBy: 'Common feedback to the team',
    evaluationBy: 'The evaluation is discussed',
    closesOn: 'The round closes',
  },
}

/** A complaint in the words people know dates and rules by: field and value for a sentence. */
export function inPeoplesWords(complaint: Complaint, language: Language): Complaint {
  const { field, value, expected } = complaint
  const shown = { field: named(field, language), value: dated(value, language) }
  if (!('field' in expected)) return { ...shown, expected }
  const compared = { field: named(expected.field, language), value: dated(expected.value, language) }
  return { ...shown, expected: { ...expected, ...compared } }
}

/** A member of a list is told by its number: 'statusTalks.1' is the second of »Statussamtaler«. */
function named(field: string, language: Language): string {
  const [, line = field, index] = /^(.+?)\.(\d+)(?:\.|$)/.exec(field) ?? []
  const names: Readonly<Record<string, string>> = {
    ...policyLineNames[language],
    ...policyDateNames[language],
  }
  const name = names[line]
  if (name === undefined) return field
  const quoted = language === 'da' ? `»${name}«` : `“${name}”`
  if (index === undefined) return quoted
  return language === 'da' ? `${quoted}, nr. ${Number(index) + 1},` : `${quoted}, no. ${Number(index) + 1},`
}

function dated<T>(value: T, language: Language): T | string {
  const on = typeof value === 'string' ? parseDay(value) : null
  return on === null ? value : formatDate(on, language)
}
