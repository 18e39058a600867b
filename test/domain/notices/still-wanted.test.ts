import { describe, expect, test } from '@jest/globals'
import { type NoticeCircumstances, stillWanted } from '../../../domain/notices/still-wanted.ts'
import { toneOf } from '../../../domain/notices/tone.ts'

type Talk = NonNullable<NoticeCircumstances['talk']>

const talk: Talk = {
  status: 'awaiting',
  isSubject: true,
  employeeOnLeave: false,
  employeeLeft: false,
  hasLeader: true,
  newTimeSince: false,
  statusTalkOpen: true,
  offerAnswered: false,
  hasFreeTimes: true,
  planEnded: false,
  filed: false,
  evaluated: false,
  remindsHere: true,
}
const owed: NoticeCircumstances = {
  kind: 'invite',
  whileOpen: true,
  obligationOpen: true,
  paused: false,
  stopped: false,
  isStarted: true,
  talk,
}
const told: NoticeCircumstances = { ...owed, kind: 'plan-proposed', whileOpen: false, obligationOpen: false }
const verdict = (notice: NoticeCircumstances, changed: Partial<Talk> = {}) =>
  stillWanted({ ...notice, talk: { ...talk, ...changed } })

describe('whether a waiting notice is still told (R11.5)', () => {
  test('an open obligation is told about, an ended one never', () => {
    expect(stillWanted(owed)).toEqual({ verdict: 'go' })
    expect(stillWanted({ ...owed, obligationOpen: false })).toEqual({ verdict: 'drop', reason: 'done' })
  })

  test('a step about somebody on leave waits until they are back; what the parties tell each other goes', () => {
    expect(verdict(owed, { employeeOnLeave: true })).toEqual({ verdict: 'wait', reason: 'on-leave' })
    expect(verdict({ ...owed, obligationOpen: false }, { employeeOnLeave: true })).toEqual({
      verdict: 'drop',
      reason: 'done',
    })
    expect(verdict(told, { employeeOnLeave: true })).toEqual({ verdict: 'go' })
  })

  test('when the employee has left everything is dropped but the filing of what was agreed', () => {
    expect(verdict(owed, { employeeLeft: true })).toEqual({ verdict: 'drop', reason: 'left' })
    expect(verdict(told, { employeeLeft: true })).toEqual({ verdict: 'drop', reason: 'left' })
    expect(verdict({ ...owed, kind: 'journal' }, { employeeLeft: true })).toEqual({ verdict: 'go' })
  })

  test('in a paused round steps wait, but filing goes on', () => {
    expect(stillWanted({ ...owed, paused: true })).toEqual({ verdict: 'wait', reason: 'paused' })
    expect(stillWanted({ ...owed, kind: 'journal', paused: true })).toEqual({ verdict: 'go' })
    expect(stillWanted({ ...told, kind: 'filing-failed', paused: true })).toEqual({ verdict: 'go' })
  })

  test('what ended during the pause is dropped and does not wait', () => {
    expect(stillWanted({ ...owed, paused: true, obligationOpen: false })).toEqual({
      verdict: 'drop',
      reason: 'done',
    })
  })

  test('only the talk that reminds about an action now does so (R9.3)', () => {
    expect(verdict({ ...owed, kind: 'action' }, { remindsHere: false })).toEqual({
      verdict: 'drop',
      reason: 'replaced',
    })
  })

  test('a stopped round tells no more about times, but plans go on to their end', () => {
    const stopped = { ...told, stopped: true }
    expect(stillWanted({ ...stopped, kind: 'orientation' })).toEqual({ verdict: 'drop', reason: 'stopped' })
    expect(stillWanted({ ...stopped, kind: 'plan-returned' })).toEqual({ verdict: 'go' })
  })

  test.each([
    ['not-invited', { newTimeSince: true }],
    ['other-time-asked', { newTimeSince: true }],
    ['time-accepted', { newTimeSince: true }],
    ['time-withdrawn', { newTimeSince: true }],
    ['plan-proposed', { planEnded: true }],
    ['plan-returned', { planEnded: true }],
    ['evaluate-talk', { evaluated: true }],
    ['evaluate-talk', { status: 'to-confirm' }],
    ['orientation', { status: 'exempt' }],
    ['orientation', { status: 'not-held' }],
    ['held-contradicted', { status: 'held' }],
    ['was-held', { status: 'held' }],
    ['talk-postponed', { status: 'held' }],
    ['filing-failed', { filed: true }],
    ['plan-not-agreed', { filed: true }],
    ['slots-published', { newTimeSince: true }],
    ['slots-published', { status: 'arranged' }],
    ['slots-published', { hasFreeTimes: false }],
    ['talk-offered', { offerAnswered: true }],
    ['agree-away-asked', { statusTalkOpen: false }],
    ['plan-to-file', { filed: true }],
  ] as const)('%s is dropped once it is no longer so', (kind, changed) => {
    expect(verdict({ ...told, kind }, changed)).toEqual({ verdict: 'drop', reason: 'done' })
  })

  test('HR who has started next year’s round is not told that its draft is ready', () => {
    const ready = { ...told, kind: 'draft-ready', talk: null } as const
    expect(stillWanted({ ...ready, isStarted: false })).toEqual({ verdict: 'go' })
    expect(stillWanted(ready)).toEqual({ verdict: 'drop', reason: 'done' })
  })

  test.each(['orientation', 'plan-agreed', 'action-reported', 'hand-over'] as const)(
    '%s is told whatever happened since',
    (kind) => {
      const changed = { status: 'agreed', newTimeSince: true, planEnded: true, evaluated: true } as const
      expect(verdict({ ...told, kind }, changed)).toEqual({ verdict: 'go' })
    },
  )
})

describe('how a step speaks', () => {
  test('repeated and numbered steps speak as their kind', () => {
    expect(toneOf('reminder-5')).toBe('reminder')
    expect(toneOf('overdue-3')).toBe('overdue')
    expect(toneOf('hr-12')).toBe('told')
    expect(toneOf('leaders-leader')).toBe('told')
    expect(toneOf('other-party')).toBe('told')
  })

  test('a step that no ladder has is an error that names it', () => {
    expect(() => toneOf('nagging')).toThrow("notice step is 'nagging'")
  })
})
