import { toDate } from '../../db/days.ts'
import type { Db } from '../../db/client.ts'
import { DAY, day, type Instant } from '../../domain/calendar/day.ts'
import type { TestPerson } from '../support/organisation.ts'
import { BORN, canary } from './texts.ts'

interface Facts {
  readonly talk: string
  readonly round: string
  readonly school: string
  /** A unit of the school's. */
  readonly club: string
  readonly employee: TestPerson
  readonly at: Instant
}

/** What the tables know beside what people write to each other: of people, of the round, and of the program's own doings. */
export async function writeFacts(db: Db, facts: Facts): Promise<void> {
  await writeOfPeople(db, facts)
  await writeOfRound(db, facts)
  await writeOfProgram(db, facts)
}

async function writeOfPeople(db: Db, { employee, at }: Facts): Promise<void> {
  const { personId, employmentId } = employee
  await db.person.update({
    where: { id: personId },
    data: { phone: canary('phone'), birthDate: toDate(day(BORN)) },
  })
  await db.employment.update({ where: { id: employmentId }, data: { caseNumber: canary('case-number') } })
  await db.session.create({
    data: {
      id: 'd'.repeat(64),
      personId,
      device: canary('device'),
      createdAt: new Date(at),
      lastSeenAt: new Date(at),
      expiresAt: new Date(at + DAY),
    },
  })
}

async function writeOfRound(db: Db, { round, school, club, at }: Facts): Promise<void> {
  const said = canary('round-text')
  await db.round.update({
    where: { id: round },
    data: {
      focusText: said,
      orientationText: said,
      links: [{ label: said, url: `https://intra.example/${said}` }],
      committee: said,
      stopReason: canary('stop-reason'),
    },
  })
  await db.roundUnitStop.create({
    data: {
      roundId: round,
      unitId: club,
      reason: canary('unit-stop-reason'),
      stoppedOn: toDate(day('2027-02-01')),
      createdAt: new Date(at),
    },
  })
  await db.unit.update({ where: { id: school }, data: { trName: canary('representative') } })
}

async function writeOfProgram(db: Db, { talk, employee, at }: Facts): Promise<void> {
  const { personId, employmentId } = employee
  await db.journalEntry.updateMany({
    where: { status: 'filed' },
    data: { receipt: canary('receipt'), caseReference: canary('receipt') },
  })
  await db.journalEntry.updateMany({
    where: { status: 'failed' },
    data: { lastOutcome: { kind: 'not-done', reason: canary('filing-outcome') } },
  })
  const sheet = [{ navn: canary('import-rows') }]
  await db.importRun.updateMany({ data: { rows: sheet, options: { sheet: canary('import-rows') } } })
  const request = { personId, route: 'POST /api/v1/round-drafts', key: 'once', requestHash: 'e'.repeat(64) }
  await db.answeredRequest.create({
    data: { ...request, status: 201, answer: { text: canary('kept-answer') }, at: new Date(at) },
  })
  await db.auditEntry.create({
    data: {
      subject: talk,
      talkId: talk,
      decisionId: 'request/once',
      version: 1,
      event: 'mark-ready',
      answer: { text: canary('audited-answer') },
      at: new Date(at),
    },
  })
  await db.fact.create({
    data: {
      employmentId,
      kind: 'leader-changed',
      effectiveOn: toDate(day('2027-02-01')),
      data: { text: canary('fact') },
      knownAt: new Date(at),
      delivered: true,
    },
  })
  const mail = await db.mail.update({ where: { key: 'failed' }, data: { recipient: canary('mail-address') } })
  await db.mailAttempt.create({
    data: { mailId: mail.id, at: new Date(at), outcome: 'refused', answer: canary('mail-answer') },
  })
}
