import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RoundView } from '../../db/round-reading.ts'
import { day } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const NOW = Date.UTC(2026, 10, 2, 9)

let api: TestApi
let organisation: Organisation
let school: string
let dora: Caller
let hrOfSchool: Caller
let anna: Caller
let leader: TestPerson

beforeAll(async () => {
  api = await startApi({ clock: { now: () => NOW } })
  organisation = await addOrganisation(api.db)
  school = await organisation.addUnit('Ådalskolen', organisation.top)
  const [hr, schoolHr] = [await organisation.addPerson('Dora'), await organisation.addPerson('Hanne')]
  await organisation.grant(hr, 'hr')
  await organisation.grant(schoolHr, 'hr', school)
  leader = await organisation.addPerson('Ben', { unitId: school })
  const employee = await organisation.addPerson('Anna', { unitId: school, leader })
  dora = await api.signIn(hr.personId)
  hrOfSchool = await api.signIn(schoolHr.personId)
  anna = await api.signIn(employee.personId)
})
afterAll(() => api.close())

type Round = RoundView & { dates: { key: string; on: string }[]; warnings: { code: string }[] }

const draft = (about: object = {}) => ({
  unitId: organisation.top,
  name: 'MUS 2027',
  year: 2027,
  talksFrom: '2027-02-01',
  talksTo: '2027-04-30',
  ...about,
})

describe('A draft', () => {
  test('gets the default year around its talk window', async () => {
    const { status, body } = await dora.post<Round>('/rounds', draft())
    expect(status).toBe(201)
    expect(Object.fromEntries(body.dates.map(({ key, on }) => [key, on]))).toMatchObject({
      leaderKickoffOn: '2026-12-10',
      orientationOn: '2027-01-04',
      inviteBy: '2027-02-15',
      groupFeedbackBy: '2027-05-25',
      evaluationBy: '2027-08-17',
      closesOn: '2028-02-01',
    })
    expect(body).toMatchObject({ status: 'draft', kind: 'mus', policyVersion: 1 })
  })

  test('says that the guidelines are not discussed, and is made all the same', async () => {
    const without = await dora.post<Round>('/rounds', draft())
    expect(without.body.warnings.map(({ code }) => code)).toContain('guidelines-not-discussed')
    const change = { guidelinesDiscussedOn: '2026-10-05', committee: 'MED-udvalget' }
    const discussed = await dora.patch<Round>(`/rounds/${without.body.id}`, change)
    expect(discussed.body).toMatchObject({ warnings: [], guidelinesDiscussedOn: '2026-10-05' })
  })

  test('keeps what is not named when some of its texts are changed', async () => {
    const { body } = await dora.post<Round>('/rounds', draft({ focusText: 'Trivsel' }))
    const links = [{ label: 'Personalepolitik', url: 'https://solbakke.example/politik' }]
    const changed = await dora.patch<Round>(`/rounds/${body.id}`, { name: 'MUS på Ådalskolen', links })
    expect(changed.body).toMatchObject({ name: 'MUS på Ådalskolen', focusText: 'Trivsel', links })
  })

  test('takes no links that could run something', async () => {
    const links = [{ label: 'Klik', url: 'javascript:alert(1)' }]
    const { status, body } = await dora.post<{ fields: { place: string }[] }>('/rounds', draft({ links }))
    expect([status, body.fields.map(({ place }) => place)]).toEqual([422, ['body.links.0.url']])
  })

  test('names every mistake in its rules at its place, with what is expected', async () => {
    const overrides = { inviteBy: '2027-05-31', noticeDays: -1, lunch: true }
    const { status, body } = await dora.post<{ fields: { place: string; sentence: string }[] }>(
      '/rounds',
      draft({ overrides }),
    )
    expect(status).toBe(422)
    expect(body.fields.map(({ place }) => place).sort()).toEqual([
      'body.overrides.lunch',
      'body.overrides.noticeDays',
    ])
    expect(body.fields.map(({ sentence }) => sentence)).toContain(
      '»Varsel i arbejdsdage« er -1: vi forventede et helt tal fra 0 til 260.',
    )
  })

  test('is made once when its request is sent twice with the same key', async () => {
    const headers = { 'idempotency-key': 'a-draft' }
    const [first, again] = [
      await dora.post<Round>('/rounds', draft(), headers),
      await dora.post<Round>('/rounds', draft(), headers),
    ]
    expect(again.body.id).toBe(first.body.id)
    expect((await dora.post('/rounds', draft({ year: 2028 }), headers)).status).toBe(422)
  })

  test('can be deleted; a round that has started cannot', async () => {
    const { body } = await dora.post<Round>('/rounds', draft())
    expect((await dora.delete(`/rounds/${body.id}`)).status).toBe(204)
    expect((await dora.get(`/rounds/${body.id}`)).status).toBe(404)
    const running = await organisation.addRound({ status: 'running', year: 2019 })
    const refused = await dora.delete<{ code: string }>(`/rounds/${running}`)
    expect([refused.status, refused.body.code]).toEqual([409, 'round-not-a-draft'])
    await api.db.round.delete({ where: { id: running } })
  })
})

describe('Rounds', () => {
  test('exist only for HR and the works council of their unit', async () => {
    const { body } = await dora.post<Round>('/rounds', draft())
    for (const stranger of [hrOfSchool, anna]) {
      expect((await stranger.get(`/rounds/${body.id}`)).status).toBe(404)
      expect((await stranger.patch(`/rounds/${body.id}`, { name: 'x' })).status).toBe(404)
      expect((await stranger.post('/rounds', draft())).status).toBe(404)
    }
    const ofSchool = await hrOfSchool.post<Round>('/rounds', draft({ unitId: school }))
    const listed = await hrOfSchool.get<Round[]>('/rounds')
    expect(listed.body.map(({ id }) => id)).toContain(ofSchool.body.id)
    expect(new Set(listed.body.map(({ unitId }) => unitId))).toEqual(new Set([school]))
    expect((await dora.get(`/rounds/${ofSchool.body.id}`)).status).toBe(200)
  })
})

describe('Before a round starts', () => {
  test('its dates can be seen before anything is drafted', async () => {
    const preview = {
      unitId: organisation.top,
      talksFrom: '2027-02-01',
      overrides: { inviteBy: '2027-02-19' },
    }
    const { status, body } = await dora.post<{ dates: { key: string; on: string }[] }>(
      '/policy-previews',
      preview,
    )
    expect(status).toBe(200)
    expect(body.dates).toContainEqual({ key: 'inviteBy', on: '2027-02-19' })
    expect(body.dates).toContainEqual({ key: 'talksTo', on: '2027-04-30' })
  })

  test('HR sees who is in, who is exempt and why, and who has no mail address', async () => {
    const newcomers = await organisation.addUnit('Skovskolen', organisation.top)
    await organisation.addPerson('Carl', { unitId: newcomers })
    const nina = { unitId: newcomers, leader, employedFrom: '2027-03-01', email: null }
    await organisation.addPerson('Nina', nina)
    await organisation.addPerson('Otto', { unitId: newcomers, leader, hours: 8 })
    await organisation.addPerson('Pia', { unitId: newcomers, leader, lastDay: '2026-10-31' })
    await organisation.addPerson('Rolf', { unitId: newcomers, leader, employedFrom: '2027-05-03' })
    const { body: round } = await dora.post<Round>('/rounds', draft({ unitId: newcomers }))
    const { body } = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
    expect(body.roster.map(({ name, exemptReason }) => [name, exemptReason])).toEqual([
      ['Carl Test', 'no-leader'],
      ['Nina Test', 'too-short-employment'],
      ['Otto Test', 'too-few-hours'],
    ])
    expect(body.warnings.map(({ code }) => code)).toEqual([
      'guidelines-not-discussed',
      'people-without-leader',
      'people-without-mail',
    ])
  })

  test('a round of LUS has the leaders, and nobody else', async () => {
    const unit = await organisation.addUnit('Kulturhuset', organisation.top)
    const head = await organisation.addPerson('Hanne', { unitId: unit, leader })
    await organisation.addPerson('Inge', { unitId: unit, leader: head })
    const { body: round } = await dora.post<Round>('/rounds', draft({ unitId: unit, kind: 'lus' }))
    const { body } = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
    expect(body.roster.map(({ name }) => name)).toEqual(['Hanne Test'])
  })

  test('is not made of senior or leader-talent talks, which are offered to one person and never forced', async () => {
    for (const kind of ['senior', 'leader-talent'])
      expect((await dora.post('/rounds', draft({ kind }))).status).toBe(422)
    const { body } = await dora.post<Round>('/rounds', draft())
    expect((await dora.patch(`/rounds/${body.id}`, { kind: 'senior' })).status).toBe(422)
  })

  test('HR of a round in the state is told who has no birth date, so that senior talks can be offered', async () => {
    const unit = await organisation.addUnit('Styrelsen', organisation.top)
    await organisation.addPerson('Siv', { unitId: unit, leader })
    const told = async (sector: string) => {
      const { body: round } = await dora.post<Round>('/rounds', draft({ unitId: unit, sector, name: sector }))
      const { body } = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
      return body.warnings.find(({ code }) => code === 'people-without-birth-date')?.sentence
    }
    expect(await told('state')).toContain('1 person har ingen fødselsdato i filen.')
    expect(await told('municipal')).toBeUndefined()
  })

  test('HR sees who is in another round of the same kind already', async () => {
    const unit = await organisation.addUnit('Vuggestuen', organisation.top)
    const sara = await organisation.addPerson('Sara', { unitId: unit, leader })
    const running = await organisation.addRound({ unitId: unit, status: 'running', name: 'MUS i Vuggestuen' })
    await organisation.addTalk(running, NOW, { employee: sara })
    const { body: round } = await dora.post<Round>('/rounds', draft({ unitId: unit }))
    const { body } = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
    expect(body.roster).toEqual([])
    expect(body.elsewhere).toMatchObject([{ name: 'Sara Test', roundName: 'MUS i Vuggestuen' }])
  })

  test('HR is warned when leaders are left to an LUS round that does not exist, or does not reach them', async () => {
    const overrides = { leadersByLus: true }
    const { body: round } = await dora.post<Round>(
      '/rounds',
      draft({ unitId: school, year: 2031, overrides }),
    )
    const before = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
    expect(before.body.roster.find(({ name }) => name === 'Ben Test')?.exemptReason).toBe('lus')
    expect(before.body.warnings.map(({ code }) => code)).toContain('leaders-without-lus')
    const elsewhere = await organisation.addUnit('Musikskolen', organisation.top)
    await dora.post('/rounds', draft({ unitId: elsewhere, kind: 'lus', name: 'LUS 2031', year: 2031 }))
    const still = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
    expect(still.body.warnings.map(({ code }) => code)).toContain('leaders-without-lus')
    await dora.post('/rounds', draft({ kind: 'lus', name: 'LUS 2031', year: 2031 }))
    const after = await dora.get<RosterAnswer>(`/rounds/${round.id}/roster`)
    expect(after.body.warnings.map(({ code }) => code)).not.toContain('leaders-without-lus')
  })
})

describe('The rules of a draft', () => {
  test('move as a whole when the talk window does, and keep every version', async () => {
    const { body: round } = await dora.post<Round>('/rounds', draft({ overrides: { noticeDays: 7 } }))
    const edit = { talksFrom: '2027-09-01', talksTo: '2027-11-30', overrides: { inviteBy: '2027-09-20' } }
    const { status, body } = await dora.post<Round>(`/rounds/${round.id}/policies`, edit)
    expect(status).toBe(201)
    expect(body.policy).toMatchObject({ talksFrom: day('2027-09-01'), inviteBy: '2027-09-20', noticeDays: 7 })
    const versions = await dora.get<{ version: number; by: string }[]>(`/rounds/${round.id}/policies`)
    expect(versions.body.map(({ version, by }) => [version, by])).toEqual([
      [2, 'Dora Test'],
      [1, 'Dora Test'],
    ])
  })
})

describe('A change of a running round’s rules', () => {
  test('shows beforehand which dates it moves and for whom, and moves nothing yet', async () => {
    const unit = await organisation.addUnit('Børnehaven', organisation.top)
    const [thea, viggo] = [
      await organisation.addPerson('Thea', { unitId: unit, leader }),
      await organisation.addPerson('Viggo', { unitId: unit, leader }),
    ]
    const running = await organisation.addRound({ unitId: unit, status: 'running' })
    await organisation.addTalk(running, NOW, { employee: thea })
    const exempt = { opening: { exemptReason: 'employee-declined' as const } }
    await organisation.addTalk(running, NOW, { employee: viggo, ...exempt })
    const { status, body } = await dora.post<MoveAnswer>(`/rounds/${running}/policy-previews`, {
      overrides: { inviteBy: '2027-02-22' },
    })
    expect(status).toBe(200)
    expect(body.dates).toEqual([{ key: 'inviteBy', from: '2027-02-15', to: '2027-02-22' }])
    expect(body.talks.map(({ employeeName }) => employeeName)).toEqual(['Thea Test'])
    expect(body.talks[0]?.moves).toMatchObject([
      { obligation: 'invite', from: '2027-02-15', to: '2027-02-22' },
    ])
    expect(body.unmoved).toBe(1)
    expect(await api.db.roundPolicy.count({ where: { roundId: running } })).toBe(1)
  })
})

interface RosterAnswer {
  roster: { name: string; exemptReason: string | null }[]
  elsewhere: { name: string }[]
  warnings: { code: string; sentence: string }[]
}

interface MoveAnswer {
  dates: unknown[]
  talks: { employeeName: string; moves: unknown[] }[]
  unmoved: number
}
