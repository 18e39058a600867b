import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { toDate } from '../../db/days.ts'
import { insertDigest } from '../../db/outbox-digests.ts'
import { insertTopic } from '../../db/topics.ts'
import { pauseUnit, resumeUnit } from '../../db/unit-pauses.ts'
import { day } from '../../domain/calendar/day.ts'
import type { TestPerson } from '../support/organisation.ts'
import { at, buildHouse, type Office, type OfficeHouse, settings } from './office.ts'

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

/** Ben has not invited Anna; decided before dawn on Tuesday 16 February. */
const late = { kind: 'invite', step: 'overdue', decided: '2027-02-16 05:10', position: 1 } as const
const above = { ...late, step: 'leaders-leader', audience: 'leaders-leader' } as const
const toHr = { ...late, step: 'hr', audience: 'hr' } as const

const lateAnna = 'Anna Test mangler at blive indkaldt til MUS. Frist: 15.02.2027 (uge 7).'
const toldAnna = 'Anna Test er ikke indkaldt til MUS. Frist for Ben Test: 15.02.2027 (uge 7).'

/** What the digests of a person said, part by part. */
async function digestsOf(person: TestPerson): Promise<{ fresh: string[]; rest: string[] }[]> {
  return (await office.mailsTo(person)).map(({ email }) => {
    const [fresh = '', rest = ''] = (email.text ?? '').split('STADIG ÅBENT')
    const items = (text: string) => text.split('\n').filter((line) => line.startsWith('- '))
    const said = (text: string) => items(text).map((line) => line.slice(2))
    return { fresh: said(fresh), rest: said(rest) }
  })
}

async function employee(name: string, unitId?: string) {
  const person = await office.org.addPerson(name, { leader: office.ben, ...(unitId && { unitId }) })
  const talkId = await office.org.addTalk(office.roundId, at('2026-12-10'), { employee: person })
  return { ...person, talkId }
}

describe('digests to leaders and HR (R11.4)', () => {
  test('everything that fell due for a leader comes in one mail between 8:00 and 9:00', async () => {
    const bo = await employee('Bo')
    await office.decide(late)
    await office.decide({ ...late, talkId: bo.talkId })
    expect(await office.drainAt('2027-02-16 07:59')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 1 })
    expect(await digestsOf(office.ben)).toEqual([
      { fresh: [lateAnna, lateAnna.replace('Anna', 'Bo')], rest: [] },
    ])
    const [mail] = await office.mailsTo(office.ben)
    expect(mail?.email.subject).toBe('2 nye beskeder om MUS 16.02.2027 (uge 7)')
    expect(mail?.email.text).toContain(`${settings.publicUrl}/talks/${bo.talkId}`)
  })

  test('what concerns several rounds comes in the same digest', async () => {
    await office.decide(late)
    const other = await office.org.addRound({ status: 'running', name: 'LUS 2027', kind: 'lus' })
    const talkId = await office.org.addTalk(other, at('2026-12-10'), { leader: office.ben })
    const id = await office.decide({ ...late, talkId })
    await office.db.notice.update({ where: { id }, data: { roundId: other } })
    await office.drainAt('2027-02-16 09:00')
    const [digest] = await digestsOf(office.ben)
    expect(digest?.fresh).toEqual([lateAnna, lateAnna.replace('MUS', 'LUS')])
  })

  test('a later digest has the new first, then what is still open; what is done is gone', async () => {
    const bo = await employee('Bo')
    const eva = await employee('Eva')
    await office.decide(late)
    await office.decide({ ...late, talkId: bo.talkId })
    await office.drainAt('2027-02-16 09:00')
    await office.end('invite', bo.talkId)
    await office.decide({ ...late, talkId: eva.talkId, decided: '2027-02-17 05:10' })
    await office.drainAt('2027-02-17 09:00')
    expect((await digestsOf(office.ben))[1]).toEqual({
      fresh: [lateAnna.replace('Anna', 'Eva')],
      rest: [lateAnna],
    })
  })

  test('on a day without anything new no digest goes, however much is open', async () => {
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    for (const next of ['2027-02-17', '2027-02-18', '2027-02-19', '2027-02-22']) {
      expect(await office.drainAt(`${next} 09:00`)).toMatchObject({ sent: 0 })
    }
    expect(await office.mails()).toEqual(['sent'])
  })

  test('what is decided after the digest went waits for the next working day’s', async () => {
    await office.decide(late)
    await office.drainAt('2027-02-19 09:00')
    await office.decide({
      kind: 'plan-proposed',
      step: 'told',
      whileOpen: false,
      due: null,
      decided: '2027-02-19 08:59',
    })
    expect(await office.drainAt('2027-02-19 09:00')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-20 09:00')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-22 09:00')).toMatchObject({ sent: 1 })
  })

  test('news about a status talk’s time is told while the plan is open, until it has another time', async () => {
    const { db, talkId } = office
    await db.talk.update({ where: { id: talkId }, data: { status: 'held' } })
    const dueOn = toDate(day('2027-06-01'))
    const [june, august] = [
      await db.statusTalk.create({ data: { talkId, number: 1, dueOn } }),
      await db.statusTalk.create({ data: { talkId, number: 2, dueOn } }),
    ]
    const asked = {
      kind: 'other-time-asked',
      whileOpen: false,
      due: null,
      decided: '2027-02-15 14:00',
    } as const
    for (const { id } of [june, august]) await office.decide({ ...asked, subject: id, step: id })
    await db.appointment.create({
      data: {
        talkId,
        subject: august.id,
        startsAt: new Date(at('2027-08-20 09:00')),
        minutes: 15,
        place: 'Mødelokale 2',
        status: 'current',
        sequence: 1,
        createdAt: new Date(at('2027-02-15 15:00')),
      },
    })
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 1 })
    expect(await office.notices()).toEqual({
      [`${june.id} leader`]: 'sent',
      [`${august.id} leader`]: 'dropped done',
    })
  })

  test('news about a status talk name its own time, not the talk’s', async () => {
    const { db, talkId } = office
    const id = '00000000-0000-4000-8000-0000000000c1'
    const snapshot = {
      appointment: { startsAt: at('2027-03-12 09:30') },
      statusTalks: [{ id, appointment: { startsAt: at('2027-08-20 13:00') } }],
    }
    await db.$executeRaw`UPDATE talk SET snapshot = snapshot || ${JSON.stringify(snapshot)}::jsonb`
    const told = { step: 'told', whileOpen: false, due: null, decided: '2027-02-16 05:10' } as const
    await office.decide({ ...told, kind: 'time-accepted', subject: talkId })
    await office.decide({ ...told, kind: 'time-accepted', subject: id })
    await office.decide({ ...told, kind: 'other-time-asked', subject: id })
    await office.drainAt('2027-02-16 09:00')
    const [digest] = await digestsOf(office.ben)
    expect(new Set(digest?.fresh)).toEqual(
      new Set([
        'Anna Test har sagt ja til MUS 12.03.2027 (uge 10) kl. 9.30.',
        'Anna Test har sagt ja til statussamtalen 20.08.2027 (uge 33) kl. 13.00.',
        'Anna Test beder om et andet tidspunkt til statussamtalen. Tiden 20.08.2027 (uge 33) kl. 13.00 er uændret, til du flytter den.',
      ]),
    )
  })

  test('leaders’ leaders and HR hear only how it stands, each in their own digest', async () => {
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    await office.decide({ ...above, decided: '2027-02-19 05:10', position: 2, distance: 3 })
    await office.drainAt('2027-02-19 09:00')
    await office.decide({ ...toHr, decided: '2027-02-25 05:10', position: 3, distance: 4 })
    await office.drainAt('2027-02-25 09:00')
    expect(await digestsOf(office.carl)).toEqual([{ fresh: [toldAnna], rest: [] }])
    expect(await digestsOf(office.dora)).toEqual([{ fresh: [toldAnna], rest: [] }])
    expect(await office.mailsTo(office.ben)).toHaveLength(1)
  })

  test('HR of several people all hear a step, and it counts once', async () => {
    const dan = await office.org.addPerson('Dan')
    await office.org.grant(dan, 'hr')
    await office.decide(toHr)
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 2 })
    expect(await digestsOf(office.dora)).toEqual([{ fresh: [toldAnna], rest: [] }])
    expect(await digestsOf(dan)).toEqual([{ fresh: [toldAnna], rest: [] }])
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 0 })
  })

  test.each(['has no address', 'is refused by the server'])(
    'HR still hears a step when a colleague who had it first %s',
    async (trouble) => {
      const { db, dora } = office
      if (trouble === 'has no address') {
        await db.person.update({ where: { id: dora.personId }, data: { email: null } })
      } else office.smtp.play(await office.addressOf(dora), { at: 'rcpt', code: 550 })
      const id = await office.decide(toHr)
      expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 0 })
      const dan = await office.org.addPerson('Dan')
      await office.org.grant(dan, 'hr')
      const digest = {
        personId: dan.personId,
        on: day('2027-02-16'),
        notices: [id],
        at: at('2027-02-16 09:00'),
      }
      await db.$transaction((tx) => insertDigest(tx, digest))
      expect(await office.sender.drain()).toMatchObject({ sent: 1 })
      expect(await digestsOf(dan)).toEqual([{ fresh: [toldAnna], rest: [] }])
      expect(await office.notices()).toEqual({ 'hr hr': 'sent' })
    },
  )

  test('a long digest is cut and says how many more there are', async () => {
    for (let i = 0; i < 65; i++) {
      const { talkId } = await employee(`Nr ${String(i).padStart(2, '0')}`)
      await office.decide({ ...late, talkId })
    }
    await office.drainAt('2027-02-16 09:00')
    const [mail] = await office.mailsTo(office.ben)
    expect((await digestsOf(office.ben))[0]?.fresh).toHaveLength(60)
    expect(mail?.email.text).toContain('Der er 5 til. Se dem alle på din side.')
  })

  test('news about a team or a whole round reach its leader and HR', async () => {
    const team = await office.db.groupFeedback.create({
      data: { roundId: office.roundId, leaderId: office.ben.employmentId, status: 'owed' },
    })
    const plain = { talkId: null, roundId: office.roundId, decidedAt: new Date(at('2027-05-26 05:10')) }
    const dueOn = toDate(day('2027-05-25'))
    const step = { occurrence: 1, step: 'overdue', dueOn, position: 1, ...plain }
    await office.db.notice.createMany({
      data: [
        {
          ...step,
          subject: team.id,
          obligation: 'group-feedback',
          audience: 'leader',
          leaderId: office.ben.employmentId,
        },
        { ...step, subject: office.roundId, obligation: 'evaluation', audience: 'hr' },
      ],
    })
    await office.drainAt('2027-05-26 09:00')
    expect((await digestsOf(office.ben))[0]?.fresh).toEqual([
      'Den samlede tilbagemelding efter MUS 2027 til dit team er ikke sendt. Frist: 25.05.2027 (uge 21).',
    ])
    expect((await digestsOf(office.dora))[0]?.fresh).toEqual([
      'Det er ikke registreret, at evalueringen af MUS 2027 er drøftet i SU eller MED-udvalget. Frist: 25.05.2027 (uge 21).',
    ])
  })

  test('HR hears that next year’s round lies ready as a draft', async () => {
    const roundId = await office.org.addRound({ status: 'draft', name: 'MUS 2028' })
    await office.db.notice.create({
      data: {
        roundId,
        subject: roundId,
        obligation: 'draft-ready',
        occurrence: 1,
        step: 'told',
        audience: 'hr',
        whileOpen: false,
        decidedAt: new Date(at('2027-05-03 05:10')),
      },
    })
    await office.drainAt('2027-05-03 09:00')
    const [mail] = await office.mailsTo(office.dora)
    expect((await digestsOf(office.dora))[0]?.fresh).toEqual([
      'MUS 2028 ligger klar som kladde. Se datoerne igennem, og start runden, når de passer.',
    ])
    expect(mail?.email.text).toContain(`${settings.publicUrl}/rounds/${roundId}`)
  })

  /** A team is owed common feedback, and a step about it is decided at dawn. */
  const teamStep = async (leader: TestPerson, step: 'overdue' | 'leaders-leader', on: string) => {
    const about = { roundId: office.roundId, leaderId: leader.employmentId }
    const team = await office.db.groupFeedback.upsert({
      where: { roundId_leaderId: about },
      create: { ...about, status: 'owed' },
      update: {},
    })
    await office.db.notice.create({
      data: {
        ...about,
        subject: team.id,
        obligation: 'group-feedback',
        occurrence: 1,
        step,
        audience: step === 'overdue' ? 'leader' : 'leaders-leader',
        position: step === 'overdue' ? 1 : 2,
        distance: step === 'overdue' ? 0 : 3,
        dueOn: toDate(day('2027-05-25')),
        decidedAt: new Date(at(`${on} 05:10`)),
      },
    })
  }

  test('above the leader of a team nobody hears of its common feedback until five working days after they took over', async () => {
    const { employmentId } = office.anna
    await office.db.reportingLine.updateMany({
      where: { employmentId },
      data: { fromOn: toDate(day('2027-05-24')) },
    })
    await teamStep(office.ben, 'overdue', '2027-05-26')
    await office.drainAt('2027-05-26 09:00')
    await teamStep(office.ben, 'leaders-leader', '2027-05-26')
    await office.drainAt('2027-05-28 09:00')
    expect(await office.mailsTo(office.carl)).toHaveLength(0)
    await office.drainAt('2027-05-31 09:00')
    expect((await digestsOf(office.carl))[0]?.fresh).toHaveLength(1)
  })

  test('a new leader’s list holds the common feedback that the team is owed, told to nobody yet', async () => {
    await office.db.groupFeedback.create({
      data: { roundId: office.roundId, leaderId: office.ben.employmentId, status: 'owed' },
    })
    await office.decide({
      kind: 'hand-over',
      step: 'told',
      whileOpen: false,
      due: null,
      decided: '2027-05-18 05:10',
    })
    await office.drainAt('2027-05-18 09:00')
    expect((await digestsOf(office.ben))[0]?.rest).toEqual([
      lateAnna,
      'Send den samlede tilbagemelding efter MUS 2027 til dit team senest 25.05.2027 (uge 21).',
    ])
  })

  test('when common feedback is sent and the evaluation discussed nothing more is told', async () => {
    const team = await office.db.groupFeedback.create({
      data: { roundId: office.roundId, leaderId: office.ben.employmentId, status: 'sent' },
    })
    await office.db.round.updateMany({ data: { evaluationDiscussedOn: toDate(day('2027-05-20')) } })
    const shared = {
      roundId: office.roundId,
      decidedAt: new Date(at('2027-05-26 05:10')),
      occurrence: 1,
      step: 'hr',
    }
    await office.db.notice.createMany({
      data: [
        {
          ...shared,
          subject: team.id,
          obligation: 'group-feedback',
          audience: 'hr',
          leaderId: office.ben.employmentId,
        },
        { ...shared, subject: office.roundId, obligation: 'evaluation', audience: 'hr' },
      ],
    })
    expect(await office.drainAt('2027-05-26 09:00')).toMatchObject({ sent: 0 })
    expect(await office.db.notice.count({ where: { status: 'dropped', reason: 'done' } })).toBe(2)
  })
})

describe('whom a role is today (R11.2)', () => {
  const lead = (person: TestPerson, leader: TestPerson, from: string, to: string | null = null) =>
    office.db.reportingLine.create({
      data: {
        employmentId: person.employmentId,
        leaderId: leader.employmentId,
        fromOn: toDate(day(from)),
        toOn: to === null ? null : toDate(day(to)),
      },
    })
  const away = (person: TestPerson, from = '2027-02-10', to: string | null = null) =>
    office.db.leave.create({
      data: {
        employmentId: person.employmentId,
        fromOn: toDate(day(from)),
        toOn: to === null ? null : toDate(day(to)),
      },
    })

  const actsFor = (leader: TestPerson, deputy: TestPerson, from = '2027-02-10', to = '2027-03-31') =>
    office.db.deputy.create({
      data: {
        leaderId: leader.employmentId,
        deputyId: deputy.employmentId,
        fromOn: toDate(day(from)),
        toOn: toDate(day(to)),
      },
    })

  test('a step decided for the old leader goes to the leader of the day it is sent', async () => {
    const nils = await office.org.addPerson('Nils', { leader: office.carl })
    await office.decide(late)
    await office.db.reportingLine.updateMany({
      where: { employmentId: office.anna.employmentId },
      data: { toOn: toDate(day('2027-02-15')) },
    })
    await lead(office.anna, nils, '2027-02-16')
    await office.drainAt('2027-02-16 09:00')
    expect(await digestsOf(nils)).toEqual([{ fresh: [lateAnna], rest: [] }])
    expect(await office.mailsTo(office.ben)).toHaveLength(0)
  })

  test('a leader who is replaced between planning and hand-over is not written to', async () => {
    const nils = await office.org.addPerson('Nils', { leader: office.carl })
    await office.decide(late)
    office.smtp.play('everybody', { at: 'rcpt', code: 450 })
    await office.drainAt('2027-02-16 08:45')
    office.smtp.play('everybody', null)
    await office.db.reportingLine.updateMany({
      where: { employmentId: office.anna.employmentId },
      data: { leaderId: nils.employmentId },
    })
    await office.drainAt('2027-02-16 09:00')
    await office.drainAt('2027-02-17 09:00')
    expect(await office.mailsTo(office.ben)).toHaveLength(0)
    expect(await digestsOf(nils)).toEqual([{ fresh: [lateAnna], rest: [] }])
  })

  test('a deputy gets what the leader would get, within the time-box alone', async () => {
    const stine = await office.org.addPerson('Stine', { leader: office.carl })
    await actsFor(office.ben, stine, '2027-02-15', '2027-02-19')
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    expect(await digestsOf(stine)).toEqual([{ fresh: [lateAnna], rest: [] }])
    const bo = await employee('Bo')
    await office.decide({ ...late, talkId: bo.talkId, decided: '2027-02-22 05:10' })
    await office.drainAt('2027-02-22 09:00')
    expect(await digestsOf(office.ben)).toEqual([
      { fresh: [lateAnna.replace('Anna', 'Bo')], rest: [lateAnna] },
    ])
  })

  test('a leader on leave without a deputy is a vacancy: the step goes to the next above', async () => {
    await away(office.ben)
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    expect(await office.mailsTo(office.ben)).toHaveLength(0)
    expect(await digestsOf(office.carl)).toEqual([{ fresh: [lateAnna], rest: [] }])
  })

  test('an employee who acts for the leader gets nothing of what is owed to themselves: it goes to the next above', async () => {
    await away(office.ben)
    await actsFor(office.ben, office.anna)
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    expect(await office.mailsTo(office.anna)).toHaveLength(0)
    expect(await digestsOf(office.carl)).toEqual([{ fresh: [lateAnna], rest: [] }])
  })

  test('a leader who acts for their own leader never gets the step about themselves', async () => {
    const gerda = await office.org.addPerson('Gerda')
    await lead(office.carl, gerda, '2027-01-01')
    await away(office.carl)
    await actsFor(office.carl, office.ben)
    await office.decide(above)
    await office.drainAt('2027-02-16 09:00')
    expect(await office.mailsTo(office.ben)).toHaveLength(0)
    expect(await digestsOf(gerda)).toEqual([{ fresh: [toldAnna], rest: [] }])
  })

  test('a step that waited through a leave goes to the leader after it, and never past them to the next above', async () => {
    const leave = { fromOn: toDate(day('2027-02-16')), toOn: toDate(day('2027-02-26')) }
    await office.db.leave.create({ data: { employmentId: office.anna.employmentId, ...leave } })
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    await office.decide({ ...above, position: 2, distance: 3, decided: '2027-03-01 05:10' })
    await office.drainAt('2027-03-01 09:00')
    expect(await digestsOf(office.ben)).toEqual([{ fresh: [lateAnna], rest: [] }])
    expect(await office.mailsTo(office.carl)).toHaveLength(0)
    await office.drainAt('2027-03-04 09:00')
    expect(await digestsOf(office.carl)).toEqual([{ fresh: [toldAnna], rest: [] }])
  })

  test('who stands in over a vacancy has all that is open in the team among the rest', async () => {
    const bo = await employee('Bo')
    await office.decide(late)
    await office.drainAt('2027-02-16 09:00')
    await away(office.ben)
    await office.decide({ ...late, talkId: bo.talkId, decided: '2027-02-22 05:10' })
    await office.drainAt('2027-02-22 09:00')
    expect(await digestsOf(office.carl)).toEqual([
      { fresh: [lateAnna.replace('Anna', 'Bo')], rest: [lateAnna] },
    ])
  })

  test('where nobody leads above the leader the step goes to HR', async () => {
    await office.db.reportingLine.deleteMany({ where: { employmentId: office.ben.employmentId } })
    await office.decide(above)
    await office.drainAt('2027-02-16 09:00')
    expect(await digestsOf(office.dora)).toEqual([{ fresh: [toldAnna], rest: [] }])
  })

  test('a unit without HR falls to the unit above', async () => {
    const school = await office.org.addUnit('Solbakkeskolen', office.org.top)
    const { talkId } = await employee('Bo', school)
    await office.decide({ ...toHr, talkId })
    await office.drainAt('2027-02-16 09:00')
    expect(await digestsOf(office.dora)).toEqual([{ fresh: [toldAnna.replace('Anna', 'Bo')], rest: [] }])
  })

  test('where the leader is HR of the unit the step goes to HR above, not back to the leader', async () => {
    const school = await office.org.addUnit('Solbakkeskolen', office.org.top)
    await office.org.grant(office.ben, 'hr', school)
    const { talkId } = await employee('Bo', school)
    await office.decide({ ...toHr, talkId })
    await office.drainAt('2027-02-16 09:00')
    expect(await office.mailsTo(office.ben)).toHaveLength(0)
    expect(await digestsOf(office.dora)).toEqual([{ fresh: [toldAnna.replace('Anna', 'Bo')], rest: [] }])
  })

  test('where there is no HR at all the step waits visibly until somebody is named', async () => {
    await office.db.roleGrant.deleteMany()
    await office.decide(toHr)
    await office.drainAt('2027-02-16 09:00')
    expect(await office.notices()).toEqual({ 'hr hr': 'queued no-recipient' })
    await office.org.grant(office.dora, 'hr')
    await office.drainAt('2027-02-17 09:00')
    expect(await office.notices()).toEqual({ 'hr hr': 'sent' })
  })

  test('filing by hand is owed by the last leader of an employee who has left (R13.2)', async () => {
    const { employmentId } = office.anna
    const toOn = toDate(day('2027-02-12'))
    await office.db.employment.update({ where: { id: employmentId }, data: { lastDay: toOn } })
    await office.db.reportingLine.updateMany({ where: { employmentId }, data: { toOn } })
    await office.db.unitMembership.updateMany({ where: { employmentId }, data: { toOn } })
    await office.decide({ ...late, kind: 'journal' })
    await office.decide({ ...late, kind: 'agree-plan' })
    await office.decide({ ...toHr, kind: 'journal', decided: '2027-02-25 05:10', position: 3, distance: 7 })
    await office.drainAt('2027-02-16 09:00')
    expect((await digestsOf(office.ben))[0]?.fresh).toEqual([
      'Den aftalte udviklingsplan for Anna Test er ikke journaliseret. Frist: 15.02.2027 (uge 7).',
    ])
    await office.drainAt('2027-02-25 09:00')
    expect(await office.mailsTo(office.dora)).toHaveLength(1)
  })

  test('a new leader’s digest lists everything that is open, told before or not', async () => {
    await office.decide({
      kind: 'hand-over',
      step: 'told',
      whileOpen: false,
      due: null,
      decided: '2027-02-16 05:10',
    })
    await office.drainAt('2027-02-16 09:00')
    expect(await digestsOf(office.ben)).toEqual([
      {
        fresh: ['Du er ny leder for Anna Test: Planen, handlingerne og det, der mangler, er nu dit ansvar.'],
        rest: [lateAnna],
      },
    ])
  })

  test('no step goes above a new leader within five working days (R13.2)', async () => {
    await office.db
      .$executeRaw`UPDATE talk SET snapshot = jsonb_set(snapshot, '{leaderSince}', '"2027-02-15"')`
    await office.decide(above)
    for (const held of ['2027-02-16', '2027-02-19']) {
      expect(await office.drainAt(`${held} 09:00`)).toMatchObject({ sent: 0 })
    }
    await office.drainAt('2027-02-22 09:00')
    expect(await digestsOf(office.carl)).toEqual([{ fresh: [toldAnna], rest: [] }])
  })

  test('no digest goes on a closing day of the leader’s own unit', async () => {
    const school = await office.org.addUnit('Solbakkeskolen', office.org.top)
    await office.db.unitMembership.updateMany({
      where: { employmentId: office.ben.employmentId },
      data: { unitId: school },
    })
    const fromOn = toDate(day('2027-02-16'))
    await office.db.unitClosing.create({ data: { unitId: school, fromOn, toOn: fromOn } })
    await office.decide(late)
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 1 })
  })

  test('a leader without an address is not mailed, and the log says so', async () => {
    await office.db.person.update({ where: { id: office.ben.personId }, data: { email: null } })
    await office.decide(late)
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ printed: 1 })
    expect(await office.notices()).toEqual({ 'overdue leader': 'dropped no-address' })
  })
})

test('a form that does not fit is told to the leader without a word of what was written (R4.4)', async () => {
  const { db, roundId, talkId, ben } = office
  const topic = {
    id: '00000000-0000-4000-8000-00000000000b',
    kind: 'form-does-not-fit' as const,
    text: 'Jeg er kun her om natten',
    createdAt: at('2027-02-16 05:10'),
  }
  await db.$transaction((tx) => insertTopic(tx, { id: talkId, roundId }, topic))
  expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 1 })
  const [mail] = await office.mailsTo(ben)
  expect(mail?.email.text).toContain('Anna Test melder, at forberedelsesarket ikke passer.')
  expect(mail?.email.text).not.toContain('natten')
})

describe('a paused or stopped round', () => {
  test('tells nothing while it is paused, and goes on when it is resumed', async () => {
    await office.decide(late)
    await office.decide({ ...late, kind: 'prepare', step: 'asked', audience: 'employee' })
    await office.db.round.updateMany({ data: { pausedOn: toDate(day('2027-02-16')) } })
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 0 })
    expect(await office.drainAt('2027-02-17 09:00')).toMatchObject({ sent: 0 })
    await office.db.round.updateMany({ data: { pausedOn: null } })
    expect(await office.drainAt('2027-02-18 07:45')).toMatchObject({ sent: 1 })
    expect(await office.drainAt('2027-02-18 09:00')).toMatchObject({ sent: 1 })
  })

  test('a paused unit is told nothing of its talks and teams, while another unit is', async () => {
    const { db, org, roundId, talkId, anna, ben, carl } = office
    const unitId = await org.addUnit('Skolen', org.top)
    const below = await org.addUnit('Teamet', unitId)
    await db.unitMembership.updateMany({
      where: { employmentId: anna.employmentId },
      data: { unitId: below },
    })
    await db.unitMembership.updateMany({ where: { employmentId: ben.employmentId }, data: { unitId } })
    await office.decide(late)
    await office.decide({ ...late, kind: 'prepare', step: 'asked', audience: 'employee' })
    await db.notice.create({
      data: {
        subject: '00000000-0000-4000-8000-00000000000a',
        obligation: 'kick-off',
        occurrence: 1,
        step: 'told',
        audience: 'leader',
        leaderId: ben.employmentId,
        roundId,
        whileOpen: false,
        decidedAt: new Date(at('2027-02-16 05:10')),
      },
    })
    const elsewhere = await org.addTalk(roundId, at('2026-12-10 05:10'), { leader: carl })
    await office.decide({ ...late, talkId: elsewhere })
    const on = { today: day('2027-02-16'), at: at('2027-02-16 05:15'), byPersonId: office.dora.personId }
    const wanted = { roundId, unitId, decisionId: 'update:1', ...on }
    expect(await db.$transaction((tx) => pauseUnit(tx, wanted))).toEqual({ talks: 1 })
    await office.drainAt('2027-02-16 07:45')
    await office.drainAt('2027-02-16 09:00')
    expect([await office.mailsTo(anna), await office.mailsTo(ben)]).toEqual([[], []])
    expect(await office.mailsTo(carl)).toHaveLength(1)
    const waiting = await db.notice.findMany({ where: { status: 'queued' }, orderBy: { obligation: 'asc' } })
    expect(waiting.map(({ obligation, reason }) => [obligation, reason])).toEqual([
      ['invite', null],
      ['kick-off', null],
      ['prepare', null],
    ])
    expect(waiting.flatMap((notice) => notice.talkId ?? [])).toEqual([talkId, talkId])
    await db.$transaction((tx) => resumeUnit(tx, { ...wanted, today: day('2027-02-18') }))
    await office.drainAt('2027-02-18 07:45')
    await office.drainAt('2027-02-18 09:00')
    expect([await office.mailsTo(anna), await office.mailsTo(ben)]).toMatchObject([[{}], [{}]])
  })

  test('a mail that was planned before the pause waits too, and the log says why', async () => {
    await office.decide({ ...late, kind: 'prepare', step: 'asked', audience: 'employee' })
    await office.drainAt('2027-02-16 05:15')
    await office.db.round.updateMany({ data: { pausedOn: toDate(day('2027-02-16')) } })
    expect(await office.drainAt('2027-02-16 07:45')).toMatchObject({ sent: 0 })
    expect(await office.mails()).toEqual(['queued paused'])
  })

  test('a stopped round tells no more about times, but what is still owed in a talk is told (R9.3)', async () => {
    await office.decide({ ...late, kind: 'action', step: 'asked', audience: 'employee' })
    await office.decide({
      kind: 'not-invited',
      step: 'told',
      whileOpen: false,
      due: null,
      decided: '2027-02-16 05:10',
    })
    await office.db.round.updateMany({ data: { status: 'stopped' } })
    await office.drainAt('2027-02-16 07:45')
    await office.drainAt('2027-02-16 09:00')
    expect(await office.notices()).toEqual({ 'asked employee': 'sent', 'told leader': 'dropped stopped' })
  })

  test('filing goes on while the round is paused (R14.3)', async () => {
    await office.decide({ ...late, kind: 'journal' })
    await office.db.round.updateMany({ data: { pausedOn: toDate(day('2027-02-16')) } })
    expect(await office.drainAt('2027-02-16 09:00')).toMatchObject({ sent: 1 })
  })
})
