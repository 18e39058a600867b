import type { Day } from '../domain/calendar/day.ts'
import { formatDate, formatDateAndTime } from '../domain/calendar/format.ts'
import type { Language } from '../domain/language.ts'
import { dayText, instantText } from './dates.ts'
import type { Frame } from './frame.ts'
import { groupTalkTexts } from './texts/group-talks.ts'
import { leaderActsTexts } from './texts/leader-acts.ts'
import { mailsTexts } from './texts/mails.ts'
import { ownDataTexts } from './texts/own-data.ts'
import { personTexts } from './texts/person.ts'
import { planVersionTexts } from './texts/plan-version.ts'
import { rolesTexts } from './texts/roles.ts'
import { serviceTokenTexts } from './texts/service-tokens.ts'
import { statusWords } from './texts/status.ts'
import { talkTexts } from './texts/talk.ts'
import { talkAfterTexts } from './texts/talk-after.ts'

/** A value of a person's copy as people read it: codes by their words, days and instants as people write them. */
export function ownDataWords(
  frame: Pick<Frame, 'language' | 'localTime'>,
  /** The field with the list it stands in, such as 'talks.status'. */
  field: string,
  value: string | number | boolean,
): string {
  if (typeof value === 'boolean') return ownDataTexts[frame.language].isSo[value ? 'yes' : 'no']
  if (typeof value !== 'string')
    return frame.language === 'da' ? String(value).replace('.', ',') : String(value)
  const words = codesOf(frame.language)[field]?.[value]
  if (words !== undefined) return words
  return DAY.test(value) || INSTANT.test(value) ? whenText(frame, field, value) : value
}

function whenText(frame: Pick<Frame, 'language' | 'localTime'>, field: string, value: string): string {
  const hasWeek = inTheYear.has(field.slice(field.lastIndexOf('.') + 1))
  if (DAY.test(value))
    return hasWeek ? dayText(frame, value as Day) : formatDate(value as Day, frame.language)
  const at = Date.parse(value)
  if (hasWeek) return instantText(frame, at)
  const { on, minutes } = frame.localTime(at)
  return formatDateAndTime(on, minutes, frame.language)
}

/** What people plan their year by, and so by weeks; nobody was born or signed in in a week. */
const inTheYear = new Set([
  'inviteDueOn',
  'startsAt',
  'holdDueOn',
  'heldOn',
  'planDueOn',
  'agreedOn',
  'dueOn',
  'followUpOn',
])

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The words that the other pages use for the same. */
function codesOf(language: Language): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { codes } = ownDataTexts[language]
  const mails = mailsTexts[language]
  const after = talkAfterTexts[language]
  return {
    ...codes,
    'person.language': personTexts[language].languages,
    'roles.role': rolesTexts[language].names,
    'sessions.roles': rolesTexts[language].names,
    'serviceTokens.scopes': labelsOf(serviceTokenTexts[language].scopeNames),
    'talks.status': statusWords[language],
    'talks.outcome': statusWords[language],
    'talks.outcomeReason': talkTexts[language].reasons,
    'groupTalks.status': groupTalkTexts[language].states,
    'statusTalks.status': after.statusStates,
    'offers.kind': leaderActsTexts[language].offerNames,
    'planVersions.status': { ...planVersionTexts[language].statuses, ...codes['planVersions.status'] },
    'approvals.party': codes.party,
    'comments.party': codes.party,
    'actions.owner': codes.party,
    'actions.status': after.actionStates,
    'readBy.what': after.accessWhat,
    'readBy.as': after.accessWhy.leader,
    'readings.what': after.accessWhat,
    'readings.as': after.accessWhy.leader,
    'mails.template': mails.templates,
    'mails.status': { ...mails.states, ...codes['mails.status'] },
    'mails.reason': mails.reasons,
  }
}

function labelsOf(names: Readonly<Record<string, { label: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([name, { label }]) => [name, label]))
}
