import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { type AgedKind, forgetPage, peopleLongGone } from '../../db/forgetting.ts'
import { forgetOldNotes } from '../../db/old-notes.ts'
import { dayAt } from '../../db/rounds.ts'
import { deletionReceipts, writeReceipt } from '../../db/deletion-receipts.ts'
import { chooseMonths, retentionMonths } from '../../db/retention-rules.ts'
import { liftHold, placeHold } from '../../db/legal-holds.ts'
import { share } from '../../db/shares.ts'
import { day } from '../../domain/calendar/day.ts'
import { defaultMonths } from '../../domain/retention/retention.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let db: Db
let organisation: Organisation
let roundId: string

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url)
  organisation = await addOrganisation(db)
  roundId = await organisation.addRound({ status: 'closed' })
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const CUTOFF = day('2029-01-01')
const OLD = new Date('2028-12-01T08:00:00Z')
const NEW = new Date('2029-02-01T08:00:00Z')

/** A talk with something of every kind, held and closed at an instant. */
async function addTalk(at: Date): Promise<{ person: TestPerson; talkId: string }> {
  const person = await organisation.addPerson('Anna')
  const talkId = await organisation.addTalk(roundId, Date.UTC(2026, 10, 2), { employee: person })
  await db.talk.update({ where: { id: talkId }, data: { heldOn: at, agreedOn: at, closedAt: at } })
  const { personId } = person
  await db.sheet.create({
    data: { talkId, author: 'employee', authorPersonId: personId, content: { own: 'ord' }, updatedAt: at },
  })
  await db.topic.create({ data: { talkId, kind: 'topic', text: 'Emne', createdAt: at } })
  await db.planDraft.create({ data: { talkId, content: {}, updatedAt: at } })
  await db.appointment.create({
    data: {
      talkId,
      subject: talkId,
      startsAt: at,
      minutes: 60,
      place: 'Kontoret',
      wish: 'Senere',
      createdAt: at,
    },
  })
  await db.planVersion.create({
    data: {
      talkId,
      content: { goals: ['Mål'] },
      hash: 'h',
      number: 1,
      status: 'agreed',
      createdAt: at,
      comments: { create: { kind: 'returned', party: 'leader', text: 'Kommentar', at } },
      journal: { create: { gateway: 'gateway', key: `plan-${talkId}`, status: 'filed' } },
      actions: {
        create: {
          employmentId: person.employmentId,
          talkId,
          position: 0,
          owner: 'employee',
          what: 'Øve',
          dueOn: at,
          status: 'done',
        },
      },
    },
  })
  await db.nudge.create({ data: { roundId, talkId, text: 'Husk', at } })
  await db.mail.create({
    data: {
      key: talkId,
      template: 'notice',
      personId,
      lane: 'single',
      status: 'sent',
      notBeforeAt: at,
      createdAt: at,
      endedAt: at,
    },
  })
  await db.accessEntry.create({ data: { personId, talkId, what: 'plan', at } })
  return { person, talkId }
}

/** What is left of a talk, by kind. */
async function left(talkId: string) {
  const at = { where: { talkId } }
  const version = await db.planVersion.findFirstOrThrow({
    where: { talkId },
    include: { comments: true, actions: true, journal: true },
  })
  const { wish } = await db.appointment.findFirstOrThrow(at)
  return {
    preparation: [
      await db.sheet.count(at),
      await db.topic.count(at),
      await db.planDraft.count(at),
      wish === '' ? 0 : 1,
    ],
    plan: [
      JSON.stringify(version.content).includes('Mål') ? 1 : 0,
      version.comments.length,
      version.actions[0]?.what === '' ? 0 : 1,
    ],
    nudges: await db.nudge.count(at),
    mails: await db.mail.count({ where: { key: talkId } }),
    accesses: await db.accessEntry.count(at),
    filed: version.journal?.status,
  }
}

const kinds: readonly AgedKind[] = ['preparation', 'plan', 'nudges', 'mails', 'accesses', 'previews']

async function forgetAll(): Promise<void> {
  for (const kind of kinds) while ((await forgetPage(db, kind, CUTOFF)) > 0);
}

const whole = {
  preparation: [1, 1, 1, 1],
  plan: [1, 1, 1],
  nudges: 1,
  mails: 1,
  accesses: 1,
  filed: 'filed',
}
const gone = {
  preparation: [0, 0, 0, 0],
  plan: [0, 0, 0],
  nudges: 0,
  mails: 0,
  accesses: 0,
  filed: 'filed',
}

describe('What is older than HR has chosen', () => {
  test('is deleted, and nothing that is newer; that the plan was filed still counts', async () => {
    const old = await addTalk(OLD)
    const fresh = await addTalk(NEW)
    await forgetAll()
    expect(await left(old.talkId)).toEqual(gone)
    expect(await left(fresh.talkId)).toEqual(whole)
  })

  test('stays while the person is held back from deletion, and goes once that is lifted', async () => {
    const { person, talkId } = await addTalk(OLD)
    const hold = { id: talkId, personId: person.personId, byPersonId: person.personId, at: 0 }
    await placeHold(db, { ...hold, reason: 'Sag 12' })
    await forgetAll()
    expect(await left(talkId)).toEqual(whole)
    expect(await liftHold(db, hold)).toBe(true)
    expect(await liftHold(db, hold)).toBe(false)
    await forgetAll()
    expect(await left(talkId)).toEqual(gone)
  })

  test.each(['wrote a sheet', 'commented the plan', 'has read the plan'])(
    'stays whole where another who %s is held back from deletion',
    async (did) => {
      const { talkId } = await addTalk(OLD)
      const leader = await organisation.addPerson('Ben')
      const { personId } = leader
      const version = await db.planVersion.findFirstOrThrow({ where: { talkId } })
      if (did === 'wrote a sheet')
        await db.sheet.updateMany({ where: { talkId }, data: { authorPersonId: personId } })
      else if (did === 'commented the plan')
        await db.planComment.updateMany({
          where: { planVersionId: version.id },
          data: { byPersonId: personId },
        })
      else await db.accessEntry.updateMany({ where: { talkId }, data: { personId } })
      const hold = { id: talkId, personId, byPersonId: personId, at: 0 }
      await placeHold(db, { ...hold, reason: 'Sag 12' })
      await forgetAll()
      // What the mails told the employee is theirs, not the talk's.
      expect(await left(talkId)).toEqual({ ...whole, mails: 0 })
      await liftHold(db, hold)
      await forgetAll()
      expect(await left(talkId)).toEqual(gone)
    },
  )

  test('does not include somebody who left long ago while another is held back who has read in their talk', async () => {
    const vibeke = await organisation.addPerson('Vibeke', { lastDay: '2027-01-31' })
    const talkId = await organisation.addTalk(roundId, Date.UTC(2026, 10, 2), { employee: vibeke })
    const { personId } = await organisation.addPerson('Ben')
    await db.accessEntry.create({ data: { personId, talkId, what: 'plan', at: OLD } })
    const hold = { id: randomUUID(), personId, byPersonId: personId, at: 0 }
    await placeHold(db, { ...hold, reason: 'Sag 12' })
    expect(await peopleLongGone(db, CUTOFF)).not.toContain(vibeke.personId)
    await liftHold(db, hold)
    expect(await peopleLongGone(db, CUTOFF)).toContain(vibeke.personId)
  })

  test.each(['shared a sheet', 'commented the plan', 'sent a plan', 'agreed a time', 'tagged a theme'])(
    'does not include a leader who left long ago and who %s in a talk that is held back',
    async (did) => {
      const { person, talkId } = await addTalk(OLD)
      const { personId } = await organisation.addPerson('Ben', { lastDay: '2027-01-31' })
      const by = { where: { talkId }, data: { byPersonId: personId } }
      if (did === 'shared a sheet')
        await db.sheet.create({
          data: {
            talkId,
            author: 'leader',
            authorPersonId: personId,
            content: {},
            sharedAt: OLD,
            updatedAt: OLD,
          },
        })
      else if (did === 'commented the plan')
        await db.planComment.updateMany({ ...by, where: { planVersion: { talkId } } })
      else if (did === 'sent a plan') await db.planVersion.updateMany(by)
      else if (did === 'agreed a time') await db.appointment.updateMany(by)
      else await db.themeTag.create({ data: { roundId, talkId, byPersonId: personId, theme: 'sparring' } })
      const hold = { id: randomUUID(), personId: person.personId, byPersonId: personId, at: 0 }
      await placeHold(db, { ...hold, reason: 'Sag 12' })
      expect(await peopleLongGone(db, CUTOFF)).not.toContain(personId)
      await liftHold(db, hold)
      expect(await peopleLongGone(db, CUTOFF)).toContain(personId)
    },
  )

  test('does not include a plan with an open action, or one that is not filed yet', async () => {
    const acting = await addTalk(OLD)
    await db.action.updateMany({ where: { talkId: acting.talkId }, data: { status: 'open' } })
    const filing = await addTalk(OLD)
    await db.journalEntry.updateMany({
      where: { planVersion: { talkId: filing.talkId } },
      data: { status: 'failed' },
    })
    await forgetAll()
    expect((await left(acting.talkId)).plan).toEqual(whole.plan)
    expect((await left(filing.talkId)).plan).toEqual(whole.plan)
  })
})

describe('What a leader told a whole team', () => {
  /** A round with a published time, a team talk and common texts of a leader, all of a day. */
  async function addTeamTexts(at: Date) {
    const leader = await organisation.addPerson('Ben')
    const { employmentId: leaderId } = leader
    const ownRound = await organisation.addRound({ status: 'closed' })
    await db.round.update({ where: { id: ownRound }, data: { closesOn: at } })
    const own = { roundId: ownRound, leaderId }
    const time = { startsAt: at, minutes: 60, place: 'Lærerværelset', onlineUrl: 'https://moede.example/1' }
    await db.slot.create({ data: { ...own, ...time } })
    const { id } = await db.groupTalk.create({ data: { ...own, ...time, onDay: at, createdAt: at } })
    await db.groupFeedback.create({ data: { ...own, text: 'Til jer alle', status: 'sent', sentAt: at } })
    await db.localOrientation.create({ data: { ...own, text: 'Hos os', updatedAt: at } })
    const kept = async () => ({
      slots: await db.slot.count({ where: own }),
      place: (await db.groupTalk.findUniqueOrThrow({ where: { id } })).place,
      feedback: (await db.groupFeedback.findFirstOrThrow({ where: own })).text,
      orientations: await db.localOrientation.count({ where: own }),
    })
    return { leader, kept }
  }
  const all = { slots: 1, place: 'Lærerværelset', feedback: 'Til jer alle', orientations: 1 }

  test('goes with its age, and stays where it is newer or the leader is held back from deletion', async () => {
    const [old, held, fresh] = [await addTeamTexts(OLD), await addTeamTexts(OLD), await addTeamTexts(NEW)]
    const { personId } = held.leader
    await placeHold(db, { id: personId, personId, byPersonId: personId, reason: 'Sag 12', at: 0 })
    await forgetAll()
    expect(await old.kept()).toEqual({ slots: 0, place: '', feedback: '', orientations: 0 })
    expect(await held.kept()).toEqual(all)
    expect(await fresh.kept()).toEqual(all)
  })

  test('stays where it was a time or a place of a talk in which somebody wrote or read who is held back', async () => {
    const { leader, kept } = await addTeamTexts(OLD)
    const { talkId } = await addTalk(NEW)
    const at = { where: { leaderId: leader.employmentId } }
    await db.slot.updateMany({ ...at, data: { takenBy: talkId } })
    const { id: groupTalkId } = await db.groupTalk.findFirstOrThrow(at)
    await db.groupTalkPart.create({ data: { groupTalkId, talkId } })
    const { personId } = await organisation.addPerson('Carl')
    await db.accessEntry.create({ data: { personId, talkId, what: 'plan', at: NEW } })
    const hold = { id: randomUUID(), personId, byPersonId: personId, at: 0 }
    await placeHold(db, { ...hold, reason: 'Sag 12' })
    await forgetAll()
    expect(await kept()).toMatchObject({ slots: 1, place: 'Lærerværelset' })
    await liftHold(db, hold)
    await forgetAll()
    expect(await kept()).toMatchObject({ slots: 0, place: '' })
  })

  test('and what a former leader noted alone stays while either of the two is held back', async () => {
    const former = await organisation.addPerson('Fie', { lastDay: '2028-06-30' })
    const { person, talkId } = await addTalk(NEW)
    await db.sheet.create({
      data: { talkId, author: 'leader', authorPersonId: former.personId, content: {}, updatedAt: NEW },
    })
    const { calendar } = dayAt(Date.parse('2029-01-01T09:00:00Z'), 'Europe/Copenhagen')
    const notes = () => db.sheet.count({ where: { talkId, author: 'leader' } })
    for (const { personId } of [former, person]) {
      const hold = { id: randomUUID(), personId, byPersonId: personId, at: 0 }
      await placeHold(db, { ...hold, reason: 'Sag 12' })
      await forgetOldNotes(db, calendar, CUTOFF)
      expect(await notes()).toBe(1)
      await liftHold(db, hold)
    }
    await forgetOldNotes(db, calendar, CUTOFF)
    expect(await notes()).toBe(0)
  })
})

describe('What somebody noted who answers for a team in its leader’s place', () => {
  const { calendar } = dayAt(Date.parse('2029-01-01T09:00:00Z'), 'Europe/Copenhagen')
  const LONG_SINCE = new Date('2028-09-01T08:00:00Z')

  /** Anna's leader Ben is away from one day through another; Carl, who leads Ben, has noted something of her talk. */
  async function addVacancy(from: string, to: string) {
    const carl = await organisation.addPerson('Carl')
    const ben = await organisation.addPerson('Ben', { leader: carl })
    const anna = await organisation.addPerson('Anna', { leader: ben })
    const { employmentId } = ben
    await db.leave.create({ data: { employmentId, fromOn: new Date(from), toOn: new Date(to) } })
    const talkId = await organisation.addTalk(roundId, Date.UTC(2026, 10, 2), { employee: anna })
    const note = async ({ personId: authorPersonId }: TestPerson, updatedAt: Date) => {
      await db.sheet.create({ data: { talkId, author: 'leader', authorPersonId, content: {}, updatedAt } })
    }
    const kept = async () => {
      await forgetOldNotes(db, calendar, CUTOFF)
      return db.sheet.count({ where: { talkId } })
    }
    return { carl, ben, note, kept }
  }

  test('stays while they do, however long ago they wrote it', async () => {
    const { carl, note, kept } = await addVacancy('2028-08-01', '2029-06-30')
    await note(carl, LONG_SINCE)
    expect(await kept()).toBe(1)
  })

  test('stays while whoever acts for them does', async () => {
    const { carl, note, kept } = await addVacancy('2028-08-01', '2029-06-30')
    const eva = await organisation.addPerson('Eva')
    const span = { fromOn: new Date('2028-08-01'), toOn: new Date('2029-06-30') }
    await db.deputy.create({ data: { leaderId: carl.employmentId, deputyId: eva.employmentId, ...span } })
    await note(eva, LONG_SINCE)
    expect(await kept()).toBe(1)
  })

  test('stays for as long after the leader is back as after another took over, and goes then', async () => {
    const lately = await addVacancy('2028-08-01', '2028-12-22')
    await lately.note(lately.carl, LONG_SINCE)
    expect(await lately.kept()).toBe(1)
    const shortly = await addVacancy('2028-12-18', '2028-12-22')
    await shortly.note(shortly.carl, new Date('2028-12-20T08:00:00Z'))
    expect(await shortly.kept()).toBe(1)
    const before = await addVacancy('2028-08-01', '2028-10-31')
    await before.note(before.carl, LONG_SINCE)
    expect(await before.kept()).toBe(0)
  })

  test('goes with their employment', async () => {
    const { carl, note, kept } = await addVacancy('2028-08-01', '2029-06-30')
    await note(carl, LONG_SINCE)
    await db.employment.update({
      where: { id: carl.employmentId },
      data: { lastDay: new Date('2028-12-31') },
    })
    expect(await kept()).toBe(0)
  })
})

describe('What a leader tagged a talk with', () => {
  test('goes when the round has been over for long, and stays while it is counted or either is held back', async () => {
    const leader = await organisation.addPerson('Ben')
    const { person, talkId } = await addTalk(OLD)
    const { personId: byPersonId } = leader
    const ownRound = await organisation.addRound({ status: 'running' })
    await db.themeTag.create({ data: { roundId: ownRound, talkId, byPersonId, theme: 'sparring' } })
    const tags = async () => {
      await forgetAll()
      return db.themeTag.count({ where: { talkId } })
    }
    expect(await tags()).toBe(1)
    const over = (closesOn: Date) =>
      db.round.update({ where: { id: ownRound }, data: { status: 'closed', closesOn } })
    await over(NEW)
    expect(await tags()).toBe(1)
    await over(OLD)
    for (const { personId } of [leader, person]) {
      const hold = { id: randomUUID(), personId, byPersonId: personId, at: 0 }
      await placeHold(db, { ...hold, reason: 'Sag 12' })
      expect(await tags()).toBe(1)
      await liftHold(db, hold)
    }
    expect(await tags()).toBe(0)
  })
})

describe('What people still work on', () => {
  test('keeps its words where next year’s talk has taken over an open action of an old plan', async () => {
    const { person, talkId } = await addTalk(OLD)
    const nextTalk = await organisation.addTalk(
      await organisation.addRound({ status: 'running' }),
      Date.UTC(2028, 10, 2),
      { employee: person },
    )
    await db.action.updateMany({ where: { talkId }, data: { talkId: nextTalk, status: 'open' } })
    await forgetAll()
    expect((await left(talkId)).plan).toEqual(whole.plan)
    await db.action.updateMany({ where: { talkId: nextTalk }, data: { status: 'done' } })
    await forgetAll()
    expect((await left(talkId)).plan).toEqual(gone.plan)
  })

  test('stays shared with a colleague for as long as an action is open, and the sheet does not', async () => {
    const { talkId } = await addTalk(OLD)
    const { employmentId: withEmploymentId } = await organisation.addPerson('Bo')
    await db.action.updateMany({ where: { talkId }, data: { status: 'open' } })
    const { id: actionId } = await db.action.findFirstOrThrow({ where: { talkId } })
    const order = { talkId, withEmploymentId, at: OLD.getTime() }
    await share(db, { ...order, what: 'sheet', actionIds: [], followUpOn: null })
    await share(db, { ...order, what: 'actions', followUpOn: null, actionIds: [actionId] })
    const shared = async () => (await db.share.findMany({ where: { talkId } })).map(({ what }) => what)
    await forgetAll()
    expect(await shared()).toEqual(['actions'])
    await db.action.updateMany({ where: { talkId }, data: { status: 'done' } })
    await forgetAll()
    expect(await shared()).toEqual([])
  })
})

describe('How long things are kept', () => {
  test('is what HR has chosen, else short for preparation and longer for plans', async () => {
    expect(await retentionMonths(db)).toEqual(defaultMonths)
    expect(defaultMonths.preparation).toBeLessThan(defaultMonths.plan)
    const { personId } = await organisation.addPerson('Dora')
    await chooseMonths(db, { kind: 'mails', months: 6, decisionId: 'first', byPersonId: personId, at: 0 })
    await chooseMonths(db, { kind: 'mails', months: 9, decisionId: 'second', byPersonId: personId, at: 1 })
    expect(await retentionMonths(db)).toEqual({ ...defaultMonths, mails: 9 })
  })
})

describe('A receipt', () => {
  test('adds up what a day deleted, and is not written for nothing', async () => {
    const receipt = { on: CUTOFF, cause: 'retention', kind: 'mails' } as const
    await writeReceipt(db, { ...receipt, count: 2 }, 0)
    await writeReceipt(db, { ...receipt, count: 3 }, 1)
    await writeReceipt(db, { ...receipt, kind: 'plan', count: 0 }, 1)
    expect(await deletionReceipts(db, 10)).toEqual([{ ...receipt, count: 5 }])
  })
})
