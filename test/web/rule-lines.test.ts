import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import { newPolicy } from '../../domain/policy/edit-policy.ts'
import { zoneOffsets } from '../../domain/calendar/zone-offsets.ts'
import { createCalendar, defaultCalendarSettings } from '../../domain/calendar/calendar.ts'
import { changedLines, ruleEdit, ruleLineNames, ruleText, ruleValue } from '../../web/rule-lines.ts'

const zone = zoneOffsets('Europe/Copenhagen', 2026, 2029)
const calendar = createCalendar({ zone, ...defaultCalendarSettings })
const window = { talksFrom: day('2027-02-01'), talksTo: day('2027-04-30') }

function policyWith(overrides: Record<string, unknown>) {
  const made = newPolicy({ window, overrides }, calendar)
  if (!('policy' in made)) throw new Error(JSON.stringify(made.complaints))
  return made.policy
}

describe('The rules of a round on HR’s page', () => {
  test('show quiet periods, days off and times of day as people write them, and take them back so', () => {
    const policy = policyWith({})
    expect(ruleText(policy, 'quietPeriods')).toBe('28-30, 24.12-01.01')
    expect(ruleText(policy, 'sendWindow.singleFrom')).toBe('07:00')
    expect(ruleText(policy, 'closed.mayDay')).toBe('yes')
    for (const line of ruleLineNames) {
      const { overrides } = ruleEdit([[line, ruleText(policy, line)]])
      if (line !== 'talksFrom' && line !== 'talksTo') expect(policyWith(overrides)).toEqual(policy)
    }
  })

  test('take another quiet period, a school’s summer, and an earlier hour for mails', () => {
    const written = new Map([
      ['quietPeriods', '7, 27–32, 24.12-2.1'],
      ['sendWindow.singleFrom', '6.30'],
      ['closed.mayDay', 'no'],
      ['notInvited.hr', '8'],
    ])
    const changes = changedLines(policyWith({}), (line) => written.get(line) ?? null)
    expect(policyWith(ruleEdit(changes).overrides)).toMatchObject({
      quietPeriods: [{ weeks: [7, 7] }, { weeks: [27, 32] }, { from: '12-24', to: '01-02' }],
      sendWindow: { singleFrom: 390, singleTo: 465 },
      closed: { mayDay: false, constitutionDay: true },
      notInvited: { hr: 8, leadersLeader: 3 },
    })
  })

  test('leave what cannot be read as it was written, for the rules to complain about', () => {
    expect(ruleValue('quietPeriods', 'sommeren')).toEqual(['sommeren'])
    expect(ruleValue('sendWindow.singleFrom', 'kl. 7')).toBe('kl. 7')
  })
})
