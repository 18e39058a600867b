import { describe, expect, test } from '@jest/globals'
import { day, type Instant } from '../../domain/calendar/day.ts'
import { check, type promises } from './checker.ts'
import type { Answer, Asked, Evidence } from './evidence.ts'

const at = (text: string): Instant => Date.parse(`${text}Z`)
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

function answered(body: object, status = 200): Answer {
  return { status, body, isLater: false }
}

const SHEET = JSON.stringify({ 'since-last': 'Jeg lærte æøå' })

/** Anna, whom Ben leads, was reminded of and invited; her plan is agreed and filed. Nothing is wrong with it. */
function sound(): Evidence {
  const told = { subject: 't', occurrence: 1, talkId: 't', whileOpen: true, status: 'sent', reason: null }
  const mail = { reason: null, personId: 'ben', recipient: 'ben@by.dk', attempts: ['sent'] }
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
        lastDay: null,
        leaves: [],
        leaders: [{ personId: 'ben', from: day('2020-01-01'), to: null }],
      },
      {
        personId: 'ben',
        employmentId: 'ben-1',
        email: 'ben@by.dk',
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

test('An installation with nothing wrong breaks no promise', () => {
  expect(check(sound())).toEqual([])
})

/** One thing wrong, by the promise it breaks. */
const broken: Record<keyof typeof promises, Record<string, (evidence: Evidence) => void>> = {
  'What was due has arrived, or HR sees why not': {
    'a mail that is said to be sent': (evidence) => void evidence.received.pop(),
    'a refused mail that HR does not see': ({ mails: [mail] }) =>
      Object.assign(mail ?? {}, { status: 'refused', attempts: ['refused'] }),
    'a mail that went and is said to be of unknown fate': (evidence) => {
      Object.assign(evidence.mails[0] ?? {}, { status: 'unknown', attempts: ['unknown', 'sent'] })
      evidence.shownToHr.push('m')
    },
    'a mail that still waits': ({ mails: [mail] }) =>
      Object.assign(mail ?? {}, { status: 'queued', endedAt: null }),
    'a mail that has ended and waits': ({ mails: [mail] }) => Object.assign(mail ?? {}, { status: 'queued' }),
    'a lease that nobody ended': ({ mails: [mail] }) =>
      Object.assign(mail ?? {}, { status: 'leased', endedAt: null }),
    'a mail of unknown fate without an attempt': (evidence) => {
      Object.assign(evidence.mails[0] ?? {}, { status: 'unknown', attempts: ['deferred'] })
      evidence.shownToHr.push('m')
    },
    'a notice that waits for nothing': ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { status: 'queued' }),
    'a notice that no mail told': ({ notices: [notice] }) => Object.assign(notice ?? {}, { mailId: null }),
    'a notice that was dropped without a reason': ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { status: 'dropped' }),
  },
  'What arrived twice is known to be unsure, and recognised': {
    'a mail twice': ({ received }) => void received.push(...received),
    'a second mail under the same key': ({ mails }) =>
      void mails.push(...mails.map((mail) => ({ ...mail, id: 'm2' }))),
    'a Message-ID of its own for the second attempt': ({ mails: [mail], received }) => {
      mail?.attempts.unshift('unknown')
      received.push({
        messageId: '<other@by.dk>',
        to: 'ben@by.dk',
        at: at('2038-02-08T08:00'),
        readable: '',
      })
    },
  },
  'Nothing comes early or outside its hours': {
    'a mail before its time': ({ mails: [mail] }) =>
      Object.assign(mail ?? {}, { notBeforeAt: at('2038-02-09T08:00') }),
    'a mail in the night': ({ received: [mail] }) =>
      Object.assign(mail ?? {}, { at: at('2038-02-08T22:00') }),
    'a mail on a Sunday': ({ received: [mail] }) => Object.assign(mail ?? {}, { at: at('2038-02-14T08:00') }),
  },
  'Nobody is told what is done, nor while away or gone': {
    'a reminder of what was done before': ({ asked: [one] }) =>
      Object.assign(one ?? {}, { at: at('2038-02-08T06:00') }),
    'a mail to somebody on leave': ({ people }) =>
      void people[1]?.leaves.push({ from: day('2038-02-01'), to: day('2038-02-28') }),
    'a mail about somebody on leave': ({ people }) =>
      void people[0]?.leaves.push({ from: day('2038-02-01'), to: null }),
    'a mail to somebody who has left': ({ people }) =>
      Object.assign(people[1] ?? {}, { lastDay: day('2038-02-05') }),
    'a mail to the leader before this one': ({ people }) =>
      Object.assign(people[0] ?? {}, {
        leaders: [{ personId: 'ben', from: day('2020-01-01'), to: day('2038-02-07') }],
      }),
    'a mail to nobody': ({ received: [mail] }) => Object.assign(mail ?? {}, { to: 'x@by.dk' }),
  },
  'Steps come one by one, with their distances': {
    'a step that jumps over one that waits': (evidence) => climb(evidence, { status: 'queued', reason: 'x' }),
    'two steps on one day': (evidence) => climb(evidence, {}),
  },
  'Nothing owed stands without a next step': {
    'a talk without a next step': ({ talks: [talk] }) => Object.assign(talk ?? {}, { nextDueAt: null }),
    'a talk that should have moved': ({ talks: [talk] }) =>
      Object.assign(talk ?? {}, { nextDueAt: at('2038-02-28T04:00') }),
    'a day that passed without a word': ({ obligations: [owed] }) =>
      Object.assign(owed ?? {}, { dueOn: day('2038-02-01') }),
  },
  'Everybody has one talk in a round': {
    'a second talk': ({ talks, engine }) => {
      const [talk] = talks
      if (talk) talks.push({ ...talk, id: 't2' })
      engine.push({ talkId: 't2', version: 9, status: 'agreed', runs: true })
    },
    'somebody without one': ({ roster }) => void roster.push({ roundId: 'r', employmentId: 'ben-1' }),
    'a talk of somebody who is not in it': ({ roster }) => void roster.pop(),
  },
  'Table and engine agree': {
    'another version': ({ engine: [own] }) => Object.assign(own ?? {}, { version: 8 }),
    'a workflow that is gone': ({ engine }) => void engine.pop(),
    'a workflow that has ended': ({ engine: [own] }) => Object.assign(own ?? {}, { runs: false }),
    'a workflow that runs for nobody': ({ running }) => void running.push('talk/t2'),
    'a workflow whose code fails': ({ failedTasks: [task] }) =>
      Object.assign(task ?? {}, { cause: 'WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR' }),
    'a talk that waits for reconcile': ({ talks: [talk] }) => Object.assign(talk ?? {}, { disagrees: true }),
  },
  'What people write stays out of mails and the engine': {
    'a topic in a mail': ({ received: [mail] }) => Object.assign(mail ?? {}, { readable: 'Om: Mit skema' }),
    'a sheet in a history': ({ engineTexts }) => void engineTexts.push(SHEET),
    'an address in a history': ({ engineTexts }) => void engineTexts.push('to anna@by.dk'),
  },
  'What was saved is read unchanged': {
    'words that are gone': ({ saved: [one] }) => Object.assign(one ?? {}, { read: '' }),
  },
  'A repeated request has one effect and one answer': {
    'another answer': ({ asked: [one] }) => void one?.answers.push(answered({}, 409)),
    'other words for another click': ({ asked: [one] }) =>
      void one?.answers.push(answered({ id: 't', version: 6 })),
    'another talk, later': ({ asked: [one] }) =>
      void one?.answers.push({ ...answered({ id: 't2', version: 5 }), isLater: true }),
    'a talk as it was, later': ({ asked: [one] }) =>
      void one?.answers.push({ ...answered({ id: 't', version: 4 }), isLater: true }),
    'other words for what is no talk': ({ asked: [, one] }) =>
      void one?.answers.push({ ...answered({ id: 'other' }, 201), isLater: true }),
    'a leave that is there twice': ({ people: [, ben] }) => void ben?.leaves.push(...ben.leaves),
    'a leader who leads twice': ({ people: [anna] }) => void anna?.leaders.push(...anna.leaders),
    'a last day that is not there': ({ people: [, ben] }) => Object.assign(ben ?? {}, { lastDay: null }),
    'a topic twice': ({ topics }) => void topics.push(...topics),
    'two effects': ({ decisions }) => void decisions.push(...decisions),
    none: ({ decisions }) => void decisions.pop(),
  },
  'What the rules refuse is refused, and nothing else': {
    'a refusal that was not meant': ({ asked: [one], decisions }) => {
      Object.assign(one ?? {}, { answers: [answered({}, 409)] })
      decisions.pop()
    },
    'an act against the rules': ({ asked: [one] }) => Object.assign(one ?? {}, { expects: 'refused' }),
    'no answer at all': ({ asked: [one] }) => Object.assign(one ?? {}, { answers: [] }),
  },
  'The personnel file has each agreed plan once': {
    'the plan twice': ({ records }) => void records.push(...records),
    'no plan': ({ records }) => void records.pop(),
    'a plan nobody knows': ({ records }) => void records.push({ key: 'plan-other' }),
    'a filing that never ended': ({ filings: [filing] }) =>
      Object.assign(filing ?? {}, { status: 'unknown' }),
  },
}

/** The leader is told that it is late, which ended so; and the leader's leader on the same day. */
function climb({ notices }: Evidence, first: Partial<Evidence['notices'][number]>): void {
  const [reminder] = notices
  if (reminder === undefined) throw new Error('there is no notice')
  const late = { ...reminder, reminder: false }
  notices.push({ ...late, id: 'n1', step: 'overdue', position: 1, ...first })
  notices.push({ ...late, id: 'n2', step: 'leaders-leader', position: 2, distance: 3 })
}

describe.each(Object.entries(broken))('%s', (promise, cases) => {
  test.each(Object.entries(cases))('is found broken by %s', (_what, spoil) => {
    const evidence = sound()
    spoil(evidence)
    expect([...new Set(check(evidence).map((violation) => violation.promise))]).toContain(promise)
  })
})
