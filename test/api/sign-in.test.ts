import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ownPath } from '../../api/pages/way-back.ts'
import { signInToken } from '../../db/sign-in-token.ts'
import { createSignInLink } from '../../api/sign-in-links.ts'
import { HOUR, type Instant, MINUTE } from '../../domain/calendar/day.ts'
import { mailedToken, startApi, type TestApi } from '../support/api.ts'

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

/** Asks under a name that fetch would not let anybody choose. */
function statusUnder(host: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(api.url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject).end()
  })
}

describe('Outside production', () => {
  test('the service answers under its own name and this machine’s alone, whatever a site’s name leads to', async () => {
    const own = ['aarshjul.test', 'aarshjul.test:3000', 'localhost:3000', '127.0.0.1', '[::1]:3000']
    for (const host of own) expect([host, await statusUnder(host, '/sign-in')]).toEqual([host, 200])
    const others = ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', 'localhost.evil.example']
    for (const host of others)
      for (const path of ['/sign-in', '/dev/mails', '/health/live', '/api/v1/me'])
        expect([host, path, await statusUnder(host, path)]).toEqual([host, path, 421])
  })
})

describe('The page that somebody is led back to', () => {
  test('is always one of this service', () => {
    const outside = [
      '//evil.example',
      '/x/..//evil.example',
      '/\\\\evil.example',
      'https://evil.example/',
      '/.//evil.example',
    ]
    for (const path of outside) expect([path, ownPath(path)]).toEqual([path, '/'])
    expect(ownPath('/talks/1?tab=plan')).toBe('/talks/1?tab=plan')
  })
})

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
  const ask = async (email: string) => {
    const answer = await api.anybody.post<{ code: string }>('/sign-in', { email })
    await api.settled()
    return answer
  }

  test('answers the same whether the address is known or not, and before anything is looked up', async () => {
    const known = await ask('anna@skolen.example')
    const unknown = await ask('nobody@skolen.example')
    const shape = { status: 202, body: { code: expect.stringMatching(/^\d{6}$/) } }
    for (const answer of [known, unknown]) {
      expect(answer).toMatchObject(shape)
      expect(answer.headers.get('set-cookie')).toMatch(
        /^aarshjul-asked=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/,
      )
    }
    // Nobody waits for the database: with its rows locked the answer comes all the same.
    await api.db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE sign_in_link, mail IN ACCESS EXCLUSIVE MODE`
      const answer = await api.anybody.post('/sign-in', { email: 'anna@skolen.example' })
      expect(answer.status).toBe(202)
    })
    await api.settled()
    expect(await api.db.mail.count()).toBe(2)
  })

  test('puts one mail into the outbox, for the person who has the address, however it is written', async () => {
    await ask(' Anna@Skolen.example ')
    await ask('nobody@skolen.example')
    const mails = await api.db.mail.findMany()
    expect(mails.map(({ personId, template, lane }) => ({ personId, template, lane }))).toEqual([
      { personId: anna, template: 'sign-in', lane: 'at-once' },
    ])
  })

  test('mails nothing to somebody who has left', async () => {
    const job = { number: '1', employedFrom: new Date('2015-01-01'), lastDay: new Date('2020-01-31') }
    await api.db.employment.create({ data: { ...job, personId: anna } })
    await ask('anna@skolen.example')
    expect(await api.db.mail.count()).toBe(0)
    await api.db.employment.create({ data: { ...job, number: '2', lastDay: null, personId: anna } })
    await ask('anna@skolen.example')
    expect(await api.db.mail.count()).toBe(1)
  })

  test('floods nobody from one browser: its sixth open link is not mailed, not even asked for at once', async () => {
    const first = await ask('anna@skolen.example')
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    const again = () => api.anybody.post('/sign-in', { email: 'anna@skolen.example' }, { cookie })
    await Promise.all(Array.from({ length: 9 }, again))
    await api.settled()
    expect(await api.db.mail.count()).toBe(5)
  })

  test('keeps nobody out who is asked for by others: a new browser’s link takes the oldest one’s place', async () => {
    await Promise.all(Array.from({ length: 9 }, () => ask('anna@skolen.example')))
    expect(await api.db.signInLink.count()).toBe(5)
    realNow += MINUTE
    const own = await ask('anna@skolen.example')
    expect(await api.db.signInLink.count()).toBe(5)
    const cookie = own.headers.get('set-cookie')?.split(';')[0] ?? ''
    const links = await api.db.signInLink.findMany({ where: { expiresAt: new Date(realNow + 10 * MINUTE) } })
    const mails = await api.db.mail.findMany()
    const linkId = mails
      .map(({ data }) => data as { linkId: string; tokenHash: string })
      .find(({ tokenHash }) => tokenHash === links[0]?.tokenHash)?.linkId
    const token = signInToken(api.config.temporalKeys[0]?.bytes ?? new Uint8Array(), linkId ?? '')
    expect((await api.anybody.post('/session', { token }, { cookie })).status).toBe(204)
  })

  test('leaves no token in the outbox, where a copy of the tables would show it', async () => {
    await ask('anna@skolen.example')
    const [mail] = await api.db.mail.findMany()
    const token = await mailedToken(api)
    expect(Object.keys(mail?.data as object).toSorted()).toEqual(['linkId', 'tokenHash'])
    expect(JSON.stringify([mail, await api.db.signInLink.findMany()])).not.toContain(token)
  })

  test('is stopped when all together ask too often, from however many places', async () => {
    const strict = await startApi({ tries: { asking: 100, using: 100, inAll: 2 } })
    try {
      const statuses: number[] = []
      for (const email of ['a@skolen.example', 'b@skolen.example', 'c@skolen.example'])
        statuses.push((await strict.anybody.post('/sign-in', { email })).status)
      expect(statuses).toEqual([202, 202, 429])
    } finally {
      await strict.close()
    }
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

describe('A mailed link', () => {
  const asked = async (cookie = '') => {
    const answer = await api.anybody.post<{ code: string }>(
      '/sign-in',
      { email: 'anna@skolen.example' },
      { cookie },
    )
    await api.settled()
    const browser = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
    return { token: await mailedToken(api), code: answer.body.code, browser }
  }
  const signIn = (body: { token: string; code?: string }, headers: Record<string, string> = {}) =>
    api.anybody.post<{ code?: string }>('/session', body, headers)

  test('works in the browser that asked for it', async () => {
    const { token, browser } = await asked()
    expect((await signIn({ token }, browser)).status).toBe(204)
  })

  test('works in no other, unless the code is typed that stands where it was asked for', async () => {
    const { token, code } = await asked()
    const bare = await signIn({ token })
    expect([bare.status, bare.body.code]).toEqual([403, 'code-needed'])
    const other = await asked()
    expect((await signIn({ token }, other.browser)).status).toBe(403)
    expect((await signIn({ token, code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(204)
  })

  test('is gone after five wrong tries, also when they come at the same moment', async () => {
    const { token, code, browser } = await asked()
    const wrong = code === '000000' ? '111111' : '000000'
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn({ token, code: wrong })))
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(3)
    expect((await signIn({ token, code })).status).toBe(410)
    expect((await signIn({ token }, browser)).status).toBe(410)
  })

  test('still works in a browser that has asked for another since', async () => {
    const first = await asked()
    const second = await asked(first.browser.cookie)
    expect(second.browser).toEqual(first.browser)
    expect((await signIn({ token: first.token }, second.browser)).status).toBe(204)
  })

  test('leaves no code and no browser where links are kept', async () => {
    const { code, browser } = await asked()
    const rows = JSON.stringify(await api.db.signInLink.findMany())
    expect(rows).not.toContain(code)
    expect(rows).not.toContain(browser.cookie.split('=')[1])
  })
})

describe('A session', () => {
  test('ends at sign-out, for every holder of its cookie', async () => {
    const caller = await api.signIn(anna)
    expect((await caller.delete('/session')).status).toBe(204)
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
    const strict = await startApi({ tries: { asking: 2, using: 2, inAll: 100 } })
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
