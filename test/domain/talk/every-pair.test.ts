import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { type TalkEvent, talkActTypes, talkFactTypes, talkTickTypes } from '../../../domain/talk/events.ts'
import { talkMoves } from '../../../domain/talk/moves.ts'
import { refusalCodes } from '../../../domain/talk/refusals.ts'
import { type TalkStatus, talkStatuses } from '../../../domain/talk/talk.ts'
import { answer } from './every-status.ts'

/** Where there is no talk to act on, and the word for why. */
const noTalk = {
  'talk-exempt': 'exempt',
  'employment-ended': 'left',
  'talk-not-held': 'not-held',
  'talk-stopped': 'stopped',
  'talk-taken-over': 'taken-over',
}

/**
 * What every event comes to in every status: the status it leads to, `stays`, or the code with which it is refused,
 * each with the statuses in which it is so.
 */
const answers: Record<TalkEvent['type'], Partial<Record<string, string>>> = {
  'set-appointment': {
    arranged: 'awaiting invited to-confirm postponed',
    'already-held': 'held agreed not-agreed',
    stays: 'arranged',
    ...noTalk,
  },
  'accept-appointment': {
    'already-held': 'held agreed not-agreed',
    'no-appointment': 'awaiting postponed',
    arranged: 'invited',
    stays: 'arranged',
    'appointment-has-begun': 'to-confirm',
    ...noTalk,
  },
  'ask-other-time': {
    'already-held': 'held agreed not-agreed',
    'no-appointment': 'awaiting postponed',
    stays: 'invited arranged',
    'appointment-has-begun': 'to-confirm',
    ...noTalk,
  },
  'cancel-appointment': {
    'already-held': 'held agreed not-agreed',
    'no-appointment': 'awaiting postponed',
    awaiting: 'invited arranged',
    'appointment-has-begun': 'to-confirm',
    ...noTalk,
  },
  'report-not-invited': {
    'already-invited': 'invited arranged to-confirm',
    'already-held': 'held agreed not-agreed',
    stays: 'awaiting postponed',
    ...noTalk,
  },
  'mark-ready': {
    stays: 'awaiting invited arranged to-confirm postponed',
    'already-held': 'held agreed not-agreed',
    ...noTalk,
  },
  'report-held': {
    held: 'awaiting invited arranged to-confirm postponed',
    'already-held': 'held agreed not-agreed',
    ...noTalk,
  },
  'report-not-held': {
    'already-held': 'held agreed not-agreed',
    'no-appointment': 'awaiting postponed',
    'not-held-yet': 'invited arranged',
    awaiting: 'to-confirm',
    ...noTalk,
  },
  'confirm-held': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    stays: 'held agreed not-agreed',
    ...noTalk,
  },
  'contradict-held': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    'plan-already-approved': 'agreed not-agreed',
    'to-confirm': 'held',
    ...noTalk,
  },
  postpone: {
    postponed: 'awaiting invited arranged to-confirm exempt not-held',
    'already-held': 'held agreed not-agreed',
    stays: 'postponed',
    'employment-ended': 'left',
    'talk-stopped': 'stopped',
    'talk-taken-over': 'taken-over',
  },
  'set-not-held': {
    'not-held': 'awaiting invited arranged to-confirm exempt postponed',
    'already-held': 'held agreed not-agreed',
    'employment-ended': 'left',
    stays: 'not-held',
    'talk-stopped': 'stopped',
    'talk-taken-over': 'taken-over',
  },
  'withdraw-not-held': {
    'not-ended-as-not-held':
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed stopped taken-over',
    awaiting: 'not-held',
    'employment-ended': 'left',
  },
  exempt: {
    exempt: 'awaiting invited arranged to-confirm postponed not-held',
    'already-held': 'held agreed not-agreed',
    stays: 'exempt',
    'employment-ended': 'left',
    'talk-stopped': 'stopped',
    'talk-taken-over': 'taken-over',
  },
  'withdraw-exemption': {
    'not-exempt':
      'awaiting invited arranged to-confirm held agreed not-agreed postponed not-held stopped taken-over',
    awaiting: 'exempt',
    'employment-ended': 'left',
  },
  'propose-plan': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    stays: 'held',
    held: 'agreed',
    'plan-not-open': 'not-agreed',
    ...noTalk,
  },
  'approve-plan': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    'plan-not-open': 'agreed not-agreed',
    'no-plan-version': 'held',
    ...noTalk,
  },
  'return-plan': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    'plan-not-open': 'agreed not-agreed',
    'no-plan-version': 'held',
    ...noTalk,
  },
  'end-plan-not-agreed': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    'plan-not-open': 'agreed not-agreed',
    'not-agreed': 'held',
    ...noTalk,
  },
  'write-statement': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    'plan-not-ended': 'held agreed',
    stays: 'not-agreed',
    ...noTalk,
  },
  'journal-by-hand': {
    'not-filed-by-hand':
      'awaiting invited arranged to-confirm held not-agreed exempt postponed left not-held stopped taken-over',
    stays: 'agreed',
  },
  'retry-filing': {
    'not-filed-by-service':
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'set-status-appointment': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    stays: 'held agreed not-agreed',
    ...noTalk,
  },
  'cancel-status-appointment': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    'no-appointment': 'held agreed not-agreed',
    ...noTalk,
  },
  'report-status-talk-held': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    stays: 'held agreed not-agreed',
    ...noTalk,
  },
  'agree-status-talk-away': {
    'not-held-yet': 'awaiting invited arranged to-confirm postponed',
    stays: 'held agreed not-agreed',
    ...noTalk,
  },
  'report-action': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held stopped taken-over',
    'employment-ended': 'left',
  },
  'answer-offer': {
    stays: 'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held taken-over',
    'employment-ended': 'left',
    'talk-stopped': 'stopped',
  },
  'set-extra-appointment': {
    stays: 'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held taken-over',
    'employment-ended': 'left',
    'talk-stopped': 'stopped',
  },
  'cancel-extra-appointment': {
    'no-appointment':
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held taken-over',
    'employment-ended': 'left',
    'talk-stopped': 'stopped',
  },
  'report-extra-held': {
    stays: 'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held taken-over',
    'employment-ended': 'left',
    'talk-stopped': 'stopped',
  },
  'leave-set': {
    stays:
      'awaiting invited to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
    awaiting: 'arranged',
  },
  'leave-removed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'leader-changed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'unit-changed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'change-withdrawn': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  leaves: {
    left: 'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held stopped taken-over',
    stays: 'left',
  },
  'leaving-withdrawn': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed not-held stopped taken-over',
    awaiting: 'left',
  },
  'eligibility-changed': {
    stays: 'arranged to-confirm held agreed not-agreed exempt left not-held stopped taken-over',
    exempt: 'awaiting invited postponed',
  },
  'policy-changed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  paused: {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  resumed: {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  stopped: {
    stays: 'held agreed not-agreed exempt left not-held stopped taken-over',
    stopped: 'awaiting invited arranged to-confirm postponed',
  },
  'round-closed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'next-talk-opened': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt left not-held stopped taken-over',
    'taken-over': 'postponed',
  },
  'next-talk-arranged': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'actions-revised': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'time-passed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'plan-filed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
  'filing-failed': {
    stays:
      'awaiting invited arranged to-confirm held agreed not-agreed exempt postponed left not-held stopped taken-over',
  },
}

/** The table's answer for one pair; 'missing' where it has none. */
function expected(status: TalkStatus, type: TalkEvent['type']): string {
  const entry = Object.entries(answers[type]).find(([, statuses]) => statuses?.split(' ').includes(status))
  const answered = entry?.[0] ?? 'missing'
  return answered === 'stays' ? status : answered
}

describe('every event has an answer in every status', () => {
  const types = [...talkActTypes, ...talkFactTypes, ...talkTickTypes]
  test.each(types)('%s', (type) => {
    for (const status of talkStatuses)
      expect([status, answer(status, type)]).toEqual([status, expected(status, type)])
  })
})

describe('the table of moves', () => {
  const codes: readonly string[] = refusalCodes
  /** Refusals that come from the status alone. */
  const ofStatus = [
    'not-held-yet',
    'already-held',
    'talk-exempt',
    'employment-ended',
    'talk-not-held',
    'talk-stopped',
    'talk-taken-over',
    'not-exempt',
    'not-ended-as-not-held',
    'plan-not-open',
  ]

  test.each(talkActTypes)('says where %s is possible, as the answers do', (type) => {
    for (const status of talkStatuses) {
      const answered = expected(status, type)
      const isMove = (talkMoves[type] as readonly TalkStatus[]).includes(status)
      // 'Not held yet' is also said of a time that has not begun, where reporting is a move.
      const isStatusRefusal = ofStatus.includes(answered) && !(type === 'report-not-held' && isMove)
      expect([status, isMove]).toEqual([status, !isStatusRefusal])
      if (!isMove) expect(codes).toContain(answered)
    }
  })
})

test('the database knows exactly the statuses the rules know', () => {
  const root = 'prisma/migrations'
  const sql = readdirSync(root)
    .filter((name) => !name.includes('.'))
    .sort()
    .map((name) => readFileSync(`${root}/${name}/migration.sql`, 'utf8'))
    .join('\n')
  const checks = [...sql.matchAll(/CONSTRAINT "talk_status" CHECK \("status" IN \(([^)]*)\)\)/g)]
  const words = checks
    .at(-1)?.[1]
    ?.match(/'[^']+'/g)
    ?.map((word) => word.slice(1, -1))
  expect(words?.sort()).toEqual([...talkStatuses].sort())
})
