import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import { check, type promises } from './checker.ts'
import type { Evidence } from './evidence.ts'
import { answered, at, SHEET, sound } from './sound-evidence.ts'

test('An installation with nothing wrong breaks no promise', () => {
  expect(check(sound())).toEqual([])
})

test('A step that waited while the same role was told breaks no promise', () => {
  const evidence = sound()
  const [reminder] = evidence.notices
  if (reminder === undefined) throw new Error('there is no notice')
  const asked = { ...reminder, id: 'n1', step: 'asked', position: 1, reminder: false }
  const late = { ...asked, id: 'n2', step: 'overdue', position: 2, status: 'dropped', reason: 'overtaken' }
  evidence.notices.push(asked, { ...late, mailId: null })
  for (const what of ['asked', 'overdue'])
    evidence.due.push({ talkId: 't', what: `invite 1 ${what} to leader`, on: day('2038-02-08') })
  expect(check(evidence)).toEqual([])
})

test('An invitation to those who meet, while they are there, breaks no promise', () => {
  const evidence = sound()
  invite(evidence, 'ben@by.dk', 'leader')
  expect(check(evidence)).toEqual([])
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
    'a notice that was dropped as done and is owed': ({ notices: [notice], obligations: [owed] }) => {
      Object.assign(notice ?? {}, { status: 'dropped', reason: 'done' })
      Object.assign(owed ?? {}, { subject: 't', obligation: 'invite' })
    },
    'a notice that was dropped for somebody who has not left': ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { status: 'dropped', reason: 'left' }),
    'a notice that was dropped for a reason that there cannot be': ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { status: 'dropped', reason: 'no-address' }),
    'a notice that was dropped before the employee had left': ({ notices: [notice], people: [anna] }) => {
      Object.assign(notice ?? {}, { status: 'dropped', reason: 'left' })
      Object.assign(anna ?? {}, { lastDay: day('2038-02-20') })
    },
    'a step that was dropped as overtaken, and nothing overtook it': (evidence) => {
      climb(evidence, { audience: 'leader', endedAt: at('2038-02-08T04:00') })
      const [, , last] = evidence.notices
      Object.assign(last ?? {}, { status: 'dropped', reason: 'overtaken' })
    },
    'what was only to be known, dropped though nothing had happened since': ({
      notices: [notice],
      asked,
    }) => {
      Object.assign(notice ?? {}, { status: 'dropped', reason: 'done', whileOpen: false })
      for (const one of asked) one.decides = null
    },
    'a step that was dropped as a late reminder': ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { status: 'dropped', reason: 'past-due-day', reminder: false }),
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
    'an event that is taken out of a calendar in which it never was': (evidence) => {
      invite(evidence, 'ben@by.dk', 'leader')
      for (const { event } of evidence.mails) if (event !== null) event.method = 'cancel'
    },
    'a reminder of what was done before': ({ asked: [one] }) =>
      Object.assign(one ?? {}, { at: at('2038-02-08T06:00') }),
    'a reminder that was decided after it was done': ({ asked: [one] }) =>
      Object.assign(one ?? {}, { at: at('2038-02-07T06:00') }),
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
    "a step for the leader's leader to the leader": ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { audience: 'leaders-leader' }),
    'a step for HR to the leader': ({ notices: [notice] }) => Object.assign(notice ?? {}, { audience: 'hr' }),
    'an invitation of somebody on leave': (evidence) => {
      invite(evidence, 'anna@by.dk', 'employee')
      evidence.people[0]?.leaves.push({ from: day('2038-02-08'), to: day('2038-02-09') })
    },
    "an invitation to somebody else's talk": (evidence) => invite(evidence, 'ben@by.dk', 'employee'),
    'an invitation of the leader before the one who holds the talk': (evidence) => {
      invite(evidence, 'ben@by.dk', 'leader')
      Object.assign(evidence.people[0]?.leaders[0] ?? {}, { to: day('2038-02-28') })
    },
    'a mail to nobody': ({ received: [mail] }) => Object.assign(mail ?? {}, { to: 'x@by.dk' }),
  },
  'What the rules decide is decided on its day, and nothing else': {
    'a step that was never decided': ({ notices }) => void notices.pop(),
    'a step too many': (evidence) => climb(evidence, {}),
    'a step of the day before': ({ notices: [notice] }) =>
      Object.assign(notice ?? {}, { decidedAt: at('2038-02-05T04:10') }),
    'an invitation that was put into no calendar': ({ due }) =>
      void due.push({ talkId: 't', what: 'calendar request 0 to employee', on: day('2038-02-09') }),
    'what is owed till another day': ({ obligations: [owed] }) =>
      Object.assign(owed ?? {}, { dueOn: day('2038-06-16') }),
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
  'What people write stays out of mails, and is sealed in the engine': {
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

/** A party is told on 9 February of the time of a talk in March. */
function invite({ mails: [mail], mails, received, due }: Evidence, to: string, party: string): void {
  if (mail === undefined) throw new Error('there is no mail')
  const told = { messageId: '<i@by.dk>', at: at('2038-02-09T10:00') }
  const event = { talkId: 't', party, method: 'request', sequence: 0, startsAt: at('2038-03-15T12:00') }
  const times = { createdAt: told.at, notBeforeAt: told.at, endedAt: told.at }
  mails.push({
    ...mail,
    ...times,
    id: 'i',
    key: 'calendar:i',
    lane: 'at-once',
    messageId: told.messageId,
    event,
  })
  received.push({ ...told, to, readable: '' })
  due.push({ talkId: 't', what: `calendar request 0 to ${party}`, on: day('2038-02-09') })
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
