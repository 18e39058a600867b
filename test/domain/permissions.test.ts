import { describe, expect, test } from '@jest/globals'
import {
  mayAct,
  mayEvaluate,
  mayOffer,
  mayPickSlot,
  mayReportAction,
  mayRunRounds,
  maySeeAggregates,
  maySeeContent,
  maySeeSharingAccess,
  maySeeSheet,
  maySeeTalk,
  mayShareWithColleague,
  mayTagThemes,
  mayWriteTopic,
  type Standing,
  standingTo,
  stranger,
  type Who,
} from '../../domain/permissions.ts'
import { talkActTypes } from '../../domain/talk/events.ts'

const employee: Standing = { ...stranger, party: 'employee' }
const leader: Standing = { ...stranger, party: 'leader' }
const deputy: Standing = { ...leader, onBehalfOf: 'ben' }
const leadersLeader: Standing = { ...stranger, isLeadersLeader: true }
const hr: Standing = { ...stranger, isHr: true }

const who = (units: Partial<Record<keyof Who['units'], string[]>>): Who => ({
  personId: 'dora',
  employmentIds: [],
  units: {
    hr: new Set(units.hr),
    'works-council': new Set(units['works-council']),
    administrator: new Set(units.administrator),
    'break-glass': new Set(units['break-glass']),
  },
  isProgram: false,
})

describe('Content belongs to the two whose talk it is', () => {
  test.each([
    ['the employee', employee, true],
    ['the leader', leader, true],
    ["the leader's deputy", deputy, true],
    ["the leader's leader", leadersLeader, false],
    ['HR of the unit', hr, false],
    ['anybody else', stranger, false],
  ])('%s', (_name, standing, may) => {
    expect(maySeeContent(standing)).toBe(may)
  })
})

describe('A program with a service token', () => {
  const relation = {
    employeePersonId: 'anna',
    leaderPersonId: 'dora',
    leads: true,
    leadsLeader: true,
    unitId: 'school',
  }
  const program = { ...who({ hr: ['school'] }), isProgram: true }

  test('has the roles of the person it acts for, and is no party to a talk they lead', () => {
    expect(standingTo(who({ hr: ['school'] }), relation)).toEqual({
      ...leader,
      isLeadersLeader: true,
      isHr: true,
    })
    expect(standingTo(program, relation)).toEqual(hr)
    expect(standingTo({ ...program, units: who({}).units }, relation)).toEqual(stranger)
  })

  test('has nothing to do with that person’s own talk', () => {
    expect(standingTo(program, { ...relation, employeePersonId: 'dora' })).toEqual(stranger)
  })
})

describe('The status is seen by', () => {
  test("the two, the leader's leader and HR, and by nobody else", () => {
    expect([employee, leader, deputy, leadersLeader, hr].every(maySeeTalk)).toBe(true)
    expect(maySeeTalk(stranger)).toBe(false)
  })
})

describe('A sheet', () => {
  const sheet = { author: 'leader', authorPersonId: 'ben', isShared: false } as const

  test('is read by its author alone until it is shared', () => {
    expect(maySeeSheet('ben', leader, sheet)).toBe(true)
    expect(maySeeSheet('anna', employee, sheet)).toBe(false)
    expect(maySeeSheet('eva', deputy, sheet)).toBe(false)
  })

  test('is read by both when it is shared, and by nobody else', () => {
    const shared = { ...sheet, isShared: true }
    expect(maySeeSheet('anna', employee, shared)).toBe(true)
    expect(maySeeSheet('carl', leadersLeader, shared)).toBe(false)
    expect(maySeeSheet('dora', hr, shared)).toBe(false)
  })

  test('is still its author’s when another leads the talk', () => {
    expect(maySeeSheet('ben', stranger, sheet)).toBe(true)
  })
})

describe('Every act', () => {
  test('is somebody’s to do, and never a stranger’s or the leader’s leader’s', () => {
    for (const act of talkActTypes) {
      expect([act, [employee, leader, hr].some((standing) => mayAct(standing, act))]).toEqual([act, true])
      expect([act, mayAct(stranger, act) || mayAct(leadersLeader, act)]).toEqual([act, false])
    }
  })

  test('of a leader is also the deputy’s', () => {
    for (const act of talkActTypes) expect([act, mayAct(deputy, act)]).toEqual([act, mayAct(leader, act)])
  })

  test('of HR is about accounting alone: postponing, not held, exempt and back', () => {
    expect(talkActTypes.filter((act) => mayAct(hr, act))).toEqual(
      expect.arrayContaining([
        'postpone',
        'set-not-held',
        'withdraw-not-held',
        'exempt',
        'withdraw-exemption',
      ]),
    )
    for (const act of ['approve-plan', 'report-held', 'set-appointment', 'mark-ready'] as const)
      expect(mayAct(hr, act)).toBe(false)
  })
})

describe('On the page of a talk', () => {
  test('the employee picks a time, writes topics, shares with colleagues and evaluates', () => {
    for (const may of [mayPickSlot, mayWriteTopic, mayShareWithColleague, maySeeSharingAccess, mayEvaluate]) {
      expect([employee, leader, hr, stranger].map(may)).toEqual([true, false, false, false])
    }
  })

  test('the leader offers talks and tags themes', () => {
    for (const may of [mayOffer, mayTagThemes]) {
      expect([employee, leader, deputy, hr, stranger].map(may)).toEqual([false, true, true, false, false])
    }
  })

  test('an action is reported on by its owner', () => {
    expect(mayReportAction(employee, 'employee')).toBe(true)
    expect(mayReportAction(leader, 'employee')).toBe(false)
    expect(mayReportAction(hr, 'employee')).toBe(false)
  })
})

describe('For a unit', () => {
  test('rounds are HR’s to run', () => {
    expect(mayRunRounds(who({ hr: ['school'] }), 'school')).toBe(true)
    expect(mayRunRounds(who({ hr: ['school'] }), 'other')).toBe(false)
    expect(mayRunRounds(who({ 'works-council': ['school'], administrator: ['school'] }), 'school')).toBe(
      false,
    )
  })

  test('aggregates are seen by HR and the works council', () => {
    expect(maySeeAggregates(who({ hr: ['school'] }), 'school')).toBe(true)
    expect(maySeeAggregates(who({ 'works-council': ['school'] }), 'school')).toBe(true)
    expect(maySeeAggregates(who({ administrator: ['school'] }), 'school')).toBe(false)
  })
})
