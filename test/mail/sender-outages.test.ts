import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { HandOverResult } from '../../mail/outgoing.ts'
import type { Db } from '../../db/client.ts'
import { createSender } from '../../mail/sender.ts'
import { at, buildHouse, connect, type Office, type OfficeHouse, settings } from './office.ts'

let house: OfficeHouse
let office: Office

beforeAll(async () => {
  house = await buildHouse()
})
beforeEach(async () => {
  office = await house.open()
})
afterAll(async () => {
  await house.close()
})

/** Anna is asked whether an action is done; Tuesday 16 February. */
const asked = {
  kind: 'action',
  step: 'asked',
  audience: 'employee',
  owedBy: 'employee',
  due: '2027-02-16',
  decided: '2027-02-16 05:10',
} as const

/** Ben has not invited Anna, and Anna has proposed a plan. */
const overdue = { step: 'overdue', decided: '2027-02-16 05:10', position: 1 } as const
const proposed = { kind: 'plan-proposed', step: 'told', whileOpen: false, due: null } as const

/** *Invite* of the worked example: when each step is decided, and its distance. */
const ladder = [
  { step: 'reminder', decided: '2027-02-08 05:10', reminder: true },
  { step: 'overdue', decided: '2027-02-16 05:10' },
  { step: 'leaders-leader', audience: 'leaders-leader', decided: '2027-02-19 05:10', distance: 3 },
  { step: 'hr', audience: 'hr', decided: '2027-02-25 05:10', distance: 4 },
  { step: 'hr-2', audience: 'hr', decided: '2027-03-11 05:10', distance: 10 },
] as const

async function everyMorning(from: string, to: string): Promise<string[]> {
  const went: string[] = []
  for (
    let on = new Date(`${from}T00:00Z`);
    on <= new Date(`${to}T00:00Z`);
    on.setUTCDate(on.getUTCDate() + 1)
  ) {
    const date = on.toISOString().slice(0, 10)
    for (const [position, step] of ladder.entries()) {
      if (step.decided.startsWith(date)) await office.decide({ ...step, position })
    }
    const before = await office.notices()
    await office.drainAt(`${date} 07:45`)
    await office.drainAt(`${date} 09:00`)
    await office.sender.drain()
    for (const [step, ended] of Object.entries(await office.notices())) {
      if (ended !== before[step] && ended !== 'queued') went.push(`${date} ${step}: ${ended}`)
    }
  }
  return went
}

describe('what a mail server answers about one mail', () => {
  test('a refused address is visible, and the ladder goes on without it', async () => {
    office.smtp.play(await office.addressOf(office.anna), { at: 'rcpt', code: 550 })
    await office.decide({ ...asked, position: 1 })
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ refused: 1, serverDownUntil: null })
    expect(await office.notices()).toEqual({ 'asked employee': 'refused' })
    expect(await office.mails()).toEqual(['refused'])

    const told = { ...asked, step: 'other-party', audience: 'leader', decided: '2027-02-23 05:10' } as const
    await office.decide({ ...told, position: 2, distance: 5 })
    expect(await office.drainAt('2027-02-23 09:00')).toMatchObject({ sent: 1 })
  })

  test('a refused address does not hold up anybody else', async () => {
    office.smtp.play(await office.addressOf(office.anna), { at: 'end-of-data', code: 552 })
    const bo = await office.org.addPerson('Bo', { leader: office.ben })
    const talkId = await office.org.addTalk(office.roundId, 0, { employee: bo })
    await office.decide(asked)
    await office.decide({ ...asked, talkId })
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ refused: 1, sent: 1 })
  })

  test.each([
    ['rcpt', 450],
    ['end-of-data', 451],
  ] as const)('a mail put off at %s is tried later, as the same message', async (where, code) => {
    const address = await office.addressOf(office.anna)
    office.smtp.play(address, { at: where, code })
    await office.decide(asked)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ deferred: 1, serverDownUntil: null })
    const frozen = await office.db.mail.findFirstOrThrow()
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ deferred: 0 })
    office.smtp.play(address, null)
    expect(await office.drainAt('2027-02-16 12:00')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1 })
    expect(office.smtp.received[0]?.email.messageId).toBe(frozen.messageId)
    const tries = await office.db.mailAttempt.findMany({ orderBy: { at: 'asc' } })
    expect(tries.map((attempt) => attempt.outcome)).toEqual(['deferred', 'sent'])
  })

  test.each([
    ['another', 'anna.ny@by.example', ['anna.ny@by.example'], 'sent'],
    ['none, and is printed', null, [], 'printed no-address'],
  ])('a mail put off goes to the address that Anna has by then: %s', async (_which, email, to, ended) => {
    const address = await office.addressOf(office.anna)
    office.smtp.play(address, { at: 'rcpt', code: 450 })
    await office.decide(asked)
    await office.drainAt('2027-02-16 07:45')
    office.smtp.play(address, null)
    await office.db.person.update({ where: { id: office.anna.personId }, data: { email } })
    await office.drainAt('2027-02-17 07:45')
    expect(office.smtp.received.map((mail) => mail.to)).toEqual(to)
    expect(await office.mails()).toEqual([ended])
  })

  test('a mail that may have arrived is tried once more where it went, though the person gets another address', async () => {
    const address = await office.addressOf(office.anna)
    office.smtp.play(address, { cut: 'after-data' })
    await office.decide(asked)
    await office.drainAt('2027-02-16 07:45')
    expect(await office.mails()).toEqual(['unknown unknown'])
    // Tried once more, put off, and tried again: it may still have arrived the first time.
    office.smtp.play(address, { at: 'rcpt', code: 450 })
    const data = { email: 'anna.ny@by.example' }
    await office.db.person.update({ where: { id: office.anna.personId }, data })
    await office.drainAt('2027-02-17 07:45')
    office.smtp.play(address, null)
    await office.drainAt('2027-02-18 07:45')
    const { received } = office.smtp
    expect(received.map((mail) => mail.to)).toEqual([address, address])
    expect(new Set(received.map(({ email }) => email.messageId)).size).toBe(1)
    expect(await office.mails()).toEqual(['sent'])
  })

  test('a mail that is put off again and again ends as refused, because that was given up', async () => {
    office.smtp.play(await office.addressOf(office.anna), { at: 'rcpt', code: 450 })
    await office.decide(asked)
    for (const on of ['16', '17', '18', '19', '22']) await office.drainAt(`2027-02-${on} 07:45`)
    expect(await office.mails()).toEqual(['refused gave-up'])
    expect(await office.notices()).toEqual({ 'asked employee': 'refused gave-up' })
  })

  test('what the log keeps is the server’s code, never its words', async () => {
    office.smtp.play(await office.addressOf(office.anna), { at: 'rcpt', code: 550 })
    await office.decide(asked)
    await office.drainAt('2027-02-16 07:45')
    expect(await office.db.mailAttempt.findMany({ select: { outcome: true, answer: true } })).toEqual([
      { outcome: 'refused', answer: '550 rcpt' },
    ])
  })
})

describe('a connection that breaks', () => {
  test('before the data: the mail has not gone and is tried again', async () => {
    office.smtp.play('everybody', { cut: 'before-data' })
    await office.decide(asked)
    expect(await office.drainAt('2027-02-16 07:44')).toMatchObject({ deferred: 1 })
    office.smtp.play('everybody', null)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 1 })
    expect(office.smtp.received).toHaveLength(1)
  })

  test('after the data: tried once more, later, with the same Message-ID, so that programs show one mail', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(asked)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ unknown: 1 })
    expect(await office.mails()).toEqual(['unknown unknown'])
    expect(await office.notices()).toEqual({ 'asked employee': 'queued' })
    office.smtp.play('everybody', null)
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1 })
    const [first, second] = office.smtp.received
    expect(second?.email.messageId).toBe(first?.email.messageId)
    expect(await office.notices()).toEqual({ 'asked employee': 'sent' })
  })

  test('after the data twice: it ends as unknown and is never tried a third time', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(asked)
    for (const on of ['16', '17', '18', '19']) await office.drainAt(`2027-02-${on} 07:45`)
    expect(office.smtp.received).toHaveLength(2)
    expect(await office.mails()).toEqual(['unknown unknown'])
    expect(await office.notices()).toEqual({ 'asked employee': 'sent unknown' })
  })

  test('a mail of unknown fate is not tried again when the employee has answered meanwhile', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(asked)
    await office.drainAt('2027-02-16 07:45')
    office.smtp.play('everybody', null)
    await office.end('action')
    await office.drainAt('2027-02-17 07:45')
    expect(office.smtp.received).toHaveLength(1)
    expect(await office.mails()).toEqual(['unknown done'])
  })

  test('a digest of unknown fate is tried once more on its own day, with the same Message-ID', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(overdue)
    expect(await office.drainAt('2027-02-16 08:59')).toMatchObject({ unknown: 1 })
    office.smtp.play('everybody', null)
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 1 })
    const [first, second] = await office.mailsTo(office.ben)
    expect(second?.email.messageId).toBe(first?.email.messageId)
    expect(await office.notices()).toEqual({ 'overdue leader': 'sent' })
  })

  test('a digest of unknown fate does not go beside the next day’s own, which lists the same as not new', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(overdue)
    await office.decide({ ...proposed, decided: '2027-02-16 05:10' })
    await office.drainAt('2027-02-16 09:00')
    office.smtp.play('everybody', null)
    await office.decide({ ...overdue, kind: 'hold', decided: '2027-02-17 05:10' })
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 1 })
    const [first, second, ...more] = await office.mailsTo(office.ben)
    expect(more).toEqual([])
    expect(second?.email.messageId).not.toBe(first?.email.messageId)
    const [fresh, rest] = (second?.email.text ?? '').split('STADIG ÅBENT')
    expect(fresh).toContain('MUS med Anna Test er ikke holdt')
    expect(fresh).not.toContain('mangler at blive indkaldt')
    expect(rest).toContain('Anna Test mangler at blive indkaldt til MUS')
    expect(rest).toContain('Anna Test har foreslået en udviklingsplan')
    expect(await office.mails()).toEqual(['unknown overtaken', 'sent'])

    await office.decide({ ...overdue, kind: 'journal', decided: '2027-02-18 05:10' })
    await office.drainAt('2027-02-18 09:00')
    const third = (await office.mailsTo(office.ben))[2]?.email.text
    expect(third).toContain('Anna Test mangler at blive indkaldt til MUS')
    expect(third).not.toContain('har foreslået en udviklingsplan')
  })

  test('what a digest of unknown fate told is not told by it again on a later day without news', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(overdue)
    await office.drainAt('2027-02-16 09:00')
    office.smtp.play('everybody', null)
    for (const on of ['17', '18']) {
      expect(await office.drainAt(`2027-02-${on} 09:00`)).toMatchObject({ sent: 0, dropped: 0 })
    }
    expect(await office.notices()).toEqual({ 'overdue leader': 'sent unknown' })
  })

  test('the leader’s leader hears three working days after a digest of unknown fate was handed over', async () => {
    office.smtp.play('everybody', { cut: 'after-data' })
    await office.decide(overdue)
    await office.drainAt('2027-02-16 09:00')
    office.smtp.play('everybody', null)
    const above = { step: 'leaders-leader', audience: 'leaders-leader', position: 2, distance: 3 } as const
    await office.decide({ ...above, decided: '2027-02-19 05:10' })
    expect(await office.drainAt('2027-02-19 09:00')).toMatchObject({ sent: 1 })
    expect(await office.mailsTo(office.carl)).toHaveLength(1)
  })

  test('a mail whose worker died on the way counts as unknown and is tried once more', async () => {
    await office.decide(asked)
    await office.drainAt('2027-02-16 05:15')
    await office.db.$executeRaw`UPDATE mail SET status = 'leased', message_id = '<1@x>',
      leased_until = now() - interval '1 second'`
    expect(await office.drainAt('2027-02-16 07:15')).toMatchObject({ unknown: 1, sent: 0 })
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 1 })
  })

  test('a mail that another worker holds is left alone until its lease is over', async () => {
    await office.decide(asked)
    await office.drainAt('2027-02-16 05:15')
    await office.db.$executeRaw`UPDATE mail SET status = 'leased', leased_until = now() + interval '1 minute'`
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ unknown: 0, sent: 0 })
  })

  test('what a worker has to say that was given up for lost changes nothing of how the mail ended', async () => {
    const frozen = await freezeAttempt()
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 1 })
    await frozen.answers({ outcome: 'deferred', answer: 'timed out', server: 'down' })
    expect(await office.mails()).toEqual(['sent'])
    expect(await office.notices()).toEqual({ 'asked employee': 'sent' })
  })

  test('a mail that surely went is not sent again, although its worker was given up for lost', async () => {
    const frozen = await freezeAttempt()
    await frozen.answers({ outcome: 'sent', answer: '250', server: 'up' })
    expect(await office.mails()).toEqual(['sent'])
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 0 })
  })

  test('a mail that surely went is sent, although nobody knows of the attempt that came after it', async () => {
    const frozen = await freezeAttempt()
    const next = holdAttempt()
    office.setClock('2027-02-17 07:45')
    const drained = next.sender.drain()
    await next.begun
    await frozen.answers({ outcome: 'sent', answer: '250', server: 'up' })
    next.answer({ outcome: 'unknown', answer: 'timed out', server: 'down' })
    await drained
    expect(await office.mails()).toEqual(['sent'])
    expect(await office.drainAt('2027-02-18 07:45')).toMatchObject({ sent: 0 })
  })

  test('a mail that surely went is sent, although it was given up as of unknown fate', async () => {
    const frozen = await freezeAttempt()
    office.smtp.play('everybody', { cut: 'after-data' })
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ unknown: 1 })
    expect(await office.mails()).toEqual(['unknown unknown'])
    await frozen.answers({ outcome: 'sent', answer: '250', server: 'up' })
    expect(await office.mails()).toEqual(['sent'])
  })
})

/** An attempt that outlives its lease, and is given up for lost; it answers when it is told. */
async function freezeAttempt(): Promise<{ answers: (result: HandOverResult) => Promise<void> }> {
  const frozen = holdAttempt()
  await office.decide(asked)
  await office.drainAt('2027-02-16 05:15')
  office.setClock('2027-02-16 07:45')
  const drained = frozen.sender.drain()
  await frozen.begun
  await office.db.$executeRaw`UPDATE mail SET leased_until = now() - interval '1 second'`
  expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ unknown: 1 })
  return {
    answers: async (result) => {
      frozen.answer(result)
      await drained
    },
  }
}

/** A sender whose first mail is on its way until it is told what became of it. */
function holdAttempt() {
  const begun = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<HandOverResult>()
  const sender = office.anotherSender({
    connections: 1,
    send: () => {
      begun.resolve()
      return answer.promise
    },
    close: async () => {},
  })
  return { sender, begun: begun.promise, answer: answer.resolve }
}

/** The database as a sender has it that loses it at times. */
function losingItself(isAway: () => boolean): Db {
  return new Proxy(office.db, {
    get(real, name) {
      const value: unknown = Reflect.get(real, name)
      if (isAway() && (name === '$queryRaw' || name === '$transaction'))
        return () => Promise.reject(new Error('the database is away'))
      return typeof value === 'function' ? value.bind(real) : value
    },
  })
}

describe('a database that is away when a mail has gone', () => {
  test('is told when it is back: the mail is sent, and does not go again', async () => {
    await office.decide(asked)
    await office.drainAt('2027-02-16 05:15')
    let isAway = false
    const losing = losingItself(() => isAway)
    const transport = connect(office.smtp)
    const sender = createSender({
      db: losing,
      clock: { now: () => at('2027-02-16 07:45') },
      config: settings,
      transport: {
        ...transport,
        send: async (mail) => {
          const result = await transport.send(mail)
          isAway = true
          return result
        },
      },
    })
    await expect(sender.drain()).rejects.toThrow('the database is away')
    expect(await office.mails()).toEqual(['leased'])
    isAway = false
    expect(await sender.drain()).toMatchObject({ sent: 0, unknown: 0 })
    await transport.close()
    expect(await office.mails()).toEqual(['sent'])
    expect(await office.notices()).toEqual({ 'asked employee': 'sent' })
    expect(office.smtp.received).toHaveLength(1)
  })
})

describe('mails that never began', () => {
  test('are as they were before, also where the database was away when they were to be given back', async () => {
    for (let i = 0; i < 3; i++) {
      const talkId = await office.org.addTalk(office.roundId, 0, { leader: office.ben })
      await office.decide({ ...asked, talkId })
    }
    await office.drainAt('2027-02-16 05:15')
    let isAway = false
    const losing = losingItself(() => isAway)
    const sender = createSender({
      db: losing,
      clock: { now: () => at('2027-02-16 07:45') },
      config: settings,
      transport: {
        connections: 1,
        send: async () => {
          isAway = true
          return { outcome: 'deferred', answer: '421', server: 'down' }
        },
        close: async () => {},
      },
    })
    await expect(sender.drain()).rejects.toThrow('the database is away')
    expect(await office.mails()).toEqual(['leased', 'leased', 'leased'])
    isAway = false
    expect(await sender.drain()).toMatchObject({ sent: 0, unknown: 0 })
    expect(await office.mails()).toEqual(['queued', 'queued', 'queued'])
    expect(await office.db.mail.count({ where: { attempts: 0 } })).toBe(2)
  })
})

describe('a mail server that is away (R3.4)', () => {
  test('is knocked at once per back-off, however many mails wait', async () => {
    for (let i = 0; i < 20; i++) {
      const talkId = await office.org.addTalk(office.roundId, 0, { leader: office.ben })
      await office.decide({ ...asked, talkId })
    }
    office.smtp.play('everybody', { at: 'mail', code: 451 })
    const report = await office.drainAt('2027-02-16 07:44')
    expect(report.serverDownUntil).toBe(at('2027-02-16 07:44') + 30_000)
    const knocked = await office.db.mailAttempt.count()
    expect(knocked).toBeLessThanOrEqual(2)
    const untouched = { status: 'queued', attempts: 0, recipient: null, messageId: null, leasedUntil: null }
    expect(await office.db.mail.count({ where: untouched })).toBe(20 - knocked)
    for (let i = 0; i < 10; i++) await office.sender.drain()
    expect(await office.db.mailAttempt.count()).toBe(knocked)
    await office.drainAt('2027-02-16 07:45')
    expect(await office.db.mailAttempt.count()).toBe(knocked + 1)
    office.smtp.play('everybody', null)
    expect(await office.drainAt('2027-02-17 07:45')).toMatchObject({ sent: 20, serverDownUntil: null })
  })

  test('for a minute costs a minute: nothing is lost and nothing goes twice', async () => {
    await office.smtp.goAway()
    await office.decide(asked)
    expect(await office.drainAt('2027-02-16 07:44')).toMatchObject({ deferred: 1, sent: 0 })
    await office.smtp.comeBack()
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 1 })
    expect(office.smtp.received).toHaveLength(1)
  })

  test('on no day: the worked example’s steps go on their own days', async () => {
    expect(await everyMorning('2027-02-08', '2027-03-12')).toEqual([
      '2027-02-08 reminder leader: sent',
      '2027-02-16 overdue leader: sent',
      '2027-02-19 leaders-leader leaders-leader: sent',
      '2027-02-25 hr hr: sent',
      '2027-03-11 hr-2 hr: sent',
    ])
  })

  test('for two weeks: each person still hears in turn, with the ladder’s distances between them', async () => {
    await office.smtp.goAway()
    expect(await everyMorning('2027-02-08', '2027-02-28')).toEqual([
      '2027-02-16 reminder leader: dropped past-due-day',
    ])
    await office.smtp.comeBack()
    expect(await everyMorning('2027-03-01', '2027-03-31')).toEqual([
      '2027-03-01 overdue leader: sent',
      '2027-03-04 leaders-leader leaders-leader: sent',
      '2027-03-10 hr hr: sent',
      '2027-03-24 hr-2 hr: sent',
    ])
    expect(await office.mailsTo(office.ben)).toHaveLength(1)
    expect(await office.mailsTo(office.dora)).toHaveLength(2)
  })

  test('so long that HR would be told twice at once: the second is overtaken', async () => {
    await office.smtp.goAway()
    await everyMorning('2027-02-08', '2027-03-09')
    await office.smtp.comeBack()
    expect(await everyMorning('2027-03-10', '2027-04-14')).toEqual([
      '2027-03-10 overdue leader: sent',
      '2027-03-15 leaders-leader leaders-leader: sent',
      '2027-03-19 hr hr: sent',
      '2027-03-19 hr-2 hr: dropped overtaken',
    ])
  })

  test('a digest of a day without server is dropped; its news are in the next day’s', async () => {
    await office.smtp.goAway()
    await office.decide({ step: 'overdue', decided: '2027-02-16 05:10', position: 1 })
    await office.drainAt('2027-02-16 09:00')
    await office.smtp.comeBack()
    await office.drainAt('2027-02-17 09:00')
    expect(await office.mails()).toEqual(['dropped overtaken', 'sent'])
    expect(await office.mailsTo(office.ben)).toHaveLength(1)
  })
})
