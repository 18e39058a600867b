import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PersonLine } from '../../db/people-list.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { connectTemporal, type TestTemporal } from '../support/temporal.ts'

const NOW = Date.UTC(2027, 1, 15, 9)
const TODAY = '2027-02-15'

let temporal: TestTemporal
let api: TestApi
let organisation: Organisation
let school: string
let hr: Caller
let ben: TestPerson
let anna: TestPerson

beforeAll(async () => {
  temporal = await connectTemporal()
  const { client, taskQueue } = temporal
  api = await startApi({ clock: { now: () => NOW }, client, taskQueue })
})
afterAll(async () => {
  await api.close()
  await temporal.close()
})
beforeEach(async () => {
  await api.db.$executeRaw`TRUNCATE person, unit CASCADE`
  organisation = await addOrganisation(api.db)
  school = await organisation.addUnit('Ådalskolen', organisation.top)
  const dora = await organisation.addPerson('Dora')
  await organisation.grant(dora, 'hr')
  hr = await api.signIn(dora.personId)
  ben = await organisation.addPerson('Ben', { unitId: school })
  anna = await organisation.addPerson('Anna', { unitId: school, leader: ben, jobGroup: 'Lærer' })
})

const facts = async () =>
  (await api.db.fact.findMany({ orderBy: { seq: 'asc' } })).map(({ kind, effectiveOn, data }) => ({
    kind,
    on: effectiveOn.toISOString().slice(0, 10),
    data,
  }))

interface Page {
  total: number
  page: number
  pages: number
  people: PersonLine[]
}

interface Seen {
  planned: { what: string; name: string | null; from: string }[]
  leads: number
  deputies: { deputyName: string }[]
}

interface Refused {
  code: string
  sentence: string
  fields: { place: string; expected: string; sentence: string }[]
}

describe('HR', () => {
  test('sees the people of their units, and only those', async () => {
    const otto = await organisation.addPerson('Otto', { unitId: school })
    await organisation.grant(otto, 'hr', school)
    const ofSchool = await api.signIn(otto.personId)
    const names = async (caller: Caller, query = '') =>
      (await caller.get<Page>(`/people${query}`)).body.people.map(({ givenName }) => givenName)
    expect(await names(ofSchool)).toEqual(['Anna', 'Ben', 'Otto'])
    expect(await names(hr, '?search=ann')).toEqual(['Anna'])
    expect(await names(hr, '?search=%25')).toEqual([])
    const someone = await api.signIn(anna.personId)
    expect(await names(someone)).toEqual([])
    expect((await ofSchool.get(`/people?unitId=${organisation.top}`)).status).toBe(404)
  })

  test('turns the pages to the last of more people than fit on one', async () => {
    const at = { unitId: school }
    for (let i = 0; i < 4; i++) await organisation.addPerson(`Mads${i}`, at)
    const page = async (number: number, size = 3) =>
      (await hr.get<Page>(`/people?unitId=${school}&page=${number}&pageSize=${size}`)).body
    const names = ({ people }: Page) => people.map(({ givenName }) => givenName)
    const [first, second, beyond] = [await page(1), await page(2), await page(3)]
    expect([first.total, first.pages]).toEqual([6, 2])
    expect([...names(first), ...names(second)]).toEqual(['Anna', 'Ben', 'Mads0', 'Mads1', 'Mads2', 'Mads3'])
    expect([beyond.total, beyond.people]).toEqual([6, []])
    expect((await hr.get(`/people?page=0`)).status).toBe(422)
    expect((await hr.get(`/people?pageSize=501`)).status).toBe(422)
  })

  test('finds everybody whose mails must be printed', async () => {
    await organisation.addPerson('Piet', { unitId: school, email: null })
    const { body } = await hr.get<Page>('/people?withoutMail=true')
    expect(body.people.map(({ givenName }) => givenName)).toEqual(['Piet'])
  })

  test('finds whoever nobody leads, whoever leads somebody, and those who have left when asked for them', async () => {
    await organisation.addPerson('Lone', { unitId: school, leader: ben, lastDay: '2027-02-14' })
    const names = async (query: string) =>
      (await hr.get<Page>(`/people?${query}`)).body.people.map(({ givenName }) => givenName)
    expect(await names('withoutLeader=true')).toEqual(['Ben', 'Dora'])
    expect(await names('leading=true')).toEqual(['Ben'])
    expect(await names('')).toEqual(['Anna', 'Ben', 'Dora'])
    expect(await names('alsoLeft=true')).toEqual(['Anna', 'Ben', 'Dora', 'Lone'])
  })

  test('sees of a person what is planned, whom they lead and who acts for them', async () => {
    const carl = await organisation.addPerson('Carl', { unitId: school })
    const other = await organisation.addUnit('Skovskolen', organisation.top)
    const path = `/employments/${anna.employmentId}`
    await hr.put(`${path}/leader`, { leaderId: carl.employmentId, from: '2027-03-01' })
    await hr.put(`${path}/unit`, { unitId: other, from: '2027-04-01' })
    await hr.put(`/employments/${carl.employmentId}/leader`, { leaderId: ben.employmentId, from: TODAY })
    await hr.put(`/employments/${carl.employmentId}/leader`, { leaderId: null, from: '2027-05-01' })
    await hr.post('/deputies', {
      leaderId: ben.employmentId,
      deputyId: carl.employmentId,
      from: TODAY,
      to: '2027-03-10',
    })
    const see = async ({ personId }: TestPerson) =>
      (await hr.get<{ employments: Seen[]; mayBe: unknown[] }>(`/people/${personId}`)).body.employments[0]
    expect((await see(anna))?.planned).toEqual([
      { what: 'leader', name: 'Carl Test', from: '2027-03-01' },
      { what: 'unit', name: 'Skovskolen', from: '2027-04-01' },
    ])
    expect((await see(carl))?.planned).toEqual([{ what: 'leader', name: null, from: '2027-05-01' }])
    const leader = await see(ben)
    expect([leader?.leads, leader?.deputies.map(({ deputyName }) => deputyName)]).toEqual([2, ['Carl Test']])
    const someone = await api.signIn(ben.personId)
    expect((await someone.get(`/people/${anna.personId}`)).status).toBe(404)
  })

  test('finds anybody employed to name as leader; others find nobody that way', async () => {
    const otto = await organisation.addPerson('Otto', { unitId: school })
    await organisation.grant(otto, 'hr', school)
    const ofSchool = await api.signIn(otto.personId)
    const { body } = await ofSchool.get<{ name: string; unitName: string }[]>('/employments?search=dor')
    expect(body.map(({ name, unitName }) => [name, unitName])).toEqual([['Dora Test', 'Børn og Unge']])
    expect((await (await api.signIn(ben.personId)).get('/employments?search=dor')).status).toBe(404)
  })
})

describe('Entered by hand', () => {
  test('a new leader takes over on the day named, and the talks are told', async () => {
    const carl = await organisation.addPerson('Carl', { unitId: school })
    const wish = { leaderId: carl.employmentId, from: '2027-03-01' }
    expect((await hr.put(`/employments/${anna.employmentId}/leader`, wish)).status).toBe(200)
    const lines = await api.db.reportingLine.findMany({
      where: { employmentId: anna.employmentId },
      orderBy: { fromOn: 'asc' },
    })
    expect(lines.map(({ leaderId, toOn }) => [leaderId, toOn?.toISOString().slice(0, 10)])).toEqual([
      [ben.employmentId, '2027-02-28'],
      [carl.employmentId, undefined],
    ])
    expect(await facts()).toEqual([
      { kind: 'leader-changed', on: '2027-03-01', data: { leaderId: carl.employmentId } },
    ])
  })

  test('a leader circle is refused with its reason', async () => {
    const wish = { leaderId: anna.employmentId }
    const { status, body } = await hr.put<Refused>(`/employments/${ben.employmentId}/leader`, wish)
    expect([status, body.fields[0]?.expected]).toEqual([422, 'leader-cycle'])
    expect(body.fields[0]?.sentence).toMatch(/går ledelsesvejen i ring\.$/)
  })

  test('nobody leads themselves, and a leader must be somebody', async () => {
    const self = await hr.put<Refused>(`/employments/${anna.employmentId}/leader`, {
      leaderId: anna.employmentId,
    })
    expect(self.status).toBe(422)
    const nobody = '00000000-0000-4000-8000-000000000000'
    const unknown = await hr.put<Refused>(`/employments/${anna.employmentId}/leader`, { leaderId: nobody })
    expect([unknown.status, unknown.body.fields[0]?.place]).toEqual([422, 'body.leaderId'])
  })

  test('a move to another unit takes effect on its day', async () => {
    const other = await organisation.addUnit('Skovskolen', organisation.top)
    const wish = { unitId: other, from: TODAY }
    const { body } = await hr.put<PersonLine>(`/employments/${anna.employmentId}/unit`, wish)
    expect(body.unitName).toBe('Skovskolen')
    expect(await facts()).toEqual([{ kind: 'unit-changed', on: TODAY, data: { unitId: other } }])
  })

  test('a resignation stops what comes after it, and can be withdrawn', async () => {
    const path = `/employments/${anna.employmentId}/last-day`
    expect((await hr.put<PersonLine>(path, { lastDay: '2027-03-31' })).body.lastDay).toBe('2027-03-31')
    expect((await hr.put<PersonLine>(path, { lastDay: null })).body.lastDay).toBeNull()
    expect((await facts()).map(({ kind, on }) => [kind, on])).toEqual([
      ['leaves', '2027-04-01'],
      ['leaving-withdrawn', TODAY],
    ])
  })

  const details = {
    givenName: 'Anna Marie',
    familyName: 'Ågård',
    email: 'Anna.Marie@by.example',
    phone: '+45 12 34 56 78',
    language: 'en',
    title: 'Lærer',
    jobGroup: 'Lærer',
    hoursPerWeek: 29.5,
  }

  test('name, address, title and hours are corrected, who did it is noted, and the talks hear of the hours', async () => {
    const other = await organisation.addUnit('Skovskolen', organisation.top)
    const path = `/employments/${anna.employmentId}`
    await hr.put(`${path}/unit`, { unitId: other, from: '2027-04-01' })
    const { status, body } = await hr.put<PersonLine>(`${path}/details`, details)
    expect(status).toBe(200)
    expect(body).toMatchObject({ ...details, email: 'anna.marie@by.example', unitName: 'Ådalskolen' })
    const told = (await facts()).map(({ kind }) => kind)
    expect(told).toEqual(['unit-changed', 'employment-changed'])
    const units = await api.db.unitMembership.findMany({ where: { employmentId: anna.employmentId } })
    expect(units).toHaveLength(2)
    const noted = await api.db.auditEntry.count({ where: { event: `request/PUT /api/v1${path}/details` } })
    expect(noted).toBe(1)
  })

  test('a correction is looked at as closely as a row of a file', async () => {
    const path = `/employments/${anna.employmentId}/details`
    const dora = await api.db.person.findFirstOrThrow({ where: { givenName: 'Dora' } })
    for (const [field, value] of [
      ['email', 'ikke en adresse'],
      ['email', dora.email],
      ['phone', 'ring bare'],
      ['familyName', '<b>'],
    ] as const) {
      const { status, body } = await hr.put<Refused>(path, { ...details, [field]: value })
      expect([status, body.fields.map(({ place }) => place)]).toEqual([422, [`body.${field}`]])
    }
  })

  test('a joiner is there from their first day, once, and under a number of their own', async () => {
    const nina = {
      number: '9001',
      givenName: 'Nina',
      familyName: 'Åkjær',
      email: 'Nina@By.example',
      unitId: school,
      leaderId: ben.employmentId,
      employedFrom: '2027-03-01',
      hoursPerWeek: 37,
    }
    const headers = { 'idempotency-key': 'nina' }
    const first = await hr.post<PersonLine>('/employments', nina, headers)
    expect([first.status, first.body.email, first.body.leaderName]).toEqual([
      201,
      'nina@by.example',
      'Ben Test',
    ])
    expect((await hr.post<PersonLine>('/employments', nina, headers)).body).toEqual(first.body)
    const { body } = await hr.post<Refused>('/employments', { ...nina, givenName: 'Nanna', email: null })
    expect(body.fields.map(({ place, expected }) => [place, expected])).toEqual([
      ['body.number', 'number-taken'],
    ])
    expect((await facts()).map(({ kind, on }) => [kind, on])).toEqual([['joined', '2027-03-01']])
  })

  test('a joiner is looked at as closely as a row of a file', async () => {
    const wish = { number: '9002', givenName: '=CMD()', familyName: 'Ågård', email: 'ikke-en-adresse' }
    const rest = { unitId: school, leaderId: null, employedFrom: '2027-03-01', hoursPerWeek: null }
    const { status, body } = await hr.post<Refused>('/employments', { ...wish, ...rest })
    expect(status).toBe(422)
    expect(body.fields.map(({ place, sentence }) => [place, sentence])).toEqual([
      ['body.givenName', expect.stringContaining('begynder som en formel')],
      ['body.email', 'E-mail: »ikke-en-adresse« er ikke en mailadresse.'],
    ])
  })

  /** The same human in the eyes of R13.1: mail, name and birth date are equal. */
  const alike = (...people: TestPerson[]) =>
    api.db.person.updateMany({
      where: { id: { in: people.map(({ personId }) => personId) } },
      data: {
        givenName: 'Anna',
        familyName: 'Test',
        email: 'anna@by.example',
        birthDate: new Date('1980-05-17'),
      },
    })

  const join = (employment: TestPerson, sameAs: TestPerson) =>
    hr.put<PersonLine & Refused>(`/employments/${employment.employmentId}/person`, {
      sameAs: sameAs.employmentId,
    })

  test('two employments become one person’s: one sign-in, and it is logged', async () => {
    const second = await organisation.addPerson('Anna', { unitId: school, leader: ben })
    await alike(anna, second)
    const { body } = await join(second, anna)
    expect(body.personId).toBe(anna.personId)
    expect(await api.db.person.count({ where: { id: second.personId } })).toBe(0)
    const logged = await api.db.auditEntry.findMany({ where: { subject: second.employmentId } })
    const dora = await api.db.person.findFirstOrThrow({ where: { givenName: 'Dora' } })
    expect(logged.map(({ event, byPersonId }) => [event, byPersonId])).toEqual([
      ['employment-joined', dora.id],
    ])
  })

  test('two employments of different people are never joined, and HR never joins one with their own', async () => {
    const before = await api.db.employment.findMany({ orderBy: { id: 'asc' } })
    const dora = await api.db.employment.findFirstOrThrow({ where: { person: { givenName: 'Dora' } } })
    const own = { personId: dora.personId, employmentId: dora.id, number: dora.number, name: 'Dora Test' }
    const namesake = await organisation.addPerson('Anna', { unitId: school })
    const codes = [await join(namesake, anna), await join(anna, own), await join(own, anna)]
    await alike(anna, own)
    codes.push(await join(anna, own), await join(own, anna))
    expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'not-one-person'],
      ...Array.from({ length: 4 }, () => [409, 'own-person']),
    ])
    const after = await api.db.employment.findMany({
      where: { id: { not: namesake.employmentId } },
      orderBy: { id: 'asc' },
    })
    expect(after).toEqual(before)
  })

  test('roles never go along when employments are joined: an administrator gives them', async () => {
    const second = await organisation.addPerson('Anna', { unitId: school, leader: ben })
    const grant = await organisation.grant(second, 'works-council', school)
    await alike(anna, second)
    const { status, body } = await join(second, anna)
    expect([status, body.code]).toEqual([409, 'holds-roles'])
    await api.db.roleGrant.update({ where: { id: grant }, data: { toOn: new Date('2027-02-14') } })
    expect((await join(second, anna)).status).toBe(200)
    expect(await api.db.roleGrant.count({ where: { personId: anna.personId } })).toBe(0)
  })

  test('nothing is entered by anybody but HR of the unit', async () => {
    const someone = await api.signIn(ben.personId)
    const path = `/employments/${anna.employmentId}`
    expect((await someone.get(path)).status).toBe(404)
    expect((await someone.put(`${path}/last-day`, { lastDay: null })).status).toBe(404)
    expect((await someone.post(`${path}/leaves`, { from: TODAY, to: null })).status).toBe(404)
  })
})

describe('A leave', () => {
  test('is entered without a type, changed and taken away, and the talks are told each time', async () => {
    const path = `/employments/${anna.employmentId}/leaves`
    const { status, body } = await hr.post<{ id: string }>(path, { from: '2027-03-01', to: null })
    expect(status).toBe(201)
    await hr.put(`/leaves/${body.id}`, { from: '2027-03-01', to: '2027-06-30' })
    const line = await hr.get<PersonLine>(`/employments/${anna.employmentId}`)
    expect(line.body.leaves).toEqual([{ id: body.id, from: '2027-03-01', to: '2027-06-30' }])
    expect((await hr.delete(`/leaves/${body.id}`)).status).toBe(204)
    expect((await facts()).map(({ kind, data }) => [kind, data])).toEqual([
      ['leave-set', { leaveId: body.id, from: '2027-03-01', to: null }],
      ['leave-set', { leaveId: body.id, from: '2027-03-01', to: '2027-06-30' }],
      ['leave-removed', { leaveId: body.id }],
    ])
    expect((await hr.post<Refused>(path, { from: TODAY, to: null, type: 'Barsel' })).status).toBe(422)
  })

  test('overlaps no other, and ends no earlier than it begins', async () => {
    const path = `/employments/${anna.employmentId}/leaves`
    await hr.post(path, { from: '2027-03-01', to: '2027-03-31' })
    const overlapping = await hr.post<Refused>(path, { from: '2027-03-31', to: null })
    expect([overlapping.status, overlapping.body.code]).toEqual([409, 'leave-overlaps'])
    expect((await hr.post(path, { from: '2027-04-01', to: '2027-04-30' })).status).toBe(201)
    expect((await hr.post(path, { from: '2027-06-02', to: '2027-06-01' })).status).toBe(422)
  })
})

describe('A deputy', () => {
  test('is named by the leader for a time-box, and ended when the leader is back', async () => {
    const carl = await organisation.addPerson('Carl', { unitId: school })
    const leader = await api.signIn(ben.personId)
    const box = {
      leaderId: ben.employmentId,
      deputyId: carl.employmentId,
      from: '2027-02-10',
      to: '2027-03-10',
    }
    const { status, body } = await leader.post<{ id: string }>('/deputies', box)
    expect(status).toBe(201)
    for (const caller of [leader, hr, await api.signIn(carl.personId)]) {
      const seen = await caller.get<{ deputyName: string }[]>('/deputies')
      expect(seen.body.map(({ deputyName }) => deputyName)).toEqual(['Carl Test'])
    }
    expect((await leader.delete(`/deputies/${body.id}`)).status).toBe(204)
    const [row] = await api.db.deputy.findMany()
    expect(row?.toOn.toISOString().slice(0, 10)).toBe('2027-02-14')
    const logged = await api.db.auditEntry.findMany({ where: { subject: body.id }, orderBy: { id: 'asc' } })
    const whom = `leader/${ben.employmentId} deputy/${carl.employmentId}`
    expect(logged.map(({ event, byPersonId }) => [event, byPersonId])).toEqual([
      [`deputy-named ${whom} from/2027-02-10 to/2027-03-10`, ben.personId],
      [`deputy-ended ${whom}`, ben.personId],
    ])
  })

  test('is never the leader, never named after the fact, and not by a colleague', async () => {
    const leader = await api.signIn(ben.personId)
    const box = { leaderId: ben.employmentId, deputyId: anna.employmentId, from: TODAY, to: TODAY }
    expect((await leader.post('/deputies', { ...box, deputyId: ben.employmentId })).status).toBe(422)
    expect((await leader.post('/deputies', { ...box, from: '2027-01-01', to: '2027-01-31' })).status).toBe(
      422,
    )
    expect((await (await api.signIn(anna.personId)).post('/deputies', box)).status).toBe(404)
  })
})

describe('A deputy of somebody who leads nobody', () => {
  test('is refused with a sentence, to themselves and to HR, until they lead somebody', async () => {
    const nina = await organisation.addPerson('Nina', { unitId: school })
    const carl = await organisation.addPerson('Carl', { unitId: school })
    const box = { leaderId: nina.employmentId, deputyId: carl.employmentId, from: TODAY, to: TODAY }
    for (const caller of [await api.signIn(nina.personId), hr]) {
      const { status, body } = await caller.post<Refused & { title: string }>('/deputies', box)
      expect([status, body.code]).toEqual([409, 'leads-nobody'])
      expect(body.title).toContain('ingen medarbejder har den leder i perioden')
    }
    await organisation.addPerson('Otto', { unitId: school, leader: nina, lastDay: '2027-01-31' })
    expect((await hr.post('/deputies', box)).status).toBe(409)
    await organisation.addPerson('Olga', { unitId: school, leader: nina })
    expect((await hr.post('/deputies', box)).status).toBe(201)
  })
})

describe('HR as deputy', () => {
  test('never names itself: the leader does that, because a deputy reads what the two write', async () => {
    const dora = await api.db.employment.findFirstOrThrow({ where: { person: { givenName: 'Dora' } } })
    const box = { leaderId: ben.employmentId, deputyId: dora.id, from: TODAY, to: TODAY }
    const { status, body } = await hr.post<Refused>('/deputies', box)
    expect([status, body.code]).toEqual([409, 'deputy-names-itself'])
    expect(await api.db.deputy.count()).toBe(0)
    const leader = await api.signIn(ben.personId)
    expect((await leader.post('/deputies', box)).status).toBe(201)
  })
})

describe('HR as leader', () => {
  test('never names itself, by hand or with a joiner: a leader reads what was written to the one before', async () => {
    const dora = await api.db.employment.findFirstOrThrow({ where: { person: { givenName: 'Dora' } } })
    const path = `/employments/${anna.employmentId}/leader`
    const named = await hr.put<Refused>(path, { leaderId: dora.id, from: TODAY })
    expect([named.status, named.body.code]).toEqual([409, 'leader-names-itself'])
    const joined = await hr.post<Refused>('/employments', {
      number: '9911',
      givenName: 'Nynne',
      familyName: 'Ny',
      email: null,
      unitId: school,
      leaderId: dora.id,
      employedFrom: '2027-03-01',
      hoursPerWeek: null,
    })
    expect([joined.status, joined.body.code]).toEqual([409, 'leader-names-itself'])
    expect(await api.db.reportingLine.count({ where: { leaderId: dora.id } })).toBe(0)
    const otto = await organisation.addPerson('Otto')
    await organisation.grant(otto, 'hr')
    const colleague = await api.signIn(otto.personId)
    expect((await colleague.put(path, { leaderId: dora.id, from: TODAY })).status).toBe(200)
    // What a colleague has done can be left as it is.
    expect((await hr.get(`/employments/${anna.employmentId}`)).body).toMatchObject({ leaderId: dora.id })
  })
})

describe('HR as deputy of a leader', () => {
  const lead = (who: Caller, leader: TestPerson) =>
    who.put<Refused>(`/employments/${anna.employmentId}/leader`, {
      leaderId: leader.employmentId,
      from: TODAY,
    })

  test('gives that leader nobody new, because it would read with them, however long it is until it acts', async () => {
    const carl = await organisation.addPerson('Carl', { unitId: school })
    const dora = await api.db.employment.findFirstOrThrow({ where: { person: { givenName: 'Dora' } } })
    await organisation.addPerson('Mads', { unitId: school, leader: carl })
    const box = { leaderId: carl.employmentId, deputyId: dora.id, from: '2027-06-01', to: '2027-06-30' }
    const leader = await api.signIn(carl.personId)
    const { body: named } = await leader.post<{ id: string }>('/deputies', box)
    const refusal = await lead(hr, carl)
    expect([refusal.status, refusal.body.code]).toEqual([409, 'leader-names-itself'])
    await leader.delete(`/deputies/${named.id}`)
    expect((await lead(hr, carl)).status).toBe(200)
  })

  test('gives nobody to a leader who is away without a deputy, where it would answer for the team', async () => {
    const dora = await api.db.employment.findFirstOrThrow({ where: { person: { givenName: 'Dora' } } })
    const head = { personId: dora.personId, employmentId: dora.id, number: dora.number, name: 'Dora' }
    const carl = await organisation.addPerson('Carl', { unitId: school, leader: head })
    await api.db.leave.create({ data: { employmentId: carl.employmentId, fromOn: new Date(TODAY) } })
    expect((await lead(hr, carl)).body.code).toBe('leader-names-itself')
    await api.db.leave.deleteMany()
    expect((await lead(hr, carl)).status).toBe(200)
  })
})

describe('A role', () => {
  let administrator: Caller
  beforeEach(async () => {
    const rolf = await organisation.addPerson('Rolf')
    await organisation.grant(rolf, 'administrator')
    administrator = await api.signIn(rolf.personId)
  })

  test('is given by an administrator from a day on, works then, and is logged', async () => {
    const wish = { personId: ben.personId, role: 'hr', unitId: school }
    const { status, body } = await administrator.post<{ id: string }>('/role-grants', wish)
    expect(status).toBe(201)
    const granted = await api.signIn(ben.personId)
    expect((await granted.get<Page>('/people')).body.total).toBeGreaterThan(0)
    await administrator.delete(`/role-grants/${body.id}`)
    expect((await granted.get('/people')).status).toBe(401)
    const again = await api.signIn(ben.personId)
    expect((await again.get<Page>('/people')).body.people).toEqual([])
    // Given and taken away on one day no row is left of it: the audit alone tells who had it, and where.
    expect(await api.db.roleGrant.count({ where: { personId: ben.personId } })).toBe(0)
    const logged = await api.db.auditEntry.findMany({ where: { subject: body.id }, orderBy: { id: 'asc' } })
    const whom = `person/${ben.personId} unit/${school}`
    expect(logged.map(({ event }) => event)).toEqual([
      `role-given/hr ${whom} from/${TODAY}`,
      `role-ended/hr ${whom}`,
    ])
  })

  test('ends with the last day of the one who holds it', async () => {
    const dora = await api.db.employment.findFirstOrThrow({ where: { person: { givenName: 'Dora' } } })
    const left = async (lastDay: string) =>
      api.db.employment.update({ where: { id: dora.id }, data: { lastDay: new Date(lastDay) } })
    await left(TODAY)
    expect((await hr.get<Page>('/people')).body.total).toBeGreaterThan(0)
    await left('2027-02-14')
    expect((await hr.get('/people')).status).toBe(401)
  })

  test('is not given by HR, nor outside the administrator’s units', async () => {
    const wish = { personId: ben.personId, role: 'hr', unitId: school }
    expect((await hr.post('/role-grants', wish)).status).toBe(404)
    const elsewhere = await organisation.addUnit('Et andet sted')
    expect((await administrator.post('/role-grants', { ...wish, unitId: elsewhere })).status).toBe(404)
  })

  test('of the last administrator stays', async () => {
    const { body } = await administrator.get<{ id: string; role: string }[]>('/role-grants')
    const own = body.find(({ role }) => role === 'administrator')?.id
    const refused = await administrator.delete<Refused>(`/role-grants/${own}`)
    expect([refused.status, refused.body.code]).toEqual([409, 'last-administrator'])
  })
})
