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

interface Listed {
  total: number
  pages: number
  mails: { name: string; state: string; attempts: { answer: string }[] }[]
}

function mailTo(
  person: TestPerson,
  about: { status: string; template?: string; reason?: string; data?: object },
) {
  const { personId } = person
  return api.db.mail.create({
    data: {
      key: randomUUID(),
      template: 'notice',
      lane: 'single',
      personId,
      subjectLine: 'Orientering om MUS 2027',
      recipient: 'anna@by.example',
      notBeforeAt: at,
      createdAt: at,
      endedAt: about.status === 'queued' ? null : at,
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
      const { body } = await caller.get<{ mails: { state: string; reason: string | null }[] }>(
        `/people/${anna.personId}/mails`,
      )
      expect(new Set(body.mails.map(({ state, reason }) => `${state} ${reason}`))).toEqual(
        new Set(['sent null', 'dropped done']),
      )
    }
    const leader = await api.signIn(ben.personId)
    expect((await leader.get(`/people/${anna.personId}/mails`)).status).toBe(404)
  })

  test('lists for HR what was refused, with the server’s answer kept beside it', async () => {
    await mailTo(anna, { status: 'refused' })
    await mailTo(ben, { status: 'sent' })
    const { body } = await hr.get<Listed>('/mails?state=refused')
    expect(body.mails).toMatchObject([
      {
        name: 'Anna Test',
        state: 'refused',
        subject: 'Orientering om MUS 2027',
        attempts: [{ answer: '550 mailbox' }],
      },
    ])
    expect((await (await api.signIn(ben.personId)).get('/mails')).status).toBe(404)
    const elsewhere = await organisation.addUnit('Havnen', organisation.top)
    const hanne = await organisation.addPerson('Hanne', { unitId: elsewhere })
    await organisation.grant(hanne, 'hr', elsewhere)
    const other = await api.signIn(hanne.personId)
    expect((await other.get<Listed>('/mails')).body.total).toBe(0)
    expect((await other.get(`/people/${anna.personId}/mails`)).status).toBe(404)
  })

  test('is searched by how it went, by name or address, and by day', async () => {
    await mailTo(anna, { status: 'sent' })
    await mailTo(anna, { status: 'queued' })
    await mailTo(ben, { status: 'unknown', reason: 'unknown' })
    const found = async (query: string) =>
      (await hr.get<Listed>(`/mails?${query}`)).body.mails.map(({ name, state }) => `${name} ${state}`)
    expect(await found('search=ben')).toEqual(['Ben Test unknown'])
    expect(await found('state=sent')).toEqual(['Anna Test sent'])
    expect(await found('search=anna%40by.example&state=queued')).toEqual(['Anna Test queued'])
    expect(await found('on=2027-03-01')).toHaveLength(3)
    expect(await found('on=2027-03-02')).toEqual([])
    const { body } = await hr.get<Listed>('/mails?pageSize=2&page=2')
    expect([body.total, body.pages, body.mails.length]).toEqual([3, 2, 1])
    const tried = await mailTo(anna, { status: 'queued' })
    await api.db.mailAttempt.updateMany({ where: { mailId: tried.id }, data: { outcome: 'deferred' } })
    expect(await found('state=deferred')).toEqual(['Anna Test deferred'])
  })

  test('lets HR have a refused mail sent again, once however often it is pressed, and nobody else', async () => {
    const { id } = await mailTo(anna, { status: 'refused' })
    const path = `/mails/${id}/resending`
    for (const person of [ben, anna])
      expect((await (await api.signIn(person.personId)).post(path)).status).toBe(404)
    const key = { 'idempotency-key': 'again' }
    for (let i = 0; i < 2; i++) expect((await hr.post(path, {}, key)).body).toEqual({ way: 'again' })
    const again = await hr.post<{ code: string }>(path)
    expect([again.status, again.body.code]).toEqual([409, 'not-failed'])
    const { body } = await hr.get<Listed>(`/mails?search=anna`)
    expect(body.mails).toMatchObject([{ state: 'queued', resentBy: 'Dora Test', recipient: null }])
  })

  test('says why a failed mail is not sent again', async () => {
    const piet = await organisation.addPerson('Piet', { unitId: school, leader: ben, email: null })
    const { id } = await mailTo(piet, { status: 'refused' })
    const { status, body } = await hr.post<{ code: string; detail: string }>(`/mails/${id}/resending`)
    expect([status, body.code]).toEqual([409, 'no-address'])
    expect((await hr.post(`/mails/${randomUUID()}/resending`)).status).toBe(404)
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

  test('tells HR nothing of what one of the two told the other', async () => {
    const about = { subject: talkId, occurrence: 1, audience: 'leader', step: 'told', talkId, roundId }
    const told = [
      'form-does-not-fit',
      'other-time-asked',
      'action-reported',
      'plan-returned',
      'offer-answered',
    ]
    await api.db.notice.createMany({
      data: [...told, 'plan-proposed'].map((obligation) => ({ ...about, obligation, decidedAt: at })),
    })
    const { body } = await hr.get<object[]>(`/talks/${talkId}/notices`)
    expect(body).toMatchObject([{ kind: 'plan-proposed' }])
  })

  test('gives the leader the letters to those without an address', async () => {
    const piet = await organisation.addPerson('Piet', { unitId: school, leader: ben, email: null })
    const content = { title: 'Orientering', blocks: [{ kind: 'text', text: 'Hej Piet' }], footer: '' }
    const print = { content, language: 'da' }
    await mailTo(piet, { status: 'printed', reason: 'no-address', data: { print } })
    for (const caller of [hr, await api.signIn(ben.personId)]) {
      const { body } = await caller.get<object[]>('/mails/printed')
      expect(body).toMatchObject([{ name: 'Piet Test', print }])
    }
    expect((await (await api.signIn(anna.personId)).get('/mails/printed')).body).toEqual([])
  })

  test('leaves it to the leader to print where the two meet and what is between them; HR sees that it is to be', async () => {
    const piet = await organisation.addPerson('Piet', { unitId: school, leader: ben, email: null })
    const print = { content: { title: 'Mødelokale 4', blocks: [], footer: '' }, language: 'da' }
    for (const template of ['calendar', 'group-talk'])
      await mailTo(piet, { template, status: 'printed', data: { subject: talkId, print } })
    const { id: mailId } = await mailTo(piet, { template: 'digest', status: 'printed', data: { print } })
    const told = { subject: talkId, occurrence: 1, audience: 'employee', step: 'told', talkId, roundId }
    await api.db.notice.create({ data: { ...told, obligation: 'talk-offered', mailId, decidedAt: at } })
    const printedFor = async (caller: Caller) => (await caller.get<object[]>('/mails/printed')).body.length
    expect([await printedFor(await api.signIn(ben.personId)), await printedFor(hr)]).toEqual([3, 0])
    const { body } = await hr.get<Listed>('/mails?state=printed')
    expect(body.mails.map(({ name }) => name)).toEqual(['Piet Test', 'Piet Test', 'Piet Test'])
  })

  test('gives whoever answers for a team whose leader is away its letters', async () => {
    const carl = await organisation.addPerson('Carl', { unitId: school })
    const line = { employmentId: ben.employmentId, leaderId: carl.employmentId }
    await api.db.reportingLine.create({ data: { ...line, fromOn: new Date('2020-01-01') } })
    const piet = await organisation.addPerson('Piet', { unitId: school, leader: ben, email: null })
    const print = { content: { title: 'Mødelokale 4', blocks: [], footer: '' }, language: 'da' }
    await mailTo(piet, { template: 'calendar', status: 'printed', data: { subject: talkId, print } })
    const printedFor = async () =>
      (await (await api.signIn(carl.personId)).get<object[]>('/mails/printed')).body.length
    expect(await printedFor()).toBe(0)
    await api.db.leave.create({ data: { employmentId: ben.employmentId, fromOn: at, toOn: null } })
    expect(await printedFor()).toBe(1)
  })

  test('tells HR nothing of the time of a talk that was offered, and its reader all', async () => {
    const offer = await api.db.offer.create({ data: { talkId, kind: 'senior', offeredAt: at } })
    for (const subject of [talkId, offer.id])
      await mailTo(anna, { template: 'calendar', status: 'refused', data: { subject } })
    const totals = async (caller: Caller) =>
      (await caller.get<{ mails: object[] }>(`/people/${anna.personId}/mails`)).body.mails.length
    expect([await totals(hr), await totals(await api.signIn(anna.personId))]).toEqual([1, 2])
    expect((await hr.get<Listed>('/mails')).body.total).toBe(1)
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

interface Home {
  escalated: { toHr: object[]; toLeadersLeader: object[] }
}

describe('The home page tells of escalations', () => {
  const escalatedTo = async (caller: Caller) => (await caller.get<Home>('/me')).body.escalated
  const nothing = { toHr: [], toLeadersLeader: [] }
  let carl: Caller
  let climbed: (audience: string, step: string) => Promise<void>

  beforeEach(async () => {
    const leadersLeader = await organisation.addPerson('Carl')
    carl = await api.signIn(leadersLeader.personId)
    const line = { employmentId: ben.employmentId, leaderId: leadersLeader.employmentId }
    await api.db.reportingLine.create({ data: { ...line, fromOn: new Date('2020-01-01') } })
    const { subject, obligation, occurrence } = await api.db.obligation.findFirstOrThrow({
      where: { talkId, obligation: 'invite' },
    })
    climbed = async (audience, step) => {
      const about = { subject, obligation, occurrence, audience, step, talkId, roundId }
      await api.db.notice.create({ data: { ...about, dueOn: new Date('2027-02-15'), decidedAt: at } })
    }
  })

  test('to the leader’s leader: whose leader is late with what, until it is done', async () => {
    await climbed('leader', 'overdue')
    expect(await escalatedTo(carl)).toEqual(nothing)
    await climbed('leaders-leader', 'leaders-leader')
    const line = { obligation: 'invite', talkId, roundId, leader: 'Ben Test', employee: 'Anna Test' }
    expect(await escalatedTo(carl)).toMatchObject({ toHr: [], toLeadersLeader: [line] })
    for (const other of [ben, anna])
      expect(await escalatedTo(await api.signIn(other.personId))).toEqual(nothing)
    expect(await escalatedTo(hr)).toEqual(nothing)
    await api.db.obligation.deleteMany({ where: { talkId } })
    expect(await escalatedTo(carl)).toEqual(nothing)
  })

  test('to the leader’s leader about nobody who became the leader after it was told', async () => {
    await climbed('leaders-leader', 'leaders-leader')
    await api.db.reportingLine.updateMany({
      where: { employmentId: anna.employmentId },
      data: { fromOn: new Date('2027-03-02') },
    })
    now = START + 2 * 24 * 3_600_000
    expect(await escalatedTo(carl)).toEqual(nothing)
  })

  test('to HR: how many in each round, and since when the oldest, until they are done', async () => {
    await climbed('leaders-leader', 'leaders-leader')
    await climbed('hr', 'hr')
    await climbed('hr', 'hr-2')
    const { name } = await api.db.round.findUniqueOrThrow({ where: { id: roundId } })
    const told = { roundId, roundName: name, count: 1, oldestDueOn: '2027-02-15' }
    expect((await escalatedTo(hr)).toHr).toEqual([told])
    await api.db.obligation.deleteMany({ where: { talkId } })
    expect(await escalatedTo(hr)).toEqual(nothing)
  })

  test('to HR of the employee’s place in a round of another unit, and to no HR of elsewhere', async () => {
    await climbed('hr', 'hr')
    const elsewhere = await organisation.addUnit('Åkanden', organisation.top)
    await api.db.round.update({ where: { id: roundId }, data: { unitId: elsewhere } })
    const local = await organisation.addPerson('Lise', { unitId: school })
    await organisation.grant(local, 'hr', school)
    const other = await organisation.addPerson('Otto', { unitId: elsewhere })
    const park = await organisation.addUnit('Parken', elsewhere)
    await organisation.grant(other, 'hr', park)
    expect((await escalatedTo(await api.signIn(local.personId))).toHr).toMatchObject([{ count: 1 }])
    expect(await escalatedTo(await api.signIn(other.personId))).toEqual(nothing)
  })
})

describe('What is late once the round is closed', () => {
  test('is shown to HR as follow-up, no longer as open escalations of the round', async () => {
    const owed = { obligation: 'status-talk', subject: randomUUID(), occurrence: 1 }
    const { obligation, subject, occurrence } = owed
    await api.db.obligation.create({
      data: { ...owed, talkId, owedBy: 'leader', dueOn: new Date('2027-02-15') },
    })
    const step = { obligation, subject, occurrence, step: 'hr', audience: 'hr', decidedAt: at }
    await api.db.notice.create({ data: { ...step, talkId, roundId, dueOn: new Date('2027-02-15') } })
    const pages = async () => {
      const paths = [`/rounds/${roundId}`, `/rounds/${roundId}/escalations`]
      const answers = paths.map((path) => fetch(api.url + path, { headers: { cookie: hr.cookie } }))
      return (await Promise.all(answers)).map((answer) => answer.text())
    }
    for (const html of await Promise.all(await pages()))
      expect(html).toContain('Sendt videre til leders leder eller HR')
    await api.db.round.update({ where: { id: roundId }, data: { status: 'closed' } })
    for (const html of await Promise.all(await pages())) {
      expect(html).toContain('Opfølgning, der er forsinket')
      expect(html).not.toContain('Sendt videre til leders leder eller HR')
      expect(html).toContain('Anna Test')
    }
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

  test('reach the same person once, however many of HR press at the same moment', async () => {
    const words = { talkIds: [talkId], text: 'Husk at svare på indkaldelsen.' }
    const presses = Array.from({ length: 6 }, () => hr.post<Told>(`/rounds/${roundId}/nudges`, words))
    const statuses = (await Promise.all(presses)).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409])
    expect(await api.db.nudge.count({ where: { roundId } })).toBe(1)
  })

  test('about health go only once HR has seen the warning', async () => {
    const path = `/rounds/${roundId}/nudges`
    const words = { talkIds: [talkId], text: 'Husk samtalen, når din sygemelding er forbi.' }
    const held = await hr.post<Told>(path, words)
    expect([held.status, held.body.code, await api.db.nudge.count()]).toEqual([409, 'look-again', 0])
    expect((await hr.post(path, { ...words, despiteWarnings: true })).status).toBe(201)
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
