import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const OPENED = Date.UTC(2026, 10, 2, 9)
/** A Monday. */
const START = Date.UTC(2027, 2, 1, 9)

let now = START
let api: TestApi
let organisation: Organisation
let school: string
let hr: Caller
let ben: TestPerson
let anna: TestPerson
let roundId: string
let talkId: string

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now } })
})
afterAll(() => api.close())
beforeEach(async () => {
  now = START
  await api.db.$executeRaw`TRUNCATE person, unit CASCADE`
  organisation = await addOrganisation(api.db)
  school = await organisation.addUnit('Ådalskolen', organisation.top)
  const dora = await organisation.addPerson('Dora')
  await organisation.grant(dora, 'hr')
  hr = await api.signIn(dora.personId)
  ben = await organisation.addPerson('Ben', { unitId: school })
  anna = await organisation.addPerson('Anna', { unitId: school, leader: ben })
  roundId = await organisation.addRound({ status: 'running', unitId: school })
  talkId = await organisation.addTalk(roundId, OPENED, { employee: anna })
})

const at = new Date(START)

function mailTo(person: TestPerson, about: { status: string; reason?: string; data?: object }) {
  const { personId } = person
  return api.db.mail.create({
    data: {
      key: randomUUID(),
      template: 'single',
      lane: 'single',
      personId,
      subjectLine: 'Orientering om MUS 2027',
      recipient: 'anna@by.example',
      notBeforeAt: at,
      createdAt: at,
      endedAt: at,
      ...about,
      tries: {
        create: { at, outcome: about.status === 'refused' ? 'refused' : 'sent', answer: '550 mailbox' },
      },
    },
  })
}

describe('The mail log', () => {
  test('shows a person’s mails with their outcomes, to themselves and to HR of their unit', async () => {
    await mailTo(anna, { status: 'sent' })
    await mailTo(anna, { status: 'dropped', reason: 'done' })
    for (const caller of [hr, await api.signIn(anna.personId)]) {
      const { body } = await caller.get<{ status: string; reason: string | null; attempts: object[] }[]>(
        `/people/${anna.personId}/mails`,
      )
      expect(new Set(body.map(({ status, reason }) => `${status} ${reason}`))).toEqual(
        new Set(['sent null', 'dropped done']),
      )
    }
    const leader = await api.signIn(ben.personId)
    expect((await leader.get(`/people/${anna.personId}/mails`)).status).toBe(404)
  })

  test('lists for HR what was refused, with the server’s answer kept beside it', async () => {
    await mailTo(anna, { status: 'refused' })
    await mailTo(ben, { status: 'sent' })
    const { body } = await hr.get<{ name: string; status: string }[]>('/mails/failed')
    expect(body).toMatchObject([{ name: 'Anna Test', status: 'refused', subject: 'Orientering om MUS 2027' }])
    expect((await (await api.signIn(ben.personId)).get('/mails/failed')).body).toEqual([])
  })

  test('tells HR who was told of a talk, and not the leader', async () => {
    const notice = {
      subject: talkId,
      obligation: 'invite',
      occurrence: 1,
      audience: 'leader',
      talkId,
      roundId,
    }
    await api.db.notice.create({
      data: { ...notice, step: 'reminder', status: 'dropped', reason: 'done', decidedAt: at },
    })
    const { body } = await hr.get<object[]>(`/talks/${talkId}/notices`)
    expect(body).toMatchObject([
      { kind: 'invite', step: 'reminder', status: 'dropped', reason: 'done', name: null },
    ])
    expect((await (await api.signIn(ben.personId)).get(`/talks/${talkId}/notices`)).status).toBe(404)
  })

  test('gives the leader the letters to those without an address', async () => {
    const piet = await organisation.addPerson('Piet', { unitId: school, leader: ben, email: null })
    await mailTo(piet, { status: 'printed', reason: 'no-address', data: { print: { title: 'Orientering' } } })
    await mailTo(anna, { status: 'printed' })
    for (const caller of [hr, await api.signIn(ben.personId)]) {
      const { body } = await caller.get<object[]>('/mails/printed')
      expect(body).toMatchObject([{ name: 'Piet Test', print: { title: 'Orientering' } }])
    }
    expect((await (await api.signIn(anna.personId)).get('/mails/printed')).body).toEqual([])
  })
})

describe('Escalations', () => {
  test('are listed while what they are about is open', async () => {
    const obligation = await api.db.obligation.findFirstOrThrow({ where: { talkId, obligation: 'invite' } })
    const step = (audience: string, name: string) => ({
      subject: talkId,
      obligation: 'invite',
      occurrence: obligation.occurrence,
      step: name,
      audience,
      talkId,
      roundId,
      dueOn: new Date('2027-02-15'),
      decidedAt: at,
    })
    await api.db.notice.createMany({
      data: [step('leader', 'overdue'), step('leaders-leader', 'leaders-leader')],
    })
    const path = `/rounds/${roundId}/escalations`
    const first = await hr.get<object[]>(path)
    expect(first.body).toMatchObject([
      {
        obligation: 'invite',
        audience: 'leaders-leader',
        employeeName: 'Anna Test',
        leaderName: 'Ben Test',
        unitName: 'Ådalskolen',
        dueOn: '2027-02-15',
        steps: 1,
      },
    ])
    await api.db.notice.createMany({ data: [step('hr', 'hr'), step('hr', 'hr-2')] })
    expect((await hr.get<object[]>(path)).body).toMatchObject([{ audience: 'hr', steps: 3 }])
    await api.db.obligation.delete({ where: { id: obligation.id } })
    expect((await hr.get<object[]>(path)).body).toEqual([])
  })
})

interface Told {
  told: number
  code: string
  recipients: string[]
  fields: { place: string; expected: string }[]
}

describe('HR’s own words', () => {
  test('wait on the page for the leader, who is told only that they are there', async () => {
    const text = 'Kære Ben, har du brug for hjælp til at finde tider?'
    const { status, body } = await hr.post<Told>(`/rounds/${roundId}/nudges`, {
      leaderIds: [ben.employmentId],
      text,
    })
    expect([status, body.told]).toEqual([201, 1])
    const leader = await api.signIn(ben.personId)
    const mine = await leader.get<{ text: string; by: string; to: string }[]>('/me/nudges')
    expect(mine.body).toMatchObject([{ text, by: 'Dora Test', to: 'leader' }])
    const [notice] = await api.db.notice.findMany({ where: { roundId } })
    expect(notice).toMatchObject({
      obligation: 'nudge',
      audience: 'leader',
      leaderId: ben.employmentId,
      talkId: null,
    })
    expect(JSON.stringify(notice)).not.toContain('Kære')
    expect((await (await api.signIn(anna.personId)).get('/me/nudges')).body).toEqual([])
  })

  test('reach the same person at most every fifth working day, the same request once', async () => {
    const path = `/rounds/${roundId}/nudges`
    const words = { talkIds: [talkId], text: 'Husk at svare på indkaldelsen.' }
    const headers = { 'idempotency-key': 'words' }
    expect((await hr.post(path, words, headers)).status).toBe(201)
    expect((await hr.post(path, words, headers)).status).toBe(201)
    expect(await api.db.nudge.count()).toBe(1)
    const again = async () => {
      const { status, body } = await hr.post<Told>(path, words)
      return [status, body.code ?? null, body.recipients ?? null]
    }
    expect(await again()).toEqual([409, 'nudged-recently', [talkId]])
    now = Date.UTC(2027, 2, 5, 9)
    expect((await again())[0]).toBe(409)
    now = Date.UTC(2027, 2, 8, 9)
    expect((await again())[0]).toBe(201)
    expect((await (await api.signIn(anna.personId)).get<object[]>('/me/nudges')).body).toHaveLength(2)
  })

  test('go only to leaders and talks of the round', async () => {
    const path = `/rounds/${roundId}/nudges`
    const wrong = async (to: object) => (await hr.post<Told>(path, { ...to, text: 'x' })).body.fields[0]
    expect(await wrong({})).toMatchObject({ expected: 'nobody-named' })
    expect(await wrong({ leaderIds: [anna.employmentId] })).toMatchObject({ place: 'body.leaderIds' })
    expect(await wrong({ talkIds: [randomUUID()] })).toMatchObject({ place: 'body.talkIds' })
    const leader = await api.signIn(ben.personId)
    expect((await leader.post(path, { leaderIds: [ben.employmentId], text: 'x' })).status).toBe(404)
  })
})
