import { describe, expect, test } from '@jest/globals'
import { addMonths, day } from '../../../domain/calendar/day.ts'
import { derivedId } from '../../../domain/derived-id.ts'
import { behaviourNames } from '../../../domain/simulation/behaviours.ts'
import {
  type DryRunLine,
  mailsPerDay,
  type RoundPerson,
  type RoundToRun,
} from '../../../domain/simulation/dry-run-line.ts'
import { dryRun, simulateRound } from '../../../domain/simulation/simulate-round.ts'
import { annasTalk, at, calendar, calendarFacts, policy, story } from '../talk/story.ts'

/** A team of Ben's: Carl is his leader, Dora is HR. */
function team(size: number, changed: Partial<RoundPerson> = {}): RoundPerson[] {
  return Array.from({ length: size }, (_, n) => {
    const {
      roundId: _round,
      policy: _policy,
      calendar: _calendar,
      journaling: _filed,
      openedAt: _at,
      ...person
    } = annasTalk()
    return {
      ...person,
      talkId: derivedId('talk', n),
      leader: 'ben',
      leadersLeader: 'carl',
      hr: ['dora'],
      ...changed,
    }
  })
}

function round(people: RoundPerson[]): RoundToRun {
  return {
    roundId: '22222222-2222-4222-8222-222222222222',
    policy,
    calendar: calendarFacts,
    journaling: 'manual',
    startedAt: at('2026-11-24'),
    people,
  }
}

const shown = ({ on, kind, step, audience, lane }: DryRunLine) =>
  `${on} ${kind} ${step} to ${audience} (${lane})`
const until = (lines: DryRunLine[], on: string) => lines.filter((line) => line.on <= on)

describe('the dry run (R14.1)', () => {
  test('shows every mail, recipient role and date of the worst case', () => {
    expect(until(dryRun(round(team(1))), '2027-05-31').map(shown)).toEqual([
      '2026-12-10 kick-off told to leader (digest)',
      '2027-01-04 orientation told to employee (single)',
      '2027-02-08 invite reminder to leader (digest)',
      '2027-02-16 invite overdue to leader (digest)',
      '2027-02-19 invite leaders-leader to leaders-leader (digest)',
      '2027-02-25 invite hr to hr (digest)',
      '2027-03-11 invite hr-2 to hr (digest)',
      '2027-03-30 invite hr-3 to hr (digest)',
      '2027-04-13 invite hr-4 to hr (digest)',
      '2027-04-27 invite hr-5 to hr (digest)',
      '2027-05-03 hold overdue to leader (digest)',
      '2027-05-07 hold leaders-leader to leaders-leader (digest)',
      '2027-05-13 hold hr to hr (digest)',
      '2027-05-28 hold hr-2 to hr (digest)',
    ])
  })

  test('is the simulation that the stories of the rules use', () => {
    const lines = simulateRound(round(team(1)), 'nobody-acts').filter(
      ({ kind }) => kind === 'invite' || kind === 'hold',
    )
    const steps = story({ until: '2028-02-01' }).steps
    expect(lines.map(({ on, kind, step, audience }) => `${on} ${kind}: ${step} to ${audience}`)).toEqual(
      steps,
    )
  })

  test('with everyone on time nobody is reminded of anything', () => {
    const kinds = new Set(
      dryRun(round(team(6)), 'everyone-on-time').map(({ kind, step }) => `${kind} ${step}`),
    )
    expect([...kinds].sort()).toEqual([
      'evaluate-talk told',
      'group-feedback-sent told',
      'invitation request',
      'kick-off told',
      'orientation told',
      'plan-agreed told',
      'plan-proposed told',
      'plan-to-file told',
    ])
  })

  test('with talks and nothing after them, plans, follow-up, feedback and evaluation are asked for', () => {
    const kinds = new Set<string>(dryRun(round(team(6)), 'only-talks').map(({ kind }) => kind))
    for (const kind of ['agree-plan', 'status-talk', 'group-feedback', 'evaluation'])
      expect(kinds).toContain(kind)
    expect(kinds).not.toContain('invite')
    expect(kinds).not.toContain('confirm-held')
  })

  test('with common feedback sent on time everybody in the team is told of it, where five talks were held', () => {
    const sent = (size: number) =>
      dryRun(round(team(size)), 'everyone-on-time').filter(({ kind }) => kind === 'group-feedback-sent')
    expect(sent(6).map(({ audience, on }) => `${audience} ${on}`)).toEqual(
      Array.from({ length: 6 }, () => 'employee 2027-05-26'),
    )
    expect(sent(4)).toEqual([])
  })

  test('everybody in HR has a digest of their own', () => {
    const counted = (hr: string[]) =>
      mailsPerDay(dryRun(round(team(2, { hr })))).find(({ on }) => on === '2027-02-25')
    expect(counted(['dora'])).toMatchObject({ digest: 1 })
    expect(counted(['dora', 'emma', 'finn'])).toMatchObject({ digest: 3 })
  })

  test('a team of fewer than five held talks owes no common feedback', () => {
    const kinds = dryRun(round(team(4)), 'only-talks').map(({ kind }) => kind)
    expect(kinds).not.toContain('group-feedback')
  })

  test('shows late starters their own orientation and exempt people nothing', () => {
    const late = team(1, { employedFrom: day('2027-03-01') })
    const exempt = team(1, { talkId: derivedId('exempt'), exemptReason: 'lus' })
    const told = dryRun(round([...late, ...exempt])).filter(({ audience }) => audience === 'employee')
    expect(told.map(shown)).toEqual(['2027-03-01 orientation told to employee (single)'])
    expect(told[0]?.talkId).toBe(derivedId('talk', 0))
  })

  test('where nobody is above the leader, that step goes to HR', () => {
    const above = dryRun(round(team(1, { leadersLeader: null }))).filter(
      ({ audience }) => audience === 'leaders-leader',
    )
    expect(new Set(above.map(({ recipient }) => recipient))).toEqual(new Set(['dora']))
  })

  test.each(behaviourNames)('no mail of %s goes on a day off, save calendar mails', (behaviour) => {
    const lines = dryRun(round(team(7)), behaviour).filter(({ lane }) => lane !== 'at-once')
    expect(lines.filter(({ on }) => !calendar.isWorkingDay(on))).toEqual([])
  })

  test('plays people with the same facts once and tells each of them', () => {
    const longAgo = team(3).map((person, n) => ({ ...person, employedFrom: addMonths(day('2001-01-01'), n) }))
    const perTalk = new Map<string | null, string[]>()
    for (const line of dryRun(round(longAgo)).filter(({ talkId }) => talkId !== null))
      perTalk.set(line.talkId, [...(perTalk.get(line.talkId) ?? []), shown(line)])
    const [first, ...others] = [...perTalk.values()]
    expect(perTalk.size).toBe(3)
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('mails per day', () => {
  test('count one digest for each leader, however much is in it, and one mail for each employee', () => {
    const days = mailsPerDay(dryRun(round(team(6))))
    expect(days.find(({ on }) => on === '2027-01-04')).toEqual({
      on: '2027-01-04',
      single: 6,
      digest: 0,
      atOnce: 0,
    })
    expect(days.find(({ on }) => on === '2027-02-08')).toEqual({
      on: '2027-02-08',
      single: 0,
      digest: 1,
      atOnce: 0,
    })
    expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).sort())
  })

  test('count each invitation twice: for the employee and the leader', () => {
    const days = mailsPerDay(dryRun(round(team(2)), 'everyone-on-time'))
    expect(days.reduce((sum, { atOnce }) => sum + atOnce, 0)).toBe(2 * 2 * 3)
  })
})
