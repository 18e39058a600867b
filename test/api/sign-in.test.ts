import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createSignInLink } from '../../api/sign-in-links.ts'
import { HOUR, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import { startApi, type TestApi } from '../support/api.ts'

const START: Instant = Date.UTC(2027, 1, 1, 9)
let realNow = START
let api: TestApi
let anna: string

beforeAll(async () => {
  api = await startApi({ realTime: { now: () => realNow } })
})
afterAll(() => api.close())
beforeEach(async () => {
  realNow = START
  await api.db.person.deleteMany()
  await api.db.mail.deleteMany()
  const person = await api.db.person.create({
    data: { givenName: 'Anna', familyName: 'Ågård', email: 'anna@skolen.example' },
  })
  anna = person.id
})

const use = (link: string, method: 'GET' | 'POST') => fetch(link, { method, redirect: 'manual' })

describe('An address that leads nowhere', () => {
  test('is a page with a way home in a browser, and a problem document for programs', async () => {
    const open = (path: string, accept: string) => fetch(`${api.url}${path}`, { headers: { accept } })
    const page = await open('/nothing', 'text/html,*/*;q=0.8')
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const text = await page.text()
    expect(text).toContain('href="/"')
    expect(text).not.toContain('style=')
    const problem = await open('/api/v1/nothing', 'text/html')
    expect(problem.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('Asking for a link', () => {
  test('answers the same whether the address is known or not', async () => {
    const known = await api.anybody.post('/sign-in', { email: 'anna@skolen.example' })
    const unknown = await api.anybody.post('/sign-in', { email: 'nobody@skolen.example' })
    expect(known.status).toBe(202)
    expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body })
  })

  test('puts one mail into the outbox, for the person who has the address, however it is written', async () => {
    await api.anybody.post('/sign-in', { email: ' Anna@Skolen.example ' })
    await api.anybody.post('/sign-in', { email: 'nobody@skolen.example' })
    const mails = await api.db.mail.findMany()
    expect(mails.map(({ personId, template, lane }) => ({ personId, template, lane }))).toEqual([
      { personId: anna, template: 'sign-in', lane: 'at-once' },
    ])
  })

  test('mails nothing to somebody who has left', async () => {
    const job = { number: '1', employedFrom: new Date('2015-01-01'), lastDay: new Date('2020-01-31') }
    await api.db.employment.create({ data: { ...job, personId: anna } })
    await api.anybody.post('/sign-in', { email: 'anna@skolen.example' })
    expect(await api.db.mail.count()).toBe(0)
    await api.db.employment.create({ data: { ...job, number: '2', lastDay: null, personId: anna } })
    await api.anybody.post('/sign-in', { email: 'anna@skolen.example' })
    expect(await api.db.mail.count()).toBe(1)
  })

  test('floods nobody: the sixth open link for one person is not mailed', async () => {
    for (let i = 0; i < 6; i++) await api.anybody.post('/sign-in', { email: 'anna@skolen.example' })
    expect(await api.db.mail.count()).toBe(5)
  })

  test('keeps only the hash of the link where links are kept', async () => {
    const link = await createSignInLink(api.db, anna, api.url, { now: () => realNow })
    const [row] = await api.db.signInLink.findMany()
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(link).not.toContain(row?.tokenHash)
  })
})

describe('A link', () => {
  test('shows a button when it is opened, however often, and signs nobody in', async () => {
    const link = await createSignInLink(api.db, anna, api.url, { now: () => realNow })
    for (let i = 0; i < 3; i++) {
      const page = await use(link, 'GET')
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('type="submit">Log ind</button>')
      expect(page.headers.get('set-cookie')).toBeNull()
    }
    expect(await api.db.session.count()).toBe(0)
  })

  test('signs in when the button is pressed, with a cookie that scripts and other sites cannot use', async () => {
    const link = await createSignInLink(api.db, anna, api.url, { now: () => realNow })
    const answer = await use(link, 'POST')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax/)
  })

  test('works once, also when two press at the same moment', async () => {
    const link = await createSignInLink(api.db, anna, api.url, { now: () => realNow })
    const answers = await Promise.all([use(link, 'POST'), use(link, 'POST'), use(link, 'POST')])
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['303', '410', '410'])
  })

  test('works for ten minutes', async () => {
    const link = await createSignInLink(api.db, anna, api.url, { now: () => realNow })
    realNow = START + 10 * MINUTE - 1
    expect((await use(link, 'GET')).status).toBe(200)
    realNow = START + 10 * MINUTE
    expect((await use(link, 'GET')).status).toBe(410)
    expect((await use(link, 'POST')).status).toBe(410)
  })

  test('of nobody is answered as one that was used', async () => {
    const answer = await use(`${api.url}/sign-in/madeup`, 'POST')
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('Linket virker ikke længere')
  })

  test('is not written to the log', async () => {
    const link = await createSignInLink(api.db, anna, api.url, { now: () => realNow })
    await (await use(link, 'GET')).text()
    const token = link.slice(link.lastIndexOf('/') + 1)
    expect(api.logged.some((line) => line.includes('/sign-in/…'))).toBe(true)
    expect(api.logged.filter((line) => line.includes(token))).toEqual([])
  })
})

describe('A session', () => {
  test('ends at sign-out, for every holder of its cookie', async () => {
    const caller = await api.signIn(anna)
    expect((await caller.delete('/session')).status).toBe(204)
    expect((await caller.delete('/session')).status).toBe(401)
  })

  test('ends after twelve hours', async () => {
    const caller = await api.signIn(anna)
    realNow = START + 12 * HOUR
    expect((await caller.delete('/session')).status).toBe(401)
  })

  test('that is over is forgotten when somebody signs in', async () => {
    await api.signIn(anna)
    realNow = START + 48 * HOUR
    await api.signIn(anna)
    expect(await api.db.session.count()).toBe(1)
    expect(await api.db.signInLink.count()).toBe(1)
  })

  test('is kept as a hash', async () => {
    const caller = await api.signIn(anna)
    const [row] = await api.db.session.findMany()
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(caller.cookie).not.toContain(row?.id)
  })

  test('does not let another site act for its person', async () => {
    const caller = await api.signIn(anna)
    const evil = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]
    for (const headers of evil) {
      expect((await caller.delete('/session', undefined, headers as Record<string, string>)).status).toBe(403)
    }
    const own = { origin: 'http://aarshjul.test', 'sec-fetch-site': 'same-origin' }
    expect((await caller.delete('/session', undefined, own)).status).toBe(204)
  })
})

describe('Where the service is reached over https', () => {
  test('the cookie travels over https alone and belongs to this host alone', async () => {
    const secure = await startApi({ env: { PUBLIC_URL: 'https://mus.skolen.example' } })
    try {
      const person = await secure.db.person.create({ data: { givenName: 'Ben', familyName: 'Krogh' } })
      const link = await createSignInLink(secure.db, person.id, secure.url)
      const cookie = (await use(link, 'POST')).headers.get('set-cookie')
      expect(cookie).toMatch(/^__Host-aarshjul=/)
      expect(cookie).toMatch(/; Secure$/)
    } finally {
      await secure.close()
    }
  })
})

describe('Trying many links', () => {
  test('is stopped with 429', async () => {
    const strict = await startApi({ tries: { asking: 2, using: 2 } })
    try {
      const statuses: number[] = []
      for (let i = 0; i < 3; i++)
        statuses.push((await strict.anybody.post('/session', { token: `t${i}` })).status)
      expect(statuses).toEqual([410, 410, 429])
    } finally {
      await strict.close()
    }
  })
})
