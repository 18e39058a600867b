import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { toDate } from '../../db/days.ts'
import { erasePerson } from '../../db/erasure.ts'
import { forgetExpired } from '../../db/sessions.ts'
import { DAY, day, type Instant } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'

const FILE = 'Medarbejdernr;Fornavn;Efternavn;Enhedsnr;Ansat fra\r\n9;Nynne;Ny;U1;01.01.2038'
const START: Instant = Date.parse('2038-01-11T09:00:00Z')

interface Line {
  id: string
  name: string
  personName: string
  isOwn: boolean
  state: string
  lastUsedOn: string | null
}

interface Made {
  id: string
  token: string
  expiresAt: string
}

/** The day that people's rights are read on, and the real time that tokens run out on. */
let now = START
let realNow = START
let api: TestApi
let cast: Cast
let dora: Caller

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now }, realTime: { now: () => realNow } })
})
afterAll(() => api.close())
beforeEach(async () => {
  now = START
  realNow = START
  await api.db.$executeRaw`TRUNCATE person, unit CASCADE`
  cast = await addCast(api.db)
  dora = await api.signIn(cast.dora.personId)
})

const make = async (caller: Caller, more: object = {}) =>
  (await caller.post<Made>('/service-tokens', { name: 'Lønsystemet', scopes: ['people'], ...more })).body
const by = (token: string) => ({ authorization: `Bearer ${token}` })
const people = (token: string) => api.anybody.get<{ code: string }>('/people', by(token))
const works = async (token: string) => (await people(token)).status === 200
const listed = async (caller: Caller) => (await caller.get<Line[]>('/service-tokens')).body
const codeOf = (answer: { status: number; body: { code?: string } }) => `${answer.status} ${answer.body.code}`

describe('A service token', () => {
  test('is told once and kept as a hash: neither the tables nor the log hold it', async () => {
    const { token, id } = await make(dora)
    expect(token).toMatch(/^aarshjul_[\w-]{43}$/)
    expect(await works(token)).toBe(true)
    const row = await api.db.serviceToken.findUniqueOrThrow({ where: { id } })
    expect(row.tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
    const tables = [
      await api.db.serviceToken.findMany(),
      await api.db.answeredRequest.findMany(),
      await api.db.auditEntry.findMany({ omit: { seq: true } }),
    ]
    const secret = token.slice('aarshjul_'.length)
    expect(JSON.stringify(tables, (_key, value) => (typeof value === 'bigint' ? '' : value))).not.toContain(
      secret,
    )
    expect(JSON.stringify((await dora.get('/service-tokens')).body)).not.toContain(secret)
    expect(api.logged.join('')).not.toContain(secret)
    expect(api.logged.length).toBeGreaterThan(0)
  })

  test('acts for who made it: what it does stands in the audit under their name, with the token', async () => {
    const { token, id } = await make(dora, { scopes: ['people'] })
    const uploaded = await fetch(`${api.url}/api/v1/imports?fileName=nat.csv`, {
      method: 'POST',
      headers: by(token),
      body: FILE,
    })
    expect(uploaded.status).toBe(201)
    const run = (await uploaded.json()) as { id: string; byName: string }
    expect((await api.anybody.get<{ id: string }>(`/imports/${run.id}`, by(token))).body.id).toBe(run.id)
    const entries = await api.db.auditEntry.findMany({ where: { event: { contains: id } } })
    expect(entries.map(({ event, byPersonId }) => [event, byPersonId])).toEqual([
      [`request/POST /api/v1/imports service-token/${id}`, cast.dora.personId],
    ])
  })

  test('is made and revoked on record', async () => {
    const { id } = await make(dora, { scopes: ['filing', 'people'] })
    await dora.delete(`/service-tokens/${id}`)
    await dora.delete(`/service-tokens/${id}`)
    const entries = await api.db.auditEntry.findMany({ where: { subject: id }, orderBy: { seq: 'asc' } })
    expect(entries.map(({ event, byPersonId }) => [event, byPersonId])).toEqual([
      ['service-token-made/people+filing', cast.dora.personId],
      ['service-token-revoked', cast.dora.personId],
    ])
  })

  test('counts a request that is sent again under its idempotency key once, like a session', async () => {
    const { token } = await make(dora)
    const upload = async (key: string) => {
      const headers = { ...by(token), 'idempotency-key': key }
      return (await fetch(`${api.url}/api/v1/imports`, { method: 'POST', headers, body: FILE })).status
    }
    const { personId: byPersonId } = cast.dora
    const notes = { byPersonId, event: { startsWith: 'request/POST /api/v1/imports' } }
    expect([await upload('nat-1'), await upload('nat-1')]).toEqual([201, 201])
    expect(await api.db.auditEntry.count({ where: notes })).toBe(1)
    expect(await upload('nat-2')).toBe(201)
    expect(await api.db.auditEntry.count({ where: notes })).toBe(2)
  })

  test('is valid for ninety days unless said otherwise, and for a year at most', async () => {
    const usual = await make(dora)
    expect(Date.parse(usual.expiresAt)).toBe(START + 90 * DAY)
    const short = await make(dora, { days: 1 })
    realNow = START + DAY - 1
    expect([await works(short.token), await works(usual.token)]).toEqual([true, true])
    realNow = START + DAY
    expect([await works(short.token), await works(usual.token)]).toEqual([false, true])
    realNow = START
    const long = await dora.post('/service-tokens', { name: 'x', scopes: ['people'], days: 366 })
    expect(long.status).toBe(422)
  })

  test('is good for nothing from the moment it is revoked', async () => {
    const { token, id } = await make(dora)
    expect(await works(token)).toBe(true)
    expect((await dora.delete(`/service-tokens/${id}`)).status).toBe(204)
    expect(await works(token)).toBe(false)
    expect((await listed(dora)).map(({ state }) => state)).toEqual(['revoked'])
  })

  test('is refused at once when its maker is not HR any more, or has left', async () => {
    const { token } = await make(dora)
    const ofDora = { where: { personId: cast.dora.personId } }
    await api.db.roleGrant.updateMany({ ...ofDora, data: { toOn: toDate(day('2038-01-11')) } })
    expect(await works(token)).toBe(true)
    now = START + DAY
    expect(await works(token)).toBe(false)

    await api.db.roleGrant.updateMany({ ...ofDora, data: { toOn: null } })
    expect(await works(token)).toBe(true)
    await api.db.employment.updateMany({ ...ofDora, data: { lastDay: toDate(day('2038-01-11')) } })
    expect(await works(token)).toBe(false)
  })

  test('reaches no more than its maker may: of other units it hears nothing, and imports are for HR of everything', async () => {
    const { addUnit, addPerson, grant } = cast.organisation
    const other = await addUnit('Vesterskolen', cast.top)
    const hanne = await addPerson('Hanne', { unitId: other })
    await grant(hanne, 'hr', other)
    const { token } = await make(await api.signIn(hanne.personId))
    const seen = await api.anybody.get<{ people: { givenName: string }[] }>('/people', by(token))
    expect(seen.body.people.map(({ givenName }) => givenName)).toEqual(['Hanne'])
    expect((await api.anybody.get(`/people?unitId=${cast.school}`, by(token))).status).toBe(404)
    expect((await api.anybody.get('/imports', by(token))).status).toBe(404)
  })

  test('tells on which day it was used last', async () => {
    const { token } = await make(dora)
    expect((await listed(dora))[0]?.lastUsedOn).toBeNull()
    await works(token)
    expect((await listed(dora))[0]?.lastUsedOn).toBe('2038-01-11')
    realNow = START + 3 * DAY
    await works(token)
    expect((await api.db.serviceToken.findFirstOrThrow()).lastUsedOn).toEqual(new Date('2038-01-14'))
  })

  test('stands on the list for thirty days after it is over, and is then forgotten', async () => {
    const { id } = await make(dora)
    await make(dora, { days: 365 })
    await dora.delete(`/service-tokens/${id}`)
    await forgetExpired(api.db, START + 30 * DAY)
    expect(await api.db.serviceToken.count()).toBe(2)
    await forgetExpired(api.db, START + 30 * DAY + 1)
    expect((await api.db.serviceToken.findMany()).map((row) => row.id)).not.toContain(id)
  })
})

test('Somebody who is erased leaves no service token behind', async () => {
  await make(dora)
  await erasePerson(api.db, cast.dora.personId, { today: day('2038-01-11'), at: START, again: true })
  expect(await api.db.serviceToken.count()).toBe(0)
})

test('A copy of one’s data names one’s service tokens, in plain words and without the secret', async () => {
  const { token } = await make(dora, { scopes: ['rounds'] })
  const answer = await fetch(`${api.url}/api/v1/me/data`, { headers: { cookie: dora.cookie } })
  const files = Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer()))).map((file) =>
    strFromU8(file),
  )
  const page = files.find((file) => file.startsWith('<!doctype html>')) ?? ''
  for (const words of ['Adgangsnøgler til HR-systemer', 'Lønsystemet', 'Status og tal', 'Sidst brugt'])
    expect([words, page.includes(words)]).toEqual([words, true])
  expect(files.join('')).not.toContain(token)
})

describe('A request with a service token', () => {
  test('is refused in the same words whether the token is unknown, expired, revoked or without its maker', async () => {
    const expired = await make(dora, { days: 1 })
    const revoked = await make(dora)
    await dora.delete(`/service-tokens/${revoked.id}`)
    const gone = await api.signIn((await addHr('Gitte')).personId)
    const without = await make(gone)
    await api.db.roleGrant.deleteMany({ where: { person: { givenName: 'Gitte' } } })
    realNow = START + DAY
    const answers = await Promise.all(
      [expired.token, revoked.token, without.token, `aarshjul_${'x'.repeat(43)}`, 'x', ''].map(people),
    )
    for (const { status, headers, body } of answers) {
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
      expect(body).toEqual(answers[0]?.body)
    }
  })

  test('outside its scopes is told which one it takes; where none will do, that a person must sign in', async () => {
    const { token } = await make(dora, { scopes: ['people', 'filing'] })
    const rounds = await api.anybody.get<{ code: string; sentence: string }>('/rounds', by(token))
    expect(codeOf(rounds)).toBe('403 insufficient-scope')
    expect(rounds.body.sentence).toContain('»rounds«')
    expect(rounds.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="rounds"')
    const me = await api.anybody.get<{ code: string }>('/me', by(token))
    expect(codeOf(me)).toBe('403 insufficient-scope')
    expect(me.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"')
  })

  test('does not count with the cookies that come along', async () => {
    const { token } = await make(dora, { scopes: ['filing'] })
    expect((await dora.get('/people', by(token))).status).toBe(403)
    expect((await dora.get('/people', by('x'))).status).toBe(401)
    expect((await dora.get('/people', { authorization: 'Basic eDp4' })).status).toBe(200)
  })

  test('makes, lists and revokes no service tokens, and opens no page and sends no form', async () => {
    const { token, id } = await make(dora, { scopes: ['people', 'rounds', 'filing'] })
    const order = { name: 'Ny', scopes: ['people'] }
    expect((await api.anybody.post('/service-tokens', order, by(token))).status).toBe(403)
    expect((await api.anybody.get('/service-tokens', by(token))).status).toBe(403)
    expect((await api.anybody.delete(`/service-tokens/${id}`, undefined, by(token))).status).toBe(403)
    expect(await api.db.serviceToken.count()).toBe(1)
    const cookies = { cookie: dora.cookie, accept: 'text/html', ...by(token) }
    const page = await fetch(`${api.url}/people`, { redirect: 'manual', headers: cookies })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in'])
    const form = await fetch(`${api.url}/service-tokens/${id}/revocation`, {
      method: 'POST',
      headers: cookies,
    })
    expect(form.status).toBe(401)
    expect(await works(token)).toBe(true)
  })
})

describe('Who has service tokens', () => {
  test('is HR of some unit: nobody else makes one', async () => {
    const ben = await api.signIn(cast.ben.personId)
    expect((await ben.post('/service-tokens', { name: 'x', scopes: ['people'] })).status).toBe(404)
    expect((await ben.get('/service-tokens')).status).toBe(404)
  })

  test('sees their own; an administrator of everything sees everybody’s and revokes them', async () => {
    const hanne = await addHr('Hanne')
    const { id, token } = await make(dora)
    const other = await api.signIn(hanne.personId)
    expect(await listed(other)).toEqual([])
    expect((await other.delete(`/service-tokens/${id}`)).status).toBe(404)
    await cast.organisation.grant(cast.carl, 'administrator')
    const carl = await api.signIn(cast.carl.personId)
    expect(await listed(carl)).toEqual([
      expect.objectContaining({ name: 'Lønsystemet', personName: 'Dora Test', isOwn: false, state: 'valid' }),
    ])
    expect((await carl.delete(`/service-tokens/${id}`)).status).toBe(204)
    expect(await works(token)).toBe(false)
  })

  test('says what it is for and at least one scope, from the list', async () => {
    const refused = async (order: object) => {
      const { status, body } = await dora.post<{ fields: { place: string }[] }>('/service-tokens', order)
      return [status, ...body.fields.map(({ place }) => place)]
    }
    expect(await refused({ name: ' ', scopes: [] })).toEqual([422, 'body.name', 'body.scopes'])
    expect(await refused({ name: 'x', scopes: ['everything'] })).toEqual([422, 'body.scopes.0'])
  })

  test('gets another secret for the same request sent again, until a program has used the token', async () => {
    const order = { name: 'Lønsystemet', scopes: ['people'] }
    const send = () =>
      dora.post<Made & { code: string }>('/service-tokens', order, { 'idempotency-key': 'k' })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id])
    expect([await works(first.body.token), await works(second.body.token)]).toEqual([false, true])
    expect(codeOf(await send())).toBe('409 service-token-told')
    expect(await works(second.body.token)).toBe(true)
    expect(await api.db.serviceToken.count()).toBe(1)
  })
})

async function addHr(name: string) {
  const person = await cast.organisation.addPerson(name)
  await cast.organisation.grant(person, 'hr')
  return person
}
