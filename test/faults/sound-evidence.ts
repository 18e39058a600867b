import { day, type Instant } from '../../domain/calendar/day.ts'
import type { Answer, Asked, Evidence } from './evidence.ts'

export const at = (text: string): Instant => Date.parse(`${text}Z`)
const PLAN = '11111111-1111-4111-8111-111111111111'

const byBen: Omit<Asked, 'path' | 'answers'> = {
  personId: 'ben',
  method: 'POST',
  key: 'k',
  sent: {},
  at: at('2038-02-09T10:00'),
  expects: 'done',
  ends: null,
  decides: null,
  decisionId: 'update:2',
  unanswered: [],
}

export function answered(body: object, status = 200): Answer {
  return { status, body, isLater: false }
}

export const SHEET = JSON.stringify({ 'since-last': 'Jeg lærte æøå' })

/** Anna, whom Ben leads, was reminded of and invited; her plan is agreed and filed. Nothing is wrong with it. */
export function sound(): Evidence {
  const told = { subject: 't', occurrence: 1, talkId: 't', whileOpen: true, status: 'sent', reason: null }
  const mail = { reason: null, personId: 'ben', recipient: 'ben@by.dk', attempts: ['sent'], event: null }
  const sentAt = at('2038-02-08T08:00')
  return {
    at: at('2038-03-01T12:00'),
    talks: [
      {
        id: 't',
        roundId: 'r',
        employmentId: 'anna-1',
        status: 'agreed',
        outcome: 'held',
        version: 9,
        disagrees: false,
        nextDueAt: at('2038-06-01T04:00'),
        isClosed: false,
      },
    ],
    roster: [{ roundId: 'r', employmentId: 'anna-1' }],
    due: [
      { talkId: 't', what: 'invite 1 reminder to leader', on: day('2038-02-08') },
      { talkId: 't', what: 'status-talk 1 is owed', on: day('2038-06-15') },
    ],
    engine: [{ talkId: 't', version: 9, status: 'agreed', runs: true }],
    running: ['talk/t', 'round/r'],
    failedTasks: [{ workflowId: 'talk/t', cause: 'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND' }],
    engineTexts: ['talk/t', 'agreed'],
    obligations: [
      { talkId: 't', obligation: 'status-talk', subject: 's', occurrence: 1, dueOn: day('2038-06-15') },
    ],
    notices: [
      {
        ...told,
        id: 'n',
        obligation: 'invite',
        step: 'reminder',
        audience: 'leader',
        position: 0,
        distance: 0,
        reminder: true,
        decidedAt: at('2038-02-08T04:10'),
        endedAt: sentAt,
        mailId: 'm',
      },
    ],
    mails: [
      {
        ...mail,
        id: 'm',
        key: 'digest:ben:2038-02-08',
        lane: 'digest',
        status: 'sent',
        messageId: '<m@by.dk>',
        notBeforeAt: at('2038-02-08T08:00'),
        createdAt: at('2038-02-08T08:00'),
        endedAt: sentAt,
      },
    ],
    received: [{ messageId: '<m@by.dk>', to: 'ben@by.dk', at: sentAt, readable: 'Inviter Anna' }],
    shownToHr: [],
    people: [
      {
        personId: 'anna',
        employmentId: 'anna-1',
        email: 'anna@by.dk',
        isHr: false,
        lastDay: null,
        leaves: [],
        leaders: [{ personId: 'ben', from: day('2020-01-01'), to: null }],
      },
      {
        personId: 'ben',
        employmentId: 'ben-1',
        email: 'ben@by.dk',
        isHr: false,
        lastDay: day('2040-01-01'),
        leaves: [{ from: day('2039-02-01'), to: day('2039-02-28') }],
        leaders: [],
      },
    ],
    plans: [{ versionId: PLAN, status: 'agreed' }],
    filings: [{ versionId: PLAN, status: 'filed' }],
    records: [{ key: `plan-${PLAN}` }],
    decisions: [{ subject: 't', decisionId: 'update:1' }],
    asked: [
      {
        ...byBen,
        path: '/talks/t/appointment',
        ends: { talkId: 't', obligation: 'invite' },
        decides: 't',
        decisionId: 'update:1',
        answers: [answered({ id: 't', version: 5 }), answered({ id: 't', version: 5 })],
        unanswered: [503],
      },
      {
        ...byBen,
        path: '/employments/ben-1/leaves',
        sent: { from: '2039-02-01', to: '2039-02-28' },
        answers: [answered({ id: 'leave' }, 201), answered({ id: 'leave' }, 201)],
      },
      {
        ...byBen,
        path: '/employments/anna-1/leader',
        sent: { leaderId: 'ben-1', from: '2020-01-01' },
        answers: [answered({})],
      },
      {
        ...byBen,
        path: '/employments/ben-1/last-day',
        sent: { lastDay: '2040-01-01' },
        answers: [answered({})],
      },
      {
        ...byBen,
        path: '/talks/t/topics',
        sent: { text: 'Mit skema' },
        answers: [answered({ id: 'topic' }, 201)],
      },
    ],
    topics: [{ talkId: 't', text: 'Mit skema' }],
    saved: [{ what: "Anna's sheet", sent: SHEET, read: SHEET }],
  }
}
