import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createSignInLink } from '../../api/sign-in-links.ts'
import { verifyAudit } from '../../db/audit-verify.ts'
import { toDate } from '../../db/days.ts'
import { day, HOUR, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'
import type { TestPerson } from '../support/organisation.ts'

const START: Instant = Date.parse('2038-01-11T09:00:00Z')
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

interface Line {
  id: string
  device: string
  isThis: boolean
}

/** The day that people's rights are read on, and the real time that sessions run on. */
let now = START
let realNow = START
let api: TestApi
let cast: Cast

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now }, realTime: { now: () => realNow } })
  cast = await addCast(api.db)
})
afterAll(() => api.close())
beforeEach(async () => {
  now = START
  realNow = START
  await api.db.session.deleteMany()
})

const isIn = async (caller: Caller) => (await caller.get('/me')).status === 200

/** Somebody uses the service every half an hour until a time, and is in at the end or not. */
async function staysIn(caller: Caller, until: Instant): Promise<boolean> {
  while (realNow + 30 * MINUTE < until) {
    realNow += 30 * MINUTE
    if (!(await isIn(caller))) return false
  }
  realNow = until
  return isIn(caller)
}

describe('A session ends', () => {
  test('after twelve hours, however much it is used', async () => {
    const anna = await api.signIn(cast.anna.personId)
    expect(await staysIn(anna, START + 12 * HOUR - 1)).toBe(true)
    expect(await staysIn(anna, START + 12 * HOUR)).toBe(false)
  })

  test('after ten hours for whoever holds a role', async () => {
    const dora = await api.signIn(cast.dora.personId)
    expect(await staysIn(dora, START + 10 * HOUR - 1)).toBe(true)
    expect(await staysIn(dora, START + 10 * HOUR)).toBe(false)
  })

  test('when nobody has used it for two hours, or for one where a role is held', async () => {
    const anna = await api.signIn(cast.anna.personId)
    const dora = await api.signIn(cast.dora.personId)
    realNow = START + HOUR
    expect([await isIn(anna), await isIn(dora)]).toEqual([true, false])
    realNow += 2 * HOUR
    expect(await isIn(anna)).toBe(false)
    expect(await api.db.session.count()).toBe(0)
  })

  test('when the settings say so', async () => {
    const env = { SESSION_HOURS: '1', SESSION_IDLE_MINUTES: '5' }
    const strict = await startApi({ env, realTime: { now: () => realNow } })
    try {
      const eva = await strict.db.person.create({ data: { givenName: 'Eva', familyName: 'Ås' } })
      const caller = await strict.signIn(eva.id)
      realNow += 5 * MINUTE - 1
      expect(await isIn(caller)).toBe(true)
      realNow += 5 * MINUTE
      expect(await isIn(caller)).toBe(false)
    } finally {
      await strict.close()
    }
  })

  test('with the last day employed: the next day it is gone, and no link lets anybody in', async () => {
    const frida = await cast.organisation.addPerson('Frida', { unitId: cast.school, leader: cast.ben })
    const caller = await api.signIn(frida.personId)
    await api.db.employment.update({
      where: { id: frida.employmentId },
      data: { lastDay: toDate(day('2038-01-11')) },
    })
    expect(await isIn(caller)).toBe(true)
    now += 24 * HOUR
    expect(await isIn(caller)).toBe(false)
    expect(await api.db.session.count({ where: { personId: frida.personId } })).toBe(0)
    const link = await createSignInLink(api.db, frida.personId, api.url, { now: () => realNow })
    const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([410, null])
  })

  test('the moment a role is taken away, and the right goes with it', async () => {
    const gitte = await cast.organisation.addPerson('Gitte')
    await cast.organisation.grant(gitte, 'administrator')
    await cast.organisation.grant(gitte, 'hr')
    const hans = await cast.organisation.addPerson('Hans')
    await cast.organisation.grant(hans, 'hr')
    const administrator = await api.signIn(gitte.personId)
    const hr = await api.signIn(hans.personId)
    expect((await hr.get('/people')).status).toBe(200)
    const { body: grants } = await administrator.get<{ id: string; personId: string }[]>('/role-grants')
    const grant = grants.find(({ personId }) => personId === hans.personId)
    expect((await administrator.delete(`/role-grants/${grant?.id}`)).status).toBe(204)
    expect((await hr.get('/people')).status).toBe(401)
    const again = await api.signIn(hans.personId)
    expect((await again.get<{ person: { roles: string[] } }>('/me')).body.person.roles).toEqual([])
  })

  test('when a role runs out by its date', async () => {
    const ida = await cast.organisation.addPerson('Ida')
    await api.db.roleGrant.create({
      data: {
        personId: ida.personId,
        role: 'hr',
        unitId: cast.top,
        fromOn: toDate(day('2038-01-01')),
        toOn: toDate(day('2038-01-11')),
      },
    })
    const caller = await api.signIn(ida.personId)
    expect(await isIn(caller)).toBe(true)
    now += 24 * HOUR
    expect(await isIn(caller)).toBe(false)
  })
})

describe('A role that is given', () => {
  test('asks its person to sign in again, and then counts at once', async () => {
    const jens = await cast.organisation.addPerson('Jens')
    const roles = async (caller: Caller) =>
      (await caller.get<{ person: { roles: string[] } }>('/me')).body.person.roles
    const before = await api.signIn(jens.personId)
    expect(await roles(before)).toEqual([])
    await cast.organisation.grant(jens, 'hr')
    expect(await isIn(before)).toBe(false)
    expect(await api.db.session.count({ where: { personId: jens.personId } })).toBe(0)
    const after = await api.signIn(jens.personId)
    expect(await roles(after)).toEqual(['hr'])
    // More of the same is no news.
    await cast.organisation.grant(jens, 'hr', cast.school)
    expect(await isIn(after)).toBe(true)
  })

  test('asks for it on the day that it counts from, where it was given before', async () => {
    const karen = await cast.organisation.addPerson('Karen')
    const [role, fromOn] = ['administrator', toDate(day('2038-01-12'))]
    const caller = await api.signIn(karen.personId)
    await api.db.roleGrant.create({ data: { personId: karen.personId, role, unitId: cast.top, fromOn } })
    expect(await isIn(caller)).toBe(true)
    now += 24 * HOUR
    expect(await isIn(caller)).toBe(false)
  })
})

describe('Signing in', () => {
  test('begins under a new id, and ends what the browser was signed in with before', async () => {
    const before = await api.signIn(cast.anna.personId)
    const link = await createSignInLink(api.db, cast.ben.personId, api.url, { now: () => realNow })
    const headers = { cookie: before.cookie }
    const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers })
    expect(answer.headers.get('set-cookie')?.split(';')[0]).not.toBe(before.cookie)
    expect(await isIn(before)).toBe(false)
    expect((await api.db.session.findMany()).map(({ personId }) => personId)).toEqual([cast.ben.personId])
  })

  test('never takes an id that the browser brings along', async () => {
    const link = await createSignInLink(api.db, cast.ben.personId, api.url, { now: () => realNow })
    const cookie = 'aarshjul=chosen-by-somebody-else'
    await fetch(link, { method: 'POST', redirect: 'manual', headers: { cookie } })
    expect((await api.anybody.get('/me', { cookie })).status).toBe(401)
  })
})

describe('What is on record of signing in and out', () => {
  let eva: TestPerson
  beforeEach(async () => {
    eva = await cast.organisation.addPerson('Eva')
  })
  const chain = async () => {
    const entries = await api.db.auditEntry.findMany({
      where: { subject: eva.personId, event: { startsWith: 'session/' } },
      orderBy: { seq: 'asc' },
    })
    return entries.map(({ event, byPersonId }) => {
      expect(byPersonId).toBe(eva.personId)
      return event
    })
  }

  test('is each beginning and end, which way they came and why it ended, once', async () => {
    const first = await api.signIn(eva.personId)
    await first.delete('/session')
    const link = await createSignInLink(api.db, eva.personId, api.url, { now: () => realNow })
    const second = await api.signIn(eva.personId)
    await fetch(link, { method: 'POST', redirect: 'manual', headers: { cookie: second.cookie } })
    const third = await api.signIn(eva.personId)
    await third.delete('/me/sessions')
    realNow += 13 * HOUR
    for (let i = 0; i < 2; i++) expect(await isIn(third)).toBe(false)
    const begun = 'session/begun/link/single'
    expect(await chain()).toEqual([
      begun,
      'session/ended/signed-out',
      begun,
      'session/ended/replaced',
      begun,
      begun,
      'session/ended/ended-elsewhere',
      'session/ended/over',
    ])
    expect((await verifyAudit(api.db)).faults).toEqual([])
  })

  test('is in the log where somebody was not let in, with the reason and no name', async () => {
    const link = await createSignInLink(api.db, eva.personId, api.url, { now: () => realNow })
    const before = api.logged.length
    for (let i = 0; i < 2; i++) await fetch(link, { method: 'POST', redirect: 'manual' })
    const refusals = api.logged.slice(before).filter((line) => line.includes('sign-in refused'))
    expect(refusals.map((line) => JSON.parse(line))).toMatchObject([{ way: 'link', reason: 'link-gone' }])
    expect(refusals.join()).not.toMatch(/Eva|eva|\/sign-in\/[\w-]{43}/)
    await api.anybody.get('/people', { authorization: 'Bearer aarshjul_made-up' })
    expect(api.logged.join()).toContain('"reason":"invalid-token"')
  })
})

describe('Where somebody is signed in', () => {
  const signInWith = async (userAgent: string) => {
    const link = await createSignInLink(api.db, cast.anna.personId, api.url, { now: () => realNow })
    const headers = { 'user-agent': userAgent }
    const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers })
    return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
  }

  test('is listed for them alone, with what they know it by', async () => {
    await api.signIn(cast.ben.personId)
    await signInWith(FIREFOX)
    realNow += MINUTE
    const here = await api.signIn(cast.anna.personId)
    const { body } = await here.get<Line[]>('/me/sessions')
    expect(body.map(({ device, isThis }) => ({ device, isThis }))).toEqual([
      { device: expect.any(String), isThis: true },
      { device: 'Firefox, Windows', isThis: false },
    ])
    expect(JSON.stringify(body)).not.toContain((await api.db.session.findFirst())?.id)
  })

  test('can be ended, one by one or everywhere else', async () => {
    const others = [await signInWith(FIREFOX), await signInWith(FIREFOX), await signInWith(FIREFOX)]
    const here = await api.signIn(cast.anna.personId)
    const ben = await api.signIn(cast.ben.personId)
    const { body } = await here.get<Line[]>('/me/sessions')
    const other = body.find(({ isThis }) => !isThis)?.id
    expect((await ben.delete(`/me/sessions/${other}`)).status).toBe(404)
    expect((await here.delete(`/me/sessions/${other}`)).status).toBe(204)
    expect((await here.get<Line[]>('/me/sessions')).body).toHaveLength(3)
    expect((await here.delete('/me/sessions')).status).toBe(204)
    expect((await here.get<Line[]>('/me/sessions')).body.map(({ isThis }) => isThis)).toEqual([true])
    for (const headers of others) expect((await api.anybody.get('/me', headers)).status).toBe(401)
    expect(await isIn(ben)).toBe(true)
  })
})
